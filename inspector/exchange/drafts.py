"""Names of files and folders that are still being written, and the sweeping of those nobody will finish.

A kill or a power cut leaves a draft behind. Its name tells which machine and which process wrote it, so the next
writing in the same folder can tell a left one from one that somebody else is writing right now.
"""

import hashlib
import os
import platform
import re
import shutil
import time
import uuid
from contextlib import suppress
from pathlib import Path

_ABANDONED_AFTER = 24 * 3600
"""Seconds; the only sign where the writer cannot be asked for: another machine's drafts, and on Windows."""

_NAME = re.compile(r"\.~([0-9a-f]{6})-([0-9a-f]+)-[0-9a-f]{8}")


def draft_beside(target: Path) -> Path:
    """A hidden name in the same folder: short, so that a long target name stays possible."""
    return target.parent / f".~{_machine()}-{os.getpid():x}-{uuid.uuid4().hex[:8]}"


def sweep(folder: Path) -> None:
    """Remove drafts whose writer is gone. Nothing is said when that fails: they harm nobody."""
    with suppress(OSError):
        for path in folder.glob(".~*"):
            if _is_left(path):
                _remove(path)


def _is_left(path: Path) -> bool:
    ours = _NAME.fullmatch(path.name)
    if not ours:
        return False
    machine, process = ours.groups()
    if machine == _machine() and os.name != "nt":
        return not _is_running(int(process, 16))
    return time.time() - path.lstat().st_mtime > _ABANDONED_AFTER


def _is_running(process: int) -> bool:
    try:
        os.kill(process, 0)  # asks only; on Windows the same call would end the process
    except ProcessLookupError:
        return False
    except (PermissionError, OverflowError):
        return True
    return True


def _remove(path: Path) -> None:
    if path.is_dir() and not path.is_symlink():
        shutil.rmtree(path, ignore_errors=True)
    else:
        path.unlink(missing_ok=True)


def _machine() -> str:
    return hashlib.sha256(platform.node().encode()).hexdigest()[:6]
