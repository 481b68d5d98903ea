"""What a new version of a checklist changes of the one before it, item by item."""

import dataclasses
from collections.abc import Iterable
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inspector.domain.checklists import Checklist, Item
from inspector.domain.judging_types import notation


class Fate(StrEnum):
    """What happens to an item between two versions."""

    ADDED = "added"
    REMOVED = "removed"
    CHANGED = "changed"


@dataclass(frozen=True, slots=True)
class FieldDifference:
    """A field before and after; texts, whole numbers and flags as they are, several texts joined by ；."""

    field: str
    before: str | int | bool
    after: str | int | bool


@dataclass(frozen=True, slots=True)
class ItemDifference:
    """An item that is not as it was; `fields` only for changed ones ("section" when it moved)."""

    code: str
    text: str
    fate: Fate
    fields: tuple[FieldDifference, ...] = ()


@dataclass(frozen=True, slots=True)
class Differences:
    """Between two versions: the list's own fields, the items in the order of the new list, and how many stay."""

    head: tuple[FieldDifference, ...]
    items: tuple[ItemDifference, ...]
    unchanged: int

    def count(self, fate: Fate) -> int:
        """How many items have that fate."""
        return sum(item.fate is fate for item in self.items)

    def __bool__(self) -> bool:
        return bool(self.head or self.items)


_HEAD = ("title", "kind", "walk", "note", "default_unit", "finish_rules")


def differences(old: Checklist, new: Checklist) -> Differences:
    """What `new` changes of `old`; removed items stand at the end."""
    before, after = _items(old), _items(new)
    found: list[ItemDifference] = []
    for code, (section, item) in after.items():
        if code not in before:
            found.append(ItemDifference(code, item.text, Fate.ADDED))
        elif fields := _fields(*before[code], section, item):
            found.append(ItemDifference(code, item.text, Fate.CHANGED, fields))
    found += [ItemDifference(code, before[code][1].text, Fate.REMOVED) for code in before if code not in after]
    stayed = len(after) - sum(item.fate is not Fate.REMOVED for item in found)
    head = _compared((name, getattr(old, name), getattr(new, name)) for name in _HEAD)
    return Differences(head, tuple(found), stayed)


def _items(checklist: Checklist) -> dict[str, tuple[str, Item]]:
    return {item.code: (section.title, item) for section in checklist.sections for item in section.items}


def _fields(old_section: str, old: Item, new_section: str, new: Item) -> tuple[FieldDifference, ...]:
    names = [field.name for field in dataclasses.fields(Item) if field.name != "code"]
    own = ((name, getattr(old, name), getattr(new, name)) for name in names)
    return _compared((("section", old_section, new_section), *own))


def _compared(values: Iterable[tuple[str, Any, Any]]) -> tuple[FieldDifference, ...]:
    return tuple(
        FieldDifference(name, _shown(name, before), _shown(name, after))
        for name, before, after in values
        if before != after
    )


def _shown(name: str, value: Any) -> str | int | bool:
    if name == "judging":
        return notation(value)
    if isinstance(value, tuple):
        return "；".join(value)
    return value if isinstance(value, bool | int) else str(value)
