"""The form of 随手拍 and of 督办: type, place, photos, done; unit and deadline come from the rules."""

from collections.abc import Callable, Mapping
from datetime import timedelta

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.sources import Source
from inspector.domain.units import Unit
from inspector.services.noting import Noted, Proposal
from inspector.ui.context import Context
from inspector.ui.pages.intake.field_values import Field
from inspector.ui.pages.intake.photo_picks import PhotoPicks
from inspector.ui.pages.intake.unfinished import Unfinished
from inspector.ui.place_fields import PlaceFields, narrow
from inspector.ui.translation import tr
from inspector.ui.units import unit_spelling
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.form import FormRow, LineField, NoteField
from inspector.ui.widgets.search_combo import SearchCombo
from inspector.ui.words.unit_reasons import reason_words

_USUAL = timedelta(days=7)


class FindingForm(QWidget):
    """`changed` tells that the rules should be asked anew."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._today = context.services.acts.today()
        self.source = Source.SNAPSHOT
        self.photos = PhotoPicks(context)
        self._own_day = False
        self.violation = narrow(SearchCombo(tr("Name, pinyin or initials"), self._spell_types, clears=True))
        self.violation.setAccessibleName(tr("Type"))
        self.meeting = LineField(tr("Meeting"), "", tr("Which meeting, which day"))
        self.place = PlaceFields(context)
        self.text = NoteField(tr("Problem"))
        self.unit = narrow(SearchCombo(tr("Search units"), unit_spelling(context, self), clears=True))
        self.unit.setAccessibleName(tr("Responsible unit"))
        self.due = DayField(tr("Deadline"), self._today + _USUAL, self._today)
        self._meeting_row = FormRow(tr("Meeting"), self.meeting)
        self._unit_row = FormRow(tr("Unit"), self.unit)
        self._due_row = FormRow(tr("Deadline"), self.due)
        told: dict[str, Field] = {
            "violation": self.violation,
            "meeting": self.meeting,
            "text": self.text,
            "unit": self.unit,
        }
        self.unfinished = Unfinished(
            context,
            "finding",
            {**told, **self.place.fields, "due": self.due},
            told,
            self.photos,
            lambda: () if self._own_day else ("due",),
        )

        rows = (
            self.unfinished,
            FormRow(tr("Type"), self.violation),
            self._meeting_row,
            self.place,
            FormRow(tr("Problem"), self.text, tr("Left empty, the type's name stands there")),
            FormRow(tr("Photos"), self.photos),
            self._unit_row,
            self._due_row,
        )
        self.setLayout(down(*rows, gap=8))

        self.violation.chosen.connect(lambda _: self.changed.emit())
        self.place.changed.connect(self.changed)
        self.text.committed.connect(lambda _: self.changed.emit())
        self.due.chosen.connect(lambda _: self._choose_day())
        self.unfinished.came_back.connect(self._take_up)
        accept_photos(self, self.photos.take)

    @property
    def noted(self) -> Noted:
        """What the form says; what was left to the rules is empty."""
        is_meeting = self.source is Source.MEETING
        return Noted(
            self.place.spot,
            violation=self.violation.value,
            text=self.text.toPlainText().strip(),
            unit=self.unit.value,
            due_on=self.due.day if self._own_day or not self.violation.value else None,
            source=self.source,
            source_note=self.meeting.text().strip() if is_meeting else "",
        )

    def load(self, source: Source, site: str = "") -> None:
        """Be the form of this source, with the registers as they are now."""
        self.source = source
        self._meeting_row.setVisible(source is Source.MEETING)
        services = self._context.services
        types = [(one.code, one.name) for one in services.noting.violations.values()]
        self.violation.offer([("", tr("Choose a type")), *types], self.violation.value)
        units = [(one.id, one.record.name) for one in services.registers.all(Unit)]
        self.unit.offer([("", tr("By the rules")), *units], self.unit.value)
        self.place.load(site)

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what the rules say beside the fields."""
        rule = " · ".join(filter(None, (proposal.unit_name, reason_words(proposal.answering.reason))))
        asked = self.noted
        says_something = asked.violation or asked.spot.site or asked.spot.street
        self._unit_row.show_hint(rule if says_something else "")
        if not self._own_day:
            self.due.show_day(proposal.due_on or self._today + _USUAL)
        self._due_row.show_hint(tr("Time limit of the type: {limit}", limit=proposal.time_limit) if proposal.time_limit
                                else "")  # fmt: skip

    def clear(self) -> None:
        """Ready for the next one at the same place."""
        self.photos.show_sources(())
        self._own_day = False
        self.text.show_text("")
        self.text.clear()
        self.unit.show_value("")
        self.violation.show_value("")

    def _choose_day(self) -> None:
        self._own_day = True

    def _take_up(self, filled: frozenset[str]) -> None:
        self._own_day = "due" in filled
        self.place.show_again()
        self.changed.emit()

    def _spell_types(self, learn: Callable[[Mapping[str, str]], object]) -> None:
        noting = self._context.services.noting
        self._context.jobs.look_up(lambda _progress: noting.findable(), learn, owner=self)
