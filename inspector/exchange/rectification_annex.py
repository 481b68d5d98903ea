"""照片附页: the photos that find no room in the list, six on a page, each with the number of its finding."""

from collections.abc import Sequence
from dataclasses import dataclass

from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.rectification_list import RectificationList
from inspector.exchange.excel_cells import Cell, Row
from inspector.exchange.excel_page import POINTS_PER_PIXEL, set_columns, set_page
from inspector.exchange.excel_pictures import Box, PlacedPicture
from inspector.exchange.excel_styles import INFO, TITLE, Styles
from inspector.exchange.rectification_columns import PHOTOS_IN_CELL

ANNEX_SHEET = "照片附页"
ACROSS = 3
DOWN = 2

_WIDTH, _HEIGHT = 340, 276
_GAP = 6


@dataclass(frozen=True, slots=True)
class AnnexPhoto:
    """A photo of the annex with the words below it."""

    sha: str
    caption: str


def annex_photos(order: RectificationList) -> tuple[AnnexPhoto, ...]:
    """The photos beyond the first three of each finding, in the order of the list."""
    return tuple(
        AnnexPhoto(sha, f"{row.no}  {row.site_name}  照片{position}/{len(row.photos)}")
        for row in order.rows
        for position, sha in enumerate(row.photos, 1)
        if position > PHOTOS_IN_CELL
    )


def lay_out_annex(sheet: Worksheet, order: RectificationList, bands: int) -> None:
    """Page, widths and page breaks for so many bands of three photos."""
    set_columns(sheet, [_WIDTH] * ACROSS)
    set_page(sheet, rows=1 + 2 * bands, columns=ACROSS, head="1:1", footer=f"{order.unit_name}　{order.number}")
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=ACROSS)
    sheet.protection.enable()
    sheet.sheet_view.showGridLines = False
    for band in range(DOWN, bands, DOWN):
        sheet.row_breaks.append(Break(id=1 + 2 * band))


def annex_rows(order: RectificationList, photos: Sequence[AnnexPhoto], styles: Styles) -> list[Row]:
    """The title, then for each band a row for the photos and a row for their captions."""
    title, caption = styles.number(TITLE.with_(points=16)), styles.number(INFO.with_(across="center", down="top"))
    heading = f"{ANNEX_SHEET}（{order.unit_name}　{order.number}）"
    rows = [Row([Cell(heading, title), Cell(None, title), Cell(None, title)], 30)]
    for start in range(0, len(photos), ACROSS):
        words: list[str | None] = [photo.caption for photo in photos[start : start + ACROSS]]
        rows.append(Row([Cell(None, caption)] * ACROSS, _HEIGHT * POINTS_PER_PIXEL))
        rows.append(Row([Cell(text, caption) for text in (*words, None, None)[:ACROSS]], 34))
    return rows


def annex_pictures(photos: Sequence[AnnexPhoto]) -> tuple[PlacedPicture, ...]:
    """Each photo in its place of the grid."""
    placed = []
    for index, photo in enumerate(photos):
        band, column = divmod(index, ACROSS)
        box = Box(column, 1 + 2 * band, _GAP, _GAP, _WIDTH - 2 * _GAP, _HEIGHT - 2 * _GAP)
        placed.append(PlacedPicture(photo.sha, box, photo.caption))
    return tuple(placed)


def annex_bands(photos: Sequence[AnnexPhoto]) -> int:
    """How many bands of three the photos fill."""
    return -(-len(photos) // ACROSS)
