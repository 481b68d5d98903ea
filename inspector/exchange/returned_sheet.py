"""One look through a sheet's part: how large its cells are, and which cells say they hold a picture."""

import re
from dataclasses import dataclass, field

from openpyxl.xml.constants import SHEET_MAIN_NS

from inspector.exchange.cell_names import cell_index, merged_cells
from inspector.exchange.foreign_xml import Attributes, Walk, full_name, local_name
from inspector.exchange.returned_grid import EMU_POINT, Axis, Grid, column_emu
from inspector.exchange.returned_package import Package, number

_DISPIMG = re.compile(r"""DISPIMG\s*\(\s*["']?\s*(ID_[0-9A-Fa-f]{32})""", re.IGNORECASE)
_NAMESPACES = (SHEET_MAIN_NS, "http://purl.oclc.org/ooxml/spreadsheetml/main")
_CELLS = frozenset(full_name(space, "c") for space in _NAMESPACES)
_MORE = frozenset(
    full_name(space, name)
    for space in _NAMESPACES
    for name in ("row", "col", "sheetFormatPr", "mergeCell", "legacyDrawingHF")
)
_SIGNS = (b"DISPIMG", b"VM")
_CHUNK = 1 << 18
_DEFAULT_ROW_POINTS = 15.0
_DEFAULT_COLUMN_DIGITS = 9.14
_MOST_COLUMNS = 16_384
_MOST_MERGED = 20_000


@dataclass(slots=True)
class Scanned:
    """What a sheet's part says. Cells are (row, column) from 0.

    `wps` are the picture ids of WPS cells, `rich` the 1-based value metadata of cells of Excel 365; `header_footer` is
    the relation to the pictures of header and footer.
    """

    grid: Grid
    wps: list[tuple[int, int, str]] = field(default_factory=list)
    rich: list[tuple[int, int, int]] = field(default_factory=list)
    header_footer: str = ""


def scan_sheet(package: Package, part: str) -> Scanned:
    """Walk the sheet once, keeping no more of it than one cell."""
    look = _Look(_CELLS | _MORE if _has_signs(package, part) else _MORE)
    with package.open(part) as stream:
        if look.wanted >= _CELLS:
            Walk(stream, look.start, look.end, look.text).through()
        else:
            Walk(stream, look.start).through()
    look.scanned.grid.merged = tuple(look.merged)
    return look.scanned


class _Look:
    """What the `wanted` elements of the sheet's XML say; `end` and `text` are needed only for cells."""

    def __init__(self, wanted: frozenset[str]) -> None:
        self.wanted = wanted
        self.scanned = Scanned(Grid(Axis(_DEFAULT_ROW_POINTS * EMU_POINT), Axis(column_emu(_DEFAULT_COLUMN_DIGITS))))
        self.merged: list[tuple[int, int, int, int]] = []
        self._row = -1
        self._cell: Attributes = {}
        self._texts: list[str] = []

    def start(self, name: str, attributes: Attributes) -> None:
        if name not in self.wanted:  # as nearly every element, of which a sheet has hundreds of thousands
            return
        match local_name(name):
            case "c":
                self._cell = attributes
                self._texts.clear()
            case "row":
                self._row = int(number(attributes, "r", self._row + 2)) - 1
                _size_row(self.scanned.grid.rows, self._row, attributes)
            case "mergeCell" if len(self.merged) < _MOST_MERGED:
                self.merged += merged_cells(attributes.get("ref", ""))
            case "legacyDrawingHF":
                self.scanned.header_footer = next((attributes[k] for k in attributes if local_name(k) == "id"), "")
            case "sheetFormatPr":
                _size_all(self.scanned.grid, attributes)
            case "col":
                _size_columns(self.scanned.grid.columns, attributes)

    def text(self, text: str) -> None:
        self._texts.append(text)

    def end(self, name: str) -> None:
        if name in _CELLS:
            self._look_into_cell()

    def _look_into_cell(self) -> None:
        meta, shown = self._cell.get("vm"), _DISPIMG.search("".join(self._texts))
        if meta is None and shown is None:  # of nearly every cell; its name is read only where it matters
            return
        place = cell_index(self._cell.get("r", "")) or (self._row, 0)
        if meta is not None:
            self.scanned.rich.append((*place, int(number(self._cell, "vm", 0))))
        if shown:
            self.scanned.wps.append((*place, shown[1].upper()))


def _has_signs(package: Package, part: str) -> bool:
    """Whether any cell may hold a picture: most sheets have none, and looking into each cell takes the longest."""
    tail = b""
    with package.open(part) as stream:
        while chunk := stream.read(_CHUNK):
            text = (tail + chunk).upper()
            if any(sign in text for sign in _SIGNS):
                return True
            tail = chunk[-8:]
    return False


def _size_row(rows: Axis, row: int, attributes: Attributes) -> None:
    height = number(attributes, "ht", -1.0)
    if height >= 0:
        rows.sizes[row] = height * EMU_POINT
    if attributes.get("hidden") in {"1", "true"}:
        rows.hidden.add(row)


def _size_all(grid: Grid, attributes: Attributes) -> None:
    grid.rows.default = number(attributes, "defaultRowHeight", _DEFAULT_ROW_POINTS) * EMU_POINT
    grid.columns.default = column_emu(number(attributes, "defaultColWidth", _DEFAULT_COLUMN_DIGITS))


def _size_columns(columns: Axis, attributes: Attributes) -> None:
    first = int(number(attributes, "min", 1))
    last = min(int(number(attributes, "max", first)), _MOST_COLUMNS)
    width = column_emu(number(attributes, "width", _DEFAULT_COLUMN_DIGITS))
    for column in range(first - 1, last):
        columns.sizes[column] = width
        if attributes.get("hidden") in {"1", "true"}:
            columns.hidden.add(column)
