"""整改期限: how long a unit has, and the day that gives.

"天" and "日" are calendar days, "工作日" are working days (rectification.md 4.6); the day of issue does not count.
"""

import re
import unicodedata
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from inspector.domain.calendars import WorkCalendar
from inspector.domain.errors import Complaint

LONGEST_DAYS = 3_650

_AT_ONCE = {"立行立改", "立即", "立即整改", "即时", "当场", "当场整改", "当天", "当日", "当日整改"}
_LONG_TERM = {"长期", "长期坚持", "长期整改"}
_DAYS = re.compile(
    r"(?:限期)?(\d{1,5}|[一二两三四五六七八九十]{1,3})个?(工作日|天|日|周|星期|月)(?:内|以内)?(?:整改|完成)?"
)
_LENGTH = {"天": 1, "日": 1, "周": 7, "星期": 7, "月": 30}
_DIGITS = {digit: value for value, digit in enumerate("零一二三四五六七八九")} | {"两": 2}


class LimitKind(StrEnum):
    """The ladder of time limits."""

    AT_ONCE = "at_once"
    """立行立改: the same day."""
    DAYS = "days"
    WORKDAYS = "workdays"
    LONG_TERM = "long_term"
    """长期: no day is set."""


@dataclass(frozen=True, slots=True)
class TimeLimit:
    """A time limit; `days` is 0 unless the kind counts days."""

    kind: LimitKind
    days: int = 0


def parse_time_limit(text: str) -> TimeLimit | Complaint:
    """The limit that a text such as 立行立改, 7天, 3个工作日, 半个月 or 长期 means, or what is wrong with it.

    A week is 7 and a month 30 days. Complaints: deadline.unreadable, deadline.out-of-range (fact `text`, `most`).
    """
    plain = re.sub(r"\s", "", unicodedata.normalize("NFKC", text))
    if plain in _AT_ONCE:
        return TimeLimit(LimitKind.AT_ONCE)
    if plain in _LONG_TERM:
        return TimeLimit(LimitKind.LONG_TERM)
    if re.fullmatch("(?:限期)?半个月(?:内|以内)?", plain):
        return TimeLimit(LimitKind.DAYS, 15)
    match = _DAYS.fullmatch(plain)
    if match is None:
        return Complaint("deadline.unreadable", facts=(("text", text),))
    days = _number(match[1]) * _LENGTH.get(match[2], 1)
    if not 1 <= days <= LONGEST_DAYS:
        return Complaint("deadline.out-of-range", facts=(("text", text), ("most", str(LONGEST_DAYS))))
    return TimeLimit(LimitKind.WORKDAYS if match[2] == "工作日" else LimitKind.DAYS, days)


def due_on(limit: TimeLimit, start: date, calendar: WorkCalendar) -> date | None:
    """The last day in time, counted from the day found or issued; None for 长期.

    Calendar days are not moved when they end on a day off: `falls_on_day_off` tells, and a person decides.
    """
    match limit.kind:
        case LimitKind.AT_ONCE:
            return start
        case LimitKind.LONG_TERM:
            return None
        case LimitKind.WORKDAYS:
            return calendar.workdays_after(start, limit.days)
        case LimitKind.DAYS:
            return start + timedelta(days=limit.days)


def falls_on_day_off(due: date | None, calendar: WorkCalendar) -> bool:
    """True when the deadline is a day nobody works."""
    return due is not None and not calendar.is_workday(due)


def _number(text: str) -> int:
    if text.isdecimal():
        return int(text)
    tens, ten, ones = text.rpartition("十")
    if not ten:
        return _DIGITS.get(text, 0)
    return (_DIGITS.get(tens, 0) if tens else 1) * 10 + (_DIGITS.get(ones, 0) if ones else 0)
