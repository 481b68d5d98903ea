"""What units write into their cells: days and outcomes in every spelling, and what an answer does to a finding."""

from datetime import date, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.findings import FindingStatus
from inspector.domain.replies import Outcome, Said, can_answer, read_date, read_outcome, status_after

ISSUED = date(2026, 11, 22)


@pytest.mark.parametrize(
    ("value", "day"),
    [
        ("2026.11.3", date(2026, 11, 3)),
        ("2026/11/3", date(2026, 11, 3)),
        ("2026-11-03", date(2026, 11, 3)),
        ("2026年11月3日", date(2026, 11, 3)),
        ("11月3日", date(2026, 11, 3)),
        ("11月3号", date(2026, 11, 3)),
        ("12.5", date(2026, 12, 5)),
        ("１２月５日", date(2026, 12, 5)),
        ("２０２６．１２．５", date(2026, 12, 5)),
        ("1月5日", date(2027, 1, 5)),
        ("26.12.5", date(2026, 12, 5)),
        ("20261205", date(2026, 12, 5)),
        (20261205, date(2026, 12, 5)),
        (46329.0, date(2026, 11, 3)),
        ("46329", date(2026, 11, 3)),
        ("2026-12-05 00:00:00", date(2026, 12, 5)),
        (" 2026 . 12 . 5 ", date(2026, 12, 5)),
        ("12月5日前", date(2026, 12, 5)),
        (date(2026, 12, 5), date(2026, 12, 5)),
        (datetime(2026, 12, 5, 14, 30), date(2026, 12, 5)),  # noqa: DTZ001 - cells have no zone
        ("已完成", None),
        ("2026年11月", None),
        ("11月底", None),
        ("2月30日", None),
        ("2026.13.1", None),
        (11.3, None),
        (7, None),
        (2026, None),
        (1e300, None),
        (float("-inf"), None),
        ("9" * 400, None),
    ],
)
def test_a_day_is_read_in_every_spelling_or_not_at_all(value: str | float | date, day: date | None) -> None:
    assert read_date(value, ISSUED) == day


def test_serials_of_the_1904_calendar_are_four_years_on() -> None:
    assert read_date(46329 - 1462, ISSUED, since_1904=True) == date(2026, 11, 3)


@given(st.dates(date(2000, 1, 1), date(2099, 12, 31)))
def test_every_day_comes_back_from_every_full_spelling(day: date) -> None:
    spellings = (
        f"{day.year}.{day.month}.{day.day}",
        f"{day.year}年{day.month}月{day.day}日",
        f"{day:%Y/%m/%d}",
        float((day - date(1899, 12, 30)).days),
    )
    assert {read_date(spelling, ISSUED) for spelling in spellings} == {day}


@given(st.dates(date(2001, 1, 1), date(2098, 12, 31)), st.integers(0, 364))
def test_a_day_without_a_year_is_the_next_one_after_half_a_year_ago(near: date, later: int) -> None:
    day = near - timedelta(days=182) + timedelta(days=later)
    if (day.month, day.day) != (2, 29):
        assert read_date(f"{day.month}月{day.day}日", near) == day


@given(st.one_of(st.text(max_size=30), st.floats(), st.integers()))
def test_nothing_a_cell_holds_stops_the_reading(value: str | float) -> None:
    found = read_date(value, ISSUED)
    assert found is None or date(1000, 1, 1) < found
    if isinstance(value, str):
        assert read_outcome(value) in {*Outcome, None}


@pytest.mark.parametrize(
    ("words", "outcome"),
    [
        *((word, Outcome.DONE) for word in ("√", "✓", "是", "已完成", "完成", " 整改 完成。", "Ｙ", "已办结！")),
        *((word, Outcome.IN_PROGRESS) for word in ("整改中", "未", "×", "未完成", "Ｘ")),
        ("申请延期", Outcome.EXTENSION),
        ("不属本单位", Outcome.NOT_OURS),
        ("权属不清", Outcome.NOT_OURS),
        ("", Outcome.UNSAID),
        ("基本完成", None),
    ],
)
def test_an_outcome_is_read_in_every_spelling_and_never_guessed(words: str, outcome: Outcome | None) -> None:
    assert read_outcome(words) is outcome


@given(st.sampled_from(FindingStatus), st.sampled_from(Outcome), st.booleans(), st.booleans(), st.none() | st.dates())
def test_no_answer_ever_closes_a_finding(
    status: FindingStatus, outcome: Outcome, leads: bool, shown: bool, day: date | None
) -> None:
    after = status_after(status, Said(outcome=outcome, done_on=day), leads=leads, shown=shown)
    assert after in {status, FindingStatus.REPLIED, FindingStatus.IN_PROGRESS}
    if not leads or outcome is Outcome.NOT_OURS:
        assert after is status


def test_without_a_word_a_photo_or_a_day_says_done() -> None:
    sent = FindingStatus.DISPATCHED
    assert status_after(sent, Said(measures="清了"), leads=True, shown=False) is FindingStatus.IN_PROGRESS
    assert status_after(sent, Said(measures="清了"), leads=True, shown=True) is FindingStatus.REPLIED
    assert status_after(sent, Said(done_on=ISSUED), leads=True, shown=False) is FindingStatus.REPLIED
    unclear = Said(outcome_words="基本完成", done_on=ISSUED)
    assert status_after(sent, unclear, leads=True, shown=True) is FindingStatus.IN_PROGRESS


def test_only_findings_that_were_sent_and_are_open_await_an_answer() -> None:
    awaiting = {status for status in FindingStatus if can_answer(status)}
    assert awaiting == {
        FindingStatus.DISPATCHED,
        FindingStatus.SIGNED,
        FindingStatus.IN_PROGRESS,
        FindingStatus.SENT_BACK,
        FindingStatus.REPLIED,
    }
