"""What an import would do to a register, before it does anything."""

from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.errors import Place
from inspector.domain.register_import import Candidate, R, merge_register, street_office
from inspector.domain.sites import Community, Site, Street
from inspector.domain.units import Unit, UnitGroup

OLD = Site("红莲市场", "JM", address="红莲路1号", street="s1", code="A-1", pinyin="honglianshichang")
ALL = frozenset({"name", "kind", "address", "street", "code"})


def row(record: R, given: frozenset[str] = ALL) -> Candidate[R]:
    return Candidate(record, given, Place(file="a.xlsx", row=2))


def test_a_row_with_the_code_of_a_site_renames_it() -> None:
    plan = merge_register({"x": OLD}, [row(replace(OLD, name="红莲农贸市场", pinyin=""))])
    assert [(change.id, change.old, change.new) for change in plan.changed] == [
        ("x", OLD, replace(OLD, name="红莲农贸市场"))
    ]


def test_a_row_without_code_meets_the_site_of_that_name_in_that_street_only() -> None:
    without_code = replace(OLD, code="")
    register = {"x": OLD, "y": replace(OLD, street="s2", code="A-2")}
    plan = merge_register(register, [row(without_code, ALL - {"code"})])
    assert (plan.unchanged, plan.added, plan.changed) == (1, (), ())
    elsewhere = merge_register(register, [row(replace(without_code, street="s3"), ALL - {"code"})])
    assert len(elsewhere.added) == 1


def test_a_row_with_another_code_is_another_site() -> None:
    assert len(merge_register({"x": OLD}, [row(replace(OLD, code="B-9"))]).added) == 1


def test_a_row_that_fits_several_sites_is_refused() -> None:
    register = {"x": OLD, "y": replace(OLD, street="s2", code="A-2")}
    plan = merge_register(register, [row(Site("红莲市场", ""), frozenset({"name"}))])
    assert [complaint.code for complaint in plan.refused] == ["register.ambiguous"]
    assert plan.refused[0].place.row == 2


def test_a_new_site_without_a_kind_is_refused_but_an_old_one_may_go_without() -> None:
    given = frozenset({"name", "address"})
    plan = merge_register(
        {"x": OLD}, [row(Site("新市场", ""), given), row(Site("红莲市场", "", address="新址"), given)]
    )
    assert [complaint.code for complaint in plan.refused] == ["register.kind-missing"]
    assert plan.changed[0].new == replace(OLD, address="新址")


def test_a_unit_is_met_by_its_alias_and_keeps_its_name() -> None:
    old = Unit("区城管局", aliases=("区综合执法局",))
    plan = merge_register({"u": old}, [row(Unit("综合执法局", phone="123"), frozenset({"name", "phone"}))])
    assert plan.changed[0].new == replace(old, phone="123")


def test_an_empty_cell_does_not_take_a_streets_office_away() -> None:
    old = Street("朝阳街道", "office")
    given = frozenset({"name", "unit", "short"})
    plan = merge_register({"s": old}, [row(Street("朝阳街道办事处", "", "朝阳"), given)])
    assert plan.changed[0].new == Street("朝阳街道", "office", "朝阳")


def test_communities_of_one_name_in_two_streets_are_two() -> None:
    plan = merge_register({"c": Community("红莲社区", "s1")}, [row(Community("红莲社区", "s2"))])
    assert len(plan.added) == 1


@pytest.mark.parametrize(
    ("street", "office"),
    [("朝阳街道", "朝阳街道办事处"), ("柳树镇", "柳树镇人民政府"), ("朝阳街道办事处", "朝阳街道办事处")],
)
def test_a_street_has_an_office_ranked_among_the_streets(street: str, office: str) -> None:
    unit = street_office(Street(street))
    assert (unit.name, unit.group) == (office, UnitGroup.STREET)


@given(
    st.lists(st.builds(Site, name=st.text(min_size=1, max_size=3), kind=st.just("JM"), street=st.sampled_from("ab")))
)
def test_taking_a_table_in_twice_changes_nothing_the_second_time(sites: list[Site]) -> None:
    register: dict[str, Site] = {}
    for number, site in enumerate(sites):
        for candidate in merge_register(register, [row(site)]).added:
            register[str(number)] = candidate.record
    again = merge_register(register, [row(site) for site in register.values()])
    assert (again.added, again.changed, again.refused) == ((), (), ())
