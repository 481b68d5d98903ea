"""Reads .xlsx and .xlsm: values only, row by row, never macros, links or pictures."""

from collections.abc import Iterator
from pathlib import Path
from typing import IO

from defusedxml.common import DefusedXmlException
from openpyxl.reader.excel import ExcelReader
from openpyxl.workbook import Workbook
from openpyxl.worksheet._read_only import ReadOnlyWorksheet
from openpyxl.xml import DEFUSEDXML
from openpyxl.xml.constants import SHARED_STRINGS

from inspector.domain.errors import Refused
from inspector.exchange.foreign_cells import Meanings, rows_of, shared_strings
from inspector.exchange.foreign_limits import Limits
from inspector.exchange.foreign_protocol import Part, SheetStart, trimmed
from inspector.exchange.foreign_tables import Row
from inspector.exchange.foreign_zip import merged_ranges, opened


def read_xlsx(path: Path, limits: Limits) -> Iterator[Part]:
    """Sheets and rows of the workbook; formulas give the value they had when the file was saved.

    Raises `Refused` foreign.unprotected, foreign.unsafe, foreign.too-large, and whatever openpyxl throws.
    """
    if not DEFUSEDXML:
        raise Refused("foreign.unprotected")
    merged = merged_ranges(opened(path), limits)
    try:
        with path.open("rb") as file:  # given a name, openpyxl refuses a workbook that somebody called .xls
            yield from _sheets(_Reader(file), merged)
    except ValueError as error:  # openpyxl wraps what defusedxml says into another one
        if isinstance(error, DefusedXmlException) or isinstance(error.__cause__, DefusedXmlException):
            raise Refused("foreign.unsafe", what="doctype") from error
        raise


class _Reader(ExcelReader):
    """openpyxl's reader of all that is small in a workbook; the strings it would read are read here."""

    wb: Workbook

    def __init__(self, file: IO[bytes]) -> None:
        super().__init__(file, read_only=True, data_only=True, keep_links=False)

    def read_strings(self) -> None:
        for part in self.package.Override:
            if part.ContentType == SHARED_STRINGS:
                with self.archive.open(part.PartName.removeprefix("/")) as stream:
                    self.shared_strings = shared_strings(stream)


def _sheets(reader: _Reader, merged: dict[str, tuple[str, ...]]) -> Iterator[Part]:
    reader.read()
    book = reader.wb
    dates, durations = (
        frozenset(map(str, getattr(book, kind, ()))) for kind in ("_date_formats", "_timedelta_formats")
    )
    meanings = Meanings(reader.shared_strings, book.epoch, dates, durations)
    for sheet in book.worksheets:
        if isinstance(sheet, ReadOnlyWorksheet):
            # Read-only sheets do not know their merged cells, only which part they are.
            part = str(getattr(sheet, "_worksheet_path", ""))
            yield SheetStart(sheet.title, sheet.sheet_state != "visible", merged.get(part.lstrip("/"), ()))
            with reader.archive.open(part) as stream:
                for number, values in rows_of(stream, meanings):
                    if cells := trimmed(values):
                        yield Row(number, cells)
