"""The restricted view behind its PIN."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtWidgets import QWidget

from inspector.domain.public_complaints import Told
from inspector.services.public_complaints import ComplaintLine
from inspector.ui.context import Context
from inspector.ui.dialogs.modal import Modal
from inspector.ui.pins import pin_field, show_refusal
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling
from inspector.ui.widgets.buttons import filled, outlined, promote
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping
from inspector.ui.words.dates import moment

Staff = Sequence[tuple[ComplaintLine, Told]]


class StaffDialog(Modal):
    """反映工作人员的投诉: seen here only, after the PIN; closing the dialog hides them again."""

    def __init__(self, parent: QWidget, context: Context, today: date) -> None:
        super().__init__(parent, tr("Complaints about staff"))
        self._context = context
        self._today = today
        self.pin = pin_field(tr("PIN"))
        self.row = FormRow(tr("PIN"), self.pin)
        self.problem = wrapping("", "sm", "fail")
        self.problem.hide()
        self._shown = down(gap=12)
        self._area = scrolling(self._shown)
        self._area.setMinimumHeight(current().px(200))
        self.go = filled(tr("Open"), self.unlock, icon="lock", keys="Enter")
        self.leave = outlined(tr("Close"), self.reject, keys="Esc")
        words = tr("The PIN keeps out who sits at this program, not who copies the file.")
        head = wrapping(tr("Complaints about staff"), "lg", bold=True)
        body = down(head, wrapping(words, "sm", "text2"), self.row, self.problem,
                    Grow(self._area), gap=10)  # fmt: skip
        self.fill(body, across(STRETCH, self.leave, self.go))
        self.go.setAutoDefault(False)
        self.leave.setAutoDefault(False)
        self.pin.returnPressed.connect(self.unlock)
        self.pin.setFocus()

    def unlock(self) -> None:
        """Show what the PIN opens; hashing it takes a moment, so behind the window."""
        pin, service = self.pin.text(), self._context.services.complaints
        self._context.jobs.run(
            lambda _progress: service.staff(pin),
            self._show,
            self._refuse,
            label=tr("Complaints about staff"),
            owner=self,
        )

    def _show(self, staff: Staff) -> None:
        self.problem.hide()
        self.pin.clear()
        empty(self._shown)
        if not staff:
            self._shown.addWidget(wrapping(tr("There is none."), "base", "text2"))
        for line, caller in staff:
            complaint = line.complaint
            head = f"{complaint.no} · {moment(complaint.received_at, self._today)}"
            who = " · ".join(filter(None, (caller.name, caller.phone, caller.address)))
            gone = tr("Erased") if complaint.purged_at else ""
            self._shown.addLayout(
                down(
                    wrapping(head, "sm", "text2"),
                    wrapping(caller.words or gone, "base", selectable=True),
                    wrapping(who, "sm", "text2", selectable=True),
                    gap=4,
                )
            )
        self._shown.addStretch(1)
        self.row.hide()
        self.go.hide()
        promote(self.leave, is_next_step=True)
        self.leave.setFocus()
        self.take_height()

    def _refuse(self, error: Exception) -> None:
        show_refusal(self._context, error, self.problem, self.pin)
