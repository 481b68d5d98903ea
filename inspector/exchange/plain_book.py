"""A list of texts as a workbook: what was refused, for somebody to put right."""

from collections.abc import Iterable, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.cell.cell import ILLEGAL_CHARACTERS_RE
from openpyxl.styles import Alignment, Font, PatternFill
from openpyxl.utils import get_column_letter

from inspector.exchange.excel_cells import MAX_ROW_POINTS
from inspector.exchange.excel_page import PIXELS_PER_CHARACTER, set_page, text_height
from inspector.exchange.safe_files import replacing

_HEAD = PatternFill("solid", fgColor="D9E2EC")
_WIDEST = 60
_POINTS = 11
"""The size of the workbook's own font, which nothing here changes."""


def write_plain_book(path: Path, title: str, heads: Sequence[str], rows: Iterable[Sequence[str]]) -> None:
    """Write one sheet of texts under their heads; nothing becomes a number or a formula. Raises `Refused("file.…")`."""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = title
    widths, last = [len(head) for head in heads], 1
    for number, row in enumerate((heads, *rows), 1):
        last = number
        for index, text in enumerate(row):
            cell = sheet.cell(number, index + 1, ILLEGAL_CHARACTERS_RE.sub("", text))
            cell.data_type, cell.number_format = "s", "@"
            cell.alignment = Alignment(wrap_text=True, vertical="top")
            widths[index] = max(widths[index], len(text))
    for index, width in enumerate(widths, 1):
        head = sheet.cell(1, index)
        head.font, head.fill = Font(bold=True), _HEAD
        sheet.column_dimensions[get_column_letter(index)].width = _digits(width)
    pixels = [_digits(width) * PIXELS_PER_CHARACTER for width in widths]
    for number in range(1, last + 1):  # an office that opens the file does not make a row higher for its lines
        texts = (str(sheet.cell(number, index).value or "") for index in range(1, len(heads) + 1))
        high = max(text_height(text, room, _POINTS) for text, room in zip(texts, pixels, strict=True))
        sheet.row_dimensions[number].height = min(high, MAX_ROW_POINTS)
    sheet.freeze_panes = "A2"
    set_page(sheet, rows=last, columns=len(heads), head="1:1", footer=title)
    with replacing(path) as out:
        book.save(out)


def _digits(longest: int) -> int:
    """How wide a column is for its longest text, in digits; half of what may be is Chinese, twice as wide."""
    return 4 + 2 * min(longest, _WIDEST // 2)
