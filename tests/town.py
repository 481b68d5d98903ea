"""A small believable town, made through the services as people would: for pages and use cases to be tried on."""

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime, timedelta, timezone
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

from inspector.domain.inspections import Verdict
from inspector.domain.judging import figures_for
from inspector.domain.sites import Site, Street
from inspector.domain.units import Unit, UnitGroup
from inspector.exchange.drawn_photos import draw_photo
from inspector.services.services import Services, open_services

CHINA = timezone(timedelta(hours=8))
TODAY = datetime(2026, 11, 22, 10, 32, tzinfo=CHINA)

SCENES = ("ebike", "junk", "wires", "ads", "lane", "bins", "stall", "puddle")


class Clock:
    """The time in the town; tests set `now`, and every look at it takes a second."""

    def __init__(self, now: datetime = TODAY) -> None:
        self.now = now

    def __call__(self) -> datetime:
        """The time, a second later at each call, as acts follow each other."""
        self.now += timedelta(seconds=1)
        return self.now


@dataclass(frozen=True)
class Town:
    """The open services and the ids of what the town has, by name."""

    services: Services
    clock: Clock
    sites: Mapping[str, str]
    units: Mapping[str, str]
    streets: Mapping[str, str]
    inspections: dict[str, str] = field(default_factory=dict)


STALLS = ("垃圾桶满溢，污水外流到通道", "水果摊外溢占用通道约 1.5 米", "公平秤缺失")
"""What is wrong at the market."""
SITES = (
    ("桂花里小区", "LX", "望云街道", "朝晖路 18 号"),
    ("红莲市场", "JM", "望云街道", "红莲路 6 号"),
    ("育英小学", "XX", "清溪街道", "育英路 2 号"),
    ("槐荫巷", "XJ", "清溪街道", "槐荫巷 1 至 40 号"),
)


def make_town(workspace: Path, clock: Clock | None = None) -> Town:
    """Two streets with their offices and four sites, nothing inspected; without a clock a copy of one made before."""
    if clock is None:
        content, moment = _bare()
        workspace.write_bytes(content)
        return open_town(workspace, Clock(moment))
    services = open_services(workspace, person="王敏", clock=clock)
    streets: dict[str, str] = {}
    for name in ("望云街道", "清溪街道"):
        office, _ = services.registers.save(Unit(f"{name}办事处", UnitGroup.STREET))
        streets[name], _ = services.registers.save(Street(name, unit=office))
    sites = {
        name: services.registers.save(Site(name, kind, address=address, street=streets[street]))[0]
        for name, kind, street, address in SITES
    }
    units = {unit.record.name: unit.id for unit in services.registers.all(Unit)}
    return Town(services, clock, sites, units, streets)


def open_town(workspace: Path, clock: Clock | None = None) -> Town:
    """A town made before, as it stands in its file."""
    clock = clock or Clock()
    services = open_services(workspace, person="王敏", clock=clock)
    sites, units, streets = (
        {one.record.name: one.id for one in services.registers.all(register)} for register in (Site, Unit, Street)
    )
    return Town(services, clock, sites, units, streets)


def inspected_town(workspace: Path) -> Town:
    """The town after the market was inspected: three findings wait, each with one photo; made once and copied."""
    content, moment, inspections = _inspected()
    workspace.write_bytes(content)
    return replace(open_town(workspace, Clock(moment)), inspections=dict(inspections))


def furnished_town(workspace: Path) -> Town:
    """The town after a fortnight of work (`furnish`), made once in a test run and copied."""
    workspace.write_bytes(_furnished())
    return open_town(workspace)


@cache
def _bare() -> tuple[bytes, datetime]:
    clock = Clock()
    with TemporaryDirectory() as folder:
        make_town(Path(folder) / "town.db", clock).services.close()
        return (Path(folder) / "town.db").read_bytes(), clock.now


@cache
def _inspected() -> tuple[bytes, datetime, dict[str, str]]:
    with TemporaryDirectory() as folder:
        town = make_town(Path(folder) / "town.db")
        inspect(town, "红莲市场", fails_of(town, "红莲市场", STALLS))
        town.services.close()
        return (Path(folder) / "town.db").read_bytes(), town.clock.now, town.inspections


@cache
def _furnished() -> bytes:
    with TemporaryDirectory() as folder:
        town = make_town(Path(folder) / "town.db")
        furnish(town, Path(folder) / "out")
        town.services.close()
        return (Path(folder) / "town.db").read_bytes()


def inspect(town: Town, site: str, fails: Mapping[str, str], *, photos: int = 1, finish: bool = True) -> list[str]:
    """Inspect a site: these items fail with these descriptions (each with `photos` photos), the rest passes.

    Returns the ids of the findings in the order given.
    """
    services = town.services
    inspection, _ = services.inspections.start(town.sites[site], "王敏")
    town.inspections[site] = inspection
    findings = []
    for number, (item, text) in enumerate(fails.items()):
        services.recording.judge(inspection, item, Verdict.FAIL)
        finding = services.recording.sheet(inspection).findings[item][0].id
        services.recording.describe(finding, text)
        services.recording.locate(finding, f"{number + 1} 号楼 2 单元门厅")
        if photos:
            scene = SCENES[(number + len(site)) % len(SCENES)]
            taken = [(f"IMG_{number}{n}.jpg", drawn(scene, number * 7 + n + len(text))) for n in range(photos)]
            services.photos.take_in(finding, taken, _silent)
        findings.append(finding)
    if finish:
        sheet = services.recording.sheet(inspection)
        for section in sheet.checklist.sections:
            services.recording.pass_rest(inspection, section.code)
        sheet = services.recording.sheet(inspection)
        for unrated in sheet.items:
            if not sheet.is_done(unrated.code):
                services.recording.judge(inspection, unrated.code, Verdict.NOT_APPLICABLE)
        services.inspections.finish(inspection)
    return findings


def furnish(town: Town, exports: Path) -> None:
    """A fortnight of work: findings sent and overdue, findings that wait, one void, one draft."""
    exports.mkdir(parents=True, exist_ok=True)
    town.clock.now = TODAY - timedelta(days=13)
    inspect(town, "槐荫巷", fails_of(town, "槐荫巷", ("路面坑洼积水两处", "墙面小广告十余处未清除")))
    town.services.dispatching.issue(town.services.dispatching.plan(), exports, "王敏", _silent)
    town.clock.now = TODAY - timedelta(days=1)
    market = inspect(town, "红莲市场", fails_of(town, "红莲市场", STALLS), photos=2)
    town.services.dispatching.issue(town.services.dispatching.plan(market), exports, "王敏", _silent)
    town.clock.now = TODAY
    texts = (
        "楼道内停放电动车，门厅私拉电线充电",
        "2 号楼 1 单元二层堆放纸箱杂物",
        "配电箱旁线缆杂乱，有飞线",
        "小广告",
        "消防车道被私家车占用",
    )
    estate = inspect(town, "桂花里小区", fails_of(town, "桂花里小区", texts), photos=2)
    town.services.ledger.void(estate[2:3], "和上一条重复")
    school = inspect(town, "育英小学", fails_of(town, "育英小学", ("校门口摊贩占道", "公益广告褪色")))
    for photo, _ in town.services.photos.of_finding(school[1]):
        town.services.photos.remove(photo)
    inspect(town, "红莲市场", fails_of(town, "红莲市场", ("消防栓前堆物",)), finish=False)


def fails_of(town: Town, site: str, texts: tuple[str, ...]) -> dict[str, str]:
    """These descriptions on the first items of the site's checklist that one key can fail."""
    checklist = town.services.inspections.briefing(town.sites[site]).checklist
    codes = [item.code for item in checklist.items if item.phrases and figures_for(item.judging, Verdict.FAIL)]
    return dict(zip(codes[-len(texts) :], texts, strict=True))


@cache
def drawn(scene: str, seed: int) -> bytes:
    """A photo of that scene, drawn once."""
    return draw_photo(scene, seed, size=(1200, 900), taken_at=datetime(2026, 11, 22, 9, 10, tzinfo=UTC))


def _silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""
