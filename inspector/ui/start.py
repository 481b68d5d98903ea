"""From nothing to the window, and politely away again when the workspace cannot be opened."""

import logging
import sys
import threading
import traceback
from contextlib import AbstractContextManager, ExitStack
from pathlib import Path
from types import TracebackType
from typing import Protocol

from PySide6.QtCore import QByteArray, QSize, Qt, QTimer
from PySide6.QtWidgets import QApplication, QWidget

from inspector.config.garbage import collect_from_now_on
from inspector.config.paths import Paths
from inspector.domain.errors import Refused
from inspector.services.services import Services
from inspector.ui import translation
from inspector.ui.dialogs.crash_dialog import crash_dialog
from inspector.ui.dialogs.error_dialog import Deed, ErrorDialog
from inspector.ui.error_text import details, said
from inspector.ui.jobs import Jobs
from inspector.ui.load_ahead import LoadAhead
from inspector.ui.main_window.window import MainWindow
from inspector.ui.preferences import Preferences
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Mode, Theme
from inspector.ui.translation import tr

_LOG = logging.getLogger(__name__)
FIRST_SIZE = QSize(1366, 720)
_SETTLED_MS = 1000


class Opened(Protocol):
    """Gives the use cases of a workspace for as long as the block lasts."""

    def __call__(
        self, workspace: Path, person: str, *, writing: bool, ahead: bool
    ) -> AbstractContextManager[Services]: ...


def show_window(paths: Paths, language: str, opened: Opened) -> int:
    """Open the window on a workspace and stay until it is closed; returns the exit status."""
    app = QApplication(sys.argv[:1])
    preferences = Preferences(paths.settings)
    chosen = preferences.get()
    translation.speak(app, translation.Language(language or chosen.language))
    look = Look(app, paths.cache)
    look.use(Theme(Mode(chosen.theme), chosen.text_scale, motion=not chosen.reduce_motion))
    with ExitStack() as held:
        try:
            services = held.enter_context(opened(paths.workspace, chosen.person, writing=True, ahead=True))
        except Refused as refused:
            return _sorry(app, look, refused)
        jobs = Jobs()
        held.callback(jobs.close)
        window = MainWindow(services, look, jobs, page_specs(), preferences=preferences)
        look.theme_changed.connect(lambda: _keep_look(look, preferences))
        _tell_of_crashes(window, paths.log)
        _restore_place(window, preferences)
        window.show()
        ahead = LoadAhead()
        held.callback(ahead.stop)
        ahead.loaded.connect(collect_from_now_on)
        QTimer.singleShot(_SETTLED_MS, ahead, ahead.begin)
        status = app.exec()
        _keep_place(window, preferences)
        window.close()
    return status


def _sorry(app: QApplication, look: Look, refused: Refused) -> int:
    """The workspace cannot be opened: say why and go."""
    _LOG.warning("not started: %s", refused)
    host = QWidget()
    host.setWindowTitle(tr("Citizen Visits · Field Inspection"))
    look.dress(host)
    host.resize(720, 480)
    host.show()
    dialog = ErrorDialog(host, tr("The program was not started"), said(refused), details(refused), (Deed(tr("Close")),))
    dialog.finished.connect(app.quit)
    dialog.open()
    app.exec()
    return 1


def _restore_place(window: MainWindow, preferences: Preferences) -> None:
    """The window where and as large as it was; the first time as large as the screen allows."""
    kept = QByteArray.fromBase64(preferences.get().window.encode("ascii", "ignore"))
    if kept.isEmpty() or not window.restoreGeometry(kept):
        window.resize(FIRST_SIZE)
        window.setWindowState(Qt.WindowState.WindowMaximized)


def _keep_place(window: MainWindow, preferences: Preferences) -> None:
    kept = window.saveGeometry().toBase64().data()
    preferences.change(window=bytes(kept).decode("ascii"))


def _keep_look(look: Look, preferences: Preferences) -> None:
    """The text size and the colours chosen anywhere are those of the next start."""
    theme = look.theme
    preferences.change(text_scale=theme.scale, theme=str(theme.mode), reduce_motion=not theme.motion)


def _tell_of_crashes(window: MainWindow, log: Path) -> None:
    """What nobody foresaw is logged whole and told with a dialog; the program goes on."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        words = "".join(traceback.format_exception(kind, error, trace))
        _LOG.error("unforeseen: %s", words)
        QTimer.singleShot(0, window, lambda: crash_dialog(window, words, log).open())

    sys.excepthook = told
    threading.excepthook = lambda args: told(args.exc_type, args.exc_value or args.exc_type(), args.exc_traceback)
