"""How many columns fit: window width measured in text, not in pixels (ui.md 2)."""

from enum import IntEnum


class LayoutMode(IntEnum):
    """The three forms of every page."""

    ONE = 1
    """One column; lists behind a button, cards stacked."""
    TWO = 2
    """List and work; details open over the right half."""
    WIDE = 3
    """List, work and detail side by side."""


def layout_mode(width: int, scale: float) -> LayoutMode:
    """The form of a window `width` pixels wide at the text size `scale`."""
    effective = width / scale
    if effective >= 1200:
        return LayoutMode.WIDE
    return LayoutMode.TWO if effective >= 840 else LayoutMode.ONE
