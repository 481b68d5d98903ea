"""The foot of a page: its keys at the left, the way on at the right."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QWidget

from inspector.ui.theme.current import current
from inspector.ui.widgets.boxes import across
from inspector.ui.widgets.flow import Flow
from inspector.ui.widgets.key_cap import key_hint


class FootBar(QFrame):
    """`hints` are (key, words); those without room are left out from the right, the ? dialog has them all."""

    def __init__(self, hints: Sequence[tuple[str, str]], *right: QWidget, left: Sequence[QWidget] = ()) -> None:
        super().__init__()
        self.setProperty("role", "foot")
        self.hints = key_hints(hints)
        row = across(*left, self.hints, *right, gap=8, margins=(16, 0, 16, 0))
        row.setStretchFactor(self.hints, 1)
        self.setLayout(row)
        theme = current()
        self.setFixedHeight(theme.high("touch") + theme.gap(12))

    def show_hint(self, key: str, *, on: bool) -> None:
        """A key that does nothing just now is not printed."""
        if hint := self.hints.findChild(QWidget, key):
            hint.setVisible(on)


def key_hints(hints: Sequence[tuple[str, str]]) -> QWidget:
    """Caps with their words on one line; those without room are left out from the right."""
    line = Flow(gap=16, one_line=True)
    for key, words in hints:
        hint = QWidget()
        hint.setObjectName(key)
        hint.setLayout(key_hint(key, words))
        line.addWidget(hint)
    made = QWidget()
    made.setLayout(line)
    return made
