"""A button that becomes the next sensible step and stops being it: its icon follows the filling."""

from PySide6.QtWidgets import QPushButton

from inspector.ui.theme.icons import icon
from inspector.ui.widgets.buttons import promote


def lead(made: QPushButton, icon_name: str, *, is_next_step: bool) -> None:
    """Fill the button or outline it, with its icon in the ink that is seen there."""
    promote(made, is_next_step)
    made.setIcon(icon(icon_name, "on_accent" if is_next_step else "text2"))
