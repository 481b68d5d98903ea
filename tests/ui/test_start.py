"""The first second: the home page stands before the file is open, and nothing asked for meanwhile is forgotten."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
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
def window(qtbot: QtBot, look: Look, jobs: Jobs, services: Services) -> Iterator[MainWindow]:
    """The window as the start makes it."""
    made = MainWindow(services, look, jobs, page_specs())
    qtbot.addWidget(made)
    made.resize(1366, 690)
    made.show()
    yield made
    made.hide()
    jobs.close()


def home(window: MainWindow) -> TodayPage:
    page = window.pages.page
    assert isinstance(page, TodayPage)
    return page


def test_the_home_page_shows_its_figures_and_then_how_far_the_draft_is(qtbot: QtBot, window: MainWindow) -> None:
    qtbot.waitUntil(lambda: home(window).deeds.findChild(DraftCard) is not None)
    qtbot.waitUntil(lambda: "已查" in drawn_words(window))


def drawn_words(window: MainWindow) -> str:
    card = home(window).deeds.findChild(DraftCard)
    return " ".join(label.text() for label in card.findChildren(QLabel)) if card else ""


def test_a_page_asked_for_before_the_file_is_open_comes_when_it_is(
    qtbot: QtBot, window: MainWindow, services: Services
) -> None:
    window.go("ledger", view="overdue")
    assert window.pages.name == "today"
    qtbot.waitUntil(lambda: window.pages.name == "ledger")
    assert services.is_open
    assert window.pages.page is not None
    assert window.pages.page.where()["view"] == "overdue"


def test_the_rail_counts_once_the_file_is_open(qtbot: QtBot, window: MainWindow) -> None:
    button = window.rail.buttons["dispatch"]
    qtbot.waitUntil(lambda: button.accessibleDescription() != "")


def test_a_file_that_breaks_before_it_is_opened_is_told_and_the_program_ends(
    qtbot: QtBot, window: MainWindow, file: Path, services: Services
) -> None:
    with as_it_is(file) as connection:
        connection.execute("DROP TABLE revision")
    qtbot.waitUntil(lambda: bool(window.findChildren(ErrorDialog)))
    assert not services.is_open
