"""Puts a theme on: palette, font, indicator pictures, sheet. One place for all of it."""

from pathlib import Path

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication

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

    def use(self, theme: Theme) -> None:
        """Put `theme` on the whole program and tell it. A widget of a page asks by `use_soon`: it goes meanwhile."""
        self.theme_changing.emit()
        self.theme = theme
        self._app.setProperty(PROPERTY, theme)
        if not self._has_style:  # under a sheet the style has another name, and setting it anew styles every widget
            self._app.setStyle("Fusion")
            self._has_style = True
        self._app.setPalette(_palette(theme))
        self._app.setFont(font())
        self._app.setStyleSheet(sheet(theme, write_indicators(theme, self._cache)))
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
