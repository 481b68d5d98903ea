"""What stands between an inspection and 完成检查: hard rules of the checklist, and soft warnings."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inspector.domain.checklists import Checklist, FinishRule, Item
from inspector.domain.inspections import Answer, Verdict
from inspector.domain.judging import Conclusion, conclude


@dataclass(frozen=True, slots=True)
class Missing:
    """One thing that is missing: `hard` keeps the inspection from being finished, else it is only a warning."""

    item: str
    rule: FinishRule
    hard: bool
    why: str = ""
    """The reason of `judging.conclude` when figures are incomplete."""


def missing(checklist: Checklist, answers: Iterable[Answer], photos: Mapping[str, int]) -> tuple[Missing, ...]:
    """Everything missing, in the order of the items; `photos` counts the photos per item code."""
    by_item = {answer.item: answer for answer in answers}
    found: list[Missing] = []
    for item in checklist.items:
        answer = by_item.get(item.code)
        conclusion = conclude(item, answer) if answer else Conclusion(None)
        rule = _broken_rule(item, conclusion, photos.get(item.code, 0))
        if rule is not None:
            found.append(Missing(item.code, rule, _is_hard(checklist, item, rule), conclusion.why))
    return tuple(found)


def _broken_rule(item: Item, conclusion: Conclusion, photos: int) -> FinishRule | None:
    if conclusion.verdict is None:
        return FinishRule.VETO_ANSWERED if item.veto else FinishRule.ALL_ANSWERED
    if conclusion.verdict is Verdict.FAIL and item.photo_required and not photos:
        return FinishRule.PHOTOS
    return None


def _is_hard(checklist: Checklist, item: Item, rule: FinishRule) -> bool:
    """A veto item is one of all items too: either rule holds it."""
    if rule is FinishRule.VETO_ANSWERED and item.veto:
        return bool({FinishRule.ALL_ANSWERED, FinishRule.VETO_ANSWERED} & set(checklist.finish_rules))
    return rule in checklist.finish_rules
