"""督办单 or 整改通知书: which number the first one gets, then the folder they are written to."""

from collections.abc import Callable

from PySide6.QtGui import QIntValidator
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.services.pressing import SOON_DAYS, Letter
from inspector.ui.dialogs.modal import Modal
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping

_MOST = 99_999


class LetterDialog(Modal):
    """`act(number)` is called with the number of the first letter; `write_number` puts one into its pattern.

    `of_all`: about everything that is due, not about ticked findings.
    """

    def __init__(
        self,
        parent: QWidget,
        kind: Letter,
        proposed: int,
        write_number: Callable[[int], str],
        act: Callable[[int], object],
        *,
        of_all: bool = False,
    ) -> None:
        super().__init__(parent, letter_words(kind))
        self._write_number = write_number
        self._act = act
        self.serial = QLineEdit(str(proposed))
        self.serial.setValidator(QIntValidator(1, _MOST, self.serial))
        self.serial.setAccessibleName(tr("Number of the first letter"))
        self.serial.setMaximumWidth(current().px(120))
        self.row = FormRow(tr("Number"), self.serial, write_number(proposed))
        self.leave = outlined(tr("Leave it"), self.reject)
        self.go = filled(tr("Choose a folder and write"), self.finish, icon="file-text")

        said = (wrapping(letter_words(kind), "lg", bold=True), wrapping(_hint(kind, of_all=of_all), "base", "text2"))
        self.ask(down(*said, self.row, gap=10), self.leave, self.go)
        self.serial.textChanged.connect(self._check)

    def finish(self) -> None:
        """Do it, when there is a number."""
        if self.go.isEnabled():
            self.accept()
            self._act(int(self.serial.text()))

    def _check(self) -> None:
        fits = self.serial.hasAcceptableInput()
        self.go.setEnabled(fits)
        self.row.show_hint(self._write_number(int(self.serial.text())) if fits else tr("A number from 1 on"))


def letter_words(kind: Letter) -> str:
    """督办单, 整改通知书."""
    return tr("Pressing letters") if kind is Letter.PRESS else tr("Rectification notices")


def _hint(kind: Letter, *, of_all: bool) -> str:
    if of_all and kind is Letter.PRESS:
        return tr("One letter a unit about everything of it that is overdue, numbered on from the first.")
    if of_all:
        return tr(
            "One letter a unit about what is overdue or due within {n} days, numbered on from the first.", n=SOON_DAYS
        )
    if kind is Letter.PRESS:
        return tr("One letter a unit about what is overdue among the ticked findings, numbered on from the first.")
    return tr("One letter a unit about its open findings among the ticked ones, numbered on from the first.")
