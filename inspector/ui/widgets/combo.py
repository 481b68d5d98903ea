"""A list to choose one value from, with rows as high as a finger needs."""

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QWheelEvent
from PySide6.QtWidgets import QComboBox, QSizePolicy, QStyledItemDelegate

from inspector.ui.widgets.tips import tip


class Combo(QComboBox):
    """Values with words; `chosen` tells the value a person picked."""

    chosen = Signal(str)

    def __init__(self, values: Sequence[tuple[str, str]] = (), value: str = "", *, compact: bool = False) -> None:
        """`values` are (value, words)."""
        super().__init__()
        self.setProperty("compact", compact)
        self.setItemDelegate(QStyledItemDelegate(self))  # without it the sheet's row height is not heard (ui.md 11.8)
        self.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setMaxVisibleItems(12)
        self.offer(values, value)
        self.activated.connect(lambda _: self.chosen.emit(self.value))

    def offer(self, values: Sequence[tuple[str, str]], value: str = "") -> None:
        """Offer other values, `value` chosen."""
        self.clear()
        for each, words in values:
            self.addItem(words, each)
        self.show_value(value)

    @property
    def value(self) -> str:
        """The chosen value; "" while none is."""
        data = self.currentData()
        return data if isinstance(data, str) else ""

    def show_value(self, value: str) -> None:
        """Choose `value` without telling anybody."""
        self.setCurrentIndex(self.findData(value))
        tip(self, self.currentText())

    def wheelEvent(self, event: QWheelEvent) -> None:
        """Scrolling a page must not change what is chosen."""
        event.ignore()
