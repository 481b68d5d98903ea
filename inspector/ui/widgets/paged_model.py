"""A table over ids: half a million are listed at once, rows are fetched in pages as they are shown.

Sorting and filtering belong to the query that gives the ids (architecture.md, decision 7).
"""

from collections import OrderedDict
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from PySide6.QtCore import QAbstractTableModel, QModelIndex, QObject, QPersistentModelIndex, Qt, Signal

from inspector.ui.widgets.tips import tip_text

Row = TypeVar("Row")
Index = QModelIndex | QPersistentModelIndex

ROW_ROLE = Qt.ItemDataRole.UserRole + 1
"""The whole row, for delegates."""
TICK_ROLE = Qt.ItemDataRole.UserRole + 2
"""True when the row's box is ticked."""

_PAGE = 100
_PAGES_KEPT = 40


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
        fetch: Callable[[Sequence[str]], Sequence[Row | None]],
        parent: QObject | None = None,
    ) -> None:
        super().__init__(parent)
        self._columns = tuple(columns)
        self._fetch = fetch
        self._ids: Sequence[str] = ()
        self._pages: OrderedDict[int, Sequence[Row | None]] = OrderedDict()
        self._ticked: set[str] = set()

    def show_ids(self, ids: Sequence[str]) -> None:
        """List these ids; ticks of ids that are gone are gone."""
        self.beginResetModel()
        self._ids = ids
        self._pages.clear()
        if self._ticked:
            self._ticked &= set(ids)
        self.endResetModel()
        self.ticks_changed.emit()

    def forget_rows(self) -> None:
        """Fetch rows anew, the ids being the same."""
        self._pages.clear()
        if self._ids:
            last = self.index(len(self._ids) - 1, len(self._columns) - 1)
            self.dataChanged.emit(self.index(0, 0), last)

    def id_at(self, position: int) -> str:
        """The id in that place."""
        return self._ids[position]

    def row_at(self, position: int) -> Row | None:
        """The row in that place, fetched with its page when it is not there yet."""
        number, offset = divmod(position, _PAGE)
        if number not in self._pages:
            self._pages[number] = self._fetch(self._ids[number * _PAGE : (number + 1) * _PAGE])
            if len(self._pages) > _PAGES_KEPT:
                self._pages.popitem(last=False)
        else:
            self._pages.move_to_end(number)
        page = self._pages[number]
        return page[offset] if offset < len(page) else None

    @property
    def columns(self) -> tuple[Column[Row], ...]:
        """What is shown, from left to right."""
        return self._columns

    @property
    def ids(self) -> Sequence[str]:
        """All that is listed."""
        return self._ids

    @property
    def ticked(self) -> frozenset[str]:
        """The ids whose boxes are ticked."""
        return frozenset(self._ticked)

    def tick(self, ids: Iterable[str], on: bool) -> None:
        """Tick or clear the boxes of these ids."""
        wanted = set(ids)
        self._ticked = self._ticked | wanted if on else self._ticked - wanted
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
            return self._ids[index.row()] in self._ticked
        if role == ROW_ROLE:
            return self.row_at(index.row())
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
