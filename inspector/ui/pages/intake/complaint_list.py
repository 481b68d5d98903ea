"""Complaints, the newest first; the chosen one with what can be done about it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial

from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector.domain.ledger import LedgerRow
from inspector.domain.public_complaints import Told
from inspector.services.public_complaints import ComplaintLine
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, sheet
from inspector.ui.widgets.buttons import outlined, quiet
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.row_button import RowButton
from inspector.ui.words.dates import moment
from inspector.ui.words.sources import channel_words

_SHOWN = 60


@dataclass(frozen=True, slots=True)
class ComplaintDeeds:
    """What can be done with a complaint, by its id."""

    choose: Callable[[str], object]
    make_finding: Callable[[str], object]
    join: Callable[[str, str], object]
    open_finding: Callable[[str], object]
    show_caller: Callable[[str], object]
    erase: Callable[[ComplaintLine], object]


class ComplaintList(QWidget):
    """Fill it with `show_lines`."""

    def __init__(self, deeds: ComplaintDeeds, today: date) -> None:
        super().__init__()
        self._deeds = deeds
        self._today = today
        self._layout = down(gap=8)
        self.setLayout(self._layout)

    def show_lines(
        self, lines: Sequence[ComplaintLine], chosen: str, twins: Sequence[LedgerRow], told: Told | None
    ) -> None:
        """Show them; of the chosen one the twins, and the caller when somebody asked for it."""
        empty(self._layout)
        if not lines:
            words = tr("No complaint yet. What is taken down stands here until it is a finding.")
            self._layout.addWidget(sheet(down(wrapping(words, "sm", "text2"), margins=(16, 12, 16, 12)), "note"))
        for line in lines[:_SHOWN]:
            self._layout.addWidget(self._row(line))
            if line.id == chosen:
                self._layout.addWidget(self._open(line, twins, told))
        self._layout.addStretch(1)

    def _row(self, line: ComplaintLine) -> QWidget:
        complaint = line.complaint
        state = line.finding.no if line.finding else tr("waits")
        facts = (channel_words()[complaint.channel], moment(complaint.received_at, self._today), line.place)
        content = down(
            across(
                Grow(wrapping(complaint.no, "sm", "text2")),
                label(state, "sm", "" if line.finding else "warn", bold=True),
            ),
            wrapping(complaint.text, "base"),
            wrapping(" · ".join(filter(None, facts)), "sm", "text3"),
            gap=4,
            margins=(16, 8, 16, 8),
        )
        made = RowButton(content, f"{complaint.no} {complaint.text}")
        made.clicked.connect(lambda _=False: self._deeds.choose(line.id))
        return made

    def _open(self, line: ComplaintLine, twins: Sequence[LedgerRow], told: Told | None) -> QWidget:
        body = down(gap=8, margins=(16, 12, 16, 12))
        if line.finding:
            finding = line.finding.id
            see = outlined(tr("See {no}", no=line.finding.no), lambda: self._deeds.open_finding(finding))
            body.addLayout(across(see, STRETCH))
        else:
            make = outlined(tr("Make it a finding"), lambda: self._deeds.make_finding(line.id), icon="plus")
            body.addLayout(across(make, STRETCH))
            for twin in twins:
                place = " ".join(filter(None, (twin.site_name, twin.location)))
                words = " · ".join(filter(None, (twin.no, place, twin.text)))
                same = outlined(tr("It is {no}", no=twin.no), partial(self._deeds.join, line.id, twin.id))
                body.addWidget(wrapping(tr("Open already: {words}", words=words), "sm"))
                body.addLayout(across(same, STRETCH))
        body.addLayout(self._caller(line, told))
        return sheet(body, "sunken")

    def _caller(self, line: ComplaintLine, told: Told | None) -> QBoxLayout:
        if line.complaint.purged_at:
            words = tr("The caller was erased {at}", at=moment(line.complaint.purged_at, self._today))
            return down(wrapping(words, "sm", "text2"))
        if not line.held:
            return down(wrapping(tr("Without a caller"), "sm", "text2"))
        if told is None:
            show = quiet(tr("Show the caller"), lambda: self._deeds.show_caller(line.id), icon="eye")
            return across(show, STRETCH)
        words = " · ".join(filter(None, (told.name, told.phone, told.address)))
        erase = outlined(tr("Erase the caller"), lambda: self._deeds.erase(line), icon="trash")
        return down(wrapping(words, "base", selectable=True), flowing(erase), gap=8)
