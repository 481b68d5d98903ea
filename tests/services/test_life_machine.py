"""Any sequence of moves and imports keeps what a ledger promises: the table, the other person, the sums, the history,
the undo.
"""

from collections import Counter
from dataclasses import fields
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from inspector.domain.figures import Counts, FiguresQuery, Grouping, PeriodOf
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.lifecycle import Move, is_possible, rule_of
from inspector.domain.moving import BY_HAND, Given
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.records import from_canonical
from inspector.domain.redirections import Ground
from inspector.domain.replies import Outcome, Reply, Said
from inspector.domain.returns import PictureFate, RowFate
from inspector.services.return_decided import as_decided
from inspector.services.returns import Decisions, ReturnPreview
from tests.services.filling import Filling, decisions_for, filled_in, fillings
from tests.services.replaying import follows
from tests.services.returned import preview, silent
from tests.town import Town, furnished_town

_DISPATCHED = LedgerQuery(statuses=(FindingStatus.DISPATCHED,))
PEOPLE = ("王敏", "刘建国", "张三", "")


class Life(RuleBasedStateMachine):
    """Three findings that were dispatched, and people who do with them what they like; units fill their lists in and
    send them back, old ones and copies among them.
    """

    def __init__(self) -> None:
        super().__init__()
        self._folder = TemporaryDirectory()
        self.town: Town = furnished_town(Path(self._folder.name) / "w.db")
        self.findings = list(self.town.services.ledger.ids(_DISPATCHED))[:3]
        self.undoable: list[dict[str, Finding]] = []
        self.lists: list[Path] = []
        self.returned: list[Path] = []
        for batch in self.town.services.dispatching.batches():
            self._send(batch.id)

    def _send(self, dispatch: str) -> None:
        folder = Path(self._folder.name) / str(len(self.lists))
        folder.mkdir()
        written = self.town.services.dispatching.rewrite(dispatch, folder, silent)
        self.lists += [file.path for file in written.files]

    def teardown(self) -> None:
        try:
            self.the_figures_lead_to_their_findings()
            assert self.town.services.upkeep.check(silent) == ()
        finally:
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

    @rule()
    def what_waits_is_sent_again(self) -> None:
        waiting = [one for one, found in self.now().items() if found.status is FindingStatus.TO_DISPATCH]
        plan = self.town.services.dispatching.plan(waiting)
        if plan.findings:
            folder = Path(self._folder.name) / f"out{len(self.lists)}"
            folder.mkdir()
            issued = self.town.services.dispatching.issue(plan, folder, "王敏", silent)
            self.lists += [file.path for file in issued.files]
            self.undoable.clear()  # what left the office is not undone

    @rule(number=st.integers(0, 9), filling=fillings(), with_old=st.booleans(), data=st.data())
    def a_list_comes_back(self, number: int, filling: Filling, with_old: bool, data: st.DataObject) -> None:
        chosen, other = (self.lists[(number + step) % len(self.lists)] for step in (0, 1))
        file = filled_in(chosen, filling, other, f"{len(self.returned)}-{number}.xlsx")
        old = [data.draw(st.sampled_from(self.returned), label="old")] if with_old and self.returned else []
        self.returned.append(file)
        self.take_in([file, *old], data)

    @precondition(lambda self: bool(self.returned))
    @rule(data=st.data())
    def an_old_list_comes_again(self, data: st.DataObject) -> None:
        self.take_in([data.draw(st.sampled_from(self.returned))], data)

    def take_in(self, files: list[Path], data: st.DataObject) -> None:
        before, shown = self.now(), preview(self.town, *files)
        decided = decisions_for(shown, self.findings, data)
        done = self.town.services.returns.apply(shown, decided)
        self.all_is_counted(shown, decided, done.replies, done.photos)
        shown.close()
        if done.changed:
            self.undoable.append(before)
        if decided == Decisions():
            again = preview(self.town, *files)
            assert not self.town.services.returns.apply(again).changed, "the same files a second time"
            again.close()

    def all_is_counted(self, shown: ReturnPreview, decided: Decisions, replies: int, photos: int) -> None:
        settled = as_decided(shown, decided)
        for file in settled:
            assert sum(len(file.with_fate(fate)) for fate in RowFate) == len(file.file.rows)
            assert sum(len(file.pictures_with(fate)) for fate in PictureFate) == len(file.file.pictures)
        attached = sum(len(file.pictures_with(PictureFate.ATTACHED)) for file in settled)
        assert photos <= attached
        if decided == Decisions():
            accepted = sum(len(file.with_fate(RowFate.ACCEPTED)) for file in settled)
            assert (replies, photos) == (accepted, attached)

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
            assert (finding.status is FindingStatus.CLOSED) == bool(finding.closed_on)
            if finding.status is FindingStatus.CLOSED:
                last = looks[entity][-1].record
                assert last.result is RecheckResult.PASSED
                assert last.by
                assert last.by != _who_reported([one.record for one in replies[entity]], last)
                assert finding.closed_on == last.at.date()
            failed = [one for one in looks.get(entity, ()) if one.record.result is RecheckResult.FAILED]
            assert finding.send_backs == len(failed)

    @invariant()
    def the_history_replays_to_what_stands(self) -> None:
        for entity, finding in self.now().items():
            with self.town.services.acts.reading() as view:
                versions = view.history(entity)
            records = [from_canonical(Finding, v.body) for v in versions]
            steps = [follows(version.act, records[:n], records[n]) for n, version in enumerate(versions) if n]
            assert [wrong for wrong in steps if wrong] == []
            assert records[-1] == finding

    @invariant()
    def the_counts_add_up(self) -> None:
        with self.town.services.acts.reading() as view:
            stands = Counter(one.record.status for one in view.all(Finding))
        ledger = self.town.services.ledger
        assert {status: n for status, n in ledger.counts().items() if n} == stands
        for status, number in stands.items():
            assert len(ledger.ids(LedgerQuery(statuses=(status,)))) == number
        assert self.town.services.rechecking.waiting() == stands[FindingStatus.REPLIED]

    def the_figures_lead_to_their_findings(self) -> None:
        """Every figure of the units is the number of findings the ledger lists behind it."""
        today = self.town.services.acts.today()
        with self.town.services.acts.reading() as view:
            groups = view.figures.by_group(FiguresQuery(Grouping.UNIT, PeriodOf.DISPATCHED, today, today), today)
            for name in {field.name for field in fields(Counts)} - _SEVERAL_OF_ONE:
                listed = LedgerQuery(counted=name, counted_on=today, issued_from=today, issued_to=today)
                assert view.findings.ledger_count(listed) == sum(getattr(counts, name) for counts, _ in groups.values())


_SEVERAL_OF_ONE = {"looks", "passed"}
"""One finding may be looked at several times; the ledger lists it once."""


def _who_reported(replies: list[Reply], look: Recheck) -> str:
    """Who called it done before somebody looked: the last one that said something about it."""
    told = [r for r in replies if r.received_at <= look.at and r.said.outcome is not Outcome.NOT_OURS]
    last = next((one for one in reversed(told) if one.said != Said()), None)
    return (last.said.person or ("" if last.file else last.received_by)) if last else ""


TestLife = pytest.mark.slow(Life.TestCase)
TestLife.settings = settings(
    max_examples=15, stateful_step_count=20, deadline=None, suppress_health_check=[HealthCheck.too_slow]
)
