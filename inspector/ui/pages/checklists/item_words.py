"""An item's fields in words."""

from inspector.domain.checklists import FinishRule, Item
from inspector.ui.translation import tr
from inspector.ui.words.judging import judging_words

_FLAGS = {"photo_required"}


def facts_line(item: Item) -> str:
    """How it is judged, its weight, time limit and unit, in one line."""
    return " · ".join((judging_words(item.judging), tr("weight {n}", n=item.weight), item.time_limit, item.unit_rule))


def field_words(field: str) -> str:
    """The name of a field of an item or of a list."""
    return {
        "text": tr("Check item"),
        "section": tr("Section"),
        "category": tr("Category"),
        "judging": tr("Judging"),
        "weight": tr("Weight"),
        "veto": tr("Red line"),
        "photo_required": tr("Photo"),
        "unit_rule": tr("Responsible unit"),
        "time_limit": tr("Time limit"),
        "counts": tr("What counts"),
        "not_counted": tr("What does not"),
        "phrases": tr("Phrases"),
        "requirement": tr("Requirement"),
        "basis": tr("Basis"),
        "topics": tr("Topics"),
        "title": tr("Title"),
        "kind": tr("Kind of site"),
        "walk": tr("Way to walk"),
        "note": tr("Note"),
        "default_unit": tr("Default unit"),
        "finish_rules": tr("Before finishing"),
    }.get(field, field)


def value_words(field: str, value: str | int | bool) -> str:
    """A field's value; flags as words, "" as nothing."""
    if field in _FLAGS:
        return photo_words(bool(value))
    if field == "finish_rules":
        return "；".join(rule_words(FinishRule(rule)) for rule in str(value).split("；") if rule)
    return str(value) if value not in {"", None} else tr("empty")


def photo_words(required: bool) -> str:
    """The photo rule of an item."""
    return tr("A fail needs a photo") if required else tr("No photo needed")


def rule_words(rule: FinishRule) -> str:
    """What must be so before an inspection can be finished."""
    return {
        FinishRule.ALL_ANSWERED: tr("every item is answered"),
        FinishRule.VETO_ANSWERED: tr("every red line is answered"),
        FinishRule.PHOTOS: tr("fails have the photos they need"),
    }[rule]
