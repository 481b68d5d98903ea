"""今日: what waits for us, as the home page shows it."""

from dataclasses import dataclass
from datetime import datetime

SOON_DAYS = 7
NEXT_SITES = 3
DRAFTS = 5


@dataclass(frozen=True, slots=True)
class HowFar:
    """How much of an unfinished inspection is done, in items."""

    done: int
    items: int
    passed: int = 0
    failed: int = 0
    not_applicable: int = 0


@dataclass(frozen=True, slots=True)
class Draft:
    """An unfinished inspection to go on with. `how_far` is None as long as its checklist was not looked into."""

    id: str
    site_name: str
    kind_name: str
    how_far: HowFar | None = None


@dataclass(frozen=True, slots=True)
class UnitDue:
    """What one unit owes: past its deadline, and falling due within a week."""

    unit: str
    name: str
    overdue: int
    soon: int


@dataclass(frozen=True, slots=True)
class Late:
    """The finding longest past its deadline: whose, what, and how many days."""

    who: str
    text: str
    days: int


@dataclass(frozen=True, slots=True)
class NextSite:
    """A site to inspect next, with what speaks for it."""

    id: str
    name: str
    kind_name: str
    street: str
    open_findings: int
    last_visit: datetime | None


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with its making; the face divides and shows both numbers."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Today:
    """The home page in one consistent view."""

    drafts: tuple[Draft, ...]
    """The newest few."""
    to_dispatch: int
    to_dispatch_units: int
    to_dispatch_without_photo: int
    overdue: int
    worst_overdue: Late | None
    due_by_unit: tuple[UnitDue, ...]
    sites_visited: Rate
    """Sites with a finished visit in this round ÷ all sites."""
    replied: Rate
    """反馈率: replied ÷ handed over (rectification.md 4.9)."""
    closed: Rate
    """销号率: closed ÷ handed over."""
    next_sites: tuple[NextSite, ...]
    """Sites of this round without a visit: those with the most open findings first, then those not seen longest."""
    as_of: datetime
    round: str = ""
    to_recheck: int = 0
    """Replies of units that nobody has looked at on site."""
