"""The look that is on now. It belongs to the QApplication, as its palette and style sheet do."""

from typing import cast

from PySide6.QtCore import QCoreApplication

from inspector.ui.theme.tokens import Theme

PROPERTY = "inspectorTheme"


def current() -> Theme:
    """The applied theme; the plain light one before anything was applied."""
    app = QCoreApplication.instance()
    return cast("Theme | None", app.property(PROPERTY) if app else None) or Theme()
