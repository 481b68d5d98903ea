"""A row that is pressed as a whole: any layout on a ground that shows pointer and current row as tables do."""

from PySide6.QtCore import Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QAbstractButton, QLayout, QSizePolicy

from inspector.ui.theme.current import current
from inspector.ui.theme.paint import ink


class RowButton(QAbstractButton):
    """Connect `clicked`; `name` is spoken. With `line` a hairline stands below it."""

    def __init__(self, content: QLayout, name: str, *, height: int = 52, line: bool = True) -> None:
        super().__init__()
        self.setAttribute(Qt.WidgetAttribute.WA_Hover)  # the pointer's tint comes and goes
        self._line = line
        self._is_current = False
        self.setLayout(content)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Minimum)
        self.setMinimumHeight(current().control(height))

    @property
    def is_current(self) -> bool:
        """True for the row the arrow keys stand on."""
        return self._is_current

    def show_current(self, is_current: bool) -> None:
        """Stand on this row, or no longer."""
        self._is_current = is_current
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The ground; the content paints itself."""
        painter = QPainter(self)
        if self._is_current or self.underMouse():
            painter.fillRect(self.rect(), ink("accent_tint" if self._is_current else "hover"))
        if self._is_current:
            painter.fillRect(0, 0, 4, self.height(), ink("accent_ink"))
        if self._line:
            edge = current().gap(20)
            painter.fillRect(edge, self.height() - 1, self.width() - 2 * edge, 1, ink("line"))
