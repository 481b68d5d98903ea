"""The items of a checklist under their sections. The standard's words wrap and are never cut."""

from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QRectF, QSize, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QResizeEvent
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem

from inspector.domain.checklists import Item
from inspector.ui.pages.checklists.item_words import facts_line
from inspector.ui.pages.checklists.library import Opened
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.paint import draw_pill, ink, pill_size
from inspector.ui.translation import tr
from inspector.ui.words.states import State, veto_state

_ROW = Qt.ItemDataRole.UserRole + 1
_WRAP = Qt.TextFlag.TextWordWrap | Qt.TextFlag.TextWrapAnywhere
Index = QModelIndex | QPersistentModelIndex


@dataclass(frozen=True, slots=True)
class ItemLine:
    """A section's head (without item) or an item; `changed` when this district wants it otherwise."""

    words: str
    item: Item | None = None
    changed: bool = False

    @property
    def states(self) -> tuple[State, ...]:
        """What stands at the right of an item."""
        flags = (self.item is not None and bool(self.item.veto), self.changed)
        return tuple(state for on, state in zip(flags, (veto_state(), changed_state()), strict=True) if on)


def changed_state() -> State:
    """This district wants the item otherwise."""
    return State(tr("Adjusted here"), "accent", "pencil")


class ItemList(QListView):
    """`chosen` tells the code of the current item, `opened` that a click or Enter opened it."""

    chosen = Signal(str)
    opened = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._model = _Lines()
        self.setModel(self._model)
        self.setItemDelegate(_LineDelegate(self))
        self.setAccessibleName(tr("Check items"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setMouseTracking(True)
        self.setUniformItemSizes(False)
        self.setResizeMode(QListView.ResizeMode.Adjust)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.selectionModel().currentChanged.connect(self._choose)
        self.clicked.connect(lambda _index: self._open())

    def show_items(self, opened: Opened, text: str) -> int:
        """List the items that hold `text`, the current one staying current; returns how many there are."""
        keep = self.current_code()
        found = {item.code for item in opened.found(text)}
        lines: list[ItemLine] = []
        for section in opened.shown.sections:
            items = [item for item in section.items if item.code in found]
            if items:
                lines.append(ItemLine(f"{section.code}  {section.title}"))
                lines += [ItemLine(item.text, item, item.code in opened.overrides) for item in items]
        self._model.show_lines(lines)
        wanted = [n for n, line in enumerate(lines) if line.item and line.item.code == keep]
        first = wanted or [n for n, line in enumerate(lines) if line.item]
        if first:
            self.setCurrentIndex(self._model.index(first[0]))
        return len(found)

    def current_code(self) -> str:
        """The code of the current item; "" while there is none."""
        line = self.currentIndex().data(_ROW)
        return line.item.code if isinstance(line, ItemLine) and line.item else ""

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter opens; Qt does the arrows."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self._open()
        else:
            super().keyPressEvent(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Rows are as high as their words at this width."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def _choose(self) -> None:
        if code := self.current_code():
            self.chosen.emit(code)

    def _open(self) -> None:
        if code := self.current_code():
            self.opened.emit(code)


class _Lines(QAbstractListModel):
    def __init__(self) -> None:
        super().__init__()
        self._lines: list[ItemLine] = []

    def show_lines(self, lines: list[ItemLine]) -> None:
        self.beginResetModel()
        self._lines = lines
        self.endResetModel()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        return 0 if parent.isValid() else len(self._lines)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Section heads cannot be chosen."""
        is_item = self._lines[index.row()].item is not None
        chosen = Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable
        return chosen if is_item else Qt.ItemFlag.NoItemFlags

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        line = self._lines[index.row()]
        if role == _ROW:
            return line
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole}:
            return f"{line.item.code} {line.words}" if line.item else line.words
        return None


class _LineDelegate(QStyledItemDelegate):
    def __init__(self, view: ItemList) -> None:
        super().__init__(view)
        self._view = view

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        line: ItemLine = index.data(_ROW)
        width = self._view.viewport().width()
        if line.item is None:
            return QSize(width, current().high("band"))
        return QSize(width, sum(self._heights(line, width)) + current().gap(20))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        line: ItemLine = index.data(_ROW)
        area = QRectF(option.rect)
        painter.save()
        if line.item is None:
            painter.fillRect(area, ink("sunken"))
            painter.setFont(font("sm", bold=True))
            painter.setPen(ink("text2"))
            inner = area.adjusted(current().gap(20), 0, -current().gap(12), 0)
            middle = Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
            painter.drawText(inner, middle, line.words)
        else:
            self._paint_item(painter, area, line, is_current=self._view.currentIndex() == index)
        painter.restore()

    def _paint_item(self, painter: QPainter, area: QRectF, line: ItemLine, *, is_current: bool) -> None:
        if is_current:
            painter.fillRect(area, ink("accent_tint"))
            painter.fillRect(QRectF(area.x(), area.y(), 4, area.height()), ink("accent_ink"))
        painter.fillRect(QRectF(area.x(), area.bottom() - 1, area.width(), 1), ink("line"))
        left, width = area.x() + current().gap(20), self._room(round(area.width()))
        top = area.y() + current().gap(10)
        texts = (line.item.code if line.item else "", line.words, facts_line(line.item) if line.item else "")
        styles = (("xs", "text3"), ("base", "text"), ("sm", "text2"))
        heights = self._heights(line, round(area.width()))
        for text, (step, tone), height in zip(texts, styles, heights, strict=True):
            painter.setFont(font(step, bold=is_current and step == "base"))
            painter.setPen(ink(tone))
            painter.drawText(QRectF(left, top, width, height), int(_WRAP), text)
            top += height
        self._paint_states(painter, area, line)

    def _paint_states(self, painter: QPainter, area: QRectF, line: ItemLine) -> None:
        """At the right end of the code's line."""
        right = area.right() - current().gap(16)
        for state in reversed(line.states):
            width, height = pill_size(state.words, has_icon=True, bold=False)
            right -= width
            pill = QRectF(right, area.y() + current().gap(6), width, height)
            draw_pill(painter, pill, state.words, state.tone, state.icon, bold=False)
            right -= current().gap(6)

    def _room(self, width: int) -> int:
        return width - current().gap(20) - current().gap(16)

    def _heights(self, line: ItemLine, width: int) -> tuple[int, int, int]:
        """Code, words, facts; the words as high as they are in bold, so that choosing moves nothing."""
        box = QRect(0, 0, self._room(width), 10_000)
        words = metrics("base", bold=True).boundingRect(box, int(_WRAP), line.words).height()
        facts = facts_line(line.item) if line.item else ""
        below = metrics("sm").boundingRect(box, int(_WRAP), facts).height()
        over = pill_size("", has_icon=True, bold=False)[1] if line.states else metrics("xs").lineSpacing()
        return over, words, below
