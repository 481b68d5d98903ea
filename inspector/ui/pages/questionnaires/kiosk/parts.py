"""What the kiosk's pages share: what they may ask of it, and buttons for hands that tremble."""

from collections.abc import Callable
from functools import partial
from typing import Protocol

from PySide6.QtWidgets import QGridLayout, QLineEdit, QPushButton

from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import button, trailing

EDGE = 32
"""What a page of the kiosk keeps free at its left and right, px: head, text and foot begin at one line."""


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

    def ask_stop(self) -> None:
        """Stop half way? Asked once, because nothing brings the answers back."""

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


def digit_pad(field: QLineEdit, last: str = "") -> QGridLayout:
    """Digits for fingers that write into `field`; the sign `last` stands in the lower right corner."""
    keys = QGridLayout()
    keys.setSpacing(current().gap(8))
    for place, digit in enumerate("123456789"):
        keys.addWidget(big_button(digit, partial(field.insert, digit)), place // 3, place % 3)
    wipe = big_button("⌫", field.backspace)
    wipe.setAccessibleName(tr("Take the last digit away"))
    keys.addWidget(wipe, 3, 0)
    keys.addWidget(big_button("0", lambda: field.insert("0")), 3, 1)
    if last:
        keys.addWidget(big_button(last, lambda: field.insert(last)), 3, 2)
    return keys
