"""The cards of one returned file: arrows go through them, presses decide, left-over pictures are dropped here."""

from collections.abc import Sequence

from PySide6.QtCore import QAbstractListModel, QEvent, QModelIndex, QPersistentModelIndex, QRectF, Qt, Signal
from PySide6.QtGui import (
    QDragEnterEvent,
    QDragLeaveEvent,
    QDragMoveEvent,
    QDropEvent,
    QKeyEvent,
    QMouseEvent,
    QResizeEvent,
)
from PySide6.QtWidgets import QAbstractItemView, QFrame, QListView, QScroller

from inspector.domain.returns import RowPreview
from inspector.ui.pages.returns.card_delegate import CARD, CardDelegate
from inspector.ui.pages.returns.card_layout import Note
from inspector.ui.pages.returns.review import Review
from inspector.ui.pages.returns.words import group_state, notices
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.thumbnails import Thumbnails

LEFTOVER = "application/x-inspector-leftover"
NEW = "new:"
"""In front of the hash of a picture that is not stored yet."""
Card = Note | RowPreview
Index = QModelIndex | QPersistentModelIndex
_CARDS_AT_ONCE = 8
"""So many are measured before the window looks at keys and mouse again."""
_LEFT_TO_THE_PAGE = {Qt.Key.Key_Space, Qt.Key.Key_Return, Qt.Key.Key_Enter}


class CardModel(QAbstractListModel):
    """The cards in their order."""

    def __init__(self) -> None:
        super().__init__()
        self.cards: list[Card] = []
        self.review: Review | None = None

    def show_cards(self, review: Review, cards: Sequence[Card]) -> None:
        """Show these."""
        self.beginResetModel()
        self.review, self.cards = review, list(cards)
        self.endResetModel()

    def rowCount(self, parent: Index | None = None) -> int:
        """How many there are."""
        return 0 if parent is not None and parent.isValid() else len(self.cards)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> object:
        """The card; for screen readers its words."""
        card = self.cards[index.row()] if index.isValid() else None
        if role == CARD:
            return card
        if role in {Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.AccessibleTextRole} and card and self.review:
            return spoken(self.review, card)
        return None


def spoken(review: Review, card: Card) -> str:
    """A card as a sentence."""
    if isinstance(card, Note):
        return card.words
    known = card.finding.finding if card.finding else None
    said = (known.no, known.text) if known else (card.row.ours.no, card.row.ours.text)
    return " ".join(part for part in (*said, group_state(review.group(card)).words, *notices(review, card)) if part)


class CardList(QListView):
    """`decided` tells a row and the choice pressed, `dropped` a leftover's key and the row it was dropped on,
    `photos_wanted` the row whose photos were pressed, `taken` that Enter was pressed on a row.
    """

    decided = Signal(object, str)
    dropped = Signal(str, object)
    photos_wanted = Signal(object)
    taken = Signal(object)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.thumbnails = thumbnails
        self.review: Review
        self._cards = CardModel()
        self._drop_key = ""
        self.setModel(self._cards)
        self._delegate = CardDelegate(self, self)
        self.setItemDelegate(self._delegate)
        self.setAccessibleName(tr("Rows of the returned list"))
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setObjectName("cards")
        self.setVerticalScrollMode(QAbstractItemView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setVerticalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOn)
        self.setEditTriggers(QAbstractItemView.EditTrigger.NoEditTriggers)
        self.setTabKeyNavigation(False)
        self.setLayoutMode(QListView.LayoutMode.Batched)  # a thousand cards are measured a few at a time
        self.setBatchSize(_CARDS_AT_ONCE)
        self.setMouseTracking(True)
        self.setAcceptDrops(True)
        self.setDropIndicatorShown(False)
        QScroller.grabGesture(self.viewport(), QScroller.ScrollerGestureType.TouchGesture)
        thumbnails.arrived.connect(self.viewport().update)

    @property
    def card_width(self) -> int:
        """The width of a card."""
        return max(200, self.viewport().width() - current().gap(4))

    @property
    def row(self) -> RowPreview | None:
        """The current row."""
        card = self.currentIndex().data(CARD) if self.currentIndex().isValid() else None
        return card if isinstance(card, RowPreview) else None

    @property
    def rows(self) -> list[RowPreview]:
        """The rows that are listed."""
        return [card for card in self._cards.cards if isinstance(card, RowPreview)]

    def show_cards(self, review: Review, cards: Sequence[Card]) -> None:
        """Show these, keeping the current row when it is among them, else its place."""
        key, place = self.row.key if self.row else "", self.currentIndex().row()
        scrolled = self.verticalScrollBar().value()
        same = [_name(card) for card in cards] == [_name(card) for card in self._cards.cards]
        self.review = review
        self._cards.show_cards(review, cards)
        number = next((i for i, card in enumerate(cards) if isinstance(card, RowPreview) and card.key == key), -1)
        if number < 0:
            first = next((i for i, card in enumerate(cards) if isinstance(card, RowPreview)), 0)
            number = max(first, min(place, len(cards) - 1))
        if cards:
            self.setCurrentIndex(self._cards.index(number))
        if same:
            self.verticalScrollBar().setValue(scrolled)

    def choose(self, key: str) -> None:
        """Make the row with that key current."""
        number = next((i for i, c in enumerate(self._cards.cards) if isinstance(c, RowPreview) and c.key == key), -1)
        if number >= 0:
            self.setCurrentIndex(self._cards.index(number))
            self.scrollTo(self.currentIndex())

    def choice_area(self, row: RowPreview, choice: str) -> QRectF:
        """Where a choice is pressed, in the viewport."""
        index = self._cards.index(self._cards.cards.index(row))
        corner = QRectF(self.visualRect(index)).topLeft()
        areas = {one: area for area, one, _ in self._delegate.layout(row).choices}
        return areas[choice].translated(corner)

    def photo_keys(self, row: RowPreview) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """What to ask the thumbnails for: the photos before, and those after (the new ones first)."""
        if row.finding is None:
            return (), ()
        stored = (one.thumb for one in row.finding.after)
        return tuple(one.thumb for one in row.finding.before), (*self._new_keys(row), *stored)

    def large_keys(self, row: RowPreview) -> tuple[tuple[str, ...], tuple[str, ...]]:
        """The same photos as large as they are kept for lists."""
        if row.finding is None:
            return (), ()
        stored = (one.listed for one in row.finding.after)
        return tuple(one.listed for one in row.finding.before), (*self._new_keys(row), *stored)

    def _new_keys(self, row: RowPreview) -> tuple[str, ...]:
        return tuple(f"{NEW}{picture.sha}" for picture in self.review.photos_for(row))

    def place_words(self, row: RowPreview) -> str:
        """Where it is."""
        if row.finding is None:
            return " · ".join(part for part in (row.row.ours.site, row.row.ours.location) if part)
        return " · ".join(part for part in (row.finding.site_name, row.finding.finding.location) if part)

    def is_drop_target(self, row: RowPreview) -> bool:
        """Whether something hovers over it that could be dropped."""
        return row.key == self._drop_key

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Arrows are the list's, Enter tells the row; Space is the page's."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and self.row:
            self.taken.emit(self.row)
        elif event.key() in _LEFT_TO_THE_PAGE:
            event.ignore()
        else:
            super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Letters are keys of the page."""

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """A press on a choice decides, one on a photo shows it; elsewhere it chooses the card."""
        super().mousePressEvent(event)
        index = self.indexAt(event.position().toPoint())
        card = index.data(CARD) if index.isValid() else None
        if event.button() != Qt.MouseButton.LeftButton or not isinstance(card, RowPreview):
            return
        made = self._delegate.layout(card)
        at = event.position() - QRectF(self.visualRect(index)).topLeft()
        choice = next((one for area, one, _ in made.choices if area.contains(at)), "")
        if choice:
            self.decided.emit(card, choice)
        elif made.before.contains(at) or made.after.contains(at):
            self.photos_wanted.emit(card)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Other widths break lines elsewhere."""
        super().resizeEvent(event)
        self.scheduleDelayedItemsLayout()

    def viewportEvent(self, event: QEvent) -> bool:
        """Keep the current card in view when the window becomes lower."""
        done = super().viewportEvent(event)
        if event.type() == QEvent.Type.Resize and self.currentIndex().isValid():
            self.scrollTo(self.currentIndex())
        return done

    def dragEnterEvent(self, event: QDragEnterEvent) -> None:
        """Only what was left over is taken here; files are the page's."""
        if event.mimeData().hasFormat(LEFTOVER):
            event.acceptProposedAction()
        else:
            event.ignore()

    def dragMoveEvent(self, event: QDragMoveEvent) -> None:
        """Show where it would go."""
        row = self._row_at(event)
        self._hover(row.key if row else "")
        event.setAccepted(row is not None and event.mimeData().hasFormat(LEFTOVER))

    def dragLeaveEvent(self, _event: QDragLeaveEvent) -> None:
        """Nothing hovers any more."""
        self._hover("")

    def dropEvent(self, event: QDropEvent) -> None:
        """Give it to the finding."""
        row = self._row_at(event)
        self._hover("")
        if row and event.mimeData().hasFormat(LEFTOVER):
            event.acceptProposedAction()
            self.dropped.emit(bytes(event.mimeData().data(LEFTOVER).data()).decode(), row)

    def _row_at(self, event: QDropEvent) -> RowPreview | None:
        card = self.indexAt(event.position().toPoint()).data(CARD)
        return card if isinstance(card, RowPreview) and card.finding else None

    def _hover(self, key: str) -> None:
        if key != self._drop_key:
            self._drop_key = key
            self.viewport().update()


def _name(card: Card) -> str:
    return card.words if isinstance(card, Note) else card.key
