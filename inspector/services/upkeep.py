"""Keeping the workspace safe: check, back up, restore."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.domain.errors import Complaint
from inspector.domain.progress import Progress
from inspector.services.acts import Acts
from inspector.storage import backup
from inspector.storage.connection import sqlite_version

LAST_BACKUP = "last-backup"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The newest backup this laptop made."""

    path: Path
    at: datetime


@dataclass(frozen=True, slots=True)
class WorkspaceFacts:
    """The workspace file: where, how large in bytes, what it holds."""

    path: Path
    size: int
    findings: int
    inspections: int
    photos: int


class UpkeepService:
    """What an office does so that nothing is ever lost."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def check(self, progress: Progress) -> tuple[Complaint, ...]:
        """Everything wrong with the workspace; empty when it is whole."""
        return tuple(self._acts.workspace.problems(progress))

    def back_up(self, target: Path) -> backup.BackupFile:
        """A consistent copy in `target`, remembered as the newest where the workspace may be written."""
        made = self._acts.workspace.back_up(target)
        if self._acts.workspace.read_only:
            return made
        with self._acts.workspace.writing("backup") as writing:
            writing.take_note(LAST_BACKUP, f"{self._acts.now().isoformat()}|{made.path}")
        return made

    def restore(self, backup_file: Path) -> backup.BackupFile:
        """Put a backup in place of this workspace and go on with it; what stood there is kept beside it.

        Raises `Refused` like `storage.backup.restore`; the workspace is then open again as it was.
        """
        return self._acts.replace_file(lambda path: backup.restore(backup_file, path))

    @property
    def sqlite(self) -> str:
        """The version of the SQLite library that reads the workspace."""
        return sqlite_version()

    def facts(self) -> WorkspaceFacts:
        """Where the data lies and how much there is."""
        path = self._acts.workspace.path
        with self._acts.reading() as view:
            findings = sum(view.findings.counts_by_status().values())
            visits, photos = view.inspections.count(), view.photos.count()
        return WorkspaceFacts(path, path.stat().st_size, findings, visits, photos)

    def last_backup(self) -> LastBackup | None:
        """The newest backup made from this file, None if there never was one."""
        with self._acts.reading() as view:
            at, _, path = view.contents.note(LAST_BACKUP).partition("|")
        return LastBackup(Path(path), datetime.fromisoformat(at)) if at else None


def restore(backup_file: Path, workspace: Path) -> backup.BackupFile:
    """Put a backup in place of a closed workspace; what stood there is kept beside it."""
    return backup.restore(backup_file, workspace)
