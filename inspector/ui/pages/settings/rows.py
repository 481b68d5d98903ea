"""A setting as a row: what it is, what it means, and the control that changes it at once."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.form import LineField
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.switch import Switch

_FIELD_WIDTH = 280


class SettingRow(QWidget):
    """Words at the left, the control at the right; below each other in one column."""

    def __init__(self, title: str, hint: str, control: QWidget, mode: LayoutMode) -> None:
        super().__init__()
        self.hint = wrapping(hint, "sm", "text3")
        words = down(wrapping(title), self.hint, gap=0)
        if mode is LayoutMode.ONE:
            self.setLayout(down(words, across(control, STRETCH), gap=4))
        else:
            self.setLayout(across(Grow(words), control, gap=16))
        self.hint.setVisible(bool(hint))  # before it is in the row it would be a window of its own
        self.setMinimumHeight(current().control(48))

    def show_hint(self, words: str) -> None:
        """Say something else about it."""
        self.hint.setText(words)
        self.hint.setVisible(bool(words))


def settings_card(title: str, rows: Sequence[QWidget]) -> Card:
    """Rows with hairlines between them."""
    card = Card(title)
    for number, row in enumerate(rows):
        if number:
            card.add(hairline())
        card.add(row)
    return card


def switch(name: str, on: bool, change: Callable[[bool], object]) -> Switch:
    """A switch that tells what it became."""
    made = Switch(name, on)
    made.clicked.connect(lambda checked: change(bool(checked)))
    return made


def text_field(name: str, text: str, change: Callable[[str], object], width: int = _FIELD_WIDTH) -> LineField:
    """A field that tells its text when it is left."""
    made = LineField(name, text)
    made.setFixedWidth(current().px(width))
    made.committed.connect(change)
    return made
