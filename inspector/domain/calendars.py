"""The work calendar: weekends, public holidays and make-up days, as the State Council arranges them each year."""

from dataclasses import dataclass
from datetime import date, timedelta

_DAY = timedelta(days=1)
_LONGEST_WAIT = 366
"""Working days are looked for at most this far; a calendar without any is a mistake, not an answer."""


@dataclass(frozen=True, slots=True)
class WorkCalendar:
    """Days that differ from the week: `days_off` on weekdays or weekends, `workdays` (调休上班) on weekends.

    Years in `provisional` hold the statutory days only, because the notice was not out when they were written.
    """

    days_off: frozenset[date] = frozenset()
    workdays: frozenset[date] = frozenset()
    provisional: frozenset[int] = frozenset()

    def is_workday(self, day: date) -> bool:
        """True for a day offices work; a make-up day counts before a day off."""
        return day in self.workdays or (day not in self.days_off and day.weekday() < 5)

    def is_known(self, year: int) -> bool:
        """True when the calendar says something about that year, be it provisional."""
        return any(day.year == year for day in self.days_off)

    def workdays_after(self, start: date, days: int) -> date:
        """The `days`-th working day after `start`; `start` itself for 0. Raises ValueError when there is none."""
        day = start
        for _ in range(days):
            day = self._next_workday(day)
        return day

    def _next_workday(self, day: date) -> date:
        for i in range(1, _LONGEST_WAIT + 1):
            if self.is_workday(day + i * _DAY):
                return day + i * _DAY
        raise ValueError(f"no working day within a year of {day}")
