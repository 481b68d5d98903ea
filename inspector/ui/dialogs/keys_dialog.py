"""All keys of this page and of the frame, printed as they lie on the keyboard."""

from collections.abc import Iterable, Iterator, Sequence
from itertools import groupby

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.ui.dialogs.modal import Modal
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode, layout_mode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline
from inspector.ui.widgets.buttons import icon_button
from inspector.ui.widgets.key_cap import KeyCap
from inspector.ui.widgets.labels import icon_label, label, wrapping
from inspector.ui.widgets.page import PageKey

_RING = 6
"""Room for the focus ring, which lies outside its button and must not be cut by the scrolling part."""
_SIGNS = {"Up": "↑", "Down": "↓", "Left": "←", "Right": "→", "Return": "Enter"}


class KeysDialog(Modal):
    """Keys in groups, three groups beside each other where there is room."""

    def __init__(self, parent: QWidget, keys: Iterable[PageKey]) -> None:
        super().__init__(parent, tr("Keys"), width=1000)
        groups: dict[str, list[PageKey]] = {}
        for key in keys:
            groups.setdefault(key.group, []).append(key)
        columns = layout_mode(parent.window().width(), current().scale)
        self.close_button = icon_button("x", tr("Close"), self.reject, keys="Esc")
        head = across(
            icon_label("keyboard", "accent_ink", 22),
            Grow(wrapping(tr("Keys"), "lg", bold=True)),
            *_hint(columns),
            self.close_button,
            gap=12,
            margins=(0, _RING, _RING, 0),
        )
        self.fill(down(head, _columns([_group(name, each) for name, each in groups.items()], columns), gap=12))
        self.close_button.setFocus()


def _hint(columns: LayoutMode) -> tuple[QWidget, ...]:
    return () if columns is LayoutMode.ONE else (label(tr("? opens this at any time, Esc closes it"), "sm", "text2"),)


def _columns(groups: list[QVBoxLayout], count: int) -> QVBoxLayout:
    rows = [groups[start : start + count] for start in range(0, len(groups), count)]
    return down(*(across(*(Grow(group) for group in row), gap=32) for row in rows), STRETCH, gap=20)


def _group(name: str, keys: list[PageKey]) -> QVBoxLayout:
    lines = [across(Grow(_caps(first, last)), Grow(wrapping(words), 2), gap=12) for first, last, words in _told(keys)]
    return down(label(name, "base", "accent", bold=True), hairline(), *lines, STRETCH, gap=8)


def _told(keys: Sequence[PageKey]) -> Iterator[tuple[str, str, str]]:
    """First key, last key or "", and words of each line: a series is one."""
    for series, run in groupby(keys, lambda key: key.series):
        each = tuple(run)
        if series:
            yield each[0].keys[0], each[-1].keys[0], series
        else:
            yield from ((key.keys[0], "", key.words) for key in each)


def _caps(first: str, last: str) -> QWidget:
    """The keys of one line; of a series the first and, behind dots, the last, without what they share."""
    caps: list[QWidget] = [KeyCap(_SIGNS.get(part, part)) for part in _split(first)]
    if last:
        caps += [label("…", "sm", "text2"), KeyCap(_split(last)[-1])]
    made = QWidget()
    made.setLayout(across(*caps, STRETCH, gap=4))
    return made


def _split(keys: str) -> list[str]:
    """ "Ctrl+K" into its keys; a lone or trailing + is the key itself."""
    parts = [part for part in keys.split("+") if part]
    return [*parts, "+"] if keys.endswith("+") else parts
