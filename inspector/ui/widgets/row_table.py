"""The table view of the kit: rows of the delegate's height, hairlines only, a current row and separate ticks."""

from collections.abc import Iterator
from typing import Any

from PySide6.QtCore import QEvent, QModelIndex, QRect, QRectF, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QPainter, QPaintEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QHeaderView, QScroller, QTableView

from inspector.ui.theme.current import current
from inspector.ui.theme.paint import ink, smooth
from inspector.ui.widgets.paged_model import PagedModel
from inspector.ui.widgets.row_delegate import RowDelegate, RowPlace


class RowTable(QTableView):
    """`row_chosen` tells the id of the current row, `row_opened` that Enter or a second press opened it.

    With `tick_column` (its number) a press in that column and Space tick the row; Ctrl+A ticks all.
    """

    row_chosen = Signal(str)
    row_opened = Signal(str)

    def __init__(
        self, model: PagedModel[Any], delegate: RowDelegate, name: str, row_height: int = 64, tick_column: int = -1
    ) -> None:
        super().__init__()
        self._model = model
        self._delegate = delegate
        self._tick_column = tick_column
        self._hovered = -1
        self.setAccessibleName(name)
        self.setModel(model)
        delegate.setParent(self)
        self.setItemDelegate(delegate)
        self._dress(row_height)
        self.selectionModel().currentRowChanged.connect(self._choose)
        model.modelReset.connect(self._keep_a_current_row)

    def current_id(self) -> str:
        """The id of the current row; "" while there is none."""
        index = self.currentIndex()
        return self._model.id_at(index.row()) if index.isValid() else ""

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Bars that come above and below the rows never cover the current one when it was seen whole before."""
        super().resizeEvent(event)
        bottom = self.visualRect(self.currentIndex()).bottom()
        if self.viewport().height() <= bottom < event.oldSize().height():
            self.scrollTo(self.currentIndex())

    def choose_id(self, wanted: str) -> None:
        """Make the row of that id current and bring it into view; nothing happens when it is not listed."""
        if wanted in self._model.ids:
            self.selectRow(self._model.ids.index(wanted))
            self.scrollTo(self.currentIndex())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens, Space ticks, Ctrl+A ticks all; Qt does the arrows."""
        key = event.key()
        if key in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.current_id():
            self.row_opened.emit(self.current_id())
        elif key == Qt.Key.Key_Space and self._tick_column >= 0 and self.current_id():
            self._toggle(self.currentIndex())
        elif key == Qt.Key.Key_A and event.modifiers() == Qt.KeyboardModifier.ControlModifier:
            if self._tick_column >= 0:
                self._model.tick_all()
        else:
            super().keyPressEvent(event)

    def moveCursor(self, action: QAbstractItemView.CursorAction, modifiers: Qt.KeyboardModifier) -> QModelIndex:
        """Home and End go to the first and the last row, because nobody stands in a column here."""
        ends = {QAbstractItemView.CursorAction.MoveHome: 0, QAbstractItemView.CursorAction.MoveEnd: -1}
        if action in ends and self._model.rowCount():
            row = ends[action] % self._model.rowCount()
            return self._model.index(row, max(0, self.currentIndex().column()))
        return super().moveCursor(action, modifiers)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press in the tick column ticks and leaves the current row alone."""
        index = self.indexAt(event.position().toPoint())
        if index.isValid() and index.column() == self._tick_column:
            self._toggle(index)
        else:
            super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The row under the mouse is marked."""
        self._hover(self.rowAt(event.position().toPoint().y()))
        super().mouseMoveEvent(event)

    def leaveEvent(self, event: QEvent) -> None:
        """No row is under the mouse any more."""
        self._hover(-1)
        super().leaveEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Ground and rows of what came into view. The viewport is opaque, so that scrolling moves what is painted."""
        painter = QPainter(self.viewport())
        smooth(painter)
        painter.fillRect(event.rect(), ink("surface"))
        for place in self._places(event.rect()):
            self._delegate.paint_row(painter, place, self._model)

    def _places(self, exposed: QRect) -> Iterator[RowPlace]:
        first, last = self.rowAt(exposed.top()), self.rowAt(exposed.bottom())
        if first < 0:
            return
        shown = [column for column in range(len(self._model.columns)) if not self.isColumnHidden(column)]
        cells = [(column, self.columnViewportPosition(column), self.columnWidth(column)) for column in shown]
        width, height, now = self.viewport().width(), self.rowHeight(first), self.currentIndex().row()
        for row in range(first, (last if last >= 0 else self._model.rowCount() - 1) + 1):
            area = QRectF(0, self.rowViewportPosition(row), width, height)
            yield RowPlace(row, area, cells, is_current=row == now, is_hovered=row == self._hovered)

    def _hover(self, row: int) -> None:
        if row != self._hovered:
            before, self._hovered = self._hovered, row
            self._paint_anew(before, row)

    def _paint_anew(self, *rows: int) -> None:
        for row in rows:
            if row >= 0:
                top = self.rowViewportPosition(row)
                self.viewport().update(0, top, self.viewport().width(), self.rowHeight(row))

    def _toggle(self, index: QModelIndex) -> None:
        row = self._model.id_at(index.row())
        self._model.tick([row], on=not self._model.is_ticked(index.row()))

    def _choose(self, now: QModelIndex, before: QModelIndex) -> None:
        self._paint_anew(before.row(), now.row())
        if now.isValid():
            self.row_chosen.emit(self._model.id_at(now.row()))

    def _keep_a_current_row(self) -> None:
        if self._model.rowCount() and not self.currentIndex().isValid():
            self.setCurrentIndex(self._model.index(0, 0))

    def _dress(self, row_height: int) -> None:
        theme = current()
        self.viewport().setAttribute(Qt.WidgetAttribute.WA_OpaquePaintEvent)
        self.setShowGrid(False)
        self.setMouseTracking(True)
        self.setWordWrap(False)
        self.setTabKeyNavigation(False)
        self.setSelectionBehavior(QAbstractItemView.SelectionBehavior.SelectRows)
        self.setSelectionMode(QAbstractItemView.SelectionMode.SingleSelection)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        rows = self.verticalHeader()
        rows.setVisible(False)
        rows.setSectionResizeMode(QHeaderView.ResizeMode.Fixed)
        rows.setDefaultSectionSize(theme.px(row_height))
        head = self.horizontalHeader()
        head.setHighlightSections(False)
        head.setSectionsClickable(False)
        for number, column in enumerate(self._model.columns):
            stretched = column.width == 0
            mode = QHeaderView.ResizeMode.Stretch if stretched else QHeaderView.ResizeMode.Fixed
            head.setSectionResizeMode(number, mode)
            if not stretched:
                self.setColumnWidth(number, theme.px(column.width))
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
