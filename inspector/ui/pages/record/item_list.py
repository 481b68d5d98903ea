"""The items in the middle: arrows and clicks choose, a band's deed passes the rest of its section."""

from PySide6.QtCore import QEvent, QModelIndex, QPersistentModelIndex, QRect, Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScroller

from inspector.services.sheets import Sheet
from inspector.ui.pages.record.item_delegate import ItemDelegate, pass_rest_words
from inspector.ui.pages.record.item_rows import ROW, Band, ItemModel, ItemRow, rows_of
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import metrics
from inspector.ui.translation import tr

_LEFT_TO_THE_PAGE = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class ItemList(QListView):
    """`chosen` tells the item a person went to, `rest_passes` the section whose rest shall pass."""

    chosen = Signal(str)
    rest_passes = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._rows = ItemModel()
        self._is_telling = True
        self._sheet: Sheet | None = None
        self.setModel(self._rows)
        self.setItemDelegate(ItemDelegate(self))
        self.setAccessibleName(tr("Items"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setMouseTracking(True)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)

    def show_sheet(self, sheet: Sheet, item: str) -> None:
        """Show the sheet with `item` current and in view."""
        if sheet is not self._sheet:
            self._sheet = sheet
            self._rows.show_rows(rows_of(sheet))
        self.show_item(item)

    def show_item(self, item: str) -> None:
        """Make `item` current without telling anybody."""
        number = self._rows.row_of(item)
        if number < 0 or self.currentIndex().row() == number:
            return
        self._is_telling = False
        index = self._rows.index(number)
        self.setCurrentIndex(index)
        self.scrollTo(index)
        self._is_telling = True

    @property
    def rows(self) -> tuple[Band | ItemRow, ...]:
        """What is listed."""
        return tuple(self._rows.rows)

    def band_deed(self, section: str) -> QRect:
        """Where the deed of a section's band is pressed, in the viewport."""
        number = next(i for i, row in enumerate(self.rows) if isinstance(row, Band) and row.section == section)
        band = self._rows.rows[number]
        area = self.visualRect(self._rows.index(number))
        words = pass_rest_words(band) if isinstance(band, Band) else ""
        width = metrics("base").horizontalAdvance(words) + current().gap(24)
        return QRect(area.right() - width, area.y(), width, area.height())

    def show_section(self, section: str) -> None:
        """Scroll to the band of a section."""
        number = next((i for i, row in enumerate(self.rows) if row.section == section), -1)
        if number >= 0:
            self.scrollTo(self._rows.index(number), QAbstractItemView.ScrollHint.PositionAtTop)

    def currentChanged(
        self, now: QModelIndex | QPersistentModelIndex, before: QModelIndex | QPersistentModelIndex
    ) -> None:
        """Tell the page which item it is."""
        super().currentChanged(now, before)
        row = now.data(ROW) if now.isValid() else None
        if self._is_telling and isinstance(row, ItemRow):
            self.chosen.emit(row.code)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's; Enter and Space are the page's."""
        if event.key() in _LEFT_TO_THE_PAGE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Letters are keys of the page."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a band's deed passes the rest; elsewhere it chooses."""
        band = self._band_at(event)
        if band is None:
            super().mousePressEvent(event)
        elif event.button() == Qt.MouseButton.LeftButton:
            self.rest_passes.emit(band.section)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """The pointer shows what can be pressed."""
        self.viewport().setCursor(
            Qt.CursorShape.PointingHandCursor if self._band_at(event) else Qt.CursorShape.ArrowCursor
        )
        super().mouseMoveEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break lines elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def viewportEvent(self, event: QEvent) -> bool:
        """Keep the current item in view when the window becomes lower."""
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.Resize and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        return done

    def _band_at(self, event: QMouseEvent) -> Band | None:
        place = event.position().toPoint()
        row = self.indexAt(place).data(ROW) if self.indexAt(place).isValid() else None
        if isinstance(row, Band) and row.rest and self.band_deed(row.section).contains(place):
            return row
        return None
