"""随手拍 and 督办: findings without a checklist, filled in by the same rules and at once ready for the dispatch."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from functools import cached_property

from inspector.domain.approvals import Approval, holds_on, is_at
from inspector.domain.duplicates import Described, likely_twins
from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerRow
from inspector.domain.photos import PhotoTaken
from inspector.domain.sites import Site
from inspector.domain.sources import SERIES, Source
from inspector.domain.stored import Changed, Stored
from inspector.domain.units import Unit
from inspector.domain.violations import Violation
from inspector.services.acts import Acts
from inspector.services.deadlines import Deadlines
from inspector.services.photos import keep_photo
from inspector.services.register_overview import found_by
from inspector.services.responsible import Answering, answering
from inspector.storage.reading import Reading
from inspector.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class Spot:
    """Where: a site's id, or a street's id and words; `location` says where exactly there."""

    site: str = ""
    street: str = ""
    location: str = ""


@dataclass(frozen=True, slots=True)
class Noted:
    """What a person tells. What is left empty the rules fill in: text, unit, requirement and deadline of the type."""

    spot: Spot
    violation: str = ""
    text: str = ""
    unit: str = ""
    requirement: str = ""
    due_on: date | None = None
    source: Source = Source.SNAPSHOT
    source_note: str = ""


@dataclass(frozen=True, slots=True)
class Proposal:
    """What the rules say of a type at a spot, and what a person should see before recording it."""

    answering: Answering
    unit_name: str
    time_limit: str
    due_on: date | None
    approvals: tuple[Approval, ...]
    """What is allowed at that place today: perhaps it is no violation."""
    twins: tuple[LedgerRow, ...]
    """Open findings that may be the same."""


class NotingService:
    """Findings without a checklist."""

    def __init__(self, acts: Acts, deadlines: Deadlines) -> None:
        self._acts = acts
        self._deadlines = deadlines

    @cached_property
    def violations(self) -> Mapping[str, Violation]:
        """The shipped types by code, in their order. Raises `RefusedAll` when the file is damaged."""
        from inspector.exchange.violations import read_violations

        read = read_violations()
        if read.complaints:
            raise RefusedAll(read.complaints)
        return {one.code: one for one in read.violations}

    def findable(self) -> dict[str, str]:
        """Type code → lines it is found by: other names, pinyin, initials."""
        return {code: found_by(one) for code, one in self.violations.items()}

    def propose(self, noted: Noted) -> Proposal:
        """Unit, deadline, approvals and likely twins; nothing is written. Raises `Refused("violation.unknown")`."""
        with self._acts.reading() as view:
            kind = self._violation(noted.violation)
            site = _site(view, noted.spot)
            who = answering(view, kind.unit if kind else "", "", site)
            unit = view.get(Unit, who.unit)
            limit = kind.time_limit if kind else ""
            return Proposal(
                answering=who,
                unit_name=unit.record.name if unit else "",
                time_limit=limit,
                due_on=self._deadlines.due_on(view, limit, self._acts.today()) if limit else None,
                approvals=approvals_at(view, noted.spot, self._acts.today()),
                twins=twins(view, noted, self._acts.today()),
            )

    def approvals(self, spot: Spot) -> tuple[Approval, ...]:
        """What is allowed at a place today."""
        with self._acts.reading() as view:
            return approvals_at(view, spot, self._acts.today())

    def add(self, noted: Noted, photos: Sequence[PhotoTaken] = ()) -> tuple[str, Changed]:
        """Record it with its photos in one act, ready for the dispatch; returns its id.

        Raises `Refused`: "finding.no-text", "finding.no-place", "violation.unknown", "site.missing".
        """
        with self._acts.doing("finding-noted") as writing:
            entity = self.make(writing, noted)
            for taken in photos:
                keep_photo(writing, entity, taken)
        return entity, writing.changed

    def make(self, writing: Writing, noted: Noted) -> str:
        """The same inside the transaction of another act; returns the finding's id.

        Raises `Refused`: "finding.no-text", "finding.no-place".
        """
        kind = self._violation(noted.violation)
        text = noted.text.strip() or (kind.name if kind else "")
        if not text:
            raise Refused("finding.no-text")
        if not (noted.spot.site or noted.spot.location.strip()):
            raise Refused("finding.no-place")
        site = _site(writing, noted.spot)
        who = answering(writing, kind.unit if kind else "", "", site)
        series = site.kind or SERIES[noted.source]
        limit = kind.time_limit if kind else ""
        entity = writing.new_id()
        finding = Finding(
            no=f"{series}-{writing.findings.next_serial(series):04d}",
            site=noted.spot.site,
            text=text,
            found_at=writing.now,
            found_by=self._acts.workspace.person,
            kind=series,
            street=site.street,
            location=noted.spot.location.strip(),
            category=kind.name if kind else "",
            unit=noted.unit or who.unit,
            co_units=tuple(unit for unit in who.co_units if unit != noted.unit),
            unit_reason="chosen" if noted.unit and noted.unit != who.unit else who.reason,
            requirement=noted.requirement.strip() or (kind.requirement if kind else ""),
            time_limit=limit if noted.due_on is None else "",
            due_on=noted.due_on or (self._deadlines.due_on(writing, limit, writing.now.date()) if limit else None),
            status=FindingStatus.TO_DISPATCH,
            source=noted.source,
            source_note=noted.source_note.strip(),
            violation=noted.violation,
        )
        writing.put(entity, finding)
        return entity

    def _violation(self, code: str) -> Violation | None:
        if code and code not in self.violations:
            raise Refused("violation.unknown", code=code)
        return self.violations.get(code)


def approvals_at(view: Reading, spot: Spot, day: date) -> tuple[Approval, ...]:
    """The approvals that hold at a place on a day."""
    site = _site(view, spot)
    place = " ".join(filter(None, (site.address, spot.location)))
    found = (one.record for one in view.all(Approval))
    return tuple(one for one in found if holds_on(one, day) and is_at(one, spot.site, site.street, place))


def twins(view: Reading, noted: Noted, today: date) -> tuple[LedgerRow, ...]:
    """Open findings that may be what was noted."""
    site = _site(view, noted.spot)
    near = view.findings.open_near(noted.spot.site, site.street)
    sites = view.get_many(Site, [one.record.site for one in near if one.record.site])
    new = Described(
        noted.spot.site, site.street, _words(site if noted.spot.site else None, noted.spot.location), noted.text,
        noted.violation,
    )  # fmt: skip
    likely = likely_twins(new, ((one.id, _described(one, sites)) for one in near))
    rows = view.findings.ledger_rows(likely, today)
    return tuple(rows[one] for one in likely if one in rows)


def _described(one: Stored[Finding], sites: Mapping[str, Stored[Site]]) -> Described:
    found = one.record
    at = sites.get(found.site)
    return Described(
        found.site, found.street, _words(at.record if at else None, found.location), found.text, found.violation
    )


def _words(site: Site | None, location: str) -> str:
    return " ".join(filter(None, (site.name if site else "", site.address if site else "", location)))


def _site(view: Reading, spot: Spot) -> Site:
    """The site, or what a rule needs of a place that is none. Raises `Refused("site.missing")`."""
    if not spot.site:
        return Site(name="", kind="", address=spot.location, street=spot.street)
    found = view.get(Site, spot.site)
    if found is None or found.deleted:
        raise Refused("site.missing")
    return found.record
