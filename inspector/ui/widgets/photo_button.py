"""A photo of any width at 4:3 that is pressed to see it large; without a photo a dashed frame that asks for one."""

from PySide6.QtCore import QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPaintEvent, QPen, QPixmap
from PySide6.QtWidgets import QAbstractButton, QSizePolicy

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.paint import draw_photo, ink, rounded, smooth
from inspector.ui.widgets.row_delegate import draw_badge
from inspector.ui.widgets.tips import tip


class PhotoButton(QAbstractButton):
    """`name` is spoken; `badge` stands in the corner, `caption` on a dark band at the foot of the picture."""

    def __init__(self, name: str, width: int, *, badge: str = "", caption: str = "", asks: str = "") -> None:
        """`width` is in px at 100 %; `asks` are the words of an empty frame that takes a photo."""
        super().__init__()
        self._width = width
        self._badge = badge
        self._caption = caption
        self._asks = asks
        self._picture: QPixmap | None = None
        self.setAccessibleName(name)
        tip(self, name)
        self.setFocusPolicy(Qt.FocusPolicy.TabFocus)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)

    def show_picture(self, picture: QPixmap | None) -> None:
        """Show it; None while it is on its way."""
        self._picture = picture
        self.update()

    def sizeHint(self) -> QSize:
        """4:3, and wide enough for what an empty frame asks."""
        width = current().px(self._width)
        return QSize(max(width, metrics("sm").horizontalAdvance(self._asks) + 8), width * 3 // 4)

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Picture, number, caption; or the empty frame."""
        painter = QPainter(self)
        smooth(painter)
        area = QRectF(self.rect())
        if self._asks:
            self._draw_empty(painter, area)
        elif self._picture is None or self._picture.isNull():
            rounded(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), 4, ink("sunken"))
        else:
            draw_photo(painter, area, self._picture)
            if self._caption:
                self._draw_caption(painter, area)
            if self._badge:
                draw_badge(painter, QPointF(4, 4), self._badge)

    def _draw_caption(self, painter: QPainter, area: QRectF) -> None:
        theme = current()
        band = area.adjusted(0, area.height() - theme.px(26), 0, 0)
        painter.fillRect(band, ink("photo_label"))
        painter.setPen(ink("on_photo"))
        painter.setFont(font("sm"))
        room = band.adjusted(theme.gap(8), 0, -theme.gap(8), 0)
        words = metrics("sm").elidedText(self._caption, Qt.TextElideMode.ElideRight, int(room.width()))
        painter.drawText(room, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, words)

    def _draw_empty(self, painter: QPainter, area: QRectF) -> None:
        theme = current()
        dashes = QPen(ink("line_strong"), 1.4)
        dashes.setDashPattern([4, 3])
        ground = ink("hover" if self.underMouse() else "surface")
        rounded(painter, area.adjusted(1, 1, -1, -1), 4, ground, dashes)
        side = theme.px(20)
        words = metrics("sm").lineSpacing()
        top = (area.height() - side - words) / 2
        painter.drawPixmap(QPointF((area.width() - side) / 2, top), pixmap("camera", "accent_ink", 20))
        painter.setPen(ink("text2"))
        painter.setFont(font("sm"))
        painter.drawText(QRectF(0, top + side, area.width(), words), Qt.AlignmentFlag.AlignCenter, self._asks)
