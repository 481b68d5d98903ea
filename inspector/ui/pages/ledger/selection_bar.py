"""What can be done with the ticked findings."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame

from inspector.ui.pages.ledger.moves import MoveButtons
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across
from inspector.ui.widgets.buttons import filled, outlined, quiet
from inspector.ui.widgets.labels import label


class SelectionBar(QFrame):
    """Shown while something is ticked. `dispatch_wanted` and `void_wanted` are its deeds, `cleared` takes ticks off."""

    dispatch_wanted = Signal()
    void_wanted = Signal()
    cleared = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self._count = label("", "base", bold=True)
        self.clear = quiet(tr("Clear ticks"), self.cleared.emit)
        self.moves = MoveButtons(folded=True)
        self.void = outlined("", self.void_wanted.emit, icon="archive")
        self.dispatch = filled("", self.dispatch_wanted.emit, icon="send")
        self.setLayout(
            across(
                self._count, self.clear, STRETCH, self.moves, self.void, self.dispatch, gap=8, margins=(16, 6, 16, 6)
            )
        )
        self.setFixedHeight(current().high("touch") + current().gap(16))
        self.hide()

    def show_ticked(self, ticked: int, to_dispatch: int) -> None:
        """Say how many are ticked and how many of them can be dispatched."""
        self.setVisible(bool(ticked))
        self._count.setText(tr("{n} ticked", n=ticked))
        self.void.setText(" " + tr("Void {n}", n=ticked))
        self.dispatch.setText(" " + tr("Dispatch {n}", n=to_dispatch))
        self.dispatch.setVisible(bool(to_dispatch))
