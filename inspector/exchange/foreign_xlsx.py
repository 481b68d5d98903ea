"""Reads .xlsx and .xlsm: values only, row by row, never macros, links or pictures."""

from collections.abc import Iterator
from pathlib import Path

import openpyxl
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.xml import DEFUSEDXML

from inspector.domain.errors import Refused
from inspector.exchange.foreign_limits import Limits
from inspector.exchange.foreign_protocol import Part, SheetStart, rows_with_numbers
from inspector.exchange.foreign_zip import merged_ranges, opened


def read_xlsx(path: Path, limits: Limits) -> Iterator[Part]:
    """Sheets and rows of the workbook; formulas give the value they had when the file was saved."""
    if not DEFUSEDXML:
        raise Refused("foreign.unprotected")
    merged = merged_ranges(opened(path), limits)
    with path.open("rb") as file:  # given a name, openpyxl refuses a workbook that somebody called .xls
        yield from _sheets(openpyxl.load_workbook(file, read_only=True, data_only=True, keep_links=False), merged)


def _sheets(book: openpyxl.Workbook, merged: dict[str, tuple[str, ...]]) -> Iterator[Part]:
    for sheet in book.worksheets:
        if isinstance(sheet, ReadOnlyWorksheet):
            # Read-only sheets do not know their merged cells, only which part they are.
            part = str(getattr(sheet, "_worksheet_path", "")).lstrip("/")
            yield SheetStart(sheet.title, sheet.sheet_state != "visible", merged.get(part, ()))
            sheet.reset_dimensions()  # the size a sheet declares is not believed
            yield from rows_with_numbers(sheet.iter_rows(values_only=True))
