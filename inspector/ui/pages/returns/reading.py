"""Asking for what came back and reading it on the worker."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QFileDialog, QWidget

from inspector.domain.progress import Progress
from inspector.services.return_taking import ReturnPreview
from inspector.ui.context import Context
from inspector.ui.translation import tr

_PATTERNS = "*.xlsx *.xlsm *.xltx *.xls *.ods *.et *.zip *.jpg *.jpeg *.png *.webp *.heic"


class Reading:
    """`done` is given each preview; it then belongs to whoever takes it."""

    def __init__(self, context: Context, page: QWidget, done: Callable[[ReturnPreview], object]) -> None:
        self._context = context
        self._page = page
        self._done = done
        self.is_busy = False

    def choose_files(self) -> None:
        """Ask for files and read them."""
        pattern = f"{tr('Files')} ({_PATTERNS})"
        chosen, _ = QFileDialog.getOpenFileNames(self._page, tr("Choose files"), "", pattern)
        self.read([Path(one) for one in chosen])

    def choose_folder(self) -> None:
        """Ask for a folder and read all in it."""
        if chosen := QFileDialog.getExistingDirectory(self._page, tr("Choose a folder")):
            self.read([Path(chosen)])

    def read(self, paths: Sequence[Path]) -> None:
        """Read files, folders and zips; nothing changes. While it runs no other begins."""
        if not paths or self.is_busy:
            return
        services, self.is_busy = self._context.services, True

        def work(progress: Progress) -> ReturnPreview:
            return services.returns.preview(paths, progress)

        self._context.jobs.run(
            work,
            self._read,
            self._not_read,
            label=tr("Reading what came back"),
            cancelled=self._stopped,
            owner=self._page,
        )

    def _read(self, preview: ReturnPreview) -> None:
        self.is_busy = False
        self._done(preview)

    def _not_read(self, error: Exception) -> None:
        self.is_busy = False
        self._context.complain(error)

    def _stopped(self) -> None:
        self.is_busy = False
        self._context.say(tr("Reading was stopped; nothing was changed"))
