"""文字附页: texts of findings that no row of the list is high enough for, whole and by number, ready to print.

The list keeps each text whole in its cell, because a returned list is compared with what was sent.
"""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.rectification_list import RectificationList
from inspector.exchange.dispatch_tables import Column
from inspector.exchange.excel_cells import Cell, Row
from inspector.exchange.excel_page import set_columns, set_page, text_height
from inspector.exchange.excel_styles import BODY_POINTS, HEAD, TEXT, TITLE, Look, Styles
from inspector.exchange.long_texts import continued
from inspector.exchange.rectification_rows import long_columns, most_photos

TEXTS_SHEET = "文字附页"
_HEAD_ROW = 2
_LEAST_POINTS = 28.0
_COLUMNS = (
    Column("编号", 90, Look(across="center", number=TEXT)),
    Column("点位", 150, Look()),
    Column("栏目", 90, Look(across="center")),
    Column("全文", 830, Look()),
)


@dataclass(frozen=True, slots=True)
class LongText:
    """A text with the finding and the column it belongs to."""

    no: str
    site: str
    column: str
    text: str


def long_texts(order: RectificationList) -> tuple[LongText, ...]:
    """The texts the list only shows the beginning of, in its order."""
    most = most_photos(order)
    return tuple(
        LongText(row.no, row.site_name, column, text) for row in order.rows for column, text in long_columns(row, most)
    )


def texts_rows(order: RectificationList, texts: Sequence[LongText], styles: Styles) -> list[Row]:
    """Title, head, and each text in as many rows as it needs."""
    title, head = styles.number(TITLE.with_(points=16)), styles.number(HEAD)
    heading = f"{TEXTS_SHEET}（{order.unit_name}　{order.number}）"
    looks = [styles.number(column.look) for column in _COLUMNS]
    lines = [line for one in texts for line in continued((one.no, one.site, one.column, one.text), _COLUMNS)]
    return [
        Row([Cell(heading, title), *[Cell(None, title)] * (len(_COLUMNS) - 1)], 30),
        Row([Cell(column.name, head) for column in _COLUMNS], 28),
        *(
            Row([Cell(value, look) for value, look in zip(line, looks, strict=True)], _height(str(line[-1])))
            for line in lines
        ),
    ]


def lay_out_texts(sheet: Worksheet, order: RectificationList, rows: int) -> None:
    """Page, widths and protection for so many rows."""
    set_columns(sheet, [column.pixels for column in _COLUMNS])
    footer = f"{order.unit_name}　{order.number}"
    set_page(sheet, rows=rows, columns=len(_COLUMNS), head=f"1:{_HEAD_ROW}", footer=footer)
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=len(_COLUMNS))
    sheet.freeze_panes = sheet.cell(_HEAD_ROW + 1, 1).coordinate
    sheet.protection.enable()


def _height(text: str) -> float:
    return max(_LEAST_POINTS, text_height(text, _COLUMNS[-1].pixels, BODY_POINTS))
