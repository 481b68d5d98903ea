"""满意率, 知晓率, 参与率, 支持率: pure rules from counts to shares, with everything that must be printed beside them.

The same counts give 80.0, 66.7, 95.0 or 81.9 as the formula is chosen, so no share stands without its formula.
"""

import math
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from inspector.domain.questionnaires.roles import Index, Role

LEAST_TO_RANK = 30
"""Below so many valid answers nothing is ranked."""

_Z95 = 1.959964


class Formula(StrEnum):
    """How satisfaction is reckoned; one per form, never mixed on a trend."""

    M1 = "M1"
    """(很满意 + 满意) ÷ 有效作答; 有效作答 leaves out 不了解 and 拒答."""
    M1_ALL = "M1-all"
    """The same, 不了解 counted among the answers."""
    M2 = "M2"
    """一般 and 基本满意 count too."""
    M3 = "M3"
    """A mean: 100, 80, 60, 30, 0."""
    M4 = "M4"
    """A mean of banded scores: 9.5, 8.45, 7.45, 6.45, 3 of 10."""


_TOP = frozenset({Role.VERY_SATISFIED, Role.SATISFIED})
_COUNTED: Mapping[Formula, frozenset[Role]] = {
    Formula.M1: _TOP,
    Formula.M1_ALL: _TOP,
    Formula.M2: _TOP | {Role.BASICALLY, Role.FAIR},
}
_POINTS: Mapping[Formula, Mapping[Role, float]] = {
    Formula.M3: {
        Role.VERY_SATISFIED: 100,
        Role.SATISFIED: 80,
        Role.BASICALLY: 80,
        Role.FAIR: 60,
        Role.DISSATISFIED: 30,
        Role.VERY_DISSATISFIED: 0,
    },
    Formula.M4: {
        Role.VERY_SATISFIED: 95,
        Role.SATISFIED: 84.5,
        Role.BASICALLY: 84.5,
        Role.FAIR: 74.5,
        Role.DISSATISFIED: 64.5,
        Role.VERY_DISSATISFIED: 30,
    },
}
_SILENT = frozenset({Role.UNKNOWN, Role.REFUSED})


@dataclass(frozen=True, slots=True)
class Counts:
    """What was answered to one question, by what the answers count as; `plain` are choices without a role.

    `missing` were shown and not answered, `skipped` were left out by logic: they are no non-answers.
    """

    by_role: Mapping[Role, int]
    plain: int = 0
    missing: int = 0
    skipped: int = 0

    def of(self, *roles: Role) -> int:
        """How many answers count as one of these."""
        return sum(self.by_role.get(role, 0) for role in roles)

    @property
    def shown(self) -> int:
        """To how many the question was put."""
        return sum(self.by_role.values()) + self.plain + self.missing

    @property
    def answered(self) -> int:
        """作答: answers of any kind but 拒答."""
        return self.shown - self.missing - self.of(Role.REFUSED)

    @property
    def valid(self) -> int:
        """有效作答: answers without 不了解 and 拒答."""
        return self.answered - self.of(Role.UNKNOWN)


@dataclass(frozen=True, slots=True)
class Rate:
    """A share or mean from 0 to 100 with what it rests on; `percent` is None when nobody gave a valid answer.

    `hits` ÷ `base` is what was reckoned (for means: points ÷ answers); `margin` is half the 95 % interval in points.
    """

    rule: str
    """The formula or index in one word: M1, M1-all, M2, M3, M4, 知晓率, 参与率, 支持率, 评价."""
    percent: float | None
    hits: float
    base: int
    margin: float | None
    unknown: int
    refused: int
    missing: int
    skipped: int

    @property
    def rankable(self) -> bool:
        """Enough answers to stand in a ranking."""
        return self.base >= LEAST_TO_RANK


def rate(index: Index, counts: Counts, formula: Formula, *, heard_counts: bool = True) -> Rate:
    """The share of one question's index."""
    if index in {Index.SATISFACTION, Index.OVERALL}:
        return satisfaction(counts, formula)
    if index is Index.AWARENESS:
        knowing = (Role.KNOWS, Role.HEARD) if heard_counts else (Role.KNOWS,)
        regular = counts.of(Role.OFTEN, Role.SOMETIMES)
        return _share(index, counts, counts.of(*knowing) + regular, counts.answered)
    if index is Index.PARTICIPATION:
        return _share(index, counts, counts.of(Role.OFTEN, Role.SOMETIMES), counts.answered)
    if index is Index.SUPPORT:
        return _share(index, counts, counts.of(Role.SUPPORTS), counts.shown)
    return _share(index, counts, counts.of(Role.GOOD), counts.valid)


def satisfaction(counts: Counts, formula: Formula) -> Rate:
    """满意率 by the chosen formula."""
    points = _POINTS.get(formula)
    if points is not None:
        return _mean(formula, counts, points)
    base = counts.answered if formula is Formula.M1_ALL else counts.valid
    return _share(formula, counts, counts.of(*_COUNTED[formula]), base)


def added(counts: Iterable[Counts]) -> Counts:
    """The counts of several questions, or of several groups, together."""
    together: dict[Role, int] = {}
    plain = missing = skipped = 0
    for one in counts:
        for role, number in one.by_role.items():
            together[role] = together.get(role, 0) + number
        plain, missing, skipped = plain + one.plain, missing + one.missing, skipped + one.skipped
    return Counts(together, plain, missing, skipped)


def margin95(share: float, base: int) -> float:
    """Half the 95 % interval of a share from 0 to 1 over `base` answers, in points."""
    return 100 * _Z95 * math.sqrt(max(share * (1 - share), 0.0) / base)


def _share(rule: str, counts: Counts, hits: int, base: int) -> Rate:
    share = hits / base if base else None
    margin = None if share is None else margin95(share, base)
    return _rate(rule, counts, None if share is None else 100 * share, hits, base, margin)


def _mean(rule: str, counts: Counts, points: Mapping[Role, float]) -> Rate:
    scored = {role: counts.of(role) for role in points}
    base = sum(scored.values())
    total = sum(points[role] * number for role, number in scored.items())
    if not base:
        return _rate(rule, counts, None, 0, 0, None)
    mean = total / base
    spread = sum(number * (points[role] - mean) ** 2 for role, number in scored.items()) / base
    return _rate(rule, counts, mean, total, base, _Z95 * math.sqrt(spread / base))


def _rate(rule: str, counts: Counts, percent: float | None, hits: float, base: int, margin: float | None) -> Rate:
    unknown, refused = counts.of(Role.UNKNOWN), counts.of(Role.REFUSED)
    return Rate(str(rule), percent, hits, base, margin, unknown, refused, counts.missing, counts.skipped)
