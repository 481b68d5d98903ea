"""What the frame expects of a page."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import Protocol, runtime_checkable

from PySide6.QtWidgets import QWidget

from inspector.domain.stored import Changed
from inspector.ui.theme.layout_mode import LayoutMode


@dataclass(frozen=True, slots=True)
class PageKey:
    """A key of a page: the frame makes the shortcut, the keys dialog prints it.

    `keys` are as QKeySequence reads them ("1", "Shift+1", "Ctrl+F"); letters and digits act only while no text field
    has the focus. `words` say what it does, `group` is the heading it stands under; keys of one `series` stand in one
    line, from the first to the last, with that for words.
    U, Ctrl+Z, Ctrl+Y, Esc, F6 and ? belong to the frame, which calls `escape` and `regions`.
    """

    keys: tuple[str, ...]
    words: str
    group: str
    act: Callable[[], object]
    series: str = ""


class Page(QWidget):
    """One page of the window; subclasses build themselves in `__init__(context)` and override what they need."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("page")
        self.mode = LayoutMode.WIDE

    def open(self, **_where: str) -> None:
        """Show what `go(name, **where)` asked for; called each time the page comes to the front."""

    def where(self) -> dict[str, str]:
        """The arguments of `open` that bring back what is shown now (asked before the page is rebuilt)."""
        return {}

    def refresh(self, changed: Changed) -> None:
        """Show anew what records of `changed.kinds` may have changed; a hidden page hears it when it is shown again."""

    def layout_changed(self, mode: LayoutMode) -> None:
        """Take the form for one, two or three columns; called before the page is shown and when it changes."""
        self.mode = mode

    def shortcuts(self) -> Sequence[PageKey]:
        """The page's own keys, asked once."""
        return ()

    def regions(self) -> Sequence[QWidget]:
        """What F6 jumps between, in reading order; the first takes the focus when the page is shown."""
        return ()

    def keeps_clear(self) -> QWidget | None:
        """What no toast may lie over, because the next thing is pressed there; a toast stands above it."""
        return None

    def escape(self) -> bool:
        """Esc: close the page's topmost layer (panel, filter); False when there is none and the frame may go back."""
        return False


@runtime_checkable
class Turning(Protocol):
    """Takes acts back: the frame, or a page that has more to do: save what is typed, go where the act was made."""

    def undo(self) -> None:
        """U and Ctrl+Z: take back the last act of the session and say so."""

    def redo(self) -> None:
        """Ctrl+Y: do again what was taken back."""
