"""The whole town: registers from a table, weeks of visits with photos, dispatches, a backup."""

import csv
import io
from collections.abc import Mapping
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from pathlib import Path
from random import Random

from inspector.config.clock import now
from inspector.domain.checklists import Checklist
from inspector.domain.errors import Place, Refused
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.progress import Progress
from inspector.domain.sites import Site
from inspector.domain.units import Unit
from inspector.services.demo import citizens
from inspector.services.demo.answers import follow_up, send_back, sign, take_in, unwatched
from inspector.services.demo.clock import TownClock
from inspector.services.demo.good_and_allowed import approve, praise
from inspector.services.demo.looks import look_again
from inspector.services.demo.photos import drawing
from inspector.services.demo.plan import WEEKS, PlannedPhoto, PlannedSite, plan_sites, plan_visits
from inspector.services.demo.visits import walk
from inspector.services.demo.words import OFFICE, UNIT_PEOPLE
from inspector.services.dispatching import Issued
from inspector.services.services import Services, open_services

SEED = 20261122
DISPATCHED_AFTER = (0.3, 0.68, 0.9)
"""After these shares of the visits the office sends what waits; what comes later still waits."""
LOOKED_AT = 0.7
"""The share of what units call done that somebody has seen again."""
LEFT = 3
"""So many returned lists nobody has taken in yet."""

_COLUMNS = ("编码", "点位名称", "点位类型", "镇街", "社区", "地址", "纬度", "经度")


@dataclass(frozen=True, slots=True)
class Town:
    """What was made, in numbers and files."""

    workspace: Path
    sites: int
    inspections: int
    findings: int
    files: tuple[Path, ...]


def make_town(folder: Path, workspace: Path, times: int, progress: Progress) -> Town:
    """Make a town, or a district of `times` as many sites, in a new folder; the same at every call but for its dates.

    Raises `Refused`: "demo.folder-in-use", "demo.workspace-in-use", and those of the use cases.
    """
    if folder.exists() and (not folder.is_dir() or any(folder.iterdir())):
        raise Refused("demo.folder-in-use", Place(file=str(folder)))
    if workspace.exists():
        raise Refused("demo.workspace-in-use", Place(file=str(workspace)))
    folder.mkdir(parents=True, exist_ok=True)
    today = now()
    clock = TownClock(today - timedelta(weeks=WEEKS, days=1))
    services = open_services(workspace, person=OFFICE, clock=clock)
    try:
        return _furnish(services, clock, folder, times, today, progress)
    finally:
        services.close()


def _furnish(
    services: Services, clock: TownClock, folder: Path, times: int, today: datetime, progress: Progress
) -> Town:
    chance = Random(SEED)  # noqa: S311 - a town that is the same every time is wanted
    services.office.decide("district.name", "望云区")
    services.office.decide("round", "第 11 轮")
    planned = plan_sites(chance, times)
    files = [_take_sites_in(services, planned, folder)]
    ids = {site.record.code: site.id for site in services.registers.all(Site)}
    visits = plan_visits(chance, planned, _checklists(services, planned), today)
    sends = {int(len(visits) * share) for share in DISPATCHED_AFTER}
    photos = [photo for visit in visits for fault in visit.faults for photo in fault.photos]
    office = _Office(services, folder, {photo.name: photo for photo in photos}, chance)
    with drawing(photos) as drawn:
        for number, visit in enumerate(visits):
            progress(number, len(visits), visit.site.name)
            clock.go_to(visit.at)
            services.acts.workspace.person = visit.inspector
            inspection = walk(services, ids[visit.site.code], visit, drawn)
            praise(services, number, inspection, Random(SEED + number))  # noqa: S311 - the same every time
            citizens.ask(services, clock, ids[visit.site.code], chance)
            if number in sends:
                files += office.work(visit.at)
    progress(len(visits), len(visits))
    office.sign()
    came = citizens.see(services, ids, chance) + citizens.complain(services, ids, chance)
    clock.go_to(today)
    approve(services, ids, Random(SEED))  # noqa: S311 - the same every time
    backup = folder / "backup.db"
    files.append(services.upkeep.back_up(backup).path)
    findings = sum(len(visit.faults) for visit in visits) + came
    return Town(services.acts.workspace.path, len(planned), len(visits), findings, tuple(files))


class _Office:
    """The office's days: what came back is taken in and looked at again, then what waits is sent."""

    def __init__(self, services: Services, folder: Path, shown: Mapping[str, PlannedPhoto], chance: Random) -> None:
        self._services = services
        self._folder = folder
        self._shown = shown
        self._chance = chance
        self._issued: list[Issued] = []

    def work(self, day: datetime) -> tuple[Path, ...]:
        """One day; returns the files that were made. Of the last lists that come back some are left to the viewer."""
        services, files = self._services, tuple[Path, ...]()
        if self._issued:
            files = send_back(
                services, self._issued[-1], self._shown, self._folder / f"反馈{len(self._issued)}", day, self._chance
            )
            is_last = len(self._issued) == len(DISPATCHED_AFTER) - 1
            services.acts.workspace.person = OFFICE
            take_in(services, files[:-LEFT] if is_last else files)
            look_again(services, self._shown, LOOKED_AT, self._chance)
            services.acts.workspace.person = OFFICE
            if is_last:
                follow_up(services, day)
        services.acts.workspace.person = OFFICE
        _make_void(services)
        issued = services.dispatching.issue(services.dispatching.plan(), self._folder, OFFICE, unwatched)
        self._issued.append(issued)
        return (*files, *(file.path for file in issued.files), issued.summary, issued.zip)

    def sign(self) -> None:
        """The units say that they have the last lists."""
        self._services.acts.workspace.person = OFFICE
        sign(self._services, self._issued[-1], self._chance)


def _take_sites_in(services: Services, sites: tuple[PlannedSite, ...], folder: Path) -> Path:
    """The register as an office hands it over, as a table that is then imported; then who is called in each unit."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(_COLUMNS)
    for site in sites:
        place = (site.street, site.community, site.address, f"{site.latitude:.6f}", f"{site.longitude:.6f}")
        table.writerow((site.code, site.name, site.kind, *place))
    file = folder / "点位.csv"
    file.write_text(text.getvalue(), "utf-8-sig")
    services.register_files.apply(services.register_files.plan(Site, file))
    for number, unit in enumerate(services.registers.all(Unit)):
        contact, phone = UNIT_PEOPLE[number % len(UNIT_PEOPLE)]
        services.registers.save(replace(unit.record, contact=contact, phone=phone), unit.id)
    return file


def _checklists(services: Services, sites: tuple[PlannedSite, ...]) -> dict[str, Checklist]:
    return {kind: services.checklists.effective(kind) for kind in {site.kind for site in sites}}


def _make_void(services: Services) -> None:
    """One of those that wait was written down twice."""
    waiting = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)))
    services.ledger.void(waiting[:1], "和上一条是同一处")
