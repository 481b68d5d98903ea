"""Puts a theme on: palette, font, indicator pictures, sheet. One place for all of it.

The sheet belongs to each window, not to the application: under an application's sheet every step of building a page
(a widget into its row, the row into its card, the card into the page) styles all that is in it again, which made
pages take two to three times as long. What has no window yet is plain, and learns the sheet once, when it comes in.
"""

from collections.abc import Iterator
from pathlib import Path
from typing import Protocol

from PySide6.QtCore import QObject, QTimer, Signal
from PySide6.QtGui import QColor, QPalette
from PySide6.QtWidgets import QApplication, QWidget
from shiboken6 import isValid

from inspector.ui.theme.current import put_on
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


class Wearer(Protocol):
    """The window whose pages are made anew with every look; each step is short."""

    def take_off(self) -> Iterator[None]:
        """Let go of the pages: each widget alive would learn the new look, which takes seconds, for nothing."""
        ...

    def put_on(self) -> Iterator[None]:
        """Make everything anew."""
        ...

    def in_slices(self, steps: Iterator[None]) -> None:
        """Take the steps without stopping the window."""
        ...


class Look(QObject):
    """What the program looks like now. Change it with `use` or, without stopping the window, with `use_soon`."""

    theme_changed = Signal(Theme)

    def __init__(self, app: QApplication, cache: Path) -> None:
        """`cache` is a folder this program may write generated pictures into."""
        super().__init__(app)
        self._app = app
        self._cache = cache
        self.theme = Theme()
        self.wearer: Wearer | None = None
        self._wanted: Theme | None = None
        self._changes = 0
        self._has_style = False
        self._sheet = ""
        self._windows: list[QWidget] = []

    def dress(self, window: QWidget) -> None:
        """Let this window, with all that is in it and opens over it, have the look, now and whenever it changes."""
        self._windows = [each for each in self._windows if isValid(each)]
        self._windows.append(window)
        window.setStyleSheet(self._sheet)

    @property
    def wanted(self) -> Theme:
        """The theme that is on or on its way."""
        return self._wanted or self.theme

    def use(self, theme: Theme) -> None:
        """Put `theme` on the whole program, now."""
        self._wanted = None
        for _ in self._change(theme):
            pass

    def use_soon(self, theme: Theme) -> None:
        """Put it on step by step, once what is being handled is over: a widget that asks goes meanwhile itself."""
        is_under_way, self._wanted = self._wanted is not None, theme
        if is_under_way:
            return
        if self.wearer:
            self.wearer.in_slices(self._change_to_wanted())
        else:
            QTimer.singleShot(0, self, lambda: self.use(theme))

    def _change_to_wanted(self) -> Iterator[None]:
        """To what is wanted, and on to what was wanted meanwhile."""
        yield
        while (theme := self._wanted) is not None:
            yield from self._change(theme)
            if self._wanted is theme:
                self._wanted = None

    def _change(self, theme: Theme) -> Iterator[None]:
        self._changes += 1
        change = self._changes
        for _ in self._steps(theme):
            yield
            if change != self._changes:  # another was put on at once
                return
        self.theme_changed.emit(theme)

    def _steps(self, theme: Theme) -> Iterator[None]:
        if self.wearer:
            yield from self.wearer.take_off()
        self.theme = theme
        put_on(theme)
        if not self._has_style:
            self._app.setStyle("Fusion")
            self._has_style = True
        self._app.setPalette(_palette(theme))
        self._app.setFont(font())
        yield
        self._sheet = sheet(theme, write_indicators(theme, self._cache))
        for window in tuple(self._windows):
            if isValid(window):
                window.setStyleSheet(self._sheet)
        yield
        if self.wearer:
            yield from self.wearer.put_on()


def _palette(theme: Theme) -> QPalette:
    palette = QPalette()
    for role, name in _ROLES.items():
        palette.setColor(role, QColor(theme.colour(name)))
    for role in (_Role.Text, _Role.WindowText, _Role.ButtonText):
        palette.setColor(QPalette.ColorGroup.Disabled, role, QColor(theme.colour("text3")))
    return palette
