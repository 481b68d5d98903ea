"""今日: what waits for us, in the order it should be done."""

from dataclasses import dataclass
from datetime import datetime, timedelta

from inspector.domain.figures import ANSWERED, HANDED_OVER
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery, LedgerRow
from inspector.domain.units import Unit
from inspector.services.acts import Acts
from inspector.services.inspections import DraftLine, InspectionService, SiteLine
from inspector.storage.reading import Reading

SOON_DAYS = 7
NEXT_SITES = 3
DRAFTS = 5


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
    """The newest few."""
    to_dispatch: int
    to_dispatch_units: int
    to_dispatch_without_photo: int
    overdue: int
    worst_overdue: LedgerRow | None
    due_by_unit: tuple[UnitDue, ...]
    sites_visited: Rate
    """Sites with a finished visit in this round ÷ all sites."""
    replied: Rate
    """反馈率: replied ÷ handed over (rectification.md 4.9)."""
    closed: Rate
    """销号率: closed ÷ handed over."""
    next_sites: tuple[SiteLine, ...]
    """Sites of this round without a visit: those with the most open findings first, then those not seen longest."""
    as_of: datetime
    round: str = ""


class TodayService:
    """Reads the home page."""

    def __init__(self, acts: Acts, inspections: InspectionService) -> None:
        self._acts = acts
        self._inspections = inspections

    def today(self) -> Today:
        """Everything the home page shows. With half a million findings it takes some tenths of a second: use a job."""
        drafts = self._inspections.drafts(DRAFTS)
        waiting = LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,))
        with self._acts.reading() as view:
            round_name = view.registers.settings()["round"]
            by_status = view.findings.counts_by_status()
            handed_over = sum(by_status.get(s, 0) for s in HANDED_OVER)
            due = self._due_by_unit(view)
            sites = view.registers.site_count()
            to_visit = view.registers.site_names(without=view.inspections.sites_visited(round_name))
            next_ids = _most_urgent(view, to_visit)
            return Today(
                drafts=drafts,
                to_dispatch=by_status.get(FindingStatus.TO_DISPATCH, 0),
                to_dispatch_units=len(view.findings.count_by_unit(waiting)),
                to_dispatch_without_photo=view.findings.without_photo(FindingStatus.TO_DISPATCH),
                overdue=sum(unit.overdue for unit in due),
                worst_overdue=self._worst(view),
                due_by_unit=due,
                sites_visited=Rate(sites - len(to_visit), sites),
                replied=Rate(sum(by_status.get(s, 0) for s in ANSWERED), handed_over),
                closed=Rate(by_status.get(FindingStatus.CLOSED, 0), handed_over),
                next_sites=self._lines(next_ids),
                as_of=self._acts.now(),
                round=round_name,
            )

    def _lines(self, ids: list[str]) -> tuple[SiteLine, ...]:
        lines = self._inspections.lines(ids)
        return tuple(lines[i] for i in ids if i in lines)

    def _worst(self, view: Reading) -> LedgerRow | None:
        first = view.findings.first_overdue(self._acts.today())
        return view.findings.ledger_rows([first], self._acts.today()).get(first) if first else None

    def _due_by_unit(self, view: Reading) -> tuple[UnitDue, ...]:
        today = self._acts.today()
        overdue = view.findings.count_by_unit(LedgerQuery(overdue_on=today))
        soon = view.findings.count_by_unit(LedgerQuery(due_from=today, due_until=today + timedelta(days=SOON_DAYS)))
        names = {u.id: u.record.name for u in view.all(Unit)}
        due = [
            UnitDue(unit, names.get(unit, ""), overdue.get(unit, 0), soon.get(unit, 0))
            for unit in overdue.keys() | soon.keys()
        ]
        return tuple(sorted(due, key=lambda d: (-d.overdue, -d.soon, d.name)))


def _most_urgent(view: Reading, to_visit: dict[str, str]) -> list[str]:
    """Sites in the order they should be visited, without those somebody has begun."""
    begun = {draft.record.site for draft in view.inspections.unfinished()}
    candidates = [site for site in to_visit if site not in begun]
    waiting, visits = view.findings.open_by_site(candidates), view.inspections.last_visits(candidates)
    return sorted(candidates, key=lambda s: (-waiting.get(s, 0), visits.get(s, ""), to_visit[s]))[:NEXT_SITES]
