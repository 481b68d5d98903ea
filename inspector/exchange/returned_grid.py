"""Where the cells of a sheet lie, so that a picture belongs to the cell under its centre. Lengths are EMU."""

from bisect import bisect_right
from dataclasses import dataclass, field
from itertools import accumulate

EMU_PIXEL = 9_525
EMU_POINT = 12_700
_DIGIT_PIXELS = 7
"""The width of a digit in the usual fonts; columns are measured in digits."""


@dataclass(frozen=True, slots=True)
class Box:
    """A rectangle on the sheet."""

    left: float
    top: float
    width: float
    height: float

    @property
    def centre(self) -> tuple[float, float]:
        """Its middle."""
        return self.left + self.width / 2, self.top + self.height / 2


@dataclass(slots=True)
class Axis:
    """The sizes of rows or columns, counted from 0: `default`, and those that differ. Hidden ones take no room."""

    default: float
    sizes: dict[int, float] = field(default_factory=dict)
    hidden: set[int] = field(default_factory=set)
    _edges: list[float] | None = None

    def size(self, index: int) -> float:
        """How much room it takes."""
        return 0.0 if index in self.hidden else self.sizes.get(index, self.default)

    def all_shown(self) -> "Axis":
        """The same with nothing hidden."""
        return Axis(self.default, self.sizes)

    def start(self, index: int) -> float:
        """Where it begins."""
        edges = self._all_edges()
        if index < len(edges):
            return edges[index]
        return edges[-1] + (index - len(edges) + 1) * self.default

    def at(self, place: float) -> int:
        """The one that shows at this place; hidden ones show nowhere."""
        edges = self._all_edges()
        if place >= edges[-1]:
            beyond = (place - edges[-1]) / self.default if self.default else 0.0
            return len(edges) - 1 + int(beyond)
        return max(bisect_right(edges, max(place, 0.0)) - 1, 0)

    def _all_edges(self) -> list[float]:
        if self._edges is None:
            known = max((*self.sizes, *self.hidden), default=-1) + 1
            self._edges = [0.0, *accumulate(self.size(index) for index in range(known))]
        return self._edges


@dataclass(slots=True)
class Grid:
    """The rows and columns of a sheet, and its merged cells as (first row, first column, last row, last column)."""

    rows: Axis
    columns: Axis
    merged: tuple[tuple[int, int, int, int], ...] = ()

    def first_of_merged(self, row: int, column: int) -> tuple[int, int]:
        """The cell that stands for this one."""
        for top, left, bottom, right in self.merged:
            if top <= row <= bottom and left <= column <= right:
                return top, left
        return row, column


def column_emu(width: float) -> float:
    """The width of a column of so many digits."""
    return int((256 * width + 128 // _DIGIT_PIXELS) / 256 * _DIGIT_PIXELS) * EMU_PIXEL
