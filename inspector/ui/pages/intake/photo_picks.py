"""Photos picked for a form: chosen, dropped or pasted, and taken in when it is recorded."""

from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.services.photos import Source
from inspector.ui.context import Context
from inspector.ui.photo_intake import choose_files, pasted_sources, sources_of
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.buttons import outlined, quiet
from inspector.ui.widgets.labels import wrapping


class PhotoPicks(QWidget):
    """`changed` tells that others are picked now."""

    changed = Signal()

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.sources: tuple[Source, ...] = ()
        self._names = wrapping("", "sm", "text2")
        self._drop = quiet(tr("Leave the photos out"), lambda: self._pick(()))
        add = outlined(f"{tr('Add photos')}  P", self.ask, icon="image-plus", keys="P")
        self.setLayout(down(across(add, self._drop, Grow(QWidget())), self._names, gap=4))
        self.show_sources(())

    def ask(self) -> None:
        """Ask for photo files."""
        self.take(choose_files(self, self._context.preferences.get().last_photo_folder))

    def paste(self) -> None:
        """Take what the clipboard holds."""
        self._add(pasted_sources(self._context))

    def take(self, paths: Sequence[Path]) -> None:
        """Pick these files, and of folders the photos in them."""
        self._add(sources_of(paths, self._context.complain))

    def show_sources(self, sources: Sequence[Source]) -> None:
        """Show these without telling anybody."""
        self.sources = tuple(sources)
        names = "、".join(name for name, _ in self.sources)
        self._names.setText(tr("{n} photos: {names}", n=len(self.sources), names=names) if self.sources else "")
        self._names.setVisible(bool(self.sources))
        self._drop.setVisible(bool(self.sources))

    def _add(self, sources: Sequence[Source]) -> None:
        if sources:
            self._pick((*self.sources, *sources))

    def _pick(self, sources: Sequence[Source]) -> None:
        self.show_sources(sources)
        self.changed.emit()
