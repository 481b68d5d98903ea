"""One picture of no row or one row of no finding, with what can be done about it; it can be dragged to a finding."""

from PySide6.QtCore import QMimeData, Qt
from PySide6.QtGui import QDrag, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QWidget

from inspector.domain.returned_files import PictureKind
from inspector.domain.returns import PicturePreview, RowPreview
from inspector.ui.pages.returns.card_list import LEFTOVER
from inspector.ui.pages.returns.review import REFUSE, Review
from inspector.ui.pages.returns.words import complaint_words, row_words
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, hairline
from inspector.ui.widgets.buttons import compact, outlined
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import ElidingLabel, icon_label, wrapping
from inspector.ui.widgets.photo_button import PhotoButton

_PHOTO_WIDTH = 96
_DRAG_DISTANCE = 10


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


def _reason(one: PicturePreview) -> str:
    return complaint_words(one.why) if one.why else ""
