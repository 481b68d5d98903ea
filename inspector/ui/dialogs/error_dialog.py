"""What happened, where, what now. The buttons are deeds; nothing is called OK."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QPushButton, QVBoxLayout, QWidget

from inspector.services.wording.sentences import Said
from inspector.ui.dialogs.modal import Modal
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, sheet
from inspector.ui.widgets.buttons import filled, outlined, quiet
from inspector.ui.widgets.labels import icon_label, label, wrapping


@dataclass(frozen=True, slots=True)
class Deed:
    """Something that can be done now, in words, with what does it; without `act` the dialog only closes."""

    words: str
    act: Callable[[], object] | None = None
    icon: str = ""


class ErrorDialog(Modal):
    """`deeds` begin with the safe way forward, which is filled and focused; with none there is only 返回."""

    def __init__(self, parent: QWidget, title: str, words: Said, details: str, deeds: Sequence[Deed] = ()) -> None:
        super().__init__(parent, title)
        self._details = details
        self.copy = quiet(tr("Copy details"), self.copy_details, icon="copy")
        first, *others = deeds or (Deed(tr("Go back")),)
        self.first = filled(first.words, lambda: self._do(first), icon=first.icon)
        self.others = [self._other(deed) for deed in reversed(others)]

        head = across(icon_label("circle-alert", "fail", 26), Grow(wrapping(title, "lg", bold=True)), gap=16)
        foot = across(self.copy, STRETCH, *self.others, self.first, gap=8)
        self.fill(down(head, *_parts(words), STRETCH, gap=12), foot)
        self.first.setDefault(True)
        self.first.setFocus()

    def copy_details(self) -> None:
        """Put everything support needs on the clipboard."""
        QGuiApplication.clipboard().setText(self._details)
        self.copy.setText(tr("Copied"))

    def _other(self, deed: Deed) -> QPushButton:
        return outlined(deed.words, lambda: self._do(deed), icon=deed.icon)

    def _do(self, deed: Deed) -> None:
        self.accept()
        if deed.act:
            deed.act()


def _parts(words: Said) -> list[QVBoxLayout]:
    parts = [_part("info", tr("What happened"), wrapping(words.happened, selectable=True))]
    if words.where:
        parts.append(_part("map-pin", tr("Where"), _place(words.where)))
    parts.append(_part("arrow-right", tr("What to do now"), wrapping(words.now, selectable=True)))
    return parts


def _part(icon: str, heading: str, content: QWidget) -> QVBoxLayout:
    head = across(icon_label(icon, "text2", 18), label(heading, "sm", "text2", bold=True), STRETCH, gap=10)
    return down(head, across(28, Grow(content), gap=0), gap=2)


def _place(where: str) -> QFrame:
    words = wrapping(where, "sm", selectable=True)
    return sheet(down(words, margins=(12, 8, 12, 8)), "sunken")
