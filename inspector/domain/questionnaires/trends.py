"""趋势: how a share went from month to month, or from one version of the form to the next.

Every point is reckoned anew of the raw answers with the one formula of the form, so that formulas are never mixed on a
trend; questions of other versions take part by their code and index.
"""

import math
from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass
from enum import StrEnum

from inspector.domain.questionnaires.evaluation import Sheet, counts_of
from inspector.domain.questionnaires.figures import Counts, Rate, added, rate
from inspector.domain.questionnaires.forms import Form
from inspector.domain.questionnaires.report import Asked
from inspector.domain.questionnaires.roles import Index, index_of, roles_of
from inspector.domain.questionnaires.signs import asked_nodes


class Every(StrEnum):
    """What stands between two points: a month, a quarter, a version."""

    MONTH = "month"
    QUARTER = "quarter"
    VERSION = "version"


@dataclass(frozen=True, slots=True)
class TrendPoint:
    """One round: "2026-11", "2026-Q4" or a version, in order. `change` in points since the point before, None where one
    of the two has fewer than thirty answers; `certain` when it is larger than both margins explain.
    """

    period: str
    rate: Rate
    responses: int
    change: float | None
    certain: bool


def trend(form: Form, codes: Sequence[str], sheet: Sheet, asked: Asked, every: Every) -> tuple[TrendPoint, ...]:
    """The share of these questions together, which belong to one index, from round to round; empty without an index."""
    periods = _periods(sheet, every)
    wanted = [node for node in asked_nodes(form) if node.name in codes]
    index: Index | None = None
    counts: dict[str, list[Counts]] = {}
    for node in wanted:
        roles = roles_of(form, node)
        index = index or index_of(node, roles)
        for period, tally in sheet.column(node.name).tally_by(periods).items():
            counts.setdefault(period, []).append(counts_of(tally, roles))
    if index is None:
        return ()
    responses, points = Counter(periods), list[TrendPoint]()
    for period in sorted(counts, key=_in_order):
        here = rate(index, added(counts[period]), asked.formula, heard_counts=asked.heard_counts)
        change, certain = _change(points[-1].rate, here) if points else (None, False)
        points.append(TrendPoint(period, here, responses[period], change, certain))
    return tuple(points)


def _periods(sheet: Sheet, every: Every) -> list[str]:
    if every is Every.VERSION:
        return sheet.facets["version"]
    if every is Every.MONTH:
        return [day[:7] for day in sheet.days]
    return [f"{day[:4]}-Q{(int(day[5:7]) + 2) // 3}" for day in sheet.days]


def _in_order(period: str) -> tuple[tuple[int, str], ...]:
    """Version 10 stands behind version 9."""
    return tuple((int(part), "") if part.isdecimal() else (0, part) for part in period.replace("-", ".").split("."))


def _change(before: Rate, after: Rate) -> tuple[float | None, bool]:
    if before.percent is None or after.percent is None or not (before.rankable and after.rankable):
        return None, False
    change = after.percent - before.percent
    return change, abs(change) > math.hypot(before.margin or 0, after.margin or 0)
