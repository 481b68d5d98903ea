"""The one recipe for SQLAlchemy on SQLite (sync.md); no other `create_engine` exists.

Python's sqlite3 would open transactions by itself, too late: SQLAlchemy's default lost 300 of 400 increments without
an error (measured.md L6). So the driver's own transactions are off and BEGIN is ours: IMMEDIATE for writing, plain
for reading.
"""

import sqlite3
from pathlib import Path

import sqlalchemy as sa
from sqlalchemy.pool import QueuePool

from inspector.storage.connection import connect

READING = {"reading": True}


def make_engine(path: Path, *, read_only: bool = False) -> sa.Engine:
    """An engine on the SQLite file `path`; `read_only` opens it so that not even a recovery writes into it.

    Of the connections nobody uses the last one used is taken: what it read is at hand.
    """

    def connection() -> sqlite3.Connection:
        return connect(path, read_only=read_only)

    engine = sa.create_engine(
        "sqlite://", creator=connection, poolclass=QueuePool, pool_size=4, pool_use_lifo=True, pool_reset_on_return=None
    )
    sa.event.listen(engine, "begin", _begin)
    return engine


def _begin(connection: sa.Connection) -> None:
    if connection.get_execution_options().get("reading", False):
        connection.connection.cursor().execute("BEGIN")  # asks nothing of the file yet
    else:
        connection.exec_driver_sql("BEGIN IMMEDIATE")
