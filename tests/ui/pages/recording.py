"""A window with the recording page on a real workspace, and hands for it: keys, clicks, drops."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QMimeData, QPointF, Qt, QUrl
from PySide6.QtGui import QDragEnterEvent, QDropEvent, QInputMethodEvent
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.inspections import Verdict
from inspector.domain.sites import Site
from inspector.services.sheets import Sheet
from inspector.ui.context import PageSpec, RailPlace
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.record import RecordPage
from inspector.ui.pages.summary import SummaryPage
from inspector.ui.theme.apply import Look
from inspector.ui.translation import tr
from tests.town import Town, make_town
from tests.ui.pages.seat import NONE, OtherPage, Seat, seated

SHIFT, CTRL = Qt.KeyboardModifier.ShiftModifier, Qt.KeyboardModifier.ControlModifier


SPECS = (
    PageSpec("today", "house", lambda: tr("Inspection"), OtherPage),
    PageSpec("pick_site", "map-pin", lambda: tr("Inspection"), OtherPage),
    PageSpec("dispatch", "send", lambda: tr("Inspection"), OtherPage),
    PageSpec("record", "", lambda: "", RecordPage, RailPlace.NONE),
    PageSpec("summary", "", lambda: "", SummaryPage, RailPlace.NONE),
)


class Hands(Seat):
    """An inspector at the window."""

    def __init__(self, qtbot: QtBot, window: MainWindow, town: Town) -> None:
        super().__init__(qtbot, window, town)
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
        """Let layouts and queued events come to rest: an inspector waits for nothing that runs."""
        for _ in range(4):
            QApplication.processEvents()

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """One key, wherever the focus is: one action."""
        self.actions += 1
        self.strike(key, held)
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
        super().click(widget)

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
    with seated(Hands, make_town(workspace), SPECS, qtbot, look, jobs, (1366, 690)) as hands:
        yield hands


def add_site(town: Town, name: str, kind: str) -> None:
    """One more site of a kind."""
    site, _ = town.services.registers.save(Site(name, kind, street=town.streets["望云街道"], address="望云路 1 号"))
    town.sites[name] = site  # type: ignore[index] # a dict underneath
