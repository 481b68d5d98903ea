"""The page a worksheet is printed on, and how high a row must be for its text."""

import unicodedata
from collections.abc import Sequence

from openpyxl.utils import get_column_letter
from openpyxl.worksheet.header_footer import HeaderFooterItem, _HeaderFooterPart
from openpyxl.worksheet.properties import PageSetupProperties
from openpyxl.worksheet.worksheet import Worksheet

from inspector.exchange.excel_cells import excel_text

A3, A4 = 8, 9
"""Sizes of paper as Excel counts them."""

PIXELS_PER_CHARACTER = 7
"""Width of a digit in the workbook's standard font (`excel_styles.new_layout`), the unit of column widths."""

_LIBREOFFICE_DIGIT = 7.41
"""It does not round the width of a digit to whole pixels."""

POINTS_PER_PIXEL = 0.75
MARGIN_INCHES = 0.32
"""8 mm: the sixteen columns need the width, and office printers reach it."""

_TOP_INCHES, _BOTTOM_INCHES = 0.4, 0.55
_A4_LANDSCAPE = (841.89, 595.28)
_CELL_PADDING = 8
_LINE_PER_POINT = 1.42
"""Height of a line for each point of the font; Chinese fonts on Linux are set wider than 仿宋 on Windows (1.3)."""


def set_columns(sheet: Worksheet, pixels: Sequence[int]) -> None:
    """Give the columns from A on their widths in pixels."""
    for number, width in enumerate(pixels, 1):
        sheet.column_dimensions[get_column_letter(number)].width = width / PIXELS_PER_CHARACTER


def set_page(sheet: Worksheet, *, rows: int, columns: int, head: str, footer: str) -> None:
    """A4 landscape, one page wide, `head` ("3:3") repeated on each page, page numbers below.

    `rows` and `columns` are the size of what is printed; `footer` stands at the left of the page number.
    """
    last = sheet.cell(rows, columns)
    sheet.print_area = f"A1:{last.coordinate}"
    sheet.print_title_rows = head
    sheet.page_setup.orientation = "landscape"
    sheet.page_setup.paperSize = A4
    sheet.page_setup.fitToWidth = 1
    sheet.page_setup.fitToHeight = 0
    sheet.sheet_properties.pageSetUpPr = PageSetupProperties(fitToPage=True)
    sheet.print_options.horizontalCentered = True
    margins = sheet.page_margins
    margins.left = margins.right = MARGIN_INCHES
    margins.top, margins.bottom, margins.header, margins.footer = _TOP_INCHES, _BOTTOM_INCHES, 0.2, 0.25
    sheet.HeaderFooter.oddFooter = HeaderFooterItem(
        left=_HeaderFooterPart(_footer_text(footer)),
        center=_HeaderFooterPart("第 &P 页 共 &N 页"),
    )


def _footer_text(text: str) -> str | None:
    """The text as a footer takes it: one line, "&" doubled, short enough (255 characters in all)."""
    return " ".join(excel_text(text).split())[:50].replace("&", "&&") or None


def page_rooms(pixels: Sequence[int]) -> tuple[float, ...]:
    """The heights in points that columns of these widths leave for rows on a page of `set_page`: in Excel and WPS,
    and in LibreOffice, which sets columns wider and therefore everything smaller.
    """
    wide, high = _A4_LANDSCAPE
    rooms = []
    for digit in (PIXELS_PER_CHARACTER, _LIBREOFFICE_DIGIT):
        width = sum(pixels) / PIXELS_PER_CHARACTER * digit * POINTS_PER_PIXEL
        scale = min(1.0, int((wide - 2 * MARGIN_INCHES * 72) / width * 100) / 100)
        rooms.append((high - (_TOP_INCHES + _BOTTOM_INCHES) * 72) / scale)
    return tuple(rooms)


def text_height(text: str, pixels: int, points: float) -> float:
    """The height in points a wrapped text needs in a column of that width, a little generous."""
    half = points / POINTS_PER_PIXEL / 2
    room = max(2, int((pixels - _CELL_PADDING) / half))
    lines = sum(_lines(paragraph, room) for paragraph in text.split("\n"))
    return lines * points * _LINE_PER_POINT + 4


def _lines(paragraph: str, room: int) -> int:
    """How many lines a paragraph takes, `room` half-width characters wide; words in Latin letters are not broken."""
    if paragraph.isascii():
        words_lost = 1 if " " in paragraph and len(paragraph) > room else 0
        return max(1, -(-len(paragraph) // room)) + words_lost
    width = sum(2 if unicodedata.east_asian_width(character) in "WFA" else 1 for character in paragraph)
    usable = room - room % 2
    return max(1, -(-width // usable))
