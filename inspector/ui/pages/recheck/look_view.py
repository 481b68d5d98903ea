"""The finding that is looked at: before beside after, what the unit said, what is odd, and the three answers."""

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.photos import Photo
from inspector.domain.rechecks import RecheckResult
from inspector.domain.stored import Stored
from inspector.services.rechecking import Look
from inspector.ui.oddities import OddNote
from inspector.ui.pages.recheck.photo_pane import PhotoPane, Side
from inspector.ui.pages.recheck.round_list import MARKS
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty, sheet
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.form import LineField
from inspector.ui.widgets.labels import icon_label, wrapping
from inspector.ui.widgets.photo_strip import Tile, TileState
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.segmented import Segmented
from inspector.ui.widgets.thumbnails import Thumbnails
from inspector.ui.widgets.verdict_button import VerdictButtons
from inspector.ui.words.dates import moment, short_date
from inspector.ui.words.states import State, deadline_state, recurrence_state, status_state

RESULTS: dict[MarkKind, RecheckResult] = {mark: result for result, mark in MARKS.items() if result}


class LookView(QWidget):
    """`judged` tells the kind of the pressed answer; `photo_opened` the side and the id of a pressed photo."""

    judged = Signal(str)
    add_wanted = Signal()
    photo_opened = Signal(str)

    def __init__(self, large: Thumbnails, small: Thumbnails, today: date) -> None:
        super().__init__()
        self._today = today
        self.look: Look | None = None
        self._unit_side = False
        self._arriving: list[Tile] = []
        self.title = wrapping("", "lg", bold=True)
        self.place = wrapping("", "sm", "text2")
        self.pills = down(gap=0)
        self.switch = Segmented((("fresh", tr("Taken now")), ("unit", tr("Unit's"))), "unit")
        self.before = PhotoPane(large, small)
        self.after = PhotoPane(large, small, self.switch)
        self.add = outlined(tr("New photo"), self.add_wanted.emit, icon="camera", keys="P")
        self.add.setParent(self)
        self.said = wrapping("", "sm", "text2", selectable=True)
        self.note_sheet = sheet(
            across(icon_label("message-square-quote", "text2", 16), Grow(self.said), gap=8, margins=(12, 8, 12, 8)),
            "sunken",
        )
        self.odd = OddNote()
        self.answers = VerdictButtons(
            (("pass", tr("Fixed"), "1"), ("fail", tr("Not fixed"), "2"), ("na", tr("Cannot be seen"), "3"))
        )
        self.note = LineField(tr("Note"), "", tr("Note (may stay empty), for example: cleaned, some left, moved aside"))

        head = across(Grow(down(self.title, self.place, gap=4)), self.pills, gap=12)
        sides = across(Grow(self.before), Grow(self.after), gap=16)
        parts = (head, Grow(sides), self.note_sheet, self.odd, self.note)  # the answers stand still below
        self.setLayout(down(*parts, gap=12, margins=(24, 16, 24, 16)))

        self.switch.chosen.connect(lambda value: self.show_unit_side(on=value == "unit"))
        self.answers.chosen.connect(self.judged.emit)
        self.before.opened.connect(self.photo_opened.emit)
        self.after.opened.connect(self.photo_opened.emit)

    def take_form(self, mode: LayoutMode) -> None:
        """Short answers where there is little room."""
        words = (tr("Fixed"), tr("Not fixed"), tr("Cannot be seen"))
        if mode is not LayoutMode.WIDE:
            words = (tr("Fixed"), tr("Fails"), tr("Unseen"))
        for button, each in zip(self.answers.buttons.values(), words, strict=True):
            button.setText(each)
            button.updateGeometry()
        self.after.title.setVisible(mode is not LayoutMode.ONE)  # the switch beside it says the same
        edge = current().gap(8 if mode is LayoutMode.ONE else 24)
        if layout := self.layout():
            layout.setContentsMargins(edge, current().gap(16), edge, current().gap(16))

    def show_look(self, look: Look, arriving: Sequence[Tile]) -> None:
        """Show this finding; `arriving` are photos that load or were refused."""
        is_new = self.look is None or self.look.id != look.id
        self.look = look
        self._arriving = list(arriving)
        finding, line = look.finding, look.line
        self.title.setText(finding.text or "—")
        self.place.setText(" · ".join(filter(None, (line.site_name, finding.location, line.unit_name, finding.no))))
        empty(self.pills)
        self.pills.addWidget(flowing(*(Pill(s.words, s.tone, s.icon, bold=s.bold) for s in self._states(look))))
        if is_new:
            self._unit_side = not look.fresh
            self.note.show_text("")
            self.odd.show_oddities(())
        self._show_sides()
        reply = look.reply
        words = reply.said.measures or tr("says it is done") if reply else tr("The unit left no words")
        when = short_date(reply.received_at.date(), self._today) if reply else ""
        self.said.setText(tr("The unit, {day}: {words}", day=when, words=words) if reply else words)
        result = look.today.result if look.today and (not look.waits or look.today.result is _UNSEEN) else None
        self.answers.show_verdict(MARKS[result])
        self.note.setEnabled(look.waits)

    def show_unit_side(self, *, on: bool) -> None:
        """The unit's photo at the right, or the one taken now."""
        self._unit_side = on
        self._show_sides()

    def turn(self) -> None:
        """The other one of the two."""
        self.show_unit_side(on=not self._unit_side)

    def _show_sides(self) -> None:
        if self.look is None:
            return
        look = self.look
        self.switch.show_value("unit" if self._unit_side else "fresh")
        self.before.show_side(Side(tr("Before"), look.before, self._facts(look.before), tr("No photo before")))
        if self._unit_side:
            shown = Side(tr("The unit's photo"), look.after, self._facts(look.after), tr("The unit sent no photo"))
            self.after.show_side(shown, extra=(self.add,))
            return
        nothing = "\n".join(tile.words for tile in self._arriving) or tr("Take a photo, or drop one here")
        loading = any(tile.state is TileState.LOADING for tile in self._arriving)
        side = Side(
            tr("Taken now"), look.fresh, self._facts(look.fresh), tr("Photo is loading") if loading else nothing
        )
        self.after.show_side(side, number=len(look.fresh) - 1 if look.fresh else 0, extra=(self.add,))

    def _facts(self, photos: Sequence[Stored[Photo]]) -> list[str]:
        return [self._taken(photo.record) for photo in photos]

    def _taken(self, photo: Photo) -> str:
        taken = photo.facts.taken_at
        return moment(taken, self._today) if taken else tr("no time in the file")

    def _states(self, look: Look) -> list[State]:
        finding, line = look.finding, look.line
        states = [status_state(finding.status)] if not look.waits else []
        if finding.send_backs:
            states.append(State(tr("Sent back {n}", n=finding.send_backs), "fail", "undo-2"))
        if finding.recurrence_of:
            states.append(recurrence_state(finding.recurrences))
        late = deadline_state(line.due_on, line.days_overdue, self._today) if line.days_overdue else None
        return [*states, *([late] if late else [])]


_UNSEEN = RecheckResult.UNSEEN
