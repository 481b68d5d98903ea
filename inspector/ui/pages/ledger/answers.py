"""What the ledger answers to one question, read on a worker."""

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import date

from inspector.domain.ledger import LedgerRow
from inspector.domain.progress import Progress
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.units import Unit
from inspector.services.services import Services
from inspector.ui.pages.ledger.filter_bar import Choices
from inspector.ui.pages.ledger.views import VIEWS
from inspector.ui.pages.ledger.wanted import Wanted

AT_FIRST = 50
"""Lines: more than the largest screen shows."""


@dataclass(frozen=True, slots=True)
class FirstLines:
    """The lines the answer begins with, there before everything else is."""

    asked: Wanted
    rows: Sequence[LedgerRow]


@dataclass(frozen=True, slots=True)
class Answer:
    """The ids in order, how many each view has, and the names that filters and panels need."""

    asked: Wanted
    ids: Sequence[str]
    counts: Mapping[str, int]
    choices: Choices
    names: Mapping[str, str]


def first_lines(services: Services, asked: Wanted, today: date) -> FirstLines:
    """What fills the screen: however many findings there are, it takes some hundredths of a second."""
    return FirstLines(asked, services.ledger.first(asked.query(today), AT_FIRST))


def answer(services: Services, asked: Wanted, today: date, progress: Progress) -> Answer:
    """Everything; half a million findings take about a second, so never in the interface's thread."""
    by_status = services.ledger.counts()
    overdue = services.ledger.overdue_count()
    units = {u.id: u.record.name for u in services.registers.all(Unit)}
    dispatches = {d.id: d.record.number for d in services.dispatching.batches()}
    kinds = {k.record.code: k.record.name for k in services.registers.all(SiteKind)}
    choices = Choices(
        units=units,
        streets={s.id: s.record.name for s in services.registers.all(Street)},
        kinds=kinds,
        site=_site_name(services, asked.site),
        dispatch=dispatches.get(asked.dispatch, ""),
    )
    return Answer(
        asked=asked,
        ids=services.ledger.ids(asked.query(today), progress),
        counts={view.name: view.count(by_status, overdue) for view in VIEWS},
        choices=choices,
        names=units | dispatches,
    )


def can_be_dispatched(services: Services, ticked: Collection[str]) -> tuple[str, ...]:
    """Of the ticked findings those that wait for dispatch, the newest first."""
    waiting = services.ledger.ids(Wanted(view="to_dispatch").query(date.max))
    return tuple(one for one in waiting if one in ticked)


def _site_name(services: Services, site: str) -> str:
    if not site:
        return ""
    return next((s.record.name for s in services.registers.all(Site) if s.id == site), "")
