"""The panel of a chosen entry: beside its list, over half of it, or in its place, as the window's width allows."""

from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode

_WIDTH, _ANY_WIDTH = 400, 16_777_215


class FoldingPanel:
    """Folds `panel`, which lies in `body`. `is_open` once somebody asked for it; beside a wide list it always stands.

    With one column it takes the place of `list_parts`. `close_button` is there while there is something to go back to.
    """

    def __init__(self, body: QBoxLayout, panel: QWidget, close_button: QWidget, *list_parts: QWidget) -> None:
        self.is_open = False
        self._body = body
        self._panel = panel
        self._close_button = close_button
        self._list_parts = list_parts

    def covers(self, mode: LayoutMode) -> bool:
        """It lies over the list and can be closed."""
        return self.is_open and mode is not LayoutMode.WIDE

    def take_form(self, mode: LayoutMode) -> None:
        """One, two or three columns."""
        wide = mode is LayoutMode.WIDE
        self._panel.setVisible(wide or self.is_open)
        self._close_button.setVisible(not wide)
        for part in self._list_parts:
            part.setVisible(not (mode is LayoutMode.ONE and self.is_open))
        self._body.setStretchFactor(self._panel, 0 if wide else 1)
        self._panel.setMinimumWidth(current().px(_WIDTH) if wide else 0)
        self._panel.setMaximumWidth(current().px(_WIDTH) if wide else _ANY_WIDTH)
