"""Checklists as YAML files: reading with every problem named by line, and writing the same text for the same list."""

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import Any

import yaml

from inspector.domain.checklists import Basis, Checklist, Item, Section
from inspector.domain.errors import Complaint, Place
from inspector.domain.judging_types import notation
from inspector.exchange.checklist_checks import check
from inspector.exchange.checklist_given import (
    HEAD_FIELDS,
    ITEM_FIELDS,
    LISTS,
    SECTION_FIELDS,
    CheckedChecklist,
    Given,
    GivenChecklist,
    GivenFields,
    GivenSection,
    checked,
    meant,
)
from inspector.exchange.strict_yaml import ParsedYaml, YamlFields, YamlList, YamlText, YamlValue, parse_yaml, read_yaml

_WORDS = ("yes", "no", "on", "off", "true", "false", "null", "~")
_AMBIGUOUS = frozenset(form for word in _WORDS for form in (word, word.capitalize(), word.upper()))
"""What plain YAML takes for true, false or nothing; the writer puts them in quotes."""
_FLAGS = frozenset({"photo_required"})


def read_checklist(path: Path) -> CheckedChecklist:
    """The checklist in a YAML file, or all complaints with file, line and item."""
    return _checked(read_yaml(path), path.name)


def parse_checklist(text: str, file: str = "") -> CheckedChecklist:
    """The checklist in YAML text; `file` is named in complaints."""
    return _checked(parse_yaml(text, file), file)


def checklist_yaml(checklist: Checklist) -> str:
    """The text of the file: stable order, only what differs from the defaults, readable line by line."""
    head: dict[str, Any] = {
        "code": checklist.code,
        "version": checklist.version,
        "title": checklist.title,
        "kind": checklist.kind,
        "walk": checklist.walk,
        "note": checklist.note,
        "default_unit": checklist.default_unit,
    }
    body = {key: text for key, text in head.items() if text}
    body["finish_rules"] = [str(rule) for rule in checklist.finish_rules]
    body["sections"] = [_section_values(section, checklist.default_unit) for section in checklist.sections]
    dumper: Any = getattr(yaml, "CSafeDumper", yaml.SafeDumper)
    return str(yaml.dump(body, Dumper=dumper, allow_unicode=True, sort_keys=False, width=10_000))


def _section_values(section: Section, default_unit: str) -> dict[str, Any]:
    items = [_item_values(item, section.title, default_unit) for item in section.items]
    return {"code": section.code, "title": section.title, "items": items}


def _item_values(item: Item, section_title: str, default_unit: str) -> dict[str, Any]:
    values: dict[str, Any] = {
        "code": item.code,
        "text": item.text,
        "category": "" if item.category == section_title else item.category,
        "judging": notation(item.judging),
        "weight": str(item.weight),
        "unit": "" if item.unit_rule == default_unit else item.unit_rule,
        "time_limit": item.time_limit,
        "veto": item.veto,
        "photo_required": "" if item.photo_required else "no",
        "counts": item.counts,
        "not_counted": item.not_counted,
        "phrases": list(item.phrases),
        "requirement": item.requirement,
        "basis": "" if item.basis is Basis.SOURCE else str(item.basis),
        "topics": list(item.topics),
    }
    return {key: value for key, value in values.items() if value}


def _checked(parsed: ParsedYaml, file: str) -> CheckedChecklist:
    """What the file says, checked."""
    if parsed.root is None:
        return CheckedChecklist(None, parsed.complaints)
    shape = _Shape(file)
    given = shape.checklist(parsed.root)
    content = check(given) if given else CheckedChecklist(None, ())
    return checked(content.checklist, (*parsed.complaints, *shape.complaints, *content.complaints))


class _Shape:
    """Reads the tree into given fields and complains about fields and shapes no checklist has."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.complaints: list[Complaint] = []

    def checklist(self, root: YamlValue) -> GivenChecklist | None:
        """The whole file; None when it is not even a mapping."""
        if not isinstance(root, YamlFields):
            self._complain("checklist.wrong-shape", self._place(root), field="", wanted="fields")
            return None
        head = self._fields(root, (*HEAD_FIELDS, "sections"))
        sections = tuple(self._section(fields) for fields in self._children(root, "sections"))
        return GivenChecklist(head, sections)

    def _section(self, fields: YamlFields) -> GivenSection:
        head = self._fields(fields, (*SECTION_FIELDS, "items"))
        items = (self._fields(item, ITEM_FIELDS, _code(item)) for item in self._children(fields, "items"))
        return GivenSection(head, tuple(items))

    def _children(self, fields: YamlFields, name: str) -> Iterable[YamlFields]:
        value = fields.values.get(name)
        if isinstance(value, YamlList):
            for child in value.values:
                if isinstance(child, YamlFields):
                    yield child
                else:
                    self._complain("checklist.wrong-shape", self._place(child), field=name, wanted="fields")
        elif value is not None:
            self._complain("checklist.wrong-shape", self._place(value), field=name, wanted="list")

    def _fields(self, fields: YamlFields, known: tuple[str, ...], item: str = "") -> GivenFields:
        for name in fields.values.keys() - set(known):
            place = Place(file=self.file, line=fields.lines[name], item=item)
            self._complain("checklist.unknown-field", place, field=name, near=meant(name, known))
        names = [name for name in known if name in fields.values and name not in {"sections", "items"}]
        return GivenFields(self._given(fields.values, names, item), self._place(fields, item))

    def _given(self, values: Mapping[str, YamlValue], names: list[str], item: str) -> dict[str, Given]:
        given = {}
        for name in names:
            value = values[name]
            parts = value.values if name in LISTS and isinstance(value, YamlList) else [value]
            texts = tuple(self._text(part, name, item) for part in parts)
            given[name] = Given(texts, self._place(value, item))
        return given

    def _text(self, value: YamlValue, name: str, item: str) -> str:
        if not isinstance(value, YamlText):
            self._complain("checklist.wrong-shape", self._place(value, item), field=name, wanted="text")
            return ""
        if not value.quoted and name not in _FLAGS and value.text in _AMBIGUOUS:
            self._complain("checklist.ambiguous-word", self._place(value, item), field=name, given=value.text)
        return value.text

    def _place(self, value: YamlValue, item: str = "") -> Place:
        return Place(file=self.file, line=value.line, item=item)

    def _complain(self, code: str, place: Place, **facts: str) -> None:
        self.complaints.append(Complaint(code, place, tuple(sorted(facts.items()))))


def _code(item: YamlFields) -> str:
    value = item.values.get("code")
    return value.text if isinstance(value, YamlText) else ""
