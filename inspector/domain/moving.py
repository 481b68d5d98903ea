"""One move of one finding as a rule: what it must bring, whether it changes anything, and the finding after it."""

from dataclasses import dataclass, replace
from datetime import date

from inspector.domain.errors import Complaint, Place
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.lifecycle import Move, Need, is_possible, rule_of
from inspector.domain.photos import PhotoTaken
from inspector.domain.redirections import Ground
from inspector.domain.replies import Said


@dataclass(frozen=True, slots=True)
class Given:
    """What a person gives with a move; each move asks for its own part of it.

    `photos` show what was seen (反馈, 复查) or are scans of stamped papers (延期, 转办); every finding moved gets them.
    """

    reason: str = ""
    unit: str = ""
    due_on: date | None = None
    ground: Ground | None = None
    said: Said | None = None
    photos: tuple[PhotoTaken, ...] = ()
    by: str = ""
    """复查: who looked, when somebody else keys it in; "" is who makes the move."""


@dataclass(frozen=True, slots=True)
class Scene:
    """What is known around a finding when it is moved."""

    person: str
    """Who makes the move."""
    today: date
    reporters: frozenset[str] = frozenset()
    """Who called it done (`rechecks.reporters`)."""
    request: date | None = None
    """Until when an open request asks for time; None when there is none."""
    has_scan: bool = False
    """The open request has its stamped paper already."""


def is_done_already(move: Move, finding: Finding) -> bool:
    """The finding stands where the move would bring it; nothing is to be done and nothing is wrong."""
    target = rule_of(move).target
    return target is not None and finding.status is target and not is_possible(move, finding.status)


def lacking(move: Move, finding: Finding, given: Given, scene: Scene) -> Complaint | None:
    """Why the move cannot be made, or None. The first of: state, person, request, what it must bring."""
    if not is_possible(move, finding.status):
        return _complaint("move.impossible", finding, move=str(move), state=str(finding.status))
    if complaint := _of_request(move, finding, scene):
        return complaint
    wrong = {need: _WRONG[need](finding, given, scene) for need in rule_of(move).needs if need in _WRONG}
    code = next((wrong[need] for need in Need if wrong.get(need)), "")
    return _complaint(code, finding, move=str(move), person=scene.person) if code else None


def moved(move: Move, finding: Finding, given: Given, scene: Scene) -> Finding:
    """The finding after the move; `lacking` has said that it can be made."""
    status = rule_of(move).target or finding.status
    after = replace(finding, status=status)
    match move:
        case Move.PASS_RECHECK:
            return replace(after, closed_on=scene.today)
        case Move.SEND_BACK:
            return replace(after, send_backs=finding.send_backs + 1)
        case Move.GRANT_EXTENSION:
            return replace(after, due_on=scene.request)
        case Move.REDIRECT:
            return replace(after, unit=given.unit, unit_reason="chosen", co_units=_without(finding, given.unit))
        case Move.REOPEN:
            return replace(after, closed_on=None)
        case _:
            return after


def possible_moves(status: FindingStatus, *, asked: bool) -> tuple[Move, ...]:
    """What an office can do by hand with a finding in that state, the next sensible one first; `asked`: a request for
    time waits.
    """
    decided = frozenset[Move]() if asked else _DECIDING
    waiting = frozenset({Move.ASK_EXTENSION}) if asked else frozenset[Move]()
    return tuple(m for m in BY_HAND if is_possible(m, status) and m not in decided | waiting)


BY_HAND = (
    Move.GRANT_EXTENSION,
    Move.REFUSE_EXTENSION,
    Move.PASS_RECHECK,
    Move.SEND_BACK,
    Move.UNPARK,
    Move.SIGN,
    Move.REPLY,
    Move.BEGIN,
    Move.ASK_EXTENSION,
    Move.REDIRECT,
    Move.PARK,
    Move.REOPEN,
    Move.VOID,
)
"""The moves a person makes with findings that were recorded, the next sensible one first; the others belong to
finishing an inspection and to numbering a dispatch."""

_DECIDING = frozenset({Move.GRANT_EXTENSION, Move.REFUSE_EXTENSION})


def _of_request(move: Move, finding: Finding, scene: Scene) -> Complaint | None:
    if move in _DECIDING and scene.request is None:
        return _complaint("move.not-asked", finding)
    if move is Move.ASK_EXTENSION and scene.request is not None:
        return _complaint("move.asked-already", finding, until=scene.request.isoformat())
    return None


def _wrong_reason(_finding: Finding, given: Given, _scene: Scene) -> str:
    return "" if given.reason.strip() else "reason.missing"


def _wrong_unit(finding: Finding, given: Given, _scene: Scene) -> str:
    if not given.unit:
        return "move.unit-missing"
    return "move.unit-same" if given.unit == finding.unit else ""


def _wrong_deadline(finding: Finding, given: Given, scene: Scene) -> str:
    if given.due_on is None:
        return "move.deadline-missing"
    later = max(finding.due_on or scene.today, scene.today)
    return "" if given.due_on > later or finding.due_on is None else "move.deadline-not-later"


def _wrong_ground(_finding: Finding, given: Given, _scene: Scene) -> str:
    return "" if given.ground else "move.ground-missing"


def _wrong_evidence(_finding: Finding, given: Given, scene: Scene) -> str:
    return "" if given.photos or scene.has_scan else "move.scan-missing"


def _wrong_person(_finding: Finding, _given: Given, scene: Scene) -> str:
    person = " ".join(scene.person.split())
    if not person:
        return "recheck.nobody"
    return "recheck.same-person" if person in scene.reporters else ""


_WRONG = {
    Need.REASON: _wrong_reason,
    Need.UNIT: _wrong_unit,
    Need.DEADLINE: _wrong_deadline,
    Need.GROUND: _wrong_ground,
    Need.EVIDENCE: _wrong_evidence,
    Need.OTHER_PERSON: _wrong_person,
}


def _complaint(code: str, finding: Finding, **facts: str) -> Complaint:
    return Complaint(code, Place(item=finding.no), tuple(sorted(facts.items())))


def _without(finding: Finding, unit: str) -> tuple[str, ...]:
    return tuple(one for one in finding.co_units if one != unit)
