"""Writes a register as a workbook that can be edited and taken in again, and empty templates to fill in."""

from collections.abc import Iterable, Mapping
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell import Cell, MergedCell
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.comments import Comment
from openpyxl.styles import Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.register_import import R
from inspector.domain.units import UnitGroup
from inspector.exchange.excel_page import set_columns, set_page
from inspector.exchange.register_columns import REGISTERS, Register
from inspector.exchange.register_tables import EXPLANATIONS
from inspector.exchange.safe_files import replacing

_HEAD = PatternFill("solid", fgColor="D9E2EC")
_GROUPS = {UnitGroup.STREET: "镇街", UnitGroup.DEPARTMENT: "部门", UnitGroup.OTHER: "其他"}
_REFERENCES = {"kind", "street", "community", "unit", "partner_unit", "site"}
_WIDTH, _WIDEST = 18, 44


def write_register(path: Path, cls: type[R], records: Iterable[R], shown: Mapping[str, str]) -> None:
    """Write the records to a workbook that `read_…` of register_tables reads back unchanged.

    `shown` gives the name of every id (and of every kind's code) a record refers to. The file is replaced once the
    new one is complete. Raises `Refused("file.…")` as `replacing` does.
    """
    book, sheet, register = _book(REGISTERS[cls])
    row, longest = 1, dict.fromkeys(register.columns, 0)
    for row, record in enumerate(records, start=2):
        for index, column in enumerate(register.columns, start=1):
            text = _text(record, column.field, shown)
            _fill(sheet.cell(row, index), text)
            longest[column] = max(longest[column], len(text))
    for index, length in enumerate(longest.values(), start=1):
        sheet.column_dimensions[get_column_letter(index)].width = min(max(_WIDTH, 2 * length + 2), _WIDEST)
    set_page(sheet, rows=row, columns=len(register.columns), head="1:1", footer=register.title)
    _save(book, path)


def write_template(path: Path, cls: type[R], choices: Iterable[str] = ()) -> None:
    """Write an empty table with hints at its headers; `choices` (kinds, streets …) are listed on a sheet beside."""
    book, sheet, register = _book(REGISTERS[cls])
    explained = book.create_sheet(EXPLANATIONS)
    for index, column in enumerate(register.columns, start=1):
        if column.hint:
            sheet.cell(1, index).comment = Comment(column.hint, "inspector")
        explained.append([column.headers[0], column.hint, "也认作:" + "、".join(column.headers[1:])])
    explained.append([])
    for choice in choices:
        _fill(explained.cell(explained.max_row + 1, 1), choice)
    set_columns(explained, [110, 280, 420])
    set_page(sheet, rows=1, columns=len(register.columns), head="1:1", footer=register.title)
    _save(book, path)


def _book(register: Register) -> tuple[Workbook, Worksheet, Register]:
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = register.title
    for index, column in enumerate(register.columns, start=1):
        head = sheet.cell(1, index, column.headers[0])
        head.font, head.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[head.column_letter].width = _WIDTH
    sheet.freeze_panes = "A2"
    return book, sheet, register


def _text(record: R, field: str, shown: Mapping[str, str]) -> str:
    value = getattr(record, field)
    if isinstance(value, UnitGroup):
        return _GROUPS[value]
    if isinstance(value, tuple):
        return ";".join(value)
    if field in _REFERENCES:
        return shown.get(value, "")
    return "" if value is None else str(value)


def _fill(cell: Cell | MergedCell, text: str) -> None:
    # Everything is text: Excel would make numbers of codes and formulas of names (measured.md L14).
    if text and isinstance(cell, Cell):
        cell.value = ILLEGAL_CHARACTERS_RE.sub("", text)
        cell.data_type = "s"
        cell.number_format = "@"


def _save(book: Workbook, path: Path) -> None:
    with replacing(path) as out:
        book.save(out)
