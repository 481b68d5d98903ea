"""Who wants to be called back: number, name, what about, at which form and when, called or not."""

from collections.abc import Mapping, Sequence
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.questionnaires.responses import Contact
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty, scrolling
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.row_button import RowButton
from inspector.ui.words.dates import short_date

_SHOWN = 200


class ContactList(QWidget):
    """`chosen` tells the id of the row that was pressed."""

    chosen = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self.rows: dict[str, RowButton] = {}
        self._box = down(gap=0)
        self.area = scrolling(self._box)
        self.setLayout(down(Grow(self.area), gap=0))
        self.setAccessibleName(tr("To call back"))

    def show_contacts(self, contacts: Sequence[Contact], titles: Mapping[str, str], today: date) -> None:
        """Show them; `titles` are the forms' by code."""
        empty(self._box)
        if not contacts:
            words = tr("Nobody has asked to be called. Who says yes at the end of a form stands here.")
            self._box.addLayout(across(wrapping(words, "base", "text2"), margins=(24, 24, 24, 24)))
        self.rows = {one.id: self._row(one, titles.get(one.form, one.form), today) for one in contacts[:_SHOWN]}
        for row in self.rows.values():
            self._box.addWidget(row)
        if len(contacts) > _SHOWN:
            more = tr("{n} more when these are done", n=len(contacts) - _SHOWN)
            self._box.addLayout(across(wrapping(more, "sm", "text3"), margins=(24, 12, 24, 12)))
        self._box.addStretch(1)

    def choose(self, contact: str) -> None:
        """Mark a row without telling anybody."""
        for each, row in self.rows.items():
            row.show_current(each == contact)
        if contact in self.rows:
            self.area.ensureWidgetVisible(self.rows[contact], 0, 0)  # a margin would cut the row itself in a low window

    def _row(self, one: Contact, title: str, today: date) -> RowButton:
        name = " · ".join(filter(None, (one.phone, one.name)))
        facts = " · ".join((title, short_date(one.day, today)))
        called = (
            Pill(tr("Called {day}", day=short_date(one.called_on, today)), "pass", "check") if one.called_on else None
        )
        state = called or Pill(tr("To call"), "warn", "clock-alert")
        said = (wrapping(one.wish),) if one.wish else ()
        words = down(label(name, "md", bold=True), *said, wrapping(facts, "sm", "text3"), gap=2)
        made = RowButton(across(Grow(words), state, gap=12, margins=(24, 8, 24, 8)), f"{name} {one.wish}", height=64)
        made.clicked.connect(lambda _=False: self.chosen.emit(one.id))
        return made
