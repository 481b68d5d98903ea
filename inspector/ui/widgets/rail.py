"""The navigation rail: an icon over a two-character word, an amber counter for work that waits for us."""

from collections.abc import Callable

from PySide6.QtCore import QPointF, QRectF, QSize, QSizeF, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPolygonF, QResizeEvent
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QVBoxLayout, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.paint import ink, rounded, smooth
from inspector.ui.theme.tokens import RAIL_WIDTH
from inspector.ui.widgets.tips import tip

_TIGHT_FROM = 1.5
"""From this text size on, icons grow less, and give way to the words where the window is low."""

_MOST_BESIDE = "99+"
"""The widest counter beside a word."""


class RailButton(QAbstractButton):
    """One page. Buttons share the height of the rail."""

    def __init__(self, icon: str, words: str, keys: str, act: Callable[[], object], *, counts: bool = False) -> None:
        """`counts`: a counter may stand on it, for which a low rail keeps room."""
        super().__init__()
        self._icon = icon
        self._counts = counts
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

    @property
    def wanted_width(self) -> int:
        """That of the rail; more where the counter stands beside the word, because no icon fits above it."""
        if not self._counts or self._has_icon:
            return current().rail(RAIL_WIDTH)
        return max(current().rail(RAIL_WIDTH), self._word_width + round(self._count_size(_MOST_BESIDE).width()) + 6)

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
        if self._has_icon:
            side = self._icon_side()
            picture = pixmap(self._icon, tone, side / current().scale)
            painter.drawPixmap(QPointF((self.width() - side) / 2, self._top), picture)
        painter.setPen(ink(tone))
        painter.setFont(font(self.step, bold=on))
        painter.drawText(self.word_place(), Qt.AlignmentFlag.AlignCenter, self.text())
        if self._count:
            self._draw_count(painter)

    def word_place(self) -> QRectF:
        """Where the word stands: under the icon, or left of the counter where no icon fits."""
        top = self._top + (self._icon_side() if self._has_icon else 0)
        left = (self.width() - self._word_width) / 2
        if self._count and not self._has_icon:
            left = min(left, self.count_place().left() - 2 - self._word_width)
        return QRectF(max(0.0, left), top, self._word_width, metrics(self.step, bold=True).height())

    def count_place(self) -> QRectF:
        """Where the counter stands: at the corner of the icon, or at the right edge."""
        size = self._count_size()
        right = self.width() - size.width() - 2
        if self._has_icon:
            at = QPointF(min((self.width() + self._icon_side()) / 2 - 5, right), max(1.0, self._top - 4))
        else:
            at = QPointF(right, (self.height() - size.height()) / 2)
        return QRectF(at, size)

    def _draw_count(self, painter: QPainter) -> None:
        plate = self.count_place()
        rounded(painter, plate, plate.height() / 2, ink("counter"), QPen(ink("rail"), 2))
        painter.setPen(ink("on_counter"))
        painter.setFont(font("xs", bold=True))
        painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, self._count_words)

    @property
    def _has_icon(self) -> bool:
        return self.height() >= self._icon_side() + metrics(self.step, bold=True).height()

    @property
    def _top(self) -> float:
        """The upper edge of icon and word together."""
        side = self._icon_side() if self._has_icon else 0
        return (self.height() - side - metrics(self.step, bold=True).height()) / 2

    @property
    def _word_width(self) -> int:
        return metrics(self.step, bold=True).horizontalAdvance(self.text())

    @property
    def _count_words(self) -> str:
        most = 999 if self._has_icon else 99
        return str(self._count) if self._count <= most else f"{most}+"

    def _count_size(self, words: str = "") -> QSizeF:
        measured = metrics("xs", bold=True)
        height = measured.height()
        around = height // 2 if self._has_icon else height // 4
        return QSizeF(max(height, measured.horizontalAdvance(words or self._count_words) + around), height)

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
        self._everything = everything = QVBoxLayout(self)
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

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Where the window is so low that counters stand beside the words, as wide as both need."""
        super().resizeEvent(event)
        wanted = max([current().rail(RAIL_WIDTH), *(button.wanted_width for button in self._buttons.values())])
        if self.maximumWidth() != wanted:
            self.setFixedWidth(wanted)
            self._everything.setGeometry(self.rect())  # the layout was asked before and is not asked again

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
