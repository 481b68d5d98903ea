"""审批备案: what is allowed where and until when, entered here and shown wherever a violation would be recorded."""

from collections.abc import Callable, Sequence
from datetime import date, timedelta
from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.domain.approvals import Approval
from inspector.domain.stored import Stored
from inspector.ui.context import Context
from inspector.ui.pages.intake.hints import approval_row
from inspector.ui.pages.intake.unfinished import Unfinished
from inspector.ui.place_fields import PlaceFields
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down, empty, sheet
from inspector.ui.widgets.buttons import quiet
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.form import FormRow, LineField
from inspector.ui.widgets.labels import wrapping

_MONTH = timedelta(days=30)


class ApprovalForm(QWidget):
    """One approval."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        today = context.services.acts.today()
        self.name = LineField(tr("Name"), "", tr("Night market at the red lotus"))
        self.matter = LineField(tr("Matter"), "", tr("Night market, banner, digging"))
        self.code = LineField(tr("Number"))
        self.holder = LineField(tr("Holder"))
        self.place = PlaceFields(context)
        self.first = DayField(tr("From"), today, today)
        self.last = DayField(tr("To"), today + _MONTH, today)
        written = {"name": self.name, "matter": self.matter, "code": self.code, "holder": self.holder}
        days = {"first": self.first, "last": self.last}
        self.unfinished = Unfinished(context, "approval", {**written, **self.place.fields, **days}, written)
        rows = (
            self.unfinished,
            FormRow(tr("Name"), self.name),
            FormRow(tr("Matter"), self.matter),
            FormRow(tr("Number"), self.code),
            FormRow(tr("Holder"), self.holder),
            self.place,
            FormRow(tr("From"), self.first),
            FormRow(tr("To"), self.last, tr("Both days count")),
        )
        self.setLayout(down(*rows, gap=8))

        self.unfinished.came_back.connect(lambda _: self.place.show_again())

    @property
    def approval(self) -> Approval:
        """What the form says."""
        spot = self.place.spot
        return Approval(
            self.name.text().strip(),
            self.matter.text().strip(),
            self.code.text().strip(),
            self.holder.text().strip(),
            site=spot.site,
            street=spot.street,
            address=spot.location,
            valid_from=self.first.day,
            valid_to=self.last.day,
        )

    def clear(self) -> None:
        """Ready for the next one."""
        for field in (self.name, self.matter, self.code, self.holder):
            field.clear()


class ApprovalList(QWidget):
    """All approvals, those that end last first."""

    def __init__(self, remove: Callable[[str], object], today: date) -> None:
        super().__init__()
        self._remove = remove
        self._today = today
        self._layout = down(gap=8)
        self.setLayout(self._layout)

    def show_approvals(self, approvals: Sequence[Stored[Approval]]) -> None:
        """Show these."""
        empty(self._layout)
        if not approvals:
            words = tr("No approval yet. One that is entered is shown before a violation is recorded there.")
            self._layout.addWidget(sheet(down(wrapping(words, "sm", "text2"), margins=(16, 12, 16, 12)), "note"))
        for one in sorted(approvals, key=lambda one: one.record.valid_to or date.max, reverse=True):
            drop = quiet(tr("Take it away"), partial(self._remove, one.id), icon="trash")
            row = QWidget()
            row.setLayout(across(drop, STRETCH))
            self._layout.addWidget(approval_row(one.record, self._today, row))
        self._layout.addStretch(1)
