"""The foot: keys at the left, the way on at the right."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QWidget

from inspector.ui.pages.record.leading import lead
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.labels import ElidingLabel

_DIRECT = Qt.FindChildOption.FindDirectChildrenOnly
_HINTS_IN_TWO = 5
Act = Callable[[], object]


class Foot(QWidget):
    """One filled button: the next item, or finishing in one column when nothing is open."""

    def __init__(self, before: Act, go_on: Act, finish: Act) -> None:
        super().__init__()
        self._mode = LayoutMode.WIDE
        hints = [
            ("1", tr("Pass")),
            ("2", tr("Fail")),
            ("3", tr("Not applicable")),
            ("↑↓", tr("Move")),
            ("?", tr("All keys")),
            ("Enter", tr("Next open")),
            ("P", tr("Photos")),
            ("N", tr("Note")),
            ("U", tr("Undo")),
            ("F", tr("Finish")),
            ("Shift 1", tr("Rest passes")),
        ]
        self.before = outlined(tr("Item before"), before, icon="arrow-up", keys="↑")
        self.next = filled(tr("Next item"), go_on, icon="arrow-down", keys="Enter")
        self.finish = outlined(tr("Finish"), finish, icon="check", keys="F")
        self.where = ElidingLabel("", "sm", "text2")
        self._bar = FootBar(hints, self.before, self.finish, self.next, left=(self.where,))
        self.setLayout(down(self._bar, gap=0))

    def arrange(self, mode: LayoutMode) -> None:
        """Without keys in one column: whoever needs such text points."""
        self._mode = mode
        self._bar.hints.setVisible(mode is not LayoutMode.ONE)
        for number, hint in enumerate(self._bar.hints.findChildren(QWidget, options=_DIRECT)):
            hint.setVisible(mode is LayoutMode.WIDE or number < _HINTS_IN_TWO)
        self.where.setVisible(mode is LayoutMode.ONE)

    def show_state(self, where: str, *, is_done: bool, is_open: bool) -> None:
        """Say where the inspector stands, and which button is the next step."""
        self.where.setText(where)
        finishes = is_done and is_open and self._mode is LayoutMode.ONE
        self.finish.setVisible(finishes)
        lead(self.finish, "check", is_next_step=finishes)
        lead(self.next, "arrow-down", is_next_step=is_open and not is_done)
