"""The round at the left: sites as bands, findings with their mark, photo and words."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter
from PySide6.QtWidgets import (
    QAbstractItemView,
    QFrame,
    QListView,
    QScroller,
    QStyledItemDelegate,
    QStyleOptionViewItem,
)

from inspector.domain.rechecks import RecheckResult
from inspector.services.rechecking import RoundLine
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.paint import MarkKind, draw_mark, draw_photo, ink, rounded
from inspector.ui.translation import tr
from inspector.ui.widgets.thumbnails import Thumbnails

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole + 1
MARKS: dict[RecheckResult | None, MarkKind] = {
    RecheckResult.PASSED: "pass",
    RecheckResult.FAILED: "fail",
    RecheckResult.UNSEEN: "na",
    None: "none",
}
_WRAP = Qt.TextFlag.TextWordWrap.value | Qt.AlignmentFlag.AlignLeft.value | Qt.AlignmentFlag.AlignVCenter.value
_LINES = 2


class _Rows(QAbstractListModel):
    """Bands (a site's name) and lines under them."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[str | RoundLine] = []

    def show_lines(self, lines: Sequence[RoundLine]) -> None:
        self.beginResetModel()
        self.rows = []
        site = None
        for one in lines:
            if one.line.site != site:
                site = one.line.site
                self.rows.append(one.line.site_name)
            self.rows.append(one)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        return 0 if parent and parent.isValid() else len(self.rows)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return row if isinstance(row, str) else f"{row.line.no} {row.line.text}"
        return None

    def flags(self, index: Index) -> Qt.ItemFlag:
        if isinstance(self.rows[index.row()], str):
            return Qt.ItemFlag.ItemIsEnabled
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def place_of(self, finding: str) -> int:
        return next((n for n, row in enumerate(self.rows) if not isinstance(row, str) and row.line.id == finding), -1)


class RoundList(QListView):
    """`chosen` tells the finding a person went to."""

    chosen = Signal(str)

    def __init__(self, pictures: Thumbnails) -> None:
        super().__init__()
        self._rows = _Rows()
        self._is_telling = True
        self.setModel(self._rows)
        self.setItemDelegate(_Cells(self, pictures))
        self.setAccessibleName(tr("Findings to look at"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        pictures.arrived.connect(self.viewport().update)

    def show_lines(self, lines: Sequence[RoundLine], finding: str) -> None:
        """Show the round with `finding` current, telling nobody."""
        self._is_telling = False
        self._rows.show_lines(lines)
        place = self._rows.place_of(finding)
        if place >= 0:
            index = self._rows.index(place)
            self.setCurrentIndex(index)
            self.scrollTo(index)
        self._is_telling = True

    def currentChanged(self, now: Index, before: Index) -> None:
        """Tell the page which finding it is."""
        super().currentChanged(now, before)
        row = now.data(ROW) if now.isValid() else None
        if self._is_telling and isinstance(row, RoundLine):
            self.chosen.emit(row.line.id)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows step over the bands; Enter and Space are the page's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Space}:
            event.ignore()
        elif event.key() in {Qt.Key.Key_Up, Qt.Key.Key_Down}:
            self.step(-1 if event.key() == Qt.Key.Key_Up else 1)
        else:
            super().keyPressEvent(event)

    def step(self, by: int) -> None:
        """The finding above or below."""
        place = self.currentIndex().row() + by
        while 0 <= place < len(self._rows.rows):
            if not isinstance(self._rows.rows[place], str):
                self.setCurrentIndex(self._rows.index(place))
                return
            place += by

    def keyboardSearch(self, _text: str) -> None:
        """Letters are keys of the page."""


class _Cells(QStyledItemDelegate):
    def __init__(self, view: QListView, pictures: Thumbnails) -> None:
        super().__init__(view)
        self._view = view
        self._pictures = pictures

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        width = self._view.viewport().width()
        theme = current()
        if isinstance(index.data(ROW), str):
            return QSize(width, theme.high("band"))
        return QSize(width, max(theme.px(60), metrics("base", bold=True).lineSpacing() * _LINES + theme.gap(12)))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        row = index.data(ROW)
        area = QRectF(option.rect)
        painter.save()
        if isinstance(row, str):
            _draw_band(painter, area, row)
        elif isinstance(row, RoundLine):
            self._draw_line(painter, area, row, is_current=index == self._view.currentIndex())
        painter.restore()

    def _draw_line(self, painter: QPainter, area: QRectF, row: RoundLine, *, is_current: bool) -> None:
        theme = current()
        painter.fillRect(area, ink("accent_tint" if is_current else "surface"))
        if is_current:
            painter.fillRect(QRectF(area.x(), area.y(), 4, area.height()), ink("accent_ink"))
        side, left = theme.px(22), area.x() + theme.gap(16)
        middle = area.center().y()
        draw_mark(painter, QRectF(left, middle - side / 2, side, side), MARKS[row.result])
        left += side + theme.gap(12)
        picture = QRectF(left, middle - theme.px(18), theme.px(48), theme.px(36))
        shown = self._pictures.get(row.line.thumb_sha)
        if shown is None or shown.isNull():
            rounded(painter, picture, 4, ink("sunken"))
        else:
            draw_photo(painter, picture, shown)
        left = picture.right() + theme.gap(12)
        painter.fillRect(QRectF(picture.x(), area.bottom() - 1, area.right() - picture.x(), 1), ink("line"))
        room = QRectF(left, area.y(), area.right() - left - theme.gap(12), area.height())
        painter.setFont(font("base", bold=is_current))
        painter.setPen(ink("text"))
        painter.drawText(room, _WRAP, _two_lines(row.line.text or row.line.no, room.width(), bold=is_current))


def _two_lines(words: str, width: float, *, bold: bool) -> str:
    """The words, cut with … where two lines end; the whole stands at the right."""
    measure = metrics("base", bold=bold)
    high = measure.lineSpacing() * (_LINES + 0.6)  # fonts that stand in for missing letters are higher
    room = QRect(0, 0, max(10, int(width)), 10_000)
    if measure.boundingRect(room, _WRAP, words).height() <= high:
        return words
    end = len(words)
    while end > 1 and measure.boundingRect(room, _WRAP, f"{words[:end]}…").height() > high:
        end -= 1
    return f"{words[:end]}…"


def _draw_band(painter: QPainter, area: QRectF, words: str) -> None:
    theme = current()
    painter.fillRect(area, ink("sunken"))
    inside = area.adjusted(theme.gap(16), 0, -theme.gap(12), 0)
    painter.setFont(font("sm", bold=True))
    painter.setPen(ink("text2"))
    shown = metrics("sm", bold=True).elidedText(words, Qt.TextElideMode.ElideRight, round(inside.width()))
    painter.drawText(inside, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
