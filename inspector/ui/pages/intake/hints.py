"""What a person should see before recording: when the type counts, what is approved and what is open there."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.domain.approvals import Approval
from inspector.domain.violations import Violation
from inspector.services.noting import Proposal
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, sheet
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.pill import Pill
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


def approval_note(approval: Approval, today: date) -> QWidget:
    """What is allowed at the place a violation is about to be recorded at."""
    head = wrapping(tr("Approved here: {name}", name=approval.name), "base", bold=True)
    body = down(head, wrapping(_facts(approval, today), "sm"), gap=4, margins=(16, 12, 16, 12))
    return sheet(body, "warn")


def approval_row(approval: Approval, today: date, *more: QWidget) -> QWidget:
    """One approval in the list of all, told apart when it is over; `more` stands below."""
    over = approval.valid_to is not None and approval.valid_to < today
    state = Pill(tr("is over"), "neutral", "circle-slash") if over else Pill(tr("in force"), "pass", "check")
    head = across(Grow(wrapping(approval.name, "base", bold=True)), state, gap=8)
    body = down(head, wrapping(_facts(approval, today), "sm", "text2"), *more, gap=4, margins=(16, 12, 16, 12))
    return sheet(body, "card")


def _facts(approval: Approval, today: date) -> str:
    days = tr(
        "{first} to {last}",
        first=short_date(approval.valid_from, today) if approval.valid_from else tr("any day"),
        last=short_date(approval.valid_to, today) if approval.valid_to else tr("open end"),
    )
    return " · ".join(filter(None, (approval.matter, approval.holder, approval.code, approval.address, days)))


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
