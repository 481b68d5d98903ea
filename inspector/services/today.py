"""今日: what waits for us, in the order it should be done."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery, LedgerRow
from inspector.domain.units import Unit
from inspector.services.acts import Acts
from inspector.services.inspections import DraftLine, InspectionService, SiteLine
from inspector.storage.reading import Reading

SOON_DAYS = 7
NEXT_SITES = 3

HANDED_OVER = frozenset(FindingStatus) - {FindingStatus.DRAFT, FindingStatus.TO_DISPATCH, FindingStatus.VOID}
ANSWERED = frozenset({FindingStatus.REPLIED, FindingStatus.CLOSED})


@dataclass(frozen=True, slots=True)
class UnitDue:
    """What one unit owes: past its deadline, and falling due within a week."""

    unit: str
    name: str
    overdue: int
    soon: int


@dataclass(frozen=True, slots=True)
class Rate:
    """A rate with its making; the face divides and shows both numbers."""

    part: int
    whole: int


@dataclass(frozen=True, slots=True)
class Today:
    """The home page in one consistent view."""

    drafts: tuple[DraftLine, ...]
    to_dispatch: int
    to_dispatch_units: int
    to_dispatch_without_photo: int
    overdue: int
    worst_overdue: LedgerRow | None
    due_by_unit: tuple[UnitDue, ...]
    sites_visited: Rate
    replied: Rate
    """反馈率: replied ÷ handed over (rectification.md 4.9)."""
    closed: Rate
    """销号率: closed ÷ handed over."""
    next_sites: tuple[SiteLine, ...]
    as_of: datetime


class TodayService:
    """Reads the home page."""

    def __init__(self, acts: Acts, inspections: InspectionService) -> None:
        self._acts = acts
        self._inspections = inspections

    def today(self) -> Today:
        """Everything the home page shows."""
        drafts = self._inspections.drafts()
        sites = self._inspections.search(limit=100_000)
        waiting = LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,))
        with self._acts.reading() as view:
            ids = view.findings.ledger_ids(waiting)
            by_status = view.findings.counts_by_status()
            handed_over = sum(by_status.get(s, 0) for s in HANDED_OVER)
            answered = sum(by_status.get(s, 0) for s in ANSWERED)
            closed = by_status.get(FindingStatus.CLOSED, 0)
            return Today(
                drafts=drafts,
                to_dispatch=len(ids),
                to_dispatch_units=len(view.findings.count_by_unit(waiting)),
                to_dispatch_without_photo=len(ids) - len(view.photos.of_findings(ids)),
                overdue=view.findings.ledger_count(self._overdue),
                worst_overdue=self._worst(view),
                due_by_unit=self._due_by_unit(view),
                sites_visited=Rate(sum(s.last_visit is not None for s in sites), len(sites)),
                replied=Rate(answered, handed_over),
                closed=Rate(closed, handed_over),
                next_sites=tuple(sorted((s for s in sites if not s.draft), key=_urgency)[:NEXT_SITES]),
                as_of=self._acts.now(),
            )

    @property
    def _overdue(self) -> LedgerQuery:
        return LedgerQuery(overdue_on=self._acts.today(), order=LedgerOrder.DUE, descending=False)

    def _worst(self, view: Reading) -> LedgerRow | None:
        first = view.findings.ledger_ids(self._overdue)[:1]
        return view.findings.ledger_rows(first, self._acts.today()).get(first[0]) if first else None

    def _due_by_unit(self, view: Reading) -> tuple[UnitDue, ...]:
        today = self._acts.today()
        overdue = view.findings.count_by_unit(self._overdue)
        within = view.findings.count_by_unit(LedgerQuery(due_until=today + timedelta(days=SOON_DAYS)))
        names = {u.id: u.record.name for u in view.all(Unit)}
        due = [
            UnitDue(unit, names.get(unit, ""), overdue.get(unit, 0), within.get(unit, 0) - overdue.get(unit, 0))
            for unit in overdue.keys() | within.keys()
        ]
        return tuple(sorted(due, key=lambda d: (-d.overdue, -d.soon, d.name)))


def _urgency(line: SiteLine) -> tuple[bool, int, float, str]:
    """Sites never visited first, then those with the most open findings, then those not seen longest."""
    seen = line.last_visit.timestamp() if line.last_visit else 0.0
    return (line.last_visit is not None, -line.open_findings, seen, line.site.name)
