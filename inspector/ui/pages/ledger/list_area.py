"""The table of the ledger and what stands in its place when there is nothing to list."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QRectF, Qt, QTimer, Signal
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.ledger import LedgerOrder, LedgerRow
from inspector.ui.pages.ledger.asking import Asking
from inspector.ui.pages.ledger.cells import LedgerCells
from inspector.ui.pages.ledger.columns import LEDGER_COLUMNS, NAMES, model_columns
from inspector.ui.theme.current import current
from inspector.ui.theme.paint import ink, rounded, smooth
from inspector.ui.translation import tr
from inspector.ui.widgets.empty_state import EmptyState, nothing_found
from inspector.ui.widgets.paged_model import PagedModel
from inspector.ui.widgets.row_table import RowTable
from inspector.ui.widgets.thumbnails import Thumbnails

_PATIENCE_MS = 200


class ListArea(QStackedWidget):
    """`sort_wanted` tells the column a person pressed, `clear_wanted` that the filters shall go."""

    sort_wanted = Signal(LedgerOrder)
    clear_wanted = Signal()

    def __init__(self, asking: Asking, thumbnails: Thumbnails, today: date) -> None:
        super().__init__()
        columns = model_columns(today)
        self.model: PagedModel[LedgerRow] = PagedModel(columns, asking.rows, self, asking.rows_later)
        self.is_begun = False
        """The first lines are listed, and the rest is still to come."""
        self.table = RowTable(self.model, LedgerCells(thumbnails, today), tr("Findings"), tick_column=0)
        self._nothing = nothing_found(tr("No finding fits"), tr("Clear filters"), self.clear_wanted.emit)
        self._waiting = _Bars()
        self._first_run: EmptyState | None = None
        for each in (self.table, self._nothing, self._waiting):
            self.addWidget(each)
        head = self.table.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.sectionClicked.connect(self._sort)
        thumbnails.arrived.connect(self.table.viewport().update)
        self._patience = QTimer(self, singleShot=True, interval=_PATIENCE_MS)
        self._patience.timeout.connect(lambda: self.setCurrentWidget(self._waiting))

    def wait(self) -> None:
        """The question is being asked; after 0.2 s the first time, bars stand where rows will be."""
        if not self.model.ids:
            self._patience.start()

    def show_ids(self, ids: Sequence[str]) -> None:
        """List these; nothing found says so and offers the way back."""
        self._patience.stop()
        if self.is_begun:
            self.model.go_on(ids)
        else:
            self.model.show_ids(ids)
        self.is_begun = False
        self.setCurrentWidget(self.table if ids else self._nothing)

    def show_first(self, ids: Sequence[str], rows: Sequence[LedgerRow]) -> None:
        """List the first lines; `show_ids` goes on with the rest."""
        self._patience.stop()
        self.model.show_ids(ids, rows)
        self.is_begun = True
        self.setCurrentWidget(self.table)

    def show_first_run(self, state: EmptyState) -> None:
        """There is no finding at all yet."""
        self._patience.stop()
        if self._first_run:
            self.removeWidget(self._first_run)
            self._first_run.deleteLater()
        self._first_run = state
        self.addWidget(state)
        self.setCurrentWidget(state)

    @property
    def is_first_run(self) -> bool:
        """True while it is said that there is nothing yet."""
        return self._first_run is not None and self.currentWidget() is self._first_run

    def show_columns(self, names: frozenset[str]) -> None:
        """Show these columns only."""
        for number, name in enumerate(NAMES):
            self.table.setColumnHidden(number, name not in names)

    def show_order(self, order: LedgerOrder, *, descending: bool) -> None:
        """Mark the column the rows are sorted by."""
        number = next(i for i, column in enumerate(LEDGER_COLUMNS) if column.order is order)
        direction = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(number, direction)

    def _sort(self, number: int) -> None:
        if order := LEDGER_COLUMNS[number].order:
            self.sort_wanted.emit(order)


class _Bars(QWidget):
    """Rows with sunken bars: something is coming."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        smooth(painter)
        painter.fillRect(self.rect(), ink("surface"))
        high, left = theme.px(64), theme.px(60)
        for top in range(theme.high("compact"), self.height(), high):
            rounded(painter, QRectF(left, top + theme.px(8), theme.px(64), theme.px(48)), 4, ink("sunken"))
            for number, width in enumerate((0.5, 0.3)):
                line = QRectF(left + theme.px(84), top + theme.px(14 + 22 * number), self.width() * width, theme.px(12))
                rounded(painter, line, 4, ink("sunken"))
