"""A field to search with: magnifier, what can be searched, its key."""

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit

from inspector.ui.theme.current import current
from inspector.ui.widgets.boxes import STRETCH, across
from inspector.ui.widgets.key_cap import KeyCap
from inspector.ui.widgets.labels import icon_label

_PAUSE_MS = 150


class SearchField(QLineEdit):
    """`searched` tells the text once typing pauses, so that a query is not made for every letter."""

    searched = Signal(str)

    def __init__(self, placeholder: str, key: str = "", width: int = 280) -> None:
        super().__init__()
        self.setProperty("find", True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setMinimumWidth(current().px(160))
        self.setMaximumWidth(current().px(width))
        self._cap = KeyCap(key) if key else None
        inside = across(icon_label("search", "text3", 18), STRETCH, margins=(12, 0, 8, 0))
        if self._cap:
            inside.addWidget(self._cap)
        self.setLayout(inside)
        pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda text: self._typed(text, pause))

    def _typed(self, text: str, pause: QTimer) -> None:
        if self._cap:
            self._cap.setVisible(not text)
        pause.start()
