"""A table an office prints: title, a line of facts, a head repeated on each page, texts and at most one photo a row."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path

from openpyxl import Workbook
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from inspector.exchange.dispatch_tables import Column
from inspector.exchange.excel_cells import Cell, Row, Value
from inspector.exchange.excel_package import SheetContent, write_package
from inspector.exchange.excel_page import POINTS_PER_PIXEL, set_columns, set_page, text_height
from inspector.exchange.excel_pictures import Box, PlacedPicture
from inspector.exchange.excel_styles import BODY_POINTS, HEAD, INFO, TITLE, Styles, name_document, new_layout
from inspector.exchange.long_texts import continued
from inspector.exchange.safe_files import replacing

HEAD_ROW = 3
_PHOTO_HEIGHT = 96
_LEAST_POINTS = 28.0


@dataclass(frozen=True, slots=True)
class OfficeRow:
    """The values of a row; `photo` is the SHA-256 of its list picture, "" for none."""

    values: Sequence[Value]
    photo: str = ""


@dataclass(frozen=True, slots=True)
class OfficeTable:
    """One sheet; `photo_column` counts from 0, -1 for a table without photos."""

    sheet: str
    title: str
    facts: str
    columns: Sequence[Column]
    rows: Sequence[OfficeRow]
    photo_column: int = -1
    least_points: float = _LEAST_POINTS


def write_office_tables(
    path: Path, tables: Sequence[OfficeTable], issuer: str, picture: Callable[[str], bytes]
) -> None:
    """Write a workbook with these sheets; a file already there stays whole until the new one is complete.

    A picture that cannot be read is left out. Raises `Refused("file.…")`.
    """
    layout = new_layout()
    styles = Styles(layout)
    contents = []
    for number, table in enumerate(map(_continued, tables)):
        sheet = layout.worksheets[0] if number == 0 else layout.create_sheet()
        _lay_out(sheet, table)
        contents.append(SheetContent(_rows(table, styles), _pictures(table)))
    _finish(layout, contents, path, issuer, tables[0].title, picture)


def _continued(table: OfficeTable) -> OfficeTable:
    """The table with rows below those whose texts are too long for one."""
    rows = (
        OfficeRow(values, "" if number else row.photo)
        for row in table.rows
        for number, values in enumerate(continued(row.values, table.columns))
    )
    return replace(table, rows=tuple(rows))


def _finish(
    layout: Workbook,
    contents: list[SheetContent],
    path: Path,
    issuer: str,
    title: str,
    picture: Callable[[str], bytes],
) -> None:
    name_document(layout, issuer, title)
    with replacing(path) as out:
        write_package(layout, contents, out, picture, _nothing)


def _lay_out(sheet: Worksheet, table: OfficeTable) -> None:
    sheet.title = table.sheet
    width, last = len(table.columns), HEAD_ROW + len(table.rows)
    set_columns(sheet, [column.pixels for column in table.columns])
    set_page(sheet, rows=last, columns=width, head=f"{HEAD_ROW}:{HEAD_ROW}", footer=table.title)
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 1).coordinate
    for row in (1, 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    if table.rows:
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(width)}{last}"


def _rows(table: OfficeTable, styles: Styles) -> list[Row]:
    looks = [styles.number(column.look) for column in table.columns]
    bold = styles.number(HEAD)
    above = [
        Row(_across(table.title, len(looks), styles.number(TITLE.with_(points=18))), 36),
        Row(_across(table.facts, len(looks), styles.number(INFO.with_(across="center"))), 24),
        Row([Cell(column.name, bold) for column in table.columns], 28),
    ]
    body = [
        Row([Cell(v, s) for v, s in zip(row.values, looks, strict=True)], _height(row, table)) for row in table.rows
    ]
    return [*above, *body]


def _pictures(table: OfficeTable) -> tuple[PlacedPicture, ...]:
    if table.photo_column < 0:
        return ()
    room = table.columns[table.photo_column].pixels
    width = min(room - 8, _PHOTO_HEIGHT * 4 // 3)
    left = (room - width) // 2
    return tuple(
        PlacedPicture(row.photo, Box(table.photo_column, HEAD_ROW + n, left, 4, width, _PHOTO_HEIGHT), f"{n + 1}")
        for n, row in enumerate(table.rows)
        if row.photo
    )


def _height(row: OfficeRow, table: OfficeTable) -> float:
    texts = (
        text_height(value, column.pixels, BODY_POINTS)
        for value, column in zip(row.values, table.columns, strict=True)
        if isinstance(value, str)
    )
    photo = (_PHOTO_HEIGHT + 8) * POINTS_PER_PIXEL if row.photo else 0.0
    return max(table.least_points, photo, *texts)


def _across(text: str, width: int, style: int) -> list[Cell]:
    return [Cell(text, style), *[Cell(None, style)] * (width - 1)]


def _nothing() -> None:
    """A table is written in a moment: nobody is told between."""
