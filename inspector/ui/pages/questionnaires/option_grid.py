"""Answers in columns of one width: as many as have room, told anew whenever the room changes."""

from collections.abc import Callable, Sequence

from PySide6.QtCore import QRect, QSize
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.ui.pages.questionnaires.option_button import OptionButton


class OptionGrid(QWidget):
    """Each group begins a line of its own. `columns` answers how many columns a width has room for."""

    def __init__(self, groups: Sequence[Sequence[OptionButton]], columns: Callable[[int], int], gap: int) -> None:
        super().__init__()
        self._groups, self._columns, self._gap = groups, columns, gap
        for group in groups:
            for each in group:
                each.setParent(self)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Fewer columns are higher."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of all lines."""
        return max((place.bottom() + 1 for _, place in self._places(width)), default=0)

    def sizeHint(self) -> QSize:
        """As high as at its present width."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """It gives way to anything: then it has one column."""
        return QSize(40, 0)

    def resizeEvent(self, _event: QResizeEvent) -> None:
        """Everything in its place."""
        for button, place in self._places(self.width()):
            button.setGeometry(place)

    def _places(self, width: int) -> list[tuple[OptionButton, QRect]]:
        columns = self._columns(width)
        wide, top = (width - self._gap * (columns - 1)) // columns, 0
        places = []
        for group in self._groups:
            for first in range(0, len(group), columns):
                line = group[first : first + columns]
                high = max(each.heightForWidth(wide) for each in line)
                places += [
                    (each, QRect(column * (wide + self._gap), top, wide, high)) for column, each in enumerate(line)
                ]
                top += high + self._gap
        return places
