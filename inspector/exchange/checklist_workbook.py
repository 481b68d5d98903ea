"""Checklists to Excel and back without loss, so that an office edits its list in a spreadsheet."""

from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import Cell
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.datavalidation import DataValidation
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.checklists import Checklist, Item, Section
from inspector.domain.judging_types import notation
from inspector.exchange.checklist_sheets import (
    COLUMNS,
    FINISH_WORDS,
    HEAD_ROWS,
    HEAD_SHEET,
    HINTS_SHEET,
    ITEMS_SHEET,
    SECTION_CODE,
    SECTION_TITLE,
    Column,
)
from inspector.exchange.excel_page import A3, set_page
from inspector.exchange.safe_files import replacing

_TEXT = "@"
_EDITED_ROWS = 1_000
"""Drop-downs reach this far, beyond the longest list that is accepted."""


def write_checklist_workbook(checklist: Checklist, path: Path) -> None:
    """The checklist as a workbook of three sheets: items, head, and what each column means.

    Every cell is text, so that 1.10 stays 1.10. Raises `Refused("file.…")` when the file cannot be written; the old
    one is then still whole.
    """
    book = Workbook()
    items = book.worksheets[0]
    items.title = ITEMS_SHEET
    _write_items(items, checklist)
    _write_head(book.create_sheet(HEAD_SHEET), checklist)
    _write_hints(book.create_sheet(HINTS_SHEET))
    for sheet in book.worksheets:
        set_page(
            sheet, rows=sheet.max_row, columns=sheet.max_column, head="1:1", footer=f"{checklist.title}　{sheet.title}"
        )
    items.page_setup.paperSize = A3  # seventeen columns
    with replacing(path) as out:
        book.save(out)


def _write_items(sheet: Worksheet, checklist: Checklist) -> None:
    _head_row(sheet, [column.name for column in COLUMNS])
    rows = ((section, item) for section in checklist.sections for item in section.items)
    for number, (section, item) in enumerate(rows, 2):
        values = _values(section, item)
        _write_row(sheet, number, [values[column.field] for column in COLUMNS])
    for index, column in enumerate(COLUMNS, 1):
        sheet.column_dimensions[get_column_letter(index)].width = column.width
        if column.choices:
            _offer(sheet, get_column_letter(index), column)
    sheet.freeze_panes = "E2"


def _values(section: Section, item: Item) -> dict[str, str]:
    return {
        SECTION_CODE: section.code,
        SECTION_TITLE: section.title,
        "code": item.code,
        "text": item.text,
        "category": item.category,
        "judging": notation(item.judging),
        "weight": str(item.weight),
        "unit": item.unit_rule,
        "time_limit": item.time_limit,
        "veto": item.veto,
        "photo_required": "是" if item.photo_required else "否",
        "counts": item.counts,
        "not_counted": item.not_counted,
        "phrases": "\n".join(item.phrases),
        "requirement": item.requirement,
        "basis": str(item.basis),
        "topics": "\n".join(item.topics),
    }


def _write_head(sheet: Worksheet, checklist: Checklist) -> None:
    words = {rule: word for word, rule in FINISH_WORDS.items()}
    values = {
        "code": checklist.code,
        "version": checklist.version,
        "title": checklist.title,
        "kind": checklist.kind,
        "walk": checklist.walk,
        "note": checklist.note,
        "default_unit": checklist.default_unit,
        "finish_rules": "\n".join(words[rule] for rule in checklist.finish_rules),
    }
    _head_row(sheet, ["项目", "内容"])
    for number, row in enumerate(HEAD_ROWS, 2):
        _write_row(sheet, number, [row.name, values[row.field]])
    sheet.column_dimensions["A"].width = 16
    sheet.column_dimensions["B"].width = 80


def _write_hints(sheet: Worksheet) -> None:
    _head_row(sheet, ["工作表", "列", "怎样填"])
    hints = [(ITEMS_SHEET, column) for column in COLUMNS] + [(HEAD_SHEET, row) for row in HEAD_ROWS]
    for number, (sheet_name, column) in enumerate(hints, 2):
        _write_row(sheet, number, [sheet_name, column.name, column.meaning])
    for letter, width in (("A", 10), ("B", 16), ("C", 90)):
        sheet.column_dimensions[letter].width = width


def _head_row(sheet: Worksheet, names: Iterable[str]) -> None:
    for index, name in enumerate(names, 1):
        cell = sheet.cell(1, index)
        cell.value = name
        cell.font = Font(bold=True)
        cell.fill = PatternFill("solid", fgColor="D9D9D9")


def _write_row(sheet: Worksheet, number: int, texts: Iterable[str]) -> None:
    for index, text in enumerate(texts, 1):
        cell = sheet.cell(number, index)
        assert isinstance(cell, Cell)  # noqa: S101 - there are no merged cells here
        cell.number_format = _TEXT  # what is typed over it stays text as well
        cell.alignment = Alignment(wrap_text=True, vertical="top")
        if text:
            cell.value = text
            cell.data_type = "s"  # a text beginning with "=" is no formula


def _offer(sheet: Worksheet, letter: str, column: Column) -> None:
    offer = DataValidation(type="list", formula1=f'"{",".join(column.choices)}"', allow_blank=True)
    offer.showErrorMessage = column.closed
    offer.add(f"{letter}2:{letter}{_EDITED_ROWS}")
    sheet.add_data_validation(offer)
