"""统计 as a sheet: counts, and rates Excel can sort; the formulas stand above the head."""

from collections.abc import Sequence
from operator import itemgetter

from inspector.exchange.excel_cells import Value
from inspector.exchange.excel_page import A4
from inspector.exchange.excel_styles import Look
from inspector.exchange.ledger_columns import CENTRED, WORDS, LedgerColumn
from inspector.exchange.streamed_book import StreamedSheet

FigureRow = Sequence[Value]
_RATE = Look(points=10, across="center", number="0.0%")


def figures_sheet(
    name: str, title: str, facts: str, heads: Sequence[tuple[str, bool]], rows: Sequence[FigureRow]
) -> StreamedSheet:
    """The sheet of rows whose first two values are texts; `heads` are (words, is a rate) of all values, the last one
    being a note.
    """
    columns = [_column(place, words, len(heads), is_rate=is_rate) for place, (words, is_rate) in enumerate(heads)]
    return StreamedSheet(name, title, facts, columns, rows, len(rows), A4, frozen=3)


def _column(place: int, words: str, width: int, *, is_rate: bool) -> LedgerColumn[FigureRow]:
    pixels, look = 58, _RATE if is_rate else CENTRED
    if place < 2:
        pixels, look = (80, CENTRED) if place == 0 else (170, WORDS)
    if place == width - 1:
        pixels = 76
    return LedgerColumn(words, pixels, look, itemgetter(place), tall=place == 1)
