"""Choosing a PIN, or another one."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.config.pin import MOST
from inspector.domain.errors import Refused
from inspector.ui.context import Context
from inspector.ui.dialogs.modal import Modal
from inspector.ui.pins import Pin, pin_field, show_refusal
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping


class PinDialog(Modal):
    """Asks for the old PIN where there is one, and for the new one; `then` is called once it is kept."""

    def __init__(self, parent: QWidget, context: Context, pin: Pin, then: Callable[[], object] | None = None) -> None:
        super().__init__(parent, pin.title)
        self._context, self._pin, self._then = context, pin, then
        self.old, self.new = pin_field(tr("PIN until now")), pin_field(tr("New PIN"))
        self.problem = wrapping("", "sm", "fail")
        self.problem.hide()
        limits = tr(
            "It does not protect the laptop itself: whoever can switch it off or copy the file needs no PIN. Only a"
            " hash of it is kept; a forgotten one cannot be read."
        )
        rows = [FormRow(tr("New PIN"), self.new, tr("{n} to {most} digits", n=pin.least, most=MOST))]
        if pin.is_set:
            rows.insert(0, FormRow(tr("PIN until now"), self.old))
        self.use = filled(tr("Use this PIN"), self.take)
        leave = outlined(tr("Leave it"), self.reject)
        said_of_it = (wrapping(pin.title, "lg", bold=True), wrapping(pin.protects), wrapping(limits, "base", "text2"))
        self.ask(down(*said_of_it, *rows, self.problem, gap=10), leave, self.use)
        (self.old if pin.is_set else self.new).setFocus()

    def take(self) -> None:
        """Use it, or say what is wrong with it; hashing takes a moment, so behind the window."""
        pin, old, new = self._pin, self.old.text(), self.new.text()
        self.use.setEnabled(False)
        self._context.jobs.run(
            lambda _progress: pin.change(old, new), self._keep, self._refuse, label=pin.title, owner=self
        )

    def _keep(self, made: object) -> None:
        self._pin.keep(made)
        self._context.say(tr("The PIN is kept"))
        self.accept()
        if self._then:
            self._then()

    def _refuse(self, error: Exception) -> None:
        self.use.setEnabled(True)
        is_old = isinstance(error, Refused) and error.complaint.code == "pin.wrong"
        show_refusal(self._context, error, self.problem, self.old if is_old else self.new)
        self.take_height()
