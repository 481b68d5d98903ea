"""Who changed a record, what, when: the newest first, in words."""

from collections.abc import Sequence
from datetime import date
from typing import Any

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.services.history import Event, FieldChange
from inspector.services.register_overview import Overview
from inspector.ui.pages.registers.fields import field_words
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty
from inspector.ui.widgets.labels import icon_label, label, wrapping
from inspector.ui.words.acts import act_state
from inspector.ui.words.dates import moment

_SHOWN = 20


class HistoryView(QWidget):
    """The events of one record."""

    def __init__(self) -> None:
        super().__init__()
        self._layout = down(gap=12)
        self.setLayout(self._layout)

    def show_events(self, overview: Overview, cls: type[Any], events: Sequence[Event], today: date) -> None:
        """Show the last of them."""
        empty(self._layout)
        for event in events[:_SHOWN]:
            self._layout.addLayout(_event_lines(overview, cls, event, today))


def _event_lines(overview: Overview, cls: type[Any], event: Event, today: date) -> QVBoxLayout:
    state = act_state(event.act)
    said = wrapping(state.words, "sm", bold=True)
    at = label(moment(event.at, today), "sm", "text3")
    head = across(icon_label(state.icon, "text2", 16), Grow(said), at, gap=8)
    lines: list[QWidget] = [wrapping(event.person, "sm", "text3")] if event.person else []
    lines += [wrapping(text, "sm", "text2") for text in change_lines(overview, cls, event)]
    return down(head, across(24, Grow(down(*lines, gap=2)), gap=0), gap=2)


def change_lines(overview: Overview, cls: type[Any], event: Event) -> list[str]:
    """Each field that changed, as old → new; a first version says nothing but what was written."""
    return [
        f"{words} {_value(overview, change.before)} → {_value(overview, change.after)}"
        for change in event.fields
        if (words := field_words(cls, change.field)) and _tells(change)
    ]


def _tells(change: FieldChange) -> bool:
    """An empty field that was not there before says nothing."""
    return (change.before or "[]", change.after or "[]") != ("[]", "[]") and change.before != change.after


def _value(overview: Overview, text: str) -> str:
    if text in {"", "[]"}:
        return tr("empty")
    kind = overview.kinds.get(text)
    return overview.name(text) or (kind.name if kind else "") or text.strip("[]").replace('"', "")
