"""One look through a sheet's part: how large its cells are, and which cells say they hold a picture."""

import re
from dataclasses import dataclass, field

from lxml import etree

from inspector.exchange.cell_names import cell_index, merged_cells
from inspector.exchange.returned_grid import EMU_POINT, Axis, Grid, column_emu
from inspector.exchange.returned_package import Package, local_name, number, relation_id

_DISPIMG = re.compile(r"""DISPIMG\s*\(\s*["']?\s*(ID_[0-9A-Fa-f]{32})""", re.IGNORECASE)
_WANTED = ("{*}row", "{*}col", "{*}sheetFormatPr", "{*}mergeCell", "{*}legacyDrawingHF")
_CELL = "{*}c"
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
    """Walk the sheet once, keeping no more of it than one row."""
    scanned = Scanned(Grid(Axis(_DEFAULT_ROW_POINTS * EMU_POINT), Axis(column_emu(_DEFAULT_COLUMN_DIGITS))))
    merged: list[tuple[int, int, int, int]] = []
    row = -1
    wanted = (*_WANTED, _CELL) if _has_signs(package, part) else _WANTED
    with package.open(part) as stream:
        for event, element in etree.iterparse(
            stream, events=("start", "end"), tag=wanted, resolve_entities=False, no_network=True
        ):
            name = local_name(element)
            if event == "start":
                if name == "row":
                    row = int(number(element, "r", row + 2)) - 1
                    _size_row(scanned.grid.rows, row, element)
            elif name == "c":
                _look_into(element, row, scanned)
            elif name == "mergeCell" and len(merged) < _MOST_MERGED:
                merged += merged_cells(element.get("ref", ""))
            elif name == "legacyDrawingHF":
                scanned.header_footer = relation_id(element, "id")
            else:
                _size_columns(scanned.grid, name, element)
                element.clear()
    scanned.grid.merged = tuple(merged)
    return scanned


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


def _look_into(cell: "etree._Element", row: int, scanned: Scanned) -> None:
    meta = cell.get("vm")
    shown = next(filter(None, (_DISPIMG.search(inner.text) for inner in cell if inner.text)), None)
    if meta is None and shown is None:  # of nearly every cell; its name is read only where it matters
        return
    place = cell_index(cell.get("r", "")) or (row, 0)
    if meta is not None:
        scanned.rich.append((*place, int(number(cell, "vm", 0))))
    if shown:
        scanned.wps.append((*place, shown[1].upper()))


def _size_row(rows: Axis, row: int, element: "etree._Element") -> None:
    height = number(element, "ht", -1.0)
    if height >= 0:
        rows.sizes[row] = height * EMU_POINT
    if element.get("hidden") in {"1", "true"}:
        rows.hidden.add(row)


def _size_columns(grid: Grid, name: str, element: "etree._Element") -> None:
    if name == "sheetFormatPr":
        grid.rows.default = number(element, "defaultRowHeight", _DEFAULT_ROW_POINTS) * EMU_POINT
        grid.columns.default = column_emu(number(element, "defaultColWidth", _DEFAULT_COLUMN_DIGITS))
    if name == "col":
        first = int(number(element, "min", 1))
        last = min(int(number(element, "max", first)), _MOST_COLUMNS)
        width = column_emu(number(element, "width", _DEFAULT_COLUMN_DIGITS))
        for column in range(first - 1, last):
            grid.columns.sizes[column] = width
            if element.get("hidden") in {"1", "true"}:
                grid.columns.hidden.add(column)
