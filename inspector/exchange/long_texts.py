"""Texts higher than the highest row Excel allows: they go on in the rows below, so that paper shows all of them."""

from collections.abc import Iterator, Sequence

from inspector.exchange.dispatch_tables import Column
from inspector.exchange.excel_cells import MAX_ROW_POINTS, Value
from inspector.exchange.excel_page import text_height
from inspector.exchange.excel_styles import BODY_POINTS, TEXT

_MARKS = "\n。；，、. ;,"
_NEAR = 40
"""Characters that are given up at most for not breaking in the middle of a clause."""


def pieces(text: str, pixels: int, points: float = BODY_POINTS) -> list[str]:
    """The text in pieces that fit into the highest row each, broken after a mark where one is near; one piece for most
    texts, "" is one too.
    """
    found = []
    while text_height(text, pixels, points) > MAX_ROW_POINTS:
        end = _fitting(text, pixels, points)
        end = max((text.rfind(mark, end - _NEAR, end) + 1 for mark in _MARKS if end > _NEAR), default=0) or end
        found.append(text[:end])
        text = text[end:]
    return [*found, text]


def continued(values: Sequence[Value], columns: Sequence[Column]) -> Iterator[tuple[Value, ...]]:
    """The row, and below it rows with what its long texts have left; codes are repeated, numbers and the rest are not:
    a sum counts them once.
    """
    split = [
        pieces(value, column.pixels, column.look.points) if isinstance(value, str) else [value]
        for value, column in zip(values, columns, strict=True)
    ]
    for number in range(max(map(len, split), default=1)):
        yield tuple(_at(number, some, column) for some, column in zip(split, columns, strict=True))


def _at(number: int, some: Sequence[Value], column: Column) -> Value:
    if number < len(some):
        return some[number]
    return some[0] if column.look.number == TEXT and len(some) == 1 else None


def _fitting(text: str, pixels: int, points: float) -> int:
    """How many characters from the beginning fit into the highest row, at least one."""
    low, high = 1, len(text)
    while low < high:
        middle = (low + high + 1) // 2
        if text_height(text[:middle], pixels, points) <= MAX_ROW_POINTS:
            low = middle
        else:
            high = middle - 1
    return low
