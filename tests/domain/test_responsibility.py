"""Who answers for a finding: every way the checklists write it, decided as an office would."""

import csv
import io
import re
import unicodedata
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.names import name_index
from inspector.domain.responsibility import (
    Place,
    Reason,
    read_reason,
    responsible,
    unknown_units,
    written_reason,
)
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.unit_rules import Choice, parse_unit_rule
from inspector.exchange.register_start import read_starting_set

STREET = Street("朝阳街道", "street-office")
UNITS = {entity: (unit.name, *unit.aliases) for entity, unit in read_starting_set().units.items()}
UNITS["street-office"] = ("朝阳街道办事处",)
INDEX = name_index(UNITS.items())
CASES = list(
    csv.DictReader(
        io.StringIO((Path(__file__).parents[1] / "data" / "responsibility_cases.csv").read_text(encoding="utf-8"))
    )
)


def place(**fields: str) -> Place:
    return Place(replace(Site("某处", "XX"), **fields), INDEX, street=STREET)  # type: ignore[arg-type] # text fields only


def names(ids: tuple[str, ...]) -> str:
    return "、".join(UNITS[one][0] for one in ids)


@pytest.mark.parametrize("case", CASES, ids=lambda case: f"{case['规则']}@{case['点位']}")
def test_every_way_of_naming_a_unit_finds_the_office_that_answers(case: dict[str, str]) -> None:
    where = place(name=case["点位"], unit=INDEX.one(case["点位自有单位"]), manager=case["经营单位"])
    where = replace(where, site=replace(where.site, topics=tuple(filter(None, [case["标签"]]))))
    answer = responsible(case["规则"], "", where)
    assert (names((answer.unit,)), names(answer.co_units)) == (case["主责"], case["配合"])
    assert (answer.reason.code, answer.reason.sure) == (case["理由"], case["确定"] == "是")


def test_the_table_of_cases_covers_every_rule_of_the_shipped_checklists() -> None:
    known = {unicodedata.normalize("NFKC", case["规则"]) for case in CASES}
    assert len(known) == 38
    lists = (Path(__file__).parents[2] / "checklists").glob("*.yaml")
    written = "\n".join(path.read_text(encoding="utf-8") for path in lists)
    shipped = re.findall(r"^ *(?:default_)?unit: (.+)$", unicodedata.normalize("NFKC", written), flags=re.MULTILINE)
    assert {rule.strip("'\"") for rule in shipped} == known


def test_every_unit_the_rules_name_is_in_the_starting_register() -> None:
    for case in CASES:
        assert unknown_units(parse_unit_rule(case["规则"]), INDEX) == ()


def test_an_item_that_only_repeats_the_checklists_default_leaves_the_site_first() -> None:
    forestry = INDEX.one("区林业局")
    answer = responsible("区市场监管局", "区市场监管局", place(unit=forestry))
    assert (answer.unit, answer.reason.code) == (forestry, "site")


def test_the_sites_own_unit_takes_the_leads_place_and_the_helpers_stay() -> None:
    police, culture = INDEX.one("公安分局"), INDEX.one("文体局")
    swapped = responsible("", "区文体局/区公安分局", place(unit=police))
    assert (swapped.unit, swapped.co_units) == (police, (culture,))
    other = responsible("", "区文体局/区公安分局", place(unit=INDEX.one("教育局")))
    assert other.co_units == (police,)


def test_without_any_rule_the_kinds_default_answers_and_then_the_street() -> None:
    kind = SiteKind("GC", "公共厕所", default_unit=INDEX.one("城管局"))
    assert responsible("", "", replace(place(), kind=kind)).reason.code == "kind"
    local = responsible("", "", place())
    assert (local.unit, local.reason.code) == ("street-office", "local")


def test_a_unit_the_register_lacks_is_named_and_the_next_rule_answers() -> None:
    answer = responsible("区气象局", "区城管局", place())
    assert (answer.unit, answer.reason.code) == (INDEX.one("城管局"), "checklist")
    assert dict(answer.reason.facts)["missing"] == "区气象局"
    assert not answer.reason.sure


def test_a_site_without_street_and_rules_has_nobody_and_says_so() -> None:
    answer = responsible("属地镇街", "", replace(place(), street=None))
    assert (answer.unit, answer.co_units, answer.reason.code) == ("", (), "nobody")


def test_a_rule_names_the_property_company_that_the_street_presses() -> None:
    answer = responsible("属地镇街(督促物业企业)", "", place(manager="锦绣物业"))
    assert dict(answer.reason.facts)["manager"] == "锦绣物业"


def test_a_reason_survives_being_written_into_a_finding() -> None:
    reason = responsible("区卫计局(推断)", "", place()).reason
    assert read_reason(written_reason(reason)) == reason
    assert read_reason("局里商定") is None
    assert read_reason("[1]") is None


def test_full_width_signs_and_half_width_signs_mean_the_same() -> None:
    wide = parse_unit_rule("区公安分局／交警一大队（按辖区）")
    assert wide.units == ("区公安分局", "交警一大队")
    assert wide.choice is Choice.BY_SITE


@given(st.text(max_size=40), st.text(max_size=40))
def test_any_text_as_a_rule_gives_an_answer_without_the_lead_among_the_helpers(item: str, default: str) -> None:
    answer = responsible(item, default, place(unit="own"))
    assert answer.unit
    assert answer.unit not in answer.co_units
    assert isinstance(answer.reason, Reason)
