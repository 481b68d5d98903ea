"""Floating pictures: every way a drawing can hold one, each with the place of its centre on the sheet."""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import NamedTuple

from lxml import etree

from inspector.exchange.returned_grid import Axis, Box, Grid
from inspector.exchange.returned_package import Package, local_name, number, relation_id

_DEEPEST = 20


@dataclass(frozen=True, slots=True)
class Floating:
    """A picture of a drawing: its cell (row, column from 0), its name, and the relations to its bytes.

    `linked` says that the bytes are not in the workbook but at an outer address.
    """

    row: int
    column: int
    name: str
    relation: str
    linked: bool


@dataclass(frozen=True, slots=True)
class _Frame:
    """How coordinates inside a group become places on the sheet."""

    box: Box
    left: float
    top: float
    across: float
    down: float

    def place(self, inner: Box) -> Box:
        return Box(
            self.box.left + (inner.left - self.left) * self.across,
            self.box.top + (inner.top - self.top) * self.down,
            inner.width * self.across,
            inner.height * self.down,
        )


def floating_pictures(package: Package, drawing: str, grid: Grid) -> Iterator[Floating]:
    """Every picture of a drawing part in its order: in anchors of all kinds, groups, alternatives and filled shapes."""
    root = package.tree(drawing)
    for anchor in () if root is None else _through_alternatives(root):
        if local_name(anchor).endswith("Anchor"):
            place = _Place(anchor, grid)
            for content in _through_alternatives(anchor):
                yield from _pictures(content, place, None, 0)


class _Marker(NamedTuple):
    """A corner of an anchor: a cell from 0, and how far into it."""

    column: int
    across: float
    row: int
    down: float


class _Place:
    """The place of one anchor: its rectangle, and the cell of a point in it."""

    def __init__(self, anchor: "etree._Element", grid: Grid) -> None:
        parts = _parts(anchor)
        self._grid = grid
        self._start, self._end = _marker(parts.get("from")), _marker(parts.get("to"))
        self._rows = _rows_under(self._start, self._end, grid)
        self.box = self._box(parts)

    def cell(self, box: Box) -> tuple[int, int]:
        """The cell under the centre of a box. What lies in hidden rows alone stays in the row it is anchored to."""
        x, y = box.centre
        row, column = self._rows.at(y), self._grid.columns.at(x)
        if self._start is not None:
            row = row if self.box.height else self._start.row
            column = column if self.box.width else self._start.column
        return self._grid.first_of_merged(row, column)

    def _box(self, parts: "Mapping[str, etree._Element]") -> Box:
        position, extent = parts.get("pos"), parts.get("ext")
        left, top = (0.0, 0.0) if position is None else (_of(position, "x"), _of(position, "y"))
        if self._start is not None:
            left, top = self._point(self._start)
        if self._end is not None:
            right, bottom = self._point(self._end)
            return Box(left, top, max(right - left, 0.0), max(bottom - top, 0.0))
        if extent is None:
            return Box(left, top, 0.0, 0.0)
        return Box(left, top, _of(extent, "cx"), _of(extent, "cy"))

    def _point(self, marker: _Marker) -> tuple[float, float]:
        columns = self._grid.columns
        return _along(columns, marker.column, marker.across), _along(self._rows, marker.row, marker.down)


def _parts(element: "etree._Element") -> "dict[str, etree._Element]":
    """Its children by name, the first of each; to ask for one after the other takes several times as long."""
    found: dict[str, etree._Element] = {}
    for child in element:
        found.setdefault(local_name(child), child)
    return found


def _marker(element: "etree._Element | None") -> _Marker | None:
    if element is None:
        return None
    parts = _parts(element)
    column, across, row, down = (_inner(parts.get(name)) for name in ("col", "colOff", "row", "rowOff"))
    return _Marker(int(column), across, int(row), down)


def _inner(element: "etree._Element | None") -> float:
    try:
        return max(float((element.text or "0") if element is not None else 0), 0.0)
    except ValueError:
        return 0.0


def _rows_under(start: _Marker | None, end: _Marker | None, grid: Grid) -> Axis:
    """The rows as they lay when the picture was put there: one that keeps its size shows over the rows below once a
    filter hides its own, and nobody can drop a picture on a row that is hidden.
    """
    keeps_size = end is None
    if start is not None and keeps_size and start.row in grid.rows.hidden:
        return grid.rows.all_shown()
    return grid.rows


def _along(axis: Axis, index: int, offset: float) -> float:
    """An offset never leads out of its cell: offices keep the old one when a row is made lower or hidden."""
    return axis.start(index) + min(offset, axis.size(index))


def _pictures(element: "etree._Element", place: _Place, frame: _Frame | None, depth: int) -> Iterator[Floating]:
    name = local_name(element)
    if name == "grpSp" and depth < _DEEPEST:
        inside = _group_frame(element, place, frame)
        for child in _through_alternatives(element):
            yield from _pictures(child, place, inside, depth + 1)
    elif name in {"pic", "sp"}:
        blip = element.find("{*}blipFill/{*}blip")
        if blip is None:
            blip = element.find("{*}spPr/{*}blipFill/{*}blip")
        if blip is not None:
            yield _floating(element, blip, place, frame)


def _floating(element: "etree._Element", blip: "etree._Element", place: _Place, frame: _Frame | None) -> Floating:
    own = _transform(element.find("{*}spPr/{*}xfrm"), "off", "ext")
    box = frame.place(own) if frame and own else place.box
    row, column = place.cell(box)
    shown = element.find("{*}nvPicPr/{*}cNvPr")
    if shown is None:
        shown = element.find("{*}nvSpPr/{*}cNvPr")
    embedded, linked = relation_id(blip, "embed"), relation_id(blip, "link")
    title = "" if shown is None else shown.get("name", "")
    return Floating(row, column, title, embedded or linked, linked=not embedded)


def _group_frame(group: "etree._Element", place: _Place, outer: _Frame | None) -> _Frame | None:
    """The group's rectangle on the sheet against the one its children are drawn in; None keeps the anchor's place."""
    transform = group.find("{*}grpSpPr/{*}xfrm")
    own, children = _transform(transform, "off", "ext"), _transform(transform, "chOff", "chExt")
    if own is None or children is None or not children.width or not children.height:
        return outer
    box = outer.place(own) if outer else place.box
    return _Frame(box, children.left, children.top, box.width / children.width, box.height / children.height)


def _transform(transform: "etree._Element | None", position: str, extent: str) -> Box | None:
    if transform is None:
        return None
    at, size = transform.find(f"{{*}}{position}"), transform.find(f"{{*}}{extent}")
    if at is None or size is None:
        return None
    return Box(_of(at, "x"), _of(at, "y"), _of(size, "cx"), _of(size, "cy"))


def _through_alternatives(element: "etree._Element") -> Iterator["etree._Element"]:
    """The children; of mc:AlternateContent the branch that shows a picture, the preferred one first, never both."""
    for child in element:
        if local_name(child) != "AlternateContent":
            yield child
            continue
        branches = [branch for branch in child if local_name(branch) in {"Choice", "Fallback"}]
        with_picture = (branch for branch in branches if branch.find(".//{*}blip") is not None)
        chosen = next(with_picture, None)
        if chosen is not None:
            yield from _through_alternatives(chosen)


def _of(element: "etree._Element", name: str) -> float:
    return number(element, name, 0.0)
