"""转办: a finding goes to another unit; the clock does not stop."""

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum


class Ground(StrEnum):
    """The three reasons units give (rectification.md 4.5), and no others."""

    PLACE = "place"
    """属地不符."""
    OWNER = "owner"
    """权属不清."""
    DUTY = "duty"
    """职能交叉."""


@dataclass(frozen=True, slots=True)
class Redirection:
    """One move from one unit to another; `evidence` are ids of photos of what the unit brought."""

    finding: str
    from_unit: str
    to_unit: str
    ground: Ground
    reason: str
    at: datetime
    by: str = ""
    evidence: tuple[str, ...] = ()
