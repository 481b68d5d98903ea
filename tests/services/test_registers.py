"""Registers edited through the services: names stay apart, nothing is lost, everything can be taken back."""

from dataclasses import replace

import pytest

from inspector.domain.errors import Refused
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.units import Unit, UnitGroup
from tests.town import Town


def test_a_site_is_found_by_pinyin_and_initials_once_it_is_saved(town: Town) -> None:
    entity, _ = town.services.registers.save(Site("春晖巷", "XJ"))
    overview = town.services.registers.overview()
    assert overview.found(Site, "chx") == (entity,)
    assert overview.found(Site, "chunhui 巷") == (entity,)
    assert overview.found(Site, "chx zzz") == ()


def test_units_are_found_by_pinyin_of_any_of_their_names(town: Town) -> None:
    entity, _ = town.services.registers.save(Unit("区园林处", aliases=("绿化大队",)))
    assert town.services.registers.overview().found(Unit, "lhdd") == (entity,)
    assert town.services.registers.overview(spelled=False).found(Unit, "lhdd") == ()
    assert town.services.registers.overview(spelled=False).found(Unit, "绿化") == (entity,)


def test_two_sites_of_one_name_need_different_streets(town: Town) -> None:
    services = town.services
    street = town.streets["望云街道"]
    with pytest.raises(Refused, match=r"register\.name-taken"):
        services.registers.save(Site(" 红莲市场 ", "JM", street=street))
    services.registers.save(Site("红莲市场", "JM", street=town.streets["清溪街道"]))


def test_changing_another_field_is_never_refused_for_the_name(town: Town) -> None:
    services, entity = town.services, town.sites["红莲市场"]
    site = services.registers.overview().records[Site][entity]
    services.registers.save(replace(site, address="红莲路 8 号"), entity)
    assert services.registers.overview().records[Site][entity].address == "红莲路 8 号"


@pytest.mark.parametrize(
    ("record", "code"),
    [
        (Unit("  "), "register.name-missing"),
        (Site("新点位", ""), "site.kind-missing"),
        (SiteKind("", "新类型"), "kind.code-missing"),
        (SiteKind("LX", "新类型"), "kind.code-taken"),
    ],
)
def test_what_cannot_be_told_apart_is_refused_by_name(town: Town, record: Unit | Site | SiteKind, code: str) -> None:
    with pytest.raises(Refused) as refused:
        town.services.registers.save(record)
    assert refused.value.complaint.code == code


def test_what_was_removed_waits_in_the_trash_and_comes_back(town: Town) -> None:
    services, entity = town.services, town.sites["红莲市场"]
    services.registers.remove(Site, [entity])
    gone = services.registers.overview()
    assert entity not in gone.records[Site]
    assert gone.trash[Site][entity].name == "红莲市场"
    services.registers.restore(Site, [entity])
    assert entity in services.registers.overview().records[Site]


def test_the_site_s_own_unit_answers_before_its_kind_and_its_street(town: Town) -> None:
    services = town.services
    own = town.units["区住建局"]
    site = Site("东风巷", "LX", street=town.streets["望云街道"])
    office = services.registers.overview().records[Street][site.street].unit
    overview = services.registers.overview()
    assert overview.answering(replace(site, unit=own)).why == "site"
    assert (overview.answering(site).unit, overview.answering(site).why) == (office, "street")
    assert overview.answering(replace(site, kind="JM")).why == "kind"
    assert overview.answering(Site("x", "LX")).why == ""


def test_partners_and_own_sites_are_counted(town: Town) -> None:
    services = town.services
    partner, _ = services.registers.save(Unit("区税务局", UnitGroup.OTHER))
    services.registers.save(Site("东风巷", "LX", partner_unit=partner, unit=town.units["区住建局"]))
    overview = services.registers.overview()
    assert overview.partners == {partner}
    assert overview.sites_of[town.units["区住建局"]] == 1
    assert overview.sites_of["LX"] == 2


def test_history_says_what_changed_and_undo_brings_it_back(town: Town) -> None:
    services, entity = town.services, town.sites["红莲市场"]
    site = services.registers.overview().records[Site][entity]
    services.registers.save(replace(site, address="别处"), entity)
    last = services.ledger.history(entity)[0]
    assert (last.act, [(f.field, f.after) for f in last.fields]) == ("register-changed", [("address", "别处")])
    services.acts.undo()
    assert services.registers.overview().records[Site][entity].address == "红莲路 6 号"
