"""Words on the screen. Plain text always: what a person typed is never markup."""

from PySide6.QtCore import QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent
from PySide6.QtWidgets import QLabel, QSizePolicy

from inspector.ui.theme.current import current
from inspector.ui.theme.icons import pixmap
from inspector.ui.widgets.tips import tip


def label(words: str, step: str = "base", tone: str = "", *, bold: bool = False, selectable: bool = False) -> QLabel:
    """One line that is never cut: give it room. `step` is a type step, `tone` text2, text3, accent, pass …"""
    return _dress(QLabel(words), step, tone, bold, selectable)


def wrapping(words: str, step: str = "base", tone: str = "", *, bold: bool = False, selectable: bool = False) -> QLabel:
    """Text that takes as many lines as it needs (the standard's own words are never cut)."""
    made = _dress(QLabel(words), step, tone, bold, selectable)
    made.setWordWrap(True)
    # No least width and no "Minimum": both make the layout keep the height the text has in its narrowest form.
    policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
    policy.setHeightForWidth(True)
    made.setSizePolicy(policy)
    return made


def icon_label(name: str, tone: str = "text2", size: int = 18) -> QLabel:
    """An icon that is only looked at."""
    made = QLabel()
    made.setPixmap(pixmap(name, tone, size))
    side = current().px(size)
    made.setFixedSize(side, side)
    return made


class ElidingLabel(QLabel):
    """One line that ends in … when there is no room, with the full text as tooltip. For places and names only."""

    def __init__(self, words: str = "", step: str = "base", tone: str = "", *, bold: bool = False) -> None:
        super().__init__()
        _dress(self, step, tone, bold, selectable=False)
        self.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        self.setText(words)

    def setText(self, words: str) -> None:
        """Show `words`."""
        super().setText(words)
        tip(self, words)

    def minimumSizeHint(self) -> QSize:
        """An elided label never makes its window wider."""
        return QSize(current().px(24), super().minimumSizeHint().height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The text, cut where the room ends."""
        painter = QPainter(self)
        painter.setPen(self.palette().color(self.foregroundRole()))
        shown = self.fontMetrics().elidedText(self.text(), Qt.TextElideMode.ElideRight, self.width())
        painter.drawText(self.rect(), int(self.alignment() | Qt.AlignmentFlag.AlignVCenter), shown)


def _dress(made: QLabel, step: str, tone: str, bold: bool, selectable: bool) -> QLabel:
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setProperty("fs", step)
    made.setProperty("bold", bold)
    if tone:
        made.setProperty("tone", tone)
    if selectable:
        made.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
    return made
