"""Layouts and sheets of paper in one line each."""

from typing import Final, TypeVar

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLayout, QScrollArea, QVBoxLayout, QWidget

from inspector.ui.theme.current import current

L = TypeVar("L", bound=QBoxLayout)

STRETCH: Final = None
"""In `across` and `down`: the space that is left."""


class Grow:
    """In `across` and `down`: takes `share` of the space that is left."""

    def __init__(self, item: QWidget | QLayout, share: int = 1) -> None:
        self.item = item
        self.share = share


Item = QWidget | QLayout | Grow | int | None
"""What a layout takes; a number is a space in px."""


def across(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QHBoxLayout:
    """Items from left to right; `margins` are left, top, right, bottom."""
    return _fill(QHBoxLayout(), items, gap, margins)


def down(*items: Item, gap: int = 8, margins: tuple[int, int, int, int] = (0, 0, 0, 0)) -> QVBoxLayout:
    """Items from top to bottom."""
    return _fill(QVBoxLayout(), items, gap, margins)


def sheet(layout: QLayout, role: str = "card") -> QFrame:
    """A surface: card, picked, flat, band, head, foot, left, right, sunken, note, warn, fail, pass, dialog, toast."""
    frame = QFrame()
    frame.setProperty("role", role)
    frame.setLayout(layout)
    return frame


def hairline(vertical: bool = False) -> QFrame:
    """A line between things."""
    line = QFrame()
    line.setProperty("role", "vr" if vertical else "hr")
    return line


def scrolling(content: QLayout) -> QScrollArea:
    """`content` in an area that scrolls up and down and never sets the page's least size."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    refill(area, content)
    return area


def refill(area: QScrollArea, content: QLayout) -> None:
    """Put other content into the area, all at once: row by row it would be laid out, and drawn squeezed, many times."""
    before = area.takeWidget()
    if before is not None:
        before.deleteLater()
    inside = QWidget()
    inside.setObjectName("scrolled")
    inside.setLayout(content)
    area.setWidget(inside)


def empty(layout: QLayout) -> None:
    """Take everything out of `layout` and delete it."""
    while (taken := layout.takeAt(0)) is not None:
        if widget := taken.widget():
            widget.hide()
            widget.deleteLater()
        elif inner := taken.layout():
            empty(inner)


def _fill(layout: L, items: tuple[Item, ...], gap: int, margins: tuple[int, int, int, int]) -> L:
    theme = current()
    left, top, right, bottom = (theme.gap(margin) for margin in margins)
    layout.setContentsMargins(left, top, right, bottom)
    layout.setSpacing(theme.gap(gap))
    for item in items:
        _add(layout, item, theme.gap(item) if isinstance(item, int) else 0)
    return layout


def _add(layout: QBoxLayout, item: Item, space: int) -> None:
    if item is None:
        layout.addStretch(1)
    elif isinstance(item, int):
        layout.addSpacing(space)
    elif isinstance(item, Grow):
        _add_part(layout, item.item, item.share)
    else:
        _add_part(layout, item, 0)


def _add_part(layout: QBoxLayout, part: QWidget | QLayout, share: int) -> None:
    if isinstance(part, QLayout):
        layout.addLayout(part, share)
    else:
        layout.addWidget(part, share)
