"""A field to search with: magnifier, what can be searched, its key."""

from PySide6.QtCore import QSize, Qt, QTimer, Signal
from PySide6.QtGui import QKeyEvent, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QApplication, QLineEdit, QSizePolicy

from inspector.ui.theme.current import current
from inspector.ui.widgets.boxes import STRETCH, across
from inspector.ui.widgets.key_cap import KeyCap
from inspector.ui.widgets.labels import icon_label

_PAUSE_MS = 150
_MOVES = {Qt.Key.Key_Up, Qt.Key.Key_Down, Qt.Key.Key_PageUp, Qt.Key.Key_PageDown}


class SearchField(QLineEdit):
    """`searched` tells the text once typing pauses, so that a query is not made for every letter."""

    searched = Signal(str)

    def __init__(self, placeholder: str, key: str = "", width: int = 280) -> None:
        super().__init__()
        self.setProperty("find", True)
        self.setPlaceholderText(placeholder)
        self.setAccessibleName(placeholder)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setMinimumWidth(current().px(120))
        self._width = width
        self._found: QAbstractItemView | None = None
        self._cap = KeyCap(key) if key else None
        inside = across(icon_label("search", "text3", 18), STRETCH, margins=(12, 0, 8, 0))
        if self._cap:
            inside.addWidget(self._cap)
        self.setLayout(inside)
        self._pause = QTimer(self, singleShot=True, interval=_PAUSE_MS)
        self._pause.timeout.connect(lambda: self.searched.emit(self.text().strip()))
        self.textChanged.connect(lambda _text: self._typed())

    def move_in(self, found: QAbstractItemView) -> None:
        """Let arrows in the field move through what was found."""
        self._found = found

    def show_text(self, text: str) -> None:
        """Show what was searched for, which nobody has to be told."""
        self.setText(text)
        self._pause.stop()

    def sizeHint(self) -> QSize:
        """The width asked for, or what the placeholder needs beside magnifier and key."""
        return QSize(max(self._needed(), current().px(self._width)), super().sizeHint().height())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are what was found's, all else is written."""
        if self._found is not None and event.key() in _MOVES:
            QApplication.sendEvent(self._found, event)
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """The cap goes before the words do."""
        super().resizeEvent(event)
        self._show_cap()

    def _show_cap(self) -> None:
        if self._cap:
            self._cap.setVisible(not self.text() and self.width() >= self._needed())

    def _needed(self) -> int:
        """The width of the placeholder beside magnifier and key."""
        words = self.fontMetrics().horizontalAdvance(self.placeholderText())
        return words + current().px(18 + 22) + current().gap(32) + (self._cap.width() if self._cap else 0)

    def _typed(self) -> None:
        self._show_cap()
        self._pause.start()
