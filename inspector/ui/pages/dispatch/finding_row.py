"""One finding before it leaves: photo, problem and place, requirement and deadline, all correctable in place."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QBoxLayout, QFrame, QHBoxLayout, QLineEdit, QSizePolicy, QVBoxLayout

from inspector.services.dispatch_plans import Doubt, PlannedFinding
from inspector.ui.pages.dispatch.deadline_list import DeadlineList
from inspector.ui.pages.dispatch.doubt_words import doubt_state
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty, hairline
from inspector.ui.widgets.buttons import icon_button
from inspector.ui.widgets.labels import ElidingLabel, label
from inspector.ui.widgets.photo_button import PhotoButton
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.thumbnails import Thumbnails
from inspector.ui.widgets.tips import tip

_PHOTO_WIDTH = 72
_DEADLINE_WIDTH = 172
_FIELD_INSET = 7
"""Where the words of a flat field begin: what stands under it begins there too."""


class FindingRow(QFrame):
    """`edited` tells finding, field (text, location, requirement) and its new words; the others what is wanted."""

    edited = Signal(str, str, str)
    limited = Signal(str, str)
    day_wanted = Signal(str)
    unit_wanted = Signal(str)
    photo_wanted = Signal(str)
    photo_opened = Signal(str)

    def __init__(self, *, stacked: bool) -> None:
        """`stacked` puts requirement and deadline under problem and place, where there is little width."""
        super().__init__()
        self.setProperty("role", "flat")
        self._planned: PlannedFinding | None = None
        self._number = label("", "sm", "text3")
        self._number.setFixedWidth(current().px(24))
        self._photo_place: QVBoxLayout = down(gap=0)
        self._photo: PhotoButton | None = None
        self._doubts: QHBoxLayout = across(gap=4)
        self.text = _field(tr("Problem"), "base", bold=True)
        self.place = _field(tr("Place in the site"), "sm")
        self._no = label("", "sm", "text3")
        self.site = ElidingLabel("", "sm", "text3")
        self.site.setSizePolicy(QSizePolicy.Policy.Maximum, QSizePolicy.Policy.Fixed)
        self.requirement = QLineEdit()
        self.requirement.setProperty("compact", True)
        self.requirement.setAccessibleName(tr("Requirement"))
        self.requirement.setPlaceholderText(tr("What is asked for"))
        self.deadline = DeadlineList()
        self.deadline.setFixedWidth(current().px(_DEADLINE_WIDTH))
        self.unit_button = icon_button("arrow-left-right", tr("Change the unit"), self._want_unit)

        self.setLayout(down(self._row(stacked), hairline(), gap=0))
        self._connect()

    def show_finding(
        self,
        planned: PlannedFinding,
        number: int,
        ladder: Mapping[str, date | None],
        today: date,
        thumbnails: Thumbnails,
        helpers: Sequence[str] = (),
    ) -> None:
        """Show it with the names of the units that help; a field that somebody types in keeps what is typed."""
        self._planned = planned
        finding = planned.finding
        self._number.setText(str(number))
        self._no.setText(finding.no)
        helping = tr("with {units}", units="、".join(helpers)) if helpers else ""
        self.site.setText(" · ".join(filter(None, (planned.line.site_name, helping))))
        for line, words in (
            (self.text, finding.text),
            (self.place, finding.location),
            (self.requirement, finding.requirement),
        ):
            if not line.hasFocus():
                line.setText(words.replace("\n", " "))
                line.setCursorPosition(0)
                tip(line, words)
        self.deadline.show_finding(planned, ladder, today)
        self._show_photo(planned, thumbnails)
        empty(self._doubts)
        for doubt in planned.doubts:
            if doubt is not Doubt.NO_PHOTO:  # the empty frame asks for it
                state = doubt_state(doubt, planned)
                self._doubts.addWidget(Pill(state.words, state.tone, state.icon))

    def fill_photo(self, thumbnails: Thumbnails) -> None:
        """Take the picture that has arrived."""
        if self._planned and self._planned.photos and self._photo:
            self._photo.show_picture(thumbnails.get(self._planned.line.thumb_sha))

    @property
    def finding(self) -> str:
        """The id of the finding shown."""
        return self._planned.id if self._planned else ""

    def _row(self, stacked: bool) -> QBoxLayout:
        place = across(self.site, Grow(self.place), gap=0, margins=(_FIELD_INSET, 0, 0, 0))
        first = across(Grow(self.text), self._no, gap=8)
        asked = (Grow(self.requirement, 4), self.deadline, self.unit_button)
        if stacked:
            inside = down(first, across(Grow(place), self._doubts, gap=8), across(*asked, gap=8), gap=2)
        else:
            first.addLayout(self._doubts)
            inside = down(first, across(Grow(place, 5), *asked, gap=8), gap=0)
        return across(self._left(), Grow(inside), gap=8, margins=(16, 6, 8, 6))

    def _left(self) -> QBoxLayout:
        return across(self._number, self._photo_place, gap=8)

    def _show_photo(self, planned: PlannedFinding, thumbnails: Thumbnails) -> None:
        empty(self._photo_place)
        many = str(len(planned.photos)) if len(planned.photos) > 1 else ""
        if planned.photos:
            self._photo = PhotoButton(tr("{n} photos", n=len(planned.photos)), _PHOTO_WIDTH, badge=many)
            self._photo.clicked.connect(partial(self.photo_opened.emit, planned.id))
        else:
            self._photo = PhotoButton(tr("Add a photo"), _PHOTO_WIDTH, asks=tr("Add photo"))
            self._photo.clicked.connect(partial(self.photo_wanted.emit, planned.id))
        self._photo_place.addStretch(1)
        self._photo_place.addWidget(self._photo)
        self._photo_place.addStretch(1)
        self.fill_photo(thumbnails)

    def _connect(self) -> None:
        fields = ((self.text, "text"), (self.place, "location"), (self.requirement, "requirement"))
        for line, field in fields:
            line.editingFinished.connect(partial(self._edit, line, field))
        self.deadline.limited.connect(lambda limit: self.limited.emit(self.finding, limit))
        self.deadline.day_wanted.connect(lambda: self.day_wanted.emit(self.finding))

    def _want_unit(self) -> None:
        self.unit_wanted.emit(self.finding)

    def _edit(self, line: QLineEdit, field: str) -> None:
        stands: str = getattr(self._planned.finding, field) if self._planned else ""
        words = line.text().strip()
        if words != stands.replace("\n", " ").strip():
            self.edited.emit(self.finding, field, words)


def _field(name: str, step: str, *, bold: bool = False) -> QLineEdit:
    line = QLineEdit()
    line.setProperty("flat", True)
    line.setProperty("fs", step)
    line.setProperty("bold", bold)
    line.setAccessibleName(name)
    line.setPlaceholderText(name)
    return line
