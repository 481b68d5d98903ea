"""The life of a finding: only the moves of the table, and nothing closes without a re-inspection."""

from datetime import UTC, datetime

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.errors import Refused
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.lifecycle import TABLE, Actor, Move, Need, after, impossible, is_possible, rule_of

FOUND = datetime(2026, 11, 1, tzinfo=UTC)


def _finding(status: FindingStatus) -> Finding:
    return Finding(no="LX-0001", site="s", text="楼道堆物", found_at=FOUND, found_by="王敏", status=status)


def test_every_move_has_exactly_one_line() -> None:
    assert sorted(rule.move for rule in TABLE) == sorted(Move)


def test_every_state_is_reached_and_only_closed_and_void_need_a_reopening_to_go_on() -> None:
    reached = {rule.target for rule in TABLE} | {FindingStatus.DRAFT}
    assert set(FindingStatus) <= reached
    onwards = {status: {rule.move for rule in TABLE if status in rule.sources} for status in FindingStatus}
    dead_ends = {status for status, moves in onwards.items() if moves == {Move.REOPEN}}
    assert dead_ends == {FindingStatus.CLOSED, FindingStatus.VOID}


def test_nothing_closes_but_a_passed_recheck_of_a_reply_by_another_person() -> None:
    closing = [rule for rule in TABLE if rule.target is FindingStatus.CLOSED]
    assert [rule.move for rule in closing] == [Move.PASS_RECHECK]
    assert closing[0].sources == {FindingStatus.REPLIED}
    assert closing[0].actor is Actor.RECHECKER
    assert Need.OTHER_PERSON in closing[0].needs


def test_no_move_of_a_unit_closes_voids_or_parks() -> None:
    by_units = {rule.target for rule in TABLE if rule.actor is Actor.UNIT and rule.target}
    assert by_units == {FindingStatus.SIGNED, FindingStatus.IN_PROGRESS, FindingStatus.REPLIED}


def test_a_move_that_ends_or_delays_needs_a_reason() -> None:
    for move in (Move.VOID, Move.PARK, Move.REOPEN, Move.REDIRECT, Move.GRANT_EXTENSION, Move.TAKE_BACK):
        assert Need.REASON in rule_of(move).needs


@given(st.sampled_from(Move), st.sampled_from(FindingStatus))
def test_a_move_the_table_does_not_have_is_refused_by_number_state_and_move(move: Move, status: FindingStatus) -> None:
    finding = _finding(status)
    if is_possible(move, status):
        assert after(move, finding) in {rule_of(move).target, status}
        assert impossible(move, [finding]) == ()
    else:
        with pytest.raises(Refused) as refused:
            after(move, finding)
        assert refused.value.complaint == impossible(move, [finding])[0]


@given(st.lists(st.sampled_from(Move), max_size=30))
def test_any_sequence_of_possible_moves_closes_only_after_a_reply(moves: list[Move]) -> None:
    finding, replied = _finding(FindingStatus.DRAFT), False
    for move in moves:
        if is_possible(move, finding.status):
            finding = _finding(after(move, finding))
            replied = replied or move is Move.REPLY
            assert replied or finding.status is not FindingStatus.CLOSED
