"""What stands beside an event of a finding: the unit's words, what was seen on the spot, what was asked for."""

from collections.abc import Callable, Mapping
from datetime import date

from inspector.domain.extensions import Decision
from inspector.domain.rechecks import RecheckResult
from inspector.domain.redirections import Ground
from inspector.services.history import Event
from inspector.ui.pages.ledger.move_words import ground_words
from inspector.ui.translation import tr
from inspector.ui.words.dates import long_date

Value = Callable[[str, str], str]


def note_lines(event: Event, value: Value, today: date) -> list[str]:
    """A line for each note; `value` puts ids into names."""
    said: Mapping[str, Callable[[str], str]] = {
        "measures": lambda text: tr("Measures: {text}", text=text),
        "person": lambda text: tr("The unit's person: {name}", name=text),
        "file": lambda text: tr("From {file}", file=text),
        "photos": lambda text: tr("{n} photos", n=text),
        "result": _result,
        "by": lambda text: tr("Looked: {name}", name=text),
        "until": lambda text: tr("Until {day}", day=long_date(date.fromisoformat(text), today)),
        "decision": _decision,
        "ground": lambda text: ground_words(Ground(text)),
        "unit": lambda text: tr("To {unit}", unit=value("unit", text)),
    }
    return [said[name](text) for name, text in event.notes if name in said]


def _result(text: str) -> str:
    return {
        RecheckResult.PASSED: tr("Seen on the spot: put right"),
        RecheckResult.FAILED: tr("Seen on the spot: not put right"),
        RecheckResult.UNSEEN: tr("Could not be seen"),
    }[RecheckResult(text)]


def _decision(text: str) -> str:
    return {
        Decision.ASKED: tr("Not decided yet"),
        Decision.GRANTED: tr("Granted"),
        Decision.REFUSED: tr("Turned down"),
    }[Decision(text)]
