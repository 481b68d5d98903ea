"""Scripted hours of an inspector and an office through the real use cases; what was told as saved stands in ACK.

They may be run again over whatever an interruption left: a new day begins on the records that are there.
"""

import os
from collections.abc import Callable
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path

from inspector.config.clock import now
from inspector.domain.checklists import FinishRule
from inspector.domain.errors import Refused
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.inspections import Verdict
from inspector.domain.judging import FigureName, figures_for, inputs
from inspector.domain.ledger import LedgerQuery
from inspector.domain.sites import Site, Street
from inspector.domain.stored import Changed
from inspector.domain.units import Unit, UnitGroup
from inspector.exchange.drawn_photos import draw_photo
from inspector.services.dispatch_plans import DispatchPlan
from inspector.services.services import Services, open_services
from inspector.services.upkeep import restore

FILE = "点位.inspector"
EXPORTS = "导出"
SITE = "桂花里小区"
PERSON = "王敏"


def quiet(done: int, of: int, what: str = "") -> None:
    """Progress nobody looks at."""


@dataclass(slots=True)
class Day:
    """An open workspace that writes down what it was told is saved, and the codes of what was refused."""

    folder: Path
    services: Services
    refused: list[str] = field(default_factory=list)

    def do(self, act: Callable[[], Changed | tuple[object, Changed]]) -> None:
        """One act of a person; acknowledged when it came back."""
        attempt(partial(self._told, act), self.refused)

    def _told(self, act: Callable[[], Changed | tuple[object, Changed]]) -> None:
        done = act()
        changed = done if isinstance(done, Changed) else done[1]
        self.acknowledge(changed.change)

    def acknowledge(self, change: str) -> None:
        """Write down the versions a change has made. Asked of the file later on, when the faults are over."""
        ack = os.open(self.folder / "ACK", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
        with self.services.acts.reading() as view:
            os.write(ack, "".join(f"{made.id} {made.sha}\n" for made in view.change(change)).encode())
        os.close(ack)


def attempt(act: Callable[[], object], refused: list[str]) -> None:
    """Do it, or note why it was refused; anything but a refusal is a bug and passes."""
    try:
        act()
    except Refused as refusal:
        refused.append(refusal.complaint.code)


def first_start(folder: Path) -> list[str]:
    """The very first start: the file is made, brought to the newest schema and given the shipped registers."""
    refused: list[str] = []
    attempt(lambda: open_services(folder / FILE, person=PERSON).close(), refused)
    return refused


def recording(folder: Path) -> list[str]:
    """Pick the site, judge, give figures, fail, describe, pass a section, change one's mind, finish."""

    def hour(day: Day) -> None:
        services = day.services
        inspection, _ = services.inspections.start(services.inspections.search(SITE)[0].id, PERSON)
        items = services.recording.sheet(inspection).items
        by_hand = [item for item in items if figures_for(item.judging, Verdict.FAIL)]
        counted = next(item for item in items if any(i.figure is FigureName.COUNT for i in inputs(item.judging)))
        day.do(lambda: services.recording.judge(inspection, by_hand[0].code, Verdict.PASS))
        day.do(lambda: services.recording.figure(inspection, counted.code, FigureName.COUNT, 2))
        day.do(lambda: services.recording.judge(inspection, by_hand[1].code, Verdict.FAIL))
        day.do(lambda: services.recording.judge(inspection, by_hand[2].code, Verdict.NOT_APPLICABLE))
        found = services.recording.sheet(inspection).findings.get(by_hand[1].code, ())
        for one in found:
            day.do(partial(services.recording.describe, one.id, "单元门口堆放旧家具"))
            day.do(partial(services.recording.locate, one.id, "3栋2单元"))
        day.do(lambda: services.recording.pass_rest(inspection, _section_of(services, inspection, by_hand[0].code)))
        day.do(lambda: services.recording.judge(inspection, by_hand[0].code, Verdict.FAIL))
        attempt(lambda: _undone(day), day.refused)
        attempt(lambda: services.recording.stand_at(inspection, by_hand[1].code), day.refused)
        _make_whole(day, inspection)
        day.do(lambda: services.inspections.finish(inspection))

    return _during(folder, hour)


def photo_intake(folder: Path) -> list[str]:
    """Two photos and something that is none, for a finding of a running inspection, then one is taken away."""

    def hour(day: Day) -> None:
        services = day.services
        finding = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.DRAFT,)))[0]
        names = ("楼道.jpg", "不是照片.jpg", "门口.jpg")
        outcome = services.photos.take_in(finding, [(name, folder / name) for name in names], quiet)
        day.refused += [c.code for c in outcome.refused if not c.code.startswith("photo.")]
        for photo in outcome.accepted:
            with services.acts.reading() as view:
                changes = {version.change for version in view.history(photo)}
            for change in changes:
                day.acknowledge(change)
        if outcome.accepted:
            day.do(lambda: services.photos.remove(outcome.accepted[0]))
            attempt(lambda: _undone(day), day.refused)

    return _during(folder, hour)


def dispatching(folder: Path) -> list[str]:
    """Number what waits for two units and write their workbooks."""

    def hour(day: Day) -> None:
        plan = day.services.dispatching.plan()
        if plan.findings:
            day.do(lambda: _issued(day, plan))

    def _issued(day: Day, plan: DispatchPlan) -> Changed:
        issued = day.services.dispatching.issue(plan, folder / EXPORTS, PERSON, quiet)
        day.refused += [c.code for c in issued.complaints]
        return issued.changed

    return _during(folder, hour)


def backing_up(folder: Path) -> list[str]:
    """Back up over an older backup, work on, and put the backup back in place."""
    backup = folder / "备份.inspector"

    def hour(day: Day) -> None:
        day.services.upkeep.back_up(backup)
        day.do(lambda: day.services.registers.save(Site("备份之后", "LX")))

    refused = _during(folder, hour)
    attempt(lambda: restore(backup, folder / FILE), refused)
    return refused


def morning(folder: Path) -> list[str]:
    """From nothing to a recorded visit and photos: the hours whose every write is traced."""
    prepare(folder)
    return [*recording(folder), *photo_intake(folder)]


SERVICE_SESSIONS: dict[str, Callable[[Path], list[str]]] = {
    "first start": first_start,
    "recording": recording,
    "photo intake": photo_intake,
    "dispatching": dispatching,
    "backing up an office": backing_up,
    "morning": morning,
}


def prepare(folder: Path) -> None:
    """A town: a site and its units, two findings of other visits that wait for their units, and photos beside it."""
    services = open_services(folder / FILE, person=PERSON)
    try:
        office, _ = services.registers.save(Unit("望云街道办事处", UnitGroup.STREET))
        street, _ = services.registers.save(Street("望云街道", unit=office))
        property_firm, _ = services.registers.save(Unit("桂香物业", UnitGroup.OTHER))
        site, _ = services.registers.save(Site(SITE, "LX", street=street, unit=property_firm, address="朝晖路18号"))
        with services.acts.doing("earlier-visits") as writing:
            for number, unit in enumerate((office, property_firm), 9000):
                finding = Finding(
                    no=f"ZZ-{number}",
                    site=site,
                    text="楼道内停放电动自行车",
                    found_at=now(),
                    found_by=PERSON,
                    kind="ZZ",
                    street=street,
                    unit=unit,
                    status=FindingStatus.TO_DISPATCH,
                )
                writing.put(writing.new_id(), finding)
        _give_photos(services)
        _leave_a_draft(services, site)
        for seed, name in enumerate(("楼道.jpg", "门口.jpg")):
            (folder / name).write_bytes(draw_photo("junk", seed, size=(320, 240)))
        (folder / "不是照片.jpg").write_text("这不是照片", encoding="utf-8")
        (folder / EXPORTS).mkdir()
    finally:
        services.close()


def _give_photos(services: Services) -> None:
    for seed, finding in enumerate(services.ledger.ids(LedgerQuery())):
        photo = draw_photo("ebike", seed, size=(320, 240))
        assert services.photos.take_in(finding, [("楼道.jpg", photo)], quiet).accepted


def _leave_a_draft(services: Services, site: str) -> None:
    inspection, _ = services.inspections.start(site, "李强")
    item = next(i for i in services.recording.sheet(inspection).items if figures_for(i.judging, Verdict.FAIL))
    services.recording.judge(inspection, item.code, Verdict.FAIL)


def _during(folder: Path, hour: Callable[[Day], None]) -> list[str]:
    """The hour in an open workspace; a refusal outside an act ends it."""
    refused: list[str] = []

    def whole() -> None:
        services = open_services(folder / FILE, person=PERSON)
        try:
            hour(Day(folder, services, refused))
        finally:
            services.close()

    attempt(whole, refused)
    return refused


def _make_whole(day: Day, inspection: str) -> None:
    """What the checklist insists on: every veto item answered, a photo where a fault must be shown."""
    services = day.services
    for gap in services.inspections.missing(inspection):
        if not gap.hard:
            continue
        if gap.rule is not FinishRule.PHOTOS:
            day.do(partial(services.recording.judge, inspection, gap.item, Verdict.NOT_APPLICABLE))
            continue
        for found in services.recording.sheet(inspection).findings[gap.item]:
            outcome = services.photos.take_in(found.id, [("门口.jpg", day.folder / "门口.jpg")], quiet)
            day.refused += [c.code for c in outcome.refused]


def _undone(day: Day) -> None:
    undone = day.services.acts.undo()
    if undone:
        day.acknowledge(undone.changed.change)


def _section_of(services: Services, inspection: str, item: str) -> str:
    sections = services.recording.sheet(inspection).checklist.sections
    return next(section.code for section in sections if any(i.code == item for i in section.items))
