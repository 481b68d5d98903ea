"""A state as icon and word on its tint."""

from PySide6.QtCore import QRectF, QSize
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.ui.theme.paint import draw_pill, pill_size


class Pill(QWidget):
    """`tone` is pass, fail, na, warn, recur, accent, neutral, line or fail_fill (ui.md 4)."""

    def __init__(self, words: str, tone: str = "neutral", icon: str = "", *, bold: bool = False) -> None:
        super().__init__()
        self._tone = tone
        self._icon = icon
        self._bold = bold
        self.words = words
        self.setAccessibleName(words)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_state(self, words: str, tone: str, icon: str = "", *, bold: bool = False) -> None:
        """Become another state."""
        self.words, self._tone, self._icon, self._bold = words, tone, icon, bold
        self.setAccessibleName(words)
        self.updateGeometry()
        self.update()

    def sizeHint(self) -> QSize:
        """Room for the whole word."""
        return QSize(*pill_size(self.words, bool(self._icon), self._bold))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The pill."""
        draw_pill(QPainter(self), QRectF(self.rect()), self.words, self._tone, self._icon, self._bold)
