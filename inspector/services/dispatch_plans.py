"""交办 before it is numbered: what goes to which unit, what is wrong with it, and what will be written."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date, timedelta
from enum import StrEnum

from inspector.domain.dispatches import document_number
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerRow
from inspector.domain.photos import Photo
from inspector.domain.stored import Stored
from inspector.domain.units import Unit
from inspector.services.deadlines import Deadlines
from inspector.storage.reading import Reading

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
    """One finding as it would leave; `due_on` is counted from the day of issue unless a person set the date."""

    id: str
    revision: str
    finding: Finding
    line: LedgerRow
    due_on: date | None
    photos: tuple[Photo, ...]
    doubts: tuple[Doubt, ...]


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


def plan(view: Reading, deadlines: Deadlines, issued_on: date, chosen: Sequence[str] | None) -> DispatchPlan:
    """The plan for the chosen findings that can be dispatched, or for all that wait."""
    waiting = view.findings.with_status(FindingStatus.TO_DISPATCH)
    if chosen is not None:
        wanted = set(chosen)
        waiting = tuple(f for f in waiting if f.id in wanted)
    ids = [f.id for f in waiting]
    lines = view.findings.ledger_rows(ids, issued_on)
    photos = view.photos.of_findings(ids)
    planned = [
        _planned(view, deadlines, issued_on, found, lines[found.id], tuple(p.record for p in photos.get(found.id, ())))
        for found in waiting
    ]
    settings = view.registers.settings()
    serial = view.dispatches.next_serial(issued_on.year)
    number = document_number(settings["dispatch.pattern"], issued_on.year, serial)
    return DispatchPlan(
        shares=_shares(view, planned),
        number=number,
        year=issued_on.year,
        serial=serial,
        issued_on=issued_on,
        reply_by=issued_on + timedelta(days=int(settings["dispatch.reply_days"])),
        folder_name=f"交办 {number}",
    )


def _planned(
    view: Reading,
    deadlines: Deadlines,
    issued_on: date,
    found: Stored[Finding],
    line: LedgerRow,
    photos: tuple[Photo, ...],
) -> PlannedFinding:
    finding = found.record
    due = deadlines.due_on(view, finding.time_limit, issued_on) if finding.time_limit else finding.due_on
    doubts = tuple(
        doubt
        for doubt, holds in (
            (Doubt.NO_UNIT, not finding.unit),
            (Doubt.NO_TEXT, not finding.text.strip()),
            (Doubt.NO_DEADLINE, due is None and finding.time_limit != "长期"),
            (Doubt.NO_PHOTO, not photos),
            (Doubt.SHORT_TEXT, 0 < len(finding.text.strip()) < SHORT_TEXT),
            (Doubt.DAY_OFF, deadlines.falls_on_day_off(view, due)),
        )
        if holds
    )
    return PlannedFinding(found.id, found.revision, replace(finding, due_on=due), line, due, photos, doubts)


def _shares(view: Reading, planned: Sequence[PlannedFinding]) -> tuple[UnitShare, ...]:
    units = {u.id: u.record for u in view.all(Unit)}
    leads: dict[str, list[PlannedFinding]] = {}
    helps: dict[str, list[PlannedFinding]] = {}
    for one in planned:
        leads.setdefault(one.finding.unit, []).append(one)
        for helper in one.finding.co_units:
            helps.setdefault(helper, []).append(one)
    shares = [
        UnitShare(unit, units[unit].name if unit in units else "", _sorted(leads.get(unit)), _sorted(helps.get(unit)))
        for unit in leads.keys() | helps.keys()
    ]
    return tuple(sorted(shares, key=lambda s: (s.unit != "", -len(s.leads), s.name)))


def _sorted(findings: list[PlannedFinding] | None) -> tuple[PlannedFinding, ...]:
    return tuple(sorted(findings or (), key=lambda f: (f.line.site_name, f.finding.no)))
