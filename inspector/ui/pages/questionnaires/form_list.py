"""The forms in use, and responses that were begun and not ended."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.services.asking import Begun
from inspector.services.questionnaires import FormTitle
from inspector.ui.pages.questionnaires.titles import title_words
from inspector.ui.pages.questionnaires.words import mode_words
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty, hairline, scrolling
from inspector.ui.widgets.buttons import icon_button
from inspector.ui.widgets.labels import ElidingLabel, icon_label, label, wrapping
from inspector.ui.widgets.row_button import RowButton

_LARGE = 1.5
"""From this size of the words on the number stands alone; the panel beside names it."""


class FormList(QWidget):
    """`chosen` tells a form's code, `resumed` an unfinished response's id."""

    chosen = Signal(str)
    resumed = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, RowButton] = {}
        self._box = down(gap=0)
        self.area = scrolling(self._box)
        self.setLayout(down(Grow(self.area), gap=0))
        self.setAccessibleName(tr("Questionnaires"))

    def show_forms(self, titles: Sequence[FormTitle], unfinished: Sequence[Begun], code: str) -> None:
        """Show them, the form `code` chosen."""
        empty(self._box)
        for begun in unfinished:
            self._box.addWidget(self._draft(begun))
        if unfinished:
            self._box.addWidget(hairline())
        self.rows = {title.code: self._row(title) for title in titles}
        for row in self.rows.values():
            self._box.addWidget(row)
        self._box.addStretch(1)
        self.choose(code)

    def choose(self, code: str) -> None:
        """Mark a form without telling anybody."""
        for each, row in self.rows.items():
            row.show_current(each == code)
        if code in self.rows:
            self.area.ensureWidgetVisible(self.rows[code], 0, 0)

    def _row(self, title: FormTitle) -> RowButton:
        facts = tr("{code}, version {v}, {n} questions", code=title.code, v=title.version, n=title.questions)
        name = title_words(title.title)
        words = down(wrapping(name, "base", bold=True), ElidingLabel(facts, "sm", "text3"), gap=2)
        count = label(str(title.responses), "md", bold=True)
        named = () if current().scale >= _LARGE else (label(tr("came back"), "xs", "text3"),)
        number = down(count, *named, gap=0)
        row = RowButton(across(Grow(words), number, gap=12, margins=(20, 4, 20, 4)), f"{name}, {facts}", height=64)
        row.clicked.connect(lambda _=False, code=title.code: self.chosen.emit(code))
        return row

    def _draft(self, begun: Begun) -> QWidget:
        facts = (
            mode_words(begun.mode), begun.interviewer, f"{begun.started_at:%m-%d %H:%M}",
            tr("{n} of {of} answered", n=begun.answered, of=begun.of),
        )  # fmt: skip
        words = down(
            ElidingLabel(title_words(begun.title), "base", bold=True),
            ElidingLabel(" · ".join(part for part in facts if part), "sm", "text2"), gap=2,
        )  # fmt: skip
        go_on = icon_button("play", tr("Go on filling in"), lambda: self.resumed.emit(begun.id))
        made = QWidget()
        made.setLayout(across(icon_label("clock-alert", "warn"), Grow(words), go_on, gap=10, margins=(20, 8, 20, 8)))
        return made
