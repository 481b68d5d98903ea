"""The keys of a page. What a text field or a pressed button needs stays theirs."""

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractSpinBox,
    QApplication,
    QCheckBox,
    QLineEdit,
    QPlainTextEdit,
    QPushButton,
    QTextEdit,
    QWidget,
)

from inspector.ui.widgets.page import Page, PageKey

_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}
_LEFT_TO_WIDGETS = {
    "Return": Qt.Key.Key_Return,
    "Enter": Qt.Key.Key_Enter,
    "Space": Qt.Key.Key_Space,
    "Up": Qt.Key.Key_Up,
    "Down": Qt.Key.Key_Down,
    "Left": Qt.Key.Key_Left,
    "Right": Qt.Key.Key_Right,
    "Home": Qt.Key.Key_Home,
    "End": Qt.Key.Key_End,
    "PgUp": Qt.Key.Key_PageUp,
    "PgDown": Qt.Key.Key_PageDown,
    "Del": Qt.Key.Key_Delete,
}
"""A shortcut would take these from a focused button, list or field; the page gets what they leave."""
_MOVES = {"Up", "Down", "Left", "Right", "PgUp", "PgDown"}
"""Held down, these go on; any other key acts once however long a slow hand rests on it."""


def bind_keys(page: Page) -> None:
    """Make the page's keys act. A hidden page's keys sleep."""
    left: dict[int, PageKey] = {}
    moves = frozenset(_LEFT_TO_WIDGETS[text].value for text in _MOVES)
    for key in page.shortcuts():
        for text in key.keys:
            sequence = QKeySequence(text)
            plain = _LEFT_TO_WIDGETS.get(text)
            if plain is not None:
                left[plain.value] = key
            else:
                once(QShortcut(sequence, page)).activated.connect(key.act)
    page.installEventFilter(_LeftKeys(page, left, moves))


def once(shortcut: QShortcut) -> QShortcut:
    """The shortcut, made to act once for each press."""
    shortcut.setAutoRepeat(False)
    return shortcut


def is_text_field(widget: QWidget | None) -> bool:
    """True for what a person types into."""
    return isinstance(widget, QLineEdit | QPlainTextEdit | QTextEdit | QAbstractSpinBox)


def presses_button(event: QKeyEvent, kind: type[QAbstractButton] = QPushButton) -> bool:
    """Enter on a button presses it, whatever Enter does elsewhere: the ring says that the keyboard is there.

    A row of a list is such a button too, but there the page's own Enter goes first. A box is ticked by the space bar
    only, because two Enters in a row must not untick anything.
    """
    focus = QApplication.focusWidget()
    if event.key() not in _ENTER or not _is_plain(event):
        return False
    if not isinstance(focus, kind) or isinstance(focus, QCheckBox):
        return False
    focus.click()
    return True


def _is_plain(event: QKeyEvent) -> bool:
    return event.modifiers() in {Qt.KeyboardModifier.NoModifier, Qt.KeyboardModifier.KeypadModifier}


class _LeftKeys(QObject):
    """Acts on keys that no widget inside the page wanted."""

    def __init__(self, page: Page, keys: dict[int, PageKey], moves: frozenset[int]) -> None:
        super().__init__(page)
        self._keys = keys
        self._moves = moves

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        if event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            if presses_button(event):
                return True
            key = self._keys.get(event.key()) if _is_plain(event) else None
            if key and not is_text_field(QApplication.focusWidget()):
                if event.key() in self._moves or not event.isAutoRepeat():
                    key.act()
                return True
        return super().eventFilter(watched, event)
