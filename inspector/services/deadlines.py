"""整改期限 by the office's calendar."""

from collections.abc import Callable
from datetime import date
from functools import cached_property

from inspector.domain.calendar_days import CalendarDay, with_days
from inspector.domain.calendars import WorkCalendar
from inspector.domain.deadlines import TimeLimit, due_on, falls_on_day_off, parse_time_limit
from inspector.domain.settings import named_id
from inspector.domain.stored import Changed
from inspector.services.acts import Acts
from inspector.storage.reading import Reading


class Deadlines:
    """Time limits as dates; the office's own days count before the shipped holidays."""

    def __init__(self, shipped: Callable[[], WorkCalendar]) -> None:
        """`shipped` reads the calendar that comes with the program; it is asked once, when first needed."""
        self._read_shipped = shipped

    @cached_property
    def _shipped(self) -> WorkCalendar:
        return self._read_shipped()

    def calendar(self, view: Reading) -> WorkCalendar:
        """The calendar that holds in this workspace."""
        return with_days(self._shipped, (d.record for d in view.all(CalendarDay)))

    def due_on(self, view: Reading, time_limit: str, start: date) -> date | None:
        """The last day in time; None for 长期 and for a limit nobody can read, which a person then sets."""
        limit = parse_time_limit(time_limit)
        return due_on(limit, start, self.calendar(view)) if isinstance(limit, TimeLimit) else None

    def falls_on_day_off(self, view: Reading, due: date | None) -> bool:
        """The deadline is a day nobody works."""
        return falls_on_day_off(due, self.calendar(view))


class CalendarService:
    """The work calendar as the office sees and edits it."""

    def __init__(self, acts: Acts, deadlines: Deadlines) -> None:
        self._acts = acts
        self._deadlines = deadlines

    def calendar(self) -> WorkCalendar:
        """The calendar with the office's days."""
        with self._acts.reading() as view:
            return self._deadlines.calendar(view)

    def own_days(self) -> tuple[CalendarDay, ...]:
        """The days the office has set, in order."""
        with self._acts.reading() as view:
            return tuple(sorted((d.record for d in view.all(CalendarDay)), key=lambda d: d.day))

    def set_day(self, day: CalendarDay) -> Changed:
        """Make a day a working day or a day off."""
        with self._acts.doing("calendar-day") as writing:
            writing.put(named_id("calendar-day", day.day.isoformat()), day)
        return writing.changed

    def drop_day(self, day: date) -> Changed:
        """Back to what the shipped calendar says."""
        with self._acts.doing("calendar-day") as writing:
            writing.remove(CalendarDay, named_id("calendar-day", day.isoformat()))
        return writing.changed

    def due_on(self, time_limit: str, start: date) -> date | None:
        """The last day in time for a limit counted from `start`."""
        with self._acts.reading() as view:
            return self._deadlines.due_on(view, time_limit, start)
