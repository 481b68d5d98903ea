"""What the last visit said about this item: seen while the item waits for its verdict."""

from datetime import date

from PySide6.QtWidgets import QWidget

from inspector.services.last_results import LastResult
from inspector.ui.pages.record.thumbs import Thumbs
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, sheet
from inspector.ui.widgets.labels import icon_label, label, wrapping
from inspector.ui.widgets.photo_tile import PhotoTile
from inspector.ui.widgets.pill import Pill
from inspector.ui.words.dates import short_date
from inspector.ui.words.states import recurrence_state, status_state, verdict_mark, verdict_words

_ICONS: dict[MarkKind, str] = {"pass": "check", "fail": "x", "na": "minus"}


class LastCard(QWidget):
    """The card, and the hint that a photo alone is enough."""

    def __init__(self, thumbs: Thumbs) -> None:
        super().__init__()
        self._thumbs = thumbs
        self._card = down(gap=0)
        tip = wrapping(tr("A photo first is fine: drop it here and it counts as a fail"), "sm", "text3")
        self.tip = QWidget()
        self.tip.setLayout(across(icon_label("image-plus", "text3", 18), Grow(tip), gap=8))
        self.setLayout(down(self._card, self.tip, gap=16))

    def show_result(self, result: LastResult | None, today: date) -> None:
        """Show it; nothing when nobody looked before."""
        empty(self._card)
        if result is not None:
            self._card.addWidget(self._made(result, today))

    def _made(self, result: LastResult, today: date) -> QWidget:
        mark = verdict_mark(result.verdict)
        pills = [Pill(verdict_words(mark), mark, _ICONS.get(mark, ""))]
        if result.finding:
            state = status_state(result.finding.record.status)
            words = f"{short_date(result.ended_at.date(), today)} {state.words}" if result.ended_at else state.words
            pills.append(Pill(words, state.tone, state.icon))
            if times := result.finding.record.recurrences:
                again = recurrence_state(times)
                pills.append(Pill(again.words, again.tone, again.icon))
        head = across(label(tr("This item last time"), "sm", "text2", bold=True), *pills, STRETCH, gap=8)
        lines: list[QWidget] = []
        if result.finding:
            found = result.finding.record
            lines.append(wrapping(" ".join(part for part in (found.location, found.text) if part)))
        who = " · ".join(part for part in (_seen(result, today), result.unit_name) if part)
        lines.append(wrapping(who, "sm", "text3"))
        words_part = down(head, *lines, gap=4)
        picture = self._picture(result)
        return sheet(across(*picture, Grow(words_part), gap=16, margins=(12, 12, 12, 12)), "sunken")

    def _picture(self, result: LastResult) -> tuple[QWidget, ...]:
        if not result.thumb_sha:
            return ()
        tile = PhotoTile("", self._thumbs.get(result.thumb_sha), tr("Photo of last time"), refused=False)
        tile.setEnabled(False)
        return (tile,)


def _seen(result: LastResult, today: date) -> str:
    return f"{short_date(result.at.date(), today)} {result.inspector}"
