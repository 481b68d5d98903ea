"""A window with the ledger and the dispatch page on a furnished town, and hands for it."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog
from pytestqt.qtbot import QtBot

from inspector.ui.context import Context, PageSpec
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.dispatch.page import DispatchPage
from inspector.ui.pages.ledger.page import LedgerPage
from inspector.ui.theme.apply import Look
from inspector.ui.translation import tr
from inspector.ui.widgets.page import Page
from tests.town import Town, furnished_town


class OtherPage(Page):
    """Remembers what it was asked for."""

    asked: dict[str, str]

    def __init__(self, _context: Context) -> None:
        super().__init__()

    def open(self, **where: str) -> None:
        """Keep it."""
        self.asked = where


SPECS = (
    PageSpec("ledger", "list-checks", lambda: tr("Ledger"), LedgerPage),
    PageSpec("dispatch", "send", lambda: tr("Dispatch"), DispatchPage),
    PageSpec("record", "pencil", lambda: tr("Inspection"), OtherPage),
    PageSpec("pick_site", "map-pin", lambda: tr("Inspection"), OtherPage),
    PageSpec("settings", "settings", lambda: tr("Inspection"), OtherPage),
)


class Office:
    """Somebody at the office window."""

    def __init__(self, qtbot: QtBot, window: MainWindow, town: Town, out: Path) -> None:
        self.qtbot = qtbot
        self.window = window
        self.town = town
        self.out = out
        self.opened: list[Path] = []

    @property
    def ledger(self) -> LedgerPage:
        """The ledger page, shown."""
        assert isinstance(self.window.pages.page, LedgerPage)
        return self.window.pages.page

    @property
    def dispatch(self) -> DispatchPage:
        """The dispatch page, shown."""
        assert isinstance(self.window.pages.page, DispatchPage)
        self.window.pages.page.open_path = self.opened.append
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

    def press(self, key: Qt.Key, modifier: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key where the focus is."""
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        QTest.keyClick(self.window.focusWidget(), key, modifier)
        self.settle()

    def listed(self) -> list[str]:
        """The descriptions of the listed findings, in order."""
        model = self.ledger.area.model
        rows = (model.row_at(place) for place in range(model.rowCount()))
        return [row.text for row in rows if row]


@contextmanager
def office_at_work(qtbot: QtBot, look: Look, jobs: Jobs, folder: Path) -> Iterator[Office]:
    """The window on a furnished town; lists go to a folder `out`."""
    town = furnished_town(folder / "town.db")
    window = MainWindow(town.services, look, jobs, SPECS)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitUntil(window.isActiveWindow)
    out = folder / "out"
    out.mkdir()
    window.context.preferences.change(last_export_folder=str(out))
    made = Office(qtbot, window, town, out)
    made.settle()
    yield made
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    made.settle()
    jobs.close()
    town.services.close()
