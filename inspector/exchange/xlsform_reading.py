"""Takes in an XLSForm that somebody made anywhere: `read_xlsform(path)`.

Its cells are read as those of every foreign file, then another limited process lets pyxform make a form of them.
"""

import json
import re
from collections.abc import Iterator
from dataclasses import asdict, dataclass
from datetime import date
from pathlib import Path
from typing import Any

from inspector.domain.errors import Place, Refused
from inspector.domain.questionnaires.forms import Form, Limitation
from inspector.domain.records import from_plain
from inspector.exchange.foreign import read_tables, spoken
from inspector.exchange.foreign_limits import MB, Limits
from inspector.exchange.foreign_tables import CellValue, Row, Sheet, Tables

LIMITS = Limits(seconds=60, memory=900 * MB)
_SHEETS = ("survey", "choices", "settings", "external_choices", "entities", "osm")
_FILE = re.compile(r"_from_file\s+([^\s'\"/\\]+\.csv)\b")
_PULLED = re.compile(r"pulldata\(\s*['\"]([^'\"/\\]+)['\"]")
_MAX_FILES = 20

Records = list[dict[str, str]]


@dataclass(frozen=True, slots=True)
class ReadForm:
    """A form, and the converter's advice to its author (style, translations that are missing): nothing of it matters
    to running the form, so it is no part of it.
    """

    form: Form
    advice: tuple[Limitation, ...]


def read_xlsform(path: Path) -> ReadForm:
    """The form in an .xlsx, .xlsm, .xls, .ods or .csv file, with what cannot run in its `limitations`.

    Data files it names (cities.csv) are looked for beside it. Raises `Refused`: "foreign.…" as `read_tables` tells,
    and "form.refused" (reason, with the row where it is known) for a workbook that is no form.
    """
    tables = read_tables(path)
    sheets = _by_name(tables)
    if "survey" not in sheets:
        raise Refused("form.no-survey", Place(file=path.name))
    workbook = {name: value for sheet in sheets.items() for name, value in _workbook(*sheet)}
    asked = {
        "limits": asdict(LIMITS),
        "workbook": {
            "sheet_names": list(sheets),
            "fallback_form_name": path.stem,
            **workbook,
        },
        "rows": _rows(workbook["survey"]),
        "files": {name: _records(path.parent / name) for name in _files(sheets["survey"], path.parent)},
    }
    lines = spoken("inspector.exchange.xlsform_child", json.dumps(asked), LIMITS, Place(file=path.name))
    said: dict[str, Any] = json.loads(lines[-1]) if lines else {"refused": "", "row": None}
    if "refused" in said:
        raise Refused("form.refused", Place(file=path.name, row=said["row"]), reason=said["refused"])
    advice = tuple(from_plain(Limitation, one) for one in said["advice"])
    return ReadForm(from_plain(Form, said["form"]), advice)


def _by_name(tables: Tables) -> dict[str, Sheet]:
    """The sheets of a form by their names; a CSV holds them one below the other, named in the first column."""
    known = {s.name.strip().lower(): s for s in tables.sheets if s.name.strip().lower() in _SHEETS and s.rows}
    if known or len(tables.sheets) != 1:
        return known
    (only,) = tables.sheets
    named = _sections(only)
    return named or ({"survey": only} if only.rows else {})


def _sections(sheet: Sheet) -> dict[str, Sheet]:
    found: dict[str, list[Row]] = {}
    current = ""
    for row in sheet.rows:
        name = _text(row.cell(0)).lower()
        current = name or current
        if current in _SHEETS and row.cells[1:]:
            found.setdefault(current, []).append(Row(row.number, row.cells[1:]))
    return {name: Sheet(name, tuple(rows)) for name, rows in found.items()}


def _workbook(name: str, sheet: Sheet) -> Iterator[tuple[str, Any]]:
    """The two entries pyxform wants for a sheet; empty rows stay, so that it counts rows as people do."""
    head, *rest = sheet.rows
    columns = [" ".join(_text(cell).split()) for cell in head.cells]
    numbered = {row.number: row for row in rest}
    last = rest[-1].number if rest else head.number
    yield f"{name}_header", [{column: None for column in columns if column}]
    yield name, [_cells(columns, numbered.get(number)) for number in range(head.number + 1, last + 1)]


def _cells(columns: list[str], row: Row | None) -> dict[str, str]:
    if row is None:
        return {}
    pairs = ((column, _text(value)) for column, value in zip(columns, row.cells, strict=False))
    return {column: text for column, text in pairs if column and text}


def _rows(survey: Records) -> dict[str, list[tuple[int, str]]]:
    """Name → (row, type), counted as pyxform counts: the head is row 1."""
    found: dict[str, list[tuple[int, str]]] = {}
    for number, row in enumerate(survey, start=2):
        named = {key.lower().strip(): text for key, text in row.items()}
        name = next((named[key] for key in ("name", "tag", "value") if named.get(key)), "")
        kind = " ".join((named.get("type") or named.get("command") or "").lower().split())
        if name and not kind.startswith("end"):
            found.setdefault(name, []).append((number, kind))
    return found


def _files(survey: Sheet, folder: Path) -> list[str]:
    """The data files the form names that lie beside it."""
    texts = [_text(cell) for row in survey.rows for cell in row.cells]
    named = [name for text in texts for name in _FILE.findall(text)]
    named += [f"{name.removesuffix('.csv')}.csv" for text in texts for name in _PULLED.findall(text)]
    return [name for name in dict.fromkeys(named) if (folder / name).is_file()][:_MAX_FILES]


def _records(path: Path) -> Records:
    sheet = read_tables(path).sheets[0]
    columns = [_text(cell) for cell in sheet.rows[0].cells] if sheet.rows else []
    return [_cells(columns, row) for row in sheet.rows[1:]]


def _text(value: CellValue) -> str:
    """The cell as pyxform's own readers give it."""
    if value is None:
        return ""
    if isinstance(value, bool):
        return "TRUE" if value else "FALSE"
    if isinstance(value, float) and value.is_integer():
        return str(int(value))
    if isinstance(value, date):
        return value.isoformat()
    return str(value).replace("\xa0", " ").strip()
