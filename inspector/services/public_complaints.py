"""群众投诉: taken down, made a finding or joined to one, and the caller erased when it is time.

Only `told` and `staff` read what is kept apart (docs/decisions/0005-callers-apart.md).
"""

import hashlib
import json
import secrets
from collections.abc import Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, datetime, timedelta

from inspector.config.pin import OFFICE_LEAST, changed_pin, pin_fits
from inspector.domain.errors import Refused
from inspector.domain.findings import OPEN, Finding
from inspector.domain.ledger import LedgerRow
from inspector.domain.masked_numbers import without_numbers
from inspector.domain.public_complaints import Channel, PublicComplaint, Told
from inspector.domain.records import canonical_json, clean_text
from inspector.domain.settings import Setting, named_id
from inspector.domain.sites import Site, Street
from inspector.domain.sources import Source
from inspector.domain.stored import Changed, Stored
from inspector.services.acts import Acts
from inspector.services.noting import Noted, NotingService, Spot, twins
from inspector.storage.reading import Reading
from inspector.storage.writing import Writing

PIN, KEPT_DAYS = "complaints.pin", "complaint.kept_days"
_NOBODY = Told()


@dataclass(frozen=True, slots=True)
class Taken:
    """What the desk takes down. `told` is kept apart; the words of a complaint about staff are, too."""

    channel: Channel
    text: str
    spot: Spot
    received_at: datetime | None = None
    about_staff: bool = False
    told: Told = _NOBODY


@dataclass(frozen=True, slots=True)
class Due:
    """The complaints whose callers were kept since `before` that day; None: the office keeps them without end."""

    complaints: tuple[str, ...]
    before: date | None


@dataclass(frozen=True, slots=True)
class ComplaintLine:
    """One complaint as the list shows it, without its caller."""

    id: str
    complaint: PublicComplaint
    place: str
    finding: LedgerRow | None
    held: bool
    """Something is kept apart and not erased yet."""


class ComplaintService:
    """Complaints of residents."""

    def __init__(self, acts: Acts, noting: NotingService) -> None:
        self._acts = acts
        self._noting = noting

    def take(self, taken: Taken) -> tuple[str, Changed]:
        """Take one down; returns its id. Raises `Refused`: "finding.no-text", "finding.no-place"."""
        words = taken.text.strip()
        if not words:
            raise Refused("finding.no-text")
        if not (taken.about_staff or taken.spot.site or taken.spot.location.strip()):
            raise Refused("finding.no-place")
        told = replace(taken.told, words=words) if taken.about_staff else taken.told
        with self._acts.doing("complaint-taken") as writing:
            entity = writing.new_id()
            body = _sealable(told)
            if body:
                writing.keep_private(entity, body)
            spot = Spot() if taken.about_staff else taken.spot
            at = taken.received_at or writing.now
            series = f"{'GR' if taken.about_staff else 'SL'}-{at.year}"
            complaint = PublicComplaint(
                no=f"{series}-{writing.complaints.next_serial(series):04d}",
                channel=taken.channel,
                received_at=at,
                received_by=self._acts.workspace.person,
                text="" if taken.about_staff else without_numbers(words),
                site=spot.site,
                street=spot.street,
                place=without_numbers(spot.location.strip()),
                about_staff=taken.about_staff,
                sealed=hashlib.sha256(body.encode()).hexdigest() if body else "",
            )
            writing.put(entity, complaint)
        return entity, writing.changed

    def all(self) -> tuple[ComplaintLine, ...]:
        """Every complaint all may see, the newest first."""
        with self._acts.reading() as view:
            return _lines(view, view.complaints.newest_first(about_staff=False), self._acts.today())

    def told(self, complaint: str) -> Told:
        """The caller of one complaint all may see. Raises `Refused`: "complaint.missing", "complaint.restricted"."""
        with self._acts.reading() as view:
            if _standing(view, complaint).record.about_staff:
                raise Refused("complaint.restricted")
            return _read(view.private.body(complaint))

    def twins(self, complaint: str) -> tuple[LedgerRow, ...]:
        """Open findings it may be about. Raises `Refused("complaint.missing")`."""
        with self._acts.reading() as view:
            return twins(view, _noted(_standing(view, complaint).record), self._acts.today())

    def make_finding(self, complaint: str, violation: str = "") -> tuple[str, Changed]:
        """立为问题: a finding of it, ready for the dispatch; returns the finding's id.

        Raises `Refused`: "complaint.missing", "complaint.restricted", "complaint.settled".
        """
        with self._acts.doing("finding-noted") as writing:
            stands = self._open(writing, complaint)
            finding = self._noting.make(writing, replace(_noted(stands), violation=violation))
            writing.put(complaint, replace(stands, finding=finding))
        return finding, writing.changed

    def join(self, complaint: str, finding: str) -> Changed:
        """It is about a finding that is open already; the finding stays as it is.

        Raises `Refused` as `make_finding` and "finding.missing".
        """
        with self._acts.doing("complaint-joined") as writing:
            stands = self._open(writing, complaint)
            found = writing.get(Finding, finding)
            if found is None or found.deleted or found.record.status not in OPEN:
                raise Refused("finding.missing")
            writing.put(complaint, replace(stands, finding=finding))
        return writing.changed

    def erase(self, complaints: Sequence[str]) -> Changed:
        """清除: what is kept apart of these leaves the file for good; it cannot be undone. Meant for a worker.

        Raises `Refused("workspace.…")` when the file could not be written anew: then it is out of reach of the
        program, and erasing again finishes the work.
        """
        with self._acts.doing("complaint-erased", undoable=False) as writing:
            for entity in complaints:
                stands = _standing(writing, entity).record
                if stands.sealed and stands.purged_at is None:
                    writing.put(entity, replace(stands, purged_at=writing.now))
            writing.erase_private(complaints)
        self._acts.workspace.wipe()
        return writing.changed

    def due(self, before: date | None = None) -> Due:
        """Whose callers are kept since before a day, else longer than the office wants (`KEPT_DAYS`).

        Complaints about staff and in the trash are among them.
        """
        with self._acts.reading() as view:
            days = view.registers.settings()[KEPT_DAYS]
            if before is None and days:
                before = self._acts.today() - timedelta(days=int(days))
            return Due(view.private.kept_before(before) if before else (), before)

    @property
    def has_pin(self) -> bool:
        """Somebody has set the PIN of the restricted view."""
        return bool(self._pin())

    def set_pin(self, new: str, old: str = "") -> Changed:
        """Set the PIN of the restricted view; the `old` one is asked once there is one. Takes a moment.

        Raises `Refused`: "pin.wrong", "pin.short".
        """
        kept = changed_pin(self._pin(), old, new, OFFICE_LEAST)
        with self._acts.doing("setting", undoable=False) as writing:
            writing.put(named_id("setting", PIN), Setting(PIN, kept))
        return writing.changed

    def staff(self, pin: str) -> tuple[tuple[ComplaintLine, Told], ...]:
        """The restricted view: complaints about staff with their words and callers, the newest first. Takes a moment.

        Raises `Refused`: as `check_pin`.
        """
        self.check_pin(pin)
        with self._acts.reading() as view:
            lines = _lines(view, view.complaints.newest_first(about_staff=True), self._acts.today())
            return tuple((line, _read(view.private.body(line.id))) for line in lines)

    def check_pin(self, pin: str) -> None:
        """Do nothing for the right PIN. Takes a moment.

        Raises `Refused`: "pin.missing" (nobody has set one), "pin.wrong".
        """
        kept = self._pin()
        if not kept:
            raise Refused("pin.missing")
        if not pin_fits(pin, kept):
            raise Refused("pin.wrong")

    def _pin(self) -> str:
        with self._acts.reading() as view:
            return view.registers.settings().get(PIN, "")

    def _open(self, writing: Writing, complaint: str) -> PublicComplaint:
        stands = _standing(writing, complaint).record
        if stands.about_staff:
            raise Refused("complaint.restricted")
        if stands.finding:
            raise Refused("complaint.settled", no=stands.no)
        return stands


def _standing(view: Reading, complaint: str) -> Stored[PublicComplaint]:
    found = view.get(PublicComplaint, complaint)
    if found is None:
        raise Refused("complaint.missing")
    return found


def _noted(complaint: PublicComplaint) -> Noted:
    return Noted(
        Spot(complaint.site, complaint.street, complaint.place),
        text=complaint.text,
        source=Source.COMPLAINT,
        source_note=complaint.no,
    )


def _lines(view: Reading, found: Sequence[Stored[PublicComplaint]], today: date) -> tuple[ComplaintLine, ...]:
    sites = view.get_many(Site, [one.record.site for one in found if one.record.site])
    streets = {one.id: one.record.name for one in view.all(Street)}
    rows = view.findings.ledger_rows([one.record.finding for one in found if one.record.finding], today)
    held = view.private.held([one.id for one in found])
    return tuple(
        ComplaintLine(
            id=one.id,
            complaint=one.record,
            place=" ".join(filter(None, (_place(one.record, sites, streets), one.record.place))),
            finding=rows.get(one.record.finding),
            held=one.id in held,
        )
        for one in found
    )


def _place(complaint: PublicComplaint, sites: dict[str, Stored[Site]], streets: dict[str, str]) -> str:
    return sites[complaint.site].record.name if complaint.site in sites else streets.get(complaint.street, "")


def _sealable(told: Told) -> str:
    """The text that is kept apart, with its salt; "" when nothing was told."""
    given = {name: clean_text(value.strip()) for name, value in asdict(told).items() if value.strip()}
    return canonical_json({**given, "salt": secrets.token_hex(16)}) if given else ""


def _read(body: str) -> Told:
    given = json.loads(body) if body else {}
    return Told(**{name: str(given.get(name, "")) for name in Told.__slots__})
