"""得分率 of a visit (rectification.md 4.9, default rule 1).

Score = sum of weight × grade share ÷ sum of the weights that applied × 100. 不适用 leaves both sums, items not
answered yet are in neither. All arithmetic is in fractions; the one rounding is half up to one decimal, at the end.
"""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from fractions import Fraction

from inspector.domain.checklists import Checklist, Item
from inspector.domain.inspections import Answer, Verdict
from inspector.domain.judging import Conclusion, conclude

VETO_CAP = 59
"""The mark below "合格" that a veto may hold a visit down to, where the office decides so."""


@dataclass(frozen=True, slots=True)
class Part:
    """What one set of items earned. `rate` in percent with one decimal; None when nothing applied or was answered."""

    rate: float | None
    earned: Fraction
    possible: Fraction
    passed: int = 0
    failed: int = 0
    not_applicable: int = 0
    not_checked: int = 0


@dataclass(frozen=True, slots=True)
class Score:
    """The score of a visit: `rate` is what counts (capped if the office wants that), `uncapped` what was earned.

    `vetoes` are the codes of failed veto items: they stand beside the score, whatever it is.
    """

    rate: float | None
    uncapped: float | None
    whole: Part
    vetoes: tuple[str, ...] = ()
    sections: tuple[tuple[str, Part], ...] = field(default=())

    @property
    def vetoed(self) -> bool:
        """True when at least one veto item failed."""
        return bool(self.vetoes)


def score(checklist: Checklist, answers: Iterable[Answer], veto_cap: int | None = None) -> Score:
    """The score of these answers; answers to items the checklist does not have are ignored.

    `veto_cap` (for example `VETO_CAP`) holds the rate of a vetoed visit down to that mark; None = only show the veto.
    """
    by_item = {answer.item: answer for answer in answers}
    concluded = {item.code: _conclusion(item, by_item) for item in checklist.items}
    vetoes = tuple(i.code for i in checklist.items if i.veto and concluded[i.code].verdict is Verdict.FAIL)
    whole = _part(checklist.items, concluded)
    rate = whole.rate
    if vetoes and veto_cap is not None and rate is not None:
        rate = min(rate, float(veto_cap))
    sections = tuple((section.code, _part(section.items, concluded)) for section in checklist.sections)
    return Score(rate, whole.rate, whole, vetoes, sections)


def percent(part: Fraction, whole: Fraction) -> float | None:
    """part ÷ whole × 100, rounded half up to one decimal; None when the whole is nothing."""
    if whole == 0:
        return None
    return float(Fraction((part * 2000 / whole + 1) // 2, 10))


def _conclusion(item: Item, answers: Mapping[str, Answer]) -> Conclusion:
    answer = answers.get(item.code)
    return conclude(item, answer) if answer else Conclusion(None)


def _part(items: Iterable[Item], concluded: Mapping[str, Conclusion]) -> Part:
    seen: Counter[Verdict | None] = Counter()
    earned = possible = Fraction(0)
    for item in items:
        conclusion = concluded[item.code]
        seen[conclusion.verdict] += 1
        if conclusion.share is not None:
            earned += item.weight * conclusion.share
            possible += item.weight
    return Part(
        percent(earned, possible),
        earned,
        possible,
        passed=seen[Verdict.PASS],
        failed=seen[Verdict.FAIL],
        not_applicable=seen[Verdict.NOT_APPLICABLE],
        not_checked=seen[None],
    )
