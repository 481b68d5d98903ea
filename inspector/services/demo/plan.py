"""Who inspects what on which day and what is wrong there: the whole town in memory, the same for the same seed."""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from enum import StrEnum
from itertools import count
from random import Random

from inspector.domain.checklists import Checklist, Item
from inspector.domain.inspections import Verdict
from inspector.domain.judging import figures_for
from inspector.services.demo.scenes import can_be_seen, is_inside, scene_of
from inspector.services.demo.words import (
    CAMERAS,
    INSPECTORS,
    NAMES,
    PLACES,
    REMARKS,
    ROOTS,
    SHARE,
    STREET_PLACES,
    STREETS,
)

WEEKS = 3
VISITED, SECOND_VISITS = 0.9, 0.4
"""The share of sites that somebody has seen, and that somebody looked at again."""

_FAULTS = (2, 3, 3, 4, 4, 4, 5, 5, 6, 7)


@dataclass(frozen=True, slots=True)
class PlannedSite:
    """A row of the register."""

    code: str
    name: str
    kind: str
    street: str
    community: str
    address: str
    latitude: float
    longitude: float


@dataclass(frozen=True, slots=True)
class PlannedPhoto:
    """What a photo will show, and what its EXIF will say."""

    name: str
    scene: str
    seed: int
    taken_at: datetime
    latitude: float
    longitude: float
    camera: str
    clean: bool = False
    """The same place in order again."""


@dataclass(frozen=True, slots=True)
class PlannedFault:
    """One item that fails."""

    item: str
    text: str
    location: str
    remark: str
    photos: tuple[PlannedPhoto, ...]


class Ending(StrEnum):
    """How a visit stands in the end."""

    FINISHED = "finished"
    DRAFT = "draft"
    REOPENED = "reopened"


@dataclass(frozen=True, slots=True)
class PlannedVisit:
    """One inspection."""

    site: PlannedSite
    inspector: str
    at: datetime
    faults: tuple[PlannedFault, ...]
    ending: Ending = Ending.FINISHED


def plan_sites(chance: Random, times: int) -> tuple[PlannedSite, ...]:
    """The sites of a town, or of `times` as many; no two have one name."""
    names: set[str] = set()
    sites = []
    for kind, share in SHARE.items():
        for number in range(share * times):
            street = chance.choice(tuple(STREETS))
            name = _name(chance, kind, names)
            code = f"{kind}{number + 1:03d}"
            address = f"{chance.choice(ROOTS)}路 {chance.randint(1, 199)} 号"
            latitude, longitude = 30 + chance.random() / 30, 120 + chance.random() / 30
            community = chance.choice(STREETS[street])
            sites.append(PlannedSite(code, name, kind, street, community, address, latitude, longitude))
    return tuple(sites)


def plan_visits(
    chance: Random, sites: Sequence[PlannedSite], checklists: Mapping[str, Checklist], until: datetime
) -> tuple[PlannedVisit, ...]:
    """All visits in the order of their time: nearly every site once, many twice, the last ones still open."""
    seen = chance.sample(list(sites), int(len(sites) * VISITED))
    often = [*seen, *chance.sample(seen, int(len(sites) * SECOND_VISITS))]
    endings = [Ending.FINISHED] * (len(often) - 3) + [Ending.REOPENED, Ending.DRAFT, Ending.DRAFT]
    numbers = count(1)
    return tuple(
        PlannedVisit(
            site,
            chance.choice(INSPECTORS),
            at,
            tuple(_faults(chance, site, checklists[site.kind], at, numbers)),
            ending,
        )
        for site, at, ending in zip(often, _working_times(len(often), until), endings, strict=True)
    )


def _name(chance: Random, kind: str, taken: set[str]) -> str:
    """A name nobody has; where the roots are used up, a direction stands before them."""
    free = [root + ending for root in ROOTS for ending in NAMES[kind] if root + ending not in taken]
    if not free:
        free = [
            side + root + ending
            for side in "东西南北"
            for root in ROOTS
            for ending in NAMES[kind]
            if side + root + ending not in taken
        ]
    name = chance.choice(free)
    taken.add(name)
    return name


def _working_times(visits: int, until: datetime) -> Iterator[datetime]:
    """Times on the working days of the last weeks, evenly spread between morning and afternoon."""
    days = [until - timedelta(days=back) for back in range(WEEKS * 7, 0, -1)]
    days = [day.replace(hour=8, minute=40, second=0, microsecond=0) for day in days if day.weekday() < 5]
    for number in range(visits):
        day, hour = divmod(number * len(days) / visits, 1)
        yield days[int(day)] + timedelta(hours=8 * hour)


def _faults(
    chance: Random, site: PlannedSite, checklist: Checklist, at: datetime, numbers: Iterator[int]
) -> Iterator[PlannedFault]:
    """Some items that fail, those a camera can show four times as often, in the order of the list."""
    can_fail = [item for item in checklist.items if item.phrases and figures_for(item.judging, Verdict.FAIL)]
    can_fail = [item for item in can_fail if not item.veto or chance.random() < 0.2]
    wanted = min(chance.choice(_FAULTS), len(can_fail))
    ranked = sorted(can_fail, key=lambda item: chance.random() ** (4 if can_be_seen(item.phrases[0]) else 1))
    failing = {item.code for item in ranked[:wanted]}
    for item in can_fail:
        if item.code in failing:
            yield _fault(chance, site, item, at, numbers)


def _fault(chance: Random, site: PlannedSite, item: Item, at: datetime, numbers: Iterator[int]) -> PlannedFault:
    text = chance.choice(item.phrases)
    inside, outside = PLACES.get(site.kind, (STREET_PLACES, STREET_PLACES))
    place = chance.choice(inside if is_inside(text) else outside)
    photos = tuple(
        PlannedPhoto(
            name=f"IMG_{at:%Y%m%d}_{number:05d}.jpg",
            scene=scene_of(text, item.category),
            seed=number,
            taken_at=at + timedelta(minutes=chance.randint(2, 45)),
            latitude=site.latitude + chance.uniform(-0.0003, 0.0003),
            longitude=site.longitude + chance.uniform(-0.0003, 0.0003),
            camera=chance.choice(CAMERAS),
        )
        for number in (next(numbers) for _ in range(chance.choice((1, 1, 1, 2))))
    )
    return PlannedFault(
        item=item.code,
        text=text,
        location=place.format(n=chance.randint(1, 9), m=chance.randint(1, 4)),
        remark=chance.choice(REMARKS) if chance.random() < 0.15 else "",
        photos=photos,
    )
