"""Draws the rows of the items list. The standard's words wrap; rows grow."""

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, QPointF, QRect, QRectF, QSize, Qt
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QListView, QStyledItemDelegate, QStyleOptionViewItem

from inspector.ui.pages.record.item_rows import ROW, Band, ItemRow
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.paint import draw_mark, ink
from inspector.ui.translation import tr

_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignTop.value
_MIDDLE_LEFT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
_MIDDLE_RIGHT = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignRight


class ItemDelegate(QStyledItemDelegate):
    """Mark, text, code, red line, photos; the current row is tinted, bold, and has a bar at its left."""

    def __init__(self, view: QListView) -> None:
        super().__init__(view)
        self._view = view
        self._heights: dict[tuple[str, int], int] = {}

    def sizeHint(self, _option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex) -> QSize:
        """As high as the text needs at this width, in the bold it has when it is current."""
        width = self._view.viewport().width()
        row = index.data(ROW)
        if isinstance(row, Band):
            return QSize(width, current().high("band"))
        key = (row.text, width)
        if key not in self._heights:
            self._heights[key] = self._height(row.text, width)
        return QSize(width, self._heights[key])

    def paint(
        self, painter: QPainter, option: QStyleOptionViewItem, index: QModelIndex | QPersistentModelIndex
    ) -> None:
        """The row."""
        row = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        if isinstance(row, Band):
            _draw_band(painter, area, row)
        else:
            self._draw_item(painter, area, row, is_current=index == self._view.currentIndex())
        painter.restore()

    def _height(self, text: str, width: int) -> int:
        theme = current()
        room = QRect(0, 0, _text_width(width), 10_000)
        words = metrics("base", bold=True).boundingRect(room, _WRAP, text).height()
        return max(theme.high("row"), words + theme.gap(8) * 2 + metrics("sm").lineSpacing() + theme.gap(4))

    def _draw_item(self, painter: QPainter, area: QRectF, row: ItemRow, *, is_current: bool) -> None:
        theme = current()
        painter.fillRect(area, ink("accent_tint" if is_current else "surface"))
        if is_current:
            painter.fillRect(QRectF(area.x(), area.y(), 4, area.height()), ink("accent_ink"))
        left = area.x() + _indent()
        painter.fillRect(QRectF(left, area.bottom() - 1, area.width() - _indent(), 1), ink("line"))
        side = theme.px(22)
        draw_mark(painter, QRectF(area.x() + theme.gap(16), area.y() + theme.gap(8), side, side), row.mark)
        foot = metrics("sm").lineSpacing()
        room = QRectF(left, area.y() + theme.gap(8), _text_width(round(area.width())), area.height())
        painter.setFont(font("base", bold=is_current))
        painter.setPen(ink("text"))
        painter.drawText(room, _WRAP, row.text)
        line = QRectF(left, area.bottom() - theme.gap(8) - foot, area.width() - _indent(), foot)
        _draw_facts(painter, line, row)


def _draw_facts(painter: QPainter, line: QRectF, row: ItemRow) -> None:
    left = _draw_words(painter, line, line.x(), row.code, "text3")
    if row.veto:
        left = _draw_icon(painter, line, left, "octagon-alert", "fail")
        left = _draw_words(painter, line, left, tr("Red line"), "fail", bold=True)
    if row.photos:
        left = _draw_icon(painter, line, left, "image", "text2")
        _draw_words(painter, line, left, str(row.photos), "text2")


def _draw_words(painter: QPainter, line: QRectF, left: float, words: str, tone: str, *, bold: bool = False) -> float:
    painter.setFont(font("sm", bold))
    painter.setPen(ink(tone))
    painter.drawText(QRectF(left, line.y(), line.right() - left, line.height()), _MIDDLE_LEFT, words)
    return left + metrics("sm", bold).horizontalAdvance(words) + current().gap(12)


def _draw_icon(painter: QPainter, line: QRectF, left: float, name: str, tone: str) -> float:
    side = current().px(14)
    painter.drawPixmap(QPointF(left, line.center().y() - side / 2), pixmap(name, tone, 14))
    return left + side + current().gap(4)


def _draw_band(painter: QPainter, area: QRectF, band: Band) -> None:
    theme = current()
    painter.fillRect(area, ink("sunken"))
    inside = area.adjusted(theme.gap(16), 0, -theme.gap(12), 0)
    painter.setFont(font("sm"))
    deed = pass_rest_words(band)
    deed_width = metrics("base").horizontalAdvance(deed) + theme.gap(8) if deed else 0
    if deed:
        painter.setFont(font("base"))
        painter.setPen(ink("accent_ink"))
        painter.drawText(inside, _MIDDLE_RIGHT, deed)
    painter.setFont(font("sm", bold=True))
    painter.setPen(ink("text2"))
    count = f"{band.done}/{band.of}"
    room = inside.width() - deed_width - metrics("sm", bold=True).horizontalAdvance(f"  {count}")
    title = metrics("sm", bold=True).elidedText(band.title, Qt.TextElideMode.ElideRight, round(room))
    painter.drawText(inside, _MIDDLE_LEFT, f"{title}  {count}")


def pass_rest_words(band: Band) -> str:
    """The deed at the right of a band; "" while there is nothing left to pass."""
    return tr("The other {n} pass", n=band.rest) if band.rest else ""


def _indent() -> int:
    return current().gap(16) + current().px(22) + current().gap(14)


def _text_width(width: int) -> int:
    return max(40, width - _indent() - current().gap(16))
