"""What can be done now, as rows: arrows choose one, Enter or a press does it."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from inspector.ui.theme.current import current
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.buttons import button
from inspector.ui.widgets.labels import ElidingLabel, icon_label, label
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.row_button import RowButton
from inspector.ui.words.numbers import whole
from inspector.ui.words.states import State

_STEPS = {Qt.Key.Key_Up: -1, Qt.Key.Key_Down: 1}
_ENTER = {Qt.Key.Key_Return, Qt.Key.Key_Enter}


@dataclass(frozen=True, slots=True)
class Deed:
    """One thing to do: how many wait, of what, why, and the button that does it. `state` is shown as a pill."""

    title: str
    why: str
    words: str
    act: Callable[[], object]
    icon: str = ""
    count: int | None = None
    is_late: bool = False
    state: State | None = None


class DeedRow(RowButton):
    """A deed in one row; its button is filled when it is the next sensible step."""

    def __init__(
        self, deed: Deed, *, is_next: bool = False, line: bool = True, narrow: bool = False, counted: bool = False
    ) -> None:
        """`counted`: rows beside it say how many wait, so that the words of this one begin where theirs do."""
        self.deed = deed
        self.button = _button(deed, is_next)
        has_count = counted or deed.count is not None
        count = label("" if deed.count is None else whole(deed.count), "lg", bold=True) if has_count else None
        if count:
            count.setMinimumWidth(current().px(48))
            count.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
        words = down(ElidingLabel(deed.title, "base", bold=True), ElidingLabel(deed.why, "sm", "text3"), gap=2)
        pill = Pill(deed.state.words, deed.state.tone, deed.state.icon) if deed.state else None
        if narrow and pill:
            words.addWidget(pill)
        ahead = [part for part in (_icon_tile(deed) if deed.icon and not narrow else None, count) if part]
        behind = [part for part in (None if narrow else pill, self.button) if part]
        content = across(*ahead, Grow(words), *behind, gap=12, margins=(20, 8, 20, 8))
        super().__init__(content, f"{deed.title} {'' if deed.count is None else deed.count} {deed.why}", line=line)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)  # the arrows of the list choose rows, Tab goes to its button
        self.clicked.connect(lambda _checked=False: deed.act())


class DeedList(QWidget):
    """The rows of all cards as one list for the keyboard; the first row is current until somebody moves."""

    moved = Signal(QWidget)

    def __init__(self, name: str) -> None:
        super().__init__()
        self._rows: tuple[RowButton, ...] = ()
        self._current = 0
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)

    @property
    def current_row(self) -> RowButton | None:
        """The row Enter opens."""
        return self._rows[self._current] if self._rows else None

    def show_rows(self, rows: Sequence[RowButton]) -> None:
        """Walk over these; the place stays when it can."""
        self._rows = tuple(rows)
        self._stand_on(min(self._current, max(0, len(self._rows) - 1)))

    def move_by(self, step: int) -> None:
        """The next or the previous row."""
        self._stand_on(max(0, min(self._current + step, len(self._rows) - 1)))
        if row := self.current_row:
            self.moved.emit(row)

    def open_current(self) -> None:
        """Do what the current row says."""
        if row := self.current_row:
            row.click()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows and Enter."""
        key = Qt.Key(event.key())
        if key in _STEPS:
            self.move_by(_STEPS[key])
        elif key in _ENTER:
            self.open_current()
        else:
            super().keyPressEvent(event)

    def _stand_on(self, number: int) -> None:
        self._current = number
        for each, row in enumerate(self._rows):
            row.show_current(each == number)
        if self._rows:
            self.setAccessibleDescription(self._rows[number].accessibleName())


def _button(deed: Deed, is_next: bool) -> QPushButton:
    made = button(deed.words, "filled" if is_next else "outlined", deed.act, keys="Enter" if is_next else "")
    made.setAccessibleName(f"{deed.words} {deed.title}")
    made.setMinimumWidth(current().px(96))
    return made


def _icon_tile(deed: Deed) -> QFrame:
    tile = sheet(across(icon_label(deed.icon, "fail" if deed.is_late else "accent_ink", 20)), _ground(deed))
    side = current().px(40)
    tile.setFixedSize(side, side)
    margin = (side - current().px(20)) // 2
    inside = tile.layout()
    if inside:
        inside.setContentsMargins(margin, margin, margin, margin)
    return tile


def _ground(deed: Deed) -> str:
    return "fail" if deed.is_late else "note"
