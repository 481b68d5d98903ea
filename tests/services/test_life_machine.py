"""Any sequence of moves keeps what a ledger promises: the table, the other person, the sums, the history, the undo."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.lifecycle import Move, is_possible, rule_of
from inspector.domain.moving import BY_HAND, Given
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.records import from_canonical
from inspector.domain.redirections import Ground
from inspector.domain.replies import Outcome, Reply, Said
from tests.town import Town, furnished_town

_DISPATCHED = LedgerQuery(statuses=(FindingStatus.DISPATCHED,))
PEOPLE = ("王敏", "刘建国", "张三", "")


class Life(RuleBasedStateMachine):
    """Three findings that were dispatched, and people who do with them what they like."""

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.town: Town = furnished_town(Path(self._folder.name) / "w.db")
        self.findings = list(self.town.services.ledger.ids(_DISPATCHED))[:3]
        self.undoable: list[dict[str, Finding]] = []

    def teardown(self) -> None:
        self.town.services.close()
        self._folder.cleanup()

    def now(self) -> dict[str, Finding]:
        with self.town.services.acts.reading() as view:
            return {k: f.record for k, f in view.get_many(Finding, self.findings).items()}

    @rule(person=st.sampled_from(PEOPLE))
    def somebody_else_sits_down(self, person: str) -> None:
        self.town.services.acts.sign_as(person)

    @rule(move=st.sampled_from(BY_HAND), chosen=st.sets(st.integers(0, 2), min_size=1), data=st.data())
    def a_move_is_made(self, move: Move, chosen: set[int], data: st.DataObject) -> None:
        findings = [self.findings[n] for n in sorted(chosen)]
        before = self.now()
        given = Given(
            reason=data.draw(st.sampled_from(("", "有理由"))),
            unit=data.draw(st.sampled_from(sorted(self.town.units.values())[:2])),
            due_on=data.draw(st.dates(self.town.services.acts.today()).map(lambda day: day.replace(year=2027))),
            ground=data.draw(st.sampled_from((*Ground, None))),
            said=Said(Outcome.DONE, "已清理", person=data.draw(st.sampled_from(PEOPLE))),
        )
        done = self.town.services.moves.make(move, findings, given)
        assert len(done.accepted) + len(done.unchanged) + len(done.refused) == len(findings)
        after = self.now()
        for one in self.findings:
            if one in done.accepted:
                assert is_possible(move, before[one].status)
                assert after[one].status is (rule_of(move).target or before[one].status)
            else:
                assert after[one] == before[one]
        if done.changed:
            self.undoable.append(before)

    @rule(finding=st.integers(0, 2), person=st.sampled_from(PEOPLE))
    def the_unit_says_it_is_done(self, finding: int, person: str) -> None:
        before, said = self.now(), Said(Outcome.DONE, "已清理", person=person)
        if self.town.services.moves.make(Move.REPLY, [self.findings[finding]], Given(said=said)).changed:
            self.undoable.append(before)

    @rule(finding=st.integers(0, 2), result=st.sampled_from(RecheckResult), person=st.sampled_from(PEOPLE))
    def somebody_looks(self, finding: int, result: RecheckResult, person: str) -> None:
        before = self.now()
        self.town.services.acts.sign_as(person)
        if self.town.services.moves.recheck(self.findings[finding], result).changed:
            self.undoable.append(before)

    @precondition(lambda self: bool(self.undoable))
    @rule()
    def the_last_act_is_taken_back_exactly(self) -> None:
        expected = self.undoable.pop()
        assert self.town.services.acts.undo() is not None
        assert self.now() == expected

    @precondition(lambda self: bool(self.undoable))
    @rule()
    def taken_back_and_done_again(self) -> None:
        stands = self.now()
        self.town.services.acts.undo()
        self.town.services.acts.redo()
        assert self.now() == stands

    @invariant()
    def nothing_is_closed_without_a_look_by_another_person(self) -> None:
        with self.town.services.acts.reading() as view:
            looks = view.moves.of_findings(Recheck, self.findings)
            replies = view.moves.of_findings(Reply, self.findings)
        for entity, finding in self.now().items():
            if finding.status is FindingStatus.CLOSED:
                last, said = looks[entity][-1].record, replies[entity][-1].record
                assert last.result is RecheckResult.PASSED
                assert last.by
                assert last.by != (said.said.person or said.received_by)
                assert finding.closed_on == last.at.date()
            failed = [one for one in looks.get(entity, ()) if one.record.result is RecheckResult.FAILED]
            assert finding.send_backs == len(failed)

    @invariant()
    def the_history_ends_in_what_stands_and_steps_by_the_table(self) -> None:
        for entity, finding in self.now().items():
            with self.town.services.acts.reading() as view:
                versions = view.history(entity)
            records = [from_canonical(Finding, v.body) for v in versions]
            assert records[-1] == finding
            for before, after, version in zip(records, records[1:], versions[1:], strict=False):
                if version.act in set(map(str, BY_HAND)) and before.status is not after.status:
                    move = Move(version.act)
                    assert is_possible(move, before.status)
                    assert after.status is rule_of(move).target

    @invariant()
    def the_counts_add_up(self) -> None:
        counts = self.town.services.ledger.counts()
        with self.town.services.acts.reading() as view:
            assert sum(counts.values()) == len(view.all(Finding))


TestLife = pytest.mark.slow(Life.TestCase)
TestLife.settings = settings(
    max_examples=25, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
