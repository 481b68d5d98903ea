"""整改时限 in place: the ladder of limits with the day each gives, or a day of its own."""

from collections.abc import Mapping
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QWidget

from inspector.services.dispatch_plans import PlannedFinding
from inspector.ui.dialogs.modal import Modal
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.labels import wrapping
from inspector.ui.words.dates import short_date

LADDER = ("立行立改", "3天", "7天", "15天", "30天", "长期")
_OWN_DAY = "day"
_PICK = "pick"


class DeadlineList(Combo):
    """`limited` tells a limit of the ladder, `day_wanted` that a person wants to pick a day."""

    limited = Signal(str)
    day_wanted = Signal()

    def __init__(self) -> None:
        super().__init__(compact=True)
        self.setAccessibleName(tr("Deadline"))
        self.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        self._value = ""
        self.chosen.connect(self._choose, Qt.ConnectionType.QueuedConnection)

    def show_finding(self, planned: PlannedFinding, ladder: Mapping[str, date | None], today: date) -> None:
        """Offer the ladder, counted from the day of issue, with what holds for this finding chosen."""
        limit = planned.finding.time_limit
        days = dict(ladder)
        if limit:
            days[limit] = planned.due_on
        values = [(each, _words(each, day, today)) for each, day in days.items()]
        if not limit:
            words = short_date(planned.due_on, today) if planned.due_on else tr("no date")
            values.insert(0, (_OWN_DAY, words))
        values.append((_PICK, tr("Pick a day…")))
        self._value = limit or _OWN_DAY
        self.offer(values, self._value)

    def _choose(self, value: str) -> None:
        self.show_value(self._value)
        if value == _PICK:
            self.day_wanted.emit()
        elif value != self._value:
            self.limited.emit(value)


class DayDialog(Modal):
    """One day to choose; when it is accepted, `day.day` is it."""

    def __init__(self, parent: QWidget, title: str, day: date, today: date) -> None:
        super().__init__(parent, title, width=420)
        self.day = DayField(title, day, today)
        self.leave = outlined(tr("Leave it"), self.reject)
        self.take = filled(tr("Take this day"), self.accept, icon="check")
        body = down(wrapping(title, "lg", bold=True), self.day, gap=12)
        self.fill(body, across(STRETCH, self.leave, self.take, gap=8))
        self.day.setFocus()


def _words(limit: str, day: date | None, today: date) -> str:
    return tr("{day} ({limit})", day=short_date(day, today), limit=limit) if day else limit
