"""A window with the pages of questionnaires on a small town, and hands for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.config.pin import hashed_pin
from inspector.domain.questionnaires.responses import Mode
from inspector.ui.context import PageSpec, RailPlace
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.questionnaires.asking.page import AskingPage
from inspector.ui.pages.questionnaires.callbacks.page import CallbacksPage
from inspector.ui.pages.questionnaires.kiosk.window import Kiosk
from inspector.ui.pages.questionnaires.page import QuestionnairesPage
from inspector.ui.pages.questionnaires.report.page import QuestionnaireReportPage
from inspector.ui.theme.apply import Look
from inspector.ui.translation import tr
from tests.town import Town, make_town
from tests.ui.pages.seat import Seat, seated

PIN = "2580"
MARKET, RESIDENTS = "WJ-JM", "WJ-A"
"""Two forms that come along."""
SPECS = (
    PageSpec("questionnaires", "message-square-text", lambda: tr("Survey"), QuestionnairesPage),
    PageSpec("asking", "", lambda: "", AskingPage, RailPlace.NONE, belongs_to="questionnaires"),
    PageSpec("callbacks", "", lambda: "", CallbacksPage, RailPlace.NONE, belongs_to="questionnaires"),
    PageSpec(
        "questionnaire_report", "", lambda: "", QuestionnaireReportPage, RailPlace.NONE, belongs_to="questionnaires"
    ),
)


class Surveyor(Seat):
    """Somebody who asks people, with a PIN set and a folder for files."""

    def __init__(self, qtbot: QtBot, window: MainWindow, town: Town, folder: Path) -> None:
        super().__init__(qtbot, window, town)
        window.context.preferences.change(kiosk_pin=hashed_pin(PIN), person="王敏")
        self.folder = folder

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

    def press(self, key: Qt.Key, window: QWidget | None = None) -> None:
        """A key where the focus is, here or at the kiosk, which may end with it and is still looked at."""
        self.strike(key, window=window)
        QApplication.processEvents()

    def leave(self) -> None:
        """Also the kiosk."""
        page = self.window.pages.page
        if isinstance(page, QuestionnairesPage) and page.kiosk:
            page.kiosk.leave()
        super().leave()

    def responses(self, code: str) -> int:
        """How many came back."""
        return next(one.responses for one in self.town.services.questionnaires.titles() if one.code == code)


@contextmanager
def surveyor_at_work(qtbot: QtBot, look: Look, jobs: Jobs, folder: Path) -> Iterator[Surveyor]:
    """The window on a small town, with a PIN set."""
    with seated(partial(Surveyor, folder=folder), make_town(folder / "town.db"), SPECS, qtbot, look, jobs) as made:
        yield made


def kiosk_of(surveyor: Surveyor, code: str = MARKET, language: str = "") -> Kiosk:
    """The full screen of a form, at its first page."""
    page = surveyor.forms
    page.forms.chosen.emit(code)
    surveyor.settle()
    page.panel.mode.show_value(str(Mode.SELF))
    if language:
        page.panel.language.show_value(language)
    page.start()
    assert page.kiosk is not None
    surveyor.qtbot.addWidget(page.kiosk)
    return page.kiosk
