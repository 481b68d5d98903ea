"""The navigation rail: an icon over a two-character word, an amber counter for work that waits for us."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.paint import ink, rounded, smooth
from inspector.ui.theme.tokens import RAIL_WIDTH
from inspector.ui.widgets.tips import tip

_TIGHT_FROM = 1.5
"""From this text size on, icons grow less, and give way to the words where the window is low."""


class RailButton(QAbstractButton):
    """One page. Buttons share the height of the rail."""

    def __init__(self, icon: str, words: str, keys: str, act: Callable[[], object]) -> None:
        super().__init__()
        self._icon = icon
        self._count = 0
        self.setText(words)
        tip(self, f"{words}  {keys}".rstrip())
        self.setAccessibleName(words)
        self.setCheckable(True)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Expanding)
        self.setMinimumHeight(metrics(self.step).height())
        self.setMaximumHeight(max(self._icon_side() + self.minimumHeight() + 8, current().rail(60)))
        self.clicked.connect(lambda _checked=False: act())

    def nextCheckState(self) -> None:
        """Only the frame says which page is current."""

    def sizeHint(self) -> QSize:
        """As wide as the rail."""
        return QSize(current().rail(RAIL_WIDTH), self.maximumHeight())

    def show_count(self, count: int) -> None:
        """Show how much waits; none shows nothing."""
        self._count = count
        self.setAccessibleDescription(str(count) if count else "")
        self.update()

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Plate, icon, word, counter."""
        painter = QPainter(self)
        smooth(painter)
        on = self.isChecked()
        plate = QRectF(self.rect()).adjusted(6, 2, -6, -2)
        if on or self.underMouse():
            rounded(painter, plate, 8, ink("rail_on"))
        if on:
            rounded(painter, QRectF(0, plate.y() + 10, 4, plate.height() - 20), 2, ink("on_accent"))
        tone = "on_accent" if on else "rail_text"
        words = metrics(self.step, bold=on)
        side = self._icon_side() if self.height() >= self._icon_side() + words.height() else 0
        top = (self.height() - side - words.height()) / 2
        if side:
            picture = pixmap(self._icon, tone, side / current().scale)
            painter.drawPixmap(QPointF((self.width() - side) / 2, top), picture)
        painter.setPen(ink(tone))
        painter.setFont(font(self.step, bold=on))
        beside = self._room_beside(words.horizontalAdvance(self.text())) if self._count and not side else 0
        below = QRectF(0, top + side, self.width() - beside, words.height())
        painter.drawText(below, Qt.AlignmentFlag.AlignHCenter, self.text())
        if self._count:
            self._draw_count(painter, QPointF((self.width() + side) / 2 - 5, top - 4) if side else None)

    @property
    def _count_words(self) -> str:
        return str(self._count) if self._count < 1000 else "999+"

    def _room_beside(self, word: int) -> int:
        """Where no icon is, the count stands beside the word instead of on it, as far as both have room."""
        return min(int(self._count_size().width()) + 2, self.width() - word)

    def _count_size(self) -> QSizeF:
        measured = metrics("xs", bold=True)
        height = measured.height()
        return QSizeF(max(height, measured.horizontalAdvance(self._count_words) + height // 2), height)

    def _draw_count(self, painter: QPainter, at: QPointF | None) -> None:
        """At the corner of the icon, or at the right edge."""
        words, size = self._count_words, self._count_size()
        height = size.height()
        at = at or QPointF(self.width(), (self.height() - height) / 2)
        plate = QRectF(QPointF(min(at.x(), self.width() - size.width() - 2), max(1.0, at.y())), size)
        rounded(painter, plate, height / 2, ink("counter"), QPen(ink("rail"), 2))
        painter.setPen(ink("on_counter"))
        painter.setFont(font("xs", bold=True))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)

    @property
    def step(self) -> str:
        """The type step of the word: smaller where the rail is too narrow for the word (English at 200 %)."""
        wide = metrics("sm", bold=True).horizontalAdvance(self.text()) > current().rail(RAIL_WIDTH) - 8
        return "xs" if wide else "sm"

    def _icon_side(self) -> int:
        theme = current()
        return theme.px(22) if theme.scale < _TIGHT_FROM else theme.px(15)


class Rail(QWidget):
    """The logo, the pages, and at the foot what is seldom needed."""

    def __init__(self) -> None:
        super().__init__()
        theme = current()
        self.setFixedWidth(theme.rail(RAIL_WIDTH))
        self._buttons: dict[str, RailButton] = {}
        self._top = QVBoxLayout()
        self._foot = QVBoxLayout()
        everything = QVBoxLayout(self)
        everything.setContentsMargins(0, 4, 0, 8)
        everything.setSpacing(2)
        everything.addWidget(Logo())
        for part, share in ((self._top, 9), (self._foot, 1)):
            part.setSpacing(2)
            everything.addLayout(part, share)
            if part is self._top:
                everything.addStretch(1)

    def add(self, name: str, button: RailButton, *, at_foot: bool) -> None:
        """Add a page's button."""
        self._buttons[name] = button
        (self._foot if at_foot else self._top).addWidget(button)

    @property
    def buttons(self) -> dict[str, RailButton]:
        """The buttons by the name of their page."""
        return self._buttons

    def show_current(self, name: str) -> None:
        """Mark the page that is shown."""
        for each, button in self._buttons.items():
            button.setChecked(each == name)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The dark ground."""
        QPainter(self).fillRect(self.rect(), ink("rail"))


class Logo(QWidget):
    """A tick in a frame; our own."""

    def __init__(self) -> None:
        super().__init__()
        self.setFixedHeight(44)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The logo."""
        painter = QPainter(self)
        smooth(painter)
        left = (self.width() - 34) / 2
        rounded(painter, QRectF(left + 1, 5, 32, 32), 8, None, QPen(ink("on_accent"), 2))
        tick = QPen(ink("counter"), 3.4)
        tick.setCapStyle(Qt.PenCapStyle.RoundCap)
        tick.setJoinStyle(Qt.PenJoinStyle.RoundJoin)
        painter.setPen(tick)
        painter.drawPolyline(QPolygonF([QPointF(left + 9, 22), QPointF(left + 15, 28), QPointF(left + 26, 15)]))
