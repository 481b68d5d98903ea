"""A returned workbook as rows and pictures: `read_returned`. The unit's file is only ever read, never saved again."""

from dataclasses import replace
from pathlib import Path

from inspector.domain.errors import Complaint, Place
from inspector.domain.returned_files import LostKind, LostPicture, ReturnedFile, ReturnedPicture, Spot
from inspector.exchange.foreign import read_lines
from inspector.exchange.foreign_limits import MB, Limits
from inspector.exchange.foreign_protocol import tables_from_lines
from inspector.exchange.foreign_tables import Sheet
from inspector.exchange.returned_parts import Kept, extras_from_lines
from inspector.exchange.returned_rows import SheetRows, sheet_rows

RETURN_LIMITS = Limits(seconds=60, file=1_000 * MB, pictures=1_000 * MB)
"""A list of a thousand findings comes back with a thousand photos as a phone makes them."""

WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".ods"})
WORKBOOKS_WORDED = WORKBOOKS | {".et", ".ett"}
"""What a zip is searched for: a file of WPS's own kind is told, not passed over."""
_SEARCHED = WORKBOOKS_WORDED | {".zip"}


def read_returned(path: Path, number: int, folder: Path, limits: Limits = RETURN_LIMITS) -> ReturnedFile:
    """Everything the workbook holds; its pictures are laid into `folder`, which stays the caller's.

    `number` tells it from other files of the same import. Raises `Refused` as `read_tables` does.
    """
    lines = read_lines(path, limits, folder)
    tables = tables_from_lines(path.name, lines)
    extras = extras_from_lines(lines)
    about, kept, lost = extras.about, extras.kept, extras.lost
    sheets = [sheet_rows(sheet, str(number)) for sheet in tables.sheets]
    workbook = bool(about.properties or kept or lost) or path.suffix.lower() not in {".xls", ".ods"}
    read = ReturnedFile(
        path=path,
        dispatch=about.properties.get("inspector.dispatch", ""),
        unit=about.properties.get("inspector.unit", ""),
        since_1904=about.since_1904,
        rows=tuple(row for one in sheets for row in one.rows),
        pictures=tuple(_picture(one, f"{number}:{index}", folder) for index, one in enumerate(kept)),
        lost=(*lost, *_lost_words(tables.sheets, kept, lost)),
        skipped=tuple(row for one in sheets for row in one.skipped),
        renamed=tuple(one for sheet in sheets for one in sheet.renamed),
        ignored=about.ignored,
        pictures_read=workbook,
    )
    return replace(read, complaints=tuple(_complaints(read, sheets, stopped=bool(extras.stopped))))


def workbooks_in(path: Path) -> tuple[Path, ...]:
    """The workbooks and zips of a folder and the folders in it, in order; a file is itself. Drafts of offices are left
    out. Raises OSError.
    """
    if not path.is_dir():
        return (path,)
    found = (one for one in path.rglob("*") if one.suffix.lower() in _SEARCHED and one.is_file())
    return tuple(sorted(one for one in found if not one.name.startswith(("~$", ".", "._"))))


def _picture(one: Kept, key: str, folder: Path) -> ReturnedPicture:
    return ReturnedPicture(key, one.spot, one.kind, one.name, one.sha, folder / one.sha)


def _complaints(read: ReturnedFile, sheets: list[SheetRows], *, stopped: bool) -> list[Complaint]:
    place = Place(file=read.path.name)
    told = []
    if not any(sheet.heads for sheet in sheets):
        told.append(Complaint("return.no-header", place))
    if not read.pictures_read:
        told.append(Complaint("return.pictures-not-read", place, (("kind", read.path.suffix.lower()),)))
    if stopped:
        told.append(Complaint("return.pictures-stopped", place))
    told += [Complaint("return.ignored-part", place, (("what", what),)) for what in read.ignored]
    told += [
        Complaint("return.renamed-column", replace(place, column=name), (("column", column),))
        for name, column in read.renamed
    ]
    return told


def _lost_words(sheets: tuple[Sheet, ...], kept: tuple[Kept, ...], lost: tuple[LostPicture, ...]) -> list[LostPicture]:
    """Cells that still say they show a picture of WPS while the file no longer has it."""
    known = {one.spot for one in kept} | {one.spot for one in lost}
    spots = (
        Spot(sheet.name, row.number, column)
        for sheet in sheets
        for row in sheet.rows
        for column, cell in enumerate(row.cells)
        if isinstance(cell, str) and "DISPIMG(" in cell
    )
    return [LostPicture(spot, LostKind.MISSING, "DISPIMG") for spot in spots if spot not in known]
