"""SQLite's errors as refusals a person can act on; anything else is a bug and passes through."""

import errno
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from sqlalchemy.exc import DBAPIError

from inspector.domain.errors import Place, Refused

_CODES = {
    sqlite3.SQLITE_FULL: "workspace.disk-full",
    sqlite3.SQLITE_READONLY: "workspace.read-only",
    sqlite3.SQLITE_IOERR: "workspace.disk-error",
    sqlite3.SQLITE_CORRUPT: "workspace.damaged",
    sqlite3.SQLITE_NOTADB: "workspace.not-ours",
    sqlite3.SQLITE_CANTOPEN: "workspace.cannot-open",
    sqlite3.SQLITE_BUSY: "workspace.busy",
    sqlite3.SQLITE_LOCKED: "workspace.busy",
    sqlite3.SQLITE_PERM: "workspace.read-only",
}
_PRIMARY = 0xFF
"""The low byte of an extended result code is the primary one."""

_DAMAGE = ("no such table", "no such column", "Could not decode to UTF-8")
"""What is said of a file whose schema or text has rotted: the version was checked, so the tables must be there."""

_OF_THE_DISK = {
    errno.ENOENT: "workspace.folder-missing",
    errno.ENOTDIR: "workspace.folder-missing",
    errno.ENOSPC: "workspace.disk-full",
    errno.EDQUOT: "workspace.disk-full",
    errno.EACCES: "workspace.read-only",
    errno.EPERM: "workspace.read-only",
    errno.EROFS: "workspace.read-only",
}


@contextmanager
def words_for_sqlite(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the disk and the file into a `Refused` naming the file."""
    try:
        yield
    except DBAPIError as error:
        raise _refusal(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _refusal(error, path) or error from error


@contextmanager
def words_for_file(path: Path) -> Iterator[None]:
    """The same, and what the system says when files are made, renamed and removed.

    Only around our own steps: inside a reading or writing block such an error may be about any other file.
    """
    try:
        with words_for_sqlite(path):
            yield
    except UnicodeDecodeError as error:  # of a name in a rotten schema, which SQLite quotes in its message
        raise Refused("workspace.damaged", Place(file=str(path)), reason=str(error)) from error
    except OSError as error:
        code = _OF_THE_DISK.get(error.errno or 0, "workspace.disk-error")
        raise Refused(code, Place(file=str(path)), reason=error.strerror or "") from error


def is_damage(error: BaseException | None) -> bool:
    """True when SQLite could not make sense of the file, as opposed to not reaching it."""
    return _code(error) in {"workspace.damaged", "workspace.not-ours"}


def _refusal(error: BaseException | None, path: Path) -> Refused | None:
    code = _code(error)
    return Refused(code, Place(file=str(path)), reason=str(error)) if code else None


def _code(error: BaseException | None) -> str | None:
    if str(error).startswith(_DAMAGE):
        return "workspace.damaged"
    number = getattr(error, "sqlite_errorcode", None)
    return _CODES.get(number & _PRIMARY) if isinstance(number, int) else None
