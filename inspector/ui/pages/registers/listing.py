"""The table of a register, and what stands in its place when nothing is listed."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.ui.pages.registers.tables import Cell, Register
from inspector.ui.translation import tr
from inspector.ui.widgets.empty_state import nothing_found
from inspector.ui.widgets.paged_model import ROW_ROLE, TICK_ROLE, Column, PagedModel
from inspector.ui.widgets.row_delegate import Index, RowDelegate, draw_box, draw_lines, inset
from inspector.ui.widgets.row_table import RowTable

_TICK_WIDTH = 52
Cells = tuple[Cell, ...]


class Listing(QStackedWidget):
    """One register's rows. `chosen` tells the current row, `opened` a click or Enter, `ticked` the boxes,
    `sort_wanted` a pressed head, `clear_wanted` that the filters shall go.
    """

    chosen = Signal(str)
    opened = Signal(str)
    ticked = Signal()
    sort_wanted = Signal(int)
    clear_wanted = Signal()

    def __init__(self, register: Register, fetch: Callable[[str], Cells | None]) -> None:
        super().__init__()
        columns: list[Column[Cells]] = [Column("", lambda _row: "", _TICK_WIDTH)]
        columns += [Column(each.head, _words(number), each.width) for number, each in enumerate(register.columns)]
        self._register = register
        self._quiet = False
        self.model: PagedModel[Cells] = PagedModel(columns, lambda ids: [fetch(each) for each in ids], self)
        self.table = RowTable(self.model, _RegisterCells(), register.words, tick_column=0)
        self._nothing = nothing_found(tr("No entry fits"), tr("Clear filters"), self.clear_wanted.emit)
        for each in (self.table, self._nothing):
            self.addWidget(each)

        head = self.table.horizontalHeader()
        head.setSectionsClickable(True)
        head.setSortIndicatorShown(True)
        head.setSortIndicator(1, Qt.SortOrder.AscendingOrder)
        head.sectionClicked.connect(lambda number: self.sort_wanted.emit(number - 1) if number else None)
        self.table.row_chosen.connect(lambda row: None if self._quiet else self.chosen.emit(row))
        self.table.row_opened.connect(self.opened)
        self.table.clicked.connect(lambda _index: self.opened.emit(self.table.current_id()))
        self.model.ticks_changed.connect(self.ticked)

    def show_ids(self, ids: Sequence[str], keep: str) -> None:
        """List these, the row `keep` staying current where it is listed; nothing is told."""
        self._quiet = True
        if tuple(ids) == tuple(self.model.ids):
            self.model.forget_rows()
        else:
            self.model.show_ids(ids)
        if keep in ids and self.table.current_id() != keep:
            self.table.choose_id(keep)
        self._quiet = False
        self.setCurrentWidget(self.table if ids else self._nothing)

    def show_in_place(self, widget: QWidget) -> None:
        """Show something instead of the table."""
        if self.indexOf(widget) < 0:
            self.addWidget(widget)
        self.setCurrentWidget(widget)

    def show_narrow(self, narrow: bool) -> None:
        """Only the columns that matter most."""
        for number, column in enumerate(self._register.columns, 1):
            self.table.setColumnHidden(number, narrow and not column.narrow)

    def show_order(self, column: int, *, descending: bool) -> None:
        """Mark the column the rows are sorted by."""
        order = Qt.SortOrder.DescendingOrder if descending else Qt.SortOrder.AscendingOrder
        self.table.horizontalHeader().setSortIndicator(max(column, 0) + 1, order)


class _RegisterCells(RowDelegate):
    def paint_cell(self, painter: QPainter, area: QRectF, index: Index, is_current: bool) -> None:
        if index.column() == 0:
            draw_box(painter, area, bool(index.data(TICK_ROLE)))
            return
        row = index.data(ROW_ROLE)
        if row is not None:
            cell: Cell = row[index.column() - 1]
            draw_lines(painter, inset(area), cell.first, cell.second, bold=is_current and index.column() == 1)


def _words(number: int) -> Callable[[Cells], str]:
    return lambda cells: "\n".join(filter(None, cells[number]))
