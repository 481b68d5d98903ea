"""Deadlines: how texts are read, and which day they give, with the holidays of 2026 and 2027."""

from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.calendars import WorkCalendar
from inspector.domain.deadlines import (
    LimitKind,
    TimeLimit,
    due_on,
    falls_on_day_off,
    parse_time_limit,
)
from inspector.domain.errors import Complaint
from inspector.exchange.register_start import read_starting_set

CALENDAR = read_starting_set().calendar
DAYS = st.dates(date(2020, 1, 1), date(2035, 12, 31))
COUNTED = st.builds(TimeLimit, st.sampled_from([LimitKind.DAYS, LimitKind.WORKDAYS]), st.integers(1, 200))


def workdays_between(start: date, end: date) -> int:
    """Counted one by one: those after `start` up to and including `end`."""
    return sum(CALENDAR.is_workday(start + timedelta(days=n)) for n in range(1, (end - start).days + 1))


@pytest.mark.parametrize(
    ("text", "limit"),
    [
        ("立行立改", TimeLimit(LimitKind.AT_ONCE)),
        ("当日", TimeLimit(LimitKind.AT_ONCE)),
        ("3天", TimeLimit(LimitKind.DAYS, 3)),
        (" ７ 日内", TimeLimit(LimitKind.DAYS, 7)),
        ("限期十五天", TimeLimit(LimitKind.DAYS, 15)),
        ("二十日", TimeLimit(LimitKind.DAYS, 20)),
        ("三十五天", TimeLimit(LimitKind.DAYS, 35)),
        ("两周", TimeLimit(LimitKind.DAYS, 14)),
        ("半个月", TimeLimit(LimitKind.DAYS, 15)),
        ("1个月内", TimeLimit(LimitKind.DAYS, 30)),
        ("3工作日", TimeLimit(LimitKind.WORKDAYS, 3)),
        ("5个工作日内完成", TimeLimit(LimitKind.WORKDAYS, 5)),
        ("长期", TimeLimit(LimitKind.LONG_TERM)),
    ],
)
def test_a_time_limit_is_read_as_offices_write_it(text: str, limit: TimeLimit) -> None:
    assert parse_time_limit(text) == limit


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("尽快", "deadline.unreadable"),
        ("", "deadline.unreadable"),
        ("7", "deadline.unreadable"),
        ("0天", "deadline.out-of-range"),
        ("99999天", "deadline.out-of-range"),
    ],
)
def test_a_limit_nobody_can_read_is_a_complaint(text: str, code: str) -> None:
    complaint = parse_time_limit(text)
    assert isinstance(complaint, Complaint)
    assert (complaint.code, complaint.fact("text")) == (code, text)


@pytest.mark.parametrize(
    ("limit", "start", "due"),
    [
        ("立行立改", date(2026, 11, 22), date(2026, 11, 22)),
        ("3天", date(2026, 11, 22), date(2026, 11, 25)),
        ("5个工作日", date(2026, 2, 12), date(2026, 2, 26)),  # 13 and 14 work, 15-23 off
        ("1个工作日", date(2026, 10, 9), date(2026, 10, 10)),  # a Saturday made up for
        ("1个工作日", date(2026, 9, 30), date(2026, 10, 8)),
        ("3个工作日", date(2027, 2, 4), date(2027, 2, 11)),  # provisional: 5-8 off
        ("长期", date(2026, 11, 22), None),
    ],
)
def test_the_day_a_limit_gives(limit: str, start: date, due: date | None) -> None:
    parsed = parse_time_limit(limit)
    assert isinstance(parsed, TimeLimit)
    assert due_on(parsed, start, CALENDAR) == due


def test_a_calendar_deadline_on_a_holiday_stays_and_tells() -> None:
    due = due_on(TimeLimit(LimitKind.DAYS, 3), date(2026, 9, 30), CALENDAR)
    assert due == date(2026, 10, 3)
    assert falls_on_day_off(due, CALENDAR)
    assert not falls_on_day_off(date(2026, 10, 10), CALENDAR)
    assert not falls_on_day_off(None, CALENDAR)


def test_the_year_before_its_notice_is_marked_provisional() -> None:
    assert CALENDAR.provisional == {2027}
    assert CALENDAR.is_known(2026)
    assert not CALENDAR.is_known(2028)


@pytest.mark.parametrize(("year", "workdays"), [(2026, 248)])
def test_the_arrangement_keeps_the_legal_number_of_working_days(year: int, workdays: int) -> None:
    assert workdays_between(date(year - 1, 12, 31), date(year, 12, 31)) == workdays


def test_a_calendar_without_working_days_is_an_error_and_not_a_hang() -> None:
    start = date(2026, 1, 1)
    never = WorkCalendar(days_off=frozenset(start + timedelta(days=i) for i in range(500)))
    with pytest.raises(ValueError, match="no working day"):
        never.workdays_after(start, 1)


@given(COUNTED, DAYS, DAYS)
def test_who_starts_later_is_never_due_earlier(limit: TimeLimit, one: date, other: date) -> None:
    first, second = sorted((one, other))
    early, late = due_on(limit, first, CALENDAR), due_on(limit, second, CALENDAR)
    assert early is not None
    assert late is not None
    assert early <= late


@given(COUNTED, DAYS)
def test_one_day_more_is_never_due_earlier_and_working_days_take_at_least_as_long(
    limit: TimeLimit, start: date
) -> None:
    due = due_on(limit, start, CALENDAR)
    longer = due_on(TimeLimit(limit.kind, limit.days + 1), start, CALENDAR)
    calendar_days = due_on(TimeLimit(LimitKind.DAYS, limit.days), start, CALENDAR)
    assert due is not None
    assert longer is not None
    assert calendar_days is not None
    assert due < longer
    assert due >= calendar_days


@given(DAYS, st.integers(0, 200))
def test_counting_working_days_forth_and_back_agrees(start: date, days: int) -> None:
    assert workdays_between(start, CALENDAR.workdays_after(start, days)) == days
