"""Puts a theme on: palette, font, indicator pictures, sheet. One place for all of it.

The sheet belongs to each window, not to the application: under an application's sheet every step of building a page
(a widget into its row, the row into its card, the card into the page) styles all that is in it again, which made
pages take two to three times as long. What has no window yet is plain, and learns the sheet once, when it comes in.
"""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from inspector.ui.theme.current import PROPERTY
from inspector.ui.theme.fonts import font
from inspector.ui.theme.indicators import write_indicators
from inspector.ui.theme.sheet import sheet
from inspector.ui.theme.tokens import Theme

_Role = QPalette.ColorRole
_ROLES = {
    _Role.Window: "bg",
    _Role.Base: "surface",
    _Role.AlternateBase: "sunken",
    _Role.Button: "surface",
    _Role.Text: "text",
    _Role.WindowText: "text",
    _Role.ButtonText: "text",
    _Role.PlaceholderText: "text3",
    _Role.Highlight: "accent",
    _Role.HighlightedText: "on_accent",
    _Role.ToolTipBase: "text",
    _Role.ToolTipText: "surface",
    _Role.Link: "accent_ink",
    _Role.Mid: "line",
    _Role.Accent: "accent",
}


class Look(QObject):
    """What the program looks like now. Change it with `use`; pages are rebuilt on `theme_changed`."""

    theme_changing = Signal()
    """The pages go now: each widget alive would learn the new look, which takes seconds, and is made anew anyway."""
    theme_changed = Signal(Theme)

    def __init__(self, app: QApplication, cache: Path) -> None:
        """`cache` is a folder this program may write generated pictures into."""
        super().__init__(app)
        self._app = app
        self._cache = cache
        self.theme = Theme()
        self._has_style = False
        self._sheet = ""
        self._windows: list[QWidget] = []

    def dress(self, window: QWidget) -> None:
        """Let this window, with all that is in it and opens over it, have the look, now and whenever it changes."""
        self._windows = [each for each in self._windows if isValid(each)]
        self._windows.append(window)
        window.setStyleSheet(self._sheet)

    def use(self, theme: Theme) -> None:
        """Put `theme` on the whole program and tell it. A widget of a page asks by `use_soon`: it goes meanwhile."""
        self.theme_changing.emit()
        self.theme = theme
        self._app.setProperty(PROPERTY, theme)
        if not self._has_style:
            self._app.setStyle("Fusion")
            self._has_style = True
        self._app.setPalette(_palette(theme))
        self._app.setFont(font())
        self._sheet = sheet(theme, write_indicators(theme, self._cache))
        for window in tuple(self._windows):
            if isValid(window):
                window.setStyleSheet(self._sheet)
        self.theme_changed.emit(theme)

    def use_soon(self, theme: Theme) -> None:
        """As `use`, once the event that is being handled is over."""
        QTimer.singleShot(0, self, lambda: self.use(theme))


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(theme.colour(name)))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colour("text3")))
    return palette
