"""The rows of a returned list: what each says, and which rows are none of it."""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date

from inspector.domain.returned_files import Ours, ReturnedRow, SkippedRow, Spot, Theirs
from inspector.exchange.cell_names import merged_cells
from inspector.exchange.foreign_tables import CellValue, Row, Sheet, cell_text
from inspector.exchange.returned_heads import MARK, Heads, heads_of

_TOTALS = ("合计", "总计", "小计", "共计")
_SIGNING = ("交办单位", "签收人", "签收日期", "填表人", "审核人", "制表人")
_UNIT = ("责任单位：", "责任单位:")
_DISPIMG = "DISPIMG("
_UNIT_KEYS = ("done", "after", "result", "completed", "person", "phone", "remark")


@dataclass(slots=True)
class SheetRows:
    """What one sheet holds. `heads` counts the tables found in it."""

    rows: list[ReturnedRow] = field(default_factory=list)
    skipped: list[SkippedRow] = field(default_factory=list)
    renamed: list[tuple[str, str]] = field(default_factory=list)
    heads: int = 0


def sheet_rows(sheet: Sheet, prefix: str) -> SheetRows:
    """Every row below a header, each either a row of the list or skipped with the reason.

    A sheet may hold several lists one below the other; each has its own header and its own 责任单位 above it. `prefix`
    makes the keys of the rows their own among all files.
    """
    found = SheetRows()
    heads: Heads | None = None
    unit = ""
    for row in _filled(sheet):
        named = _unit_words(row)
        unit = named or unit
        if new_heads := heads_of(row):
            heads = new_heads
            found.heads += 1
            found.renamed += new_heads.renamed
        elif heads:
            spot = Spot(sheet.name, row.number)
            why = _no_finding(row, heads, named)
            if why:
                found.skipped.append(SkippedRow(spot, why, _words(row)))
            elif any(cell is not None for cell in row.cells):
                found.rows.append(_row(row, heads, unit, spot, f"{prefix}:{sheet.name}:{row.number}"))
    return found


def _row(row: Row, heads: Heads, unit: str, spot: Spot, key: str) -> ReturnedRow:
    def text(name: str) -> str:
        return _text(row.cell(heads.columns[name])) if name in heads.columns else ""

    due = row.cell(heads.columns["due"]) if "due" in heads.columns else None
    completed = row.cell(heads.columns["completed"]) if "completed" in heads.columns else None
    return ReturnedRow(
        key=key,
        spot=spot,
        mark=text(MARK),
        ours=Ours(
            text("no"), text("site"), text("location"), text("text"), due if isinstance(due, date) else _text(due)
        ),
        theirs=Theirs(
            measures=text("done"),
            result=text("result"),
            completed=completed if isinstance(completed, date | int | float) else _text(completed),
            person=text("person"),
            phone=text("phone"),
            remark=text("remark"),
        ),
        unit_words=unit,
        our_columns=heads.ours,
    )


def _no_finding(row: Row, heads: Heads, unit: str) -> str:
    """Why a row below a header is no finding: "total", "signing", "title"; "" when it is one. It may name a `unit`."""
    if MARK in heads.columns and _text(row.cell(heads.columns[MARK])):
        return ""
    texts = [text for text in map(_text, row.cells) if text]
    if unit:
        return "title"
    if any(text.replace(" ", "").startswith(_TOTALS) for text in texts[:3]):
        return "total"
    if any(text.startswith(_SIGNING) for text in texts):
        return "signing"
    telling = [heads.columns[key] for key in ("no", "text", *_UNIT_KEYS) if key in heads.columns]
    filled = [index for index in telling if _text(row.cell(index))]
    return "" if filled else "title"


def _filled(sheet: Sheet) -> Iterator[Row]:
    """The rows with merged cells filled down, but never a number or a mark: those are one row's own."""
    down = [
        one for reference in sheet.merged for one in merged_cells(reference) if one[2] > one[0] and one[1] == one[3]
    ]
    by_number = {row.number: row for row in sheet.rows}
    alone: set[int] = set()
    given: dict[int, dict[int, CellValue]] = {}
    for row in sheet.rows if down else ():
        if heads := heads_of(row):
            alone |= {heads.columns[key] for key in ("seq", "no", MARK, "after", "before") if key in heads.columns}
    for top, left, bottom, _ in down:
        first = by_number.get(top + 1)
        value = first.cell(left) if first else None
        if value is None or left in alone:
            continue
        for number in range(top + 2, bottom + 2):
            if number in by_number:
                given.setdefault(number, {})[left] = value
    for row in sheet.rows:
        yield _with(row, given.get(row.number, {}))


def _with(row: Row, values: dict[int, CellValue]) -> Row:
    if not values:
        return row
    cells = [*row.cells, *[None] * (max(values) + 1 - len(row.cells))]
    for index, value in values.items():
        cells[index] = value if cells[index] is None else cells[index]
    return Row(row.number, tuple(cells))


def _unit_words(row: Row) -> str:
    for cell in row.cells:
        if isinstance(cell, str) and (text := cell.strip()).startswith(_UNIT):
            return text[len(_UNIT[0]) :].strip()
    return ""


def _words(row: Row) -> str:
    return " ".join(text for text in map(_text, row.cells) if text)[:80]


def _text(value: CellValue) -> str:
    """The cell's words; what stands in a cell for a picture is no word."""
    text = cell_text(value)
    return "" if _DISPIMG in text or text == "#VALUE!" else text
