"""Tables that came from somebody else's spreadsheet: plain values with the row numbers the person sees."""

from dataclasses import dataclass
from datetime import date

CellValue = str | int | float | bool | date | None
"""What a cell can hold. A `datetime` is a `date`; midnight is read as a plain date."""


@dataclass(frozen=True, slots=True)
class Row:
    """One row that holds something. `number` counts from 1 as the spreadsheet shows it."""

    number: int
    cells: tuple[CellValue, ...]

    def cell(self, column: int) -> CellValue:
        """The value in that column (0 = A), None beyond the end."""
        return self.cells[column] if column < len(self.cells) else None


@dataclass(frozen=True, slots=True)
class Sheet:
    """One sheet without its empty rows. `merged` are ranges as the file writes them, for example "A1:C1"."""

    name: str
    rows: tuple[Row, ...]
    merged: tuple[str, ...] = ()
    hidden: bool = False


@dataclass(frozen=True, slots=True)
class Tables:
    """All sheets of one file; `file` is its name without folders, as complaints say it."""

    file: str
    sheets: tuple[Sheet, ...]


def cell_text(value: CellValue) -> str:
    """The text a person reads in the cell: trimmed, whole numbers without ".0", dates as 2026-11-22."""
    if isinstance(value, str):
        return value.strip()
    if value is None:
        return ""
    if isinstance(value, bool):
        return "是" if value else "否"
    if isinstance(value, float):
        return str(int(value)) if value.is_integer() and abs(value) < 1e15 else str(value)
    return value.isoformat() if isinstance(value, date) else str(value)
