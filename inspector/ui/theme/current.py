"""The look that is on now. There is one in a program, as there is one palette and one style sheet.

It is asked for several times in every painted cell, so it is a name and not a property of the application.
"""

from inspector.ui.theme.tokens import Theme

_theme = Theme()


def current() -> Theme:
    """The applied theme; the plain light one before anything was applied."""
    return _theme


def put_on(theme: Theme) -> None:
    """Make this the look of the program; `Look.use` shows it everywhere."""
    global _theme  # noqa: PLW0603 - one look per program, set here only
    _theme = theme
