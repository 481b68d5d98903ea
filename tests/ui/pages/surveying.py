"""A window with the pages of questionnaires on a small town, and hands for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.config.pin import hashed_pin
from inspector.ui.context import PageSpec, RailPlace
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.questionnaires.asking.page import AskingPage
from inspector.ui.pages.questionnaires.callbacks.page import CallbacksPage
from inspector.ui.pages.questionnaires.page import QuestionnairesPage
from inspector.ui.pages.questionnaires.report.page import QuestionnaireReportPage
from inspector.ui.theme.apply import Look
from inspector.ui.translation import tr
from tests.town import Town, make_town

PIN = "2580"
SPECS = (
    PageSpec("questionnaires", "message-square-text", lambda: tr("Survey"), QuestionnairesPage),
    PageSpec("asking", "", lambda: "", AskingPage, RailPlace.NONE, belongs_to="questionnaires"),
    PageSpec("callbacks", "", lambda: "", CallbacksPage, RailPlace.NONE, belongs_to="questionnaires"),
    PageSpec(
        "questionnaire_report", "", lambda: "", QuestionnaireReportPage, RailPlace.NONE, belongs_to="questionnaires"
    ),
)


class Surveyor:
    """Somebody who asks people."""

    def __init__(self, qtbot: QtBot, window: MainWindow, town: Town, folder: Path) -> None:
        self.qtbot, self.window, self.town, self.folder = qtbot, window, town, folder

    @property
    def forms(self) -> QuestionnairesPage:
        """The page of forms, shown."""
        assert isinstance(self.window.pages.page, QuestionnairesPage)
        return self.window.pages.page

    @property
    def asking(self) -> AskingPage:
        """The page that asks, shown."""
        assert isinstance(self.window.pages.page, AskingPage)
        return self.window.pages.page

    @property
    def callbacks(self) -> CallbacksPage:
        """Who wants to be called back, shown."""
        assert isinstance(self.window.pages.page, CallbacksPage)
        return self.window.pages.page

    @property
    def report(self) -> QuestionnaireReportPage:
        """The results, shown."""
        assert isinstance(self.window.pages.page, QuestionnaireReportPage)
        return self.window.pages.page

    def settle(self) -> None:
        """Until nothing runs and everything is drawn."""
        self.qtbot.wait(20)
        self.qtbot.waitUntil(lambda: not self.window.context.jobs.is_busy, timeout=20_000)
        QApplication.processEvents()

    def go(self, page: str, **where: str) -> None:
        """Open a page and wait until it shows what it should."""
        self.window.go(page, **where)
        self.settle()

    def press(self, key: Qt.Key, window: QWidget | None = None) -> None:
        """Press a key where the focus is."""
        target = window or self.window
        target.activateWindow()
        self.qtbot.waitUntil(target.isActiveWindow)
        QTest.keyClick(target if target.focusWidget() is None else target.focusWidget(), key)
        QApplication.processEvents()

    def responses(self, code: str) -> int:
        """How many came back."""
        return next(one.responses for one in self.town.services.questionnaires.titles() if one.code == code)


@contextmanager
def surveyor_at_work(qtbot: QtBot, look: Look, jobs: Jobs, folder: Path) -> Iterator[Surveyor]:
    """The window on a small town, with a PIN set."""
    town = make_town(folder / "town.db")
    window = MainWindow(town.services, look, jobs, SPECS)
    qtbot.addWidget(window)
    window.context.preferences.change(kiosk_pin=hashed_pin(PIN), person="王敏")
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    made = Surveyor(qtbot, window, town, folder)
    made.settle()
    yield made
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    page = window.pages.page
    if isinstance(page, QuestionnairesPage) and page.kiosk:
        page.kiosk.leave()
    made.settle()
    jobs.close()
    town.services.close()
