"""Choosing the PIN that ends the self-filled questionnaires."""

from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.config.pin import SHORTEST
from inspector.ui.dialogs.modal import Modal
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping


class PinDialog(Modal):
    """`use` is given the new PIN; when there is one already, the old one must be known (`fits`)."""

    def __init__(self, parent: QWidget, use: Callable[[str], object], fits: Callable[[str], bool] | None) -> None:
        super().__init__(parent, tr("PIN of the staff"))
        self._use, self._fits = use, fits
        self.old, self.new = QLineEdit(), QLineEdit()
        for field, name in ((self.old, tr("PIN until now")), (self.new, tr("New PIN"))):
            field.setEchoMode(QLineEdit.EchoMode.Password)
            field.setMaxLength(12)
            field.setAccessibleName(name)
        self.problem = wrapping("", "sm", "fail")
        limits = tr(
            "It keeps people at the table from your records. It does not protect the laptop itself: whoever can"
            " switch it off or end the program needs no PIN. Only a hash of it is kept; a forgotten one cannot be read."
        )
        rows = [FormRow(tr("New PIN"), self.new, tr("{n} to 12 digits", n=SHORTEST))]
        if fits:
            rows.insert(0, FormRow(tr("PIN until now"), self.old))
        take = filled(tr("Use this PIN"), self.take, keys="Enter")
        leave = outlined(tr("Leave it"), self.reject, keys="Esc")
        for each in (take, leave):
            each.setAutoDefault(False)
        self.new.returnPressed.connect(self.take)
        title = wrapping(tr("PIN of the staff"), "lg", bold=True)
        self.fill(down(title, wrapping(limits, "base", "text2"), *rows, self.problem, gap=10),
                  across(STRETCH, leave, take))  # fmt: skip
        (self.old if fits else self.new).setFocus()

    def take(self) -> None:
        """Use it, or say what is wrong with it."""
        pin = self.new.text()
        if self._fits and not self._fits(self.old.text()):
            self.problem.setText(tr("This is not the PIN"))
        elif not (pin.isascii() and pin.isdigit() and len(pin) >= SHORTEST):
            self.problem.setText(tr("A PIN is at least {n} digits", n=SHORTEST))
        else:
            self.accept()
            self._use(pin)
