"""The rows and photos of the sheet 整改清单."""

from collections.abc import Iterator, Sequence
from datetime import date
from itertools import chain

from inspector.domain.rectification_list import ListRow, RectificationList, row_mark
from inspector.exchange.excel_cells import MAX_ROW_POINTS, Cell, Row, Value
from inspector.exchange.excel_page import POINTS_PER_PIXEL, text_height
from inspector.exchange.excel_pictures import Box, PlacedPicture
from inspector.exchange.excel_styles import BODY_POINTS, CREAM, DATE, HEAD, INFO, TEXT, TITLE, Look, Styles
from inspector.exchange.rectification_columns import (
    BEFORE,
    LIST_COLUMNS,
    MARK_NAME,
    PHOTO_HEIGHT,
    PHOTOS_IN_CELL,
    ListColumn,
    column_pixels,
    photo_offset,
    photo_width,
)

HEAD_ROW = 3
SIGNING_ROWS = 2
"""An empty line and the line for seal and signatures."""
INFO_SPANS = ((1, 5), (6, 7), (8, 11), (12, 16))
"""First and last columns of the four merged cells below the title: 责任单位, 交办编号, 交办日期, 要求反馈日期."""
SIGNING_SPANS = ((1, 5), (6, 7), (8, 9), (10, 12), (13, 14), (15, 16))

TITLE_POINTS, INFO_POINTS, HEAD_POINTS = 36, 24, 34
SIGNING_POINTS = (12, 36)
_LEAST_POINTS = 66.0
"""A row without photos still leaves room for the unit's own."""
_NOTE_POINTS = 16
_TEXTS_BEYOND = "全文见文字附页"
SMALL_POINTS = 9
"""Of a row that would be too high otherwise; on paper, where the list is set smaller, the least one still reads."""


def list_rows(order: RectificationList, styles: Styles) -> Iterator[Row]:
    """All rows of the sheet from the title to the signing block, one at a time.

    Every style is known when this returns, so that the workbook's styles can be written before its rows.
    """
    plain = styles.number(INFO)
    above = [
        Row(_spread({1: order.title}, styles.number(TITLE)), TITLE_POINTS),
        Row(_spread(_at(INFO_SPANS, _info(order)), plain), INFO_POINTS),
        _head(styles),
    ]
    empty, signed = SIGNING_POINTS
    below = [Row(_spread({}, plain), empty), Row(_spread(_at(SIGNING_SPANS, _signing(order)), plain), signed)]
    return chain(above, map(_Body(order, styles).row, order.rows), below)


def list_pictures(order: RectificationList) -> tuple[PlacedPicture, ...]:
    """The photos that stand in the cells of the sheet, at most three for a finding."""
    placed = []
    most = most_photos(order)
    for index, row in enumerate(order.rows):
        shown = row.photos[:PHOTOS_IN_CELL]
        start = (column_pixels(most)[BEFORE] - photo_offset(len(shown), len(shown))) // 2
        for position, sha in enumerate(shown):
            left = start + photo_offset(position, len(shown))
            box = Box(BEFORE, HEAD_ROW + index, left, 4, photo_width(len(shown)), PHOTO_HEIGHT)
            placed.append(PlacedPicture(sha, box, f"{row.no} 整改前照片 {position + 1}"))
    return tuple(placed)


def most_photos(order: RectificationList) -> int:
    """How many photos the finding with the most has; 0 without findings."""
    return max((len(row.photos) for row in order.rows), default=0)


def row_count(order: RectificationList) -> int:
    """How many rows the sheet has."""
    return HEAD_ROW + len(order.rows) + SIGNING_ROWS


def chinese_date(day: date) -> str:
    """The date as papers write it: 2026年11月22日."""
    return f"{day.year}年{day.month}月{day.day}日"


class _Body:
    """Makes the row of a finding; the styles of the columns are looked up once."""

    def __init__(self, order: RectificationList, styles: Styles) -> None:
        self._dispatch_id = order.dispatch_id
        self._pixels = column_pixels(most_photos(order))
        looks = [_look(column) for column in LIST_COLUMNS]
        small = [look.with_(points=SMALL_POINTS) if look.locked else look for look in looks]
        self._styles = [styles.number(look) for look in looks]
        self._small_styles = [styles.number(look) for look in small]
        # A text longer than the highest row Excel allows shows its beginning, not its middle; photos stand at the top.
        self._tall_styles = [styles.number(look if look.down == "bottom" else look.with_(down="top")) for look in small]
        self._mark = styles.number(Look(lines=False, number=TEXT))

    def row(self, row: ListRow) -> Row:
        values, photos = _values(row), len(row.photos)
        height, points = _fitted(values, photos, self._pixels)
        styles = self._styles if points == BODY_POINTS else self._small_styles
        if height > MAX_ROW_POINTS:
            styles, note = self._tall_styles, "\n".join(filter(None, (str(values[BEFORE] or ""), _TEXTS_BEYOND)))
            values = (*values[:BEFORE], note, *values[BEFORE + 1 :])
        cells = [Cell(value, style) for value, style in zip((*values, *[None] * 7), styles, strict=True)]
        cells.append(Cell(row_mark(self._dispatch_id, row.finding_id, row.revision), self._mark))
        return Row(cells, height)


def _fitted(values: tuple[Value, ...], photos: int, pixels: Sequence[int]) -> tuple[float, int]:
    """The height a row wants, and the size of its words: the smaller one where the usual one is too high."""
    height = _height(values, photos, pixels, BODY_POINTS)
    if height <= MAX_ROW_POINTS:
        return height, BODY_POINTS
    return _height(values, photos, pixels, SMALL_POINTS), SMALL_POINTS


def _height(values: tuple[Value, ...], photos: int, pixels: Sequence[int], points: float) -> float:
    texts = [height for _, height in _text_heights(values, pixels, points)]
    least = (PHOTO_HEIGHT + 8) * POINTS_PER_PIXEL if photos else _LEAST_POINTS
    if photos > PHOTOS_IN_CELL:
        least += _NOTE_POINTS
    return max(least, *texts)


def long_columns(row: ListRow, most_photos: int) -> tuple[tuple[str, str], ...]:
    """(column, text) of the texts that no row is high enough for, in a list whose fullest row has so many photos."""
    values = _values(row)
    heights = _text_heights(values, column_pixels(most_photos), SMALL_POINTS)
    return tuple((LIST_COLUMNS[n].name, str(values[n])) for n, height in heights if height > MAX_ROW_POINTS)


def _text_heights(values: tuple[Value, ...], pixels: Sequence[int], points: float) -> list[tuple[int, float]]:
    """(column from 0, points) a text needs; the note below photos stands in its own room."""
    return [
        (index, text_height(value, width, points))
        for index, (value, width) in enumerate(zip(values, pixels, strict=False))
        if isinstance(value, str) and index != BEFORE
    ]


def _values(row: ListRow) -> tuple[Value, ...]:
    beyond = len(row.photos) - PHOTOS_IN_CELL
    note = f"另有{beyond}张见照片附页" if beyond > 0 else None
    return (
        row.seq,
        row.no,
        row.kind_name,
        row.site_name,
        row.location,
        row.text,
        note,
        _requirement(row),
        row.due_on or row.time_limit,
    )


def _requirement(row: ListRow) -> str:
    """What is asked, with the words of the time limit (its column holds the date) and who works together."""
    lines = [row.requirement]
    if row.time_limit and row.due_on:
        lines.append(f"时限：{row.time_limit}")
    if row.lead_unit:
        lines.append(f"牵头单位：{row.lead_unit}（本单位配合）")
    if row.co_units:
        lines.append(f"{'其他' if row.lead_unit else ''}配合单位：" + "、".join(row.co_units))
    return "\n".join(line for line in lines if line)


def _look(column: ListColumn) -> Look:
    if column.key in {"due", "completed"}:
        return Look(across="center", number=DATE, locked=column.ours)
    return Look(
        across=column.across,
        down="bottom" if column.key == "before" else "center",
        number=TEXT if column.key in {"no", "phone"} else "General",
        locked=column.ours,
    )


def _head(styles: Styles) -> Row:
    cells = [
        Cell(column.name, styles.number(HEAD if column.ours else HEAD.with_(fill=CREAM))) for column in LIST_COLUMNS
    ]
    return Row([*cells, Cell(MARK_NAME, styles.number(HEAD))], HEAD_POINTS)


def _at(spans: tuple[tuple[int, int], ...], words: tuple[str, ...]) -> dict[int, str]:
    return {first: text for (first, _), text in zip(spans, words, strict=True)}


def _spread(words: dict[int, str], style: int) -> list[Cell]:
    """A row as wide as the list with texts at some columns, counted from 1."""
    return [Cell(words.get(number), style) for number in range(1, len(LIST_COLUMNS) + 1)]


def _info(order: RectificationList) -> tuple[str, ...]:
    return (
        f"责任单位：{order.unit_name}",
        f"交办编号：{order.number}",
        f"交办日期：{chinese_date(order.issued_on)}",
        f"要求反馈日期：{chinese_date(order.reply_by)}",
    )


def _signing(order: RectificationList) -> tuple[str, ...]:
    blank = "＿" * 5
    return (
        f"交办单位（盖章）：{order.issuer}",
        f"交办人：{order.issued_by or blank}",
        f"日期：{chinese_date(order.issued_on)}",
        f"签收人：{blank}",
        "联系电话：",
        "签收日期：",
    )
