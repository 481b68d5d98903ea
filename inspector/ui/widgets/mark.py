"""A verdict mark as a widget."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.paint import MarkKind, draw_mark


class Mark(QWidget):
    """Circle with tick, square with cross, capsule with dash, hollow circle."""

    def __init__(self, kind: MarkKind, size: int = 18) -> None:
        super().__init__()
        self._kind = kind
        self.setFixedSize(current().px(size), current().px(size))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The mark."""
        draw_mark(QPainter(self), QRectF(self.rect()), self._kind)
