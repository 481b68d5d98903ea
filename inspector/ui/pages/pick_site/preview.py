"""What will open for the site: its checklist, the walk, what is still open there, who was there before."""

from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inspector.domain.inspections import Inspection
from inspector.domain.ledger import LedgerRow
from inspector.domain.stored import Stored
from inspector.services.inspections import Briefing
from inspector.ui.pages.pick_site.site_cells import place
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, hairline, scrolling, sheet
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import ElidingLabel, icon_label, label, wrapping
from inspector.ui.widgets.photo_button import PhotoButton
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.row_button import RowButton
from inspector.ui.widgets.thumbnails import Thumbnails
from inspector.ui.words.dates import days_left, long_date, short_date
from inspector.ui.words.numbers import decimal
from inspector.ui.words.states import recurrence_state, site_recurrence_state

_MOST_FINDINGS = 4
_MOST_PHOTOS = 3
_MOST_VISITS = 5
_LABEL_WIDTH = 92
_PHOTO_WIDTH = 80


class SitePreview(QFrame):
    """`visit_opened` and `finding_opened` tell the id of what shall be shown; `bottom` stands below what scrolls."""

    visit_opened = Signal(str)
    finding_opened = Signal(str)

    def __init__(self, thumbnails: Thumbnails, today: date, *bottom: QWidget) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self._thumbnails = thumbnails
        self._today = today
        self._photos: list[tuple[str, PhotoButton]] = []
        thumbnails.arrived.connect(self._fill_photos)
        self._body: QVBoxLayout = down(gap=0)
        self._bottom = down(*bottom, gap=8, margins=(20, 12, 20, 16))
        self.setLayout(down(Grow(self._body), self._bottom, gap=0))

    def show_briefing(self, briefing: Briefing) -> None:
        """Show what will open."""
        self._photos = []
        line = briefing.line
        parts: list[QWidget | QHBoxLayout | QVBoxLayout] = [
            wrapping(line.site.name, "xl", bold=True),
            flowing(Pill(line.kind_name), *_recurred(line.recurrences)),
            hairline(),
            *self._facts(briefing),
        ]
        if briefing.open_findings:
            parts.append(self._still_open(briefing.open_findings))
        if briefing.visits:
            parts.append(self._visits(briefing.visits))
        self._put(down(*parts, STRETCH, gap=12, margins=(20, 20, 20, 8)))

    def show_words(self, words: str) -> None:
        """Show a sentence instead: nothing is chosen, or the site cannot be opened."""
        self._photos = []
        self._put(down(wrapping(words, "base", "text2"), STRETCH, margins=(20, 20, 20, 8)))

    def _put(self, content: QVBoxLayout) -> None:
        empty(self._body)
        self._body.addWidget(scrolling(content))

    def _fill_photos(self) -> None:
        for sha, photo in self._photos:
            photo.show_picture(self._thumbnails.get(sha))

    def _facts(self, briefing: Briefing) -> list[QHBoxLayout]:
        line, checklist = briefing.line, briefing.checklist
        where = " ".join(part for part in (place(line), line.site.address) if part)
        items = sum(1 for _ in checklist.items)
        title = tr("{title} version {version} · {n} items", title=checklist.title, version=checklist.version, n=items)
        facts = (
            (tr("Address"), where, False),
            (tr("Responsible unit"), briefing.unit or tr("The street office"), False),
            (tr("Checklist"), title, True),
            (tr("Walk"), checklist.walk, False),
        )
        return [_fact(name, words, bold=bold) for name, words, bold in facts if words]

    def _still_open(self, rows: tuple[LedgerRow, ...]) -> QFrame:
        head = across(
            icon_label("rotate-ccw", "warn", 18),
            Grow(wrapping(tr("{n} findings are still open here", n=len(rows)), "base", "warn", bold=True)),
        )
        lines = [self._finding(row) for row in rows[:_MOST_FINDINGS]]
        inside = down(head, *lines, gap=6, margins=(16, 12, 16, 12))
        if len(rows) > _MOST_FINDINGS:
            inside.addWidget(label(tr("and {n} more", n=len(rows) - _MOST_FINDINGS), "sm", "text2"))
        if shown := [row for row in rows if row.thumb_sha][:_MOST_PHOTOS]:
            self._photos = [(row.thumb_sha, self._photo(row)) for row in shown]
            inside.addLayout(across(*(photo for _, photo in self._photos), STRETCH, gap=8))
            self._fill_photos()
        return sheet(inside, "warn")

    def _photo(self, row: LedgerRow) -> PhotoButton:
        made = PhotoButton(row.text, _PHOTO_WIDTH)
        made.clicked.connect(lambda _checked=False: self.finding_opened.emit(row.id))
        return made

    def _finding(self, row: LedgerRow) -> QHBoxLayout:
        if row.days_overdue:
            due = label(tr("{n} days overdue", n=row.days_overdue), "sm", "fail", bold=True)
        else:
            due = label(days_left(row.due_on, self._today) if row.due_on else "", "sm", "text2")
        again = [recurrence_state(row.recurrences)] if row.recurrence_of else []
        pills = [Pill(state.words, state.tone, state.icon) for state in again]
        return across(Grow(ElidingLabel(row.text)), *pills, due, gap=8)

    def _visits(self, visits: tuple[Stored[Inspection], ...]) -> QVBoxLayout:
        rows = [self._visit(visit, partial(self.visit_opened.emit, visit.id)) for visit in visits[:_MOST_VISITS]]
        return down(label(tr("Visits before"), "sm", "text2", bold=True), *rows, gap=0)

    def _visit(self, visit: Stored[Inspection], act: Callable[[], object]) -> RowButton:
        record = visit.record
        day = (record.finished_at or record.started_at).date()
        score = tr("No score") if record.score_rate is None else f"{decimal(record.score_rate)} %"
        row = across(
            label(short_date(day, self._today), "base"),
            Grow(ElidingLabel(record.inspector, "base", "text2")),
            label(score, "base", bold=True),
            icon_label("chevron-right", "text3", 16),
            gap=12,
            margins=(4, 4, 4, 4),
        )
        made = RowButton(row, f"{long_date(day, self._today)} {record.inspector} {score}", height=40, line=False)
        made.clicked.connect(lambda _checked=False: act())
        return made


def _recurred(times: int) -> tuple[Pill, ...]:
    """反弹: what was closed here and failed again."""
    state = site_recurrence_state(times)
    return (Pill(state.words, state.tone, state.icon),) if times else ()


def _fact(name: str, words: str, *, bold: bool) -> QHBoxLayout:
    heading = wrapping(name, "base", "text2")
    heading.setFixedWidth(current().px(_LABEL_WIDTH))
    row = across(heading, Grow(wrapping(words, bold=bold)), gap=12)
    row.setAlignment(heading, Qt.AlignmentFlag.AlignTop)
    return row
