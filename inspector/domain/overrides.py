"""District overrides: thresholds, weights, limits, units and vetoes changed without touching the shipped checklist.

Applying them gives another checklist with another content hash; an inspection pins that one.
"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from inspector.domain.checklists import Checklist, Item, Section
from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.judging_types import Judging, parse_judging

WEIGHTS = range(1, 101)


@dataclass(frozen=True, slots=True)
class Override:
    """What one district wants of one item; None leaves the shipped value. `judging` is a notation (R%≥80)."""

    checklist: str
    item: str
    judging: str | None = None
    weight: int | None = None
    veto: str | None = None
    photo_required: bool | None = None
    unit_rule: str | None = None
    time_limit: str | None = None
    reason: str = ""


@dataclass(frozen=True, slots=True)
class Overridden:
    """The checklist with every override that fits, and a complaint for every one that does not."""

    checklist: Checklist
    complaints: tuple[Complaint, ...]


def apply(checklist: Checklist, overrides: Iterable[Override]) -> Overridden:
    """The checklist as this district wants it; overrides of other checklists are left alone."""
    mine = {o.item: o for o in overrides if o.checklist == checklist.code}
    known = {item.code for item in checklist.items}
    complaints = [_complaint("override.no-such-item", o) for code, o in mine.items() if code not in known]
    sections = tuple(_section(section, mine, complaints) for section in checklist.sections)
    return Overridden(replace(checklist, sections=sections), tuple(complaints))


def _section(section: Section, overrides: dict[str, Override], complaints: list[Complaint]) -> Section:
    items = []
    for item in section.items:
        override = overrides.get(item.code)
        problem = override and _misfit(item, override)
        if problem:
            complaints.append(problem)
        items.append(_changed(item, override) if override and not problem else item)
    return replace(section, items=tuple(items))


def _misfit(item: Item, override: Override) -> Complaint | None:
    """Why the override cannot be applied; figures already recorded must stay readable, so the kind of judging stays."""
    if override.weight is not None and override.weight not in WEIGHTS:
        return _complaint("override.weight", override, given=str(override.weight))
    for name, text in (("unit_rule", override.unit_rule), ("time_limit", override.time_limit)):
        if text is not None and not text.strip():
            return _complaint("override.empty", override, field=name)
    try:
        judging = _judging(item, override)
    except Refused as refused:
        return Complaint(refused.complaint.code, Place(item=item.code), refused.complaint.facts)
    if type(judging) is not type(item.judging):
        return _complaint("override.other-judging", override, given=override.judging or "")
    return None


def _changed(item: Item, override: Override) -> Item:
    return replace(
        item,
        judging=_judging(item, override),
        weight=item.weight if override.weight is None else override.weight,
        veto=item.veto if override.veto is None else override.veto,
        photo_required=item.photo_required if override.photo_required is None else override.photo_required,
        unit_rule=item.unit_rule if override.unit_rule is None else override.unit_rule,
        time_limit=item.time_limit if override.time_limit is None else override.time_limit,
    )


def _judging(item: Item, override: Override) -> Judging:
    return item.judging if override.judging is None else parse_judging(override.judging)


def _complaint(code: str, override: Override, **facts: str) -> Complaint:
    return Complaint(code, Place(item=override.item), (("checklist", override.checklist), *sorted(facts.items())))
