"""return: what came back from the units, shown, and taken in with --apply."""

from pathlib import Path
from typing import Any

from inspector.cli.desk import Answer, Desk
from inspector.domain.errors import Complaint
from inspector.domain.returned_files import LostPicture
from inspector.domain.returns import FilePreview, PictureFate, PicturePreview, RowFate, RowPreview
from inspector.services.return_report import locked_complaints, lost_complaint, sums
from inspector.services.wording.sentences import sentences


def take_back(desk: Desk) -> Answer:
    """Preview the files; take in what needs no decision when asked to. Conflicts stay for the window."""
    given = desk.options.given
    with desk.writing(given.by) if given.apply else desk.reading() as services:
        preview = services.returns.preview(_absolute(given.files), desk.tell)
        try:
            applied = bool(given.apply)
            if applied:
                services.returns.apply(preview)
            if given.report:
                services.returns.save_report(preview, given.report.absolute(), desk.lang)
        finally:
            preview.close()
    complaints = tuple(complaint for file in preview.files for complaint in _complaints(file))
    unread = [f for f in preview.files if not f.rows and not f.pictures]
    undecided = preview.rows(RowFate.REFUSED) or preview.rows(RowFate.CONFLICT)
    unplaced = any(file.pictures_with(PictureFate.LEFT) for file in preview.files)
    return Answer(
        {"files": [_file(one, desk) for one in preview.files], "applied": applied},
        tuple(f"{one.file.path.name}\t{sums(one, desk.lang)}" for one in preview.files),
        complaints,
        ok=not unread and not undecided and not unplaced,
    )


def _absolute(files: list[Path]) -> list[Path]:
    return [file.absolute() for file in files]


def _file(file: FilePreview, desk: Desk) -> dict[str, Any]:
    left = [_left(one, desk) for one in file.pictures_with(PictureFate.LEFT)]
    lost = [_lost(one, file, desk) for one in file.file.lost]
    return {
        "path": file.file.path,
        "accepted": [_accepted(row, desk) for row in file.with_fate(RowFate.ACCEPTED)],
        "unchanged": [_number(row) for row in file.with_fate(RowFate.UNCHANGED)],
        "refused": [_refused(row, desk) for row in file.with_fate(RowFate.REFUSED)],
        "conflicts": [_refused(row, desk) | {"no": _number(row)} for row in file.with_fate(RowFate.CONFLICT)],
        "leftovers": [*left, *lost],
        "skipped": [{"sheet": one.spot.sheet, "row": one.spot.row, "why": one.why} for one in file.file.skipped],
        "pictures": {str(fate): len(file.pictures_with(fate)) for fate in PictureFate},
        "messages": [_words(one, desk) for one in file.file.complaints],
    }


def _accepted(row: RowPreview, desk: Desk) -> dict[str, Any]:
    return {
        "no": _number(row),
        "row": row.row.spot.row,
        "changes": {change.field: [change.old, change.new] for change in row.changes},
        "photos": len(row.pictures),
        "status": row.status,
        "doubts": [_words(one, desk) for one in (*row.doubts, *locked_complaints(row))],
    }


def _refused(row: RowPreview, desk: Desk) -> dict[str, Any]:
    spot = row.row.spot
    return {"sheet": spot.sheet, "row": spot.row, "reason": _words(row.why, desk) if row.why else ""}


def _left(one: PicturePreview, desk: Desk) -> dict[str, Any]:
    spot = one.picture.spot
    reason = _words(one.why, desk) if one.why else ""
    return {"kind": one.picture.kind, "sheet": spot.sheet, "cell": spot.cell, "reason": reason}


def _lost(one: LostPicture, file: FilePreview, desk: Desk) -> dict[str, Any]:
    reason = _words(lost_complaint(file.file.path.name, one), desk)
    return {"kind": one.kind, "sheet": one.spot.sheet, "cell": one.spot.cell, "reason": reason}


def _number(row: RowPreview) -> str:
    return row.finding.finding.no if row.finding else row.row.ours.no


def _complaints(file: FilePreview) -> tuple[Complaint, ...]:
    """What is told on stderr: the file's, then each row that was not taken, each picture that nobody placed."""
    rows = [row.why for row in file.rows if row.why and row.fate in {RowFate.REFUSED, RowFate.CONFLICT}]
    pictures = [one.why for one in file.pictures_with(PictureFate.LEFT) if one.why]
    doubts = [one for row in file.rows for one in (*row.doubts, *locked_complaints(row))]
    lost = [lost_complaint(file.file.path.name, one) for one in file.file.lost]
    return (*file.file.complaints, *rows, *doubts, *pictures, *lost)


def _words(complaint: Complaint, desk: Desk) -> str:
    said = sentences(complaint, desk.lang)
    return " ".join(part for part in (said.happened, said.now) if part)
