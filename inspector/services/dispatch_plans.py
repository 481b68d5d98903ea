"""交办 before it is numbered: what goes to which unit, what is wrong with it, and what will be written."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from inspector.domain.calendars import WorkCalendar
from inspector.domain.deadlines import TimeLimit, due_on, falls_on_day_off, parse_time_limit
from inspector.domain.dispatches import document_number
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerRow
from inspector.domain.photos import Photo, PhotoRole
from inspector.domain.stored import Stored
from inspector.domain.units import Unit
from inspector.services.deadlines import Deadlines
from inspector.storage.reading import Reading

LIST_BYTES = 14_000
"""What a workbook takes without photos, about."""

SHORT_TEXT = 5
"""A description of fewer characters is questioned before it leaves: 小广告 says not where and not how many."""


class Doubt(StrEnum):
    """What is questioned about one finding; the first two keep it from being dispatched."""

    NO_UNIT = "no-unit"
    NO_TEXT = "no-text"
    NO_DEADLINE = "no-deadline"
    NO_PHOTO = "no-photo"
    SHORT_TEXT = "short-text"
    DAY_OFF = "day-off"


BLOCKING = frozenset({Doubt.NO_UNIT, Doubt.NO_TEXT})


@dataclass(frozen=True, slots=True)
class PlannedFinding:
    """One finding as it would leave; `due_on` is counted from the day of issue unless a person set the date.

    `photo_bytes` is what its list pictures take in a workbook.
    """

    id: str
    revision: str
    finding: Finding
    line: LedgerRow
    due_on: date | None
    photos: tuple[Photo, ...]
    doubts: tuple[Doubt, ...]
    photo_bytes: int = 0


@dataclass(frozen=True, slots=True)
class UnitShare:
    """What one unit gets: findings it leads, and findings it helps with. `unit` is "" for those without a unit."""

    unit: str
    name: str
    leads: tuple[PlannedFinding, ...]
    helps: tuple[PlannedFinding, ...]

    @property
    def doubted(self) -> int:
        """How many of the findings it leads are questioned."""
        return sum(bool(f.doubts) for f in self.leads)

    @property
    def bytes(self) -> int:
        """About how large its workbook will be."""
        return LIST_BYTES + sum(f.photo_bytes for f in (*self.leads, *self.helps))


@dataclass(frozen=True, slots=True)
class DispatchPlan:
    """Everything the dispatch page shows before numbering."""

    shares: tuple[UnitShare, ...]
    number: str
    year: int
    serial: int
    issued_on: date
    reply_by: date
    folder_name: str

    @property
    def findings(self) -> tuple[PlannedFinding, ...]:
        """Every finding once, by its leading unit."""
        return tuple(f for share in self.shares for f in share.leads)

    def count(self, doubt: Doubt) -> int:
        """How many findings have this doubt."""
        return sum(doubt in f.doubts for f in self.findings)

    def for_units(self, units: Collection[str]) -> "DispatchPlan":
        """The same dispatch with what these units lead; who helps with it stays, who only helped others goes."""
        kept = (
            replace(
                share,
                leads=share.leads if share.unit in units else (),
                helps=tuple(f for f in share.helps if f.finding.unit in units),
            )
            for share in self.shares
        )
        return replace(self, shares=tuple(share for share in kept if share.leads or share.helps))


def plan(view: Reading, deadlines: Deadlines, issued_on: date, chosen: Sequence[str] | None) -> DispatchPlan:
    """The plan for the chosen findings that can be dispatched, or for all that wait."""
    waiting = (
        *view.findings.with_status(FindingStatus.TO_DISPATCH),
        *view.findings.with_status(FindingStatus.REDIRECTED),
    )
    if chosen is not None:
        wanted = set(chosen)
        waiting = tuple(f for f in waiting if f.id in wanted)
    planned = _Planner(view, deadlines.calendar(view), issued_on).planned(waiting)
    settings = view.registers.settings()
    serial = view.dispatches.next_serial(issued_on.year)
    number = document_number(settings["dispatch.pattern"], issued_on.year, serial)
    return DispatchPlan(
        shares=shares(planned, unit_names(view)),
        number=number,
        year=issued_on.year,
        serial=serial,
        issued_on=issued_on,
        reply_by=issued_on + timedelta(days=int(settings["dispatch.reply_days"])),
        folder_name=f"交办 {number}",
    )


class _Planner:
    """Looks at findings as they would leave on a day; what all of them need is read once."""

    def __init__(self, view: Reading, calendar: WorkCalendar, issued_on: date) -> None:
        self._view = view
        self._calendar = calendar
        self._issued_on = issued_on
        self._units = {unit.id for unit in view.all(Unit)}

    def planned(self, waiting: Sequence[Stored[Finding]]) -> list[PlannedFinding]:
        """All of them with photos, deadlines and doubts."""
        ids = [found.id for found in waiting]
        lines = self._view.findings.ledger_rows(ids, self._issued_on)
        photos = self._view.photos.of_findings(ids)
        sizes = self._view.contents.photo_sizes([p.record.listed_sha for some in photos.values() for p in some])
        before = {f: tuple(p.record for p in some if p.record.role is PhotoRole.BEFORE) for f, some in photos.items()}
        return [self._one(f, lines[f.id], before.get(f.id, ()), sizes) for f in waiting]

    def _one(
        self, found: Stored[Finding], line: LedgerRow, photos: tuple[Photo, ...], sizes: Mapping[str, int]
    ) -> PlannedFinding:
        due = self._due(found.record)
        # A unit that left the register answers for nothing any more: somebody has to choose another one.
        known = found.record.unit if found.record.unit in self._units else ""
        finding = replace(found.record, due_on=due, unit=known)
        doubts = self._doubts(finding, photos)
        size = sum(sizes.get(photo.listed_sha, 0) for photo in photos)
        return PlannedFinding(found.id, found.revision, finding, line, due, photos, doubts, size)

    def _due(self, finding: Finding) -> date | None:
        if finding.status is FindingStatus.REDIRECTED:
            return finding.due_on  # 转办 does not stop the clock
        limit = parse_time_limit(finding.time_limit) if finding.time_limit else None
        if isinstance(limit, TimeLimit):
            return due_on(limit, self._issued_on, self._calendar)
        return finding.due_on

    def _doubts(self, finding: Finding, photos: tuple[Photo, ...]) -> tuple[Doubt, ...]:
        held = {
            Doubt.NO_UNIT: not finding.unit,
            Doubt.NO_TEXT: not finding.text.strip(),
            Doubt.NO_DEADLINE: finding.due_on is None and finding.time_limit != "长期",
            Doubt.NO_PHOTO: not photos,
            Doubt.SHORT_TEXT: 0 < len(finding.text.strip()) < SHORT_TEXT,
            Doubt.DAY_OFF: falls_on_day_off(finding.due_on, self._calendar),
        }
        return tuple(doubt for doubt, holds in held.items() if holds)


def unit_names(view: Reading) -> dict[str, str]:
    """Every unit by id, those in the trash too: earlier lists name them."""
    return {unit.id: unit.record.name for unit in (*view.all(Unit, deleted=True), *view.all(Unit))}


def shares(planned: Sequence[PlannedFinding], names: Mapping[str, str]) -> tuple[UnitShare, ...]:
    """What each unit gets, findings without a unit first, then who has the most."""
    leads: dict[str, list[PlannedFinding]] = {}
    helps: dict[str, list[PlannedFinding]] = {}
    for one in planned:
        leads.setdefault(one.finding.unit, []).append(one)
        for helper in one.finding.co_units:
            helps.setdefault(helper, []).append(one)
    each = [
        UnitShare(unit, names.get(unit, ""), _sorted(leads.get(unit)), _sorted(helps.get(unit)))
        for unit in leads.keys() | helps.keys()
    ]
    return tuple(sorted(each, key=lambda s: (s.unit != "", -len(s.leads), s.name)))


def _sorted(findings: list[PlannedFinding] | None) -> tuple[PlannedFinding, ...]:
    return tuple(sorted(findings or (), key=lambda f: (f.line.site_name, f.finding.no)))
