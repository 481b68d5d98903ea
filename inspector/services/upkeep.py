"""Keeping the workspace safe: check, back up, restore."""

from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from inspector.domain.errors import Complaint
from inspector.domain.progress import Progress
from inspector.services.acts import Acts
from inspector.storage import backup

LAST_BACKUP = "last-backup"


@dataclass(frozen=True, slots=True)
class LastBackup:
    """The newest backup this laptop made."""

    path: Path
    at: datetime


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

    def last_backup(self) -> LastBackup | None:
        """The newest backup made from this file, None if there never was one."""
        with self._acts.reading() as view:
            at, _, path = view.contents.note(LAST_BACKUP).partition("|")
        return LastBackup(Path(path), datetime.fromisoformat(at)) if at else None


def restore(backup_file: Path, workspace: Path) -> backup.BackupFile:
    """Put a backup in place of a closed workspace; what stood there is kept beside it."""
    return backup.restore(backup_file, workspace)
