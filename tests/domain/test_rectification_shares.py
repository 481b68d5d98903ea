"""What a dispatch comes to by unit, kind and deadline, and the mark that tells its rows from others."""

from dataclasses import replace
from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.rectification_list import (
    DispatchSummary,
    ListRow,
    RectificationList,
    read_row_mark,
    row_mark,
    shares_by_deadline,
    shares_by_kind,
    shares_by_unit,
)

IDS = st.text("0123456789abcdef-", min_size=1, max_size=36)
DAY = date(2026, 11, 22)
FINDING = ListRow("f1", "LX-0001", 1, "市场", "红莲市场", "脏", photos=("p", "q"), due_on=DAY)


def dispatch(*lists: tuple[str, tuple[ListRow, ...]]) -> DispatchSummary:
    made = tuple(RectificationList("d", name, name, "1号", "清单", "创建办", DAY, DAY, rows) for name, rows in lists)
    return DispatchSummary("d", "1号", "汇总", "创建办", DAY, DAY, made)


@given(IDS, IDS, IDS)
def test_a_mark_is_read_back_in_its_own_dispatch_only(dispatch_id: str, finding: str, revision: str) -> None:
    mark = row_mark(dispatch_id, finding, revision)
    assert read_row_mark(dispatch_id, f" {mark}\n") == (finding, revision)
    assert read_row_mark(dispatch_id + "0", mark) is None


@pytest.mark.parametrize("mark", ["", "f1", "f1:r:0000000000000000", "a:b:c:d", "=1+1"])
def test_what_is_no_mark_is_not_read_as_one(mark: str) -> None:
    assert read_row_mark("d", mark) is None


def test_a_row_whose_finding_was_changed_is_not_believed() -> None:
    mark = row_mark("d", "f1", "r1")
    assert read_row_mark("d", mark.replace("f1", "f2")) is None


def test_a_finding_two_units_work_on_counts_once_for_the_one_that_leads() -> None:
    both = dispatch(("甲", (FINDING,)), ("乙", (replace(FINDING, lead_unit="甲"),)))
    by_unit = shares_by_unit(both)
    assert [(share.findings, share.helping, share.photos) for share in by_unit] == [(1, 0, 2), (0, 1, 0)]
    assert [(share.name, share.findings, share.units) for share in shares_by_kind(both)] == [("市场", 1, ("甲",))]


def test_deadlines_come_nearest_first_and_those_in_words_last() -> None:
    rows = (
        replace(FINDING, due_on=None, time_limit="长期"),
        replace(FINDING, due_on=date(2026, 12, 9)),
        replace(FINDING, time_limit="立行立改"),
    )
    shares = shares_by_deadline(dispatch(("甲", rows)))
    assert [(share.first_due, share.name) for share in shares] == [(DAY, ""), (date(2026, 12, 9), ""), (None, "长期")]


def test_kinds_come_with_the_most_findings_first() -> None:
    rows = (replace(FINDING, kind_name="道路"), FINDING, FINDING)
    assert [share.name for share in shares_by_kind(dispatch(("甲", rows)))] == ["市场", "道路"]
