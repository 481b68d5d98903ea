"""The one recipe for talking to SQLite (sync.md); no other `create_engine` exists.

Python's sqlite3 would open transactions by itself, too late: SQLAlchemy's default lost 300 of 400 increments without
an error (measured.md L6). So the driver's own transactions are off and BEGIN is ours: IMMEDIATE for writing, plain
for reading. WAL with synchronous=FULL keeps every acknowledged save through a power cut (measured.md L2).
"""

import sqlite3
from collections.abc import Iterator
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
        mode = "ro" if read_only else "rw"
        connection = sqlite3.connect(
            f"{path.absolute().as_uri()}?mode={mode}",
            uri=True,
            check_same_thread=False,
            timeout=10,
            isolation_level=None,
            cached_statements=256,
        )
        for pragma in PRAGMAS[1:] if read_only else PRAGMAS:
            connection.execute(f"pragma {pragma}")
        return connection

    engine = sa.create_engine("sqlite://", creator=connect, poolclass=QueuePool, pool_size=4, pool_reset_on_return=None)
    sa.event.listen(engine, "begin", _begin)
    return engine


@contextmanager
def outside_transactions(engine: sa.Engine) -> Iterator[sqlite3.Cursor]:
    """A cursor for the few statements that SQLite refuses inside a transaction (VACUUM INTO, journal_mode)."""
    pooled = engine.raw_connection()
    try:
        cursor: sqlite3.Cursor = pooled.driver_connection.cursor()  # type: ignore[union-attr] # never None while open
        yield cursor
    finally:
        pooled.close()


def create_file(path: Path) -> None:
    """An empty SQLite file at `path`, which must not exist; `make_engine` itself never creates one by mistake."""
    with path.open("xb"):
        pass


def _begin(connection: sa.Connection) -> None:
    reading = connection.get_execution_options().get("reading", False)
    connection.exec_driver_sql("BEGIN" if reading else "BEGIN IMMEDIATE")
