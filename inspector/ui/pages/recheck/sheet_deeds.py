"""The sheet for the way: written, opened for printing, and its results keyed in."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Complaint, Refused
from inspector.domain.rechecks import RecheckResult
from inspector.services.moves import Moved
from inspector.services.wording.sentences import sentences
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import WORKBOOK, choose_name
from inspector.ui.pages.recheck.key_in_dialog import KeyInDialog
from inspector.ui.translation import Language, language, tr


class SheetDeeds(QObject):
    """What the page's two buttons do; `open_file` shows the written sheet in the spreadsheet program."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._dialog: KeyInDialog | None = None
        self.open_file: Callable[[Path], object] = _open_file

    def print_sheet(self, findings: Sequence[str]) -> None:
        """Ask for a name and write the sheet of these."""
        day = self._context.services.acts.today().isoformat()
        suggested = tr("Re-inspection sheet {day}.xlsx", day=day)
        if file := choose_name(self._page, tr("Print the sheet"), suggested, WORKBOOK):
            self.write_sheet(findings, file)

    def write_sheet(self, findings: Sequence[str], file: Path) -> None:
        """Write the sheet of these to a file and open it."""
        services = self._context.services

        def done(number: int) -> None:
            self._context.say(tr("{n} findings on the sheet", n=number))
            self.open_file(file)

        self._context.jobs.run(
            lambda _progress: services.rechecking.print_sheet(findings, file),
            done,
            label=tr("Writing the sheet"),
            owner=self._page,
        )

    def key_in(self) -> None:
        """Open the dialog for results from the sheet."""
        self._dialog = KeyInDialog(self._page, self._context.services.acts.workspace.person, self._take)
        self._dialog.finished.connect(self._leave)
        self._dialog.open()

    def _leave(self) -> None:
        self._dialog = None

    def _take(self, number: str, result: RecheckResult, note: str, by: str) -> None:
        rechecking = self._context.services.rechecking

        def done(moved: Moved) -> None:
            if dialog := self._dialog:
                if moved.refused:
                    dialog.refused(_words(moved.refused[0]))
                else:
                    dialog.took(" ".join(filter(None, (number, result_words(result), note))))
            self._context.changed(moved.changed)

        def failed(error: Exception) -> None:
            if self._dialog and isinstance(error, Refused):
                self._dialog.refused(_words(error.complaint))
            else:
                self._context.complain(error)

        self._context.jobs.run(
            lambda _progress: rechecking.key_in(number, result, note, by),
            done,
            failed,
            label=tr("Key in results"),
            owner=self._page,
        )


def result_words(result: RecheckResult) -> str:
    """已改好, 没改好, 看不到."""
    return {
        RecheckResult.PASSED: tr("Fixed"),
        RecheckResult.FAILED: tr("Not fixed"),
        RecheckResult.UNSEEN: tr("Cannot be seen"),
    }[result]


def _open_file(file: Path) -> None:
    QDesktopServices.openUrl(QUrl.fromLocalFile(str(file)))


def _words(complaint: Complaint) -> str:
    return str(sentences(complaint, "zh" if language() is Language.CHINESE else "en"))
