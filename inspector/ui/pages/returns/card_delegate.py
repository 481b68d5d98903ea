"""Paints the cards of a review: before and after, the unit's words old and new, why, and what a person may decide."""

from typing import Protocol

from PySide6.QtCore import QModelIndex, QObject, QPersistentModelIndex, QPointF, QRectF, QSize, Qt
from PySide6.QtGui import QPainter, QPen
from PySide6.QtWidgets import QStyledItemDelegate, QStyleOptionViewItem

from inspector.domain.evidence import Oddity
from inspector.domain.returns import Change, RowPreview
from inspector.ui.pages.returns.card_layout import WRAP, CardLayout, Note, card_layout, columns, note_height
from inspector.ui.pages.returns.review import Group, Review
from inspector.ui.pages.returns.words import group_state, notices, row_words
from inspector.ui.theme.current import current
from inspector.ui.theme.fonts import font, metrics
from inspector.ui.theme.icons import pixmap
from inspector.ui.theme.paint import draw_photo, draw_pill, ink, pill_size, rounded, smooth
from inspector.ui.translation import together, tr
from inspector.ui.widgets.row_delegate import draw_badge, draw_line
from inspector.ui.widgets.thumbnails import Thumbnails

CARD = Qt.ItemDataRole.UserRole
Index = QModelIndex | QPersistentModelIndex
_MIDDLE = Qt.AlignmentFlag.AlignCenter


class Cards(Protocol):
    """What the list of cards tells its delegate."""

    review: Review
    thumbnails: Thumbnails

    @property
    def card_width(self) -> int:
        """The width of a card."""

    def photo_keys(self, row: RowPreview) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The photos before and after."""

    def place_words(self, row: RowPreview) -> str:
        """Where it is."""

    def is_drop_target(self, row: RowPreview) -> bool:
        """Whether something hovers over it."""

    def currentIndex(self) -> QModelIndex:
        """The current card."""


class CardDelegate(QStyledItemDelegate):
    """Cards as high as their words need."""

    def __init__(self, view: Cards, parent: QObject) -> None:
        super().__init__(parent)
        self._view = view
        self._layouts: dict[tuple[str, int, str, tuple[Oddity, ...]], CardLayout] = {}
        self._review: Review | None = None

    def sizeHint(self, _option: QStyleOptionViewItem, index: Index) -> QSize:
        """The card's height at the width of the list."""
        card, width = index.data(CARD), self._view.card_width
        if isinstance(card, Note):
            return QSize(width, round(note_height(card, width)))
        return QSize(width, round(self.layout(card).height) + current().gap(12))

    def layout(self, row: RowPreview) -> CardLayout:
        """Where the parts of a card lie; worked out again only for a card about which something else holds now."""
        review = self._view.review
        if review is not self._review:
            self._layouts.clear()
            self._review = review
        key = (row.key, self._view.card_width, review.choice(row), tuple(review.oddities(row)))
        if key not in self._layouts:
            self._layouts[key] = card_layout(review, row, key[1])
        return self._layouts[key]

    def paint(self, painter: QPainter, option: QStyleOptionViewItem, index: Index) -> None:
        """The card with the space around it."""
        card = index.data(CARD)
        painter.save()
        smooth(painter)
        area = QRectF(option.rect).adjusted(0, 0, 0, -current().gap(12))
        if isinstance(card, Note):
            _draw_strip(painter, area, area.adjusted(current().gap(12) + current().px(26), 0, 0, 0), card.words, "warn")
        elif isinstance(card, RowPreview):
            self._card(painter, area, card, is_current=index == self._view.currentIndex())
        painter.restore()

    def _card(self, painter: QPainter, area: QRectF, row: RowPreview, *, is_current: bool) -> None:
        view, made = self._view, self.layout(row)
        edge = QPen(ink("accent_ink" if is_current else "line"), 1)
        rounded(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), 8, ink("accent_tint" if is_current else "surface"), edge)
        painter.translate(area.topLeft())
        group = view.review.group(row)
        if row.finding:
            self._photos(painter, made, row)
        _draw_side(painter, made, row, group)
        title = row.finding.finding.text if row.finding else row.row.ours.text
        number = row.finding.finding.no if row.finding else row.row.ours.no
        width = metrics("base").horizontalAdvance(number) + current().gap(10) if number else 0
        draw_line(painter, made.title, number, tone="text2")
        draw_line(painter, made.title.adjusted(width, 0, 0, 0), title, step="md", bold=True)
        draw_line(painter, made.place, view.place_words(row), step="sm", tone="text2")
        for where, change in made.lines:
            _draw_change(painter, where, change)
        if made.strip.height():
            words = together(*notices(view.review, row))
            tone = "warn" if words and group is not Group.UNCHANGED else "neutral"
            _draw_strip(painter, made.strip, made.strip_words, words, tone)
            chosen = view.review.choice(row)
            for where, choice, said in made.choices:
                _draw_choice(painter, where, said, on=choice == chosen)

    def _photos(self, painter: QPainter, made: CardLayout, row: RowPreview) -> None:
        view, theme = self._view, current()
        before, after = view.photo_keys(row)
        side = theme.px(18)
        middle = (made.before.right() + made.after.left()) / 2
        at = QPointF(middle - side / 2, made.before.center().y() - side / 2)
        painter.drawPixmap(at, pixmap("arrow-right", "text3", 18))
        for area, keys, words in (
            (made.before, before, tr("No photo before")),
            (made.after, after, tr("No photo after")),
        ):
            picture = view.thumbnails.get(keys[0]) if keys else None
            if picture is not None and not picture.isNull():
                draw_photo(painter, area, picture)
                if len(keys) > 1:
                    draw_badge(painter, QPointF(area.x() + 4, area.y() + 4), str(len(keys)))
            else:
                _draw_no_photo(painter, area, "" if keys else words)
        if view.is_drop_target(row):
            _draw_drop(painter, made.after)


def _draw_no_photo(painter: QPainter, area: QRectF, words: str) -> None:
    rounded(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), 4, ink("sunken"), QPen(ink("line"), 1))
    painter.setFont(font("xs"))
    painter.setPen(ink("text2"))
    painter.drawText(area.adjusted(4, 4, -4, -4), int(_MIDDLE | Qt.TextFlag.TextWordWrap), words)


def _draw_drop(painter: QPainter, area: QRectF) -> None:
    rounded(painter, area, 6, ink("accent_tint"), QPen(ink("accent_ink"), 2, Qt.PenStyle.DashLine))
    side = current().px(24)
    at = QPointF(area.center().x() - side / 2, area.center().y() - side)
    painter.drawPixmap(at, pixmap("image-plus", "accent_ink", 24))
    painter.setFont(font("sm", bold=True))
    painter.setPen(ink("accent_ink"))
    painter.drawText(area.adjusted(0, area.height() / 2, 0, 0), int(_MIDDLE), tr("Put it here"))


def _draw_side(painter: QPainter, made: CardLayout, row: RowPreview, group: Group) -> None:
    state = group_state(group)
    width, height = pill_size(state.words, has_icon=True)
    width = min(width, int(made.side.width()))
    pill = QRectF(made.side.right() - width, made.side.y(), width, height)
    draw_pill(painter, pill, state.words, state.tone, state.icon)
    painter.setFont(font("sm"))
    painter.setPen(ink("text3" if group is not Group.DECIDE else "text2"))
    below = made.side.adjusted(0, height + current().gap(4), 0, 0)
    flags = Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
    painter.drawText(below, int(flags), row_words(row))


def _draw_change(painter: QPainter, area: QRectF, change: Change) -> None:
    old, arrow, new = columns(area.width())
    line = metrics("sm").lineSpacing()
    first = QRectF(area.x(), area.y(), old - 4, line)
    draw_line(painter, first, change.field, step="sm", tone="text3")
    before = QRectF(area.x() + old, area.y(), arrow - old - 4, line)
    draw_line(painter, before, change.old or tr("empty"), step="sm", tone="text2")
    side = current().px(14)
    painter.drawPixmap(QPointF(area.x() + arrow, area.y() + (line - side) / 2), pixmap("arrow-right", "text3", 14))
    painter.setFont(font("sm", bold=True))
    painter.setPen(ink("text"))
    painter.save()
    room = QRectF(area.x() + new, area.y(), area.width() - new, area.height())
    painter.setClipRect(room, Qt.ClipOperation.IntersectClip)
    painter.drawText(room, WRAP, change.new or tr("empty"))
    painter.restore()


def _draw_strip(painter: QPainter, area: QRectF, inside: QRectF, words: str, tone: str) -> None:
    theme = current()
    rounded(painter, area, 4, ink("warn_tint" if tone == "warn" else "sunken"))
    if not words:
        return
    side = theme.px(18)
    middle = inside.center().y() if inside.height() else area.center().y()
    name = "triangle-alert" if tone == "warn" else "info"
    at = QPointF(area.x() + theme.gap(8), middle - side / 2)
    painter.drawPixmap(at, pixmap(name, "warn" if tone == "warn" else "text2", 18))
    painter.setFont(font("sm", bold=tone == "warn"))
    painter.setPen(ink("warn" if tone == "warn" else "text2"))
    flags = Qt.TextFlag.TextWordWrap | Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
    painter.drawText(inside, int(flags), words)


def _draw_choice(painter: QPainter, area: QRectF, words: str, *, on: bool) -> None:
    edge = QPen(ink("accent" if on else "line_strong"), 1)
    rounded(painter, area.adjusted(0.5, 0.5, -0.5, -0.5), 4, ink("accent" if on else "surface"), edge)
    painter.setFont(font("base", bold=on))
    painter.setPen(ink("on_accent" if on else "text"))
    painter.drawText(area, int(_MIDDLE), words)
