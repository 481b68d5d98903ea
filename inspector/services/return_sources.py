"""What a person chose or dropped, sorted: workbooks, and photos that came without one, out of folders and zips."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.photo_numbers import numbers_of
from inspector.domain.progress import Progress
from inspector.domain.returned_files import Ours, PictureKind, ReturnedFile, ReturnedPicture, ReturnedRow, Spot, Theirs
from inspector.exchange.photo_folder import PHOTO_SUFFIXES, photos_below
from inspector.exchange.returned_archive import left_out, unpack
from inspector.exchange.returned_book import WORKBOOKS_WORDED, workbooks_in
from inspector.exchange.returned_folder import PictureFolder

_ZIP = ".zip"


@dataclass(frozen=True, slots=True)
class LoosePhoto:
    """A photo file: the parts of its name for people, folders first, and where it lies."""

    parts: tuple[str, ...]
    path: Path

    @property
    def numbers(self) -> tuple[tuple[str, ...], ...]:
        """What may be 问题编号 in the name and its folders, the nearest first."""
        return numbers_of(self.parts)


@dataclass(slots=True)
class PhotoGroup:
    """Photos that came together under one name."""

    path: Path
    photos: list[LoosePhoto] = field(default_factory=list)
    complaints: list[Complaint] = field(default_factory=list)


@dataclass(slots=True)
class Sources:
    """Everything that was found. `refused` are files that could not even be opened."""

    workbooks: list[Path] = field(default_factory=list)
    groups: list[PhotoGroup] = field(default_factory=list)
    refused: list[ReturnedFile] = field(default_factory=list)

    @property
    def numbers(self) -> set[str]:
        """Everything in names that may be 问题编号."""
        return {no for group in self.groups for photo in group.photos for part in photo.numbers for no in part}


def sources_in(paths: Sequence[Path], into: Path, progress: Progress) -> Sources:
    """Look through files, folders and zips; zips are laid out below `into`.

    A folder or zip that cannot be read is told among `refused`. Raises `Cancelled`, `Refused("file.disk-full")`.
    """
    found, single = Sources(), PhotoGroup(Path())
    for path in dict.fromkeys(paths):
        if path.is_dir():
            _look_into(path, found, into, progress)
        elif path.suffix.lower() == _ZIP:
            _open_zip(path, found, into, progress)
        elif path.suffix.lower() in PHOTO_SUFFIXES:
            single.path = single.path if single.photos else path.parent
            single.photos.append(LoosePhoto((path.parent.name, path.name), path))
        else:
            found.workbooks.append(path)
    found.groups += [single] if single.photos else []
    found.workbooks = list(dict.fromkeys(found.workbooks))
    return found


def by_name(group: PhotoGroup, number: int, known: Mapping[str, str], folder: PictureFolder) -> ReturnedFile:
    """Photos of one group as a returned file: a row for each finding (`known`: text → 问题编号) that names say.

    A photo whose name says no finding, or several, belongs to no row.
    """
    rows: dict[str, ReturnedRow] = {}
    pictures, complaints = [], list(group.complaints)
    for index, photo in enumerate(group.photos):
        no = _meant(photo, known)
        if no and no not in rows:
            rows[no] = ReturnedRow(f"{number}:{no}", Spot("", len(rows) + 1), "", Ours(no=no), Theirs())
        spot = rows[no].spot if no else Spot("")
        try:
            sha = folder.add_file(photo.path)
        except OSError as error:
            place = Place(file="/".join(photo.parts))
            facts = (("detail", error.strerror or str(error)),)
            complaints.append(Complaint("photo.unreadable", place, facts))
            continue
        name = "/".join(photo.parts[-2:])
        pictures.append(ReturnedPicture(f"{number}:{index}", spot, PictureKind.FILE, name, sha, photo.path))
    return ReturnedFile(
        group.path, rows=tuple(rows.values()), pictures=tuple(pictures), complaints=tuple(complaints), by_name=True
    )


def _meant(photo: LoosePhoto, known: Mapping[str, str]) -> str:
    """The one finding a name says; "" when it says none or several."""
    for part in photo.numbers:
        meant = {known[no] for no in part if no in known}
        if meant:
            return meant.pop() if len(meant) == 1 else ""
    return ""


def _look_into(folder: Path, found: Sources, into: Path, progress: Progress) -> None:
    try:
        inside = workbooks_in(folder)
        photos = photos_below(folder)
    except OSError as error:
        reason = error.strerror or str(error)
        found.refused.append(_refusal(folder, Complaint("foreign.unreadable", _at(folder), (("reason", reason),))))
        return
    for path in inside:
        if path.suffix.lower() == _ZIP:
            _open_zip(path, found, into, progress)
        else:
            found.workbooks.append(path)
    if photos:
        named = [LoosePhoto((folder.name, *path.relative_to(folder).parts), path) for path in photos]
        found.groups.append(PhotoGroup(folder, named))


def _open_zip(archive: Path, found: Sources, into: Path, progress: Progress) -> None:
    place = into / f"zip-{len(found.groups)}-{len(found.workbooks)}-{len(found.refused)}"
    place.mkdir()
    try:
        members = unpack(archive, place, WORKBOOKS_WORDED, progress)
        others = left_out(archive, members)
    except Refused as refused:
        if refused.complaint.code.startswith("file."):
            raise
        found.refused.append(_refusal(archive, refused.complaint))
        return
    photos = [one for one in members if one.path.suffix in PHOTO_SUFFIXES]
    found.workbooks += [one.path for one in members if one.path.suffix not in PHOTO_SUFFIXES]
    group = PhotoGroup(archive, [LoosePhoto((archive.stem, *one.parts), one.path) for one in photos])
    if others:
        group.complaints.append(others)
    if group.photos or group.complaints:
        found.groups.append(group)


def _refusal(path: Path, complaint: Complaint) -> ReturnedFile:
    return ReturnedFile(path, complaints=(complaint,))


def _at(path: Path) -> Place:
    return Place(file=path.name)
