"""Asks who is inspecting, above everything else, until somebody says so."""

from collections.abc import Callable

from PySide6.QtWidgets import QFrame

from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.person_field import person_field


def name_strip(use: Callable[[str], object], *, narrow: bool) -> QFrame:
    """The question with its field in one strip; `use` is given the name."""
    field = person_field("", use)
    field.setMinimumWidth(current().px(200))
    words = down(
        label(tr("Who is inspecting?"), "md", bold=True),
        wrapping(tr("The name stands on what you record; it can be changed in the settings"), "sm", "text2"),
        gap=2,
    )
    given = across(Grow(field), outlined(tr("Use this name"), field.commit), gap=8)
    margins = (16, 16, 16, 16)
    if narrow:
        return sheet(down(words, given, gap=8, margins=margins), "note")
    return sheet(across(Grow(words), Grow(given), gap=24, margins=margins), "note")
