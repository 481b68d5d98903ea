"""The bytes of a photo file, whole and unchanged, or a refusal that says why not."""

import os
import stat
from pathlib import Path

from inspector.domain.errors import Place, Refused
from inspector.exchange.photo_limits import MAX_FILE_BYTES


def photo_bytes(source: Path | bytes, name: str) -> bytes:
    """The whole content of `source`; bytes (a pasted picture) are only measured.

    Refuses by `name`: photo.gone, photo.is-a-folder, photo.not-a-file, photo.no-permission, photo.unreadable,
    photo.changed-while-reading, photo.empty, photo.file-too-large, photo.out-of-memory.
    """
    try:
        data = source if isinstance(source, bytes) else _read_unchanged(source, name)
    except FileNotFoundError as error:
        raise Refused("photo.gone", Place(file=name)) from error
    except PermissionError as error:
        raise Refused("photo.no-permission", Place(file=name)) from error
    except OSError as error:
        raise Refused("photo.unreadable", Place(file=name), detail=error.strerror or str(error)) from error
    except MemoryError as error:
        raise Refused("photo.out-of-memory", Place(file=name)) from error
    if not data:
        raise Refused("photo.empty", Place(file=name))
    _check_file_size(len(data), name)
    return data


def _read_unchanged(path: Path, name: str) -> bytes:
    # Asked before opening: opening a pipe waits for ever, and Windows calls a folder a lack of permission.
    _check_regular(path.stat(), name)
    with path.open("rb") as file:
        before = os.fstat(file.fileno())
        _check_regular(before, name)
        data = file.read(before.st_size + 1)  # read() asks for that much memory at once, so not for the limit
        after = os.fstat(file.fileno())
    if (before.st_size, before.st_mtime_ns) != (after.st_size, after.st_mtime_ns) or len(data) != after.st_size:
        # A phone or a chat program is still writing it: the half of a photo must not become evidence.
        raise Refused("photo.changed-while-reading", Place(file=name))
    return data


def _check_regular(found: os.stat_result, name: str) -> None:
    if stat.S_ISDIR(found.st_mode):
        raise Refused("photo.is-a-folder", Place(file=name))
    if not stat.S_ISREG(found.st_mode):
        raise Refused("photo.not-a-file", Place(file=name))
    _check_file_size(found.st_size, name)


def _check_file_size(size: int, name: str) -> None:
    if size > MAX_FILE_BYTES:
        raise Refused(
            "photo.file-too-large",
            Place(file=name),
            megabytes=str(size >> 20),
            limit_megabytes=str(MAX_FILE_BYTES >> 20),
        )
