"""Names of cells and ranges, K12 and A1:C3, as numbers."""

import re

_CELL = re.compile(r"([A-Z]{1,3})(\d{1,7})")


def merged_cells(reference: str) -> list[tuple[int, int, int, int]]:
    """(first row, first column, last row, last column) from 0 of "A1:C3", in a list; an empty one when it is none."""
    ends = [cell_index(end) for end in reference.split(":")]
    if len(ends) != 2 or None in ends:
        return []
    first, last = (end for end in ends if end is not None)
    return [(*first, *last)]


def cell_index(name: str) -> tuple[int, int] | None:
    """(row, column) from 0 of "K12", None when it is no cell."""
    found = _CELL.fullmatch(name.replace("$", ""))
    if not found:
        return None
    column = 0
    for letter in found[1]:
        column = column * 26 + ord(letter) - 64
    return int(found[2]) - 1, column - 1
