"""A preview as it stands once a person has decided: what the report tells and what the sums count."""

from collections.abc import Iterator
from dataclasses import replace

from inspector.domain.returns import FilePreview, PictureFate, PicturePreview, RowFate, RowPreview
from inspector.services.return_taking import Decisions, ReturnPreview, taken


def as_decided(preview: ReturnPreview, decisions: Decisions) -> tuple[FilePreview, ...]:
    """The files with the fates that applying these decisions gives; what nobody decided stays as it was."""
    answers = taken(preview, decisions)
    attached = {picture.key for one in answers for picture in (*one.pictures, *one.before)}
    refused = {row.key for file in preview.files for row in file.rows if row.key in decisions.leave}
    return tuple(
        replace(
            file,
            rows=tuple(replace(row, fate=_fate(row, decisions)) for row in file.rows),
            pictures=tuple(_pictures(file, attached, refused)),
        )
        for file in preview.files
    )


def _fate(row: RowPreview, decisions: Decisions) -> RowFate:
    if row.key in decisions.new or row.key in decisions.rows:
        return RowFate.ACCEPTED
    if row.key in decisions.leave:
        return RowFate.REFUSED
    return RowFate.ACCEPTED if row.fate is RowFate.CONFLICT and row.key in decisions.take else row.fate


def _pictures(file: FilePreview, attached: set[str], refused: set[str]) -> Iterator[PicturePreview]:
    """Pictures go where their row goes; those of a row that is not taken are left."""
    of_refused = {picture.key for row in file.rows if row.key in refused for picture in row.pictures}
    for one in file.pictures:
        if one.picture.key in attached:
            yield replace(one, fate=PictureFate.ATTACHED)
        elif one.picture.key in of_refused:
            yield replace(one, fate=PictureFate.LEFT)
        else:
            yield one
