"""The office's PIN before names and numbers are shown."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.domain.progress import Progress
from inspector.ui.context import Context
from inspector.ui.pins import pin_field, show_refusal
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down
from inspector.ui.widgets.buttons import filled
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import label, wrapping

_WIDTH = 460


class Lock(QWidget):
    """`opened` is called once the PIN was right."""

    def __init__(self, context: Context, opened: Callable[[], object]) -> None:
        super().__init__()
        self._context, self._opened = context, opened
        self.pin = pin_field(tr("PIN"))
        self.pin.returnPressed.connect(self.unlock)
        self.problem = wrapping("", "sm", "fail")
        self.go = filled(tr("Open"), self.unlock, icon="lock", keys="Enter")
        words = wrapping(tr("Names and numbers open with the PIN of the restricted view."), "base", "text2")
        column = QWidget()
        column.setFixedWidth(current().px(_WIDTH))
        column.setLayout(
            down(label(tr("To call back"), "lg", bold=True), words, FormRow(tr("PIN"), self.pin), self.problem,
                 across(STRETCH, self.go), gap=12)
        )  # fmt: skip
        self.setLayout(down(STRETCH, across(STRETCH, column, STRETCH), STRETCH))

    def unlock(self) -> None:
        """Check it behind the window: that takes a moment."""
        complaints, pin = self._context.services.complaints, self.pin.text()

        def work(_progress: Progress) -> None:
            complaints.check_pin(pin)

        self._context.jobs.run(work, lambda _: self._open(), self._refuse, label=tr("To call back"), owner=self)

    def _open(self) -> None:
        self.pin.clear()
        self.problem.setText("")
        self._opened()

    def _refuse(self, error: Exception) -> None:
        show_refusal(self._context, error, self.problem, self.pin)
