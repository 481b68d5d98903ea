"""The desk that takes complaints down; the caller may stay unknown."""

from collections.abc import Mapping
from datetime import datetime, time

from PySide6.QtWidgets import QWidget

from inspector.domain.public_complaints import Channel, Told
from inspector.services.public_complaints import Taken
from inspector.ui.context import Context
from inspector.ui.pages.intake.field_values import Field, show_values, values_of
from inspector.ui.pages.intake.unfinished import Unfinished
from inspector.ui.place_fields import PlaceFields, narrow
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import across, down, hairline
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.form import FormRow, LineField, NoteField
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.switch import Switch
from inspector.ui.words.sources import channel_words


class ComplaintForm(QWidget):
    """What was told, and apart from it by whom."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._now = context.services.acts.now
        today = context.services.acts.today()
        self.channel = narrow(Combo([(str(each), words) for each, words in channel_words().items()]))
        self.channel.setAccessibleName(tr("Channel"))
        self.channel.show_value(str(Channel.HOTLINE))
        self.day = DayField(tr("Day"), today, today)
        self.staff = Switch(tr("About staff"))
        self.place = PlaceFields(context)
        self.text = NoteField(tr("What was told"))
        self.name = LineField(tr("Caller"))
        self.phone = LineField(tr("Telephone"))
        self.address = LineField(tr("Address"))

        self._restricted_fields: dict[str, Field] = {"staff": self.staff, "text": self.text, **self.place.fields}
        self._caller: dict[str, Field] = {"name": self.name, "phone": self.phone, "address": self.address}
        self.unfinished = Unfinished(
            context,
            "complaint",
            {"channel": self.channel, "day": self.day, **self._restricted_fields},
            ("text",),
            private=lambda: self._restricted_fields if self.staff.isChecked() else (),
        )
        apart = tr("May stay empty. Kept apart: in no list, no workbook, no history; it can be erased.")
        of_staff = tr("About somebody of the staff: only the restricted view shows it")
        rows = (
            self.unfinished,
            FormRow(tr("Channel"), self.channel),
            FormRow(tr("Day"), self.day),
            self.place,
            FormRow(tr("What was told"), self.text, tr("Without names; telephone numbers in it are masked")),
            FormRow(tr("Of staff"), _left(self.staff), of_staff),
            hairline(),
            wrapping(tr("Who told it"), "base", bold=True),
            wrapping(apart, "sm", "text2"),
            FormRow(tr("Caller"), self.name),
            FormRow(tr("Telephone"), self.phone),
            FormRow(tr("Address"), self.address),
        )
        self.setLayout(down(*rows, gap=8))

        self.unfinished.came_back.connect(lambda _: self.place.show_again())

    @property
    def taken(self) -> Taken:
        """What the form says; a day of before counts from its noon."""
        now = self._now()
        at = now if self.day.day == now.date() else datetime.combine(self.day.day, time(12), now.tzinfo)
        return Taken(
            Channel(self.channel.value),
            self.text.toPlainText().strip(),
            self.place.spot,
            received_at=at,
            about_staff=self.staff.isChecked(),
            told=Told(self.name.text().strip(), self.phone.text().strip(), self.address.text().strip()),
        )

    @property
    def only_here(self) -> dict[str, str]:
        """What is kept in no file before it is taken down: the caller, and what was told about staff."""
        return values_of({**self._restricted_fields, **self._caller} if self.staff.isChecked() else self._caller)

    def show_only_here(self, said: Mapping[str, str]) -> None:
        """Show it again on a form made anew."""
        show_values({**self._restricted_fields, **self._caller}, said)

    def clear(self) -> None:
        """Ready for the next caller."""
        for field in (self.text, self.name, self.phone, self.address):
            field.show_text("")
            field.clear()
        self.staff.setChecked(False)


def _left(widget: QWidget) -> QWidget:
    made = QWidget()
    made.setLayout(across(widget, None))
    return made
