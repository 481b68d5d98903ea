"""Has every text room? And other questions any page must answer, in every look."""

from collections.abc import Iterator
from itertools import product
from pathlib import Path

from PySide6.QtWidgets import (
    QAbstractButton,
    QComboBox,
    QLabel,
    QPushButton,
    QScrollArea,
    QStyle,
    QStyleOptionComboBox,
    QWidget,
)

from inspector.ui.theme.tokens import Mode, Theme
from inspector.ui.translation import Language
from inspector.ui.widgets.labels import ElidingLabel

WINDOWS = ((1366, 690), (1093, 534), (1040, 520))
TEXT_SIZES = (1.0, 1.25, 1.5, 2.0)


def looks() -> Iterator[tuple[Language, Theme, tuple[int, int]]]:
    """Every language, text size and window; light and dark differ in colour only, so dark is seen at one size."""
    for language, scale, window in product(Language, TEXT_SIZES, WINDOWS):
        yield language, Theme(Mode.LIGHT, scale, motion=False), window
    for language in Language:
        yield language, Theme(Mode.DARK, 1.0, motion=False), WINDOWS[0]


def misfits(root: QWidget) -> list[str]:
    """The texts below `root` that are cut, with what is cut about them."""
    return [
        complaint
        for widget in root.findChildren(QWidget)
        if widget.isVisibleTo(root) and (complaint := _misfit(widget))
    ]


def filled_buttons(root: QWidget) -> list[str]:
    """The words of the filled buttons that are seen: a page has one."""
    return [
        button.text().strip()
        for button in root.findChildren(QPushButton)
        if button.isVisibleTo(root) and button.property("kind") == "filled"
    ]


def save_picture(widget: QWidget, folder: Path, name: str) -> Path:
    """A picture of the widget as it looks now."""
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / f"{name}.png"
    assert widget.grab().save(str(path))
    return path


def _misfit(widget: QWidget) -> str:
    if isinstance(widget, ElidingLabel):
        return ""
    if isinstance(widget, QLabel):
        return _label_misfit(widget)
    if isinstance(widget, QComboBox):
        return _combo_misfit(widget)
    if isinstance(widget, QScrollArea):
        return _scroll_misfit(widget)
    if isinstance(widget, QAbstractButton) and widget.text():
        needed = widget.minimumSizeHint() if not isinstance(widget, QPushButton) else widget.sizeHint()
        if needed.width() > widget.width() + 1 or needed.height() > widget.height() + 1:
            return f"button {widget.text()!r} needs {needed.toTuple()}, has {widget.size().toTuple()}"
    return ""


def _label_misfit(label: QLabel) -> str:
    if not label.text():
        return ""
    if label.wordWrap():
        needed = label.heightForWidth(label.width())
        return f"text {label.text()!r} needs {needed} px height" if needed > label.height() + 2 else ""
    needed = label.fontMetrics().horizontalAdvance(label.text())
    if needed > label.width() + 1:
        return f"label {label.text()!r} needs {needed}, has {label.width()}"
    high = label.fontMetrics().height()
    return f"label {label.text()!r} needs {high} px height" if high > label.height() + 1 else ""


def _scroll_misfit(area: QScrollArea) -> str:
    inside = area.widget()
    wide = inside.minimumSizeHint().width() if inside and inside.layout() else 0
    room = area.viewport().width()
    return f"content of a scroll area needs {wide} px width, has {room}" if wide > room else ""


def _combo_misfit(combo: QComboBox) -> str:
    option = QStyleOptionComboBox()
    combo.initStyleOption(option)
    part = QStyle.SubControl.SC_ComboBoxEditField
    room = combo.style().subControlRect(QStyle.ComplexControl.CC_ComboBox, option, part, combo)
    needed = combo.fontMetrics().horizontalAdvance(combo.currentText())
    return f"combo {combo.currentText()!r} needs {needed}, has {room.width()}" if needed > room.width() else ""
