"""整改期限: the ladder of time limits with the day each gives, and any other day."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.calendars import WorkCalendar
from inspector.domain.deadlines import TimeLimit, due_on, parse_time_limit
from inspector.domain.findings import Finding
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.day_field import DayField
from inspector.ui.words.dates import short_date

_LADDER = ("立行立改", "3天", "7天", "15天", "30天", "长期")
_BY_HAND = "by-hand"
_NO_DAY = date(2000, 1, 1)


class Deadline(QWidget):
    """`chosen` tells (day or None, time limit); a day by hand has no limit."""

    chosen = Signal(object, str)

    def __init__(self, calendar: WorkCalendar) -> None:
        super().__init__()
        self._calendar = calendar
        self._found = date.min
        self._offered: tuple[object, ...] = ()
        self.limits = Combo()
        self.limits.setAccessibleName(tr("Deadline"))
        self.limits.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self.day = DayField(tr("Day of the deadline"), _NO_DAY, date.min)
        self.setLayout(across(Grow(self.limits), self.day, gap=8))
        self.limits.chosen.connect(self._choose)
        self.day.chosen.connect(lambda day: self.chosen.emit(day, ""))

    def show_finding(self, finding: Finding, usual: str, today: date) -> None:
        """Show the deadline of a finding; `usual` is the limit its item has."""
        self._found = finding.found_at.date()
        offered = tuple(dict.fromkeys((*filter(None, (usual, finding.time_limit)), *_LADDER)))
        if (offered, self._found, today) != self._offered:
            self._offered = (offered, self._found, today)
            self.limits.offer(self._values(offered, today))
        by_hand = not finding.time_limit and finding.due_on is not None
        self.limits.show_value(_BY_HAND if by_hand else finding.time_limit)
        self._show_day(finding.due_on if by_hand else None)

    def _values(self, limits: Sequence[str], today: date) -> list[tuple[str, str]]:
        values = [(limit, self._words(limit, today)) for limit in limits]
        return [*values, (_BY_HAND, tr("Another day"))]

    def _words(self, limit: str, today: date) -> str:
        day = self._day_of(limit)
        if day is None:
            return limit
        return f"{limit} · {tr('today') if day == today else short_date(day, today)}"

    def _day_of(self, limit: str) -> date | None:
        parsed = parse_time_limit(limit)
        return due_on(parsed, self._found, self._calendar) if isinstance(parsed, TimeLimit) else None

    def _choose(self, limit: str) -> None:
        if limit == _BY_HAND:
            self._show_day(self._found)
            self.day.setFocus()
            self.chosen.emit(self._found, "")
        else:
            self.chosen.emit(self._day_of(limit), limit)

    def _show_day(self, day: date | None) -> None:
        self.day.setVisible(day is not None)
        if day is not None:
            self.day.show_day(day)
