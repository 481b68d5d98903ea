"""Pictures of every page, drawn without a screen: for the demo, the manual and people who want to look first."""

import logging
from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field, replace
from itertools import groupby
from pathlib import Path
from tempfile import TemporaryDirectory
from time import monotonic
from typing import Literal

from PySide6.QtCore import QCoreApplication, QEvent, QEventLoop, QMessageLogContext, QtMsgType, qInstallMessageHandler
from PySide6.QtGui import QPainter, QPixmap
from PySide6.QtWidgets import QApplication

from inspector.domain.errors import Place, Refused
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.services.services import Services
from inspector.ui import translation
from inspector.ui.dialogs.modal import Modal
from inspector.ui.jobs import Jobs
from inspector.ui.main_window.window import MainWindow
from inspector.ui.preferences import Preferences
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Mode, Theme

_LOG = logging.getLogger(__name__)

SIZE = (1366, 768)
"""The screen of the laptops this is made for."""

LIGHT = Theme(motion=False)
DARK = replace(LIGHT, mode=Mode.DARK)
LARGE = replace(LIGHT, scale=2.0)

_CALM_S = 0.25
"""A page has settled when nothing was under way for this long: searches wait a moment for the next letter."""

_PATIENCE_S = 20


@dataclass(frozen=True, slots=True)
class Shot:
    """One picture: what is opened, in which look, and what is done before it is taken."""

    name: str
    page: str
    where: dict[str, str] = field(default_factory=dict)
    theme: Theme = LIGHT
    deed: Callable[[MainWindow], object] = lambda _window: None


def take_pictures(services: Services, folder: Path, language: Literal["zh", "en"] = "zh") -> tuple[Path, ...]:
    """Draw every page with what the workspace holds into PNG files of `folder`; returns them in their order.

    The services may write, because pages remember where one stood. Qt must not have been started with a screen by
    this process, or it draws there.
    """
    running = QApplication.instance()
    app = running if isinstance(running, QApplication) else QApplication(["inspector", "-platform", "offscreen"])
    folder.mkdir(parents=True, exist_ok=True)
    spoken = translation.language()
    with ExitStack() as held:
        held.callback(translation.use, spoken)
        held.callback(qInstallMessageHandler, qInstallMessageHandler(_log_what_qt_says))
        translation.use(translation.Language(language))
        look = Look(app, Path(held.enter_context(TemporaryDirectory())))
        held.callback(look.deleteLater)
        numbered = enumerate(_shots(services), 1)
        named = [(shot, folder / f"{number:02d}-{shot.name}.png") for number, shot in numbered]
        for theme, shots in groupby(named, lambda one: one[0].theme):
            look.use(theme)
            with _window(services, look) as window:
                for shot, path in shots:
                    _take(window, shot, path)
    return tuple(path for _, path in named)


def _log_what_qt_says(_kind: QtMsgType, _context: QMessageLogContext, words: str) -> None:
    """The offscreen platform says what it cannot do; stderr belongs to the command."""
    _LOG.info("Qt: %s", words)


@contextmanager
def _window(services: Services, look: Look) -> Iterator[MainWindow]:
    """A window of its own for each look: pages that are not wanted any more need not learn the new one."""
    jobs = Jobs()
    window = MainWindow(services, look, jobs, page_specs(), preferences=_preferences(services))
    window.resize(*SIZE)
    window.show()
    try:
        yield window
    finally:
        jobs.close()
        look.wearer = None  # the next look is put on by the next window
        window.close()
        window.deleteLater()
        jobs.deleteLater()
        QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def _shots(services: Services) -> tuple[Shot, ...]:
    """Every page with something worth seeing on it, then the dialogs, then other looks of the main pages."""
    draft = next(iter(services.inspections.drafts()), None)
    done = next(iter(services.inspections.finished(1)), None)
    finding = next(iter(services.ledger.ids(LedgerQuery(order=LedgerOrder.NUMBER))), "")
    drafted = {"inspection": draft.id} if draft else {}
    finished = {"inspection": done.id} if done else {}
    return (
        Shot("today", "today"),
        Shot("pick-site", "pick_site"),
        *([Shot("record", "record", drafted)] if draft else []),
        Shot("keys", "record" if draft else "pick_site", drafted, deed=lambda window: window.show_keys()),
        *([Shot("summary", "summary", finished)] if done else []),
        Shot("ledger", "ledger"),
        *([Shot("ledger-finding", "ledger", {"finding": finding})] if finding else []),
        Shot("ledger-empty", "ledger", {"text": "没有这样的问题"}),
        Shot("dispatch", "dispatch"),
        Shot("replies", "returns"),
        Shot("recheck", "recheck"),
        Shot("figures", "figures"),
        Shot("survey", "questionnaires"),
        Shot("survey-report", "questionnaire_report", {"code": "WJ-A"}),
        Shot("intake", "intake"),
        Shot("registers", "registers", {"register": "sites"}),
        Shot("checklists", "checklists", {"checklist": "LX"}),
        Shot("settings", "settings"),
        Shot("error", "dispatch", deed=_complain),
        Shot("today-dark", "today", theme=DARK),
        Shot("ledger-dark", "ledger", theme=DARK),
        *([Shot("record-dark", "record", drafted, DARK)] if draft else []),
        Shot("recheck-dark", "recheck", theme=DARK),
        Shot("today-200", "today", theme=LARGE),
        Shot("recheck-200", "recheck", theme=LARGE),
        Shot("ledger-200", "ledger", theme=LARGE),
        *([Shot("record-200", "record", drafted, LARGE)] if draft else []),
    )


def _take(window: MainWindow, shot: Shot, path: Path) -> None:
    window.go(shot.page, **shot.where)
    _settle(window.context.jobs)
    shot.deed(window)
    _settle(window.context.jobs)
    picture = window.grab()
    for dialog in window.findChildren(Modal):
        _lay_over(picture, dialog, window)
        dialog.reject()
    if not picture.save(str(path)):
        raise Refused("file.unwritable", Place(file=str(path)), reason="PNG")


def _lay_over(picture: QPixmap, dialog: Modal, window: MainWindow) -> None:
    """A dialog is a window of its own, which the picture of the one behind it does not hold."""
    painter = QPainter(picture)
    painter.drawPixmap(window.mapFromGlobal(dialog.pos()), dialog.grab())
    painter.end()


def _complain(window: MainWindow) -> None:
    """What a person reads most often: the list is open in another program."""
    place = Place(file="整改清单-望云街道办事处.xlsx")
    window.complain(Refused("file.open-elsewhere", place), lambda: None)


def _settle(jobs: Jobs) -> None:
    """Until everything that was asked for is shown."""
    began = calm_since = monotonic()
    while monotonic() - calm_since < _CALM_S and monotonic() - began < _PATIENCE_S:
        QCoreApplication.processEvents(QEventLoop.ProcessEventsFlag.AllEvents, 20)
        if jobs.is_busy:
            calm_since = monotonic()


def _preferences(services: Services) -> Preferences:
    """Those of the person in whose name the workspace was opened, kept nowhere."""
    preferences = Preferences(None)
    preferences.change(person=services.acts.workspace.person)
    return preferences
