"""The field of the home page that finds anything: it looks like a field to type into and opens the search at once."""

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent, QMouseEvent

from inspector.ui.widgets.search_field import SearchField

_OPENS = {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}


class FindField(SearchField):
    """`wanted` tells the letter that was typed into it; "" after a press or Enter."""

    wanted = Signal(str)

    def __init__(self, placeholder: str) -> None:
        super().__init__(placeholder, key="Ctrl K", width=260)
        self.setReadOnly(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)

    def mousePressEvent(self, _event: QMouseEvent) -> None:
        """A press is enough."""
        self.wanted.emit("")

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """The first letter is not lost."""
        if event.key() in _OPENS:
            self.wanted.emit("")
        elif event.text().isalnum():
            self.wanted.emit(event.text())
        else:
            super().keyPressEvent(event)
