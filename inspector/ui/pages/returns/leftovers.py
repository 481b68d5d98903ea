"""没找到归属: pictures of no row and rows of no finding, dragged to a finding or given to it by keyboard."""

from collections.abc import Callable, Iterable, Sequence
from typing import TypeVar

from PySide6.QtCore import QMimeData, Qt, Signal
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QLayout, QPushButton, QWidget

from inspector.domain.returned_files import PictureKind
from inspector.domain.returns import FilePreview, PicturePreview, RowPreview
from inspector.ui.pages.returns.card_list import LEFTOVER, NEW
from inspector.ui.pages.returns.review import REFUSE, Review
from inspector.ui.pages.returns.words import complaint_words, row_words
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline, scrolling
from inspector.ui.widgets.buttons import compact, outlined
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import ElidingLabel, icon_label, label, wrapping
from inspector.ui.widgets.photo_button import PhotoButton
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.thumbnails import Thumbnails

L = TypeVar("L")

_PHOTO_WIDTH = 96
_MOST_WAITING, _MOST_SETTLED = 12, 4
"""Pictures, and rows, shown at once; the next ones come up as these are settled, and the last settled can be undone."""


class Leftovers(QFrame):
    """`finding_wanted` tells the key of a picture or row whose finding shall be chosen, `new_wanted` that of a row that
    shall become one, `unwanted` that it is not wanted (or is again), `released` that it shall not belong to its finding
    any more, `shown` a picture to enlarge.
    """

    finding_wanted = Signal(str)
    new_wanted = Signal(str)
    unwanted = Signal(str)
    released = Signal(str)
    shown = Signal(str)

    def __init__(self, thumbnails: Thumbnails) -> None:
        super().__init__()
        self.setProperty("role", "right")
        self._thumbnails = thumbnails
        self.items: dict[str, Leftover] = {}
        self._shown: tuple[Review, FilePreview] | None = None
        self._pill = Pill("", "warn", "triangle-alert")
        self._pictures, self._rows = down(gap=8), down(gap=8)
        self._rows_title = label(tr("Rows nobody knows"), "sm", "text2", bold=True)
        hint = wrapping(tr("Drag to a finding, or choose its finding with Enter"), "sm", "text2")
        self._more = label("", "sm", "text2")
        head = across(label(tr("Without an owner"), "md", bold=True), self._pill, STRETCH, gap=8)
        inside = down(
            hint, self._pictures, self._rows_title, self._rows, self._more, STRETCH, gap=10, margins=(16, 0, 16, 16)
        )
        top = down(head, margins=(16, 14, 16, 8))
        self.setLayout(down(top, Grow(scrolling(inside)), gap=0))
        thumbnails.arrived.connect(self._fill)

    def take_width(self, *, whole: bool) -> None:
        """A column beside the cards, or the whole page."""
        self.setMaximumWidth(16_777_215 if whole else current().px(312))
        self.setMinimumWidth(0 if whole else min(current().px(312), 400))

    def show_file(self, review: Review, file: FilePreview) -> None:
        """Show what is left over in a file: what waits first, then what was settled last.

        What stands as it stood keeps its widget, because the file is shown anew at each of a thousand decisions.
        """
        had = self.items
        focused = next((number for number, item in enumerate(had.values()) if item.has_focus()), -1)
        same = self._shown is not None and self._shown[0] is review and self._shown[1] is file
        kept = {key: item for key, item in had.items() if same and item.stands == review.stands(key)}
        pictures = _to_show(review.left(file), lambda one: review.settled(one.picture.key))
        rows = _to_show(review.unknown(file), lambda row: review.settled(row.key))
        self._shown = review, file
        left = {p.picture.key: kept.get(p.picture.key) or self._made(PictureLeft(review, p)) for p in pictures}
        unknown = {row.key: kept.get(row.key) or self._made(RowLeft(review, row)) for row in rows}
        self.items = left | unknown
        _arrange(self._pictures, left.values())
        _arrange(self._rows, unknown.values())
        for item in had.values():
            if item not in self.items.values():
                item.hide()
                item.deleteLater()
        self._rows_title.setVisible(bool(rows))
        self._say_rest(review, file)
        self._fill()
        if focused >= 0 and self.items:
            list(self.items.values())[min(focused, len(self.items) - 1)].take_focus()

    def _say_rest(self, review: Review, file: FilePreview) -> None:
        waiting = review.to_place(file)
        self._pill.show_state(str(waiting), "warn", "triangle-alert")
        self._pill.setVisible(bool(waiting))
        hidden = len(review.left(file)) + len(review.unknown(file)) - len(self.items)
        self._more.setText(tr("And {n} more after these", n=hidden) if hidden else "")
        self._more.setVisible(bool(hidden))

    @property
    def row(self) -> str:
        """The key of the row that has the focus; "" when none has."""
        return next((key for key, item in self.items.items() if isinstance(item, RowLeft) and item.has_focus()), "")

    @property
    def first(self) -> QWidget | None:
        """What takes the focus."""
        return next((item.choose for item in self.items.values()), None)

    def _made(self, item: "Leftover") -> "Leftover":
        key = item.key
        item.choose.clicked.connect(lambda: self.finding_wanted.emit(key))
        item.refuse.clicked.connect(lambda: self.unwanted.emit(key))
        item.release.clicked.connect(lambda: self.released.emit(key))
        if isinstance(item, PictureLeft):
            item.photo.clicked.connect(lambda: self.shown.emit(key))
        if isinstance(item, RowLeft):
            item.make.clicked.connect(lambda: self.new_wanted.emit(key))
        return item

    def _fill(self) -> None:
        for item in self.items.values():
            if isinstance(item, PictureLeft):
                item.photo.show_picture(self._thumbnails.get(f"{NEW}{item.sha}"))


class Leftover(QFrame):
    """One thing with its deeds; it can be dragged by its handle or anywhere beside its buttons."""

    def __init__(self, key: str, review: Review, *, movable: bool) -> None:
        super().__init__()
        self.stands = review.stands(key)
        self.setProperty("role", "card")
        self.key = key
        self._movable = movable
        self._pressed: tuple[int, int] | None = None
        self.choose = compact(outlined(tr("Choose its finding …")))
        self.refuse = compact(outlined(tr("Not wanted")))
        self.release = compact(outlined(tr("Take it away again")))
        if movable:
            self.setCursor(Qt.CursorShape.OpenHandCursor)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """It may become a drag."""
        at = event.position().toPoint()
        self._pressed = (at.x(), at.y()) if event.button() == Qt.MouseButton.LeftButton else None
        super().mousePressEvent(event)

    def mouseMoveEvent(self, event: QMouseEvent) -> None:
        """Drag it once the hand has moved far enough."""
        if self._pressed and self._movable:
            at = event.position().toPoint()
            if abs(at.x() - self._pressed[0]) + abs(at.y() - self._pressed[1]) > _DRAG_DISTANCE:
                self._pressed = None
                drag_of(self, self.key).exec(Qt.DropAction.CopyAction)
        super().mouseMoveEvent(event)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter chooses the finding."""
        if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            self.choose.click()
        else:
            super().keyPressEvent(event)

    def has_focus(self) -> bool:
        """Whether one of its buttons has the focus."""
        return any(button.hasFocus() for button in self.findChildren(QPushButton))

    def take_focus(self) -> None:
        """Give the focus to its first button."""
        first = next((one for one in (self.choose, self.release, self.refuse) if not one.isHidden()), None)
        if first:
            first.setFocus()

    def _deeds(self, *others: QPushButton, owned: bool, unwanted: bool) -> QWidget:
        """The buttons that make sense now; `others` stand between choosing and refusing."""
        self.choose.setVisible(self._movable)
        every = (self.choose, *others, self.refuse)
        buttons = (self.release,) if owned or unwanted else every
        made = flowing(*buttons, gap=6)
        for button in (*every, self.release):
            if button not in buttons:
                button.setParent(self)
                button.hide()
        return made


_DRAG_DISTANCE = 10


def drag_of(item: QWidget, key: str) -> QDrag:
    """A drag that carries a leftover and looks like it."""
    drag = QDrag(item)
    carried = QMimeData()
    carried.setData(LEFTOVER, key.encode())
    drag.setMimeData(carried)
    drag.setPixmap(item.grab())
    return drag


class PictureLeft(Leftover):
    """A picture, where it lay, and why nobody knows its finding."""

    def __init__(self, review: Review, one: PicturePreview) -> None:
        key = one.picture.key
        super().__init__(key, review, movable=review.can_place(one))
        self.sha = one.picture.sha
        owner = review.names.get(review.placed.get(key, ""), "")
        spot = one.picture.spot
        self.photo = PhotoButton(tr("Show the photo"), _PHOTO_WIDTH)
        if one.picture.kind is PictureKind.FILE:
            where = tr("A file of its own")
        elif spot.row:
            where = tr("In cell {cell}", cell=spot.cell)
        else:
            where = tr("On no cell")
        state: QLabel = wrapping(_reason(one), "sm", "text2")
        if owner:
            state = wrapping(tr("Goes to {no}", no=owner), "sm", "pass", bold=True)
        elif key in review.unwanted:
            state = wrapping(tr("Not wanted, stays out"), "sm", "text2", bold=True)
        name = ElidingLabel(one.picture.name.rpartition("/")[2], "base", bold=True)
        facts = down(name, ElidingLabel(where, "sm", "text2"), STRETCH, gap=2)
        top = across(icon_label("grip-vertical", "text3", 18), self.photo, Grow(facts), gap=8)
        deeds = self._deeds(owned=bool(owner), unwanted=key in review.unwanted)
        self.setLayout(down(top, state, deeds, gap=6, margins=(8, 8, 8, 8)))


class RowLeft(Leftover):
    """A row of the file that is no finding of ours."""

    def __init__(self, review: Review, row: RowPreview) -> None:
        super().__init__(row.key, review, movable=True)
        chosen = review.decided.get(row.key, "")
        owner = review.names.get(chosen, "")
        words = row.row.ours.text or row.row.theirs.measures or row.row.ours.no
        title = wrapping(": ".join(part for part in (row_words(row), words[:80]) if part), "sm", bold=True)
        state = wrapping(complaint_words(row.why) if row.why else "", "sm", "text2")
        if row.key in review.noted:
            state = wrapping(tr("Becomes a new finding"), "sm", "pass", bold=True)
        elif owner:
            state = wrapping(tr("Goes to {no}", no=owner), "sm", "pass", bold=True)
        elif chosen == REFUSE:
            state = wrapping(tr("Not wanted, stays out"), "sm", "text2", bold=True)
        top = across(icon_label("grip-vertical", "text3", 18), Grow(title), gap=8)
        self.make = compact(outlined(tr("New finding …"), keys="N"))
        deeds = self._deeds(self.make, owned=bool(owner), unwanted=chosen == REFUSE)
        self.setLayout(down(top, state, hairline(), deeds, gap=6, margins=(8, 8, 8, 8)))


def _arrange(layout: QLayout, items: Iterable[QWidget]) -> None:
    """These widgets in this order; others are only taken out."""
    while layout.takeAt(0) is not None:
        pass
    for item in items:
        layout.addWidget(item)


def _to_show(left: Sequence[L], is_settled: Callable[[L], bool]) -> list[L]:
    """The first ones that wait, then the last ones that were settled."""
    waiting = [one for one in left if not is_settled(one)]
    return [*waiting[:_MOST_WAITING], *[one for one in left if is_settled(one)][-_MOST_SETTLED:]]


def _reason(one: PicturePreview) -> str:
    return complaint_words(one.why) if one.why else ""
