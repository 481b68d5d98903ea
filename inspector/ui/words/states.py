"""The vocabulary of states: every one has a word, a tone and an icon (ui.md 4)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date
from functools import lru_cache

from inspector.domain.findings import FindingStatus
from inspector.domain.inspections import Verdict
from inspector.domain.ledger import LedgerRow
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import Language, language, tr
from inspector.ui.words.dates import days_left

_SOON_DAYS = 7
_MARKS: dict[Verdict, MarkKind] = {Verdict.PASS: "pass", Verdict.FAIL: "fail", Verdict.NOT_APPLICABLE: "na"}


@dataclass(frozen=True, slots=True)
class State:
    """What a pill shows."""

    words: str
    tone: str
    icon: str
    bold: bool = False


def status_state(status: FindingStatus) -> State:
    """Where a finding is in its life."""
    return _status_states(language())[status]


@lru_cache(maxsize=len(Language))
def _status_states(_spoken: Language) -> Mapping[FindingStatus, State]:
    """All of them in the language spoken now; each row of a ledger asks for one."""
    return {
        FindingStatus.DRAFT: State(tr("Draft"), "line", "circle"),
        FindingStatus.TO_DISPATCH: State(tr("To dispatch"), "neutral", "circle"),
        FindingStatus.DISPATCHED: State(tr("Dispatched"), "accent", "send"),
        FindingStatus.SIGNED: State(tr("Received"), "accent", "send"),
        FindingStatus.IN_PROGRESS: State(tr("In progress"), "accent", "wrench"),
        FindingStatus.REPLIED: State(tr("Replied"), "warn", "inbox"),
        FindingStatus.SENT_BACK: State(tr("Sent back"), "fail", "undo-2"),
        FindingStatus.CLOSED: State(tr("Closed"), "pass", "circle-check"),
        FindingStatus.PARKED: State(tr("Parked"), "na", "archive"),
        FindingStatus.REDIRECTED: State(tr("Redirected"), "na", "archive"),
        FindingStatus.VOID: State(tr("Void"), "na", "archive"),
    }


def deadline_state(due: date | None, overdue: int, today: date) -> State | None:
    """超期 n 天 on a filled pill, the last seven days in amber; None when there is nothing to say."""
    if overdue > 0:
        return State(tr("{n} days late", n=overdue), "fail_fill", "clock-alert", bold=True)
    if due is not None and 0 <= (due - today).days <= _SOON_DAYS:
        return State(days_left(due, today), "warn", "calendar-clock")
    return None


def line_states(row: LedgerRow) -> tuple[State, ...]:
    """State, 反弹 and 红线 of a line of the ledger, what must be seen first."""
    again = (recurrence_state(row.recurrences),) if row.recurrence_of else ()
    return (status_state(row.status), *again, *((veto_state(),) if row.veto else ()))


def recurrence_state(times: int) -> State:
    """反弹 n."""
    return State(tr("Recurred {n}", n=times), "recur", "repeat")


def site_recurrence_state(times: int) -> State:
    """How many findings of a site came back."""
    return State(tr("{n} came back here", n=times), "recur", "repeat")


def veto_state() -> State:
    """红线."""
    return State(tr("Red line"), "fail", "octagon-alert")


def few_samples_state() -> State:
    """Shown and not ranked."""
    return State(tr("Too few samples"), "neutral", "circle-slash")


def verdict_words(kind: MarkKind) -> str:
    """合格, 不合格, 不适用, 未查 for a mark's kind."""
    return {"pass": tr("Pass"), "fail": tr("Fail"), "na": tr("Not applicable"), "none": tr("Not checked")}[kind]


def verdict_mark(verdict: Verdict | None) -> MarkKind:
    """The mark of a verdict; None is 未查."""
    if verdict is None:
        return "none"
    return _MARKS[verdict]


def mark_verdict(kind: MarkKind) -> Verdict | None:
    """The verdict of a mark, the other way round."""
    return next((verdict for verdict, mark in _MARKS.items() if mark == kind), None)
