"""The form of 随手拍 and of 督办: type, place, photos, done; unit and deadline come from the rules."""

from collections.abc import Callable, Mapping, Sequence
from datetime import timedelta
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.sources import Source
from inspector.domain.units import Unit
from inspector.services.noting import Noted, Proposal
from inspector.services.photos import Source as PhotoSource
from inspector.ui.context import Context
from inspector.ui.photo_intake import choose_files, pasted_sources, sources_of
from inspector.ui.place_fields import PlaceFields, narrow
from inspector.ui.translation import tr
from inspector.ui.units import unit_spelling
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.buttons import outlined, quiet
from inspector.ui.widgets.day_field import DayField
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.form import FormRow, LineField, NoteField
from inspector.ui.widgets.labels import wrapping
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
        self.photos: list[PhotoSource] = []
        self._own_day = False
        self.violation = narrow(SearchCombo(tr("Name, pinyin or initials"), self._spell_types, clears=True))
        self.violation.setAccessibleName(tr("Type"))
        self.meeting = LineField(tr("Meeting"), "", tr("Which meeting, which day"))
        self.place = PlaceFields(context)
        self.text = NoteField(tr("Problem"))
        self.unit = narrow(SearchCombo(tr("Search units"), unit_spelling(context, self), clears=True))
        self.unit.setAccessibleName(tr("Responsible unit"))
        self.due = DayField(tr("Deadline"), self._today + _USUAL, self._today)
        self._photo_names = wrapping("", "sm", "text2")
        self._drop = quiet(tr("Leave the photos out"), self.forget_photos)
        self.add_button = outlined(f"{tr('Add photos')}  P", self.add_photos, icon="image-plus", keys="P")
        self._meeting_row = FormRow(tr("Meeting"), self.meeting)
        self._unit_row = FormRow(tr("Unit"), self.unit)
        self._due_row = FormRow(tr("Deadline"), self.due)
        photos = down(across(self.add_button, self._drop, Grow(QWidget())), self._photo_names, gap=4)

        rows = (
            FormRow(tr("Type"), self.violation),
            self._meeting_row,
            self.place,
            FormRow(tr("Problem"), self.text, tr("Left empty, the type's name stands there")),
            photos,
            self._unit_row,
            self._due_row,
        )
        self.setLayout(down(*rows, gap=8))

        self.violation.chosen.connect(lambda _: self.changed.emit())
        self.place.changed.connect(self.changed)
        self.text.committed.connect(lambda _: self.changed.emit())
        self.due.chosen.connect(lambda _: self._choose_day())
        accept_photos(self, self.take_photos)

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
        self._show_photos()

    def show_proposal(self, proposal: Proposal) -> None:
        """Show what the rules say beside the fields."""
        rule = " · ".join(filter(None, (proposal.unit_name, reason_words(proposal.answering.reason))))
        self._unit_row.show_hint(rule)
        if not self._own_day:
            self.due.show_day(proposal.due_on or self._today + _USUAL)
        self._due_row.show_hint(tr("Time limit of the type: {limit}", limit=proposal.time_limit) if proposal.time_limit
                                else "")  # fmt: skip

    def clear(self) -> None:
        """Ready for the next one at the same place."""
        self.photos = []
        self._own_day = False
        self.text.show_text("")
        self.text.clear()
        self.unit.show_value("")
        self.violation.show_value("")
        self._show_photos()

    def add_photos(self) -> None:
        """Ask for photo files."""
        self.take_photos(choose_files(self, self._context.preferences.get().last_photo_folder))

    def paste(self) -> None:
        """Take what the clipboard holds."""
        self.photos += pasted_sources(self._context)
        self._show_photos()

    def take_photos(self, paths: Sequence[Path]) -> None:
        """Keep files for when it is recorded."""
        self.photos += sources_of(paths, self._context.complain)
        self._show_photos()

    def forget_photos(self) -> None:
        """Keep none of them."""
        self.photos = []
        self._show_photos()

    def _show_photos(self) -> None:
        names = "、".join(name for name, _ in self.photos)
        self._photo_names.setText(tr("{n} photos: {names}", n=len(self.photos), names=names) if self.photos else "")
        self._photo_names.setVisible(bool(self.photos))
        self._drop.setVisible(bool(self.photos))

    def _choose_day(self) -> None:
        self._own_day = True

    def _spell_types(self, learn: Callable[[Mapping[str, str]], object]) -> None:
        noting = self._context.services.noting
        self._context.jobs.look_up(lambda _progress: noting.findable(), learn, owner=self)
