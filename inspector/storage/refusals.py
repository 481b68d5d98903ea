"""SQLite's errors as refusals a person can act on; anything else is a bug and passes through."""

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


@contextmanager
def words_for_sqlite(path: Path) -> Iterator[None]:
    """Turn what SQLite says about the disk and the file into a `Refused` naming the file."""
    try:
        yield
    except DBAPIError as error:
        raise _refusal(error.orig, path) or error from error
    except sqlite3.Error as error:
        raise _refusal(error, path) or error from error
    except FileNotFoundError as error:
        raise Refused("workspace.folder-missing", Place(file=str(path))) from error
    except PermissionError as error:
        raise Refused("workspace.read-only", Place(file=str(path))) from error
    except OSError as error:
        raise Refused("workspace.disk-error", Place(file=str(path)), reason=error.strerror or "") from error


def _refusal(error: BaseException | None, path: Path) -> Refused | None:
    number = getattr(error, "sqlite_errorcode", None)
    code = _CODES.get(number & _PRIMARY) if isinstance(number, int) else None
    return Refused(code, Place(file=str(path)), reason=str(error)) if code else None
