"""统计: how much was handed over, answered in time, looked at and closed (rectification.md 4.9), as counts to divide.

Every rate is the quotient of two counts that stand beside it. What is counted is a finding that was handed to a unit
(`HANDED_OVER`), once, in the group it belongs to now; looks at findings are counted one by one.
"""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass, fields
from datetime import date, datetime
from enum import StrEnum

from inspector.domain.findings import ANSWERED, HANDED_OVER, RECEIVED, Finding, FindingStatus, days_overdue
from inspector.domain.ledger import LedgerQuery
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.replies import Outcome, Reply

FEWEST_FINDINGS = 30
FEWEST_VISITS = 3
"""A group with fewer of either is shown and not ranked."""


class Grouping(StrEnum):
    """By what figures are put together."""

    UNIT = "unit"
    STREET = "street"
    KIND = "kind"
    ITEM = "item"


class PeriodOf(StrEnum):
    """Which day of a finding lies in the period asked for."""

    DISPATCHED = "dispatched"
    FOUND = "found"


@dataclass(frozen=True, slots=True)
class FiguresQuery:
    """What shall be counted: the findings of the ledger that `within` asks for (None: all), and of a period, both days
    within.
    """

    by: Grouping = Grouping.UNIT
    period_of: PeriodOf = PeriodOf.DISPATCHED
    first: date | None = None
    last: date | None = None
    within: LedgerQuery | None = None


@dataclass(frozen=True, slots=True)
class Counts:
    """What was counted; all of it adds up over groups."""

    dispatched: int = 0
    signed: int = 0
    replied: int = 0
    due: int = 0
    """到期: handed over, not parked, and the deadline is over."""
    on_time: int = 0
    """Of those: the answer that stands came on the last day or before."""
    looks: int = 0
    """复查: looks that saw something; a place that was closed is no look."""
    passed: int = 0
    closed: int = 0
    overdue: int = 0
    """超期: waits for the unit past its deadline now."""
    recurred: int = 0
    """反弹: closed, and the same item failed there again not long after."""

    def __add__(self, other: "Counts") -> "Counts":
        """Both together."""
        return Counts(*(getattr(self, f.name) + getattr(other, f.name) for f in fields(Counts)))


class Rate(StrEnum):
    """The rates, in the order they are shown."""

    SIGNED = "signed"
    REPLIED = "replied"
    ON_TIME = "on_time"
    PASSED = "passed"
    CLOSED = "closed"
    OVERDUE = "overdue"
    RECURRED = "recurred"


@dataclass(frozen=True, slots=True)
class Formula:
    """`part` ÷ `whole`, both names of counts; `high` says that more is better."""

    part: str
    whole: str
    high: bool = True


FORMULAS: Mapping[Rate, Formula] = {
    Rate.SIGNED: Formula("signed", "dispatched"),
    Rate.REPLIED: Formula("replied", "dispatched"),
    Rate.ON_TIME: Formula("on_time", "due"),
    Rate.PASSED: Formula("passed", "looks"),
    Rate.CLOSED: Formula("closed", "dispatched"),
    Rate.OVERDUE: Formula("overdue", "dispatched", high=False),
    Rate.RECURRED: Formula("recurred", "closed", high=False),
}


@dataclass(frozen=True, slots=True)
class Quotient:
    """Two counts of a rate."""

    part: int
    whole: int

    @property
    def value(self) -> float | None:
        """Between 0 and 1; None when there is nothing to divide by."""
        return self.part / self.whole if self.whole else None


def quotient(counts: Counts, rate: Rate) -> Quotient:
    """Numerator and denominator of a rate."""
    formula = FORMULAS[rate]
    return Quotient(getattr(counts, formula.part), getattr(counts, formula.whole))


@dataclass(frozen=True, slots=True)
class Group:
    """The figures of one unit, street, kind or item; `visits` are the inspections its findings come from."""

    key: str
    name: str
    counts: Counts
    visits: int = 0

    @property
    def is_ranked(self) -> bool:
        """Enough was counted for a comparison."""
        return self.counts.dispatched >= FEWEST_FINDINGS and self.visits >= FEWEST_VISITS


@dataclass(frozen=True, slots=True)
class Placed:
    """A group and its place; None when it is not ranked."""

    group: Group
    place: int | None


def placed(groups: Iterable[Group], rate: Rate) -> tuple[Placed, ...]:
    """The groups by a rate, the best first; equals share a place and the next one is skipped. Those with too few
    findings or visits, or with nothing to divide by, stand behind without a place.
    """
    known = list(groups)
    ranked = [g for g in known if g.is_ranked and quotient(g.counts, rate).whole]
    ordered = sorted(ranked, key=lambda g: (_goodness(g, rate), g.name))
    values = [_goodness(g, rate) for g in ordered]
    standing = [Placed(group, values.index(value) + 1) for group, value in zip(ordered, values, strict=True)]
    left = sorted((g for g in known if g not in ranked), key=lambda g: (-g.counts.dispatched, g.name))
    return (*standing, *(Placed(group, None) for group in left))


def _goodness(group: Group, rate: Rate) -> float:
    value = quotient(group.counts, rate).value or 0.0
    return -value if FORMULAS[rate].high else value


@dataclass(frozen=True, slots=True)
class Figures:
    """What was counted: the groups, and all of it together."""

    asked: FiguresQuery
    today: date
    groups: tuple[Group, ...]
    whole: Counts
    made_at: datetime


def counts_of(
    finding: Finding, replies: Iterable[Reply], rechecks: Iterable[Recheck], came_back: bool, today: date
) -> Counts:
    """What one finding adds, `replies` and `rechecks` being its own; `came_back`: a later one links to it."""
    if finding.status not in HANDED_OVER:
        return Counts()
    seen = [look for look in rechecks if look.result is not RecheckResult.UNSEEN]
    is_due = finding.due_on is not None and finding.due_on < today and finding.status is not FindingStatus.PARKED
    answered_on = standing_answer(finding, replies, seen)
    in_time = bool(answered_on and finding.due_on and answered_on <= finding.due_on)
    is_closed = finding.status is FindingStatus.CLOSED
    return Counts(
        dispatched=1,
        signed=int(finding.status in RECEIVED),
        replied=int(finding.status in ANSWERED),
        due=int(is_due),
        on_time=int(is_due and in_time),
        looks=len(seen),
        passed=sum(look.result is RecheckResult.PASSED for look in seen),
        closed=int(is_closed),
        overdue=int(days_overdue(finding, today) > 0),
        recurred=int(is_closed and came_back),
    )


def standing_answer(finding: Finding, replies: Iterable[Reply], rechecks: Iterable[Recheck]) -> date | None:
    """The day of the answer that stands: the first "done" of the leading unit after the last look that sent it back.

    A supplement sent later does not move it, and an answer that was sent back was none. None while nothing stands.
    """
    if finding.status not in ANSWERED:
        return None
    failed = [look.at for look in rechecks if look.result is RecheckResult.FAILED]
    days = [
        reply.received_at
        for reply in replies
        if reply.unit == finding.unit and says_done(reply) and (not failed or reply.received_at > max(failed))
    ]
    return min(days).date() if days else None


def says_done(reply: Reply) -> bool:
    """The unit calls the finding done: in a word, or with a day or photos and no other word (`status_after`)."""
    said = reply.said
    if said.outcome is Outcome.UNSAID:
        return not said.outcome_words and (said.done_on is not None or bool(reply.photos))
    return said.outcome is Outcome.DONE


def whole_of(groups: Iterable[Group]) -> Counts:
    """The counts of all groups together."""
    return sum((group.counts for group in groups), Counts())
