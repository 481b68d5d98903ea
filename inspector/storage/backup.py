"""Backups that can be restored: copied whole, checked, and put back by one rename."""

from dataclasses import dataclass
from pathlib import Path

from inspector.config.clock import new_id
from inspector.domain.errors import Place, Refused
from inspector.storage.check import digest
from inspector.storage.engine import READING, make_engine
from inspector.storage.migrate import HEAD, copy_whole, known_versions, schema_of
from inspector.storage.refusals import words_for_sqlite
from inspector.storage.tables import LAPTOP, local_state


@dataclass(frozen=True, slots=True)
class BackupFile:
    """A finished backup: where it lies, how large it is, and what it holds."""

    path: Path
    bytes: int
    digest: str


def back_up(source: Path, target: Path) -> BackupFile:
    """A consistent copy of a live workspace while others write; `target` is whole or not there.

    Raises `Refused("backup.same-file")` and the refusals of the disk.
    """
    with words_for_sqlite(target):
        if target.exists() and source.samefile(target):
            raise Refused("backup.same-file", Place(file=str(target)))
        copy_whole(source, target)
        return BackupFile(target, target.stat().st_size, digest_of(target))


def restore(backup: Path, workspace: Path) -> BackupFile:
    """Put a backup in the workspace's place; the workspace must be closed, what stood there is kept beside it.

    Raises `Refused`: "backup.missing", "workspace.not-ours", "workspace.newer", "workspace.damaged".
    """
    if not backup.is_file():
        raise Refused("backup.missing", Place(file=str(backup)))
    with words_for_sqlite(backup):
        version = schema_of(backup)
        if version != HEAD and version not in known_versions():
            raise Refused("workspace.newer", Place(file=str(backup)), version=version)
    with words_for_sqlite(workspace):
        if workspace.exists():
            copy_whole(workspace, workspace.with_name(f"{workspace.stem}.before-restore{workspace.suffix}"))
        copy_whole(backup, workspace)
        _new_incarnation(workspace)
        return BackupFile(workspace, workspace.stat().st_size, digest_of(workspace))


def _new_incarnation(path: Path) -> None:
    """A restored file is another laptop to the others: work done since the backup may exist elsewhere (sync.md 10)."""
    engine = make_engine(path)
    try:
        with engine.begin() as connection:
            connection.execute(local_state.update().where(local_state.c.name == LAPTOP).values(value=new_id()))
    finally:
        engine.dispose()


def digest_of(path: Path) -> str:
    """The digest of a workspace file."""
    engine = make_engine(path)
    try:
        with engine.connect().execution_options(**READING) as connection, connection.begin():
            return digest(connection)
    finally:
        engine.dispose()
