"""The full ledger as it leaves (rectification.md 4.2): a line a finding, a line a step, a line a sending back."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector.domain.findings import FindingStatus


@dataclass(frozen=True, slots=True)
class LedgerEntry:
    """One finding with its last answer and its last look; names stand where ids would mean nothing."""

    id: str
    no: str
    found_on: date
    found_by: str
    kind_name: str
    site_name: str
    address: str
    location: str
    street_name: str
    item: str
    text: str
    veto: bool
    unit_name: str
    co_units: tuple[str, ...]
    requirement: str
    due_on: date | None
    time_limit: str
    dispatch_number: str
    dispatched_on: date | None
    status: FindingStatus
    days_overdue: int
    send_backs: int
    recurrences: int
    closed_on: date | None
    remark: str
    partner_name: str = ""
    """包联单位 of the site."""
    signed_on: date | None = None
    """签收: the day the unit's signature was keyed in, if it was."""
    before_photos: int = 0
    after_photos: int = 0
    before_sha: str = ""
    """The list picture of the first photo before, and after; "" for none."""
    after_sha: str = ""
    measures: str = ""
    done_on: date | None = None
    person: str = ""
    phone: str = ""
    looked_by: str = ""
    looked_on: date | None = None
    look_result: str = ""
    look_note: str = ""
    extended_to: date | None = None


class StepKind(StrEnum):
    """What happened on the way."""

    REPLY = "reply"
    RECHECK = "recheck"
    EXTENSION = "extension"
    REDIRECTION = "redirection"


@dataclass(frozen=True, slots=True)
class Step:
    """One thing that happened to a finding. `result` is the code of what came of it, `attempt` counts the answers so
    far, `back` the sendings back, this one included (0: it sent nothing back).
    """

    no: str
    site_name: str
    unit_name: str
    status: FindingStatus
    kind: StepKind
    at: datetime
    attempt: int
    result: str
    words: tuple[str, ...]
    by: str
    photos: int
    source: str = ""
    back: int = 0
    until: date | None = None
    """延期: the day asked for."""
    to_unit: str = ""
    """转办: who takes it over."""
