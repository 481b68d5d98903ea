"""What can be done with the turns of a repeat: one more, this one away, and back again."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.ui.pages.questionnaires.walk import Walk
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import quiet
from inspector.ui.widgets.flow import flowing


class RepeatDeeds(QWidget):
    """Buttons that show only where they can be used; each act is called by name."""

    def __init__(
        self, one_more: Callable[[], object], drop: Callable[[], object], bring_back: Callable[[], object]
    ) -> None:
        super().__init__()
        self.more = quiet(tr("One more of these"), one_more, icon="plus")
        self.drop = quiet(tr("Take this one away"), drop, icon="x")
        self.back = quiet(tr("Bring it back"), bring_back, icon="undo-2")
        self.setLayout(down(flowing(self.more, self.drop, self.back), gap=0))

    def follow(self, walk: Walk | None) -> None:
        """Show what can be done where the walk stands."""
        self.more.setVisible(walk is not None and walk.repeat_here() is not None)
        self.drop.setVisible(walk is not None and walk.turn_here() is not None)
        self.back.setVisible(walk is not None and walk.can_bring_back)
        self.setVisible(not all(each.isHidden() for each in (self.more, self.drop, self.back)))
