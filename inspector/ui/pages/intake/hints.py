"""What a person should see before recording: when the type counts, what is approved and what is open there."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.domain.approvals import Approval
from inspector.domain.violations import Violation
from inspector.services.noting import Proposal
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down, empty, sheet
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.labels import wrapping
from inspector.ui.words.dates import short_date


class Hints(QWidget):
    """`show_proposal` fills it; a twin's button opens that finding."""

    def __init__(self, open_finding: Callable[[str], object], today: date) -> None:
        super().__init__()
        self._today = today
        self._open = open_finding
        self._layout = down(gap=12)
        self.setLayout(self._layout)

    def show_proposal(self, kind: Violation | None, proposal: Proposal | None) -> None:
        """Show what is known of the type and the place."""
        empty(self._layout)
        for approval in proposal.approvals if proposal else ():
            self._layout.addWidget(approval_note(approval, self._today))
        if proposal and proposal.twins:
            self._layout.addWidget(self._twins(proposal))
        if kind:
            self._layout.addWidget(_type(kind))
        elif not proposal or not (proposal.approvals or proposal.twins):
            words = tr("Choose a type and a place: what counts, who answers and until when stands here.")
            self._layout.addWidget(sheet(down(wrapping(words, "sm", "text2"), margins=(16, 12, 16, 12)), "note"))
        self._layout.addStretch(1)

    def _twins(self, proposal: Proposal) -> QWidget:
        body = down(wrapping(tr("Open already, perhaps the same"), "base", bold=True), gap=8, margins=(16, 12, 16, 12))
        for row in proposal.twins:
            place = " ".join(filter(None, (row.site_name, row.location)))
            body.addWidget(wrapping(" · ".join(filter(None, (row.no, place, row.text))), "sm"))
            see = outlined(tr("See {no}", no=row.no), partial(self._open, row.id))
            body.addLayout(across(see, STRETCH))
        return sheet(body, "warn")


def approval_note(approval: Approval, today: date, *more: QWidget) -> QWidget:
    """One approval: what, whose, from when to when; `more` stands below."""
    days = tr(
        "{first} to {last}",
        first=short_date(approval.valid_from, today) if approval.valid_from else tr("any day"),
        last=short_date(approval.valid_to, today) if approval.valid_to else tr("open end"),
    )
    facts = " · ".join(filter(None, (approval.matter, approval.holder, approval.code, approval.address, days)))
    head = wrapping(tr("Approved here: {name}", name=approval.name), "base", bold=True)
    return sheet(down(head, wrapping(facts, "sm"), *more, gap=4, margins=(16, 12, 16, 12)), "warn")


def _type(kind: Violation) -> QWidget:
    rows = (
        (tr("It counts when"), kind.when),
        (tr("Time limit"), kind.time_limit),
        (tr("It is done when"), kind.closes),
        (tr("Default unit"), kind.unit),
        (tr("Requirement"), kind.requirement),
    )
    body = down(wrapping(kind.name, "md", bold=True), gap=8, margins=(16, 12, 16, 12))
    for name, words in rows:
        body.addWidget(wrapping(name, "sm", "text3"))
        body.addWidget(wrapping(words, "base"))
    return sheet(body, "card")
