"""The inspector's name, asked once and in place: it stands on every answer and every list."""

from PySide6.QtWidgets import QFrame

from inspector.ui.preferences import Preferences
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, sheet
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.form import LineField
from inspector.ui.widgets.labels import label, wrapping


def name_field(preferences: Preferences) -> LineField:
    """A field that keeps the name when it is left or Enter pressed."""
    field = LineField(tr("Your name"), preferences.get().person, tr("As it shall stand on the lists"))
    field.setMaxLength(40)
    field.committed.connect(lambda name: preferences.change(person=name))
    return field


def name_strip(preferences: Preferences, *, narrow: bool) -> QFrame:
    """Asks for the name above everything else."""
    field = name_field(preferences)
    field.setMinimumWidth(current().px(200))
    words = down(
        label(tr("Who is inspecting?"), "md", bold=True),
        wrapping(tr("The name stands on what you record; it can be changed in the settings"), "sm", "text2"),
        gap=2,
    )
    use = outlined(tr("Use this name"), field.commit)
    given = across(Grow(field), use, gap=8)
    row = down(words, given, gap=8) if narrow else across(Grow(words), Grow(given), gap=24)
    made = sheet(down(row, STRETCH), "note")
    margin = current().gap(16)
    inside = made.layout()
    if inside:
        inside.setContentsMargins(margin, margin, margin, margin)
    return made
