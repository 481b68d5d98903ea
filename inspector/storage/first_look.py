"""The home page of a workspace file that needs nothing done to it, before the file is opened for work."""

import sqlite3
from collections.abc import Sequence
from datetime import datetime
from pathlib import Path
from typing import Any

from inspector.config.far_places import far_place
from inspector.domain.today import Today
from inspector.storage.connection import as_it_is, can_be_written
from inspector.storage.schema import HEAD
from inspector.storage.today import read_today


def needs_nothing(path: Path) -> bool:
    """The file is one of ours, of this version, and can be written: nothing has to be made, upgraded or refused."""
    if not path.is_file() or not can_be_written(path) or far_place(path):
        return False
    try:
        with as_it_is(path) as connection:
            version = connection.execute("SELECT version_num FROM alembic_version").fetchone()
    except sqlite3.Error:
        return False
    return version is not None and version[0] == HEAD


def first_look(path: Path, at: datetime) -> Today:
    """The home page of the file as of `at`. Raises sqlite3.Error for a file that cannot be read."""
    with as_it_is(path) as connection:

        def ask(sql: str, **given: object) -> Sequence[Sequence[Any]]:
            return connection.execute(sql, given).fetchall()

        connection.execute("BEGIN")
        return read_today(ask, at)
