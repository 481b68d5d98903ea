"""延期: a unit asks for more time with a reason and a stamped request; the office grants it or not."""

from dataclasses import dataclass
from datetime import date, datetime
from enum import StrEnum


class Decision(StrEnum):
    """What became of a request."""

    ASKED = "asked"
    GRANTED = "granted"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class Extension:
    """One request for one finding; `scans` are ids of photos of the stamped paper."""

    finding: str
    unit: str
    until: date
    reason: str
    asked_at: datetime
    asked_by: str = ""
    due_before: date | None = None
    scans: tuple[str, ...] = ()
    decision: Decision = Decision.ASKED
    decided_at: datetime | None = None
    decided_by: str = ""
    answer: str = ""
    """Why it was granted or not."""
