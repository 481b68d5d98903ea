"""台账: what is asked is what is found, and every finding tells its story."""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery, LedgerRow
from inspector.services.services import Services
from tests.town import TODAY, Town, fails_of, furnished_town, inspect, make_town

HOSTILE = (
    '=HYPERLINK("http://x")',
    "'; DROP TABLE finding; --",
    "100%_\\",
    "<b>粗体</b>&amp;",
    "🚲👨‍👩‍👧 楼道",
    "\u202e反向\u202c",
    "第一行\n第二行",
    "长" * 5000,
)


@pytest.fixture
def furnished(tmp_path: Path) -> Iterator[Town]:
    """A town after a fortnight of work."""
    made = furnished_town(tmp_path / "town.db")
    yield made
    made.services.close()


def found(services: Services, asked: LedgerQuery) -> list[LedgerRow]:
    ids = services.ledger.ids(asked)
    rows = services.ledger.rows(ids)
    assert services.ledger.count(asked) == len(ids)
    return [rows[one] for one in ids]


def test_every_filter_finds_exactly_what_has_it(furnished: Town) -> None:
    services = furnished.services
    everything = found(services, LedgerQuery())
    assert len(everything) == 13
    street = furnished.streets["清溪街道"]
    by_street = found(services, LedgerQuery(streets=(street,)))
    assert {row.id for row in by_street} == {row.id for row in everything if row.street_name == "清溪街道"}
    by_kind = found(services, LedgerQuery(kinds=("LX", "XJ")))
    assert {row.id for row in by_kind} == {row.id for row in everything if row.kind in {"LX", "XJ"}}
    unit = everything[0].unit
    by_unit = found(services, LedgerQuery(units=(unit,)))
    assert {row.id for row in by_unit} == {row.id for row in everything if row.unit == unit}
    waiting = found(services, LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)))
    assert {row.id for row in waiting} == {row.id for row in everything if row.status is FindingStatus.TO_DISPATCH}


def test_filters_narrow_each_other(furnished: Town) -> None:
    asked = LedgerQuery(kinds=("LX",), statuses=(FindingStatus.VOID,), text="配电箱")
    (row,) = found(furnished.services, asked)
    assert row.text == "配电箱旁线缆杂乱，有飞线"


@pytest.mark.parametrize(
    ("text", "site"),
    [
        ("ghl", "桂花里小区"),
        ("guihuali", "桂花里小区"),
        ("GHLXQ", "桂花里小区"),
        ("红莲", "红莲市场"),
        ("hlsc", "红莲市场"),
        ("LX-0001", "桂花里小区"),
        ("桂花 电动车", "桂花里小区"),
    ],
)
def test_sites_are_found_by_name_pinyin_and_initials_and_findings_by_their_words(
    furnished: Town, text: str, site: str
) -> None:
    rows = found(furnished.services, LedgerQuery(text=text))
    assert rows
    assert {row.site_name for row in rows} == {site}


def test_all_words_must_be_found(furnished: Town) -> None:
    assert found(furnished.services, LedgerQuery(text="电动车 红莲")) == []


@pytest.mark.parametrize("text", ["%", "_", "\\", "'", '"', "%' OR 1=1 --", "\0", "🚲" * 300])
def test_signs_of_the_database_are_looked_for_as_they_are(furnished: Town, text: str) -> None:
    assert found(furnished.services, LedgerQuery(text=text)) == ([] if text != "\0" else found_all(furnished))


def found_all(town: Town) -> list[LedgerRow]:
    return found(town.services, LedgerQuery())


def test_hostile_texts_are_kept_found_and_told_as_they_were_typed(furnished: Town) -> None:
    services = furnished.services
    finding = services.dispatching.plan().findings[0].id
    for text in HOSTILE:
        services.recording.describe(finding, text)
        assert services.ledger.rows([finding])[finding].text == text
        assert services.ledger.story(finding).events[0].fields[0].after == text
        word = text.split()[0][:20]
        assert finding in services.ledger.ids(LedgerQuery(text=word))


@pytest.mark.parametrize("order", list(LedgerOrder))
@pytest.mark.parametrize("descending", [True, False])
def test_every_order_sorts_and_loses_nothing(furnished: Town, order: LedgerOrder, descending: bool) -> None:
    rows = found(furnished.services, LedgerQuery(order=order, descending=descending))
    assert len(rows) == 13
    keys = [sort_key(row, order) for row in rows]
    assert all(a >= b if descending else a <= b for a, b in pairwise(keys))


def sort_key(row: LedgerRow, order: LedgerOrder) -> str:
    return {
        LedgerOrder.NUMBER: row.no,
        LedgerOrder.FOUND: row.found_at.isoformat(),
        LedgerOrder.DUE: row.due_on.isoformat() if row.due_on else "",
        LedgerOrder.STATUS: str(row.status),
        LedgerOrder.UNIT: row.unit_name,
        LedgerOrder.SITE: row.site_name,
    }[order]


def test_dates_take_in_both_ends(furnished: Town) -> None:
    day = date(2026, 11, 21)
    rows = found(furnished.services, LedgerQuery(found_from=day, found_to=day))
    assert {row.found_at.date() for row in rows} == {day}
    assert len(rows) == 3


def test_only_what_waits_for_its_unit_is_overdue(furnished: Town) -> None:
    services = furnished.services
    overdue = found(services, LedgerQuery(overdue_on=TODAY.date()))
    assert len(overdue) == services.ledger.overdue_count() > 0
    assert all(row.status is FindingStatus.DISPATCHED and row.days_overdue > 0 for row in overdue)
    assert not [row for row in found_all(furnished) if row.days_overdue and row not in overdue]


def test_the_same_finding_is_overdue_a_day_longer_tomorrow(furnished: Town) -> None:
    services = furnished.services
    worst = services.ledger.ids(LedgerQuery(overdue_on=TODAY.date()))[0]
    before = services.ledger.rows([worst])[worst].days_overdue
    furnished.clock.now += timedelta(days=1)
    assert services.ledger.rows([worst])[worst].days_overdue == before + 1


def test_counts_add_up(furnished: Town) -> None:
    counts = furnished.services.ledger.counts()
    assert sum(counts.values()) == 13
    assert counts[FindingStatus.TO_DISPATCH] == 6
    assert counts[FindingStatus.DRAFT] == 1
    assert counts[FindingStatus.VOID] == 1


def test_a_row_names_what_the_finding_only_refers_to(furnished: Town) -> None:
    (row,) = found(furnished.services, LedgerQuery(text="水果摊"))
    assert (row.site_name, row.street_name, row.kind) == ("红莲市场", "望云街道", "JM")
    assert row.unit_name
    assert row.photos == 2
    assert row.thumb_sha
    assert row.dispatch_number == "创城办〔2026〕2号"


def test_void_keeps_its_reason_and_is_undone(furnished: Town) -> None:
    services = furnished.services
    two = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)))[:2]
    services.ledger.void(two, "记重了")
    for one in two:
        event = services.ledger.story(one).events[0]
        assert (event.act, event.reason, event.person) == ("void", "记重了", "王敏")
    services.acts.undo()
    assert {row.status for row in services.ledger.rows(two).values()} == {FindingStatus.TO_DISPATCH}
    assert services.ledger.story(two[0]).events[0].act == "undo:void"


@pytest.mark.parametrize("reason", ["", "  \n"])
def test_void_without_a_reason_is_refused(furnished: Town, reason: str) -> None:
    before = furnished.services.ledger.counts()
    with pytest.raises(Refused, match=r"reason\.missing"):
        furnished.services.ledger.void(furnished.services.ledger.ids(LedgerQuery()), reason)
    assert furnished.services.ledger.counts() == before


def test_the_story_tells_every_change_with_before_and_after(tmp_path: Path) -> None:
    town = make_town(tmp_path / "town.db")
    (finding,) = inspect(town, "槐荫巷", fails_of(town, "槐荫巷", ("路面坑洼积水两处",)))
    town.services.recording.require(finding, "修补路面")
    story = town.services.ledger.story(finding)
    acts = [event.act for event in story.events]
    assert acts == ["finding-required", "inspection-finished", "finding-located", "finding-described", "judge"]
    (change,) = story.events[0].fields
    assert (change.field, change.after) == ("requirement", "修补路面")
    assert change.before
    assert [event.at for event in story.events] == sorted((e.at for e in story.events), reverse=True)
    town.services.close()


def test_a_finding_that_is_not_there_has_no_story(furnished: Town) -> None:
    with pytest.raises(Refused, match=r"finding\.missing"):
        furnished.services.ledger.story("01a20428-0000-7000-8000-000000000000")


def test_what_was_taken_away_is_not_listed(furnished: Town) -> None:
    services = furnished.services
    draft = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.DRAFT,)))[0]
    story = services.ledger.story(draft)
    services.recording.clear(story.finding.inspection, story.finding.item)
    assert draft not in services.ledger.ids(LedgerQuery())
    services.acts.undo()
    assert draft in services.ledger.ids(LedgerQuery())
