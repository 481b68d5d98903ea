"""Moves of the ledger: one act for many, never one that is not allowed, and everything in the story."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.errors import Complaint
from inspector.domain.extensions import Decision, Extension
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.lifecycle import Move
from inspector.domain.moving import BY_HAND, Given
from inspector.domain.photos import PhotoRole
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.redirections import Ground, Redirection
from inspector.domain.replies import Outcome, Said
from inspector.services.moves import Moved
from tests.town import Town, drawn, fails_of, inspect, make_town

YES = Given(reason="确需招标")
TEXTS = ("楼道内停放电动车", "2 号楼堆放纸箱杂物", "配电箱旁线缆杂乱")


def silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = make_town(tmp_path / "w.inspector")
    yield made
    made.services.close()


@pytest.fixture
def sent(town: Town, tmp_path: Path) -> list[str]:
    findings = inspect(town, "桂花里小区", fails_of(town, "桂花里小区", TEXTS))
    town.services.dispatching.issue(town.services.dispatching.plan(), tmp_path, "王敏", silent)
    return findings


def status(town: Town, finding: str) -> FindingStatus:
    return town.services.ledger.story(finding).finding.status


def codes(moved: Moved) -> list[str]:
    return [complaint.code for complaint in moved.refused]


def replied(town: Town, findings: list[str], person: str = "张三") -> None:
    said = Said(Outcome.DONE, "已清理", person=person)
    done = town.services.moves.make(Move.REPLY, findings, Given(said=said))
    assert len(done.accepted) == len(findings)


def test_a_batch_sorts_its_findings_into_accepted_unchanged_and_refused(town: Town, sent: list[str]) -> None:
    moves = town.services.moves
    assert moves.make(Move.SIGN, sent[:1]).accepted == (sent[0],)
    town.services.ledger.void(sent[2:], "重复")
    done = moves.make(Move.SIGN, [*sent, sent[1], "nobody"])
    assert (done.accepted, done.unchanged, codes(done)) == (
        (sent[1],),
        (sent[0],),
        ["move.impossible", "finding.missing"],
    )
    town.services.acts.undo()
    assert [status(town, one) for one in sent] == [
        FindingStatus.SIGNED,
        FindingStatus.DISPATCHED,
        FindingStatus.VOID,
    ]


def test_a_recheck_closes_by_another_person_only_and_counts_what_it_sends_back(town: Town, sent: list[str]) -> None:
    services = town.services
    replied(town, sent, person="王敏")
    assert codes(services.moves.recheck(sent[0], RecheckResult.PASSED)) == ["recheck.same-person"]
    services.acts.sign_as("")
    assert codes(services.moves.recheck(sent[0], RecheckResult.PASSED)) == ["recheck.nobody"]
    services.acts.sign_as("刘建国")
    for times in (1, 2):
        services.moves.recheck(sent[0], RecheckResult.FAILED, "现场仍有 2 辆电动车")
        found = services.ledger.story(sent[0]).finding
        assert (found.status, found.send_backs) == (FindingStatus.SENT_BACK, times)
        replied(town, sent[:1])
    seen = services.moves.recheck(sent[0], RecheckResult.UNSEEN, "单元门锁着")
    assert (seen.accepted, status(town, sent[0])) == ((sent[0],), FindingStatus.REPLIED)
    taken, refused = services.moves.read_photos([("IMG_9.jpg", drawn("lane", 9))], silent)
    assert refused == ()
    services.moves.recheck(sent[0], RecheckResult.PASSED, "已清理", taken)
    story = services.ledger.story(sent[0])
    assert (story.finding.status, story.finding.closed_on) == (FindingStatus.CLOSED, services.acts.today())
    assert [photo.record.role for photo in story.photos] == [PhotoRole.BEFORE, PhotoRole.RECHECK]
    with services.acts.reading() as view:
        looks = [one.record for one in view.moves.of_findings(Recheck, sent)[sent[0]]]
    assert [one.result for one in looks] == [
        RecheckResult.FAILED,
        RecheckResult.FAILED,
        RecheckResult.UNSEEN,
        RecheckResult.PASSED,
    ]
    assert looks[-1].photos == (story.photos[1].id,)
    acts = [(event.act, event.person, event.reason) for event in story.events][:3]
    assert acts == [
        ("pass-recheck", "刘建国", "已清理"),
        ("recheck-unseen", "刘建国", "单元门锁着"),
        ("reply", "刘建国", ""),
    ]
    assert dict(story.events[0].notes) == {"result": "passed", "by": "刘建国", "photos": "1"}
    assert dict(story.events[2].notes) == {"measures": "已清理", "person": "张三"}


def test_more_time_is_asked_for_then_granted_with_the_stamped_paper_or_refused(town: Town, sent: list[str]) -> None:
    services, moves = town.services, town.services.moves
    due = services.ledger.story(sent[0]).finding.due_on
    later = max(due or services.acts.today(), services.acts.today()) + timedelta(days=30)
    assert codes(moves.make(Move.GRANT_EXTENSION, sent[:1], YES)) == ["move.not-asked"]
    assert codes(moves.make(Move.ASK_EXTENSION, sent[:1], Given(reason="要招标"))) == ["move.deadline-missing"]
    asked = moves.make(Move.ASK_EXTENSION, sent[:2], Given(reason="要招标", due_on=later))
    assert len(asked.accepted) == 2
    again = moves.make(Move.ASK_EXTENSION, sent[:1], Given(reason="要招标", due_on=later))
    assert codes(again) == ["move.asked-already"]
    assert services.ledger.story(sent[0]).events[0].act == "ask-extension"
    assert services.ledger.story(sent[0]).finding.due_on == due
    assert codes(moves.make(Move.GRANT_EXTENSION, sent[:1], YES)) == ["move.scan-missing"]
    scan, _ = moves.read_photos([("申请.jpg", drawn("ads", 3))], silent)
    assert len(moves.make(Move.GRANT_EXTENSION, sent[:1], replace(YES, photos=scan)).accepted) == 1
    assert len(moves.make(Move.REFUSE_EXTENSION, sent[1:2], Given(reason="不涉及工程")).accepted) == 1
    assert [services.ledger.story(one).finding.due_on for one in sent[:2]] == [later, due]
    with services.acts.reading() as view:
        requests = view.moves.of_findings(Extension, sent)
    assert [requests[one][0].record.decision for one in sent[:2]] == [Decision.GRANTED, Decision.REFUSED]
    assert len(requests[sent[0]][0].record.scans) == 1
    services.acts.undo()
    services.acts.undo()
    with services.acts.reading() as view:
        assert set(view.moves.open_requests(sent)) == set(sent[:2])
    assert services.ledger.story(sent[0]).finding.due_on == due


def test_a_redirected_finding_goes_to_its_new_unit_and_its_clock_does_not_stop(
    town: Town, sent: list[str], tmp_path: Path
) -> None:
    services = town.services
    before = services.ledger.story(sent[0]).finding
    other = next(unit for name, unit in town.units.items() if unit != before.unit and name)
    bare = services.moves.make(Move.REDIRECT, sent[:1], Given(reason="红线图", unit=other))
    assert codes(bare) == ["move.ground-missing"]
    given = Given(reason="红线图显示在河道管理范围内", unit=other, ground=Ground.OWNER)
    assert services.moves.make(Move.REDIRECT, sent[:1], given).accepted == (sent[0],)
    town.clock.now += timedelta(days=400)
    assert services.ledger.rows(sent)[sent[0]].days_overdue > 300
    plan = services.dispatching.plan()
    assert [(one.id, one.due_on) for one in plan.findings] == [(sent[0], before.due_on)]
    services.dispatching.issue(plan, tmp_path, "王敏", silent)
    after = services.ledger.story(sent[0]).finding
    assert (after.status, after.unit, after.due_on) == (FindingStatus.DISPATCHED, other, before.due_on)
    with services.acts.reading() as view:
        (gone,) = view.moves.of_findings(Redirection, sent)[sent[0]]
    assert (gone.record.from_unit, gone.record.to_unit, gone.record.ground) == (before.unit, other, Ground.OWNER)


def test_a_fault_that_comes_back_after_closing_is_linked_and_counted(town: Town, sent: list[str]) -> None:
    services = town.services
    services.office.decide("finding.recurrence_days", "30")
    earlier, still_open = services.ledger.story(sent[0]).finding, services.ledger.story(sent[1]).finding
    replied(town, sent[:1])
    services.acts.sign_as("刘建国")
    services.moves.recheck(sent[0], RecheckResult.PASSED)
    town.clock.now += timedelta(days=30)
    again = inspect(town, "桂花里小区", {earlier.item: "又停上了", still_open.item: "还是老样子"})
    linked, other = (services.ledger.story(one).finding for one in again)
    assert (linked.recurrence_of, linked.recurrences) == (sent[0], 1)
    assert (other.recurrence_of, other.recurrences) == ("", 0)
    services.moves.make(Move.VOID, again, Given(reason="试一试"))
    town.clock.now += timedelta(days=1)
    (late,) = inspect(town, "桂花里小区", {earlier.item: "又停上了"})
    assert services.ledger.story(late).finding.recurrence_of == ""


def test_only_moves_that_can_be_made_are_offered(town: Town, sent: list[str]) -> None:
    offered = town.services.moves.possible(sent)
    assert set(offered.values()) == {3}
    for move in BY_HAND:
        refused = town.services.moves.make(move, sent[:1])
        impossible = [c.code for c in refused.refused] in (["move.impossible"], ["move.not-asked"])
        assert impossible is (move not in offered), move
        if refused.changed:
            town.services.acts.undo()
    with town.services.acts.reading() as view:
        assert view.get_many(Finding, sent[:1])[sent[0]].record.status is FindingStatus.DISPATCHED


def test_a_reason_is_asked_for_where_the_table_says_so(town: Town, sent: list[str]) -> None:
    for move in (Move.PARK, Move.VOID):
        done = town.services.moves.make(move, sent[:1], Given(reason="  "))
        assert done.refused == (Complaint("reason.missing", done.refused[0].place, done.refused[0].facts),)
