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
        x, y, line = area.x(), area.y(), 0
        for item in self._items:
            size = item.sizeHint()
            fits = x + size.width() <= area.x() + area.width() or x == area.x()
            if not fits and not self._one_line:
                x, y, line = area.x(), y + line + self.spacing(), 0
            if move:
                self._move(item, QPoint(x, y), size, area, fits=fits)
            x += size.width() + self.spacing()
            line = max(line, size.height())
        return y + line - area.y()

    def _move(self, item: QLayoutItem, at: QPoint, size: QSize, area: QRect, *, fits: bool) -> None:
        if not self._one_line:
            item.setGeometry(QRect(at, size))
            return
        middle = QPoint(at.x(), area.y() + max(0, (area.height() - size.height()) // 2))
        # Out of sight, not hidden: a hidden item would change the layout while it lays out.
        item.setGeometry(QRect(middle if fits else QPoint(-2 * size.width(), 0), size))


def flowing(*widgets: QWidget, gap: int = 8) -> QWidget:
    """The widgets in a flow."""
    made = QWidget()
    flow = Flow(gap)
    for widget in widgets:
        flow.addWidget(widget)
    made.setLayout(flow)
    return made
