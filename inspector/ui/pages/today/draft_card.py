"""接着做: the inspection that was left, with how far it is; the first row of the day."""

from collections.abc import Callable

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen

from inspector.domain.today import Draft, HowFar
from inspector.ui.pages.today.waiting import draft_facts
from inspector.ui.theme.current import current
from inspector.ui.theme.paint import ink, rounded, smooth
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down
from inspector.ui.widgets.buttons import filled
from inspector.ui.widgets.labels import ElidingLabel, label
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.row_button import RowButton
from inspector.ui.widgets.stacked_bar import StackedBar


class DraftCard(RowButton):
    """A picked sheet; a press anywhere on it, and Enter, go on."""

    def __init__(self, draft: Draft, go_on: Callable[[], object], *, narrow: bool) -> None:
        go = filled(tr("Go on with it"), go_on, icon="play", keys="Enter")
        go.setMinimumWidth(current().px(152))
        bar = StackedBar(tr("Verdicts of {site}", site=draft.site_name))
        so_far = draft.how_far or HowFar(0, 1)
        parts = ((so_far.passed, "pass_fill"), (so_far.failed, "fail_fill"), (so_far.not_applicable, "na_fill"))
        bar.show_parts(parts, so_far.items)
        name = across(label(draft.site_name, "xl", bold=True), Pill(draft.kind_name, "line"), STRETCH, gap=12)
        if narrow:
            name = across(Grow(ElidingLabel(draft.site_name, "xl", bold=True)), gap=12)
        facts = label(draft_facts(draft), "base", "text2")
        how_far = down(facts, bar, gap=6) if narrow else across(facts, Grow(bar), gap=16)
        words = down(label(tr("Go on with"), "sm", "accent", bold=True), name, how_far, gap=6)
        content = down(words, go, gap=12) if narrow else across(Grow(words), go, gap=32)
        content.setContentsMargins(*(current().gap(20),) * 4)
        super().__init__(content, f"{tr('Go on with')} {draft.site_name}", line=False)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.clicked.connect(lambda _checked=False: go_on())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The picked sheet; the bar at its left says that Enter acts here."""
        painter = QPainter(self)
        smooth(painter)
        area = QRectF(self.rect()).adjusted(0.5, 0.5, -0.5, -0.5)
        rounded(painter, area, current().gap(8), ink("accent_tint"), QPen(ink("accent_ink"), 1))
        if self.is_current:
            bar = QRectF(0, area.height() / 4, 4, area.height() / 2)
            rounded(painter, bar, 2, ink("accent_ink"))
