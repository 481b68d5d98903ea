"""Reads .xls and .ods through calamine; only ever inside the limited process, because it can abort (measured.md L7)."""

import zipfile
from collections.abc import Iterator
from pathlib import Path

from python_calamine import CalamineError, CalamineWorkbook, PasswordError, SheetVisibleEnum

from inspector.domain.errors import Place, Refused
from inspector.exchange.foreign_limits import Limits, too_large
from inspector.exchange.foreign_protocol import Part, SheetStart, rows_with_numbers
from inspector.exchange.foreign_zip import merged_ranges


def read_ods(path: Path, limits: Limits) -> Iterator[Part]:
    """Sheets and rows of an OpenDocument spreadsheet, after the same look at its zip as a workbook gets."""
    with zipfile.ZipFile(path) as archive:
        merged_ranges(archive, limits)
    return read_xls(path, limits)


def read_xls(path: Path, limits: Limits) -> Iterator[Part]:
    """Sheets and rows of an old Excel file."""
    try:
        book = CalamineWorkbook.from_path(str(path))
    except PasswordError as error:
        raise Refused("foreign.encrypted") from error
    except CalamineError as error:
        if "limit exceeded" in str(error):
            raise too_large("cells", limits.cells) from error
        raise
    for known in book.sheets_metadata:
        sheet = book.get_sheet_by_name(known.name)
        merged = tuple(f"{_cell(*first)}:{_cell(*last)}" for first, last in sheet.merged_cell_ranges or ())
        yield SheetStart(known.name, known.visible != SheetVisibleEnum.Visible, merged)
        if sheet.total_height > limits.rows:
            raise too_large("rows", limits.rows, Place(sheet=known.name))
        yield from rows_with_numbers(sheet.to_python(skip_empty_area=False))


def _cell(row: int, column: int) -> str:
    letters = ""
    column += 1
    while column:
        column, rest = divmod(column - 1, 26)
        letters = chr(65 + rest) + letters
    return f"{letters}{row + 1}"
