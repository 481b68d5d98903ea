"""The one recipe for talking to SQLite (sync.md); no other `create_engine` exists.

Python's sqlite3 would open transactions by itself, too late: SQLAlchemy's default lost 300 of 400 increments without
an error (measured.md L6). So the driver's own transactions are off and BEGIN is ours: IMMEDIATE for writing, plain
for reading. WAL with synchronous=FULL keeps every acknowledged save through a power cut (measured.md L2).
"""

import os
import sqlite3
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

PRAGMAS = (
    "journal_mode=wal",
    "synchronous=full",
    "foreign_keys=on",
    "trusted_schema=off",
    "cell_size_check=on",
    "journal_size_limit=67108864",
    "busy_timeout=10000",
)

READING = {"reading": True}


def make_engine(path: Path, *, read_only: bool = False) -> sa.Engine:
    """An engine on the SQLite file `path`; `read_only` opens it so that not even a recovery writes into it."""

    def connect() -> sqlite3.Connection:
        return _connect(path, PRAGMAS[1:] if read_only else PRAGMAS, read_only=read_only)

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=4, pool_reset_on_return=None)
    sa.event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def as_it_is(path: Path) -> Iterator[sqlite3.Connection]:
    """A connection outside transactions that leaves the file's journal mode alone, for what engines cannot do:
    look at a stranger's file, copy (VACUUM INTO), fold the log. A file that cannot be written is only read.
    """
    connection = _connect(path, PRAGMAS[1:], read_only=not can_be_written(path))
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


def _connect(path: Path, pragmas: Iterable[str], *, read_only: bool) -> sqlite3.Connection:
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


def _address(path: Path, *, read_only: bool) -> str:
    """In a folder nobody writes to SQLite could not lay its log, and needs none if none is there."""
    log = path.with_name(f"{path.name}-wal")
    frozen = read_only and not os.access(path.parent, os.W_OK) and not (log.exists() and log.stat().st_size)
    return f"{path.absolute().as_uri()}?mode={'ro' if read_only else 'rw'}{'&immutable=1' if frozen else ''}"


def _begin(connection: sa.Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
