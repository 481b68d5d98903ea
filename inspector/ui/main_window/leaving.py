"""Closing the window while something is being saved: it stays until that is done, or is closed once more."""

from collections.abc import Callable

from PySide6.QtCore import QEvent, QObject, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from inspector.ui.jobs import Jobs
from inspector.ui.translation import tr


class Leaving(QObject):
    """A hasty hand drops thirty photos and closes the window: none of them is lost without a word."""

    def __init__(self, window: QWidget, jobs: Jobs, say: Callable[[str], object]) -> None:
        super().__init__(window)
        self._window = window
        self._jobs = jobs
        self._say = say
        self._is_leaving = False
        window.installEventFilter(self)
        jobs.ended.connect(self._look_soon)  # no lambda: that one would outlive this

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """The first wish to close waits for the work under way, the second stops it."""
        closes = watched is self._window and event.type() == QEvent.Type.Close
        if closes and not self._is_leaving and (work := self._jobs.under_way):
            self._is_leaving = True
            self._say(tr("{work}: not done yet. The window closes when it is; close again to stop it.", work=work))
            event.ignore()
            return True
        return super().eventFilter(watched, event)

    def _look_soon(self, _job: object) -> None:
        QTimer.singleShot(0, self, self._leave_when_done)

    def _leave_when_done(self) -> None:
        if not self._is_leaving or self._jobs.under_way:
            return
        if QApplication.activeModalWidget():  # it failed, and somebody should read why
            self._is_leaving = False
        else:
            self._window.close()
