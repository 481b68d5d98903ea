"""The strip under the head: progress, or that this inspection is finished and how to open it again."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame, QWidget

from inspector.ui.pages.record.desk import Desk
from inspector.ui.pages.record.progress import Progress
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.buttons import compact, filled, outlined
from inspector.ui.widgets.labels import ElidingLabel, icon_label


class Strip(QWidget):
    """Progress in three columns, with 检查项 in one; a note when the inspection is finished."""

    def __init__(
        self, toggle_items: Callable[[], object], reopen: Callable[[], object], summary: Callable[[], object]
    ) -> None:
        super().__init__()
        self._mode = LayoutMode.WIDE
        self._all = Progress()
        self._few = Progress(kinds=("fail",))
        self.items_button = compact(outlined(tr("Items"), toggle_items, icon="list"))
        self._line: QFrame = sheet(
            across(Grow(self._all), Grow(self._few), self.items_button, gap=12, margins=(16, 4, 24, 4)), "head"
        )
        self._line.setMinimumHeight(current().control(40))
        words = ElidingLabel(tr("This inspection is finished and can only be read"), "base")
        self.reopen = outlined(tr("Reopen"), reopen, icon="rotate-ccw")
        self.summary = filled(tr("See the summary"), summary, icon="chart-bar-decreasing")
        self._finished = sheet(
            across(
                icon_label("lock", "accent_ink", 18),
                Grow(words),
                self.reopen,
                self.summary,
                gap=8,
                margins=(16, 6, 24, 6),
            ),
            "note",
        )
        self.setLayout(down(self._finished, self._line, gap=0))

    def arrange(self, mode: LayoutMode) -> None:
        """In two columns the progress stands in the head."""
        self._mode = mode
        self._line.setVisible(mode is not LayoutMode.TWO)
        self._all.setVisible(mode is LayoutMode.WIDE)
        self._few.setVisible(mode is LayoutMode.ONE)
        self.items_button.setVisible(mode is LayoutMode.ONE)

    def show_desk(self, desk: Desk) -> None:
        """Show how far it is."""
        self._finished.setVisible(not desk.is_open)
        for progress in (self._all, self._few):
            progress.show_part(desk.sheet.score.whole)
