"""A workspace file made new, and an older one brought up to date.

Both work on a file beside the real one and put it in place by one rename, so that an interruption at any moment leaves
either the old whole file or the new whole file (threats.md 17). An older file is copied to the backups first.
"""

import os
from collections.abc import Callable
from pathlib import Path

import sqlalchemy as sa

from inspector.domain.errors import Place, Refused
from inspector.storage.durable import replace_durably, sync_file
from inspector.storage.engine import create_file, make_engine, outside_transactions

HEAD = "0001"
"""The newest schema; a test compares it with the migrations."""

MIGRATIONS = Path(__file__).parent / "migrations"

Connection = Callable[[sa.Connection], None]


def make_new(path: Path, introduce: Connection) -> None:
    """A new workspace at `path`; `introduce` writes what only a new file gets."""
    building = _beside(path, ".new")
    _drop(building)
    create_file(building)
    engine = make_engine(building)
    try:
        with engine.begin() as connection:
            _upgrade(connection)
            introduce(connection)
        _fold_log(engine)
    finally:
        engine.dispose()
    _put_in_place(building, path)


def bring_up_to_date(path: Path) -> None:
    """Upgrade an older file; nothing happens to one that is current.

    Raises `Refused("workspace.newer")` for a file of a newer program and `Refused("workspace.not-ours")` for a SQLite
    file that is no workspace.
    """
    version = schema_of(path)
    if version == HEAD:
        return
    if version not in known_versions():
        raise Refused("workspace.newer", Place(file=str(path)), version=version)
    backup = path.with_name(f"{path.stem}.before-{HEAD}{path.suffix}")
    copy_whole(path, backup)
    building = _beside(path, ".upgrading")
    _drop(building)
    copy_whole(path, building)
    engine = make_engine(building)
    try:
        with engine.begin() as connection:
            _upgrade(connection)
        _fold_log(engine)
    finally:
        engine.dispose()
    _put_in_place(building, path)


def schema_of(path: Path) -> str:
    """The schema version a file says it has."""
    engine = make_engine(path)
    try:
        with engine.connect() as connection, connection.begin():
            if not sa.inspect(connection).has_table("alembic_version"):
                raise Refused("workspace.not-ours", Place(file=str(path)))
            return str(connection.execute(sa.text("SELECT version_num FROM alembic_version")).scalar())
    finally:
        engine.dispose()


def copy_whole(source: Path, target: Path) -> None:
    """A consistent copy of a live file under `target`, whole or not at all (measured.md L17: VACUUM INTO)."""
    building = _beside(target, ".copying")
    _drop(building)
    engine = make_engine(source)
    try:
        with outside_transactions(engine) as cursor:
            cursor.execute("VACUUM INTO ?", (str(building),))
    finally:
        engine.dispose()
    _quick_check(building)
    _put_in_place(building, target)


def known_versions() -> tuple[str, ...]:
    """Every schema version this program can upgrade from."""
    return tuple(sorted(p.name.partition("_")[0] for p in (MIGRATIONS / "versions").glob("[0-9]*.py")))


def _upgrade(connection: sa.Connection) -> None:
    # Imported only here: a start with a current file does not pay for it.
    from alembic import command  # noqa: PLC0415
    from alembic.config import Config  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(MIGRATIONS))
    config.attributes["connection"] = connection
    command.upgrade(config, "head")


def _quick_check(path: Path) -> None:
    engine = make_engine(path)
    try:
        with outside_transactions(engine) as cursor:
            (said,) = cursor.execute("PRAGMA quick_check").fetchone()
        if said != "ok":
            raise Refused("workspace.damaged", Place(file=str(path)), reason=str(said))
        _fold_log(engine)
    finally:
        engine.dispose()


def _fold_log(engine: sa.Engine) -> None:
    """Everything into the main file and no log beside it, so that the file alone is the whole workspace."""
    with outside_transactions(engine) as cursor:
        cursor.execute("PRAGMA wal_checkpoint(TRUNCATE)").fetchall()
        cursor.execute("PRAGMA journal_mode=DELETE").fetchall()


def _close_log(path: Path) -> None:
    engine = make_engine(path)
    try:
        _fold_log(engine)
    finally:
        engine.dispose()


def _put_in_place(building: Path, target: Path) -> None:
    if target.exists():
        _close_log(target)  # an old log left beside the new file would be played into it
    sync_file(building)
    replace_durably(building, target)


def _beside(path: Path, suffix: str) -> Path:
    return path.with_name(f".{path.name}{suffix}")


def _drop(path: Path) -> None:
    for suffix in ("", "-wal", "-shm", "-journal"):
        leftover = path.with_name(path.name + suffix)
        if leftover.exists():
            os.unlink(leftover)  # noqa: PTH108 - one system call, seen by the fault tests
