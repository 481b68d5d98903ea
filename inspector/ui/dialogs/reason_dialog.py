"""A reason that is required: reopen, void, park."""

from collections.abc import Callable

from PySide6.QtWidgets import QPlainTextEdit, QWidget

from inspector.ui.dialogs.modal import Modal
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.labels import label, wrapping


class ReasonDialog(Modal):
    """`title` asks, `deed` names what will be done ("作废 2 条"), `act` is given the reason."""

    def __init__(self, parent: QWidget, title: str, words: str, deed: str, act: Callable[[str], object]) -> None:
        super().__init__(parent, title)
        self._act = act
        self.reason = QPlainTextEdit()
        self.reason.setTabChangesFocus(True)
        self.reason.setAccessibleName(tr("Reason"))
        self.reason.setFixedHeight(current().px(96))
        self.hint = label(tr("A reason is needed; it stays in the history"), "sm", "text3")
        self.leave = outlined(tr("Leave it"), self.reject)
        self.go = filled(deed, self.finish)
        self.go.setEnabled(False)

        asked = (wrapping(title, "lg", bold=True), wrapping(words, "base", "text2"))
        body = down(*asked, self.reason, self.hint, STRETCH, gap=10)
        self.ask(body, self.leave, self.go, writes_lines=True)
        self.reason.textChanged.connect(lambda: self.go.setEnabled(bool(self.given())))
        self.reason.setFocus()

    def given(self) -> str:
        """The reason as typed, without the space around it."""
        return self.reason.toPlainText().strip()

    def finish(self) -> None:
        """Do it, when there is a reason."""
        if reason := self.given():
            self.accept()
            self._act(reason)
