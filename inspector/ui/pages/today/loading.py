"""While the figures are read: rows of sunken bars, after 0.2 s; never a spinner (ui.md 8)."""

from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QFrame, QWidget

from inspector.ui.theme.current import current
from inspector.ui.widgets.boxes import STRETCH, down, sheet

_PATIENCE_MS = 200
_WIDTHS = (320, 480, 400)


class Loading(QWidget):
    """Blank at first, bars when it takes longer."""

    def __init__(self) -> None:
        super().__init__()
        cards = [sheet(down(*map(_bar, _WIDTHS), gap=16, margins=(20, 20, 20, 20)), "card") for _ in range(2)]
        self.setLayout(down(*cards, STRETCH, gap=16))
        for card in cards:
            card.hide()
            QTimer.singleShot(_PATIENCE_MS, card, card.show)


def _bar(width: int) -> QFrame:
    made = sheet(down(), "sunken")
    made.setFixedSize(current().px(width), current().px(16))
    return made
