"""From which day to which: the usual spans of the ledger."""

from collections.abc import Mapping
from datetime import date, timedelta

from inspector.ui.dialogs.days_dialog import Period
from inspector.ui.translation import tr
from inspector.ui.words.dates import short_date

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
