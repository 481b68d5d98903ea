"""What is wrong, where, who puts it right until when: everything prefilled, nothing must be typed."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QBoxLayout, QGridLayout, QLabel, QLayout, QWidget

from inspector.domain.calendars import WorkCalendar
from inspector.domain.checklists import Item
from inspector.domain.findings import Finding
from inspector.domain.stored import Stored
from inspector.ui.pages.record.answering_units import AnsweringUnits
from inspector.ui.pages.record.deadline import Deadline
from inspector.ui.pages.record.phrases import Phrases
from inspector.ui.pages.record.typed_line import TypedLine
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.buttons import compact, quiet
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.photo_strip import PhotoStrip, Tile
from inspector.ui.widgets.search_combo import Spell
from inspector.ui.widgets.segmented import Segmented

_LABEL = 64


class FindingForm(QWidget):
    """One finding of a failed item, with tabs when the item has several.

    Signals tell what to save: `described`, `located`, `required` (text), `assigned` (unit, co-units), `due` (day,
    limit); `another` and `removed` the findings themselves, `picked` which one is shown.
    """

    described = Signal(str)
    located = Signal(str)
    required = Signal(str)
    assigned = Signal(str, object)
    due = Signal(object, str)
    another = Signal()
    removed = Signal()
    picked = Signal(str)

    def __init__(self, units: Sequence[tuple[str, str]], spell: Spell, calendar: WorkCalendar) -> None:
        super().__init__()
        self._finding = ""
        self._tabs_shown: tuple[str, ...] = ()
        self.tabs: Segmented | None = None
        self.phrases = Phrases()
        self.text = TypedLine(tr("What is wrong"), tr("What is wrong"))
        self.place = TypedLine(tr("Place"), tr("Where exactly, for example building 3, stairwell 2"))
        self.photos = PhotoStrip()
        self.units = AnsweringUnits(units, spell)
        self.deadline = Deadline(calendar)
        self.requirement = TypedLine(tr("Requirement"), tr("What the unit shall do"))
        self.more = compact(quiet(tr("Another finding of this item"), self.another.emit, icon="plus"))
        self.less = compact(quiet(tr("Remove this finding"), self.removed.emit, icon="trash"))

        self._head = down(gap=0)
        self._number = label("", "base", "fail", bold=True)
        self.setLayout(self._laid_out())

        for line, told in ((self.text, self.described), (self.place, self.located), (self.requirement, self.required)):
            line.typed.connect(told)
        self.phrases.pressed.connect(self._choose_phrase)
        self.phrases.described.connect(self._describe)
        self.units.chosen.connect(self.assigned)
        self.deadline.chosen.connect(self.due)

    def show_findings(
        self, item: Item, findings: Sequence[Stored[Finding]], shown: str, today: date, *, is_open: bool
    ) -> None:
        """Show one of an item's findings; the others are tabs."""
        found = next((each for each in findings if each.id == shown), findings[0])
        is_other = found.id != self._finding
        self._finding = found.id
        record = found.record
        self._show_tabs(findings, found.id)
        self.phrases.show_text(item.phrases, record.text)
        for line, text in (
            (self.text, record.text),
            (self.place, record.location),
            (self.requirement, record.requirement),
        ):
            (line.become if is_other else line.show_text)(text)
        self.units.show_finding(record)
        self.deadline.show_finding(record, item.time_limit, today)
        self.less.setVisible(len(findings) > 1)
        for part in (self.phrases, self.text, self.place, self.requirement, self.units, self.deadline):
            part.setEnabled(is_open)
        self.more.setVisible(is_open)
        self.less.setVisible(is_open and len(findings) > 1)

    def show_photos(self, tiles: Sequence[Tile], current_key: str) -> None:
        """Show the photos of the shown finding."""
        self.photos.show_tiles(tiles, current_key)

    def flush(self) -> None:
        """Tell what was typed and not told yet."""
        for line in (self.text, self.place, self.requirement):
            line.flush()

    @property
    def lines(self) -> tuple[TypedLine, ...]:
        """Every line a person types into."""
        return (self.text, self.place, self.requirement)

    def _choose_phrase(self, number: int) -> None:
        """A click leaves the focus in the line; what was typed there is saved before the phrase joins it."""
        self.flush()
        self.phrases.press(number)

    def _describe(self, text: str) -> None:
        self.text.become(text)
        self.described.emit(text)

    def _show_tabs(self, findings: Sequence[Stored[Finding]], shown: str) -> None:
        ids = tuple(each.id for each in findings)
        number = ids.index(shown) + 1
        self._number.setText(tr("Finding {n}", n=number))
        if ids != self._tabs_shown:
            self._tabs_shown = ids
            if self.tabs is not None:
                self.tabs.hide()
                self.tabs.deleteLater()
                self.tabs = None
            if len(ids) > 1:
                self.tabs = Segmented([(each, tr("Finding {n}", n=i)) for i, each in enumerate(ids, 1)])
                self.tabs.chosen.connect(self.picked)
                self._head.addWidget(self.tabs, 0, Qt.AlignmentFlag.AlignLeft)
        if self.tabs is not None:
            self.tabs.show_value(shown)

    def _laid_out(self) -> QLayout:
        rows: list[tuple[QLabel, QWidget | QLayout]] = [
            (self._number, down(self.phrases, self.text, gap=8)),
            (_name(tr("Place")), self.place),
            (_name(tr("Photos")), self.photos),
            (_name(tr("Unit")), self.units),
            (_name(tr("Due")), self.deadline),
            (_name(tr("Task")), self.requirement),
        ]
        grid = QGridLayout()
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(current().gap(12))
        grid.setVerticalSpacing(current().gap(12))
        grid.setColumnMinimumWidth(0, current().px(_LABEL))
        grid.setColumnStretch(1, 1)
        for row, (name, content) in enumerate(rows):
            name.setMinimumHeight(current().high("touch"))
            grid.addWidget(name, row, 0, Qt.AlignmentFlag.AlignTop)
            if isinstance(content, QWidget):
                grid.addWidget(content, row, 1)
            else:
                grid.addLayout(content, row, 1)
        foot: QBoxLayout = across(Grow(QWidget()), self.less, self.more, gap=8)
        return down(self._head, grid, foot, gap=8)


def _name(words: str) -> QLabel:
    return label(words, "base", "text2")
