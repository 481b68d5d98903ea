"""The figures as a workbook."""

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.figures import Figures
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import WORKBOOK, choose_name
from inspector.ui.pages.figures.asked import Asked
from inspector.ui.translation import tr


class FiguresExport:
    """Asks for a name and writes behind the window."""

    def __init__(self, context: Context, page: QWidget, today: date) -> None:
        self._context = context
        self._page = page
        self._today = today

    def ask(self, asked: Asked) -> None:
        """Ask where it goes, beginning in the folder of the last export."""
        folder = Path(self._context.preferences.get().last_export_folder or Path.home())
        suggested = folder / tr("Figures {day}.xlsx", day=f"{self._today:%Y-%m-%d}")
        if path := choose_name(self._page, tr("Export figures"), str(suggested), WORKBOOK):
            self.write(asked, path)

    def write(self, asked: Asked, path: Path) -> None:
        """Write them."""
        self._context.preferences.change(last_export_folder=str(path.parent))
        figures = self._context.services.figures

        def done(_written: Figures) -> None:
            self._context.say(tr("Written: {file}", file=path.name))

        def failed(error: Exception) -> None:
            self._context.complain(error, partial(self.write, asked, path))

        label = tr("Writing {file}", file=path.name)
        self._context.jobs.run(
            lambda _progress: figures.write(asked.query(), path), done, failed, label=label, owner=self._page
        )
