"""The ledger in SQL answers like the same rules in plain Python."""

from collections import Counter
from dataclasses import replace
from datetime import date, datetime, timedelta
from typing import Any
from uuid import UUID

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.domain.dispatches import Dispatch
from inspector.domain.findings import Finding, FindingStatus, days_overdue
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.domain.stored import Stored
from inspector.domain.units import Unit
from inspector.storage import ledger_queries, ledger_window
from inspector.storage.ledger_words import words_in
from inspector.storage.workspace import Workspace
from tests.records import MOMENT, dispatched, finding, photo, site

FIRST = date(2026, 11, 1)
days = st.integers(0, 20).map(lambda n: FIRST + timedelta(days=n))
some_ids = st.lists(st.sampled_from(("x", "y", "z")), max_size=2, unique=True).map(tuple)
words = st.sampled_from(("", "占道", "%", "hlsc", "红莲 占道", "_", "'", "NM-0001", "东门"))

findings = st.builds(
    finding,
    no=st.integers(1, 9).map(lambda n: f"NM-{n:04d}"),
    site=st.sampled_from(("s1", "s2", "gone")),
    text=st.sampled_from(("占道经营", "100%破损", "a_b", "it's", "垃圾")),
    location=st.sampled_from(("", "东门")),
    found_at=days.map(lambda d: MOMENT.replace(day=d.day)),
    kind=st.sampled_from(("x", "y")),
    street=st.sampled_from(("x", "y")),
    unit=st.sampled_from(("x", "y", "")),
    status=st.sampled_from(FindingStatus),
    due_on=st.one_of(st.none(), days),
    dispatch=st.sampled_from(("", "d1")),
)
questions = st.builds(
    LedgerQuery,
    units=some_ids,
    streets=some_ids,
    kinds=some_ids,
    statuses=st.lists(st.sampled_from(FindingStatus), max_size=3, unique=True).map(tuple),
    overdue_on=st.one_of(st.none(), days),
    due_until=st.one_of(st.none(), days),
    due_from=st.one_of(st.none(), days),
    due_to=st.one_of(st.none(), days),
    found_from=st.one_of(st.none(), days),
    found_to=st.one_of(st.none(), days),
    site=st.sampled_from(("", "s1")),
    dispatch=st.sampled_from(("", "d1")),
    text=words,
    order=st.sampled_from(LedgerOrder),
    descending=st.booleans(),
)
SITES = {"s1": site(pinyin="honglianshichang", initials="hlsc"), "s2": site("青荷小区", initials="qhxq")}
UNITS = {"x": Unit("甲"), "y": Unit("乙")}


def asked_for(asked: LedgerQuery, one: Finding) -> bool:
    due = one.due_on
    waits = one.status in {
        FindingStatus.DISPATCHED, FindingStatus.SIGNED, FindingStatus.IN_PROGRESS, FindingStatus.SENT_BACK,
    }  # fmt: skip
    place = SITES.get(one.site, site("", kind=""))
    seen = (one.text, one.no, one.location, place.name, place.pinyin, place.initials)
    return (
        (not asked.units or one.unit in asked.units)
        and (not asked.streets or one.street in asked.streets)
        and (not asked.kinds or one.kind in asked.kinds)
        and (not asked.statuses or one.status in asked.statuses)
        and (not asked.overdue_on or days_overdue(one, asked.overdue_on) > 0)
        and (not asked.due_until or (due is not None and due <= asked.due_until and waits))
        and (not asked.due_from or (due is not None and due >= asked.due_from))
        and (not asked.due_to or (due is not None and due <= asked.due_to))
        and (not asked.found_from or one.found_at.date() >= asked.found_from)
        and (not asked.found_to or one.found_at.date() <= asked.found_to)
        and asked.site in {"", one.site}
        and asked.dispatch in {"", one.dispatch}
        and all(any(word in text for text in seen) for word in asked.text.split())
    )


@settings(max_examples=60)
@given(made=st.lists(findings, max_size=12), asked=questions, removed=st.booleans())
def test_the_ledger_answers_like_plain_python(
    workspace: Workspace, made: list[Finding], asked: LedgerQuery, removed: bool
) -> None:
    with workspace.writing("fill") as writing:
        for key, record in (SITES | UNITS).items():
            writing.put(key, record)
        for number in range(12):
            writing.remove(Finding, _key(number))
        for number, one in enumerate(made):
            writing.put(_key(number), one)
        if removed:
            writing.remove(Finding, _key(0))
    with workspace.reading() as view:
        ids = view.findings.ledger_ids(asked)
        count = view.findings.ledger_count(asked)
        by_status = view.findings.counts_by_status()
        first = [ledger_window.first_ids(view.findings._connection, asked, 4, few) for few in (0, 100)]
        records = view.get_many(Finding, ids)
    expected = {_key(n) for n, one in enumerate(made) if asked_for(asked, one) and not (removed and n == 0)}
    assert set(ids) == expected
    assert len(ids) == count
    assert first == [ids[:4]] * 2, "found by walking, and found and sorted"
    assert by_status == Counter(one.status for n, one in enumerate(made) if not (removed and n == 0))
    keys = [_sort_key(asked.order, records[i]) for i in ids]
    assert keys == sorted(keys, reverse=asked.descending)


def _key(number: int) -> str:
    return str(UUID(int=number))


def _sort_key(order: LedgerOrder, one: Stored[Finding]) -> tuple[bool, str, str]:
    r = one.record
    value: Any = {
        LedgerOrder.NUMBER: r.no,
        LedgerOrder.FOUND: r.found_at.isoformat(),
        LedgerOrder.DUE: r.due_on and r.due_on.isoformat(),
        LedgerOrder.STATUS: str(r.status),
        LedgerOrder.UNIT: UNITS[r.unit].name if r.unit in UNITS else None,
        LedgerOrder.SITE: SITES[r.site].name if r.site in SITES else None,
    }[order]
    return value is not None, value or "", one.id


def test_a_rare_word_is_looked_up_however_many_findings_the_filter_leaves(workspace: Workspace) -> None:
    with workspace.writing("fill") as writing:
        writing.put("f1", finding("NM-0001", text="占道经营"))
    asked = LedgerQuery(
        units=("x",),
        streets=("y",),
        kinds=("NM",),
        statuses=(FindingStatus.CLOSED,),
        text="占道",
        due_to=FIRST,
        site="s1",
    )
    with workspace.reading() as view:
        connection = view.findings._connection
        query = ledger_queries.unordered(asked, words_in(connection, asked.text))
        sql = str(query.compile(connection, compile_kwargs={"literal_binds": True}))
        way = connection.exec_driver_sql(f"EXPLAIN QUERY PLAN {sql}").all()
    assert "sqlite_autoindex_finding_1 (id=?)" in way[0][3]


def test_a_line_of_the_ledger_names_everything_and_counts_photos_and_days(workspace: Workspace) -> None:
    with workspace.writing("fill") as writing:
        for key, record in (SITES | UNITS).items():
            writing.put(key, record)
        writing.put("d1", Dispatch("创城办〔2026〕1号", 2026, 1, FIRST, FIRST))
        writing.put("f1", dispatched("NM-0001", FIRST, unit="x", dispatch="d1"))
        for number in range(2):
            writing.put(f"p{number}", photo("f1", writing.keep_photo(bytes([number])), position=number))
        first = writing.keep_photo(b"\0")
    with workspace.reading() as view:
        line = view.findings.ledger_rows(["f1"], FIRST + timedelta(days=3))["f1"]
    assert (line.site_name, line.unit_name, line.kind_name) == ("红莲市场", "甲", "NM")
    assert (line.days_overdue, line.photos, line.thumb_sha) == (3, 2, first)
    assert line.dispatch_number == "创城办〔2026〕1号"


def test_a_number_is_never_used_again_even_when_its_finding_was_removed(workspace: Workspace) -> None:
    seen: set[int] = set()
    for number in range(12):
        with workspace.writing("add") as writing:
            serial = writing.findings.next_serial("NM")
            assert serial not in seen
            seen.add(serial)
            writing.put(f"f{number}", finding(f"NM-{serial:04d}"))
            if number % 2:
                writing.remove(Finding, f"f{number}")
    assert seen == set(range(1, 13))
    with workspace.reading() as view:
        assert view.findings.next_serial("LX") == 1


@pytest.mark.parametrize(("newest", "following"), [("NM-0099", 100), ("NM-9999", 10_000), ("NM-10000", 10_001)])
def test_numbers_go_on_past_four_digits(newest: str, following: int, workspace: Workspace) -> None:
    with workspace.writing("add") as writing:
        writing.put("f1", finding("NM-0002"))
        writing.put("f2", finding(newest))
        assert writing.findings.next_serial("NM") == following


def test_a_dispatch_number_is_never_used_again_and_each_year_begins_with_one(workspace: Workspace) -> None:
    one = Dispatch("创城办〔2026〕1号", 2026, 1, FIRST, FIRST)
    with workspace.writing("dispatch") as writing:
        assert writing.dispatches.next_serial(2026) == 1
        writing.put("d1", one)
        writing.put("d2", replace(one, serial=2))
        writing.remove(Dispatch, "d2")
        assert writing.dispatches.next_serial(2026) == 3
        assert writing.dispatches.next_serial(2027) == 1
    assert isinstance(one.issued_on, date)
    assert not isinstance(one.issued_on, datetime)
