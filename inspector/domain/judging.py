"""From what was seen on an item to its conclusion: raw figures are stored, pass or fail and the grade are derived.

Figures that are missing or contradict each other conclude nothing: such an item counts as not answered yet.
"""

import math
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction

from inspector.domain.checklists import Item
from inspector.domain.inspections import Answer, Verdict
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

GRADE_SHARES = (Fraction(1), Fraction(66, 100), Fraction(33, 100), Fraction(0))
"""A, B, C, C# of the street rules (checklists.md 2.2): 0, 1, 2, and 3 or more defects."""
GRADE_NAMES = ("A", "B", "C", "C#")


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What follows from an answer. `verdict` None = not answered yet; `share` of the weight is 0 to 1, None without
    a share (not answered, not applicable). `why` selects the words, `facts` fills them."""

    verdict: Verdict | None
    share: Fraction | None = None
    why: str = ""
    facts: tuple[tuple[str, str], ...] = ()


class FigureName(StrEnum):
    """The raw figures of `Answer`, by the name of their field."""

    COUNT = "count"
    VALUE = "value"
    OK = "ok"
    OF = "of"


@dataclass(frozen=True, slots=True)
class Input:
    """One figure the page asks for: `meaning` selects its label, `unit` stands behind the field.

    `required` is False where a usual value is taken when nothing is given (the stretch of N≥1/200m, the minutes of a
    tally, the rank of the road): `usual`.
    """

    figure: FigureName
    meaning: str
    unit: str = ""
    whole: bool = True
    required: bool = True
    usual: float | None = None


def inputs(judging: Judging) -> tuple[Input, ...]:
    """The figures an item of this judging needs, in the order of asking; empty for pass/fail."""
    match judging:
        case PassFail():
            return ()
        case Grades() | NoneWithin():
            return (Input(FigureName.COUNT, "defects"),)
        case AtLeast(_, None):
            return (Input(FigureName.COUNT, "present"),)
        case AtLeast(_, per):
            walked = Input(FigureName.VALUE, "distance", "m", whole=False, required=False, usual=per)
            return (Input(FigureName.COUNT, "present"), walked)
        case Tally(_, minutes):
            watched = Input(FigureName.VALUE, "minutes", "min", whole=False, required=False, usual=minutes)
            return (Input(FigureName.COUNT, "events"), watched)
        case Measure(_, _, unit, None):
            return (Input(FigureName.VALUE, "measured", unit, whole=False),)
        case Measure(_, _, unit, _):
            rank = Input(FigureName.COUNT, "rank", required=False, usual=1)
            return (Input(FigureName.VALUE, "measured", unit, whole=False), rank)
        case Ratio():
            return (Input(FigureName.OK, "in-order"), Input(FigureName.OF, "checked"))
        case Ask(_, people):
            return (Input(FigureName.OK, "right"), Input(FigureName.OF, "asked", required=False, usual=people))


def conclude(item: Item, answer: Answer) -> Conclusion:
    """What the answer says about the item. 不适用 is a person's word and counts before all figures."""
    if answer.verdict is Verdict.NOT_APPLICABLE:
        return Conclusion(Verdict.NOT_APPLICABLE, None, "not-applicable")
    if isinstance(item.judging, PassFail):
        return _by_word(answer)
    figures = [figure for figure in (answer.count, answer.value, answer.ok, answer.of) if figure is not None]
    if any(figure < 0 or not math.isfinite(figure) for figure in figures):
        return _open("not-a-figure")
    return _by_figures(item.judging, answer)


def figures_for(judging: Judging, verdict: Verdict) -> Answer | None:
    """The figures a single key press stands for: the mildest counts that have this verdict.

    They are shown and can be corrected. None where the verdict needs a real figure first (measured, ratio, asked,
    watched) and for 不适用, which has no figures. The answer's ids are empty.
    """
    passed = verdict is Verdict.PASS
    if isinstance(judging, PassFail) or verdict is Verdict.NOT_APPLICABLE:
        return Answer("", "", verdict=verdict)
    if isinstance(judging, Grades | NoneWithin):
        return Answer("", "", count=0 if passed else 1)
    if isinstance(judging, AtLeast):
        return Answer("", "", count=judging.least if passed else judging.least - 1)
    return None


def _by_word(answer: Answer) -> Conclusion:
    if answer.verdict is None:
        return _open("nothing-said")
    return _passes(answer.verdict is Verdict.PASS, "said")


def _by_figures(judging: Judging, answer: Answer) -> Conclusion:
    match judging:
        case Measure():
            return _measured(judging, answer.value, answer.count)
        case Ratio():
            return _ratio(judging, answer.ok, answer.of)
        case Ask():
            return _asked(judging, answer.ok, answer.of)
        case _:
            return _counted(judging, answer.count, answer.value)


def _counted(judging: Judging, count: int | None, value: float | None) -> Conclusion:
    if count is None:
        return _open("count-missing")
    match judging:
        case Grades():
            grade = min(count, 3)
            verdict = Verdict.PASS if count == 0 else Verdict.FAIL
            return Conclusion(verdict, GRADE_SHARES[grade], "grade", _facts(count=count, grade=GRADE_NAMES[grade]))
        case AtLeast(least, per):
            needed = least * _full_stretches(value, per)
            return _passes(count >= needed, "present", count=count, needed=needed)
        case Tally(most, minutes):
            return _watched(count, most, minutes, _exact(value) if value is not None else Fraction(minutes))
        case _:
            return _passes(count == 0, "none", count=count)


def _full_stretches(metres: float | None, per: int | None) -> int:
    """How often the number is owed: once, and on a longer walk once for every full stretch."""
    return 1 if metres is None or per is None else max(1, int(_exact(metres) // per))


def _watched(count: int, most: int, minutes: int, watched: Fraction) -> Conclusion:
    """A watch shorter than asked can only prove too many, never few enough; a longer one counts per time."""
    if watched < minutes and count <= most:
        return _open("watch-too-short", count=count, minutes=minutes)
    allowed = most * max(Fraction(1), watched / minutes)
    return _passes(count <= allowed, "events", count=count, most=most, minutes=minutes)


def _measured(judging: Measure, value: float | None, rank: int | None) -> Conclusion:
    if value is None:
        return _open("value-missing")
    second = judging.otherwise is not None and rank == 2
    threshold = judging.otherwise if second and judging.otherwise is not None else judging.threshold
    met = {
        "≥": value >= threshold,
        "≤": value <= threshold,
        ">": value > threshold,
        "<": value < threshold,
    }[judging.op]
    return _passes(met, "measured", value=f"{value:g}", op=judging.op, threshold=f"{threshold:g}", unit=judging.unit)


def _ratio(judging: Ratio, ok: int | None, of: int | None) -> Conclusion:
    if ok is None or not of:
        return _open("ratio-missing")
    if ok > of:
        return _open("more-than-checked", ok=ok, of=of)
    met = 100 * ok >= _exact(judging.percent) * of
    return _passes(met, "ratio", ok=ok, of=of, percent=f"{judging.percent:g}")


def _asked(judging: Ask, right: int | None, asked: int | None) -> Conclusion:
    """With fewer asked than planned, only what the rest could no longer change is concluded."""
    of = judging.people if asked is None else asked
    if right is None:
        return _open("right-missing")
    if right > of:
        return _open("more-than-asked", right=right, of=of)
    if of < judging.people and right < judging.right and of - right <= judging.people - judging.right:
        return _open("ask-more", right=right, of=of, people=judging.people)
    needed = max(1, -(-judging.right * max(of, judging.people) // judging.people))
    return _passes(right >= needed, "asked", right=right, of=of, needed=needed)


def _passes(met: bool, why: str, **facts: object) -> Conclusion:
    verdict, share = (Verdict.PASS, Fraction(1)) if met else (Verdict.FAIL, Fraction(0))
    return Conclusion(verdict, share, why, _facts(**facts))


def _open(why: str, **facts: object) -> Conclusion:
    return Conclusion(None, None, why, _facts(**facts))


def _facts(**facts: object) -> tuple[tuple[str, str], ...]:
    return tuple((name, str(value)) for name, value in facts.items())


def _exact(value: float) -> Fraction:
    """The decimal a person typed, not its nearest binary neighbour."""
    return Fraction(repr(value))
