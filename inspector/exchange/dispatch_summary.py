"""交办汇总: the workbook over all units of a dispatch, for the office that sends it and follows it up."""

from dataclasses import replace
from pathlib import Path

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.rectification_list import DispatchSummary
from inspector.exchange.dispatch_tables import Table, summary_tables
from inspector.exchange.excel_cells import Cell, Row, Value
from inspector.exchange.excel_package import SheetContent, write_package
from inspector.exchange.excel_page import set_columns, set_page, text_height
from inspector.exchange.excel_styles import BODY_POINTS, HEAD, INFO, TITLE, Styles, name_document, new_layout
from inspector.exchange.long_texts import continued
from inspector.exchange.rectification_rows import chinese_date
from inspector.exchange.safe_files import replacing

HEAD_ROW = 3
_LEAST_POINTS = 26.0


def write_dispatch_summary(summary: DispatchSummary, path: Path) -> None:
    """Write the summary workbook; a file already there stays whole until the new one is complete.

    Raises `Refused("file.…")` as `safe_files.replacing` tells.
    """
    layout = new_layout()
    styles = Styles(layout)
    contents = []
    for number, table in enumerate(map(_continued, summary_tables(summary))):
        sheet = layout.worksheets[0] if number == 0 else layout.create_sheet()
        _lay_out(sheet, table, summary)
        contents.append(SheetContent(_rows(table, summary, styles)))
    name_document(layout, summary.issuer, summary.title)
    with replacing(path) as out:
        write_package(layout, contents, out, _no_picture, _nothing)


def _continued(table: Table) -> Table:
    """The table with rows below those whose texts are too long for one."""
    return replace(table, rows=tuple(line for row in table.rows for line in continued(row, table.columns)))


def _lay_out(sheet: Worksheet, table: Table, summary: DispatchSummary) -> None:
    sheet.title = table.sheet
    width, last = len(table.columns), _row_count(table)
    set_columns(sheet, [column.pixels for column in table.columns])
    set_page(sheet, rows=last, columns=width, head=f"{HEAD_ROW}:{HEAD_ROW}", footer=summary.number)
    sheet.freeze_panes = sheet.cell(HEAD_ROW + 1, 1).coordinate
    for row in (1, 2):
        sheet.merge_cells(start_row=row, end_row=row, start_column=1, end_column=width)
    if table.rows:
        sheet.auto_filter.ref = f"A{HEAD_ROW}:{get_column_letter(width)}{HEAD_ROW + len(table.rows)}"


def _row_count(table: Table) -> int:
    return HEAD_ROW + len(table.rows) + bool(table.total)


def _rows(table: Table, summary: DispatchSummary, styles: Styles) -> list[Row]:
    looks = [styles.number(column.look) for column in table.columns]
    bold = styles.number(HEAD)
    above = [
        Row(_across(table.title, len(looks), styles.number(TITLE.with_(points=18))), 36),
        Row(_across(_info(summary), len(looks), styles.number(INFO.with_(across="center"))), 24),
        Row([Cell(column.name, bold) for column in table.columns], 28),
    ]
    body = [Row([Cell(v, s) for v, s in zip(row, looks, strict=True)], _height(row, table)) for row in table.rows]
    total = [Row([Cell(value, bold) for value in table.total], 28)] if table.total else []
    return [*above, *body, *total]


def _height(row: tuple[Value, ...], table: Table) -> float:
    texts = (
        text_height(value, column.pixels, BODY_POINTS)
        for value, column in zip(row, table.columns, strict=True)
        if isinstance(value, str)
    )
    return max(_LEAST_POINTS, *texts)


def _across(text: str, width: int, style: int) -> list[Cell]:
    return [Cell(text, style), *[Cell(None, style)] * (width - 1)]


def _info(summary: DispatchSummary) -> str:
    return "　　".join(
        (
            f"交办单位：{summary.issuer}",
            f"交办编号：{summary.number}",
            f"交办日期：{chinese_date(summary.issued_on)}",
            f"要求反馈日期：{chinese_date(summary.reply_by)}",
        )
    )


def _no_picture(sha: str) -> bytes:
    raise AssertionError(f"the summary holds no pictures, {sha} was asked for")


def _nothing() -> None:
    """The summary is written in a moment: nobody is told between."""
