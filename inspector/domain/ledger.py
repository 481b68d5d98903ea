"""台账: what is asked of the ledger and what one line of it shows."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector.domain.findings import FindingStatus
from inspector.domain.sources import Source


class LedgerOrder(StrEnum):
    """The columns a ledger can be sorted by."""

    NUMBER = "no"
    FOUND = "found_at"
    DUE = "due_on"
    STATUS = "status"
    UNIT = "unit"
    SITE = "site"


@dataclass(frozen=True, slots=True)
class LedgerQuery:
    """What the ledger shall show; an empty part does not restrict. `text` may be words, pinyin or initials.

    `overdue_on` asks for what is past its deadline on that day and still waits for the unit; `due_until` for what falls
    due up to that day. `due_from` and `due_to` are the first and last deadline whatever became of the finding.
    `counted` asks for what a count of the figures counts on the day `counted_on`, `issued_…` for days of dispatch.
    """

    units: tuple[str, ...] = ()
    streets: tuple[str, ...] = ()
    kinds: tuple[str, ...] = ()
    statuses: tuple[FindingStatus, ...] = ()
    sources: tuple[Source, ...] = ()
    overdue_on: date | None = None
    due_until: date | None = None
    due_from: date | None = None
    due_to: date | None = None
    found_from: date | None = None
    found_to: date | None = None
    site: str = ""
    dispatch: str = ""
    text: str = ""
    order: LedgerOrder = LedgerOrder.FOUND
    descending: bool = True
    item: str = ""
    counted: str = ""
    counted_on: date | None = None
    issued_from: date | None = None
    issued_to: date | None = None


@dataclass(frozen=True, slots=True)
class LedgerRow:
    """One line of the ledger, with the names a person reads instead of ids."""

    id: str
    no: str
    text: str
    location: str
    site: str
    site_name: str
    kind: str
    kind_name: str
    street_name: str
    item: str
    unit: str
    unit_name: str
    co_units: tuple[str, ...]
    status: FindingStatus
    due_on: date | None
    days_overdue: int
    found_at: datetime
    found_by: str
    veto: bool
    send_backs: int
    recurrence_of: str
    recurrences: int
    photos: int
    thumb_sha: str
    dispatch_number: str
    source: Source = Source.INSPECTION
    source_note: str = ""
