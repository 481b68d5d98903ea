"""A checklist as somebody wrote it, field by field as text with its place: the common ground of YAML and Excel."""

import difflib
from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from inspector.domain.checklists import Checklist
from inspector.domain.errors import Complaint, Place

HEAD_FIELDS = ("code", "version", "title", "kind", "walk", "note", "default_unit", "finish_rules")
SECTION_FIELDS = ("code", "title")
ITEM_FIELDS = (
    "code",
    "text",
    "category",
    "judging",
    "weight",
    "unit",
    "time_limit",
    "veto",
    "photo_required",
    "counts",
    "not_counted",
    "phrases",
    "requirement",
    "basis",
    "topics",
)
LISTS = frozenset({"finish_rules", "phrases", "topics"})
"""Fields that hold several texts."""


@dataclass(frozen=True, slots=True)
class Given:
    """What stood in one field: one text, or several where the field is a list."""

    texts: tuple[str, ...]
    place: Place

    @property
    def text(self) -> str:
        """The text of a field that holds one."""
        return self.texts[0] if self.texts else ""


@dataclass(frozen=True, slots=True)
class GivenFields:
    """The fields of a head, a section or an item, and where it stands."""

    values: Mapping[str, Given]
    place: Place

    def text(self, name: str, default: str = "") -> str:
        """The text of the field, or the default when it is absent or empty."""
        given = self.values.get(name)
        return given.text or default if given else default

    def texts(self, name: str) -> tuple[str, ...]:
        """The texts of a list field; empty when it is absent."""
        given = self.values.get(name)
        return given.texts if given else ()

    def at(self, name: str) -> Place:
        """Where the field stands, or the whole of it when the field is absent."""
        given = self.values.get(name)
        return given.place if given else self.place


@dataclass(frozen=True, slots=True)
class GivenSection:
    """A section as written."""

    head: GivenFields
    items: tuple[GivenFields, ...]


@dataclass(frozen=True, slots=True)
class GivenChecklist:
    """A checklist as written."""

    head: GivenFields
    sections: tuple[GivenSection, ...]


@dataclass(frozen=True, slots=True)
class CheckedChecklist:
    """The checklist, or None when there is any complaint; the complaints are all there are, not only the first."""

    checklist: Checklist | None
    complaints: tuple[Complaint, ...]


def checked(checklist: Checklist | None, complaints: Iterable[Complaint]) -> CheckedChecklist:
    """The checklist when nothing is wrong, else the complaints in the order of the file."""
    in_order = tuple(sorted(complaints, key=lambda one: (one.place.sheet, one.place.line or one.place.row or 0)))
    return CheckedChecklist(None if in_order else checklist, in_order)


def meant(name: str, known: Iterable[str]) -> str:
    """The one field that a misspelt name is closest to, or all it could have been."""
    names = tuple(known)
    return next(iter(difflib.get_close_matches(name, names, 1)), "、".join(names))
