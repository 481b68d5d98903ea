"""A clerk of the office at one page of the real window, on a real workspace."""

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QWidget
from pytestqt.qtbot import QtBot

from inspector.ui import translation
from inspector.ui.context import PageSpec
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from inspector.ui.widgets.page import Page
from tests.town import Town, furnished_town, make_town
from tests.ui.fit import filled_buttons, looks, misfits


@dataclass
class Desk:
    """The window and what a person does with it."""

    qtbot: QtBot
    jobs: Jobs
    town: Town
    window: MainWindow

    @property
    def page(self) -> Page:
        """The page that is shown, made anew with every other look."""
        page = self.window.pages.page
        assert page
        return page

    def settle(self) -> None:
        """Wait until nothing is under way any more."""
        self.qtbot.waitUntil(lambda: not self.jobs.is_busy, timeout=20_000)
        for _ in range(3):
            QApplication.processEvents()
            QCoreApplication.sendPostedEvents()
        self.qtbot.waitUntil(lambda: not self.jobs.is_busy, timeout=20_000)

    def press(self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
        """Press a key in a widget and wait for what follows."""
        widget.setFocus()
        QTest.keyClick(widget, key, held)
        self.settle()

    def click(self, widget: QWidget) -> None:
        """Click a widget and wait for what follows."""
        QTest.mouseClick(widget, Qt.MouseButton.LeftButton)
        self.settle()

    def undo(self) -> None:
        """What U does."""
        self.window.undo()
        self.settle()

    def misfits_in_every_look(self) -> list[str]:
        """What does not fit in any look, and where there is not one filled button."""
        found = []
        for language, theme, size in looks():
            translation.use(language)
            self.window.resize(*size)
            self.window.context.look.use(theme)
            self.settle()
            where = f"{language} {theme.scale} {theme.mode} {size}"
            found += [f"{where}: {text}" for text in misfits(self.window)]
            if len(filled_buttons(self.window)) != 1:
                found.append(f"{where}: filled {filled_buttons(self.window)}")
        return found


@contextmanager
def clerk_at(page: str, qtbot: QtBot, look: Look, jobs: Jobs, workspace: Path) -> Iterator[Desk]:
    """A window that shows this page and has no other."""
    specs = [spec for spec in page_specs() if spec.name == page]
    with _seated(make_town(workspace), specs, qtbot, look, jobs) as desk:
        yield desk


@contextmanager
def furnished_clerk_at(page: str, qtbot: QtBot, look: Look, jobs: Jobs, workspace: Path) -> Iterator[Desk]:
    """The whole window over a town after a fortnight of work, showing this page."""
    with _seated(furnished_town(workspace), page_specs(), qtbot, look, jobs) as desk:
        desk.window.go(page)
        desk.settle()
        yield desk


@contextmanager
def _seated(town: Town, specs: Sequence[PageSpec], qtbot: QtBot, look: Look, jobs: Jobs) -> Iterator[Desk]:
    window = MainWindow(town.services, look, jobs, specs)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    window.activateWindow()
    qtbot.waitExposed(window)
    qtbot.waitUntil(window.isActiveWindow)
    desk = Desk(qtbot, jobs, town, window)
    desk.settle()
    yield desk
    for dialog in window.findChildren(QDialog):
        dialog.reject()
    desk.settle()
    town.services.close()
