"""The keys that act on every page (ui.md 6)."""

from collections.abc import Callable
from dataclasses import dataclass
from functools import partial

from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QWidget

from inspector.ui.main_window.page_keys import once
from inspector.ui.translation import tr
from inspector.ui.widgets.page import PageKey

FRAME_QUESTION_MARKS = frozenset({"?", "\uff1f"})


@dataclass(frozen=True, slots=True)
class FrameDeeds:
    """What the frame can do at a key."""

    go_to: Callable[[int], object]
    find: Callable[[], object]
    note: Callable[[], object]
    keys: Callable[[], object]
    escape: Callable[[], object]
    undo: Callable[[], object]
    redo: Callable[[], object]
    text_size: Callable[[int], object]
    back: Callable[[], object]
    next_region: Callable[[], object]


def frame_keys(deeds: FrameDeeds) -> tuple[PageKey, ...]:
    """The keys with their words, as the keys dialog shows them."""
    group, rail = tr("Everywhere"), tr("The pages of the rail")
    return (
        PageKey(("Ctrl+K",), tr("Find anything"), group, deeds.find),
        *(
            PageKey(
                (f"Ctrl+{number}",), tr("Page {n} of the rail", n=number), group, partial(deeds.go_to, number), rail
            )
            for number in range(1, 9)
        ),
        PageKey(("F2",), tr("Record what was seen on the way"), group, deeds.note),
        PageKey(("U", "Ctrl+Z"), tr("Undo the last act"), group, deeds.undo),
        PageKey(("Ctrl+Y", "Ctrl+Shift+Z"), tr("Redo"), group, deeds.redo),
        PageKey(("Esc",), tr("One layer back"), group, deeds.escape),
        PageKey(("Alt+Left",), tr("The page before"), group, deeds.back),
        PageKey(("F6",), tr("The next region"), group, deeds.next_region),
        PageKey(("Ctrl++", "Ctrl+="), tr("Larger text"), group, lambda: deeds.text_size(1)),
        PageKey(("Ctrl+-",), tr("Smaller text"), group, lambda: deeds.text_size(-1)),
        PageKey(("Ctrl+0",), tr("Text at 100 %"), group, lambda: deeds.text_size(0)),
        PageKey(("?", "\uff1f", "F1"), tr("These keys"), group, deeds.keys),
    )


def bind_frame_keys(window: QWidget, deeds: FrameDeeds) -> None:
    """Make them act in `window`."""
    for key in frame_keys(deeds):
        for text in key.keys:
            _bind(window, text, key.act)


def _bind(window: QWidget, keys: str, act: Callable[[], object]) -> None:
    once(QShortcut(QKeySequence(keys), window)).activated.connect(act)
