"""Tables of a report to print: a title over the columns, a head, bordered rows, figures centred."""

import re
from collections.abc import Sequence
from itertools import pairwise

from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.questionnaires.figures import Rate
from inspector.exchange.excel_cells import excel_text
from inspector.exchange.excel_styles import BODY_FONT, GREY, HEAD_FONT, TITLE_FONT

_FIGURE = re.compile(r"[±—\d][\d.,]*( %)?$|\d+ / \d+ / \d+$")
_ROW_POINTS, _ONE_LINE = 22.0, 40
_PLAIN_POINTS = 15.0
"""A row nobody gave a height."""
_LINE = Side(style="thin")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)

Value = str | int | float | None


def write_title(sheet: Worksheet, text: str, width: int) -> None:
    """Write the sheet's title over its first `width` columns."""
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    cell = sheet.cell(1, 1, excel_text(text))
    cell.data_type = "s"
    cell.font = Font(name=TITLE_FONT, size=16)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[1].height = 36


def write_table(sheet: Worksheet, at: int, heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> int:
    """Write a table from row `at` on; returns the row behind it."""
    for number, row in enumerate((heads, *rows)):
        longest = max((len(value) for value in row if isinstance(value, str)), default=0)
        sheet.row_dimensions[at + number].height = _ROW_POINTS * (2 if longest > _ONE_LINE else 1)
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at + number, column, excel_text(value) if isinstance(value, str) else value)
            if isinstance(value, str) and value:
                cell.data_type = "s"
            cell.font = Font(name=BODY_FONT if number else HEAD_FONT, size=11)
            cell.border = _BORDER
            centred = not number or not isinstance(value, str) or _FIGURE.match(value) is not None
            cell.alignment = Alignment("center" if centred else "left", "center", wrap_text=True)
            if not number:
                cell.fill = PatternFill("solid", fgColor=GREY)
    return at + 1 + len(rows)


def keep_tables_whole(sheet: Worksheet, starts: Sequence[int], end: int, room: float) -> None:
    """Begin a page before each table that would be cut; they start at these rows, `end` is the row behind the last,
    `room` what a page holds in points, the title repeated on each.
    """
    used = above = _height(sheet, 1, 2)
    for start, behind in pairwise([*starts, end]):
        high = _height(sheet, start, behind)
        if used + high > room and used > above:
            sheet.row_breaks.append(Break(id=start - 1))
            used = above
        used += high


def _height(sheet: Worksheet, first: int, behind: int) -> float:
    return sum(sheet.row_dimensions[row].height or _PLAIN_POINTS for row in range(first, behind))


def figures_of(rate: Rate) -> tuple[Value, Value, Value, Value]:
    """The share, its margin, how many answers it rests on, and who did not answer."""
    margin = "" if rate.margin is None else f"±{rate.margin:.1f}"
    return percent_text(rate.percent), margin, rate.base, f"{rate.unknown} / {rate.refused} / {rate.missing}"


def percent_text(percent: float | None) -> str:
    """83.2 %, or a dash."""
    return "—" if percent is None else f"{percent:.1f} %"


def share_text(part: int, whole: int) -> str:
    """A part of a whole in percent, or a dash."""
    return f"{100 * part / whole:.1f} %" if whole else "—"
