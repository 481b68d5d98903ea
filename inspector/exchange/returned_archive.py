"""A zip that a unit sent: its workbooks and photos laid out into a private folder under safe names."""

import struct
import zipfile
import zlib
from dataclasses import dataclass
from pathlib import Path, PurePosixPath

from inspector.domain.errors import Cancelled, Complaint, Place, Refused
from inspector.domain.progress import Progress
from inspector.exchange.file_names import safe_name
from inspector.exchange.foreign_limits import MB, too_large
from inspector.exchange.photo_folder import PHOTO_SUFFIXES
from inspector.exchange.safe_files import require_space

MOST_MEMBERS = 5_000
MOST_BYTES = 2_000 * MB
_MOST_DIRECTORY = 5 * MB
_TAIL = 1 << 16
_END = b"PK\x05\x06"
_CHUNK = 1 << 18
_UTF8_NAMES = 0x800
_ENCRYPTED = 0x1
_FAULTS = (zipfile.BadZipFile, zlib.error, struct.error, EOFError, LookupError, RuntimeError, ValueError, OSError)
"""What the zip module throws at damaged archives."""


@dataclass(frozen=True, slots=True)
class Unpacked:
    """A member: the parts of its name in the zip, for people, and the file it was laid out as."""

    parts: tuple[str, ...]
    path: Path


def unpack(archive: Path, into: Path, wanted: frozenset[str], progress: Progress) -> list[Unpacked]:
    """Lay the members with a suffix in `wanted` and the photos out into `into`, each in a numbered folder.

    Raises `Refused` foreign.damaged, foreign.encrypted, foreign.too-large, foreign.empty, file.disk-full, `Cancelled`.
    """
    place = Place(file=archive.name)
    try:
        _check_directory(archive, place)
        with zipfile.ZipFile(archive) as opened:
            members = _wanted(opened, wanted | PHOTO_SUFFIXES, place)
            require_space(into, _declared(members, place))
            return _laid_out(opened, members, into, progress, place)
    except (Refused, Cancelled):
        raise
    except _FAULTS as error:
        raise Refused("foreign.damaged", place, reason="", error=type(error).__name__) from error


def left_out(archive: Path, unpacked: list[Unpacked]) -> Complaint | None:
    """What there is to say of members that are neither a workbook nor a photo."""
    with zipfile.ZipFile(archive) as opened:
        files = [member for member in opened.infolist() if not _is_folder(member) and not _is_hidden(_parts(member))]
    others = len(files) - len(unpacked)
    return Complaint("return.zip-left-out", Place(file=archive.name), (("n", str(others)),)) if others > 0 else None


def _check_directory(archive: Path, place: Place) -> None:
    """The list of members is read whole into memory: its size is looked at first."""
    with archive.open("rb") as file:
        size = file.seek(0, 2)
        file.seek(max(0, size - _TAIL - 22))
        tail = file.read()
    end = tail.rfind(_END)
    if end >= 0 and int.from_bytes(tail[end + 12 : end + 16], "little") > _MOST_DIRECTORY:
        raise too_large("parts", MOST_MEMBERS, place)


def _wanted(
    opened: zipfile.ZipFile, suffixes: frozenset[str], place: Place
) -> list[tuple[tuple[str, ...], zipfile.ZipInfo]]:
    found = []
    members = opened.infolist()
    if len(members) > MOST_MEMBERS:
        raise too_large("parts", MOST_MEMBERS, place)
    for member in members:
        parts = _parts(member)
        if _is_folder(member) or _is_hidden(parts) or PurePosixPath(parts[-1]).suffix.lower() not in suffixes:
            continue
        if member.flag_bits & _ENCRYPTED:
            raise Refused("foreign.encrypted", place)
        found.append((parts, member))
    if not found:
        raise Refused("foreign.empty", place)
    return sorted(found, key=lambda one: one[0])


def _declared(members: list[tuple[tuple[str, ...], zipfile.ZipInfo]], place: Place) -> int:
    declared = sum(member.file_size for _, member in members)
    if declared > MOST_BYTES:
        raise too_large("file", MOST_BYTES, place)
    return declared


def _parts(member: zipfile.ZipInfo) -> tuple[str, ...]:
    return tuple(part for part in _name(member).replace("\\", "/").split("/") if part not in {"", ".", ".."})


def _is_folder(member: zipfile.ZipInfo) -> bool:
    """Asked here, because the zip module fails at members without a name."""
    return member.filename.endswith("/")


def _is_hidden(parts: tuple[str, ...]) -> bool:
    """What a Mac or an office program leaves beside the files, and names that are none."""
    return not parts or any(part.startswith((".", "~$", "__MACOSX")) for part in parts)


def _name(member: zipfile.ZipInfo) -> str:
    """The name as the sender saw it: Windows and chat programs write GBK without saying so (threats.md 60)."""
    if member.flag_bits & _UTF8_NAMES:
        return member.filename
    try:
        return member.filename.encode("cp437").decode("gb18030")
    except UnicodeError:
        return member.filename


def _laid_out(
    opened: zipfile.ZipFile,
    members: list[tuple[tuple[str, ...], zipfile.ZipInfo]],
    into: Path,
    progress: Progress,
    place: Place,
) -> list[Unpacked]:
    left, laid = MOST_BYTES, []
    for number, (parts, member) in enumerate(members):
        progress(number, len(members), parts[-1])
        path = into / str(number) / safe_name(PurePosixPath(parts[-1]).stem, PurePosixPath(parts[-1]).suffix.lower())
        path.parent.mkdir()
        with opened.open(member) as stream, path.open("xb") as out:
            while chunk := stream.read(_CHUNK):
                left -= len(chunk)
                if left < 0:
                    raise too_large("file", MOST_BYTES, place)
                out.write(chunk)
        laid.append(Unpacked(parts, path))
    return laid
