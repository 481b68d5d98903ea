"""Where the last page of 整改清单 begins: what is signed and sealed stands on a page with at least one finding."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from inspector.domain.rectification_list import RectificationList
from inspector.exchange.excel_cells import MAX_ROW_POINTS, Row
from inspector.exchange.excel_page import page_rooms
from inspector.exchange.rectification_columns import column_pixels
from inspector.exchange.rectification_rows import (
    HEAD_POINTS,
    HEAD_ROW,
    INFO_POINTS,
    SIGNING_POINTS,
    TITLE_POINTS,
    most_photos,
    row_heights,
)

_SPARE_POINTS = 6
"""By so much printers differ in what a page holds."""


def with_the_last_finding(order: RectificationList, rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of the sheet, that of the last finding made higher where the signing block would stand alone: it then
    goes to the block's page by itself, in every program. A page break would not do: Excel may leave breaks out where
    it fits a sheet to the page.
    """
    last, more = HEAD_ROW + len(order.rows), _more_for_the_last(order)
    return (
        replace(row, height=row.height + more) if number == last and more else row for number, row in enumerate(rows, 1)
    )


def _more_for_the_last(order: RectificationList) -> float:
    """How much higher the last finding's row has to be, in points; 0 where the block has room below it anyway."""
    heights, needed = list(row_heights(order)), sum(SIGNING_POINTS) + _SPARE_POINTS
    if len(heights) < 2:
        return 0
    left = [left_below(heights, room) for room in page_rooms(column_pixels(most_photos(order)))]
    more = 0.0
    while short := [room - more for room in left if -_SPARE_POINTS < room - more < needed]:
        more += max(short) + _SPARE_POINTS
    return more if heights[-1] + more <= MAX_ROW_POINTS else 0


def left_below(heights: Iterable[float], room: float) -> float:
    """What is left of the last page below rows of these heights, title and head above them."""
    used = float(TITLE_POINTS + INFO_POINTS + HEAD_POINTS)
    for height in heights:
        if used + height > room:
            used = float(HEAD_POINTS)
        used += height
    return room - used
