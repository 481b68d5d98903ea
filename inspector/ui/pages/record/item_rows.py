"""The rows of the items list: a band per section, under it its items. Bands cannot be chosen."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any

from PySide6.QtCore import QAbstractListModel, QModelIndex, QPersistentModelIndex, Qt

from inspector.domain.inspections import Verdict
from inspector.domain.judging import figures_for
from inspector.services.sheets import Sheet
from inspector.ui.theme.paint import MarkKind
from inspector.ui.translation import tr
from inspector.ui.words.states import verdict_mark, verdict_words

Index = QModelIndex | QPersistentModelIndex
ROW = Qt.ItemDataRole.UserRole.value


@dataclass(frozen=True, slots=True)
class Band:
    """The head of a section; `rest` items of it could still pass in one act."""

    section: str
    title: str
    done: int
    of: int
    rest: int


@dataclass(frozen=True, slots=True)
class ItemRow:
    """One item as the list shows it."""

    code: str
    text: str
    mark: MarkKind
    photos: int
    veto: bool
    section: str


Row = Band | ItemRow


def rows_of(sheet: Sheet) -> list[Row]:
    """Every row, in the order of the checklist."""
    rows: list[Row] = []
    for section in sheet.checklist.sections:
        open_items = [item for item in section.items if not sheet.is_done(item.code)]
        rest = sum(figures_for(item.judging, Verdict.PASS) is not None for item in open_items)
        of = len(section.items)
        rows.append(Band(section.code, section.title, of - len(open_items), of, rest))
        rows += [_item_row(sheet, item.code, item.text, bool(item.veto), section.code) for item in section.items]
    return rows


def _item_row(sheet: Sheet, code: str, text: str, veto: bool, section: str) -> ItemRow:
    conclusion = sheet.conclusions.get(code)
    photos = sum(len(sheet.photos.get(found.id, ())) for found in sheet.findings.get(code, ()))
    return ItemRow(code, text, verdict_mark(conclusion.verdict if conclusion else None), photos, veto, section)


class ItemModel(QAbstractListModel):
    """Rows for the view. Rows that change are told one by one; the list is built anew only for another checklist."""

    def __init__(self) -> None:
        super().__init__()
        self.rows: list[Row] = []

    def show_rows(self, rows: Sequence[Row]) -> None:
        """Show these."""
        if [_key(row) for row in rows] != [_key(row) for row in self.rows]:
            self.beginResetModel()
            self.rows = list(rows)
            self.endResetModel()
            return
        for number, row in enumerate(rows):
            if row != self.rows[number]:
                self.rows[number] = row
                self.dataChanged.emit(self.index(number), self.index(number))

    def row_of(self, code: str) -> int:
        """The row of an item; -1 when it is not listed."""
        return next((i for i, row in enumerate(self.rows) if isinstance(row, ItemRow) and row.code == code), -1)

    def rowCount(self, parent: Index = QModelIndex()) -> int:  # noqa: B008 - Qt's own default
        """How many rows."""
        return 0 if parent.isValid() else len(self.rows)

    def flags(self, index: Index) -> Qt.ItemFlag:
        """Items can be chosen, bands cannot."""
        if isinstance(self.rows[index.row()], Band):
            return Qt.ItemFlag.NoItemFlags
        return Qt.ItemFlag.ItemIsEnabled | Qt.ItemFlag.ItemIsSelectable

    def data(self, index: Index, role: int = Qt.ItemDataRole.DisplayRole) -> Any:
        """The row itself for the delegate; words for screen readers."""
        row = self.rows[index.row()]
        if role == ROW:
            return row
        if role in {Qt.ItemDataRole.DisplayRole.value, Qt.ItemDataRole.AccessibleTextRole.value}:
            return spoken(row)
        return None


def spoken(row: Row) -> str:
    """What a screen reader says of a row: code, text, verdict."""
    if isinstance(row, Band):
        return f"{row.title} {row.done}/{row.of}"
    veto = f" {tr('Red line')}" if row.veto else ""
    return f"{row.code} {row.text} {verdict_words(row.mark)}{veto}"


def _key(row: Row) -> tuple[str, str]:
    return (row.section, row.code if isinstance(row, ItemRow) else "")
