"""检查表: one published version of the standard for one kind of site, and what its items say."""

import dataclasses
import hashlib
import json
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inspector.domain.judging_types import Judging, notation, parse_judging
from inspector.domain.records import canonical_json, clean_text


class FinishRule(StrEnum):
    """What must be so before an inspection made with this checklist can be finished (hard rules)."""

    ALL_ANSWERED = "all-answered"
    VETO_ANSWERED = "veto-answered"
    PHOTOS = "photos"
    """A failed item whose photo rule says so has at least one photo."""


class Basis(StrEnum):
    """依据: how well founded an item is (checklists.md, honesty marks)."""

    SOURCE = "S"
    SHARED = "G"
    INFERRED = "I"


@dataclass(frozen=True, slots=True)
class Item:
    """检查项. `code` (GY-02-01) is stable: answers, findings and overrides hang on it.

    `veto` says why failing it flags the visit ("" = no veto). `unit_rule` and `time_limit` are the words of the list
    (属地镇街/区城管局, 立行立改); rules elsewhere make a unit and a date of them. `phrases` are short fault
    descriptions offered when the item fails, the first one preset; `requirement` presets 整改要求.
    """

    code: str
    text: str
    category: str
    judging: Judging
    weight: int
    unit_rule: str
    time_limit: str
    veto: str = ""
    photo_required: bool = True
    counts: str = ""
    """判定说明: what counts, and how it is counted."""
    not_counted: str = ""
    """不算的情形."""
    phrases: tuple[str, ...] = ()
    requirement: str = ""
    basis: Basis = Basis.SOURCE
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Section:
    """A part of a checklist; "the rest of this section passes" works on one."""

    code: str
    title: str
    items: tuple[Item, ...]


@dataclass(frozen=True, slots=True)
class Checklist:
    """One version of one checklist. `walk` (走法) stands at the head of the page, `note` speaks of the whole list."""

    code: str
    version: str
    title: str
    kind: str
    walk: str
    sections: tuple[Section, ...]
    note: str = ""
    default_unit: str = ""
    finish_rules: tuple[FinishRule, ...] = (FinishRule.VETO_ANSWERED, FinishRule.PHOTOS)

    @property
    def name(self) -> str:
        """Code and version for people and files: LX-v1."""
        return f"{self.code}-v{self.version}"

    @property
    def items(self) -> Iterator[Item]:
        """Every item, in the order of the sections."""
        return (item for section in self.sections for item in section.items)

    def item(self, code: str) -> Item | None:
        """The item of that code."""
        return next((item for item in self.items if item.code == code), None)


def checklist_to_text(checklist: Checklist) -> str:
    """The canonical JSON text of a checklist; its hash names the content for ever."""
    return canonical_json(_plain(checklist))


def checklist_from_text(text: str) -> Checklist:
    """The checklist that `checklist_to_text` wrote."""
    values = json.loads(text)
    sections = tuple(_section(section) for section in values.pop("sections"))
    rules = tuple(FinishRule(rule) for rule in values.pop("finish_rules"))
    return Checklist(sections=sections, finish_rules=rules, **values)


def content_sha(checklist: Checklist) -> str:
    """SHA-256 of the canonical text, as lower-case hex: equal content, equal hash, on every laptop."""
    return hashlib.sha256(checklist_to_text(checklist).encode()).hexdigest()


def _plain(value: Any) -> Any:
    if isinstance(value, str):
        return clean_text(value)
    if isinstance(value, tuple):
        return [_plain(v) for v in value]
    if isinstance(value, Item):
        return {**_fields(value), "judging": notation(value.judging)}
    if dataclasses.is_dataclass(value):
        return _fields(value)
    return value


def _fields(record: Any) -> dict[str, Any]:
    return {f.name: _plain(getattr(record, f.name)) for f in dataclasses.fields(record) if f.name != "judging"}


def _section(values: Mapping[str, Any]) -> Section:
    return Section(values["code"], values["title"], tuple(_item(item) for item in values["items"]))


def _item(values: Mapping[str, Any]) -> Item:
    converted = {
        "judging": parse_judging(values["judging"]),
        "phrases": tuple(values["phrases"]),
        "topics": tuple(values["topics"]),
        "basis": Basis(values["basis"]),
    }
    return Item(**{**values, **converted})
