"""A finding's history told again from the words of its acts alone: what the table of moves lets them do and no more."""

from collections.abc import Sequence

from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.lifecycle import Move, is_possible, rule_of
from inspector.domain.moving import BY_HAND
from inspector.domain.replies import can_answer

ANSWERED = {FindingStatus.REPLIED, FindingStatus.IN_PROGRESS}
_MOVES = {str(move): move for move in BY_HAND} | {
    "inspection-finished": Move.HAND_IN,
    "inspection-reopened": Move.TAKE_BACK,
    "dispatched": Move.DISPATCH,
}
_BACK_TO_WHAT_WAS = {"undo", "redo", "return-taken-back"}
"""undo:reply is the undo of a reply."""


def follows(act: str, before: Sequence[Finding], after: Finding) -> str:
    """What is wrong with the step an act made, "" when the table allows it; `before` is all that stood earlier."""
    last = before[-1]
    if act.partition(":")[0] in _BACK_TO_WHAT_WAS:
        return "" if after in before else f"{act} made something that never stood"
    if act in _MOVES:
        move = _MOVES[act]
        if not is_possible(move, last.status):
            return f"{act} from {last.status}"
        target = rule_of(move).target or last.status
        return "" if after.status is target else f"{act} from {last.status} to {after.status}"
    if after.status is last.status:
        return ""
    if act == "return-imported" and can_answer(last.status) and after.status in ANSWERED:
        return ""
    return f"{act} took it from {last.status} to {after.status}"
