"""The whole town: registers from a table, weeks of visits with photos, dispatches, a backup."""

import csv
import io
from dataclasses import dataclass
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
from inspector.services.demo.clock import TownClock
from inspector.services.demo.photos import drawing
from inspector.services.demo.plan import WEEKS, PlannedSite, plan_sites, plan_visits
from inspector.services.demo.visits import walk
from inspector.services.demo.words import OFFICE
from inspector.services.services import Services, open_services

SEED = 20261122
DISPATCHED_AFTER = (0.3, 0.68, 0.9)
"""After these shares of the visits the office sends what waits; what comes later still waits."""

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
    with drawing(photos) as drawn:
        for number, visit in enumerate(visits):
            progress(number, len(visits), visit.site.name)
            clock.go_to(visit.at)
            services.acts.workspace.person = visit.inspector
            walk(services, ids[visit.site.code], visit, drawn)
            if number in sends:
                services.acts.workspace.person = OFFICE
                _make_void(services)
                files += _dispatch(services, folder)
    progress(len(visits), len(visits))
    clock.go_to(today)
    backup = folder / "backup.db"
    files.append(services.upkeep.back_up(backup).path)
    findings = sum(len(visit.faults) for visit in visits)
    return Town(services.acts.workspace.path, len(planned), len(visits), findings, tuple(files))


def _take_sites_in(services: Services, sites: tuple[PlannedSite, ...], folder: Path) -> Path:
    """The register as an office hands it over, as a table that is then imported."""
    text = io.StringIO()
    table = csv.writer(text)
    table.writerow(_COLUMNS)
    for site in sites:
        place = (site.street, site.community, site.address, f"{site.latitude:.6f}", f"{site.longitude:.6f}")
        table.writerow((site.code, site.name, site.kind, *place))
    file = folder / "点位.csv"
    file.write_text(text.getvalue(), "utf-8-sig")
    services.register_files.take_first_places(file)
    services.register_files.apply(services.register_files.plan(Site, file))
    return file


def _checklists(services: Services, sites: tuple[PlannedSite, ...]) -> dict[str, Checklist]:
    return {kind: services.checklists.effective(kind) for kind in {site.kind for site in sites}}


def _make_void(services: Services) -> None:
    """One of those that wait was written down twice."""
    waiting = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)))
    services.ledger.void(waiting[:1], "和上一条是同一处")


def _dispatch(services: Services, folder: Path) -> tuple[Path, ...]:
    """Send all that waits."""
    plan = services.dispatching.plan()
    issued = services.dispatching.issue(plan, folder, OFFICE, _unwatched)
    return (*(file.path for file in issued.files), issued.summary, issued.zip)


def _unwatched(done: int, of: int, what: str = "") -> None:
    """The visits are what is counted."""
