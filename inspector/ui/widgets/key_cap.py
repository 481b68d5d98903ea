"""The cap of a key, printed where the key acts."""

from PySide6.QtCore import QRectF, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.paint import draw_key_cap, key_cap_width
from inspector.ui.widgets.boxes import across
from inspector.ui.widgets.labels import label


class KeyCap(QWidget):
    """One key; `on_fill` for a dark ground."""

    def __init__(self, key: str, on_fill: bool = False) -> None:
        super().__init__()
        self._key = key
        self._on_fill = on_fill
        self.setFixedSize(key_cap_width(key), current().px(22))
        self.setAttribute(Qt.WidgetAttribute.WA_TransparentForMouseEvents)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The cap."""
        draw_key_cap(QPainter(self), QRectF(self.rect()), self._key, self._on_fill)


def key_hint(key: str, words: str) -> QHBoxLayout:
    """A cap and what it does, as in foot bars."""
    return across(KeyCap(key), label(words, "sm", "text2"), gap=6)
