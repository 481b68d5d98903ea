"""Tooltips. Qt takes words that look like markup for markup; here they are shown as they were typed."""

from html import escape

from PySide6.QtWidgets import QListWidgetItem, QTableWidgetItem, QWidget

_LONGEST_LINE = 60


def tip(shown: QWidget | QListWidgetItem | QTableWidgetItem, words: str) -> None:
    """Say `words` when the pointer rests on it."""
    shown.setToolTip(tip_text(words))


def tip_text(words: str) -> str:
    """What Qt must be given to show exactly `words`; long ones break into lines, which Qt does for markup only."""
    if len(words) <= _LONGEST_LINE and "<" not in words:
        return words
    return f'<p style="white-space: pre-wrap">{escape(words)}</p>'
