"""A person before the real window, on a real workspace: what all tests of pages do with it."""

from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from typing import TypeVar, cast

import shiboken6
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.ui.context import Context, PageSpec
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pacing import Seldom
from inspector.ui.theme.apply import Look
from inspector.ui.widgets.page import Page
from tests.town import Town

NONE = Qt.KeyboardModifier.NoModifier


class OtherPage(Page):
    """Stands where another page would, and remembers what it was asked for."""

    asked: dict[str, str]

    def __init__(self, _context: Context) -> None:
        super().__init__()

    def open(self, **where: str) -> None:
        """Keep it."""
        self.asked = where


class Seat:
    """The window and what a person does with it; each wait is for what follows."""

    pause = 20
    """Milliseconds before looking whether something runs: some pages wait a moment for the next key."""

    def __init__(self, qtbot: QtBot, window: MainWindow, town: Town) -> None:
        self.qtbot = qtbot
        self.window = window
        self.town = town

    @property
    def shown(self) -> Page:
        """The page that is shown, made anew with every other look."""
        page = self.window.pages.page
        assert page
        return page

    def settle(self) -> None:
        """Until nothing runs and everything is drawn."""
        if self.pause:
            self.qtbot.wait(self.pause)
        self._until_idle()
        for _ in range(3):
            QApplication.processEvents()
        self._until_idle()

    def _until_idle(self) -> None:
        self.qtbot.waitUntil(lambda: not self._is_busy, timeout=30_000)

    @property
    def _is_busy(self) -> bool:
        later = self.window.findChildren(Seldom) if shiboken6.isValid(self.window) else ()
        return self.window.context.jobs.is_busy or any(seldom.is_due for seldom in later)

    def go(self, page: str, **where: str) -> None:
        """Open a page and wait until it shows what it should."""
        self.window.go(page, **where)
        self.settle()

    def strike(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE, window: QWidget | None = None) -> None:
        """A key where the focus is, in this window or another; waits for nothing."""
        target = window or self.window
        target.activateWindow()
        self.qtbot.waitUntil(target.isActiveWindow)
        QTest.keyClick(cast("QWidget | None", target.focusWidget()) or target, key, held)

    def click(self, widget: QWidget) -> None:
        """One click on a widget."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def undo(self) -> None:
        """What U does."""
        self.window.undo()
        self.settle()

    def leave(self) -> None:
        """Close what is open, and let end what runs."""
        for dialog in self.window.findChildren(QDialog):
            dialog.reject()
        self.settle()


class Keyboard(Seat):
    """Somebody who works by keys, wherever the focus is."""

    def press(self, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """One key."""
        self.strike(key, held)
        self.settle()


Seated = TypeVar("Seated", bound=Seat)


@contextmanager
def seated(
    sit: Callable[[QtBot, MainWindow, Town], Seated],
    town: Town,
    specs: Sequence[PageSpec],
    qtbot: QtBot,
    look: Look,
    jobs: Jobs,
    size: tuple[int, int] = (1366, 768),
) -> Iterator[Seated]:
    """Somebody before a window with these pages, the first one shown; everything is closed at the end."""
    window = MainWindow(town.services, look, jobs, specs)
    qtbot.addWidget(window)
    window.resize(*size)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    made = sit(qtbot, window, town)
    made.settle()
    try:
        yield made
    finally:
        made.leave()
        jobs.close()
        town.services.close()
