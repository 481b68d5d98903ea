"""On or off, always with the word."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.paint import ink, rounded, smooth
from inspector.ui.translation import tr


class Switch(QAbstractButton):
    """开/关 and the switch; connect `clicked`, set with `setChecked`. `name` is what it switches."""

    def __init__(self, name: str, on: bool = False) -> None:
        super().__init__()
        self.setCheckable(True)
        self.setChecked(on)
        self.setAccessibleName(name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """The longer word and the switch; as high as a button."""
        theme = current()
        words = max(metrics("sm").horizontalAdvance(word) for word in (tr("On"), tr("Off")))
        return QSize(words + theme.px(8 + 44) + 2, theme.high("touch"))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Word, track, knob."""
        theme = current()
        painter = QPainter(self)
        smooth(painter)
        on = self.isChecked()
        track = QRectF(self.width() - theme.px(44) - 1, (self.height() - theme.px(24)) / 2, theme.px(44), theme.px(24))
        edge = QPen(ink("accent" if on else "line_strong"), 1.6)
        rounded(painter, track, track.height() / 2, ink("accent" if on else "surface"), edge)
        knob = theme.px(16)
        x = track.right() - theme.px(4) - knob if on else track.x() + theme.px(4)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(ink("on_accent" if on else "line_strong"))
        painter.drawEllipse(QRectF(QPointF(x, track.center().y() - knob / 2), QSize(knob, knob).toSizeF()))
        painter.setPen(ink("text2"))
        painter.setFont(font("sm"))
        room = QRectF(0, 0, track.x() - theme.px(8), self.height())
        right = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight
        painter.drawText(room, right, tr("On") if on else tr("Off"))
