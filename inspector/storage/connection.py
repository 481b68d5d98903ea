"""Connections to the SQLite file by its own driver: pragmas, address, and what engines cannot do.

WAL with synchronous=FULL keeps every acknowledged save through a power cut (measured.md L2). Nothing of SQLAlchemy is
loaded here, because the start asks its first questions before.
"""

import os
import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

PRAGMAS = (
    "journal_mode=wal",
    "synchronous=full",
    "foreign_keys=on",
    "trusted_schema=off",
    "cell_size_check=on",
    "journal_size_limit=67108864",
    "busy_timeout=10000",
)


def connect(path: Path, *, read_only: bool, keep_journal: bool = False) -> sqlite3.Connection:
    """A connection with our pragmas and no transactions of the driver's own; `keep_journal` leaves the file's journal
    mode alone, and so does `read_only`.
    """
    pragmas = PRAGMAS[1:] if read_only or keep_journal else PRAGMAS
    connection = sqlite3.connect(
        _address(path, read_only=read_only),
        uri=True,
        check_same_thread=False,
        timeout=10,
        isolation_level=None,
        cached_statements=256,
    )
    try:
        for pragma in pragmas:
            connection.execute(f"pragma {pragma}")
    except sqlite3.Error:
        connection.close()
        raise
    return connection


@contextmanager
def as_it_is(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection outside transactions that leaves the file's journal mode alone, for what engines cannot do:
    look at a stranger's file, copy (VACUUM INTO), fold the log. A file that cannot be written is only read.
    """
    connection = connect(path, read_only=not can_be_written(path), keep_journal=True)
    try:
        yield connection
    finally:
        connection.close()


def write_anew(path: Path) -> bool:
    """Rebuild a live file from what it still says and empty its log: what was deleted is in neither afterwards.

    Rewriting is the only way that also reaches the rest of pages (`secure_delete` would cost every save). False when
    a reader still needs the log.
    """
    with as_it_is(path) as connection:
        connection.execute("VACUUM")
        busy, *_ = connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchone()
    return not busy


def sqlite_version() -> str:
    """The version of the SQLite library this program runs on."""
    return sqlite3.sqlite_version


def can_be_written(path: Path) -> bool:
    """True when both the file and its folder (for the log) are ours to write."""
    return os.access(path, os.W_OK) and os.access(path.parent, os.W_OK)


def create_file(path: Path) -> None:
    """An empty SQLite file at `path`, which must not exist; `make_engine` itself never creates one by mistake."""
    with path.open("xb"):
        pass


def _address(path: Path, *, read_only: bool) -> str:
    """In a folder nobody writes to SQLite could not lay its log, and needs none if none is there."""
    log = path.with_name(f"{path.name}-wal")
    frozen = read_only and not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
    return f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}{'&immutable=1' if frozen else ''}"
