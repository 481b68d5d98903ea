"""Writes the files of a dispatch in the background, and says in three parts why it could not."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.domain.errors import Refused
from inspector.domain.progress import Progress
from inspector.services.dispatch_plans import DispatchPlan
from inspector.services.dispatching import Issued
from inspector.ui.context import Context
from inspector.ui.dialogs.error_dialog import Deed, ErrorDialog
from inspector.ui.error_text import details, said
from inspector.ui.own_folders import DOCUMENTS, own_folder
from inspector.ui.translation import tr

Work = Callable[[Path, Progress], Issued]
_PLAN_AGAIN = frozenset({"dispatch.changed-meanwhile", "dispatch.number-taken"})
"""Refusals after which the same plan would be refused again."""


class ListWriter(QWidget):
    """`written` tells what stands on the disk; `ended` that nothing runs any more, whatever came of it."""

    written = Signal(object)
    ended = Signal()

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self.hide()
        self._context = context
        self._page = page
        self.is_busy = False

    @property
    def folder(self) -> Path:
        """Where the folder of a dispatch will stand."""
        kept = self._context.preferences.get().last_export_folder
        return Path(kept or own_folder(DOCUMENTS))

    def issue(self, plan: DispatchPlan) -> None:
        """Number the plan and write its lists into a folder below `folder`."""
        services = self._context.services
        person = self._context.preferences.get().person or services.acts.workspace.person

        def work(parent: Path, progress: Progress) -> Issued:
            return services.dispatching.issue(plan, parent, person, progress)

        self._run(work, self.folder)

    def rewrite(self, dispatch: str) -> None:
        """Write the lists of an earlier dispatch again, into a folder of its own below `folder`."""
        dispatching = self._context.services.dispatching

        def work(parent: Path, progress: Progress) -> Issued:
            return dispatching.rewrite(dispatch, parent, progress)

        self._run(work, self.folder)

    def change_folder(self) -> bool:
        """Ask for another folder and keep it; False when the person left it."""
        chosen = self.choose_folder(self.folder)
        if chosen:
            self._context.preferences.change(last_export_folder=str(chosen))
        return chosen is not None

    def choose_folder(self, start: Path) -> Path | None:
        """Ask for a folder; None when the person left it."""
        chosen = QFileDialog.getExistingDirectory(self._page, tr("Where the lists go"), str(start))
        return Path(chosen) if chosen else None

    def _run(self, work: Work, folder: Path) -> None:
        if self.is_busy:
            return
        self.is_busy = True
        self._context.jobs.run(
            lambda progress: work(folder, progress),
            self._done,
            partial(self._failed, work, folder),
            label=tr("Writing the lists"),
            owner=self,
            cancelled=self._cancelled,
        )

    def _done(self, issued: Issued) -> None:
        self._end()
        self._context.changed(issued.changed)
        self.written.emit(issued)

    def _cancelled(self) -> None:
        self._end()
        self._context.say(tr("Stopped; nothing was numbered or written"))

    def _end(self) -> None:
        self.is_busy = False
        self.ended.emit()

    def _failed(self, work: Work, folder: Path, error: Exception) -> None:
        self._end()
        again = Deed(tr("Try again"), partial(self._run, work, folder), "refresh-cw")
        elsewhere = Deed(tr("Save somewhere else"), partial(self._elsewhere, work), "folder")
        leave = Deed(tr("Go back"))
        code = error.complaint.code if isinstance(error, Refused) else ""
        deeds = (leave,) if code in _PLAN_AGAIN else (again, elsewhere, leave)
        ErrorDialog(self._page, tr("The lists were not written"), said(error), details(error), deeds).open()

    def _elsewhere(self, work: Work) -> None:
        if self.change_folder():
            self._run(work, self.folder)
