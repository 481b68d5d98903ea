"""What a file would change, before anything is written: rows with their fate, sums that add up, one way to apply."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRectF, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling, sheet
from inspector.ui.widgets.buttons import button, filled, outlined
from inspector.ui.widgets.empty_state import nothing_found
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import ElidingLabel, wrapping
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.paged_model import ROW_ROLE, Column, PagedModel
from inspector.ui.widgets.row_delegate import Index, RowDelegate, draw_lines, draw_states, inset
from inspector.ui.widgets.row_table import RowTable
from inspector.ui.words.states import State

_PANEL = 380


@dataclass(frozen=True, slots=True)
class PreviewRow:
    """`mark` is its row or code, `said` one line about it, `place` where it stands, `problem` why it was refused,
    `lines` (field, old, new) with "" for no old value.
    """

    mark: str
    name: str
    said: str
    state: State
    place: str = ""
    problem: str = ""
    lines: tuple[tuple[str, str, str], ...] = ()


@dataclass(frozen=True, slots=True)
class PreviewWords:
    """What the preview says. `states` are the fates in the order of their chips; `mark` heads the first column."""

    title: str
    facts: str
    sums: str
    note: str
    apply: str
    mark: str
    states: tuple[State, ...]


class Preview(QWidget):
    """`apply_wanted`: write it. `list_wanted`: keep what was refused as a workbook. `left`: nothing shall be done.

    Without anything to apply (`can_apply` False) leaving is the way on. `notice` stands above the rows; it `leads_on`
    when the next step is in it.
    """

    apply_wanted = Signal()
    list_wanted = Signal()
    left = Signal()

    def __init__(
        self,
        words: PreviewWords,
        rows: Sequence[PreviewRow],
        *,
        can_apply: bool,
        has_refused: bool,
        notice: QWidget | None = None,
        leads_on: bool = False,
    ) -> None:
        super().__init__()
        self.rows = tuple(rows)
        self.apply = filled(words.apply, self.apply_wanted.emit, icon="check", keys="Ctrl Enter")
        self.leave = (outlined if can_apply or leads_on else filled)(tr("Leave it"), self.left.emit, keys="Esc")
        self.save_list = outlined(tr("Save this list"), self.list_wanted.emit, icon="file-spreadsheet")
        self.sums = wrapping(words.sums, "sm", "text2")
        self.chips = self._make_chips(words.states)
        self.model: PagedModel[PreviewRow] = PagedModel(_columns(words.mark), self._fetch, self)
        self.table = RowTable(self.model, _PreviewCells(), words.title)
        self._details = down(gap=12, margins=(20, 20, 20, 20))
        self._panel = sheet(down(scrolling(self._details), gap=0), "right")
        self._panel.setFixedWidth(current().px(_PANEL))
        note = ElidingLabel(words.note, "sm", "text2")

        head = PageHead(words.title, words.facts, self.save_list, back=self.left.emit)
        notices = [notice] if notice else []
        strip = sheet(down(*notices, flowing(*self.chips.values()), self.sums, gap=6, margins=(20, 10, 20, 10)), "head")
        foot = sheet(across(Grow(note), self.leave, self.apply, gap=8, margins=(20, 0, 20, 0)), "foot")
        foot.setFixedHeight(current().high("touch") + current().gap(12))
        self._shown = QWidget()
        self._shown.setLayout(across(Grow(self.table), self._panel, gap=0))
        self._nothing = self._nothing_shown()
        self.setLayout(down(head, strip, Grow(self._shown), Grow(self._nothing), foot, gap=0))

        # Only now: a button without a parent would open a window of its own.
        self.apply.setVisible(can_apply)
        self.save_list.setVisible(has_refused)
        self.table.row_chosen.connect(self._show_details)
        self.show_state("")

    def take_form(self, mode: LayoutMode) -> None:
        """Details stand beside the rows where there is room."""
        self._panel.setVisible(mode is LayoutMode.WIDE)
        self.table.setColumnHidden(0, mode is LayoutMode.ONE)

    def show_state(self, words: str) -> None:
        """Only rows of that fate; "" is all."""
        for each, chip in self.chips.items():
            chip.setChecked(each == words)
        shown = [str(n) for n, row in enumerate(self.rows) if words in {"", row.state.words}]
        self.model.show_ids(shown)
        has_focus = self.table.hasFocus() or self._nothing.hasFocus()  # what is hidden gives it to the next button
        self._shown.setVisible(bool(shown))
        self._nothing.setVisible(not shown)
        if has_focus:
            (self.table if shown else self._nothing).setFocus()
        if shown:
            self._show_details(shown[0])

    def _nothing_shown(self) -> QWidget:
        """Instead of a table without rows: that all is as the file says, or the way back from an empty group."""
        if self.rows:
            return nothing_found(tr("No rows in this group"), tr("Show all"), lambda: self.show_state(""))
        sentence = wrapping(tr("Everything in the file is here already: it changes nothing"), "md", bold=True)
        sentence.setAlignment(Qt.AlignmentFlag.AlignCenter)
        made = QWidget()
        made.setLayout(down(STRETCH, sentence, STRETCH, margins=(24, 24, 24, 24)))
        return made

    def _make_chips(self, states: Sequence[State]) -> dict[str, QPushButton]:
        counts = Counter(row.state.words for row in self.rows)
        numbers = {"": len(self.rows)} | {state.words: counts[state.words] for state in states}
        chips: dict[str, QPushButton] = {}
        for words, number in numbers.items():
            chip = button(f"{words or tr('All')} {number}", "chip", partial(self.show_state, words))
            chip.setCheckable(True)
            chips[words] = chip
        return chips

    def _fetch(self, ids: Sequence[str]) -> list[PreviewRow]:
        return [self.rows[int(each)] for each in ids]

    def _show_details(self, number: str) -> None:
        row = self.rows[int(number)]
        empty(self._details)
        self._details.addWidget(wrapping(row.name or "—", "md", bold=True))
        if row.place:
            self._details.addWidget(wrapping(row.place, "sm", "text3", selectable=True))
        if row.problem:
            said = wrapping(row.problem, tone="fail", selectable=True)
            self._details.addWidget(sheet(down(said, margins=(12, 10, 12, 10)), "fail"))
        for field, old, new in row.lines:
            value = wrapping(f"{old} → {new}" if old else new)
            self._details.addLayout(down(wrapping(field, "sm", "text3"), value, gap=2))
        self._details.addStretch(1)


class _PreviewCells(RowDelegate):
    def paint_cell(self, painter: QPainter, area: QRectF, index: Index, is_current: bool) -> None:
        row = index.data(ROW_ROLE)
        if not isinstance(row, PreviewRow):
            return
        if index.column() == 1:
            draw_lines(painter, inset(area), row.name or "—", row.said, bold=is_current)
        elif index.column() == 2:
            draw_states(painter, inset(area), (row.state,))
        else:
            draw_lines(painter, inset(area, left=20), row.mark, "")


def _columns(mark: str) -> tuple[Column[PreviewRow], ...]:
    return (
        Column(f"  {mark}", lambda row: row.mark, 120),
        Column(tr("Entry"), lambda row: f"{row.name}\n{row.said}"),
        Column(tr("What becomes of it"), lambda row: row.state.words, 150),
    )
