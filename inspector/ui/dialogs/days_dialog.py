"""Two days of one's own: from which to which."""

from collections.abc import Callable
from datetime import date

from PySide6.QtWidgets import QWidget

from inspector.ui.dialogs.modal import Modal
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping

Period = tuple[date | None, date | None]
"""First and last day, both within; None has no end."""


class DaysDialog(Modal):
    """Asks for the first and the last day; `act` is given them in order, whichever was the earlier."""

    def __init__(
        self, parent: QWidget, title: str, period: Period, today: date, act: Callable[[Period], object]
    ) -> None:
        super().__init__(parent, title, width=480)
        self._act = act
        since, until = period
        self.since = DayField(tr("From"), since or until or today, today)
        self.until = DayField(tr("To"), until or max(today, since or today), today)
        self.leave = outlined(tr("Leave it"), self.reject)
        self.take = filled(tr("Show these days"), self._finish, icon="list-filter")
        rows = (FormRow(tr("From"), self.since), FormRow(tr("To"), self.until))
        self.ask(down(wrapping(title, "lg", bold=True), *rows, gap=12), self.leave, self.take)
        self.since.setFocus()

    def _finish(self) -> None:
        first, last = sorted((self.since.day, self.until.day))
        self.accept()
        self._act((first, last))
