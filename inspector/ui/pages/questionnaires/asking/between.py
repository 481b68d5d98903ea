"""Between two persons: what is read out before the next one."""

from collections.abc import Sequence

from PySide6.QtWidgets import QWidget

from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, down, empty, scrolling
from inspector.ui.widgets.labels import label, wrapping


class BetweenPersons(QWidget):
    """The words; how to begin stands in the foot, where the way on always is."""

    def __init__(self) -> None:
        super().__init__()
        self._notice = down(gap=12)
        head = label(tr("Read this out first"), "lg", bold=True)
        body = down(head, self._notice, STRETCH, gap=12, margins=(32, 28, 32, 20))
        self.setLayout(down(Grow(scrolling(body)), gap=0))

    def show_notice(self, lines: Sequence[str]) -> None:
        """The privacy notice as it reads now."""
        empty(self._notice)
        for words in lines:
            self._notice.addWidget(wrapping(words, "md"))
