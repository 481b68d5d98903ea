"""What pages that live from files have in common: a preview over the page, and files written behind the window."""

from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget

from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import WORKBOOK, choose_name
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.preview import Preview


class FileDesk:
    """A preview lies over the page in `layers`; `turned` is called when one came or went."""

    def __init__(self, context: Context, layers: QStackedWidget, turned: Callable[[], object]) -> None:
        self._context = context
        self._page = layers
        self._turned = turned
        self.preview: Preview | None = None

    def leave(self) -> None:
        """Back to the page."""
        if preview := self.preview:
            self.preview = None
            self._page.removeWidget(preview)
            preview.hide()
            preview.deleteLater()
            self._turned()

    def take_form(self, mode: LayoutMode) -> None:
        """The preview takes one, two or three columns too."""
        if self.preview:
            self.preview.take_form(mode)

    def _show(self, preview: Preview, apply: Callable[[], object], save_list: Callable[[], object]) -> None:
        self.leave()
        self.preview = preview
        preview.apply_wanted.connect(apply)
        preview.list_wanted.connect(save_list)
        preview.left.connect(self.leave)
        self._page.addWidget(preview)
        self._page.setCurrentWidget(preview)
        self._turned()
        preview.table.setFocus()

    def _save_list(self, suggested: str, sheet: str, listed: tuple[Sequence[str], Sequence[Sequence[str]]]) -> None:
        """Ask for a name and write heads and rows as a workbook for whoever puts them right."""
        if path := choose_name(self._page, tr("Save this list"), suggested, WORKBOOK):
            heads, rows = listed
            self._write(path, lambda: self._context.services.register_files.save_list(path, sheet, heads, rows))

    def _write(self, path: Path, write: Callable[[], object]) -> None:
        self._context.jobs.run(
            lambda _progress: write(),
            lambda _: self._context.say(tr("Written: {file}", file=path.name)),
            lambda error: self._context.complain(error, lambda: self._write(path, write)),
            label=tr("Writing {file}", file=path.name),
            owner=self._page,
        )
