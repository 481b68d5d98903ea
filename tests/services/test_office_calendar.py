"""The office's decisions and its calendar: they travel with the data and take effect at once."""

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.domain.calendar_days import CalendarDay
from inspector.domain.errors import Refused
from inspector.domain.settings import DEFAULTS
from inspector.services.services import open_services
from tests.town import Town

FRIDAY, SATURDAY, MONDAY = date(2026, 11, 27), date(2026, 11, 28), date(2026, 11, 30)
ONE_WORKDAY = "1工作日"


def test_every_setting_has_a_default(town: Town) -> None:
    assert town.services.office.settings() == DEFAULTS


def test_a_decision_is_there_after_reopening_and_can_be_undone(town: Town) -> None:
    town.services.office.decide("dispatch.issuer", "文明办")
    again = open_services(town.services.acts.workspace.path, read_only=True)
    assert again.office.settings()["dispatch.issuer"] == "文明办"
    again.close()
    town.services.acts.undo()
    assert town.services.office.settings()["dispatch.issuer"] == DEFAULTS["dispatch.issuer"]


@pytest.mark.parametrize(
    ("name", "value", "code"),
    [
        ("colour", "red", "setting.unknown"),
        ("dispatch.pattern", "创城办12号", "setting.pattern"),
        ("dispatch.reply_days", "0", "setting.number"),
        ("dispatch.reply_days", "七", "setting.number"),
        ("finding.recurrence_days", "366", "setting.number"),
    ],
)
def test_a_value_that_cannot_work_is_refused_by_name(town: Town, name: str, value: str, code: str) -> None:
    with pytest.raises(Refused, match=code.replace(".", r"\.")):
        town.services.office.decide(name, value)
    assert town.services.office.settings() == DEFAULTS


@settings(max_examples=25)
@given(days=st.integers(min_value=1, max_value=365))
def test_any_number_of_days_in_a_year_is_kept(town: Town, days: int) -> None:
    town.services.office.decide("dispatch.reply_days", str(days))
    assert town.services.office.settings()["dispatch.reply_days"] == str(days)


def test_the_shipped_calendar_knows_both_years_and_marks_the_provisional_one(town: Town) -> None:
    calendar = town.services.calendar.calendar()
    assert calendar.is_known(2026)
    assert calendar.is_known(2027)
    assert calendar.provisional == {2027}
    assert not calendar.is_workday(date(2026, 10, 1))
    assert calendar.is_workday(date(2026, 10, 10))


def test_a_deadline_in_working_days_follows_the_office(town: Town) -> None:
    due = town.services.calendar.due_on
    assert due(ONE_WORKDAY, FRIDAY) == MONDAY
    town.services.calendar.set_day(CalendarDay(SATURDAY, working=True, name="调休上班"))
    assert due(ONE_WORKDAY, FRIDAY) == SATURDAY
    town.services.acts.undo()
    assert due(ONE_WORKDAY, FRIDAY) == MONDAY


def test_a_day_the_office_gave_off_moves_the_deadline(town: Town) -> None:
    town.services.calendar.set_day(CalendarDay(MONDAY, working=False))
    assert town.services.calendar.due_on(ONE_WORKDAY, FRIDAY) == date(2026, 12, 1)


def test_a_day_set_twice_is_one_day_and_can_be_dropped(town: Town) -> None:
    calendar = town.services.calendar
    calendar.set_day(CalendarDay(SATURDAY, working=True))
    calendar.set_day(CalendarDay(SATURDAY, working=False))
    assert calendar.own_days() == (CalendarDay(SATURDAY, working=False),)
    calendar.drop_day(SATURDAY)
    assert calendar.own_days() == ()
    calendar.set_day(CalendarDay(SATURDAY, working=True))
    assert calendar.own_days() == (CalendarDay(SATURDAY, working=True),)
