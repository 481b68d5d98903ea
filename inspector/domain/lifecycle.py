"""The life of a finding as one table of moves (rectification.md 4.4): from where, by whom, needing what, to where.

超期 is computed and 反弹 is a link; neither is a state. A reply is never a closing: closing needs a re-inspection by
somebody other than the unit.
"""

from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum

from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.findings import Finding, FindingStatus

S = FindingStatus


class Actor(StrEnum):
    """Who makes a move. A unit's moves are keyed in by the office or read from a returned list."""

    INSPECTOR = "inspector"
    OFFICE = "office"
    UNIT = "unit"
    RECHECKER = "rechecker"


class Need(StrEnum):
    """What a move must bring with it."""

    REASON = "reason"
    UNIT = "unit"
    DEADLINE = "deadline"
    GROUND = "ground"
    """One of the three reasons a finding is not a unit's own."""
    EVIDENCE = "evidence"
    """The scan of a stamped request."""
    OTHER_PERSON = "other-person"
    """Somebody other than who reported it done."""


class Move(StrEnum):
    """Every move there is; the word stands as the act of the revision that makes it."""

    HAND_IN = "hand-in"
    """The inspection is finished: the office sees the finding."""
    TAKE_BACK = "take-back"
    """The inspection is reopened."""
    DISPATCH = "dispatch"
    SIGN = "sign"
    BEGIN = "begin"
    REPLY = "reply"
    PASS_RECHECK = "pass-recheck"
    SEND_BACK = "send-back"
    ASK_EXTENSION = "ask-extension"
    GRANT_EXTENSION = "grant-extension"
    REFUSE_EXTENSION = "refuse-extension"
    REDIRECT = "redirect"
    """转办: the clock does not stop."""
    PARK = "park"
    UNPARK = "unpark"
    VOID = "void"
    REOPEN = "reopen"


@dataclass(frozen=True, slots=True)
class Rule:
    """One line of the table."""

    move: Move
    actor: Actor
    sources: frozenset[FindingStatus]
    target: FindingStatus | None
    """None: the state stays, another fact changes."""
    needs: frozenset[Need] = frozenset()


_AT_UNIT = frozenset({S.DISPATCHED, S.SIGNED, S.IN_PROGRESS, S.SENT_BACK})
_OPEN = frozenset(S) - {S.CLOSED, S.VOID}

TABLE: tuple[Rule, ...] = (
    Rule(Move.HAND_IN, Actor.INSPECTOR, frozenset({S.DRAFT}), S.TO_DISPATCH),
    Rule(Move.TAKE_BACK, Actor.INSPECTOR, frozenset({S.TO_DISPATCH}), S.DRAFT, frozenset({Need.REASON})),
    Rule(Move.DISPATCH, Actor.OFFICE, frozenset({S.TO_DISPATCH, S.REDIRECTED}), S.DISPATCHED, frozenset({Need.UNIT})),
    Rule(Move.SIGN, Actor.UNIT, frozenset({S.DISPATCHED}), S.SIGNED),
    Rule(Move.BEGIN, Actor.UNIT, frozenset({S.DISPATCHED, S.SIGNED, S.SENT_BACK}), S.IN_PROGRESS),
    Rule(Move.REPLY, Actor.UNIT, _AT_UNIT, S.REPLIED),
    Rule(Move.PASS_RECHECK, Actor.RECHECKER, frozenset({S.REPLIED}), S.CLOSED, frozenset({Need.OTHER_PERSON})),
    Rule(Move.SEND_BACK, Actor.RECHECKER, frozenset({S.REPLIED}), S.SENT_BACK, frozenset({Need.OTHER_PERSON})),
    Rule(Move.ASK_EXTENSION, Actor.UNIT, _AT_UNIT, None, frozenset({Need.REASON, Need.DEADLINE})),
    Rule(Move.GRANT_EXTENSION, Actor.OFFICE, _AT_UNIT, None, frozenset({Need.REASON, Need.EVIDENCE})),
    Rule(Move.REFUSE_EXTENSION, Actor.OFFICE, _AT_UNIT, None, frozenset({Need.REASON})),
    Rule(Move.REDIRECT, Actor.OFFICE, _AT_UNIT, S.REDIRECTED, frozenset({Need.GROUND, Need.REASON, Need.UNIT})),
    Rule(Move.PARK, Actor.OFFICE, _AT_UNIT | {S.REPLIED}, S.PARKED, frozenset({Need.REASON})),
    Rule(Move.UNPARK, Actor.OFFICE, frozenset({S.PARKED}), S.IN_PROGRESS, frozenset({Need.REASON})),
    Rule(Move.VOID, Actor.OFFICE, _OPEN - {S.DRAFT}, S.VOID, frozenset({Need.REASON})),
    Rule(Move.REOPEN, Actor.OFFICE, frozenset({S.CLOSED, S.VOID}), S.TO_DISPATCH, frozenset({Need.REASON})),
)
_BY_MOVE = {rule.move: rule for rule in TABLE}


def rule_of(move: Move) -> Rule:
    """The line of a move."""
    return _BY_MOVE[move]


def is_possible(move: Move, status: FindingStatus) -> bool:
    """The table has this move from this state."""
    return status in _BY_MOVE[move].sources


def after(move: Move, finding: Finding) -> FindingStatus:
    """The state a move leads to. Raises `Refused("move.impossible")` naming finding, state and move."""
    rule = _BY_MOVE[move]
    if finding.status not in rule.sources:
        raise Refused("move.impossible", Place(item=finding.no), state=str(finding.status), move=str(move))
    return rule.target or finding.status


def impossible(move: Move, findings: Iterable[Finding]) -> tuple[Complaint, ...]:
    """A complaint for every finding that cannot make this move."""
    return tuple(
        Complaint("move.impossible", Place(item=f.no), (("move", str(move)), ("state", str(f.status))))
        for f in findings
        if not is_possible(move, f.status)
    )
