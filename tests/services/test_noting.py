"""随手拍 and 督办: findings without a checklist."""

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest

from inspector.domain.approvals import Approval
from inspector.domain.deadlines import TimeLimit, parse_time_limit
from inspector.domain.errors import Refused
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.names import name_index
from inspector.domain.responsibility import unknown_units
from inspector.domain.sources import Source
from inspector.domain.unit_rules import parse_unit_rule
from inspector.domain.units import Unit
from inspector.domain.violations import Group
from inspector.exchange.violations import read_violations
from inspector.services.noting import Noted, Spot
from tests.services.issuing import cells, issue, silent
from tests.town import Town, make_town


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return make_town(tmp_path / "town.db")


def test_every_shipped_type_says_when_it_counts_how_long_it_may_take_and_what_closes_it(town: Town) -> None:
    read = read_violations()
    assert not read.complaints
    assert sum(one.group is Group.ZERO for one in read.violations) == 6
    assert sum(one.group is Group.STRICT for one in read.violations) == 10
    units = name_index((u.id, (u.record.name, *u.record.aliases)) for u in town.services.registers.all(Unit))
    for one in read.violations:
        assert isinstance(parse_time_limit(one.time_limit), TimeLimit)
        assert not unknown_units(parse_unit_rule(one.unit), units), one.code


def test_a_type_without_an_end_and_a_code_given_twice_are_refused_by_line(tmp_path: Path) -> None:
    file = tmp_path / "types.yaml"
    good = "- {code: A, group: zero, name: n, when: w, time_limit: 7天, closes: c, unit: 属地镇街, requirement: r}\n"
    file.write_text("types:\n" + good + good + good.replace("closes: c, ", "") + good.replace("7天", "soon"))
    read = read_violations(file)
    assert [one.code for one in read.violations] == ["A"]
    assert [(c.code, c.place.line) for c in read.complaints] == [
        ("violation.twice", 3),
        ("violation.shape", 4),
        ("violation.time-limit", 5),
    ]


def test_what_is_noted_at_a_site_waits_for_the_dispatch_with_unit_deadline_and_the_next_number(town: Town) -> None:
    noted = Noted(Spot(town.sites["红莲市场"]), violation="Q01")
    proposal = town.services.noting.propose(noted)
    entity, changed = town.services.noting.add(noted)
    row = town.services.ledger.rows([entity])[entity]
    assert changed.kinds == {"finding"}
    assert (row.no, row.text, row.status, row.source) == (
        "JM-0001", "店外经营", FindingStatus.TO_DISPATCH, Source.SNAPSHOT,
    )  # fmt: skip
    assert row.unit_name == proposal.unit_name == "望云街道办事处"
    assert row.due_on == proposal.due_on == date(2026, 11, 23)


def test_a_place_that_is_no_site_gets_its_streets_office_and_a_number_of_its_own(town: Town) -> None:
    spot = Spot(street=town.streets["清溪街道"], location="育英路与槐荫巷口")
    entity, _ = town.services.noting.add(Noted(spot, violation="Q19", text="井盖缺失"))
    again, _ = town.services.noting.add(Noted(spot, violation="Y2"))
    story = town.services.ledger.story(entity)
    assert (story.line.no, story.line.site_name, story.line.location) == ("SSP-0001", "", "育英路与槐荫巷口")
    assert story.line.unit_name == "区城管局"
    assert town.services.ledger.rows([again])[again].unit_name == "清溪街道办事处"
    assert town.services.ledger.rows([again])[again].no == "SSP-0002"


def test_the_ledger_shows_by_which_way_findings_came(town: Town) -> None:
    at = Spot(town.sites["槐荫巷"])
    noted, _ = town.services.noting.add(Noted(at, violation="Q13"))
    meeting = Noted(at, text="巷口照明", due_on=date(2026, 12, 1), source=Source.MEETING, source_note="城管委第3次会议")
    asked, _ = town.services.noting.add(meeting)
    find = town.services.ledger.ids
    assert list(find(LedgerQuery(sources=(Source.MEETING,)))) == [asked]
    assert list(find(LedgerQuery(sources=(Source.SNAPSHOT,)))) == [noted]
    row = town.services.ledger.rows([asked])[asked]
    assert (row.source_note, row.due_on) == ("城管委第3次会议", date(2026, 12, 1))


def test_an_approved_night_market_is_shown_there_and_then_and_nowhere_else(town: Town) -> None:
    market = Approval(
        "红莲夜市", "夜市", site=town.sites["红莲市场"], valid_from=date(2026, 11, 1), valid_to=date(2026, 11, 22)
    )
    town.services.registers.save(market)
    noted = Noted(Spot(town.sites["红莲市场"]), violation="Z3")
    assert [one.name for one in town.services.noting.propose(noted).approvals] == ["红莲夜市"]
    assert town.services.noting.approvals(Spot(town.sites["槐荫巷"])) == ()
    town.clock.now = town.clock.now.replace(day=23)
    assert town.services.noting.propose(noted).approvals == ()


def test_what_is_open_at_the_place_in_similar_words_is_offered_before(town: Town) -> None:
    market, lane = Spot(town.sites["红莲市场"]), Spot(town.sites["槐荫巷"])
    there, _ = town.services.noting.add(Noted(market, text="门口电动车乱停放"))
    town.services.noting.add(Noted(market, text="公厕没有洗手液"))
    town.services.noting.add(Noted(lane, text="门口电动车乱停放"))
    asked = Noted(Spot(street=town.streets["望云街道"], location="红莲路 6 号门前"), text="电动车乱停")
    assert [row.id for row in town.services.noting.propose(asked).twins] == [there]
    town.services.ledger.void([there], "重复")
    assert town.services.noting.propose(asked).twins == ()


@pytest.mark.parametrize(
    ("broken", "code"),
    [
        ({"violation": "", "text": " "}, "finding.no-text"),
        ({"spot": Spot()}, "finding.no-place"),
        ({"violation": "Z9"}, "violation.unknown"),
        ({"spot": Spot("nowhere")}, "site.missing"),
    ],
)
def test_what_says_too_little_is_refused_and_nothing_is_kept(town: Town, broken: dict[str, object], code: str) -> None:
    whole = Noted(Spot(town.sites["槐荫巷"]), violation="Z1")
    with pytest.raises(Refused, match=code):
        town.services.noting.add(replace(whole, **broken))  # type: ignore[arg-type] # by name
    assert town.services.ledger.count(LedgerQuery()) == 0


def test_findings_without_a_site_go_out_in_a_dispatch_and_the_file_stays_whole(town: Town, tmp_path: Path) -> None:
    spot = Spot(street=town.streets["清溪街道"], location="育英路口")
    entity, _ = town.services.noting.add(Noted(spot, violation="Y2"))
    issued = issue(town, tmp_path)
    with town.services.acts.reading() as view:
        found = view.get(Finding, entity)
    assert found
    assert found.record.status is FindingStatus.DISPATCHED
    listed = next(file.path for file in issued.files if "清溪街道" in file.path.name)
    assert any("育英路口" in str(cell) for row in cells(listed) for cell in row)
    assert town.services.upkeep.check(silent) == ()
