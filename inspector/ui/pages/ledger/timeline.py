"""经过 of a finding: what was done, by whom, when, why; what changed is folded away."""

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QPointF, QRectF
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.services.history import Event, FieldChange
from inspector.ui.pages.ledger.note_words import note_lines
from inspector.ui.theme.current import current
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.paint import ink
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, sheet
from inspector.ui.widgets.buttons import compact, quiet
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.words.acts import field_words, finding_act
from inspector.ui.words.dates import moment

Value = Callable[[str, str], str]
"""A stored value of a field in words: ids become names."""


def timeline(events: Sequence[Event], value: Value, today: date) -> QVBoxLayout:
    """The events from the newest to the first."""
    steps = [_step(event, value, today, last=event is events[-1]) for event in events]
    return down(*steps, gap=0)


def _step(event: Event, value: Value, today: date, *, last: bool) -> QWidget:
    state = finding_act(event.act)
    head = across(Grow(wrapping(state.words, "sm", bold=True)), label(moment(event.at, today), "sm", "text3"), gap=8)
    told = (event.person, event.reason, *note_lines(event, value, today))
    said = [wrapping(part, "sm", "text2", selectable=True) for part in told if part]
    changes = [change for change in event.fields if field_words(change.field)]
    is_first = all(not change.before for change in event.fields)
    folded = (_Folded(changes, value),) if changes and not is_first and not _tells_itself(changes) else ()
    made = QWidget()
    words = down(head, *said, *folded, 6, gap=2)
    made.setLayout(across(_Dot(state.icon, state.tone, last=last), Grow(words), gap=8))
    return made


def _tells_itself(changes: Sequence[FieldChange]) -> bool:
    """Only the state changed: the act's own word says it."""
    return all(change.field == "status" for change in changes)


class _Folded(QWidget):
    """A quiet button that opens the fields before and after."""

    def __init__(self, changes: Sequence[FieldChange], value: Value) -> None:
        super().__init__()
        lines = [wrapping(_change_words(change, value), "sm", "text2", selectable=True) for change in changes]
        self._content = sheet(down(*lines, gap=4, margins=(10, 6, 10, 6)), "sunken")
        self._content.hide()
        self.open = compact(quiet(tr("What changed"), self._toggle, icon="chevron-down"))
        self.setLayout(down(across(self.open, STRETCH), self._content, gap=2))

    def _toggle(self) -> None:
        self._content.setVisible(self._content.isHidden())


def _change_words(change: FieldChange, value: Value) -> str:
    before, after = (value(change.field, text) or tr("empty") for text in (change.before, change.after))
    return tr("{field}: {before} → {after}", field=field_words(change.field), before=before, after=after)


class _Dot(QWidget):
    """The act's icon on the line of time."""

    def __init__(self, icon: str, tone: str, *, last: bool) -> None:
        super().__init__()
        self._icon, self._tone, self._last = icon, tone, last
        self.setFixedWidth(current().px(20))

    def paintEvent(self, _event: QPaintEvent) -> None:
        theme = current()
        painter = QPainter(self)
        side = theme.px(16)
        painter.drawPixmap(QPointF((self.width() - side) / 2, theme.px(2)), pixmap(self._icon, self._tone, 16))
        if not self._last:
            top = theme.px(22)
            painter.fillRect(QRectF(self.width() / 2 - 0.75, top, 1.5, self.height() - top), ink("line"))
