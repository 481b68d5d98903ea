"""From a preview and a person's decisions to the answers that are written, and how each is written."""

from collections.abc import Container, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace

from inspector.domain.errors import Place, Refused
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.photos import PhotoRole
from inspector.domain.replies import Reply, Said, can_answer, status_after
from inspector.domain.returned_files import ReturnedPicture, Spot
from inspector.domain.returns import FilePreview, PictureFate, RowFate, RowPreview
from inspector.exchange.returned_folder import PictureFolder
from inspector.services.noting import Noted, NotingService
from inspector.services.photos import keep_photo
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
    finding (id) a row or a left picture belongs to. `new` are rows nobody knows that become findings of their own; such
    a finding is meant by `awaited(row)` until it has an id.
    """

    take: frozenset[str] = frozenset()
    leave: frozenset[str] = frozenset()
    rows: Mapping[str, str] = field(default_factory=dict)
    pictures: Mapping[str, str] = field(default_factory=dict)
    new: Mapping[str, Noted] = field(default_factory=dict)


AS_PREVIEWED = Decisions()
SILENT = Said()
NOWHERE = Spot("")


@dataclass(frozen=True, slots=True)
class Taken:
    """One answer to write: for which finding, from where, with which pictures. `seen` is the revision it was shown in.

    Pictures that a person gave to a finding are an answer without words. With `new` the finding is made first, and
    `before` are its photos of what is wrong.
    """

    finding: str
    file: str
    pictures: tuple[ReturnedPicture, ...]
    said: Said = SILENT
    unit: str = ""
    spot: Spot = NOWHERE
    no: str = ""
    seen: str = ""
    new: Noted | None = None
    before: tuple[ReturnedPicture, ...] = ()


def awaited(row: str) -> str:
    """Stands for the id of the finding that a row, named by its key, will become."""
    return f"row:{row}"


def taken(preview: ReturnPreview, decisions: Decisions = AS_PREVIEWED) -> tuple[Taken, ...]:
    """Everything that would be written, in the order of the files; a picture placed by hand joins its finding's row."""
    found = [one for file in preview.files for one in _of_file(file, decisions)]
    by_finding = {one.finding: index for index, one in reversed(list(enumerate(found)))}
    for finding, file, picture in _placed(preview, decisions):
        if finding in by_finding:
            index = by_finding[finding]
            found[index] = replace(found[index], pictures=(*found[index].pictures, picture))
        else:
            by_finding[finding] = len(found)
            found.append(Taken(finding, file, (picture,)))
    return tuple(found)


def require_unchanged(writing: Writing, answers: Sequence[Taken]) -> None:
    """Raise `Refused("return.changed-meanwhile")` when a finding is no longer as the preview showed it."""
    for one in answers:
        if one.seen:
            stands = writing.get(Finding, one.finding)
            if stands is None or stands.revision != one.seen:
                raise Refused("return.changed-meanwhile", Place(item=one.no), no=one.no)


def make_finding(
    writing: Writing, one: Taken, noted: Noted, noting: NotingService, folder: PictureFolder, *, keep: bool
) -> tuple[Taken, int]:
    """Make the finding of a row nobody knew, with its photos of what is wrong; the answer still has to be written.

    It waits for the dispatch whatever its unit says was done: nobody asked the unit yet. Returns also how many photos.
    Raises `Refused` as `NotingService.make` does.
    """
    entity = noting.make(writing, noted)
    for picture in one.before:
        keep_photo(writing, entity, folder.photo(picture.sha, _name(one.file, picture), keep_original=keep))
    return replace(one, finding=entity), len(one.before)


def write_answer(writing: Writing, one: Taken, folder: PictureFolder, person: str, *, keep: bool) -> int:
    """Write the answer, its photos and the finding's state; returns how many photos were new to the finding.

    `keep` keeps the original files too. Raises `Refused("finding.missing")`.
    """
    stands = writing.get(Finding, one.finding)
    if stands is None or stands.deleted:
        raise Refused("finding.missing", Place(file=one.file, sheet=one.spot.sheet))
    finding = stands.record
    named = (folder.photo(picture.sha, _name(one.file, picture), keep_original=keep) for picture in one.pictures)
    kept = (keep_photo(writing, one.finding, photo, PhotoRole.AFTER) for photo in named)
    photos = tuple(photo for photo in kept if photo)
    unit = one.unit or finding.unit
    answered = bool(writing.returns.replies_of([one.finding]))
    reply = Reply(
        finding=one.finding,
        unit=unit,
        said=one.said,
        file=one.file,
        sheet=one.spot.sheet,
        row=one.spot.row,
        received_at=writing.now,
        received_by=person,
        photos=photos,
    )
    if one.said == SILENT and not photos and not one.new:  # of a finding made here it tells the file and the row
        return 0
    writing.put(writing.new_id(), reply)
    status = _status(finding, one, unit, shown=bool(photos), answered=answered)
    writing.put(one.finding, replace(finding, status=status))
    return len(photos)


def _status(finding: Finding, one: Taken, unit: str, *, shown: bool, answered: bool) -> FindingStatus:
    """A finding that waits for no answer keeps its state, even when a person took the row: reopening is another act.
    A photo alone answers only a finding nobody answered yet.
    """
    if not can_answer(finding.status) or (answered and one.said == SILENT):
        return finding.status
    return status_after(finding.status, one.said, leads=unit == finding.unit, shown=shown)


def _of_file(file: FilePreview, decisions: Decisions) -> Iterator[Taken]:
    """What the rows of a file answer, and the findings that some of them become."""
    for row in file.rows:
        chosen, noted = decisions.rows.get(row.key, ""), decisions.new.get(row.key)
        wanted = row.fate is RowFate.ACCEPTED or (row.fate is RowFate.CONFLICT and row.key in decisions.take)
        if noted:
            before, after = lying_on(file, row, decisions.pictures)
            yield replace(_of_row(row, awaited(row.key), after), new=noted, before=before)
        elif chosen:
            yield _of_row(row, chosen, row.pictures or lying_on(file, row, decisions.pictures)[1])
        elif wanted and row.key not in decisions.leave and row.finding:
            yield _of_row(row, row.finding.id, row.pictures)


def _of_row(row: RowPreview, finding: str, pictures: tuple[ReturnedPicture, ...]) -> Taken:
    shown = row.finding
    seen = shown.revision if shown and shown.id == finding else ""
    no = shown.finding.no if shown else ""
    return Taken(finding, row.file, pictures, row.said, row.unit, row.row.spot, no, seen)


def lying_on(
    file: FilePreview, row: RowPreview, placed: Container[str]
) -> tuple[tuple[ReturnedPicture, ...], tuple[ReturnedPicture, ...]]:
    """The pictures on a row whose finding was not known until a person named it, but for those `placed` (by key)
    elsewhere: in columns of ours, which show what is wrong, and in the unit's.
    """
    lying = (one for one in file.pictures_with(PictureFate.LEFT) if one.why and one.why.code == _OF_UNKNOWN_ROW)
    spot = row.row.spot
    here = [one.picture for one in lying if Spot(one.picture.spot.sheet, one.picture.spot.row) == spot]
    here = [one for one in here if one.key not in placed]
    ours = row.row.our_columns
    return tuple(p for p in here if p.spot.column in ours), tuple(p for p in here if p.spot.column not in ours)


_OF_UNKNOWN_ROW = "return.picture-of-unknown-row"


def _placed(preview: ReturnPreview, decisions: Decisions) -> Iterator[tuple[str, str, ReturnedPicture]]:
    """(finding, file, picture) of the left pictures a person placed."""
    for file in preview.files:
        for one in file.pictures_with(PictureFate.LEFT):
            if one.picture.key in decisions.pictures and one.picture.sha not in preview.photos.refused:
                yield decisions.pictures[one.picture.key], file.file.path.name, one.picture


def _name(file: str, picture: ReturnedPicture) -> str:
    """What a person knows the photo by: the file it came in, and its cell or its name there."""
    return f"{file} {picture.spot.cell or picture.name}" if picture.spot.sheet else picture.name
