"""One program on one workspace: a lock beside the file that a crash lets go of by itself (measured.md L15)."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QLockFile

from inspector.domain.errors import Place, Refused


@contextmanager
def locked(workspace: Path) -> Iterator[None]:
    """Hold the workspace. Raises `Refused("workspace.in-use", machine, process)` while another program does."""
    lock = QLockFile(str(workspace.with_name(f"{workspace.name}.lock")))
    lock.setStaleLockTime(0)
    if not lock.tryLock(0):
        raise _held(lock, workspace)
    try:
        yield
    finally:
        lock.unlock()


def _held(lock: QLockFile, workspace: Path) -> Refused:
    place = Place(file=str(workspace))
    if lock.error() is QLockFile.LockError.PermissionError:
        return Refused("workspace.read-only", place)
    _pid, machine, program = lock.getLockInfo()
    return Refused("workspace.in-use", place, machine=str(machine), program=str(program))
