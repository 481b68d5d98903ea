"""How an item is judged, in words."""

from inspector.domain.judging_types import (
    Ask,
    AtLeast,
    Grades,
    Judging,
    Measure,
    NoneWithin,
    PassFail,
    Ratio,
    Tally,
)
from inspector.ui.translation import tr


def judging_words(judging: Judging) -> str:
    """How the item is judged, as it stands behind its code."""
    match judging:
        case PassFail():
            return tr("Judge by what you see")
        case Grades():
            return tr("Count places · 0, 1, 2, 3 of them score 100 / 66 / 33 / 0 %")
        case AtLeast() | NoneWithin():
            return _count_words(judging)
        case Measure():
            return _measure_words(judging)
        case Ratio(_, percent):
            return tr("Spot check · at least {percent} % in order", percent=f"{percent:g}")
        case Ask(right, people):
            return tr("Ask {people} people · at least {right} answer right", people=people, right=right)
        case Tally(most, minutes):
            return tr("Watch {minutes} minutes · at most {n} times", minutes=minutes, n=most)


def _count_words(judging: AtLeast | NoneWithin) -> str:
    match judging:
        case AtLeast(least, None):
            return tr("Count · at least {n}", n=least)
        case AtLeast(least, per):
            return tr("Count · at least {n} every {metres} m", n=least, metres=per)
        case NoneWithin(None):
            return tr("Count · there must be none")
        case NoneWithin(within):
            return tr("Count · there must be none within {metres} m", metres=within)


def _measure_words(judging: Measure) -> str:
    limit = f"{judging.op} {judging.threshold:g} {judging.unit}"
    if judging.otherwise is None:
        return tr("Measure · {limit}", limit=limit)
    milder = f"{judging.op} {judging.otherwise:g} {judging.unit}"
    return tr("Measure · {limit}; on minor roads {milder}", limit=limit, milder=milder)
