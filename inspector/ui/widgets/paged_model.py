"""A table over ids: half a million are listed at once, rows are fetched in pages as they are shown.

Sorting and filtering belong to the query that gives the ids (architecture.md, decision 7). With `later` rows are
fetched behind the window: what is painted meanwhile has no row yet, and nothing waits.
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from inspector.ui.widgets.ticks import Ticks
from inspector.ui.widgets.tips import tip_text

Row = TypeVar("Row")
Rows = Sequence[Row | None]
Later = Callable[[Sequence[str], Callable[[Rows[Row]], object]], object]
"""Fetches the rows of ids elsewhere and hands them to the second argument, in the interface's thread."""

Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The whole row, for delegates."""
TICK_ROLE = Qt.ItemDataRole.UserRole + 2
"""True when the row's box is ticked."""

PAGE = 50
_PAGES_KEPT = 80
_PAGES_AWAITED = 4
"""Pages wished for; older wishes are of rows that were scrolled past."""


@dataclass(frozen=True, slots=True)
class Column(Generic[Row]):
    """A column: its head, what it says in words (read aloud, copied), its width in px at 100 %; 0 = what is left."""

    head: str
    words: Callable[[Row], str]
    width: int = 0


class PagedModel(QAbstractTableModel, Generic[Row]):
    """`fetch(ids)` gives the rows of those ids in their order; a row that is gone is left out by giving None."""

    ticks_changed = Signal()

    def __init__(
        self,
        columns: Sequence[Column[Row]],
        fetch: Callable[[Sequence[str]], Rows[Row]],
        parent: QObject | None = None,
        later: Later[Row] | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._later = later
        self._ids: Sequence[str] = ()
        self._pages: OrderedDict[int, Rows[Row]] = OrderedDict()
        self._awaited: list[int] = []
        self._is_fetching = False
        self._ticked = Ticks()

    def show_ids(self, ids: Sequence[str], first: Rows[Row] = ()) -> None:
        """List these ids; ticks of ids that are gone are gone. `first` are the rows it begins with, as far as known."""
        self.beginResetModel()
        self._ids = ids
        self._forget_pages()
        for start in range(0, len(first), PAGE):
            self._pages[start // PAGE] = first[start : start + PAGE]
        self._ticked = self._ticked.among(ids)
        self.endResetModel()
        self.ticks_changed.emit()

    def go_on(self, ids: Sequence[str]) -> None:
        """The list goes on: `ids` begin with those that are listed, so that nothing on the screen moves.

        A list that does not begin so is shown anew.
        """
        listed = len(self._ids)
        if len(ids) < listed or tuple(ids[:listed]) != tuple(self._ids):
            self.show_ids(ids)
        elif len(ids) > listed:
            self.beginInsertRows(QModelIndex(), listed, len(ids) - 1)
            self._ids = ids
            self._ticked = self._ticked.grown(ids)
            self._pages.pop(listed // PAGE, None)
            self.endInsertRows()
            self.ticks_changed.emit()

    def forget_rows(self) -> None:
        """Fetch rows anew, the ids being the same."""
        self._forget_pages()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def id_at(self, position: int) -> str:
        """The id in that place."""
        return self._ids[position]

    def row_at(self, position: int) -> Row | None:
        """The row in that place, fetched with its page when it is not there yet."""
        number, offset = divmod(position, PAGE)
        if number not in self._pages:
            self._keep(number, self._fetch(self._ids_of(number)))
        else:
            self._pages.move_to_end(number)
        page = self._pages[number]
        return page[offset] if offset < len(page) else None

    def row_to_paint(self, position: int) -> Row | None:
        """The row in that place if it is here; it is fetched behind the window with those that come next otherwise."""
        if self._later is None:
            return self.row_at(position)
        number, offset = divmod(position, PAGE)
        beside = number + 1 if offset >= PAGE // 2 else number - 1
        self._await(beside)
        if number not in self._pages:
            self._await(number)
            return None
        return self.row_at(position)

    def _await(self, number: int) -> None:
        """Wish for a page, the newest wish first."""
        if number in self._pages or number in self._awaited or not 0 <= number * PAGE < len(self._ids):
            return
        self._awaited = [*self._awaited[1 - _PAGES_AWAITED :], number]
        self._fetch_awaited()

    def _fetch_awaited(self) -> None:
        if self._is_fetching or not self._awaited or self._later is None:
            return
        self._is_fetching = True
        number, ids = self._awaited[-1], self._ids

        def arrived(rows: Rows[Row]) -> None:
            self._is_fetching = False
            if ids is self._ids and number in self._awaited:
                self._awaited.remove(number)
                self._keep(number, rows)
                top, last = number * PAGE, min((number + 1) * PAGE, len(ids)) - 1
                self.dataChanged.emit(self.index(top, 0), self.index(last, len(self._columns) - 1))
            self._fetch_awaited()

        self._later(self._ids_of(number), arrived)

    def _ids_of(self, number: int) -> Sequence[str]:
        return self._ids[number * PAGE : (number + 1) * PAGE]

    def _keep(self, number: int, rows: Rows[Row]) -> None:
        self._pages[number] = rows
        if len(self._pages) > _PAGES_KEPT:
            self._pages.popitem(last=False)

    def _forget_pages(self) -> None:
        self._pages.clear()
        self._awaited = []

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """What is shown, from left to right."""
        return self._columns

    @property
    def ids(self) -> Sequence[str]:
        """All that is listed."""
        return self._ids

    @property
    def ticked(self) -> Ticks:
        """The ids whose boxes are ticked: another object after every change."""
        return self._ticked

    def tick(self, ids: Iterable[str], on: bool) -> None:
        """Tick or clear the boxes of these ids."""
        self._show_ticks(self._ticked.with_(ids) if on else self._ticked.without(ids))

    def tick_all(self, *, on: bool = True) -> None:
        """Tick the whole list, what is still to come of it too, or nothing."""
        self._show_ticks(Ticks(self._ids, is_inverse=on))

    def is_ticked(self, position: int) -> bool:
        """Whether the box of the row in that place is ticked."""
        return self._ticked.holds_row(self._ids[position])

    def _show_ticks(self, ticked: Ticks) -> None:
        self._ticked = ticked
        if self._ids:
            self.dataChanged.emit(self.index(0, 0), self.index(len(self._ids) - 1, 0), [TICK_ROLE])
        self.ticks_changed.emit()

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many ids are listed."""
        return 0 if parent.isValid() else len(self._ids)

    def columnCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many columns are shown."""
        return 0 if parent.isValid() else len(self._columns)

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """Words for the display, tooltip and screen reader; the row itself for delegates."""
        if role == TICK_ROLE:
            return self.is_ticked(index.row())
        if role == ROW_ROLE:
            return self.row_to_paint(index.row())
        if role in {
            Qt.ItemDataRole.DisplayRole,
            Qt.ItemDataRole.ToolTipRole,
            Qt.ItemDataRole.AccessibleTextRole,
        }:
            row = self.row_at(index.row())
            words = "" if row is None else self._columns[index.column()].words(row)
            return tip_text(words) if role == Qt.ItemDataRole.ToolTipRole else words
        return None

    def headerData(self, section: int, orientation: Qt.Orientation, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The column's head."""
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.DisplayRole:
            return self._columns[section].head
        if orientation is Qt.Orientation.Horizontal and role == Qt.ItemDataRole.TextAlignmentRole:
            return Qt.AlignmentFlag.AlignVCenter | Qt.AlignmentFlag.AlignLeft
        return None
