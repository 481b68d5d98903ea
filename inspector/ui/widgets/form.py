"""Forms: labels left, one column, every field saved when it is left."""

from PySide6.QtCore import QEvent, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPlainTextEdit, QSizePolicy, QWidget

from inspector.ui.theme.current import current
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.labels import wrapping

_LABEL_WIDTH = 76
_NOTE_LINES = 3


class LineField(QLineEdit):
    """One line; `committed` tells the text once it changed and the field is left, or Enter pressed."""

    committed = Signal(str)

    def __init__(self, name: str, text: str = "", placeholder: str = "") -> None:
        super().__init__(text)
        self._told = text
        self.setAccessibleName(name)
        self.setPlaceholderText(placeholder)
        self.setMinimumWidth(current().px(60))
        self.editingFinished.connect(self.commit)

    def commit(self) -> None:
        """Tell the text if it is another than the last one told."""
        if (text := self.text().strip()) != self._told:
            self._told = text
            self.committed.emit(text)

    def show_text(self, text: str) -> None:
        """Show `text` without telling anybody, unless a person has begun to write something else."""
        if not self.hasFocus() or self.text().strip() == self._told:
            self._told = text
            if text != self.text():
                self.setText(text)
                self.setCursorPosition(0)


class NoteField(QPlainTextEdit):
    """A few lines; Tab goes on, Ctrl+Enter is done."""

    committed = Signal(str)

    def __init__(self, name: str, text: str = "") -> None:
        super().__init__(text)
        self._told = text
        self.setAccessibleName(name)
        self.setTabChangesFocus(True)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setFixedHeight(self.fontMetrics().lineSpacing() * _NOTE_LINES + current().px(24))

    def commit(self) -> None:
        """Tell the text if it is another than the last one told."""
        if (text := self.toPlainText().strip()) != self._told:
            self._told = text
            self.committed.emit(text)

    def show_text(self, text: str) -> None:
        """Show `text` without telling anybody, unless a person has begun to write something else."""
        if not self.hasFocus() or self.toPlainText().strip() == self._told:
            self._told = text
            if text != self.toPlainText():
                self.setPlainText(text)

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Leaving the field is saving it."""
        super().focusOutEvent(event)
        self.commit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Ctrl+Enter leaves the field."""
        held = event.modifiers() & Qt.KeyboardModifier.ControlModifier
        if held and event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.commit()
        else:
            super().keyPressEvent(event)


class FormRow(QWidget):
    """A label, its field, and under the field where its value comes from or what is wrong with it."""

    def __init__(self, words: str, field: QWidget, hint: str = "") -> None:
        super().__init__()
        self.field = field
        self._hint = wrapping(hint, "sm", "text3")
        self._problem = wrapping("", "sm", "fail")
        self._name = name = wrapping(words, "sm", "text2")
        name.setFixedWidth(current().px(_LABEL_WIDTH))
        name.setAlignment(Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter)
        under = down(field, self._hint, self._problem, gap=4)
        row = across(name, Grow(under), gap=8)
        row.setAlignment(name, Qt.AlignmentFlag.AlignTop)
        self.setLayout(row)
        self.show_hint(hint)
        self.show_problem("")

    def changeEvent(self, event: QEvent) -> None:
        """The name stands level with the field, whose height the sheet gives once the row is in a window."""
        super().changeEvent(event)
        if event.type() == QEvent.Type.StyleChange:
            self._name.setMinimumHeight(min(self.field.sizeHint().height(), current().high("touch")))

    @property
    def problem(self) -> str:
        """What is said to be wrong; "" when nothing is."""
        return self._problem.text()

    def show_hint(self, words: str) -> None:
        """Say where the value comes from."""
        self._hint.setText(words)
        self._hint.setVisible(bool(words))

    def show_problem(self, words: str) -> None:
        """Say what is wrong with the value; "" takes it back."""
        self._problem.setText(words)
        self._problem.setVisible(bool(words))
