"""One finding in full: photos, where, who and why, until when, what happened, what can be done."""

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QFrame, QWidget

from inspector.domain.evidence import Oddity
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerRow
from inspector.domain.sources import Source
from inspector.services.ledger import FindingStory
from inspector.ui.oddities import OddNote
from inspector.ui.pages.ledger.moves import MoveButtons
from inspector.ui.pages.ledger.timeline import timeline
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, hairline, scrolling, sheet
from inspector.ui.widgets.buttons import icon_button, outlined, promote
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import icon_label, label, wrapping
from inspector.ui.widgets.photo_button import PhotoButton
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.row_button import RowButton
from inspector.ui.widgets.thumbnails import Thumbnails
from inspector.ui.words.dates import long_date, short_date
from inspector.ui.words.photos import photo_caption
from inspector.ui.words.sources import source_words
from inspector.ui.words.states import deadline_state, line_states, status_state
from inspector.ui.words.unit_reasons import reason_words

_PHOTO_WIDTH = 172


class DetailPanel(QFrame):
    """`photo_opened` tells the number of a pressed photo; the other signals are its buttons."""

    closed = Signal()
    photo_opened = Signal(int)
    finding_wanted = Signal(str)
    inspection_wanted = Signal()
    dispatch_wanted = Signal()
    void_wanted = Signal()

    def __init__(self, pictures: Thumbnails, today: date) -> None:
        super().__init__()
        self.setProperty("role", "right")
        self.setAccessibleName(tr("The finding"))
        self._pictures = pictures
        self._today = today
        self._leads = True
        self._tiles: list[tuple[str, PhotoButton]] = []
        self.story: FindingStory | None = None
        self.close_button = icon_button("x", tr("Close"), self.closed.emit, keys="Esc")
        self.close_button.setParent(self)  # shown without one it would be a window of its own
        self.open_inspection = outlined(tr("Open inspection"), self.inspection_wanted.emit, icon="clipboard-check")
        self.dispatch = outlined(tr("Dispatch"), self.dispatch_wanted.emit, icon="send")
        self.void = outlined(tr("Make void"), self.void_wanted.emit)
        self._content = down(gap=8, margins=(16, 8, 16, 8))
        self._area = scrolling(self._content)

        self.moves = MoveButtons()
        buttons = flowing(self.moves, self.open_inspection, self.dispatch, self.void)
        foot = sheet(down(buttons, gap=0, margins=(12, 8, 12, 8)), "foot")
        self.odd = OddNote()
        self.setLayout(down(self.odd, Grow(self._area), foot, gap=0))
        pictures.arrived.connect(self._fill_tiles)

    def show_story(self, story: FindingStory, names: Mapping[str, str]) -> None:
        """Show this finding; `names` are those of units and dispatches by id."""
        is_new = self.story is None or self.story.id != story.id
        self.story = story
        if is_new:
            self.odd.hide()
        self.close_button.setParent(self)
        empty(self._content)
        self._add(self._title(story))
        self._add(wrapping(story.finding.text or "—", "md", bold=True, selectable=True))
        self._add(self._photos(story))
        if story.earlier:
            self._add(self._earlier(story.earlier))
        for name, words, hint in self._facts(story, names):
            self._add(_fact(name, words, hint))
        self._add(hairline())
        self._add(label(tr("Its story"), "base", bold=True))
        self._content.addLayout(timeline(story.events, partial(_value, names, self._today), self._today))
        self._content.addStretch(1)
        self._offer(story)
        if is_new:
            QTimer.singleShot(0, self, lambda: self._area.verticalScrollBar().setValue(0))

    def show_oddities(self, finding: str, found: Sequence[Oddity]) -> None:
        """Say what is odd about the unit's photos, when that finding is still the one shown."""
        if self.story and self.story.id == finding:
            self.odd.show_oddities(found)

    def lead(self, *, leads: bool) -> None:
        """Fill the button of the next step while the panel is what one works in, and no other bar is."""
        self._leads = leads
        to_dispatch = not self.dispatch.isHidden()
        promote(self.dispatch, leads and to_dispatch)
        promote(self.moves.next, leads and not to_dispatch and self.moves.leads_on)

    def show_close(self, shown: bool) -> None:
        """The panel lies over the list and can be closed, or stands beside it."""
        self.close_button.setVisible(shown)

    def _add(self, part: QWidget) -> None:
        self._content.addWidget(part)

    def _offer(self, story: FindingStory) -> None:
        status = story.finding.status
        self.moves.show_moves(dict.fromkeys(story.moves, 1))
        self.open_inspection.setVisible(bool(story.finding.inspection))
        self.dispatch.setVisible(status is FindingStatus.TO_DISPATCH)
        self.void.setVisible(status is not FindingStatus.VOID)
        self.lead(leads=self._leads)

    def _title(self, story: FindingStory) -> QWidget:
        line = story.line
        late = deadline_state(line.due_on, line.days_overdue, self._today) if line.days_overdue else None
        states = [*line_states(line), *([late] if late else [])]
        pills = [Pill(s.words, s.tone, s.icon, bold=s.bold) for s in states]
        made = QWidget()
        made.setLayout(across(Grow(flowing(label(line.no, "sm", "text3"), *pills)), self.close_button, gap=8))
        return made

    def _earlier(self, row: LedgerRow) -> QWidget:
        """反弹: the finding that was closed and came back, one press away."""
        words = tr("Closed before as {no}, found {day}", no=row.no, day=short_date(row.found_at.date(), self._today))
        told = across(
            icon_label("repeat", "recur", 16), Grow(wrapping(words, "sm", "accent")), gap=6, margins=(0, 4, 0, 4)
        )
        made = RowButton(told, words, height=40, line=False)
        made.clicked.connect(lambda _checked=False: self.finding_wanted.emit(row.id))
        return made

    def _photos(self, story: FindingStory) -> QWidget:
        if not story.photos:
            return wrapping(tr("No photo"), "sm", "text3")
        self._tiles = []
        for number, photo in enumerate(story.photos, 1):
            badge = str(number) if len(story.photos) > 1 else ""
            tile = PhotoButton(
                tr("Photo {n}", n=number), _PHOTO_WIDTH, badge=badge, caption=photo_caption(photo.record, self._today)
            )
            tile.clicked.connect(lambda _checked=False, n=number - 1: self.photo_opened.emit(n))
            self._tiles.append((photo.record.listed_sha, tile))
        self._fill_tiles()
        return flowing(*(tile for _, tile in self._tiles))

    def _fill_tiles(self) -> None:
        if self.story is None or not self.story.photos:
            return
        for sha, tile in self._tiles:
            tile.show_picture(self._pictures.get(sha))

    def _facts(self, story: FindingStory, names: Mapping[str, str]) -> list[tuple[str, str, str]]:
        finding, line = story.finding, story.line
        helpers = tr("; ").join(names.get(unit, "") for unit in finding.co_units)
        unit = line.unit_name or tr("nobody yet")
        due = long_date(finding.due_on, self._today) if finding.due_on else tr("no date")
        if finding.time_limit:
            due = tr("{day} ({limit})", day=due, limit=finding.time_limit)
        dispatched = line.dispatch_number
        if dispatched and finding.dispatch_seq:
            dispatched = tr("{number}, no. {n}", number=dispatched, n=finding.dispatch_seq)
        facts = [
            (tr("Place"), " ".join(filter(None, (line.site_name, finding.location))), line.street_name),
            (tr("Source"), *_source(finding)),
            (tr("Item"), f"{finding.item} {finding.category}".strip(), line.kind_name),
            (tr("Lead"), unit, reason_words(finding.unit_reason)),
            (tr("With"), helpers, ""),
            (tr("Until"), due, ""),
            (tr("Asked"), finding.requirement, ""),
            (tr("Sent"), dispatched, ""),
            (tr("Found"), f"{long_date(finding.found_at.date(), self._today)} {finding.found_by}", ""),
        ]
        return [(name, words, hint) for name, words, hint in facts if words]


def large_photos(story: FindingStory, today: date) -> list[tuple[str, str]]:
    """The photos for the large view: the hash of each and what is said of it."""
    told = []
    for number, photo in enumerate(story.photos, 1):
        which = tr("{no} · photo {n} of {of}", no=story.line.no, n=number, of=len(story.photos))
        told.append((photo.record.evidence_sha, f"{which} · {photo_caption(photo.record, today)}"))
    return told


def _source(finding: Finding) -> tuple[str, str]:
    """By which way it came in, when that was no inspection, and which meeting or complaint."""
    return ("", "") if finding.source is Source.INSPECTION else (source_words(finding.source), finding.source_note)


def _fact(name: str, words: str, hint: str) -> QWidget:
    title = label(name, "base", "text2")
    title.setFixedWidth(current().px(64))
    texts = down(
        wrapping(words, selectable=True), *((wrapping(hint, "sm", "text3", selectable=True),) if hint else ()), gap=0
    )
    made = QWidget()
    made.setLayout(across(down(title, STRETCH, gap=0), Grow(texts), gap=8))
    return made


def _value(names: Mapping[str, str], today: date, field: str, text: str) -> str:
    """A stored value as a person reads it."""
    if not text:
        return ""
    if field == "status":
        return status_state(FindingStatus(text)).words
    if field == "due_on":
        return long_date(date.fromisoformat(text), today)
    if field == "co_units":
        return tr("; ").join(names.get(part.strip('[]" '), "") for part in text.split(","))
    return names.get(text, text) if field in {"unit", "dispatch"} else text
