"""Figures: the rules as properties, and a worked example."""

from dataclasses import fields, replace
from datetime import date, datetime

from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.domain.figures import (
    FORMULAS,
    Counts,
    FiguresQuery,
    Group,
    Grouping,
    Rate,
    counts_of,
    placed,
    quotient,
    says_done,
    whole_of,
)
from inspector.domain.findings import HANDED_OVER, Finding
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.replies import Outcome, Reply, Said, status_after
from tests.figure_cases import NOON, TODAY, Case, S, cases, in_plain_python
from tests.records import CHINA


@settings(max_examples=25)
@given(st.lists(cases(), max_size=12))
def test_every_rate_lies_between_nothing_and_all_and_groups_add_up(made: list[Case]) -> None:
    wholes = []
    for by in Grouping:
        found = in_plain_python(made, FiguresQuery(by))
        groups = [Group(key, key, counts, visits) for key, (counts, visits) in found.items()]
        wholes.append(whole_of(groups))
        for rate in Rate:
            shares = [quotient(counts, rate) for counts in (*(g.counts for g in groups), wholes[-1])]
            assert all(0 <= share.part <= share.whole for share in shares)
    assert all(whole == wholes[0] for whole in wholes)
    assert wholes[0].dispatched == sum(case.finding.status in HANDED_OVER for case in made)


@settings(max_examples=40)
@given(cases())
def test_a_finding_is_counted_once_and_only_once_handed_over(case: Case) -> None:
    counts = counts_of(case.finding, case.replies, case.rechecks, case.comes_back, TODAY)
    looks = {"looks", "passed"}
    assert all(getattr(counts, f.name) in {0, 1} for f in fields(Counts) if f.name not in looks)
    if case.finding.status not in HANDED_OVER:
        assert counts == Counts()


@settings(max_examples=40)
@given(cases())
def test_an_answer_that_counts_as_done_is_one_that_moves_the_finding(case: Case) -> None:
    for reply in case.replies:
        moved = status_after(S.DISPATCHED, reply.said, leads=True, shown=bool(reply.photos))
        assert says_done(reply) == (moved is S.REPLIED)


def test_a_worked_example() -> None:
    due = date(2026, 11, 10)
    base = Finding("LX-1", "s1", "占道", NOON, "王芳", unit="u1", due_on=due)
    done = Said(Outcome.DONE, "已清理")

    def reply(day: int) -> Reply:
        return Reply("", "u1", done, "", "", 0, datetime(2026, 11, day, 9, tzinfo=CHINA))

    def look(day: int, result: RecheckResult) -> Recheck:
        return Recheck("", result, "刘建国", datetime(2026, 11, day, 15, tzinfo=CHINA))

    passed, failed, unseen = RecheckResult.PASSED, RecheckResult.FAILED, RecheckResult.UNSEEN
    closed = replace(base, status=S.CLOSED)
    ledger = [
        (closed, [reply(9), reply(14)], [look(11, unseen), look(12, passed)], True),  # in time; a supplement later
        (closed, [reply(9), reply(14)], [look(10, failed), look(15, passed)], False),  # sent back: the second was late
        (replace(base, status=S.REPLIED), [reply(10)], [], False),  # on the last day
        (replace(base, status=S.SENT_BACK), [reply(8)], [look(9, failed)], False),  # owed again, and overdue
        (replace(base, status=S.DISPATCHED, due_on=date(2026, 12, 1)), [], [], False),  # not due yet
        (replace(base, status=S.PARKED), [], [], False),  # never due while parked
        (replace(base, status=S.VOID), [reply(9)], [], False),  # not counted at all
    ]
    whole = sum((counts_of(f, r, looks, back, TODAY) for f, r, looks, back in ledger), Counts())
    assert whole == Counts(
        dispatched=6, signed=5, replied=3, due=4, on_time=2, looks=4, passed=2, closed=2, overdue=1, recurred=1
    )
    assert {rate: (quotient(whole, rate).part, quotient(whole, rate).whole) for rate in Rate} == {
        Rate.SIGNED: (5, 6),
        Rate.REPLIED: (3, 6),
        Rate.ON_TIME: (2, 4),
        Rate.PASSED: (2, 4),
        Rate.CLOSED: (2, 6),
        Rate.OVERDUE: (1, 6),
        Rate.RECURRED: (1, 2),
    }


def test_equals_share_a_place_and_those_with_too_few_have_none() -> None:
    def group(name: str, closed: int, dispatched: int = 40, visits: int = 3) -> Group:
        return Group(name, name, Counts(dispatched=dispatched, closed=closed), visits)

    groups = [group("a", 10), group("b", 30), group("c", 30), group("d", 5), group("e", 29, 29), group("f", 40, 40, 2)]
    standing = [(one.group.name, one.place) for one in placed(groups, Rate.CLOSED)]
    assert standing == [("b", 1), ("c", 1), ("a", 3), ("d", 4), ("f", None), ("e", None)]
    worst_last = placed([replace(g, counts=replace(g.counts, overdue=g.counts.closed)) for g in groups], Rate.OVERDUE)
    assert [one.group.name for one in worst_last][:4] == ["d", "a", "b", "c"]
    assert all(one.place is None for one in placed(groups, Rate.PASSED))


def test_every_rate_divides_counts_that_exist() -> None:
    names = {field.name for field in fields(Counts)}
    assert FORMULAS.keys() == set(Rate)
    assert all({formula.part, formula.whole} <= names for formula in FORMULAS.values())
