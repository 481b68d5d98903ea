"""One of two to four values, all of them seen."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QPushButton, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import metrics
from inspector.ui.widgets.boxes import across
from inspector.ui.widgets.buttons import button


class Segmented(QWidget):
    """Values beside each other; `chosen` tells the value a person pressed."""

    chosen = Signal(str)

    def __init__(self, values: Sequence[tuple[str, str]], value: str = "") -> None:
        """`values` are (value, words)."""
        super().__init__()
        self._group = QButtonGroup(self)
        self._buttons: dict[str, QPushButton] = {}
        for i, (each, words) in enumerate(values):
            made = button(words, "segment")
            made.setProperty("segment", "first" if i == 0 else "last" if i == len(values) - 1 else "middle")
            made.setCheckable(True)
            # A chosen one is bold, and the style sheet's bold is not in a button's own measure.
            made.setMinimumWidth(metrics(bold=True).horizontalAdvance(words) + current().gap(2 * 12) + 4)
            made.clicked.connect(lambda _=False, each=each: self.chosen.emit(each))
            self._group.addButton(made)
            self._buttons[each] = made
        self.setLayout(across(*self._buttons.values(), gap=0))
        if value:
            self.show_value(value)

    @property
    def value(self) -> str:
        """The chosen value; "" while none is."""
        return next((each for each, made in self._buttons.items() if made.isChecked()), "")

    def show_value(self, value: str) -> None:
        """Choose `value` without telling anybody; a value that is not offered chooses none."""
        self._group.setExclusive(False)
        for each, made in self._buttons.items():
            made.setChecked(each == value)
        self._group.setExclusive(True)
