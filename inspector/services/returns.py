"""反馈: lists that came back, shown before anything changes, then taken in as one act."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from inspector.domain.errors import Place, Refused
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.photos import PhotoRole
from inspector.domain.progress import Progress
from inspector.domain.replies import Reply, can_answer, status_after
from inspector.domain.return_judging import judge_returns
from inspector.domain.returned_files import ReturnedFile, ReturnedPicture, Spot
from inspector.domain.returns import FilePreview, PictureFate, RowFate, RowPreview
from inspector.domain.stored import Changed
from inspector.exchange.returned_book import read_returned, workbooks_in
from inspector.exchange.returned_folder import PictureFolder, new_picture_folder
from inspector.services.acts import Acts
from inspector.services.photos import keep_photo
from inspector.services.return_known import known_for
from inspector.services.return_report import HEADS, TITLE, report_lines
from inspector.services.wording.sentences import Lang
from inspector.storage.writing import Writing


@dataclass(frozen=True, slots=True)
class ReturnPreview:
    """What an import would do, file by file; nothing has changed yet. Close it when it is applied or given up.

    `photos` hold the pictures: `photos.thumb(sha)`, `photos.listed(sha)`.
    """

    files: tuple[FilePreview, ...]
    photos: PictureFolder

    def rows(self, fate: RowFate) -> tuple[RowPreview, ...]:
        """The rows of all files with one fate."""
        return tuple(row for file in self.files for row in file.with_fate(fate))

    def close(self) -> None:
        """Let go of the pictures."""
        self.photos.close()


@dataclass(frozen=True, slots=True)
class Decisions:
    """What a person decided about a preview, by the keys of rows and pictures.

    `take` are rows in conflict to take all the same, `leave` accepted rows not to take; `rows` and `pictures` say which
    finding (id) a row or a left picture belongs to.
    """

    take: frozenset[str] = frozenset()
    leave: frozenset[str] = frozenset()
    rows: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)


AS_PREVIEWED = Decisions()


@dataclass(frozen=True, slots=True)
class Returned:
    """What was taken in."""

    replies: int
    photos: int
    changed: Changed


@dataclass(frozen=True, slots=True)
class _Taken:
    """One row that is taken, for which finding, with which pictures."""

    row: RowPreview
    finding: str
    pictures: tuple[ReturnedPicture, ...]


class ReturnService:
    """Previews and applies lists that came back."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def preview(self, paths: Sequence[Path], progress: Progress) -> ReturnPreview:
        """Read files and folders and say what an import would do. Meant for a worker thread; nothing changes.

        A file that cannot be read is a file with a complaint. Raises `Cancelled`, `Refused("file.disk-full")`.
        """
        folder = new_picture_folder()
        try:
            files = _read_all(paths, folder.path, progress)
            return ReturnPreview(self._judge(files, folder, progress), folder)
        except BaseException:
            folder.close()
            raise

    def apply(self, preview: ReturnPreview, decisions: Decisions = AS_PREVIEWED) -> Returned:
        """Take in what the preview accepts and what a person decided, as one act that is undone as one.

        Raises `Refused`: "return.changed-meanwhile" when a finding changed after the preview, "finding.missing".
        """
        taken = _taken(preview, decisions)
        loose = _loose(preview, decisions)
        replies = photos = 0
        with self._acts.doing("return-imported") as writing:
            keep = writing.registers.settings()["photos.keep_originals"] == "yes"
            _require_unchanged(writing, taken)
            for one in taken:
                kept = self._keep_photos(writing, preview, one.finding, one.row.file, one.pictures, keep=keep)
                self._answer(writing, one, kept)
                replies, photos = replies + 1, photos + len(kept)
            for entity, file, picture in loose:
                photos += len(self._keep_photos(writing, preview, entity, file, (picture,), keep=keep))
        return Returned(replies, photos, writing.changed)

    def save_report(self, preview: ReturnPreview, file: Path, lang: Lang) -> None:
        """Write every row and picture with its number in the unit's file, what became of it, and the sums.

        Raises `Refused("file.…")`.
        """
        from inspector.exchange.plain_book import write_plain_book  # noqa: PLC0415 - loads the workbook library

        write_plain_book(file, TITLE[lang], HEADS[lang], report_lines(preview.files, lang))

    def _judge(self, files: list[ReturnedFile], folder: PictureFolder, progress: Progress) -> tuple[FilePreview, ...]:
        today = self._acts.today()
        with self._acts.reading() as view:
            known = known_for(view, files, today, {})
        ours = {sha for one in known.findings.values() for sha in (*one.sent_shas, *one.after_shas)}
        new = [(p.sha, _name(f.path.name, p)) for f in files for p in f.pictures if p.sha not in ours]
        folder.convert(new, progress)
        return judge_returns(files, replace(known, unreadable=folder.refused))

    def _keep_photos(
        self,
        writing: Writing,
        preview: ReturnPreview,
        finding: str,
        file: str,
        pictures: Sequence[ReturnedPicture],
        *,
        keep: bool,
    ) -> tuple[str, ...]:
        folder = preview.photos
        taken = (folder.photo(picture.sha, _name(file, picture), keep_original=keep) for picture in pictures)
        kept = (keep_photo(writing, finding, one, PhotoRole.AFTER) for one in taken)
        return tuple(photo for photo in kept if photo)

    def _answer(self, writing: Writing, one: _Taken, photos: tuple[str, ...]) -> None:
        stands = writing.get(Finding, one.finding)
        if stands is None or stands.deleted:
            raise Refused("finding.missing", Place(file=one.row.file, sheet=one.row.row.spot.sheet))
        finding, row = stands.record, one.row
        unit = row.unit or finding.unit
        reply = Reply(
            finding=one.finding,
            unit=unit,
            said=row.said,
            file=row.file,
            sheet=row.row.spot.sheet,
            row=row.row.spot.row,
            received_at=writing.now,
            received_by=self._acts.workspace.person,
            photos=photos,
        )
        writing.put(writing.new_id(), reply)
        writing.put(one.finding, replace(finding, status=_status(finding, one, unit, shown=bool(photos))))


def _status(finding: Finding, one: _Taken, unit: str, *, shown: bool) -> FindingStatus:
    """A finding that waits for no answer keeps its state, even when a person took the row: reopening is another act."""
    if not can_answer(finding.status):
        return finding.status
    return status_after(finding.status, one.row.said, leads=unit == finding.unit, shown=shown)


def _read_all(paths: Sequence[Path], folder: Path, progress: Progress) -> list[ReturnedFile]:
    files = list(dict.fromkeys(file for path in paths for file in workbooks_in(path)))
    read = []
    for number, file in enumerate(files):
        progress(number, len(files), file.name)
        try:
            read.append(read_returned(file, number, folder))
        except Refused as refused:
            read.append(ReturnedFile(file, complaints=(refused.complaint,)))
    return read


def _taken(preview: ReturnPreview, decisions: Decisions) -> list[_Taken]:
    found = []
    for file in preview.files:
        for row in file.rows:
            chosen = decisions.rows.get(row.key, "")
            wanted = row.fate is RowFate.ACCEPTED or (row.fate is RowFate.CONFLICT and row.key in decisions.take)
            if chosen:
                found.append(_Taken(row, chosen, row.pictures or _pictures_of(file, row)))
            elif wanted and row.key not in decisions.leave and row.finding:
                found.append(_Taken(row, row.finding.id, row.pictures))
    return found


def _pictures_of(file: FilePreview, row: RowPreview) -> tuple[ReturnedPicture, ...]:
    """The pictures that lie on a row whose finding was not known until a person named it."""
    lying = (one for one in file.pictures_with(PictureFate.LEFT) if one.why and one.why.code == _OF_UNKNOWN_ROW)
    spot = row.row.spot
    return tuple(one.picture for one in lying if Spot(one.picture.spot.sheet, one.picture.spot.row) == spot)


_OF_UNKNOWN_ROW = "return.picture-of-unknown-row"


def _loose(preview: ReturnPreview, decisions: Decisions) -> list[tuple[str, str, ReturnedPicture]]:
    """(finding, file, picture) of the left pictures a person placed."""
    left = ((file, one) for file in preview.files for one in file.pictures_with(PictureFate.LEFT))
    return [
        (decisions.pictures[one.picture.key], file.file.path.name, one.picture)
        for file, one in left
        if one.picture.key in decisions.pictures and one.picture.sha not in preview.photos.refused
    ]


def _require_unchanged(writing: Writing, taken: Sequence[_Taken]) -> None:
    for one in taken:
        seen = one.row.finding
        if seen and seen.id == one.finding:
            stands = writing.get(Finding, one.finding)
            if stands is None or stands.revision != seen.revision:
                raise Refused("return.changed-meanwhile", Place(item=seen.finding.no), no=seen.finding.no)


def _name(file: str, picture: ReturnedPicture) -> str:
    """What a person knows the photo by: the file it came in, and its cell or its name there."""
    return f"{file} {picture.spot.cell or picture.name}"
