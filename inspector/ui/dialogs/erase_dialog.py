"""Asked before something is erased for good."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.ui.dialogs.modal import Modal
from inspector.ui.translation import together, tr
from inspector.ui.widgets.boxes import STRETCH, across, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.labels import wrapping


class EraseDialog(Modal):
    """`words` say what leaves and what stays, `deed` names the button. It cannot be undone, and says so."""

    def __init__(self, parent: QWidget, title: str, words: str, deed: str, erase: Callable[[], object]) -> None:
        super().__init__(parent, title)
        self._erase_now = erase
        for_good = tr("It leaves this file for good; undo does not bring it back.")
        backups = tr("Backups made before still hold it: delete those yourself.")
        self.leave = outlined(tr("Leave it"), self.reject, keys="Esc")
        self.go = filled(deed, self.erase, icon="trash")
        said = (
            wrapping(title, "lg", bold=True),
            wrapping(words),
            wrapping(together(for_good, backups), "base", "text2"),
        )
        self.fill(down(*said, gap=12), across(STRETCH, self.leave, self.go))
        self.leave.setFocus()

    def erase(self) -> None:
        """Do it."""
        self.accept()
        self._erase_now()
