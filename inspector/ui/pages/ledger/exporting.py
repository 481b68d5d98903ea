"""导出台账: what the filter shows as a workbook, with the first photos or with their number only."""

from functools import partial
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QMenu, QWidget

from inspector.domain.ledger import LedgerQuery
from inspector.services.ledger_export import MOST_WITH_PHOTOS, LedgerWritten
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import WORKBOOK, choose_name
from inspector.ui.dialogs.error_dialog import Deed, ErrorDialog
from inspector.ui.error_text import details, said
from inspector.ui.translation import tr
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.tips import tip


class LedgerExport(QObject):
    """The button of the page's head and the work behind it; `asked` and `number` tell what is shown now."""

    def __init__(self, context: Context, page: QWidget) -> None:
        super().__init__(page)
        self._context = context
        self._page = page
        self._asked = LedgerQuery()
        self._number = 0
        self.button = outlined(tr("Export ledger"), self.offer, icon="file-spreadsheet", keys="E")
        self.button.setEnabled(False)

    def show_asked(self, asked: LedgerQuery, number: int) -> None:
        """What would be written, and how many findings that are."""
        self._asked, self._number = asked, number
        self.button.setEnabled(bool(number))

    def take_form(self, *, narrow: bool) -> None:
        """Words where there is room for them."""
        self.button.setText("" if narrow else " " + tr("Export ledger"))
        tip(self.button, tr("Export ledger") + "  E")

    def offer(self) -> None:
        """Ask: photos or not."""
        if self._number:
            menu = self.menu()
            menu.popup(self.button.mapToGlobal(self.button.rect().bottomLeft()))

    def menu(self) -> QMenu:
        """The two ways; why the second cannot be taken stands in it."""
        menu = QMenu(self._page)
        menu.addAction(tr("Export {n} findings …", n=self._number), partial(self.ask_name, photos=False))
        if self._number <= MOST_WITH_PHOTOS:
            menu.addAction(tr("Export {n} with photos …", n=self._number), partial(self.ask_name, photos=True))
        else:
            action = menu.addAction(tr("With photos: up to {most} findings", most=MOST_WITH_PHOTOS))
            action.setEnabled(False)
        menu.addSeparator()
        menu.addAction(tr("Good practices …"), self.ask_praises)
        return menu

    def ask_name(self, *, photos: bool) -> None:
        """Ask where it goes, beginning in the folder of the last export."""
        folder = Path(self._context.preferences.get().last_export_folder or Path.home())
        day = self._context.services.acts.today()
        suggested = folder / tr("Ledger {day}.xlsx", day=f"{day:%Y-%m-%d}")
        if path := choose_name(self._page, tr("Export ledger"), str(suggested), WORKBOOK):
            self.write(path, photos=photos)

    def ask_praises(self) -> None:
        """Ask where the list of good practices goes, and write it."""
        folder = Path(self._context.preferences.get().last_export_folder or Path.home())
        suggested = folder / tr("Good practices {day}.xlsx", day=f"{self._context.services.acts.today():%Y-%m-%d}")
        if path := choose_name(self._page, tr("Good practices"), str(suggested), WORKBOOK):
            praises = self._context.services.praises
            self._context.jobs.run(
                lambda _progress: praises.write_list(path),
                lambda number: self._context.say(tr("{n} good practices are in {file}", n=number, file=path.name)),
                label=tr("Good practices"),
                owner=self,
            )

    def write(self, path: Path, *, photos: bool = False) -> None:
        """Write it behind the window."""
        self._context.preferences.change(last_export_folder=str(path.parent))
        services, asked = self._context.services, self._asked
        self._context.jobs.run(
            lambda progress: services.ledger_export.write(asked, path, progress, photos=photos),
            self._written,
            partial(self._failed, path, photos),
            label=tr("Exporting the ledger"),
            owner=self,
            cancelled=lambda: self._context.say(tr("Stopped; no file was written")),
        )

    def _written(self, written: LedgerWritten) -> None:
        self._context.say(tr("{n} findings are in {file}", n=written.findings, file=written.path.name))

    def _failed(self, path: Path, photos: bool, error: Exception) -> None:
        again = Deed(tr("Try again"), partial(self.write, path, photos=photos), "refresh-cw")
        elsewhere = Deed(tr("Save somewhere else"), partial(self.ask_name, photos=photos), "folder")
        title = tr("The ledger was not exported")
        ErrorDialog(self._page, title, said(error), details(error), (again, elsewhere, Deed(tr("Go back")))).open()
