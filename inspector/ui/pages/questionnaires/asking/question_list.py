"""All questions of a response on one page: number, words, answer; only what is seen is worked out."""

from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, QRect, QSize, Qt, Signal
from PySide6.QtGui import QPainter
from PySide6.QtWidgets import QFrame, QListView, QStyledItemDelegate, QStyleOptionViewItem, QWidget

from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.pages import Question, question
from inspector.ui.pages.questionnaires.walk import Walk
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.paint import ink
from inspector.ui.translation import tr

_Index = QModelIndex | QPersistentModelIndex


class QuestionModel(QAbstractListModel):
    """The spots on show; an answer changes them all, because logic may hide any."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.walk: Walk | None = None
        self.spots: tuple[Spot, ...] = ()

    def follow(self, walk: Walk | None) -> None:
        """Show what is on show now."""
        spots = walk.spots if walk else ()
        if walk is not self.walk or spots != self.spots:
            self.beginResetModel()
            self.walk, self.spots = walk, spots
            self.endResetModel()
        elif spots:
            self.dataChanged.emit(self.index(0), self.index(len(spots) - 1))

    def rowCount(self, _parent: _Index | None = None) -> int:
        """How many."""
        return len(self.spots)

    def question(self, row: int) -> Question | None:
        """The question of a row."""
        return question(self.walk.run, self.spots[row]) if self.walk and 0 <= row < len(self.spots) else None

    def data(self, index: _Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """What a screen reader says."""
        if role != Qt.ItemDataRole.DisplayRole:
            return None
        here = self.question(index.row())
        return f"{here.code} {here.label} {answer_words(here)}" if here else None


class QuestionList(QListView):
    """`chosen` tells the spot a person clicked."""

    chosen = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.rows = QuestionModel(self)
        self.setModel(self.rows)
        self.setItemDelegate(_Row(self))
        self.setUniformItemSizes(True)
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setAccessibleName(tr("Questions"))
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.clicked.connect(lambda index: self.chosen.emit(self.rows.spots[index.row()]))

    def show_walk(self, walk: Walk | None) -> None:
        """Follow the walk to where it stands."""
        self.rows.follow(walk)
        if walk and walk.spots:
            self.setCurrentIndex(self.rows.index(walk.place))
            self.scrollTo(self.currentIndex(), QListView.ScrollHint.EnsureVisible)


class _Row(QStyledItemDelegate):
    def sizeHint(self, _option: QStyleOptionViewItem, _index: _Index) -> QSize:
        return QSize(100, current().high("row"))

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: _Index) -> None:
        model = index.model()
        here = model.question(index.row()) if isinstance(model, QuestionModel) else None
        if here is None:
            return
        theme, area = current(), QRect(option.rect)
        view = self.parent()
        if isinstance(view, QListView) and view.currentIndex().row() == index.row():
            painter.fillRect(area, ink("accent_tint"))
            painter.fillRect(area.x(), area.y(), 4, area.height(), ink("accent_ink"))
        painter.fillRect(area.x(), area.bottom(), area.width(), 1, ink("line"))
        inner = area.adjusted(theme.gap(16), 0, -theme.gap(12), 0)
        said = answer_words(here)
        room = min(metrics("base", bold=True).horizontalAdvance(said), inner.width() * 2 // 5)
        code = metrics("sm").horizontalAdvance("M00") + theme.gap(12)
        middle = QRect(inner.x() + code, inner.y(), inner.width() - code - room - theme.gap(12), inner.height())
        last = QRect(inner.right() - room, inner.y(), room + 1, inner.height())
        _line(painter, QRect(inner.x(), inner.y(), code, inner.height()), here.code, "sm", "text3")
        _line(painter, middle, here.label, "base", "text")
        _line(painter, last, said, "base", "accent_ink", bold=True)


def answer_words(here: Question) -> str:
    """The answer as people read it."""
    labels = {offered.name: offered.label for offered in here.offered}
    parts = [here.answer] if here.answer in labels or not labels else here.answer.split()
    return "、".join(labels.get(part, part) for part in parts if part)


def _line(painter: QPainter, area: QRect, words: str, step: str, tone: str, *, bold: bool = False) -> None:
    painter.setFont(font(step, bold))
    painter.setPen(ink(tone))
    shown = metrics(step, bold).elidedText(words, Qt.TextElideMode.ElideRight, area.width())
    painter.drawText(area, Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft, shown)
