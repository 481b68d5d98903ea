"""A white card with a head and, under a hairline, its body."""

from PySide6.QtWidgets import QFrame, QLayout, QVBoxLayout, QWidget

from inspector.ui.theme.current import current
from inspector.ui.widgets.boxes import Grow, across, down, hairline, sheet
from inspector.ui.widgets.labels import ElidingLabel, label


class Card(QFrame):
    """`body` is its layout; `right` stands at the right end of its head."""

    def __init__(self, title: str, *right: QWidget, facts: str = "", padding: int = 20) -> None:
        super().__init__()
        self.setProperty("role", "card")
        self.facts = ElidingLabel(facts, "sm", "text3")
        head = sheet(
            across(label(title, "md", bold=True), Grow(self.facts), *right, gap=8, margins=(20, 0, 20, 0)), "clear"
        )
        head.setMinimumHeight(current().control(48))
        self.body: QVBoxLayout = down(gap=8, margins=(padding, 12, padding, 16))
        self.setLayout(down(head, hairline(), Grow(self.body), gap=0))

    def add(self, item: QWidget | QLayout) -> None:
        """One more thing below the others."""
        if isinstance(item, QLayout):
            self.body.addLayout(item)
        else:
            self.body.addWidget(item)
