"""The first second: the home page stands before the file is open, and nothing asked for meanwhile is forgotten."""

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel
from pytestqt.qtbot import QtBot

from inspector.services.services import Services, open_services
from inspector.storage.connection import as_it_is
from inspector.ui.dialogs.error_dialog import ErrorDialog
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.today.draft_card import DraftCard
from inspector.ui.pages.today.page import TodayPage
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from tests.town import furnished_town


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """The file of a furnished town, closed."""
    made = furnished_town(tmp_path / "town.db")
    made.services.close()
    return tmp_path / "town.db"


@pytest.fixture
def services(file: Path) -> Iterator[Services]:
    """The use cases of the town with its home page read ahead."""
    made = open_services(file, ahead=True)
    yield made
    made.close()


@pytest.fixture
def start(qtbot: QtBot, look: Look, jobs: Jobs, services: Services) -> Iterator[Callable[[], MainWindow]]:
    """Makes the window as the start does: nothing has happened yet when the test gets it."""
    made: list[MainWindow] = []

    def begin() -> MainWindow:
        window = MainWindow(services, look, jobs, page_specs())
        qtbot.addWidget(window)
        window.resize(1366, 690)
        window.show()
        made.append(window)
        return window

    yield begin
    for window in made:
        window.hide()
    jobs.close()


def words_of_draft(window: MainWindow) -> str:
    page = window.pages.page
    assert isinstance(page, TodayPage)
    card = page.deeds.findChild(DraftCard)
    return " ".join(label.text() for label in card.findChildren(QLabel)) if card else ""


def test_the_home_page_shows_the_draft_and_then_how_far_it_is(qtbot: QtBot, start: Callable[[], MainWindow]) -> None:
    window = start()
    qtbot.waitUntil(lambda: "接着做" in words_of_draft(window))
    qtbot.waitUntil(lambda: "已查" in words_of_draft(window))


def test_a_page_asked_for_before_the_file_is_open_comes_when_it_is(
    qtbot: QtBot, start: Callable[[], MainWindow], services: Services
) -> None:
    window = start()
    window.go("ledger", view="overdue")
    assert (window.pages.name, services.is_open) == ("today", False)
    qtbot.waitUntil(lambda: window.pages.name == "ledger")
    assert services.is_open
    assert window.pages.page is not None
    assert window.pages.page.where()["view"] == "overdue"


def test_the_rail_counts_once_the_file_is_open(qtbot: QtBot, start: Callable[[], MainWindow]) -> None:
    button = start().rail.buttons["dispatch"]
    assert not button.accessibleDescription()
    qtbot.waitUntil(lambda: button.accessibleDescription() != "")


def test_a_file_that_breaks_before_it_is_opened_is_told_and_the_program_ends(
    qtbot: QtBot, start: Callable[[], MainWindow], file: Path, services: Services, monkeypatch: pytest.MonkeyPatch
) -> None:
    ended: list[bool] = []
    monkeypatch.setattr(QApplication, "quit", lambda: ended.append(True))
    window = start()
    with as_it_is(file) as connection:
        connection.execute("DROP TABLE revision")
    qtbot.waitUntil(lambda: bool(window.findChildren(ErrorDialog)))
    assert not services.is_open
    QTest.keyClick(window.findChildren(ErrorDialog)[0], Qt.Key.Key_Escape)
    assert ended
