"""A window with the recording page on a real workspace, and hands for it: keys, clicks, drops."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.inspections import Verdict
from inspector.domain.sites import Site
from inspector.services.sheets import Sheet
from inspector.ui.context import Context, PageSpec, RailPlace
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.record import RecordPage
from inspector.ui.pages.summary import SummaryPage
from inspector.ui.theme.apply import Look
from inspector.ui.translation import tr
from inspector.ui.widgets.page import Page
from tests.town import Town, make_town

NONE, SHIFT, CTRL = (
    Qt.KeyboardModifier.NoModifier,
    Qt.KeyboardModifier.ShiftModifier,
    Qt.KeyboardModifier.ControlModifier,
)


class HomePage(Page):
    """Where the way back leads."""

    def __init__(self, _context: Context) -> None:
        super().__init__()


SPECS = (
    PageSpec("today", "house", lambda: tr("Inspection"), HomePage),
    PageSpec("pick_site", "map-pin", lambda: tr("Inspection"), HomePage),
    PageSpec("dispatch", "send", lambda: tr("Inspection"), HomePage),
    PageSpec("record", "", lambda: "", RecordPage, RailPlace.NONE),
    PageSpec("summary", "", lambda: "", SummaryPage, RailPlace.NONE),
)


class Hands:
    """An inspector at the window."""

    def __init__(self, qtbot: QtBot, window: MainWindow, town: Town) -> None:
        self.qtbot = qtbot
        self.window = window
        self.town = town
        self.inspection = ""
        self.actions = 0

    @property
    def page(self) -> RecordPage:
        """The recording page."""
        page = self.window.pages.page
        assert isinstance(page, RecordPage)
        return page

    @property
    def sheet(self) -> Sheet:
        """What the workspace holds, read anew."""
        return self.town.services.recording.sheet(self.inspection)

    @property
    def here(self) -> str:
        """The code of the current item."""
        assert self.page.desk is not None
        return self.page.desk.item

    def begin(self, site: str = "育英小学") -> None:
        """Start an inspection of a site and open it."""
        self.inspection, _ = self.town.services.inspections.start(self.town.sites[site], "王敏")
        self.open()

    def open(self, item: str = "") -> None:
        """Open the inspection."""
        self.window.go("record", inspection=self.inspection, **({"item": item} if item else {}))
        self.settle()

    def settle(self) -> None:
        """Let layouts and queued events come to rest."""
        for _ in range(4):
            QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """One key, wherever the focus is: one action."""
        self.actions += 1
        self.window.activateWindow()
        self.qtbot.waitUntil(self.window.isActiveWindow)
        focus = self.window.focusWidget()
        assert focus is not None
        QTest.keyClick(focus, key, held)
        self.settle()

    def write(self, text: str) -> None:
        """Type where the focus is, as an input method commits it."""
        target = self.window.focusWidget()
        assert target is not None
        commit = QInputMethodEvent()
        commit.setCommitString(text)
        QApplication.sendEvent(target, commit)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """One click."""
        self.actions += 1
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def drop(self, *paths: Path) -> None:
        """Drop files on the editor: one action."""
        self.actions += 1
        mime = QMimeData()
        mime.setUrls([QUrl.fromLocalFile(str(path)) for path in paths])
        target = self.page.columns.right
        middle = target.rect().center()
        buttons, copy = Qt.MouseButton.LeftButton, Qt.DropAction.CopyAction
        enter = QDragEnterEvent(middle, copy, mime, buttons, NONE)
        QApplication.sendEvent(target, enter)
        assert enter.isAccepted()
        QApplication.sendEvent(target, QDropEvent(QPointF(middle), copy, mime, buttons, NONE))
        self.settle()

    def wait_for_photos(self, finding: str, number: int) -> None:
        """Wait until a finding has that many."""
        photos = self.town.services.photos
        self.qtbot.waitUntil(lambda: len(photos.of_finding(finding)) == number, timeout=15_000)
        self.qtbot.waitUntil(lambda: not self.window.context.jobs.is_busy, timeout=15_000)
        self.settle()

    def verdict(self, item: str) -> Verdict | None:
        """The verdict the workspace holds."""
        conclusion = self.sheet.conclusions.get(item)
        return conclusion.verdict if conclusion else None


@contextmanager
def inspector_at_work(qtbot: QtBot, look: Look, jobs: Jobs, workspace: Path) -> Iterator[Hands]:
    """The window over a new town, closed at the end."""
    town = make_town(workspace)
    window = MainWindow(town.services, look, jobs, SPECS)
    qtbot.addWidget(window)
    window.resize(1366, 690)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    try:
        yield Hands(qtbot, window, town)
    finally:
        for dialog in window.findChildren(QDialog):
            dialog.reject()
        qtbot.waitUntil(lambda: not jobs.is_busy, timeout=15_000)
        window.hide()
        town.services.close()


def add_site(town: Town, name: str, kind: str) -> None:
    """One more site of a kind."""
    site, _ = town.services.registers.save(Site(name, kind, street=town.streets["望云街道"], address="望云路 1 号"))
    town.sites[name] = site  # type: ignore[index] # a dict underneath
