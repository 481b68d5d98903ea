"""问题: something wrong at a place, with who puts it right until when."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum

from inspector.domain.sources import Source


class FindingStatus(StrEnum):
    """States of rectification.md 4.4. 超期 is computed and 反弹 is a link, neither is a state."""

    DRAFT = "draft"
    """Recorded in an inspection that is not finished."""
    TO_DISPATCH = "to_dispatch"
    DISPATCHED = "dispatched"
    SIGNED = "signed"
    IN_PROGRESS = "in_progress"
    REPLIED = "replied"
    SENT_BACK = "sent_back"
    CLOSED = "closed"
    PARKED = "parked"
    REDIRECTED = "redirected"
    VOID = "void"


OPEN = frozenset(FindingStatus) - {FindingStatus.CLOSED, FindingStatus.VOID}
"""States in which a finding still waits for somebody."""

HANDED_OVER = frozenset(FindingStatus) - {FindingStatus.DRAFT, FindingStatus.TO_DISPATCH, FindingStatus.VOID}
"""交办: what units have to answer for or answered for (rectification.md 4.9)."""
ANSWERED = frozenset({FindingStatus.REPLIED, FindingStatus.CLOSED})
"""已反馈: the unit says it is done, and nobody sent that back."""
RECEIVED = HANDED_OVER - {FindingStatus.DISPATCHED, FindingStatus.REDIRECTED}
"""签收: the unit signed, or did something with it."""
OWED = HANDED_OVER - ANSWERED - {FindingStatus.PARKED}
"""Waits for the unit: what can be overdue. 转办 does not stop the clock."""


@dataclass(frozen=True, slots=True)
class Finding:
    """问题. `no` (LX-0035) is unique and never used again; `unit_reason` tells the inspector why this unit."""

    no: str
    site: str
    text: str
    found_at: datetime
    found_by: str
    kind: str = ""
    """Code of the site's kind, kept because it stands in the number."""
    street: str = ""
    location: str = ""
    inspection: str = ""
    item: str = ""
    category: str = ""
    unit: str = ""
    co_units: tuple[str, ...] = ()
    unit_reason: str = ""
    requirement: str = ""
    time_limit: str = ""
    due_on: date | None = None
    status: FindingStatus = FindingStatus.DRAFT
    veto: bool = False
    dispatch: str = ""
    dispatch_seq: int | None = None
    send_backs: int = 0
    recurrence_of: str = ""
    """The finding of the same item at the same site that was closed not long before."""
    remark: str = ""
    position: int = 0
    """Order among several findings of one item."""
    closed_on: date | None = None
    """销号: the day a re-inspection closed it."""
    recurrences: int = 0
    """反弹: how many times in a row this came back after it had been closed."""
    source: Source = Source.INSPECTION
    source_note: str = ""
    """Which meeting, or the number of the complaint; never a person."""
    violation: str = ""
    """Code of the violation type, when no checklist item says what is wrong."""


def days_overdue(finding: Finding, today: date) -> int:
    """超期 in days: past the deadline while the unit has not replied; 0 otherwise (rectification.md 4.4)."""
    return overdue_days(finding.status, finding.due_on, today)


def overdue_days(status: FindingStatus, due_on: date | None, today: date) -> int:
    """The same of the two fields it depends on."""
    if due_on is None or status not in OWED:
        return 0
    return max(0, (today - due_on).days)
