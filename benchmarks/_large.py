"""Workspaces of any size for benchmarks: real revisions and projections, written in bulk and kept for the next run."""

import random
import tempfile
from collections.abc import Iterable, Iterator
from datetime import datetime, timedelta
from itertools import islice
from pathlib import Path
from typing import Any

from inspector.config.clock import new_id, now
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.inspections import Inspection
from inspector.domain.kinds import KINDS, SCHEMA
from inspector.domain.photos import Photo, PhotoFacts
from inspector.domain.records import to_canonical
from inspector.domain.revisions import Revision, sealed
from inspector.domain.sites import Site, Street
from inspector.domain.units import Unit
from inspector.services.services import open_services
from inspector.storage import revision_rows
from inspector.storage.engine import make_engine
from inspector.storage.finding_pieces import put_missing_pieces
from inspector.storage.hlc import HybridClock
from inspector.storage.projection import row_of
from inspector.storage.schema import HEAD
from inspector.storage.tables import PROJECTIONS, revision

SITES = 5_000
UNITS = 120
STREETS = 20
KINDS_USED = ("LX", "JM", "SC", "GY", "CY", "LK")
STATES = {
    FindingStatus.CLOSED: 80,
    FindingStatus.DISPATCHED: 8,
    FindingStatus.REPLIED: 5,
    FindingStatus.SENT_BACK: 3,
    FindingStatus.TO_DISPATCH: 2,
    FindingStatus.VOID: 2,
}
"""Of a hundred findings of some years."""

_BATCH = 20_000
Entry = tuple[str, Any]
"""A record with its id."""


def large_workspace(findings: int) -> Path:
    """A workspace with that many findings over years, six kinds, 5,000 sites and 120 units; made once a machine."""
    path = Path(tempfile.gettempdir()) / "inspector-benchmark" / f"{HEAD}-{findings}.inspector"
    path.parent.mkdir(exist_ok=True)
    if not path.exists():
        building = path.with_name(f"building-{path.name}")
        for old in building.parent.glob(f"{building.name}*"):
            old.unlink()
        open_services(building, person="王敏").close()
        _fill(building, findings)
        building.rename(path)
    return path


def _fill(path: Path, findings: int) -> None:
    chance, clock = random.Random(1), HybridClock()
    engine = make_engine(path)
    entries = _entries(findings, chance)
    while batch := list(islice(entries, _BATCH)):
        made = [(_sealed(entity, record, clock), record) for entity, record in batch]
        with engine.begin() as connection:
            connection.execute(revision.insert(), [revision_rows._values(one) for one, _ in made])  # noqa: SLF001
            for kind in dict.fromkeys(one.kind for one, _ in made):
                rows = [row_of(one, record) for one, record in made if one.kind == kind]
                connection.execute(PROJECTIONS[kind].insert(), rows)
    with engine.begin() as connection:
        put_missing_pieces(connection)
    engine.dispose()


def _sealed(entity: str, record: Any, clock: HybridClock) -> Revision:
    moment = now()
    return sealed(
        Revision(
            id=new_id(),
            kind=KINDS[type(record)],
            entity=entity,
            parents=(),
            change="made-for-a-benchmark",
            act="made",
            reason="",
            laptop="benchmark",
            person="王敏",
            made_at=moment.isoformat(),
            hlc=clock.tick(int(moment.timestamp() * 1000)),
            schema=SCHEMA,
            deleted=False,
            body=to_canonical(record),
            sha="",
        )
    )


def _entries(findings: int, chance: random.Random) -> Iterator[Entry]:
    units = [(new_id(), Unit(f"责任单位{number}")) for number in range(UNITS)]
    streets = [(new_id(), Street(f"街道{number}", unit=units[number][0])) for number in range(STREETS)]
    sites = [(new_id(), _site(number, streets, chance)) for number in range(SITES)]
    yield from (*units, *streets, *sites)
    yield from _visits(sites, max(1, findings // 25), chance)
    yield from _findings(findings, sites, units, chance)


def _site(number: int, streets: list[tuple[str, Street]], chance: random.Random) -> Site:
    return Site(
        f"点位{number}小区",
        KINDS_USED[number % len(KINDS_USED)],
        address=f"朝晖路{number}号",
        street=chance.choice(streets)[0],
        pinyin=f"dianwei{number}xiaoqu",
        initials=f"dw{number}xq",
    )


def _visits(sites: list[tuple[str, Site]], number: int, chance: random.Random) -> Iterable[Entry]:
    for _ in range(number):
        entity, site = chance.choice(sites)
        began = _moment(chance)
        visit = Inspection(entity, f"{site.kind}-v1", "", "王敏", began, began + timedelta(hours=1), "", 80.0)
        yield new_id(), visit


def _findings(
    number: int, sites: list[tuple[str, Site]], units: list[tuple[str, Unit]], chance: random.Random
) -> Iterable[Entry]:
    states, weights = list(STATES), list(STATES.values())
    moments = sorted(_moment(chance) for _ in range(number))  # numbers rise with the days
    for serial, found_at in enumerate(moments, 1):
        place, site = chance.choice(sites)
        status = chance.choices(states, weights)[0]
        entity = new_id()
        yield (
            entity,
            Finding(
                no=f"{site.kind}-{serial:06d}",
                site=place,
                text=f"楼道内停放电动自行车{serial % 97}辆",
                found_at=found_at,
                found_by="王敏",
                kind=site.kind,
                street=site.street,
                location=f"{serial % 30}栋",
                unit=chance.choice(units)[0],
                time_limit="7天",
                due_on=(found_at + timedelta(days=chance.choice((7, 30, 400)))).date(),
                status=status,
            ),
        )
        if status is FindingStatus.TO_DISPATCH:
            facts = PhotoFacts("楼道.jpg", f"{serial:064x}", 4032, 3024)
            yield new_id(), Photo(entity, facts, f"{serial:064x}", f"{serial:064x}", f"{serial:064x}")


def _moment(chance: random.Random) -> datetime:
    return now() - timedelta(minutes=chance.randint(0, 3 * 365 * 24 * 60))
