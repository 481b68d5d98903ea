"""A layout that breaks into lines as text does: chips and phrases at every text size."""

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from inspector.ui.theme.current import current


class Flow(QLayout):
    """Items from left to right, then on the next line; with `one_line` what has no room is hidden instead."""

    def __init__(self, gap: int = 8, *, one_line: bool = False) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._one_line = one_line
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(current().gap(gap))

    def addItem(self, item: QLayoutItem) -> None:
        """Take one more."""
        self._items.append(item)

    def count(self) -> int:
        """How many there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """The item, or None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """The item, no longer laid out here."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Takes no more than it needs."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Fewer lines when wide."""
        return not self._one_line

    def heightForWidth(self, width: int) -> int:
        """The height of the lines at that width."""
        return self._place(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Everything on one line."""
        hints = [item.sizeHint() for item in self._items]
        width = sum(hint.width() for hint in hints) + self.spacing() * max(0, len(hints) - 1)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def minimumSize(self) -> QSize:
        """The largest item."""
        hints = [item.minimumSize() for item in self._items]
        width = 0 if self._one_line else max((hint.width() for hint in hints), default=0)
        return QSize(width, max((hint.height() for hint in hints), default=0))

    def setGeometry(self, area: QRect) -> None:
        """Lay them out."""
        super().setGeometry(area)
        self._place(area, move=True)

    def _place(self, area: QRect, *, move: bool) -> int:
        y = area.y()
        for line in self._lines(area.width()):
            height = max(item.sizeHint().height() for item in line)
            if move:
                self._move(line, area, y, area.height() if self._one_line else height)
            y += height + self.spacing()
        return max(0, y - self.spacing() - area.y())

    def _lines(self, width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        x = 0
        for item in self._items:
            if item.isEmpty():  # hidden
                continue
            needed = item.sizeHint().width()
            if not lines or (x + needed > width and not self._one_line):
                lines.append([])
                x = 0
            lines[-1].append(item)
            x += needed + self.spacing()
        return lines

    def _move(self, line: list[QLayoutItem], area: QRect, y: int, height: int) -> None:
        x = area.x()
        for item in line:
            size = item.sizeHint()
            middle = QPoint(x, y + (height - size.height()) // 2)
            x += size.width() + self.spacing()
            # Out of sight, not hidden: hiding would lay out again. An item would cut what lies left of nought to
            # nothing, and its words with it: the widget itself is moved. What is wider than the line keeps to the line.
            widget = item.widget()
            if widget and self._one_line and x - self.spacing() > area.x() + area.width():
                widget.setGeometry(QRect(QPoint(-2 * size.width(), y), size))
                continue
            item.setGeometry(QRect(middle, QSize(min(size.width(), area.width()), size.height())))


def flowing(*widgets: QWidget, gap: int = 8) -> QWidget:
    """The widgets in a flow."""
    made = QWidget()
    flow = Flow(gap)
    for widget in widgets:
        flow.addWidget(widget)
    made.setLayout(flow)
    return made
