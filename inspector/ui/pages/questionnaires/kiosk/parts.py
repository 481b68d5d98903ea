"""What the kiosk's pages share: what they may ask of it, and buttons for hands that tremble."""

from collections.abc import Callable
from typing import Protocol

from PySide6.QtWidgets import QPushButton

from inspector.ui.widgets.buttons import button, trailing


class KioskDeeds(Protocol):
    """What a page of the kiosk asks for."""

    zoom: float

    def agree(self) -> None:
        """Begin."""

    def decline(self) -> None:
        """Rather not."""

    def speak(self, language: str) -> None:
        """Another language."""

    def larger(self) -> None:
        """Larger or smaller words."""

    def stop(self) -> None:
        """Stop half way."""

    def finish(self) -> None:
        """The end was reached."""

    def ask_pin(self) -> None:
        """The way out."""


def big_button(words: str, act: Callable[[], object], *, icon: str = "", next_step: bool = False) -> QPushButton:
    """64 px high."""
    made = button(words, "filled" if next_step else "outlined", act, icon=icon)
    made.setProperty("big", True)
    return trailing(made) if next_step and icon else made
