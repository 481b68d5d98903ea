"""How an item is judged: a small closed set, each with the notation the trade's lists are written in.

The notation (checklists.md 2.2) is what files, spreadsheets and district overrides hold; `parse_judging` and `notation`
are inverse to each other.
"""

import re
from dataclasses import dataclass

from inspector.domain.errors import Refused


@dataclass(frozen=True, slots=True)
class PassFail:
    """PF: a person says whether it is in order."""


@dataclass(frozen=True, slots=True)
class Grades:
    """C0/1/2: defects are counted; 0, 1, 2 and more of them earn 100, 66, 33 and 0 % of the weight."""


@dataclass(frozen=True, slots=True)
class AtLeast:
    """N≥k or N≥k/500m: at least `least` present, or that many on every full stretch of `per_metres`."""

    least: int
    per_metres: int | None = None


@dataclass(frozen=True, slots=True)
class NoneWithin:
    """N=0 or N=0 (200m): not a single one, within that distance if one is given."""

    within_metres: int | None = None


@dataclass(frozen=True, slots=True)
class Measure:
    """M≥300㎡, M≤2天, M>200m: a measured value against a threshold.

    `otherwise` is the milder threshold of M≥2.5/1.8m, for places that are not in the first rank (一般路段).
    """

    op: str
    threshold: float
    unit: str
    otherwise: float | None = None


@dataclass(frozen=True, slots=True)
class Ratio:
    """R%≥99 or R%=100: the share in order of those checked, in percent."""

    op: str
    percent: float


@dataclass(frozen=True, slots=True)
class Ask:
    """Qm/n: ask `people`, at least `right` of them answer correctly."""

    right: int
    people: int


@dataclass(frozen=True, slots=True)
class Tally:
    """C≤k/10min: events counted in a timed watch, at most `most` per `minutes`."""

    most: int
    minutes: int


Judging = PassFail | Grades | AtLeast | NoneWithin | Measure | Ratio | Ask | Tally

_NUMBER = r"(\d{1,6}(?:\.\d{1,3})?)"
_AT_LEAST = re.compile(r"N≥(\d{1,4})(?:/(\d{1,5})m)?")
_NONE = re.compile(r"N=0(?: ?[(（](\d{1,5})m[)）])?")
_MEASURE = re.compile(rf"M([≥≤<>]){_NUMBER}(?:/{_NUMBER})?([^\d\s/.]{{1,6}})")
_RATIO = re.compile(rf"R%([≥=]){_NUMBER}")
_ASK = re.compile(r"Q(\d{1,3})/(\d{1,3})")
_TALLY = re.compile(r"C≤(\d{1,4})/(\d{1,3})min")


def parse_judging(text: str) -> Judging:
    """The judging that notation means.

    Raises `Refused("checklist.judging-unknown")` for an unknown notation and `Refused("checklist.threshold-broken")`
    for a known one whose figures cannot be met or cannot be failed.
    """
    cleaned = text.strip().replace("％", "%").replace(">=", "≥").replace("<=", "≤").replace("＝", "=")
    judging = _PLAIN.get(cleaned) or _counted(cleaned) or _measured(cleaned)
    if judging is None:
        raise Refused("checklist.judging-unknown", given=text)
    if not _can_be_met_and_failed(judging):
        raise Refused("checklist.threshold-broken", given=text)
    return judging


def notation(judging: Judging) -> str:
    """The text `parse_judging` reads back to the same judging."""
    match judging:
        case PassFail():
            return "PF"
        case Grades():
            return "C0/1/2"
        case AtLeast(least, per):
            return f"N≥{least}" + (f"/{per}m" if per else "")
        case NoneWithin(within):
            return "N=0" + (f" ({within}m)" if within else "")
        case Measure(op, threshold, unit, otherwise):
            return f"M{op}{threshold:g}" + ("" if otherwise is None else f"/{otherwise:g}") + unit
        case Ratio(op, percent):
            return f"R%{op}{percent:g}"
        case Ask(right, people):
            return f"Q{right}/{people}"
        case Tally(most, minutes):
            return f"C≤{most}/{minutes}min"


_PLAIN: dict[str, Judging] = {"PF": PassFail(), "C0/1/2": Grades()}


def _counted(text: str) -> Judging | None:
    if found := _AT_LEAST.fullmatch(text):
        return AtLeast(int(found[1]), int(found[2]) if found[2] else None)
    if found := _NONE.fullmatch(text):
        return NoneWithin(int(found[1]) if found[1] else None)
    if found := _ASK.fullmatch(text):
        return Ask(int(found[1]), int(found[2]))
    if found := _TALLY.fullmatch(text):
        return Tally(int(found[1]), int(found[2]))
    return None


def _measured(text: str) -> Judging | None:
    if found := _MEASURE.fullmatch(text):
        return Measure(found[1], float(found[2]), found[4], float(found[3]) if found[3] else None)
    if found := _RATIO.fullmatch(text):
        return Ratio(found[1], float(found[2]))
    return None


def _can_be_met_and_failed(judging: Judging) -> bool:
    """False for thresholds such as N≥0, Q6/5, R%≥120 or C≤3/0min: somebody mistyped."""
    match judging:
        case AtLeast(least, per):
            return least >= 1 and per != 0
        case NoneWithin(within):
            return within != 0
        case Measure(op, threshold, _, otherwise):
            return not (op in "≥<" and threshold == 0) and _is_milder(op, threshold, otherwise)
        case Ratio(_, percent):
            return 0 < percent <= 100
        case Ask(right, people):
            return 1 <= right <= people
        case Tally(_, minutes):
            return minutes >= 1
        case _:
            return True


def _is_milder(op: str, threshold: float, otherwise: float | None) -> bool:
    if otherwise is None:
        return True
    return otherwise < threshold if op in "≥>" else otherwise > threshold
