"""Where the last page of 整改清单 begins: what is signed and sealed stands on a page with at least one finding."""

from collections.abc import Iterable, Iterator, Sequence
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
)

_SPARE_POINTS = 6
"""By so much printers differ in what a page holds."""


def with_the_last_finding(order: RectificationList, rows: Iterator[Row]) -> Iterator[Row]:
    """The rows of the sheet, that of the last finding made higher where the signing block would stand alone: it then
    goes to the block's page by itself, in every program. A page break would not do: Excel may leave breaks out where
    it fits a sheet to the page.
    """
    last, heights = HEAD_ROW + len(order.rows), list[float]()
    for number, row in enumerate(rows, 1):
        if HEAD_ROW < number <= last:
            heights.append(min(row.height, MAX_ROW_POINTS))
        if HEAD_ROW + 1 < number == last:
            yield replace(row, height=row.height + _more_for_the_last(heights, column_pixels(most_photos(order))))
        else:
            yield row


def _more_for_the_last(heights: Sequence[float], pixels: Sequence[int]) -> float:
    """How much higher the last finding's row has to be, in points; 0 where the block has room below it anyway."""
    needed, more = sum(SIGNING_POINTS) + _SPARE_POINTS, 0.0
    left = [left_below(heights, room) for room in page_rooms(pixels)]
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
