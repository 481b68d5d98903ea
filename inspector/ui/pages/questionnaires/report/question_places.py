"""Where the parts of a question's row stand: its words beside its bar, or above it where there is little room."""

from dataclasses import dataclass

from PySide6.QtCore import QRect, Qt

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import metrics
from inspector.ui.translation import tr

WRAP = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter
_BESIDE = 480
"""Words and bar stand beside each other when they have so many px together."""
_LEAST_BAR = 120


@dataclass(frozen=True, slots=True)
class RowPlaces:
    """Areas from the row's own top; `numbers` are rate, margin, n and don't know, without width where there is none."""

    code: QRect
    label: QRect
    bar: QRect
    numbers: tuple[QRect, ...]
    high: int


def number_heads() -> tuple[str, ...]:
    """What stands above the numbers."""
    return (tr("Rate"), tr("± 95 %"), tr("Valid n"), tr("Don't know"))


def row_places(label: str, width: int) -> RowPlaces:
    """The row of a question with these words, `width` px wide; it is as high as all its words need."""
    theme = current()
    gap, pad = theme.gap(8), theme.gap(6)
    code = metrics("sm").horizontalAdvance("A00W") + gap
    left, room = gap + code, width - code - 2 * gap
    numbers = _number_widths(room)
    rest = room - sum(numbers)
    beside = rest >= theme.px(_BESIDE)
    if beside:
        room = rest // 2 - gap
    words = metrics("base", bold=True).boundingRect(QRect(0, 0, max(room, 40), 10_000), WRAP, label).height()
    if beside:
        high = max(theme.control(46), words + 2 * pad)
        label_area, bar = QRect(left, 0, room, high), QRect(left + rest // 2, 0, rest - rest // 2 - gap, high)
    else:
        label_area, bar = QRect(left, pad, room, words), QRect(left, words + 2 * pad, rest - gap, theme.px(26))
        high = bar.bottom() + 1 + pad
    areas, at = [], left + rest
    for one in numbers:
        areas.append(QRect(at, bar.top(), max(one - gap, 0), bar.height()))
        at += one
    code_area = QRect(gap, label_area.top(), code - gap, label_area.height())
    return RowPlaces(code_area, label_area, bar, tuple(areas), high)


def _number_widths(room: int) -> tuple[int, ...]:
    """What the numbers take, with the space before the next one; those at the end go first where there is no room."""
    gap = current().gap(8)
    rate = metrics("base", bold=True).horizontalAdvance("100.0 %") + gap
    others = [
        max(metrics("sm").horizontalAdvance(words) for words in (head, "±10.0")) + gap for head in number_heads()[1:]
    ]
    shown = next((n for n in (3, 1) if room - rate - sum(others[:n]) >= _LEAST_BAR), 0)
    return (rate, *others[:shown], *([0] * (3 - shown)))
