"""Days an office sets itself: its calendar is the shipped one with these on top."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from inspector.domain.calendars import WorkCalendar


@dataclass(frozen=True, slots=True)
class CalendarDay:
    """One day the office has decided on: `working` or off, and why (国庆节, 调休上班)."""

    day: date
    working: bool
    name: str = ""


def with_days(calendar: WorkCalendar, days: Iterable[CalendarDay]) -> WorkCalendar:
    """The calendar with the office's own days before the shipped ones."""
    chosen = tuple(days)
    on = {d.day for d in chosen if d.working}
    off = {d.day for d in chosen if not d.working}
    return WorkCalendar(
        days_off=(calendar.days_off - on) | off,
        workdays=(calendar.workdays - off) | on,
        provisional=calendar.provisional,
    )
