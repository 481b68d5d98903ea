"""What restoring does, before it is done: the one deed of the settings that cannot be undone with a key."""

from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.kinds import RECORDS
from inspector.domain.progress import Progress
from inspector.domain.stored import Changed
from inspector.ui.context import Context
from inspector.ui.dialogs.modal import Modal
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, across, down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.labels import wrapping


class RestoreDialog(Modal):
    """Stays open while it restores, for nothing may be recorded meanwhile."""

    def __init__(self, parent: QWidget, context: Context, backup: Path) -> None:
        super().__init__(parent, tr("Restore from a backup"))
        self._context = context
        self._backup = backup
        self.leave = outlined(tr("Leave it"), self.reject)
        self.go = filled(tr("Put the backup in place"), self.restore)
        self.words = wrapping(
            tr("Everything goes back to the state of this backup. What is here now is kept as a file beside it."),
            "base",
            "text2",
        )
        self.fill(
            down(
                wrapping(tr("Restore from a backup"), "lg", bold=True),
                self.words,
                wrapping(str(backup), "sm", "text3", selectable=True),
                4,
                across(STRETCH, self.leave, self.go, gap=8),
                gap=10,
                margins=(24, 24, 24, 20),
            )
        )
        self.leave.setFocus()

    def restore(self) -> None:
        """Do it on the worker, then show everything anew."""
        self.leave.setEnabled(False)
        self.go.setEnabled(False)
        self.words.setText(tr("Restoring… please keep the program open"))
        upkeep, backup = self._context.services.upkeep, self._backup

        def work(_progress: Progress) -> int:
            return upkeep.restore(backup).bytes

        self._context.jobs.run(work, lambda _size: self._restored(), self._refused, owner=self)

    def _restored(self) -> None:
        self.accept()
        self._context.changed(Changed(frozenset(RECORDS)))
        self._context.go("today")
        self._context.say(tr("The backup is in place; the state before is kept beside it"))

    def _refused(self, error: Exception) -> None:
        self.reject()
        self._context.complain(error)
