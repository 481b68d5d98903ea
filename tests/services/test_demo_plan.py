"""The demo town as planned: large enough, the same every time, and made of what the checklists say."""

from datetime import UTC, datetime
from random import Random

import pytest

from inspector.config.paths import CHECKLISTS
from inspector.domain.checklists import Checklist
from inspector.exchange.checklist_yaml import read_checklist
from inspector.exchange.drawn_photos import SCENE_NAMES
from inspector.services.demo.plan import PlannedSite, PlannedVisit, plan_sites, plan_visits
from inspector.services.demo.scenes import scene_of
from inspector.services.demo.town import SEED
from inspector.services.demo.words import SHARE

TODAY = datetime(2026, 11, 22, 2, 30, tzinfo=UTC)


def checklists() -> dict[str, Checklist]:
    read = {kind: read_checklist(CHECKLISTS / f"{kind}-v1.yaml").checklist for kind in SHARE}
    return {kind: checklist for kind, checklist in read.items() if checklist}


def planned(times: int = 1) -> tuple[tuple[PlannedSite, ...], tuple[PlannedVisit, ...]]:
    chance = Random(SEED)
    sites = plan_sites(chance, times)
    return sites, plan_visits(chance, sites, checklists(), TODAY)


def test_the_town_is_large_enough() -> None:
    sites, visits = planned()
    faults = [fault for visit in visits for fault in visit.faults]
    assert len(sites) >= 60
    assert len({site.kind for site in sites}) >= 12
    assert len(visits) >= 80
    assert len(faults) >= 300
    assert all(fault.photos for fault in faults)


def test_the_same_seed_gives_the_same_town() -> None:
    assert planned() == planned()


@pytest.mark.parametrize("times", [1, 10])
def test_no_two_sites_have_one_name(times: int) -> None:
    names = [site.name for site in plan_sites(Random(1), times)]
    assert len(set(names)) == len(names)


def test_no_two_photos_are_alike() -> None:
    photos = [photo for visit in planned()[1] for fault in visit.faults for photo in fault.photos]
    assert len({photo.seed for photo in photos}) == len(photos)
    assert {photo.scene for photo in photos} <= set(SCENE_NAMES)
    assert len({photo.scene for photo in photos}) >= 10


def test_visits_go_on_in_time_on_working_days_and_end_before_today() -> None:
    times = [visit.at for visit in planned()[1]]
    assert times == sorted(times)
    assert times[-1] < TODAY
    assert all(time.weekday() < 5 for time in times)


@pytest.mark.parametrize(
    ("text", "category", "scene"),
    [("楼道内停放电动车", "消防安全", "ebike"), ("公示信息不全", "公益宣传", "ads"), ("没有预案", "制度台账", "ads")],
)
def test_a_fault_is_shown_by_its_words_then_by_its_category(text: str, category: str, scene: str) -> None:
    assert scene_of(text, category) == scene
