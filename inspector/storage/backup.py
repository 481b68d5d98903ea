"""Backups that can be restored: copied whole, checked, and put back by one rename."""

import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import count
from pathlib import Path

import sqlalchemy as sa

from inspector.config.clock import new_id
from inspector.domain.errors import Place, Refused
from inspector.storage.check import digest
from inspector.storage.connection import can_be_written
from inspector.storage.durable import replace_durably, sync_file
from inspector.storage.engine import READING, make_engine
from inspector.storage.migrate import copy_whole, drop, version_known
from inspector.storage.refusals import words_for_file
from inspector.storage.tables import LAPTOP, local_state


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A finished backup: where it lies, how large it is, and what it holds."""

    path: Path
    bytes: int
    digest: str


def back_up(source: Path, target: Path) -> BackupFile:
    """A consistent copy of a live workspace while others write; `target` is whole or not there.

    Raises `Refused("backup.same-file")`, `Refused("workspace.not-ours")` rather than overwrite a file that is neither
    a backup nor a workspace, and the refusals of the disk.
    """
    with words_for_file(target):
        if target.exists():
            if source.samefile(target):
                raise Refused("backup.same-file", Place(file=str(target)))
            version_known(target)
        copy_whole(source, target)
        return BackupFile(target, target.stat().st_size, digest_of(target))


def restore(backup: Path, workspace: Path) -> BackupFile:
    """Put a backup in the workspace's place; the workspace must be closed, what stood there is kept beside it.

    Raises `Refused`: "backup.missing", "workspace.not-ours", "workspace.newer", "workspace.damaged".
    """
    if not backup.is_file():
        raise Refused("backup.missing", Place(file=str(backup)))
    with words_for_file(backup):
        if workspace.exists() and backup.samefile(workspace):
            raise Refused("backup.same-file", Place(file=str(backup)))
        version_known(backup)
    with words_for_file(workspace):
        if workspace.exists():
            _keep(workspace)
        copy_whole(backup, workspace, _new_incarnation)
        return BackupFile(workspace, workspace.stat().st_size, digest_of(workspace))


def _keep(workspace: Path) -> None:
    """Copy a closed workspace aside with its log, byte by byte: it may be the damaged one that is to be replaced."""
    kept = next(name for name in _names_beside(workspace) if not name.exists())
    drop(kept)
    for suffix in ("-wal", "-journal", ""):
        found = workspace.with_name(workspace.name + suffix)
        if found.exists():
            building = kept.with_name(f".{kept.name}.copying")
            shutil.copyfile(found, building)
            sync_file(building)
            replace_durably(building, kept.with_name(kept.name + suffix))


def _names_beside(workspace: Path) -> Iterator[Path]:
    for number in count(1):
        yield workspace.with_name(f"{workspace.stem}.before-restore-{number}{workspace.suffix}")


def _new_incarnation(connection: sa.Connection) -> None:
    """A restored file is another laptop to the others: work done since the backup may exist elsewhere (sync.md 10)."""
    connection.execute(local_state.update().where(local_state.c.name == LAPTOP).values(value=new_id()))


def digest_of(path: Path) -> str:
    """The digest of a workspace file."""
    engine = make_engine(path, read_only=not can_be_written(path))
    try:
        with engine.connect().execution_options(**READING) as connection, connection.begin():
            return digest(connection)
    finally:
        engine.dispose()
