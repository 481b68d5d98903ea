"""What the reading process says to the program: one JSON value per line, nothing that could run.

`["sheet", name, hidden, [merged…]]`, then `["row", number, [cells…]]` for each row that holds something, and in the
end `["end"]` or `["refused", code, facts]`. Dates are `{"d": iso}` and `{"t": iso}`, everything else is itself.
`["again"]` takes back all before it. Without the last line the process did not finish.
"""

import json
import math
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import date, datetime, time
from typing import Any

from inspector.domain.errors import Place, Refused
from inspector.exchange.foreign_tables import CellValue, Row, Sheet, Tables


@dataclass(frozen=True, slots=True)
class SheetStart:
    """A sheet begins; rows follow."""

    name: str
    hidden: bool = False
    merged: tuple[str, ...] = ()


Part = SheetStart | Row
"""What a reader yields, in the order of the file."""


def part_line(part: Part) -> str:
    """The line for one part, without line end."""
    if isinstance(part, SheetStart):
        return _json(["sheet", part.name, part.hidden, part.merged])
    return _json(["row", part.number, part.cells])


def again_line() -> str:
    """The line that takes back all before it: another reader begins."""
    return _json(["again"])


def end_line() -> str:
    """The line that says everything was read."""
    return _json(["end"])


def refusal_line(refusal: Refused) -> str:
    """The line that says why nothing can be taken from the file."""
    where = refusal.complaint.place
    return _json(["refused", refusal.complaint.code, dict(refusal.complaint.facts), where.sheet, where.row])


def tables_from_lines(file: str, lines: Iterable[str]) -> Tables:
    """The tables the lines describe.

    Raises the `Refused` the process reported, or `Refused("foreign.damaged")` when it stopped without a word.
    """
    sheets: list[Sheet] = []
    rows: list[Row] = []
    for kind, *values in map(json.loads, lines):
        if kind == "row":
            rows.append(Row(values[0], tuple(map(_decoded, values[1]))))
        elif kind == "sheet":
            _close(sheets, rows)
            sheets.append(Sheet(values[0], (), tuple(values[2]), values[1]))
        elif kind == "again":
            sheets.clear()
            rows.clear()
        elif kind == "refused":
            code, facts, sheet, row = values
            raise Refused(code, Place(file=file, sheet=sheet, row=row), **facts)
        elif kind == "end":
            _close(sheets, rows)
            return Tables(file, tuple(sheets))
    raise Refused("foreign.damaged", Place(file=file), reason="stopped")


def plain_value(value: object) -> CellValue:
    """A library's cell value as one of ours: midnight is a date, clock times and durations are text."""
    if isinstance(value, str):
        return value or None
    if isinstance(value, float):
        return value if math.isfinite(value) else str(value)
    if value is None or isinstance(value, bool | int):
        return value
    if isinstance(value, datetime):
        return value.date() if value.time() == time() else value.replace(tzinfo=None)
    return value if isinstance(value, date) else str(value)


def trimmed(values: Iterable[object]) -> tuple[CellValue, ...]:
    """Our values without the empty cells at the end of the row."""
    cells = [plain_value(value) for value in values]
    while cells and cells[-1] is None:
        cells.pop()
    return tuple(cells)


def _close(sheets: list[Sheet], rows: list[Row]) -> None:
    if sheets:
        sheets[-1] = replace(sheets[-1], rows=tuple(rows))
    rows.clear()


def _date_encoded(value: object) -> dict[str, str]:
    if isinstance(value, datetime):
        return {"t": value.isoformat()}
    if isinstance(value, date):
        return {"d": value.isoformat()}
    raise TypeError(type(value).__name__)


_json = json.JSONEncoder(separators=(",", ":"), default=_date_encoded).encode
"""One encoder for all rows: `json.dumps` would make one for each."""


def _decoded(value: Any) -> CellValue:
    if isinstance(value, dict):
        return datetime.fromisoformat(value["t"]) if "t" in value else date.fromisoformat(value["d"])
    plain: CellValue = value
    return plain


def rows_with_numbers(rows: Iterable[Iterable[object]]) -> Iterator[Row]:
    """Rows that hold something, numbered from 1 over all rows."""
    for number, values in enumerate(rows, start=1):
        if cells := trimmed(values):
            yield Row(number, cells)
