"""台账 as a workbook of four sheets: the findings, what happened, what was sent back, the figures."""

from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.ledger_export import LedgerEntry, Step
from inspector.exchange.excel_page import A3, POINTS_PER_PIXEL
from inspector.exchange.excel_pictures import Box, PlacedPicture
from inspector.exchange.ledger_columns import (
    BACK_COLUMNS,
    ENTRY_COLUMNS,
    PHOTO_AFTER,
    PHOTO_BEFORE,
    STEP_COLUMNS,
    LedgerColumn,
)
from inspector.exchange.streamed_book import HEAD_ROW, MOST_ROWS, StreamedSheet, write_streamed

LEDGER_SHEET, STEPS_SHEET, BACKS_SHEET = "台账", "整改过程", "退回记录"
_PHOTO_WIDTH, _PHOTO_HEIGHT = 112, 84


@dataclass(frozen=True, slots=True)
class LedgerBook:
    """What is written: streams of records with how many there will be."""

    title: str
    facts: str
    entries: Iterable[LedgerEntry]
    findings: int
    steps: Iterable[Step]
    step_count: int
    backs: Iterable[Step]
    back_count: int
    statistics: StreamedSheet
    with_photos: bool = False
    """The first photo before and after stands in its cell; only for what fits into memory."""


def write_ledger(
    path: Path, book: LedgerBook, issuer: str, picture: Callable[[str], bytes], most: int = MOST_ROWS
) -> tuple[str, ...]:
    """Write the workbook; `most` records go on one sheet. Returns the pictures that could not be read.

    Raises `Refused("file.…")`, and whatever the records raise while they are read.
    """
    steps, backs = (f"{book.title}（{name}）" for name in (STEPS_SHEET, BACKS_SHEET))
    sheets = (
        _ledger(book),
        StreamedSheet(STEPS_SHEET, steps, book.facts, STEP_COLUMNS, book.steps, book.step_count),
        StreamedSheet(BACKS_SHEET, backs, book.facts, BACK_COLUMNS, book.backs, book.back_count),
        book.statistics,
    )
    return write_streamed(sheets, path, issuer, picture, most)


def _ledger(book: LedgerBook) -> StreamedSheet:
    plain = StreamedSheet(
        LEDGER_SHEET, book.title, book.facts, ENTRY_COLUMNS, book.entries, book.findings, A3, 2, frozen=2, hidden=1
    )
    if not book.with_photos:
        return plain
    entries = list(book.entries)
    columns = [_wide(column) for column in ENTRY_COLUMNS]
    height = (_PHOTO_HEIGHT + 8) * POINTS_PER_PIXEL
    return StreamedSheet(
        LEDGER_SHEET, book.title, book.facts, columns, entries, book.findings, A3, 2, frozen=2, hidden=1,
        pictures=_pictures(entries), least_points=height,
    )  # fmt: skip


def _wide(column: LedgerColumn[LedgerEntry]) -> LedgerColumn[LedgerEntry]:
    if column.name not in {PHOTO_BEFORE, PHOTO_AFTER}:
        return column
    return LedgerColumn(column.name, _PHOTO_WIDTH + 8, column.look, column.says)


def _pictures(entries: Sequence[LedgerEntry]) -> tuple[PlacedPicture, ...]:
    places = {column.name: number for number, column in enumerate(ENTRY_COLUMNS, 1)}
    return tuple(
        PlacedPicture(sha, Box(places[name], HEAD_ROW + row, 4, 4, _PHOTO_WIDTH, _PHOTO_HEIGHT), f"{entry.no} {name}")
        for row, entry in enumerate(entries)
        for name, sha in ((PHOTO_BEFORE, entry.before_sha), (PHOTO_AFTER, entry.after_sha))
        if sha
    )
