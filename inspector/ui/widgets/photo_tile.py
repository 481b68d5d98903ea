"""One tile of the photo strip, and the dashed one that adds."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.paint import draw_bar, draw_key_cap, draw_photo, ink, key_cap_width, rounded, smooth
from inspector.ui.translation import tr
from inspector.ui.widgets.row_delegate import draw_badge
from inspector.ui.widgets.tips import tip

_WIDTH, _HEIGHT = 104, 78


def tile_size() -> QSize:
    """The room a tile takes."""
    return QSize(current().px(_WIDTH), current().px(_HEIGHT))


class _TileButton(QAbstractButton):
    def __init__(self) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def sizeHint(self) -> QSize:
        """4:3."""
        return tile_size()


class PhotoTile(_TileButton):
    """A picture with its number; without a picture its words, a bar while it loads, red when it was refused."""

    def __init__(self, badge: str, picture: QPixmap | None, words: str, *, refused: bool) -> None:
        super().__init__()
        self._badge = badge
        self._picture = picture
        self._words = words
        self._refused = refused
        self.setCheckable(True)
        tip(self, words)
        self.setAccessibleName(words or tr("Photo {n}", n=badge))

    def nextCheckState(self) -> None:
        """Only the strip says which tile is current."""

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture or words, number, ring."""
        painter = QPainter(self)
        smooth(painter)
        area = QRectF(self.rect())
        inner = area.adjusted(3, 3, -3, -3) if self.isChecked() else area
        if self._picture is not None and not self._picture.isNull():
            draw_photo(painter, inner, self._picture, 6)
        else:
            self._draw_words(painter, inner)
        if self.isChecked():
            painter.setBrush(Qt.BrushStyle.NoBrush)
            painter.setPen(QPen(ink("focus"), 2))
            painter.drawRoundedRect(area.adjusted(1, 1, -1, -1), 8, 8)
        if self._badge:
            draw_badge(painter, QPointF(6, 6), self._badge)

    def _draw_words(self, painter: QPainter, area: QRectF) -> None:
        theme = current()
        edge = QPen(ink("fail" if self._refused else "line"), 1)
        ground = ink("fail_tint" if self._refused else "sunken")
        rounded(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), 6, ground, edge)
        painter.setPen(ink("fail" if self._refused else "text2"))
        painter.setFont(font("xs"))
        inset = theme.px(6)
        room = area.adjusted(inset, inset, -inset, -theme.px(16))
        wrapped = Qt.AlignmentFlag.AlignLeft.value | Qt.TextFlag.TextWrapAnywhere.value
        painter.drawText(room, wrapped, self._words)
        if not self._refused:
            bar = QRectF(area.x() + inset, area.bottom() - theme.px(12), area.width() - 2 * inset, theme.px(4))
            draw_bar(painter, bar, ((2, "accent"), (3, "line")), 5)


class AddTile(_TileButton):
    """添加照片, dashed."""

    def __init__(self, words: str, key: str) -> None:
        super().__init__()
        self._key = key
        self.setText(words)
        self.setAccessibleName(words)
        tip(self, f"{words}  {key}")

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Camera, words, key."""
        theme = current()
        painter = QPainter(self)
        smooth(painter)
        area = QRectF(self.rect()).adjusted(1, 1, -1, -1)
        dashes = QPen(ink("line_strong"), 1.4)
        dashes.setDashPattern([4, 3])
        rounded(painter, area, 6, ink("hover" if self.underMouse() else "surface"), dashes)
        side = theme.px(24)
        middle = self.height() / 2
        painter.drawPixmap(QPointF((self.width() - side) / 2, middle - side - 1), pixmap("camera", "accent_ink", 24))
        painter.setPen(ink("text2"))
        painter.setFont(font("sm"))
        below = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop
        painter.drawText(area.adjusted(0, middle, 0, 0), below, self.text())
        cap = key_cap_width(self._key)
        draw_key_cap(painter, QRectF(self.width() - cap - 6, 6, cap, theme.px(22)), self._key)
