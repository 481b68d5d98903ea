"""催办: the list of what is owed and the letters, about chosen findings or about everything that is due."""

from collections.abc import Collection
from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QFileDialog, QMenu, QWidget

from inspector.domain.progress import Progress
from inspector.services.pressing import SOON_DAYS, Letter
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import WORKBOOK, choose_name
from inspector.ui.pages.ledger.letter_dialog import LetterDialog, letter_words
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.tips import tip

Chosen = Collection[str] | None
"""Findings by id; None is all that is overdue or falls due within a week."""


class Papers(QObject):
    """What the button `button` and the menus of ticked findings write."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self.button = outlined(tr("Press"), self.offer, icon="bell", keys="C")

    def take_form(self, *, narrow: bool) -> None:
        """Words where there is room for them."""
        self.button.setText("" if narrow else " " + tr("Press"))
        tip(self.button, tr("Press the units that are late") + "  C")

    def offer(self) -> None:
        """Ask which paper about everything that is due."""
        menu = self.menu()
        menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """The list and both letters, about everything that is due; nothing has to be ticked."""
        menu = QMenu(self._page)
        every = tr("List of all that is overdue or due within {n} days …", n=SOON_DAYS)
        menu.addAction(every).triggered.connect(lambda: self.press(None))
        late = tr("Pressing letters about all that is overdue …")
        menu.addAction(late).triggered.connect(lambda: self.ask_letters(Letter.PRESS, None))
        owed = tr("Rectification notices about all that is overdue or due within {n} days …", n=SOON_DAYS)
        menu.addAction(owed).triggered.connect(lambda: self.ask_letters(Letter.NOTICE, None))
        return menu

    def press(self, findings: Chosen) -> None:
        """Ask for a name and write the pressing list of these findings."""
        if file := choose_name(self._page, tr("Pressing list"), tr("Pressing list.xlsx"), WORKBOOK):
            self.write_pressing_list(findings, file)

    def write_pressing_list(self, findings: Chosen, file: Path) -> None:
        """Write what of these is overdue or due within a week, by unit, to a file."""
        services = self._context.services

        def work(_progress: Progress) -> int:
            return services.pressing.write_list(file, findings=None if findings is None else tuple(findings))

        def done(number: int) -> None:
            self._context.say(tr("{n} findings in {file}", n=number, file=file.name))

        self._context.jobs.run(work, done, label=tr("Pressing list"), owner=self._page)

    def ask_letters(self, kind: Letter, findings: Chosen) -> None:
        """Ask for the first number and a folder and write the letters about these findings."""
        pressing = self._context.services.pressing

        def choose(first: int) -> None:
            if folder := QFileDialog.getExistingDirectory(self._page, tr("Choose a folder")):
                self.write_letters(kind, first, findings, Path(folder))

        proposed, number = pressing.next_serial(kind), partial(pressing.number, kind)
        LetterDialog(self._page, kind, proposed, number, choose, of_all=findings is None).open()

    def write_letters(self, kind: Letter, first: int, findings: Chosen, folder: Path) -> None:
        """Write the letters, one a unit, to a folder."""
        services = self._context.services

        def work(_progress: Progress) -> tuple[Path, ...]:
            return services.pressing.issue_letters(kind, folder, first, None if findings is None else tuple(findings))

        def done(files: tuple[Path, ...]) -> None:
            self._context.say(tr("{n} letters in {folder}", n=len(files), folder=folder.name))

        self._context.jobs.run(work, done, label=letter_words(kind), owner=self._page)
