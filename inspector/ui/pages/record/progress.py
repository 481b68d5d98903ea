"""How far the inspection is: done of all, the stacked bar, the counts."""

from PySide6.QtWidgets import QWidget

from inspector.domain.scoring import Part
from inspector.ui.theme.current import current
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.mark import Mark
from inspector.ui.widgets.stacked_bar import StackedBar
from inspector.ui.words.states import verdict_words

_KINDS: tuple[MarkKind, ...] = ("pass", "fail", "na", "none")


class Progress(QWidget):
    """`kinds` are the counts it writes out; the bar has them all and is at least `least` wide."""

    def __init__(self, kinds: tuple[MarkKind, ...] = _KINDS, least: int = 40) -> None:
        super().__init__()
        self._done = label("", "sm", bold=True)
        self._bar = StackedBar(tr("Checked"))
        self._bar.setMinimumWidth(current().px(least))
        self._counts = {kind: label("", "sm", "text2") for kind in kinds}
        counted = [across(Mark(kind, 16), words, gap=4) for kind, words in self._counts.items()]
        self.setLayout(across(self._done, Grow(self._bar), *counted, gap=16))

    def show_part(self, part: Part) -> None:
        """Show these counts."""
        done = part.passed + part.failed + part.not_applicable
        counts = dict(zip(_KINDS, (part.passed, part.failed, part.not_applicable, part.not_checked), strict=True))
        self._done.setText(tr("{done}/{of} checked", done=done, of=done + part.not_checked))
        bar = ((part.passed, "pass_fill"), (part.failed, "fail_fill"), (part.not_applicable, "na_fill"))
        self._bar.show_parts(bar, done + part.not_checked)
        for kind, words in self._counts.items():
            words.setText(f"{verdict_words(kind)} {counts[kind]}")
