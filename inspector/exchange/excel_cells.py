"""Cells as the XML of a worksheet: texts stay texts, whatever they begin with (threats.md 46).

openpyxl turns a text that begins with "=" into a formula and is slow cell by cell, so rows are written here. The
styles come from a workbook openpyxl makes (excel_package.py): a cell names its style by number.
"""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from html import escape

from openpyxl.utils import get_column_letter

MAX_CELL_UNITS = 32_767
"""The most UTF-16 units a cell of Excel holds."""

MAX_ROW_POINTS = 409.0
"""The greatest height of a row in Excel."""

_EXCEL_EPOCH = date(1899, 12, 30)

Value = str | int | float | date | None

# What XML 1.0 does not allow; a file that holds one of these is "repaired" or refused by Excel.
_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")
# Excel reads _x0041_ in a text as "A"; the underscore written as _x005F_ keeps the text as it is.
_READ_AS_CHARACTER = re.compile(r"_(?=x[0-9A-Fa-f]{4}_)")


@dataclass(frozen=True, slots=True)
class Cell:
    """A value and the number of its style."""

    value: Value
    style: int


@dataclass(frozen=True, slots=True)
class Row:
    """The cells from column A on, and the height in points."""

    cells: Sequence[Cell]
    height: float


def excel_text(text: str) -> str:
    """The text as a cell can hold it: one kind of line end, no forbidden characters, not too long."""
    clean = _FORBIDDEN.sub("", text.replace("\r\n", "\n").replace("\r", "\n"))
    if len(clean) * 2 <= MAX_CELL_UNITS:
        return clean
    units = clean.encode("utf-16-le")
    if len(units) <= MAX_CELL_UNITS * 2:
        return clean
    return units[: (MAX_CELL_UNITS - 1) * 2].decode("utf-16-le", "ignore") + "…"


def excel_serial(day: date) -> int:
    """The number Excel keeps for a date, counted in days from 1899-12-30 (right from March 1900 on)."""
    return (day - _EXCEL_EPOCH).days


def row_xml(number: int, row: Row) -> str:
    """The `<row>` element of the row with that number, counted from 1."""
    cells = "".join(
        _cell_xml(f"{letter}{number}", cell) for letter, cell in zip(_letters(len(row.cells)), row.cells, strict=True)
    )
    height = min(row.height, MAX_ROW_POINTS)
    return f'<row r="{number}" ht="{height:.1f}" customHeight="1">{cells}</row>'


def rows_xml(rows: Iterable[Row]) -> Iterable[str]:
    """The `<row>` elements from row 1 on, one at a time."""
    return (row_xml(number, row) for number, row in enumerate(rows, 1))


def _cell_xml(place: str, cell: Cell) -> str:
    value = excel_text(cell.value) if isinstance(cell.value, str) else cell.value
    if value is None or value == "":
        return f'<c r="{place}" s="{cell.style}"/>'
    if isinstance(value, str):
        text = escape(_READ_AS_CHARACTER.sub("_x005F_", value), quote=False)
        return f'<c r="{place}" s="{cell.style}" t="inlineStr"><is><t xml:space="preserve">{text}</t></is></c>'
    number = excel_serial(value) if isinstance(value, date) else value
    return f'<c r="{place}" s="{cell.style}"><v>{number}</v></c>'


_LETTERS: list[str] = []


def _letters(count: int) -> Sequence[str]:
    while len(_LETTERS) < count:
        _LETTERS.append(get_column_letter(len(_LETTERS) + 1))
    return _LETTERS[:count]
