"""新问题: a row nobody knows becomes a finding of its own; what the row says stands in the fields."""

from collections.abc import Callable
from datetime import timedelta

from PySide6.QtWidgets import QWidget

from inspector.domain.sources import Source
from inspector.domain.units import Unit
from inspector.services.noting import Noted
from inspector.ui.context import Context
from inspector.ui.dialogs.modal import Modal
from inspector.ui.place_fields import PlaceFields, narrow
from inspector.ui.translation import tr
from inspector.ui.units import unit_spelling
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.form import FormRow, NoteField
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.search_combo import SearchCombo

_USUAL = timedelta(days=7)


class NewFindingDialog(Modal):
    """`row` are the words of the row; `begun` is what it says; `made` gets the finding to be recorded."""

    def __init__(
        self, parent: QWidget, context: Context, row: str, begun: Noted, made: Callable[[Noted], object]
    ) -> None:
        super().__init__(parent, tr("New finding"), width=680)
        self._made = made
        today = context.services.acts.today()
        self.text = NoteField(tr("Problem"), begun.text)
        self.place = PlaceFields(context)
        self.place.load(begun.spot.site)
        self.place.location.show_text(begun.spot.location)
        self.unit = narrow(SearchCombo(tr("Search units"), unit_spelling(context, self), clears=True))
        self.unit.setAccessibleName(tr("Responsible unit"))
        units = [(one.id, one.record.name) for one in context.services.registers.all(Unit)]
        self.unit.offer([("", tr("By the rules")), *units], begun.unit)
        due = begun.due_on if begun.due_on and begun.due_on > today else today + _USUAL
        self.due = DayField(tr("Deadline"), due, today)
        self._text_row = FormRow(tr("Problem"), self.text)
        self.take = filled(tr("Record it when taking in"), self.finish, icon="check", keys="Ctrl Enter")
        words = tr("It is recorded with its photos when the list is taken in, and goes when the import is taken back.")
        self.ask(
            down(
                wrapping(tr("New finding: {row}", row=row), "lg", bold=True),
                wrapping(words, "sm", "text2"),
                self._text_row,
                self.place,
                FormRow(tr("Unit"), self.unit),
                FormRow(tr("Deadline"), self.due),
                gap=10,
            ),
            outlined(tr("Go back"), self.reject),
            self.take,
            writes_lines=True,
        )
        self.text.setFocus()

    @property
    def noted(self) -> Noted:
        """The finding as the fields say it."""
        return Noted(
            self.place.spot,
            text=self.text.toPlainText().strip(),
            unit=self.unit.value,
            due_on=self.due.day,
            source=Source.UNIT,
        )

    def finish(self) -> None:
        """Hand it over, when it says what is wrong and where."""
        noted = self.noted
        nowhere = not (noted.spot.site or noted.spot.location)
        self._text_row.show_problem("" if noted.text else tr("Say what is wrong"))
        self.place.row.show_problem(tr("Choose a site, or write the place") if nowhere else "")
        if noted.text and not nowhere:
            self.accept()
            self._made(noted)
        else:
            self.take_height()
