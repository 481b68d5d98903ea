"""Chips, 32 px: round ones filter, square ones are phrases."""

from collections.abc import Callable

from PySide6.QtCore import QSize, Qt
from PySide6.QtWidgets import QPushButton

from inspector.ui.theme.current import current
from inspector.ui.theme.icons import icon
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import button


def filter_chip(words: str, clear: Callable[[], object]) -> QPushButton:
    """A filter that is on; pressing it takes it off."""
    made = button(f"{words} ", "chip", clear, name=tr("Remove the filter {words}", words=words))
    made.setText(f"{_unmarked(words)} ")
    made.setCheckable(True)
    made.setChecked(True)
    made.setIcon(icon("x", "accent_ink", 14))
    made.setIconSize(QSize(current().px(14), current().px(14)))
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    return made


def phrase_chip(words: str, chosen: Callable[[bool], object], *, on: bool = False, key: str = "") -> QPushButton:
    """A phrase that is put into the text when chosen and taken out when chosen again."""
    made = button(words, "phrase", keys=key)
    made.setText(_unmarked(words))
    made.setCheckable(True)
    made.setChecked(on)
    made.clicked.connect(lambda state: chosen(bool(state)))
    return made


def _unmarked(words: str) -> str:
    """What people wrote holds no letter to be underlined: & is a sign like any other."""
    return words.replace("&", "&&")
