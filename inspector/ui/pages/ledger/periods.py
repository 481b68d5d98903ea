"""From which day to which: the usual spans, and two days of one's own."""

from collections.abc import Callable, Mapping
from datetime import date, timedelta

from PySide6.QtWidgets import QWidget

from inspector.ui.dialogs.modal import Modal
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping
from inspector.ui.words.dates import short_date

Period = tuple[date | None, date | None]
"""First and last day, both within; None has no end."""

OWN = "own"
_BACK, _AHEAD = (7, 30, 90), (7, 30)


def found_periods(today: date) -> dict[str, tuple[str, Period]]:
    """Spans up to today: value → words and days."""
    spans = {str(days): (tr("The last {n} days", n=days), (today - timedelta(days=days), None)) for days in _BACK}
    return {"0": (tr("Found today"), (today, None)), **spans}


def due_periods(today: date) -> dict[str, tuple[str, Period]]:
    """Spans from today on."""
    return {str(days): (tr("Due within {n} days", n=days), (today, today + timedelta(days=days))) for days in _AHEAD}


def offered(periods: Mapping[str, tuple[str, Period]]) -> dict[str, str]:
    """What a list offers: the spans, and days of one's own."""
    return {value: words for value, (words, _) in periods.items()} | {OWN: tr("From … to …")}


def period_words(period: Period, today: date) -> str:
    """As a chip says it."""
    since, until = period
    if since and until:
        return f"{short_date(since, today)} – {short_date(until, today)}"
    if since:
        return tr("from {day}", day=short_date(since, today))
    return tr("until {day}", day=short_date(until, today)) if until else ""


class DaysDialog(Modal):
    """Asks for the first and the last day; `act` is given them in order, whichever was the earlier."""

    def __init__(
        self, parent: QWidget, title: str, period: Period, today: date, act: Callable[[Period], object]
    ) -> None:
        super().__init__(parent, title, width=420)
        self._act = act
        since, until = period
        self.since = DayField(tr("From"), since or until or today, today)
        self.until = DayField(tr("To"), until or max(today, since or today), today)
        self.leave = outlined(tr("Leave it"), self.reject)
        self.take = filled(tr("Show these days"), self._finish, icon="list-filter")
        rows = (FormRow(tr("From"), self.since), FormRow(tr("To"), self.until))
        self.fill(down(wrapping(title, "lg", bold=True), *rows, gap=12), across(STRETCH, self.leave, self.take, gap=8))
        self.since.setFocus()

    def _finish(self) -> None:
        first, last = sorted((self.since.day, self.until.day))
        self.accept()
        self._act((first, last))
