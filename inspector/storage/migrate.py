"""A workspace file made new, and an older one brought up to date.

Both work on a file beside the real one and put it in place by one rename, so that an interruption at any moment leaves
either the old whole file or the new whole file (threats.md 17). An older file is copied to the backups first.
"""

import sqlite3
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from inspector.domain.errors import Place, Refused
from inspector.storage.connection import as_it_is, create_file
from inspector.storage.durable import replace_durably, sync_file
from inspector.storage.engine import make_engine
from inspector.storage.finding_pieces import put_missing_pieces
from inspector.storage.refusals import is_damage
from inspector.storage.response_lines import put_missing_lines
from inspector.storage.schema import HEAD

MIGRATIONS = Path(__file__).parent / "migrations"

Change = Callable[[sa.Connection], None]
"""Writes something within the transaction it is given."""


def make_new(path: Path, introduce: Change) -> None:
    """A new workspace at `path`; `introduce` writes what only a new file gets."""
    building = _beside(path, ".new")
    drop(building)
    create_file(building)
    _change_alone(building, _upgrade, introduce)
    _put_in_place(building, path)


def bring_up_to_date(path: Path) -> None:
    """Upgrade an older file; nothing happens to one that is current.

    Raises `Refused("workspace.newer")` for a file of a newer program and `Refused("workspace.not-ours")` for a file
    that is no workspace.
    """
    if version_known(path) != HEAD:
        copy_whole(path, path.with_name(f"{path.stem}.before-{HEAD}{path.suffix}"))
        copy_whole(path, path, _upgrade)


def version_known(path: Path) -> str:
    """The schema version a file says it has, when this program knows it.

    Raises `Refused`: "workspace.newer", "workspace.not-ours". A view or trigger is nobody's of ours: it could run for
    ever when it is asked, or change what is written (threats.md 55).
    """
    with as_it_is(path) as connection:
        if connection.execute("SELECT 1 FROM sqlite_master WHERE type IN ('view', 'trigger')").fetchone():
            raise Refused("workspace.not-ours", Place(file=str(path)))
        if not connection.execute("SELECT 1 FROM sqlite_master WHERE name = 'alembic_version'").fetchone():
            raise Refused("workspace.not-ours", Place(file=str(path)))
        version = str((connection.execute("SELECT version_num FROM alembic_version").fetchone() or ("",))[0])
    if version != HEAD and version not in known_versions():
        raise Refused("workspace.newer", Place(file=str(path)), version=version)
    return version


def copy_whole(source: Path, target: Path, change: Change | None = None) -> None:
    """A consistent copy of a live file under `target`, whole or not at all (measured.md L17: VACUUM INTO).

    `change` writes into the copy before it takes its name.
    """
    building = _beside(target, ".copying")
    drop(building)
    with as_it_is(source) as connection:
        connection.execute("VACUUM INTO ?", (str(building),))
    if change:
        _change_alone(building, change)
    _quick_check(building)
    _put_in_place(building, target)


def known_versions() -> tuple[str, ...]:
    """Every schema version this program can upgrade from."""
    return tuple(sorted(p.name.partition("_")[0] for p in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def _upgrade(connection: sa.Connection) -> None:
    # Imported only here: a start with a current file does not pay for it.
    from alembic import command
    from alembic.config import Config

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")
    put_missing_lines(connection)
    put_missing_pieces(connection)


def _change_alone(path: Path, *changes: Change) -> None:
    """One transaction on a file nobody else knows; afterwards the file alone is the whole workspace."""
    engine = make_engine(path)
    try:
        with engine.begin() as connection:
            for change in changes:
                change(connection)
    finally:
        engine.dispose()
    _fold_log(path)


def _quick_check(path: Path) -> None:
    with as_it_is(path) as connection:
        (said,) = connection.execute("PRAGMA quick_check").fetchone()
    if said != "ok":
        raise Refused("workspace.damaged", Place(file=str(path)), reason=str(said))


def _fold_log(path: Path) -> None:
    """Everything into the main file and no log beside it."""
    with as_it_is(path) as connection:
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        connection.execute("PRAGMA journal_mode=DELETE").fetchall()


def _put_in_place(building: Path, target: Path) -> None:
    if target.exists():
        _end_log(target)
    sync_file(building)
    replace_durably(building, target)


def _end_log(path: Path) -> None:
    """An old log left beside the new file would be played into it; that of a damaged file cannot be folded any more."""
    try:
        _fold_log(path)
    except sqlite3.DatabaseError as error:
        if not is_damage(error):
            raise
        _drop_logs(path)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f".{path.name}{suffix}")


def drop(path: Path) -> None:
    """Remove a file and the logs beside it; nothing happens when there are none."""
    path.unlink(missing_ok=True)
    _drop_logs(path)


def _drop_logs(path: Path) -> None:
    for suffix in ("-wal", "-shm", "-journal"):
        path.with_name(path.name + suffix).unlink(missing_ok=True)
