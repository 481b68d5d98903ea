"""Workbooks of any length in little memory: rows come one at a time, a sheet that is full goes on in a further one."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import accumulate, chain, islice
from pathlib import Path
from typing import Any

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from inspector.exchange.excel_cells import Cell, Row
from inspector.exchange.excel_package import SheetContent, write_package
from inspector.exchange.excel_page import A4, set_columns, set_page, text_height
from inspector.exchange.excel_pictures import PlacedPicture
from inspector.exchange.excel_styles import HEAD, INFO, TITLE, Styles, name_document, new_layout
from inspector.exchange.ledger_columns import CENTRED, LedgerColumn
from inspector.exchange.safe_files import replacing

EXCEL_ROWS = 1_048_576
HEAD_ROW = 3
MOST_ROWS = EXCEL_ROWS - HEAD_ROW
"""Records a sheet has room for below its title, its facts and its head."""

_LARGE = 250_000
_LEAST_POINTS, _HEAD_POINTS = 24.0, 34.0
_NUMBER_PIXELS = 52


@dataclass(frozen=True, slots=True)
class StreamedSheet:
    """One table: `records` may be a generator that ends after `count`; the first column counts them.

    `hidden` columns stand at the right end and are not seen; `frozen` ones at the left stay in sight, the number
    included, and are repeated where a sheet is printed more than one of `pages_wide`. `pictures` (with `least_points`
    high rows) are for tables that fit into memory.
    """

    name: str
    title: str
    facts: str
    columns: Sequence[LedgerColumn[Any]]
    records: Iterable[Any]
    count: int
    paper: int = A4
    pages_wide: int = 1
    frozen: int = 2
    hidden: int = 0
    pictures: Sequence[PlacedPicture] = ()
    least_points: float = _LEAST_POINTS


def parts_of(sheet: StreamedSheet, most: int = MOST_ROWS) -> list[StreamedSheet]:
    """The sheet in pieces of at most `most` records that go on where the one before ended."""
    records = iter(sheet.records)
    parts = max(1, -(-sheet.count // most))
    names = [sheet.name if number == 1 else f"{sheet.name}（{number}）" for number in range(1, parts + 1)]
    counts = [min(most, sheet.count - most * number) for number in range(parts)]
    return [
        replace(sheet, name=name, count=count, records=islice(records, count))
        for name, count in zip(names, counts, strict=True)
    ]


def write_streamed(
    sheets: Sequence[StreamedSheet], path: Path, issuer: str, picture: Callable[[str], bytes], most: int = MOST_ROWS
) -> tuple[str, ...]:
    """Write the sheets to `path`; a file already there stays whole until the new one is complete. Returns the pictures
    that could not be read and were left out.

    Raises `Refused("file.…")`, and whatever the records raise while they are read.
    """
    layout = new_layout()
    styles = Styles(layout)
    contents = []
    parts = list(chain.from_iterable(parts_of(sheet, most) for sheet in sheets))
    for number, part in enumerate(parts):
        worksheet = layout.worksheets[0] if number == 0 else layout.create_sheet()
        _lay_out(worksheet, part)
        contents.append(SheetContent(_rows(part, styles), part.pictures, large=part.count > _LARGE))
    name_document(layout, issuer, sheets[0].title)
    with replacing(path) as out:
        return write_package(layout, contents, out, picture, _nothing)


def _lay_out(worksheet: Worksheet, sheet: StreamedSheet) -> None:
    worksheet.title = sheet.name
    width, last = len(sheet.columns) + 1, HEAD_ROW + sheet.count
    set_columns(worksheet, [_NUMBER_PIXELS, *(column.pixels for column in sheet.columns)])
    seen = width - sheet.hidden
    set_page(worksheet, rows=last, columns=seen, head=f"{HEAD_ROW}:{HEAD_ROW}", footer=sheet.title)
    worksheet.page_setup.paperSize = sheet.paper
    if sheet.pages_wide > 1:
        worksheet.page_setup.fitToWidth = sheet.pages_wide
        worksheet.page_setup.pageOrder = "overThenDown"
        worksheet.print_title_cols = f"A:{get_column_letter(sheet.frozen)}"
    for number in range(seen + 1, width + 1):
        worksheet.column_dimensions[get_column_letter(number)].hidden = True
    worksheet.freeze_panes = worksheet.cell(HEAD_ROW + 1, sheet.frozen + 1).coordinate
    for row in (1, 2):
        worksheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=_title_width(sheet))
    if sheet.count:
        worksheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(width)}{last}"


def _title_width(sheet: StreamedSheet) -> int:
    """How many columns the title stands over: those of the first page when there are several side by side."""
    pixels = [_NUMBER_PIXELS, *(column.pixels for column in sheet.columns)]
    seen = len(pixels) - sheet.hidden
    room = sum(pixels[:seen]) / sheet.pages_wide
    return max(1, sum(reached <= room for reached in accumulate(pixels[:seen])))


def _rows(sheet: StreamedSheet, styles: Styles) -> Iterator[Row]:
    """The rows one at a time; their styles are named at once, for the layout is saved before the first row is read."""
    head, number_style = styles.number(HEAD.with_(points=10)), styles.number(CENTRED)
    lines = sheet.facts.count("\n") + 1
    facts = INFO.with_(points=10, across="center" if lines == 1 else "left")
    width = len(sheet.columns) + 1
    above = [
        Row(_across(sheet.title, width, styles.number(TITLE.with_(points=18))), 36),
        Row(_across(sheet.facts, width, styles.number(facts)), lines * 16 + 6),
        Row([Cell(name, head) for name in ("序号", *(column.name for column in sheet.columns))], _HEAD_POINTS),
    ]
    looks = [(column, styles.number(column.look)) for column in sheet.columns]
    return chain(above, _records(sheet, looks, number_style))


def _records(sheet: StreamedSheet, looks: Sequence[tuple[LedgerColumn[Any], int]], number_style: int) -> Iterator[Row]:
    tall = [(place, column.pixels, column.look.points) for place, column in enumerate(sheet.columns, 1) if column.tall]
    for number, record in enumerate(sheet.records, 1):
        cells = [Cell(number, number_style), *[Cell(column.says(record), style) for column, style in looks]]
        yield Row(cells, _height(cells, tall, sheet.least_points))


def _height(cells: Sequence[Cell], tall: Sequence[tuple[int, int, float]], least: float) -> float:
    highest = least
    for place, pixels, points in tall:
        value = cells[place].value
        # a Chinese character is as wide as it is high: what fits into one line needs no measuring
        if isinstance(value, str) and (len(value) * points * 4 / 3 > pixels - 8 or "\n" in value):
            highest = max(highest, text_height(value, pixels, points))
    return highest


def _across(text: str, width: int, style: int) -> list[Cell]:
    return [Cell(text, style), *[Cell(None, style)] * (width - 1)]


def _nothing() -> None:
    """The records tell how far it is."""
