"""What a file would change, before anything is written: each row with its fate, sums that add up, one act."""

from collections.abc import Sequence
from functools import partial
from typing import Any

from PySide6.QtCore import QRectF, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.domain.register_import import RegisterPlan
from inspector.services.register_overview import Overview
from inspector.ui.pages.registers.import_rows import Fate, ImportRow, fate_state, import_rows, sums
from inspector.ui.pages.registers.tables import Register
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty, scrolling, sheet
from inspector.ui.widgets.buttons import button, filled, outlined
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.paged_model import ROW_ROLE, Column, PagedModel
from inspector.ui.widgets.row_delegate import Index, RowDelegate, draw_lines, draw_states, inset
from inspector.ui.widgets.row_table import RowTable


class ImportView(QWidget):
    """`apply_wanted`: write it. `list_wanted`: keep the refused rows as a workbook. `left`: nothing shall be done."""

    apply_wanted = Signal()
    list_wanted = Signal()
    left = Signal()

    def __init__(self, plan: RegisterPlan[Any], register: Register, overview: Overview, file: str) -> None:
        super().__init__()
        self.plan = plan
        self.register = register
        self._rows = import_rows(plan, register.cls, overview)
        self._fate: Fate | None = None
        number = len(plan.added) + len(plan.changed)
        self.apply = filled(tr("Apply {n} entries", n=number), self.apply_wanted.emit, icon="check", keys="Enter")
        self.leave = outlined(tr("Leave it"), self.left.emit, keys="Esc")
        self.save_list = outlined(tr("Save the refused list"), self.list_wanted.emit, icon="file-spreadsheet")
        self.sums = wrapping(sums(plan), "sm", "text2")
        self.chips = self._make_chips()
        self.model: PagedModel[ImportRow] = PagedModel(_columns(), self._fetch, self)
        self.table = RowTable(self.model, _ImportCells(), tr("Rows of the file"))
        self._details = down(gap=12, margins=(20, 20, 20, 20))
        self._panel = sheet(down(scrolling(self._details), gap=0), "right")
        self._panel.setFixedWidth(current().px(380))
        note = ElidingLabel(tr("Nothing is written yet; applying is one act and can be undone as one"), "sm", "text2")

        self.save_list.setVisible(bool(plan.refused))
        self.apply.setEnabled(bool(number))
        head = PageHead(tr("Check the import"), f"{file} · {register.words}", self.save_list, back=self.left.emit)
        strip = sheet(down(flowing(*self.chips.values()), self.sums, gap=6, margins=(20, 10, 20, 10)), "head")
        foot = _foot(note, self.leave, self.apply)
        self.setLayout(down(head, strip, Grow(across(Grow(self.table), self._panel, gap=0)), foot, gap=0))

        self.table.row_chosen.connect(self._show_details)
        self.show_fate(None)

    def take_form(self, mode: LayoutMode) -> None:
        """Details stand beside the rows where there is room."""
        self._panel.setVisible(mode is LayoutMode.WIDE)
        self.table.setColumnHidden(0, mode is LayoutMode.ONE)

    def show_fate(self, fate: Fate | None) -> None:
        """Only rows of that fate; None is all."""
        self._fate = fate
        for each, chip in self.chips.items():
            chip.setChecked(each == fate)
        rows = [str(n) for n, row in enumerate(self._rows) if fate in {None, row.fate}]
        self.model.show_ids(rows)
        if rows:
            self._show_details(rows[0])

    def _make_chips(self) -> dict[Fate | None, QPushButton]:
        counts = {None: len(self._rows)} | {fate: sum(r.fate is fate for r in self._rows) for fate in Fate}
        chips: dict[Fate | None, QPushButton] = {}
        for fate, number in counts.items():
            words = fate_state(fate).words if fate else tr("All")
            chip = button(f"{words} {number}", "chip", partial(self.show_fate, fate))
            chip.setCheckable(True)
            chips[fate] = chip
        return chips

    def _fetch(self, ids: Sequence[str]) -> list[ImportRow]:
        return [self._rows[int(each)] for each in ids]

    def _show_details(self, number: str) -> None:
        row = self._rows[int(number)]
        empty(self._details)
        place = f"{row.place.sheet} · {tr('row {n}', n=row.place.row or 0)}"
        self._details.addWidget(wrapping(row.name or "—", "md", bold=True))
        self._details.addWidget(wrapping(place, "sm", "text3"))
        if row.complaint:
            column = tr("Column {name}", name=row.place.column) if row.place.column else ""
            said = down(wrapping(row.said, tone="fail"), gap=4, margins=(12, 10, 12, 10))
            if column:
                self._details.addWidget(wrapping(column, "sm", "text2"))
            self._details.addWidget(sheet(said, "fail"))
        for field, old, new in row.lines:
            name = label(field, "sm", "text3")
            value = wrapping(f"{old} → {new}" if row.fate is Fate.CHANGED else new)
            self._details.addLayout(down(name, value, gap=2))
        self._details.addStretch(1)


class _ImportCells(RowDelegate):
    def paint_cell(self, painter: QPainter, area: QRectF, index: Index, is_current: bool) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, ImportRow):
            return
        if index.column() == 1:
            draw_lines(painter, inset(area), row.name or "—", row.said, bold=is_current)
        elif index.column() == 2:
            draw_states(painter, inset(area), (fate_state(row.fate),))
        else:
            draw_lines(painter, inset(area), str(row.place.row or ""), "")


def _columns() -> tuple[Column[ImportRow], ...]:
    return (
        Column(tr("Row"), lambda row: str(row.place.row or ""), 90),
        Column(tr("Entry"), lambda row: f"{row.name}\n{row.said}"),
        Column(tr("What becomes of it"), lambda row: fate_state(row.fate).words, 150),
    )


def _foot(note: QWidget, *right: QWidget) -> QWidget:
    made = sheet(across(Grow(note), *right, gap=8, margins=(20, 0, 20, 0)), "foot")
    made.setFixedHeight(current().high("touch") + current().gap(12))
    return made
