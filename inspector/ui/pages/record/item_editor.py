"""The right side: the item with its verdicts on top, below what belongs to the verdict."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QFrame, QWidget

from inspector.domain.calendars import WorkCalendar
from inspector.services.last_results import LastResult
from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.figures import Figures
from inspector.ui.pages.record.finding_form import FindingForm
from inspector.ui.pages.record.last_card import LastCard
from inspector.ui.pages.record.question import Question
from inspector.ui.pages.record.thumbs import Thumbs
from inspector.ui.pages.record.typed_line import TypedLine
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling, sheet
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.search_combo import Spell

_LABEL = 64


class ItemEditor(QFrame):
    """Shows the desk's item. In one column everything scrolls, else the question stays above."""

    def __init__(self, units: Sequence[tuple[str, str]], spell: Spell, calendar: WorkCalendar, thumbs: Thumbs) -> None:
        super().__init__()
        self.setProperty("role", "flat")
        self.question = Question()
        self.figures = Figures()
        self.form = FindingForm(units, spell, calendar)
        self.last = LastCard(thumbs)
        self.remark = TypedLine(tr("Note on this item"), tr("Note on this item"))
        self._remarked = ""

        note = label(tr("Note"), "base", "text2")
        note.setMinimumWidth(current().px(_LABEL))
        note_row = QWidget()
        note_row.setLayout(across(note, Grow(self.remark), gap=12))
        self._lower = down(self.figures, self.form, self.last, note_row, STRETCH, gap=16, margins=(20, 12, 20, 12))
        self._area = scrolling(self._lower)
        self._pinned = sheet(down(margins=(20, 12, 20, 12)), "head")
        self.setLayout(down(self._pinned, Grow(self._area), gap=0))
        self.arrange(LayoutMode.WIDE)

    def arrange(self, mode: LayoutMode) -> None:
        """Let the question scroll with the rest where there is only one column."""
        if mode is LayoutMode.ONE:
            self._lower.insertWidget(0, self.question)
        else:
            layout = self._pinned.layout()
            if layout is not None:
                layout.addWidget(self.question)
        self._pinned.setVisible(mode is not LayoutMode.ONE)

    def show_desk(self, desk: Desk, today: date) -> None:
        """Show the desk's item as it stands."""
        sheet_now, item = desk.sheet, desk.known
        answer = sheet_now.answers.get(item.code)
        self.question.show_item(sheet_now, item, is_open=desk.is_open)
        self.figures.show_item(sheet_now, item, is_open=desk.is_open)
        self.form.setVisible(bool(desk.findings))
        if desk.findings:
            self.form.show_findings(item, desk.findings, desk.finding, today, is_open=desk.is_open)
        self.last.setVisible(desk.verdict is None and not desk.findings)
        self.last.tip.setVisible(desk.is_open)
        key = f"{sheet_now.id}/{item.code}"
        (self.remark.show_text if key == self._remarked else self.remark.become)(answer.remark if answer else "")
        if key != self._remarked:
            self._remarked = key
            self._area.verticalScrollBar().setValue(0)
        self.remark.setEnabled(desk.is_open)

    def show_last(self, result: LastResult | None, today: date) -> None:
        """Show what the last visit said."""
        self.last.show_result(result, today)

    def flush(self) -> None:
        """Tell everything typed and not told yet."""
        self.figures.flush()
        self.form.flush()
        self.remark.flush()

    @property
    def lines(self) -> tuple[TypedLine, ...]:
        """Every line a person types into."""
        return (*self.figures.lines.values(), *self.form.lines, self.remark)
