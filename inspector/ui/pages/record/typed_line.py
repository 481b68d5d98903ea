"""A line whose text is saved while it is typed: at most a second later, and at once when it is left."""

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit

SAVE_AFTER_MS = 700


class TypedLine(QLineEdit):
    """`typed` tells the text to save; `flush` tells it at once. `left` follows Enter, when the person is done."""

    typed = Signal(str)
    left = Signal()

    def __init__(self, name: str, hint: str = "") -> None:
        """`name` is what a screen reader says, `hint` stands in the empty field."""
        super().__init__()
        self.setAccessibleName(name)
        self.setPlaceholderText(hint)
        self._saved = ""
        self._refused = False
        self._pause = QTimer(self, singleShot=True, interval=SAVE_AFTER_MS)
        self._pause.timeout.connect(self.flush)
        self.textEdited.connect(lambda _: self._pause.isActive() or self._pause.start())
        self.returnPressed.connect(self._leave)

    @property
    def is_waiting(self) -> bool:
        """True while something typed is not saved yet."""
        return self.text() != self._saved

    def show_text(self, text: str) -> None:
        """Show what is saved. What a person is typing is not disturbed."""
        if self.is_waiting and self.hasFocus():
            return
        self._pause.stop()
        self._saved = text
        if self.text() != text:
            self.setText(text)
            self.setCursorPosition(0)

    def become(self, text: str) -> None:
        """Show the text of something else, whatever was typed (it was flushed before)."""
        self._pause.stop()
        self._saved = text
        self.setText(text)
        self.setCursorPosition(0)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        self._pause.stop()
        if self.is_waiting:
            before, self._saved = self._saved, self.text()
            self._refused = False
            self.typed.emit(self._saved)
            if self._refused:
                self._saved = before

    def not_saved(self) -> None:
        """What was just told could not be saved: the text stays here and is told again later."""
        self._refused = True

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter means done with this line, and nothing else of the page."""
        super().keyPressEvent(event)
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            event.accept()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving saves. The dialog that says what was refused takes the focus too and must not ask again."""
        if not (self._refused and event.reason() is Qt.FocusReason.ActiveWindowFocusReason):
            self.flush()
        super().focusOutEvent(event)

    def _leave(self) -> None:
        self.flush()
        self.left.emit()
