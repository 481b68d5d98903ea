"""Where the last page of 整改清单 begins: what is signed and sealed stands on a page with at least one finding."""

from collections.abc import Iterable

from inspector.domain.rectification_list import RectificationList
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


def row_before_last_page(order: RectificationList) -> int | None:
    """The row of the sheet after which a page must end, so that the last finding goes with the signing block; None
    where the block finds room below it anyway, whichever program prints.
    """
    heights, needed = list(row_heights(order)), sum(SIGNING_POINTS) + _SPARE_POINTS
    rooms = page_rooms(column_pixels(most_photos(order)))
    if len(heights) < 2 or all(left_below(heights, room) >= needed for room in rooms):
        return None
    return HEAD_ROW + len(heights) - 1


def left_below(heights: Iterable[float], room: float) -> float:
    """What is left of the last page below rows of these heights, title and head above them."""
    used = float(TITLE_POINTS + INFO_POINTS + HEAD_POINTS)
    for height in heights:
        if used + height > room:
            used = float(HEAD_POINTS)
        used += height
    return room - used
