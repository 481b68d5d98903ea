"""今日: the figures of the home page are those of the workspace."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest

from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.site_search import SiteQuery
from inspector.domain.sites import Site
from inspector.domain.today import NEXT_SITES, HowFar, Rate
from tests.town import Town, fails_of, furnished_town, inspect, make_town


@pytest.fixture
def fresh(tmp_path: Path) -> Iterator[Town]:
    """A town nobody has inspected."""
    made = make_town(tmp_path / "town.db")
    yield made
    made.services.close()


@pytest.fixture
def furnished(tmp_path: Path) -> Iterator[Town]:
    """A town after a fortnight of work."""
    made = furnished_town(tmp_path / "town.db")
    yield made
    made.services.close()


def test_a_new_town_has_sites_to_visit_and_nothing_else(fresh: Town) -> None:
    today = fresh.services.today.today()
    assert (today.drafts, today.to_dispatch, today.overdue, today.due_by_unit) == ((), 0, 0, ())
    assert today.sites_visited == Rate(0, 4)
    assert today.replied == Rate(0, 0)
    assert len(today.next_sites) == NEXT_SITES


def test_the_draft_to_go_on_with_says_how_far_it_is(fresh: Town) -> None:
    inspect(fresh, "桂花里小区", fails_of(fresh, "桂花里小区", ("小广告", "飞线")), photos=0, finish=False)
    draft = fresh.services.today.today().drafts[0]
    assert draft.how_far is not None
    assert (draft.site_name, draft.how_far) == ("桂花里小区", HowFar(2, draft.how_far.items, failed=2))
    assert draft.how_far.items > 2


def test_a_site_with_a_draft_is_not_offered_as_next(fresh: Town) -> None:
    fresh.services.inspections.start(fresh.sites["桂花里小区"], "王敏")
    assert fresh.sites["桂花里小区"] not in {line.id for line in fresh.services.today.today().next_sites}


def test_what_waits_is_counted_by_finding_unit_and_missing_photo(fresh: Town) -> None:
    fails = fails_of(fresh, "红莲市场", ("垃圾桶满溢", "摊位外溢"))
    first, _ = inspect(fresh, "红莲市场", fails)
    for photo, _ in fresh.services.photos.of_finding(first):
        fresh.services.photos.remove(photo)
    today = fresh.services.today.today()
    waiting = [fresh.services.ledger.story(f).finding for f in fresh.services.ledger.ids(LedgerQuery())]
    assert (today.to_dispatch, today.to_dispatch_without_photo) == (2, 1)
    assert today.to_dispatch_units == len({finding.unit for finding in waiting})


def test_due_by_unit_adds_up_to_the_overdue(furnished: Town) -> None:
    services = furnished.services
    today = services.today.today()
    assert today.overdue == services.ledger.overdue_count() > 0
    assert sum(unit.overdue for unit in today.due_by_unit) == today.overdue
    assert list(today.due_by_unit) == sorted(today.due_by_unit, key=lambda u: (-u.overdue, -u.soon, u.name))
    assert all(unit.name for unit in today.due_by_unit)
    worst = today.worst_overdue
    assert worst is not None
    rows = services.ledger.rows(services.ledger.ids(LedgerQuery(overdue_on=services.acts.today())))
    assert worst.days == max(row.days_overdue for row in rows.values())


def test_rates_are_made_of_what_was_handed_over(furnished: Town) -> None:
    services = furnished.services
    sent = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.DISPATCHED,)))
    with services.acts.doing("reply") as writing:
        story = services.ledger.story(sent[0])
        writing.put(sent[0], replace(story.finding, status=FindingStatus.REPLIED))
    with services.acts.doing("close") as writing:
        story = services.ledger.story(sent[1])
        writing.put(sent[1], replace(story.finding, status=FindingStatus.CLOSED))
    today = services.today.today()
    assert today.replied == Rate(2, len(sent))
    assert today.closed == Rate(1, len(sent))


def test_a_new_round_begins_with_no_site_visited(furnished: Town) -> None:
    before = furnished.services.today.today().sites_visited
    furnished.services.office.decide("round", "第 12 轮")
    after = furnished.services.today.today()
    assert before.part > 0
    assert after.sites_visited == Rate(0, before.whole)
    assert after.round == "第 12 轮"


def test_the_next_site_is_the_one_with_the_most_open_findings(furnished: Town) -> None:
    furnished.services.office.decide("round", "第 12 轮")
    lines = furnished.services.today.today().next_sites
    counts = [line.open_findings for line in lines]
    assert counts == sorted(counts, reverse=True)
    assert counts[0] > 0


def test_sites_are_found_by_initials_and_narrowed_by_round_and_open_findings(furnished: Town) -> None:
    find = furnished.services.inspections.find
    assert find(SiteQuery("hlsc")) == (furnished.sites["红莲市场"],)
    assert find(SiteQuery("hlsc", kind="LX")) == ()
    street = furnished.streets["清溪街道"]
    assert set(find(SiteQuery(street=street))) == {furnished.sites["育英小学"], furnished.sites["槐荫巷"]}
    unvisited, _ = furnished.services.registers.save(Site("望云公园", "LX"))
    assert find(SiteQuery(not_this_round=True)) == (unvisited,)
    assert unvisited not in find(SiteQuery(with_open=True))
