"""A bar of parts: verdicts of a checklist, answers to a question, progress."""

from PySide6.QtCore import QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.paint import draw_bar


class StackedBar(QWidget):
    """Parts are (value, colour token) of `total`; 不合格 (fail_fill) is hatched. Plain progress is accent."""

    def __init__(self, name: str, height: int = 8) -> None:
        """`name` is what a screen reader says the bar is of."""
        super().__init__()
        self._parts: tuple[tuple[float, str], ...] = ()
        self._total = 0.0
        self.setAccessibleName(name)
        self.setFixedHeight(current().px(height))
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)

    def show_parts(self, parts: tuple[tuple[float, str], ...], total: float) -> None:
        """Show these parts; what is missing to `total` stays empty."""
        self._parts, self._total = parts, total
        self.setAccessibleDescription(f"{sum(value for value, _ in parts):g}/{total:g}")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The bar."""
        draw_bar(QPainter(self), QRectF(self.rect()), self._parts, self._total)
