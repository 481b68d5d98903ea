"""没找到归属: pictures of no row and rows of no finding, dragged to a finding or given to it by keyboard."""

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import TypeVar

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QLayout, QWidget

from inspector.domain.returns import FilePreview
from inspector.ui.pages.returns.card_list import NEW
from inspector.ui.pages.returns.leftover import Leftover, PictureLeft, RowLeft
from inspector.ui.pages.returns.review import Review
from inspector.ui.slices import Latest
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.thumbnails import Thumbnails

L = TypeVar("L")
Later = Callable[[Iterator[None]], None]
"""Takes steps between keys and clicks (`context.jobs.in_slices`)."""

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

    def __init__(self, thumbnails: Thumbnails, later: Later) -> None:
        super().__init__()
        self.setProperty("role", "right")
        self._later, self._latest = later, Latest()
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

        What stands as it stood keeps its widget, because the file is shown anew at each of a thousand decisions; the
        widgets of another file come one by one, so that its cards stand at once.
        """
        same = self._shown is not None and self._shown[0] is review and self._shown[1] is file
        kept = {key: item for key, item in self.items.items() if same and item.stands == review.stands(key)}
        self._shown = review, file
        if same:
            self._latest.at_once(self._put(review, file, kept))
        else:
            self._later(self._latest.run(self._put(review, file, kept)))

    def _put(self, review: Review, file: FilePreview, kept: Mapping[str, Leftover]) -> Iterator[None]:
        """The steps of showing what is left over, a widget in each."""
        had, focused = self.items, self._in_focus()
        pictures = _to_show(review.left(file), lambda one: review.settled(one.picture.key))
        rows = _to_show(review.unknown(file), lambda row: review.settled(row.key))
        self.items = {}
        _take_out(self._pictures)
        _take_out(self._rows)
        shown = {one.picture.key for one in pictures} | {row.key for row in rows}
        for key, item in had.items():
            if key not in shown or key not in kept:
                item.hide()
                item.deleteLater()
        self._rows_title.setVisible(bool(rows))
        self._say_rest(review, file, len(shown))
        for one in pictures:
            self._add(self._pictures, kept.get(one.picture.key) or self._made(PictureLeft(review, one)))
            yield
        for row in rows:
            self._add(self._rows, kept.get(row.key) or self._made(RowLeft(review, row)))
            yield
        if focused >= 0 and self.items:
            list(self.items.values())[min(focused, len(self.items) - 1)].take_focus()

    def _in_focus(self) -> int:
        return next((number for number, item in enumerate(self.items.values()) if item.has_focus()), -1)

    def _add(self, layout: QLayout, item: Leftover) -> None:
        self.items[item.key] = item
        layout.addWidget(item)
        self._fill_one(item)

    def _say_rest(self, review: Review, file: FilePreview, shown: int) -> None:
        waiting = review.to_place(file)
        self._pill.show_state(str(waiting), "warn", "triangle-alert")
        self._pill.setVisible(bool(waiting))
        hidden = len(review.left(file)) + len(review.unknown(file)) - shown
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

    def _made(self, item: Leftover) -> Leftover:
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
            self._fill_one(item)

    def _fill_one(self, item: Leftover) -> None:
        if isinstance(item, PictureLeft):
            item.photo.show_picture(self._thumbnails.get(f"{NEW}{item.sha}"))


def _take_out(layout: QLayout) -> None:
    """Its widgets lie in it no more; they stay where they are until they get another place."""
    while layout.takeAt(0) is not None:
        pass


def _to_show(left: Sequence[L], is_settled: Callable[[L], bool]) -> list[L]:
    """The first ones that wait, then the last ones that were settled."""
    waiting = [one for one in left if not is_settled(one)]
    return [*waiting[:_MOST_WAITING], *[one for one in left if is_settled(one)][-_MOST_SETTLED:]]
