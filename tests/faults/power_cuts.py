"""From a trace of a session to the disks that a power cut may leave.

The model: what a file held when it was last synced is on the disk. Each write since then is kept, lost or torn at 512
bytes, independently of the others. A new name, a rename and a removal are sure only after the folder was synced (a new
name also after its file was); until then each may or may not have happened.
"""

import random
import struct
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

SECTOR = 512
_HEAD = struct.Struct("<cIQI")


@dataclass(frozen=True, slots=True)
class Operation:
    """One line of a trace: Create, Write, Truncate, Sync, Rename or Unlink."""

    kind: str
    path: Path
    offset: int
    data: bytes


@dataclass(slots=True)
class _File:
    synced: bytearray = field(default_factory=bytearray)
    waiting: list[Operation] = field(default_factory=list)
    named: bool = False
    old_name: Path | None = None


def read_trace(path: Path) -> list[Operation]:
    """The operations of a trace in their order."""
    content, at, found = path.read_bytes(), 0, []
    while at < len(content):
        kind, path_length, offset, length = _HEAD.unpack_from(content, at)
        at += _HEAD.size
        name = content[at : at + path_length].decode().removesuffix(" (deleted)")
        at += path_length
        found.append(Operation(kind.decode(), Path(name), offset, content[at : at + length]))
        at += length
    return found


def disk_after(operations: list[Operation], root: Path, image: Path, chance: random.Random) -> dict[str, str]:
    """Lay a possible disk into the folder `image`; returns what had been acknowledged by then."""
    files: dict[Path, _File] = {}
    removed: dict[Path, _File] = {}
    acked = ""
    for one in operations:
        if one.path.name == "ACK":
            acked += one.data.decode()
        else:
            _happen(one, files, removed)
    for path, file in removed.items():
        if path not in files and chance.random() < 0.5:
            files[path] = file
    for path, file in files.items():
        name = _name_on_disk(path, file, chance)
        if name and not name.name.endswith("-shm"):
            (image / name.relative_to(root)).write_bytes(_content_on_disk(file, chance))
    return {revision: sha for revision, sha in (line.split() for line in acked.splitlines())}


def _happen(one: Operation, files: dict[Path, _File], removed: dict[Path, _File]) -> None:
    file = files.get(one.path)
    if one.kind == "C":
        removed.pop(one.path, None)
        files[one.path] = _File()
    elif one.kind in "WT" and file:
        file.waiting.append(one)
    elif one.kind == "S" and file:
        for write in file.waiting:
            _apply(write, file.synced, len(write.data))
        file.waiting.clear()
        file.named = True
    elif one.kind == "S":
        _sync_folder(one.path, files, removed)
    elif one.kind == "R" and file:
        del files[one.path]
        target = Path(one.data.decode())
        file.old_name = one.path
        files[target] = file
    elif one.kind == "U" and file:
        del files[one.path]
        if file.named:
            removed[one.path] = file


def _sync_folder(folder: Path, files: dict[Path, _File], removed: dict[Path, _File]) -> None:
    for path, file in files.items():
        if path.parent == folder:
            file.named, file.old_name = True, None
    for path in [p for p in removed if p.parent == folder]:
        del removed[path]


def _name_on_disk(path: Path, file: _File, chance: random.Random) -> Path | None:
    if file.old_name and chance.random() < 0.5:
        return file.old_name
    return path if file.named or chance.random() < 0.5 else None


def _content_on_disk(file: _File, chance: random.Random) -> bytes:
    content = bytearray(file.synced)
    for write in file.waiting:
        fate = chance.choice(("lost", "kept", "kept", "torn"))
        if fate == "kept":
            _apply(write, content, len(write.data))
        elif fate == "torn" and write.kind == "W":
            sectors = chance.randint(1, max(1, len(write.data) // SECTOR))
            _apply(write, content, sectors * SECTOR)
    return bytes(content)


def _apply(write: Operation, content: bytearray, length: int) -> None:
    missing = write.offset - len(content)
    if missing > 0:
        content.extend(bytes(missing))
    if write.kind == "T":
        del content[write.offset :]
    else:
        data = write.data[:length]
        content[write.offset : write.offset + len(data)] = data


def cuts(operations: list[Operation], number: int, chance: random.Random) -> Iterator[list[Operation]]:
    """The operations up to a random moment, that many times."""
    for _ in range(number):
        yield operations[: chance.randint(5, len(operations))]
