"""A clerk of the office at one page of the real window, on a real workspace."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from PySide6.QtCore import QCoreApplication, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget
from pytestqt.qtbot import QtBot

from inspector.ui import translation
from inspector.ui.jobs import Jobs
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from inspector.ui.widgets.page import Page
from tests.town import furnished_town, make_town
from tests.ui.fit import filled_buttons, looks, misfits
from tests.ui.pages.seat import NONE, Seat, seated


class Desk(Seat):
    """Somebody who presses keys in a widget of a page."""

    pause = 0

    @property
    def page(self) -> Page:
        """The page that is shown."""
        return self.shown

    def settle(self) -> None:
        """Also until what was closed is gone."""
        super().settle()
        QCoreApplication.sendPostedEvents()
        super().settle()

    def press(self, widget: QWidget, key: Qt.Key, held: Qt.KeyboardModifier = NONE) -> None:
        """Press a key in a widget and wait for what follows."""
        widget.setFocus()
        QTest.keyClick(widget, key, held)
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
    with seated(Desk, make_town(workspace), specs, qtbot, look, jobs) as desk:
        yield desk


@contextmanager
def furnished_clerk_at(page: str, qtbot: QtBot, look: Look, jobs: Jobs, workspace: Path) -> Iterator[Desk]:
    """The whole window over a town after a fortnight of work, showing this page."""
    with seated(Desk, furnished_town(workspace), page_specs(), qtbot, look, jobs) as desk:
        desk.go(page)
        yield desk
