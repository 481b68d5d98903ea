"""The moves of a finding as buttons say them."""

from inspector.domain.lifecycle import Move
from inspector.domain.redirections import Ground
from inspector.ui.translation import tr


def deed_words(move: Move) -> str:
    """The verb on the button."""
    return {
        Move.SIGN: tr("Sign for"),
        Move.BEGIN: tr("Begin work"),
        Move.REPLY: tr("Enter reply"),
        Move.PASS_RECHECK: tr("Passes recheck"),
        Move.SEND_BACK: tr("Send back"),
        Move.ASK_EXTENSION: tr("Ask for time"),
        Move.GRANT_EXTENSION: tr("Grant time"),
        Move.REFUSE_EXTENSION: tr("Refuse time"),
        Move.REDIRECT: tr("Redirect"),
        Move.PARK: tr("Park"),
        Move.UNPARK: tr("Take up again"),
        Move.REOPEN: tr("Reopen finding"),
        Move.VOID: tr("Make void"),
    }[move]


def hint_words(move: Move) -> str:
    """What it means, said once in its dialog."""
    return {
        Move.REPLY: tr("What the unit says it did. It still waits for somebody to look."),
        Move.PASS_RECHECK: tr("Somebody else than who reported it done looked on the spot; the finding is closed."),
        Move.SEND_BACK: tr("It was looked at and is not put right; the return is counted."),
        Move.ASK_EXTENSION: tr("The unit's request; the deadline stays until it is granted."),
        Move.GRANT_EXTENSION: tr("The deadline moves to the day asked for. The stamped request has to be there."),
        Move.REFUSE_EXTENSION: tr("The deadline stays."),
        Move.REDIRECT: tr("Another unit takes it over; the clock does not stop."),
        Move.PARK: tr("For what needs a season, money or land; it counts as open."),
    }.get(move, tr("It stays in the history; you can undo it."))


def ground_words(ground: Ground) -> str:
    """属地不符, 权属不清, 职能交叉."""
    return {
        Ground.PLACE: tr("Not in its area"),
        Ground.OWNER: tr("Unclear owner"),
        Ground.DUTY: tr("Duties overlap"),
    }[ground]
