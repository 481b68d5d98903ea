"""Findings in any state with answers and looks, kept in a workspace, and counted by plain Python."""

from dataclasses import dataclass, replace
from datetime import date, datetime, timedelta
from itertools import groupby

from hypothesis import strategies as st

from inspector.domain.dispatches import Dispatch
from inspector.domain.figures import Counts, FiguresQuery, Grouping, PeriodOf, counts_of
from inspector.domain.findings import HANDED_OVER, Finding, FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.replies import Outcome, Reply, Said
from inspector.storage.workspace import Workspace
from tests.records import CHINA

TODAY = date(2026, 11, 22)
NOON = datetime(2026, 11, 22, 12, 0, tzinfo=CHINA)
S = FindingStatus
days = st.integers(-20, 5)
units = st.sampled_from(("", "u1", "u2", "u3"))


@dataclass(frozen=True)
class Case:
    """One finding with everything that hangs on it."""

    finding: Finding
    issued: int | None
    replies: tuple[Reply, ...]
    rechecks: tuple[Recheck, ...]
    comes_back: bool


def on(day: int, hour: int = 0) -> datetime:
    return NOON + timedelta(days=day, hours=hour)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    unit = draw(units)
    finding = Finding(
        no="",
        site=draw(st.sampled_from(("s1", "s2"))),
        text="占道",
        found_at=on(draw(days)),
        found_by="王芳",
        kind=draw(st.sampled_from(("LX", "JM"))),
        street=draw(st.sampled_from(("", "t1", "t2"))),
        item=draw(st.sampled_from(("", "LX-01-01", "JM-01-01"))),
        inspection=draw(st.sampled_from(("", "i1", "i2", "i3", "i4"))),
        unit=unit,
        due_on=draw(st.none() | days.map(lambda d: TODAY + timedelta(days=d))),
        status=draw(st.sampled_from(S)),
        closed_on=draw(st.none() | st.just(TODAY)),
    )
    said = st.builds(
        Said,
        outcome=st.sampled_from(Outcome),
        done_on=st.none() | st.just(TODAY),
        outcome_words=st.sampled_from(("", "大概")),
    )
    reply = st.builds(
        Reply,
        finding=st.just(""),
        unit=st.sampled_from((unit, "u9")),
        said=said,
        file=st.just(""),
        sheet=st.just(""),
        row=st.just(0),
        received_at=days.map(on),
        photos=st.sampled_from(((), ("p1",))),
    )
    look = st.builds(
        Recheck,
        finding=st.just(""),
        result=st.sampled_from(RecheckResult),
        by=st.just("刘建国"),
        at=days.map(lambda d: on(d, 1)),
    )
    return Case(
        finding,
        draw(st.none() | days),
        tuple(draw(st.lists(reply, max_size=3))),
        tuple(draw(st.lists(look, max_size=3))),
        draw(st.booleans()),
    )


def write(workspace: Workspace, made: list[Case]) -> None:
    """Keep the cases, each with a later finding where it comes back."""
    with workspace.writing("made") as writing:
        for number, case in enumerate(made):
            dispatch = ""
            if case.issued is not None:
                day = TODAY + timedelta(days=case.issued)
                dispatch = writing.new_id()
                writing.put(dispatch, Dispatch(f"〔2026〕{number}号", 2026, number, day, day))
            finding = writing.new_id()
            writing.put(finding, replace(case.finding, no=f"LX-{number}", dispatch=dispatch))
            for reply in case.replies:
                writing.put(writing.new_id(), replace(reply, finding=finding))
            for look in case.rechecks:
                writing.put(writing.new_id(), replace(look, finding=finding))
            if case.comes_back:
                again = replace(case.finding, no=f"AG-{number}", status=S.DRAFT, recurrence_of=finding)
                writing.put(writing.new_id(), again)


def in_plain_python(made: list[Case], asked: FiguresQuery) -> dict[str, tuple[Counts, int]]:
    """What the SQL must say, finding by finding."""

    def key(case: Case) -> str:
        value: str = getattr(case.finding, str(asked.by))
        return value

    def day(case: Case) -> date | None:
        if asked.period_of is PeriodOf.FOUND:
            return case.finding.found_at.date()
        return None if case.issued is None else TODAY + timedelta(days=case.issued)

    def is_in(case: Case) -> bool:
        at = day(case)
        if asked.first is None and asked.last is None:
            return True
        return at is not None and (asked.first or at) <= at <= (asked.last or at)

    chosen = [c for c in made if c.finding.status in HANDED_OVER and is_in(c)]
    chosen = [c for c in chosen if asked.within is None or c.finding.unit in asked.within.units]
    found = {}
    for name, some in groupby(sorted(chosen, key=key), key=key):
        group = list(some)
        counts = sum((counts_of(c.finding, c.replies, c.rechecks, c.comes_back, TODAY) for c in group), Counts())
        found[name] = (counts, len({c.finding.inspection for c in group} - {""}))
    return found


queries = st.builds(
    FiguresQuery,
    by=st.sampled_from(Grouping),
    period_of=st.sampled_from(PeriodOf),
    first=st.none() | days.map(lambda d: TODAY + timedelta(days=d)),
    last=st.none() | days.map(lambda d: TODAY + timedelta(days=d)),
    within=st.sampled_from((None, LedgerQuery(units=("u1", "u2")))),
)
