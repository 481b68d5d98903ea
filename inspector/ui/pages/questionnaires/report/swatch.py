"""The colour an answer has in the bars, beside its words: the bars are read with it."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.paint import ink, rounded


class Swatch(QWidget):
    """A small square of a chart colour; "" keeps the place free."""

    def __init__(self, tone: str) -> None:
        super().__init__()
        self.tone = tone
        self.setFixedSize(current().px(14), current().px(14))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The colour."""
        if self.tone:
            rounded(QPainter(self), QRectF(self.rect()), 3, ink(self.tone))
