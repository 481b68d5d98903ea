"""A list as a unit sends it back: its columns filled in, a photo laid into each cell, saved by a spreadsheet library.

For the demo town, whose units answer too. Real units use programs of their own.
"""

import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from openpyxl.drawing.image import Image
from openpyxl.worksheet.worksheet import Worksheet

from inspector.exchange.rectification_columns import LIST_COLUMNS
from inspector.exchange.rectification_rows import HEAD_ROW

_COLUMN = {column.key: number for number, column in enumerate(LIST_COLUMNS, 1)}
_PHOTO = (96, 72)
"""Pixels of an inserted photo: it fits the cell, as people draw it small."""


@dataclass(frozen=True, slots=True)
class FilledRow:
    """What a unit writes beside one finding; `photo` is a JPEG."""

    done: str
    result: str
    completed: str
    person: str
    phone: str
    remark: str = ""
    photo: bytes = b""


def fill_list(sent: Path, target: Path, rows: Mapping[str, FilledRow]) -> None:
    """Write the rows of these finding numbers into a copy of a list that was sent; other rows stay empty."""
    book = openpyxl.load_workbook(sent)
    sheet = book.worksheets[0]
    for row in range(HEAD_ROW + 1, sheet.max_row + 1):
        if filled := rows.get(str(sheet.cell(row, _COLUMN["no"]).value)):
            _fill(sheet, row, filled)
    book.save(target)


def _fill(sheet: Worksheet, row: int, filled: FilledRow) -> None:
    for key in ("done", "result", "completed", "person", "phone", "remark"):
        sheet.cell(row, _COLUMN[key], getattr(filled, key) or None)
    if filled.photo:
        picture = Image(io.BytesIO(filled.photo))
        picture.width, picture.height = _PHOTO
        picture.anchor = sheet.cell(row, _COLUMN["after"]).coordinate
        sheet.add_image(picture)
