"""Files that appear whole or not at all: whatever fails, what stood there before still stands (threats.md 4, 5, 16).

Content goes to a hidden file in the same folder, is forced to the disk and takes its name in one step.
"""

import errno
import os
import shutil
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from typing import BinaryIO

from inspector.domain.errors import Place, Refused
from inspector.exchange.drafts import draft_beside, sweep

_TRIES = 8
_FIRST_PAUSE = 0.02
"""Seconds; doubled at each try, 2.5 s in all. Virus scanners let go of a new file within that time."""

_DISK_FULL = {errno.ENOSPC, errno.EDQUOT}
_READ_ONLY = {errno.EROFS, errno.EACCES, errno.EPERM}
_GONE = {errno.ENOENT, errno.ENOTDIR, errno.ENODEV, errno.ESTALE}


@contextmanager
def replacing(target: Path) -> Iterator[BinaryIO]:
    """A file opened for writing that becomes `target` when the block ends well and vanishes when it does not.

    Raises `Refused` with the place of `target`: "file.open-elsewhere", "file.disk-full" (needed, free: bytes),
    "file.read-only", "file.folder-gone", "file.name-too-long", "file.is-a-folder" or "file.unwritable" (reason).
    """
    draft = draft_beside(target)
    sweep(target.parent)
    try:
        with _refusing(target, draft):
            _require_replaceable(target)
            with draft.open("xb") as out:
                yield out
                out.flush()
                os.fsync(out.fileno())
            _patiently(lambda: draft.replace(target), target)
            _sync_folder(target.parent)
    except BaseException:
        with suppress(OSError):
            draft.unlink(missing_ok=True)
        raise


@contextmanager
def stage_folder(target: Path) -> Iterator[Path]:
    """A hidden folder beside `target` that becomes `target` when the block ends well and vanishes when it does not.

    Raises `Refused("file.exists")` rather than touch what stands there, and otherwise as `replacing` does.
    """
    draft = draft_beside(target)
    sweep(target.parent)
    try:
        with _refusing(target, draft):
            draft.mkdir()
            yield draft
            _sync_folder(draft)
            _require_nothing_at(target)
            _patiently(lambda: draft.rename(target), target)
            _sync_folder(target.parent)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise


def require_space(folder: Path, needed: int) -> None:
    """Raise `Refused("file.disk-full", needed, free)` when the folder's disk has fewer than `needed` bytes."""
    with _refusing(folder, folder):
        free = shutil.disk_usage(folder).free
        if free < needed:
            raise Refused("file.disk-full", Place(file=str(folder)), needed=str(needed), free=str(free))


def _require_replaceable(target: Path) -> None:
    if target.is_dir():
        raise Refused("file.is-a-folder", Place(file=str(target)))
    if target.exists() and not os.access(target, os.W_OK):
        raise Refused("file.read-only", Place(file=str(target)))


def _require_nothing_at(target: Path) -> None:
    if target.exists():
        raise Refused("file.exists", Place(file=str(target)))


def _patiently(act: Callable[[], object], target: Path) -> None:
    """Do it; while another program holds the file (Windows), wait and try again, and say so at last."""
    pause = _FIRST_PAUSE
    for _ in range(_TRIES - 1):
        with suppress(PermissionError):
            act()
            return
        time.sleep(pause)
        pause *= 2
    try:
        act()
    except PermissionError as error:
        raise Refused("file.open-elsewhere", Place(file=str(target))) from error


@contextmanager
def _refusing(target: Path, draft: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise _refused(error, target, draft) from error


def _refused(error: OSError, target: Path, draft: Path) -> Refused:
    place = Place(file=str(target))
    if error.errno in _DISK_FULL:
        return Refused("file.disk-full", place, needed=str(_size(draft)), free=str(_free(target.parent)))
    if error.errno == errno.ENAMETOOLONG:
        return Refused("file.name-too-long", place)
    if error.errno in _READ_ONLY:
        return Refused("file.read-only", place)
    if error.errno in _GONE:
        return Refused("file.folder-gone", place)
    return Refused("file.unwritable", place, reason=os.strerror(error.errno) if error.errno else str(error))


def _sync_folder(folder: Path) -> None:
    """Force the new name to the disk; Windows does that by itself and cannot open a folder."""
    if os.name == "nt":
        return
    handle = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(handle)
    finally:
        os.close(handle)


def _size(draft: Path) -> int:
    """What was written so far: at least this much is needed."""
    with suppress(OSError):
        if draft.is_dir():
            return sum(part.stat().st_size for part in draft.rglob("*"))
        return draft.stat().st_size
    return 0


def _free(folder: Path) -> int:
    with suppress(OSError):
        return shutil.disk_usage(folder).free
    return 0
