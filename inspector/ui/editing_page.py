"""A page that lists what is kept and changes the chosen entry beside the list: 名册 and 检查表."""

from typing import ClassVar

from PySide6.QtWidgets import QStackedWidget

from inspector.domain.stored import Changed
from inspector.ui.context import Context
from inspector.ui.deeds import Deeds
from inspector.ui.file_desk import FileDesk
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.widgets.folding_panel import FoldingPanel
from inspector.ui.widgets.page import Page
from inspector.ui.widgets.saved_mark import SavedMark


class EditingPage(Page):
    """Reads anew when records of its `kinds` change, folds its panel with the width, leaves layer after layer with Esc.

    A subclass makes `files` and `fold`, and says how it reads (`_load`), shows what was read (`_show`, nothing while
    nothing is read), takes the form of the window (`_take_form`) and where the keys go afterwards (`_focus_list`).
    """

    kinds: ClassVar[frozenset[str]]
    files: FileDesk
    fold: FoldingPanel

    def __init__(self, context: Context, saved: SavedMark) -> None:
        super().__init__()
        self._context = context
        self.layers = QStackedWidget()
        self._deeds = Deeds(context, self, saved)

    def refresh(self, changed: Changed) -> None:
        """Read anew what others may have changed."""
        if changed.kinds & self.kinds:
            self._deeds.show_saved()
            self._load()

    def layout_changed(self, mode: LayoutMode) -> None:
        """The panel stands beside the list, over half of it, or in its place."""
        super().layout_changed(mode)
        self._take_form()
        self._show()

    def escape(self) -> bool:
        """Leave the preview of a file, then the panel, then what narrows the list."""
        if self.files.preview:
            self.files.leave()
        elif self.fold.covers(self.mode):
            self.close_panel()
        elif self.is_narrowed:
            self.clear_filters()
        else:
            return False
        return True

    @property
    def is_narrowed(self) -> bool:
        """Something is left out of the list on purpose."""
        return False

    def clear_filters(self) -> None:
        """List everything again."""

    def unfold(self) -> None:
        """Enter or a click: the entry is to be read and changed in full."""
        self.fold.is_open = True
        self._take_form()

    def close_panel(self) -> None:
        """Back to the list."""
        self.fold.is_open = False
        self._take_form()
        self._focus_list()

    def _focus_list(self) -> None:
        """The keys are for the list again."""

    def _load(self) -> None:
        """Read anew behind the window, then `_show`."""

    def _show(self) -> None:
        """Everything anew from what was read."""

    def _take_form(self) -> None:
        """One, two or three columns."""
        self.fold.take_form(self.mode)
        self.files.take_form(self.mode)

    def _files_left(self) -> None:
        """A preview came or went: it takes the form of now, and the list the keys."""
        self.files.take_form(self.mode)
        self._focus_list()
