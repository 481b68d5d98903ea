"""Buttons as high as a verdict, for hands that tremble."""

from collections.abc import Callable

from PySide6.QtWidgets import QPushButton

from inspector.ui.widgets.buttons import button, trailing


def big_button(words: str, act: Callable[[], object], *, icon: str = "", next_step: bool = False) -> QPushButton:
    """64 px high."""
    made = button(words, "filled" if next_step else "outlined", act, icon=icon)
    made.setProperty("big", True)
    return trailing(made) if next_step and icon else made
