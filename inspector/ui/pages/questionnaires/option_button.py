"""One answer to press: its number in a ring, its words beside or below, the same size for all."""

from PySide6.QtCore import QRect, QRectF, QSize, Qt
from PySide6.QtGui import QFont, QFontMetrics, QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, scaled_font
from inspector.ui.theme.paint import ink, rounded, smooth

_WRAP = Qt.TextFlag.TextWordWrap


class OptionButton(QAbstractButton):
    """Checkable. `tall` stands upright as a card (the kiosk's scales), otherwise it is a row at least `high` px."""

    def __init__(self, number: str, words: str, *, large: bool, tall: bool = False, zoom: float = 1.0) -> None:
        super().__init__()
        self._number = number if number != words else ""
        self._tall = tall
        self._words_font = scaled_font("num" if large else "base", zoom * (1.2 if tall else 1.0))
        self._least = current().px(200) if tall else current().high("answer") if large else current().high("row")
        self._ring = current().px(36 if large else 24)
        self._number_font = scaled_font("big" if large else "sm", bold=True)
        self.setText(words)
        self.setCheckable(True)
        self.setAccessibleName(f"{number} {words}")
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    def hasHeightForWidth(self) -> bool:
        """Words that do not fit take another line."""
        return True

    def heightForWidth(self, width: int) -> int:
        """High enough for all lines, never lower than a finger needs."""
        gap = current().gap(12)
        side = self._ring + 2 * gap
        room = width - 2 * gap if self._tall else width - side - gap
        lines = QFontMetrics(self._words_font).boundingRect(QRect(0, 0, max(room, 40), 10_000), _WRAP, self.text())
        return max(self._least, lines.height() + (side + 2 * gap if self._tall else 2 * gap))

    @property
    def line_width(self) -> int:
        """Pixels for the words on one line, bold as they are when chosen."""
        gap, bold = current().gap(12), QFont(self._words_font)
        bold.setBold(True)
        words = QFontMetrics(bold).horizontalAdvance(self.text())
        return words + 2 * gap if self._tall else words + self._ring + 3 * gap

    def sizeHint(self) -> QSize:
        """Room for the words on one line, up to 320 px."""
        width = min(max(self.line_width, current().px(88)), current().px(320))
        return QSize(width, self.heightForWidth(width))

    def minimumSizeHint(self) -> QSize:
        """A card may be as narrow as its longest piece."""
        hint = self.sizeHint()
        return QSize(min(hint.width(), current().px(120)), self._least)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Ground, ring, words. Neutral: chosen is blue, nothing is red or green."""
        painter = QPainter(self)
        smooth(painter)
        on, gap = self.isChecked(), current().gap(12)
        ground = "accent_tint" if on else "hover" if self.underMouse() else "surface"
        edge = QPen(ink("accent_ink" if on else "line_strong"), 3 if on else 1)
        rounded(painter, QRectF(self.rect()).adjusted(1.5, 1.5, -1.5, -1.5), 12, ink(ground), edge)
        ring = QRectF(gap, (self.height() - self._ring) / 2, self._ring, self._ring)
        words = QRectF(self._ring + 2 * gap, 0, self.width() - self._ring - 3 * gap, self.height())
        align = Qt.AlignmentFlag.AlignLeft | Qt.AlignmentFlag.AlignVCenter
        if not self._number:
            words, align = QRectF(self.rect()), Qt.AlignmentFlag.AlignCenter
        if self._tall:
            ring.moveTo((self.width() - self._ring) / 2, gap * 2)
            words = QRectF(gap, ring.bottom(), self.width() - 2 * gap, self.height() - ring.bottom() - gap)
            align = Qt.AlignmentFlag.AlignCenter
        if self._number:
            self._draw_number(painter, ring, on=on)
        painter.setPen(ink("accent_ink" if on else "text"))
        self._words_font.setBold(on)
        painter.setFont(self._words_font)
        painter.drawText(words, int(align) | int(_WRAP), self.text())

    def _draw_number(self, painter: QPainter, ring: QRectF, *, on: bool) -> None:
        painter.setPen(QPen(ink("accent_ink" if on else "line_strong"), 2))
        painter.setBrush(ink("accent_ink") if on else Qt.BrushStyle.NoBrush)
        painter.drawEllipse(ring)
        painter.setPen(ink("surface" if on else "text"))
        painter.setFont(self._number_font)
        painter.drawText(ring, Qt.AlignmentFlag.AlignCenter, self._number)


class BigText(QWidget):
    """Text of any size that takes the lines it needs; painted, because the sheet knows no size beyond its steps."""

    def __init__(self, step: str, tone: str = "text", *, bold: bool = False) -> None:
        super().__init__()
        self._step, self._tone, self._bold = step, tone, bold
        self._words, self._font = "", font(step, bold)
        policy = QSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Preferred)
        policy.setHeightForWidth(True)
        self.setSizePolicy(policy)

    @property
    def words(self) -> str:
        """What it says."""
        return self._words

    def say(self, words: str, zoom: float = 1.0) -> None:
        """Say something, `zoom` times as large as its step."""
        self._words, self._font = words, scaled_font(self._step, zoom, bold=self._bold)
        self.setAccessibleName(words)
        self.setVisible(bool(words))
        self.updateGeometry()
        self.update()

    def hasHeightForWidth(self) -> bool:
        """It wraps."""
        return True

    def heightForWidth(self, width: int) -> int:
        """The height of its lines."""
        return QFontMetrics(self._font).boundingRect(QRect(0, 0, width, 100_000), _WRAP, self._words).height() + 2

    def sizeHint(self) -> QSize:
        """As high as at its present width."""
        return QSize(200, self.heightForWidth(max(self.width(), 200)))

    def minimumSizeHint(self) -> QSize:
        """It gives way to anything."""
        return QSize(40, QFontMetrics(self._font).height())

    def paintEvent(self, _event: QPaintEvent) -> None:
        """The words."""
        painter = QPainter(self)
        painter.setFont(self._font)
        painter.setPen(ink(self._tone))
        painter.drawText(self.rect(), int(_WRAP) | int(Qt.AlignmentFlag.AlignTop), self._words)
