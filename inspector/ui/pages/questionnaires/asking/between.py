"""Between two persons: what is read out before the next one, and how to begin."""

from collections.abc import Callable, Sequence

from PySide6.QtWidgets import QWidget

from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling
from inspector.ui.widgets.buttons import filled
from inspector.ui.widgets.labels import label, wrapping


class BetweenPersons(QWidget):
    """`begin` starts with the next person."""

    def __init__(self, start: Callable[[], object]) -> None:
        super().__init__()
        self.begin = filled(tr("Begin with this person"), start, icon="play", keys="Enter")
        self._notice = down(gap=12)
        head = label(tr("Read this out first"), "lg", bold=True)
        body = down(head, self._notice, 12, across(self.begin, STRETCH), STRETCH, gap=12, margins=(32, 28, 32, 20))
        self.setLayout(down(Grow(scrolling(body)), gap=0))

    def show_notice(self, lines: Sequence[str]) -> None:
        """The privacy notice as it reads now."""
        empty(self._notice)
        for words in lines:
            self._notice.addWidget(wrapping(words, "md"))
