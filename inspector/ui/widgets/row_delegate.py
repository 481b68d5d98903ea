"""What every row of a table or list has: ground, current bar, hairline, two lines, thumbnail, box, pills.

A page's delegate subclasses `RowDelegate` and paints its cells with these.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen, QPixmap
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import elided, font, metrics
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.paint import LEFT, draw_photo, draw_pill, ink, pill_size, rounded
from inspector.ui.widgets.paged_model import PagedModel
from inspector.ui.words.states import State

Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class RowPlace:
    """Where a row stands, and its cells: column, left edge and width of each that is shown."""

    row: int
    area: QRectF
    cells: Sequence[tuple[int, int, int]]
    is_current: bool
    is_hovered: bool


class RowDelegate(QStyledItemDelegate):
    """Paints the ground of a row and leaves the rest to `paint_cell`."""

    def __init__(self, parent: QObject | None = None, height: int = 64) -> None:
        """`height` is that of a row at 100 %."""
        super().__init__(parent)
        self._height = height

    def sizeHint(self, _option: QStyleOptionViewItem, _index: Index) -> QSize:
        """Rows grow with the text."""
        return QSize(current().px(80), current().px(self._height))

    def paint_row(self, painter: QPainter, place: RowPlace, model: PagedModel[Any]) -> None:
        """Ground, then the cells. A row at a time: what Qt prepares for each cell took longer than painting it."""
        self.paint_ground(painter, place)
        top, height = place.area.y(), place.area.height()
        for column, left, width in place.cells:
            self.paint_cell(painter, QRectF(left, top, width, height), model.index(place.row, column), place.is_current)

    def paint_cell(self, painter: QPainter, area: QRectF, index: Index, is_current: bool) -> None:
        """Paint what the cell says; two lines of its words unless a page does better. Pen, brush and font are as the
        cell before left them.
        """
        draw_lines(painter, inset(area), str(index.data() or ""), "", bold=is_current)

    def paint_ground(self, painter: QPainter, place: RowPlace) -> None:
        """What marks the row as current or under the mouse, and the hairline below it."""
        area = place.area
        if place.is_current or place.is_hovered:
            painter.fillRect(area, ink("accent_tint" if place.is_current else "hover"))
        if place.is_current:
            painter.fillRect(QRectF(area.x(), area.y(), 4, area.height()), ink("accent_ink"))
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), ink("line"))


def inset(area: QRectF, left: int = 8, right: int = 8) -> QRectF:
    """The cell without the space at its sides."""
    theme = current()
    return area.adjusted(theme.gap(left), 0, -theme.gap(right), 0)


def draw_lines(
    painter: QPainter, area: QRectF, first: str, second: str, *, bold: bool = False, tone: str = "text3"
) -> None:
    """Two lines, the second smaller in `tone`; one line stands in the middle. What has no room is elided."""
    top, below = metrics("base", bold).lineSpacing(), metrics("sm").lineSpacing() if second else 0
    start = area.center().y() - (top + below) / 2
    draw_line(painter, QRectF(area.x(), start, area.width(), top), first, bold=bold)
    if second:
        draw_line(painter, QRectF(area.x(), start + top, area.width(), below), second, step="sm", tone=tone)


def draw_line(
    painter: QPainter, area: QRectF, words: str, *, step: str = "base", tone: str = "text", bold: bool = False
) -> None:
    """One elided line in the middle of `area`."""
    painter.setFont(font(step, bold))
    painter.setPen(ink(tone))
    painter.drawText(area, LEFT, elided(words, step, bold, int(area.width())))


def draw_waiting(painter: QPainter, area: QRectF) -> None:
    """Two sunken bars where lines will be: the row is being read."""
    theme = current()
    start = area.center().y() - theme.px(17)
    for number, share in enumerate((0.6, 0.35)):
        bar = QRectF(area.x(), start + theme.px(22 * number), area.width() * share, theme.px(12))
        rounded(painter, bar, 4, ink("sunken"))


def draw_thumbnail(painter: QPainter, area: QRectF, photo: QPixmap | None, count: int = 0) -> None:
    """A 4:3 picture 64×48 at the left of `area`, with how many there are; an empty frame when there is none."""
    theme = current()
    width, height = theme.px(64), theme.px(48)
    frame = QRectF(area.x(), area.center().y() - height / 2, width, height)
    if photo is None or photo.isNull():
        rounded(painter, frame.adjusted(0.5, 0.5, -0.5, -0.5), 4, ink("sunken"))
        side = theme.px(18)
        at = QPointF(frame.center().x() - side / 2, frame.center().y() - side / 2)
        painter.drawPixmap(at, pixmap("image", "text3", 18))
        return
    draw_photo(painter, frame, photo)
    if count > 1:
        draw_badge(painter, QPointF(frame.x() + 3, frame.y() + 3), str(count))


def draw_badge(painter: QPainter, at: QPointF, words: str) -> None:
    """A number on a photo."""
    theme = current()
    width = max(theme.px(20), metrics("xs", bold=True).horizontalAdvance(words) + theme.px(10))
    plate = QRectF(at.x(), at.y(), width, theme.px(20))
    rounded(painter, plate, 4, ink("photo_label"))
    painter.setPen(ink("on_photo"))
    painter.setFont(font("xs", bold=True))
    painter.drawText(plate, Qt.AlignmentFlag.AlignCenter, words)


def draw_states(painter: QPainter, area: QRectF, states: Sequence[State]) -> None:
    """Pills under each other, at most two."""
    shown = states[:2]
    sizes = [pill_size(state.words, bool(state.icon), state.bold) for state in shown]
    between = current().px(4)
    top = area.center().y() - (sum(height for _, height in sizes) + between * (len(shown) - 1)) / 2
    for state, (width, height) in zip(shown, sizes, strict=True):
        pill = QRectF(area.x(), top, min(width, area.width()), height)
        draw_pill(painter, pill, state.words, state.tone, state.icon, state.bold)
        top += height + between


def box_area(area: QRectF) -> QRectF:
    """Where the tick box of a cell stands; a click anywhere in the cell counts."""
    side = current().px(22)
    return QRectF(area.center().x() - side / 2, area.center().y() - side / 2, side, side)


def draw_box(painter: QPainter, area: QRectF, ticked: bool) -> None:
    """A tick box in the middle of the cell."""
    box = box_area(area).adjusted(1, 1, -1, -1)
    edge = QPen(ink("accent" if ticked else "line_strong"), 2)
    rounded(painter, box, 4, ink("accent" if ticked else "surface"), edge)
    if ticked:
        side = current().px(16)
        at = QPointF(box.center().x() - side / 2, box.center().y() - side / 2)
        painter.drawPixmap(at, pixmap("check", "on_accent", 16))
