"""From a plain list to a checklist: which column holds what is suggested, decided by a person, and then applied."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from inspector.domain.errors import Place
from inspector.exchange.checklist_checks import check
from inspector.exchange.checklist_given import CheckedChecklist, Given, GivenChecklist, GivenFields, GivenSection
from inspector.exchange.checklist_plain import PlainRow, PlainTable, head_field

_POINTS = re.compile(r"(\d+)\s*分?")
_ONE_SECTION = "检查项"


@dataclass(frozen=True, slots=True)
class PlainMapping:
    """The column (0 = first) of each field, None = the list does not have it. `standard` becomes 判定说明."""

    text: int | None
    standard: int | None = None
    section: int | None = None
    code: int | None = None
    judging: int | None = None
    weight: int | None = None
    unit: int | None = None
    time_limit: int | None = None


@dataclass(frozen=True, slots=True)
class PlainHead:
    """What a paper list does not say and the person adds; the last three hold for rows that leave them open."""

    code: str
    version: str
    title: str
    kind: str
    walk: str = ""
    default_unit: str = "属地镇街"
    time_limit: str = "7天"
    judging: str = "PF"
    weight: str = "1"


def suggest_mapping(table: PlainTable) -> PlainMapping:
    """The mapping the column names speak for.

    Where 检查项 is merged over several 标准, the standards are what is checked and 检查项 names the section.
    """
    columns: dict[str, int] = {}
    for index, name in enumerate(table.header):
        columns.setdefault(head_field(name), index)
    text, standard, section = columns.get("text"), columns.get("standard"), columns.get("section")
    if text is None:
        text, standard = standard, None
    elif section is None and standard is not None and _repeats(table, text):
        text, standard, section = standard, None, text
    others = {name: columns.get(name) for name in ("code", "judging", "weight", "unit", "time_limit")}
    return PlainMapping(text, standard, section, **others)


def apply_mapping(table: PlainTable, mapping: PlainMapping, head: PlainHead) -> CheckedChecklist:
    """The checklist these columns make, or everything wrong with it, each with its row.

    Items without a code of their own get one from checklist, section and order (GY-02-01).
    """
    groups: dict[str, list[PlainRow]] = {}
    for row in table.rows:
        groups.setdefault(_text(row, mapping.section) or _ONE_SECTION, []).append(row)
    sections = tuple(
        _section(table, mapping, head, number, title, rows) for number, (title, rows) in enumerate(groups.items(), 1)
    )
    values = {name: getattr(head, name) for name in ("code", "version", "title", "kind", "walk", "default_unit")}
    return check(GivenChecklist(_fields(values, Place(file=table.file)), sections))


def _repeats(table: PlainTable, column: int) -> bool:
    texts = [row.texts[column] for row in table.rows if row.texts[column]]
    return len(set(texts)) < len(texts)


def _section(
    table: PlainTable, mapping: PlainMapping, head: PlainHead, number: int, title: str, rows: list[PlainRow]
) -> GivenSection:
    code = f"{number:02}"
    items = tuple(
        _fields(
            dict(_values(row, mapping, head, f"{head.code}-{code}-{order:02}")),
            Place(file=table.file, sheet=table.sheet, row=row.number),
        )
        for order, row in enumerate(rows, 1)
    )
    return GivenSection(_fields({"code": code, "title": title}, items[0].place), items)


def _values(row: PlainRow, mapping: PlainMapping, head: PlainHead, code: str) -> Iterator[tuple[str, str]]:
    weight = _text(row, mapping.weight)
    points = _POINTS.fullmatch(weight)
    yield "code", _text(row, mapping.code) or code
    yield "text", _text(row, mapping.text)
    yield "counts", _text(row, mapping.standard)
    yield "judging", _text(row, mapping.judging) or head.judging
    yield "weight", (points[1] if points else weight) or head.weight
    yield "unit", _text(row, mapping.unit) or head.default_unit
    yield "time_limit", _text(row, mapping.time_limit) or head.time_limit


def _text(row: PlainRow, column: int | None) -> str:
    return row.texts[column] if column is not None and column < len(row.texts) else ""


def _fields(values: Mapping[str, str], place: Place) -> GivenFields:
    return GivenFields({name: Given((text,), place) for name, text in values.items()}, place)
