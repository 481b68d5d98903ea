"""The inspector's name, asked once and in place: it stands on every answer and every list."""

from collections.abc import Callable

from PySide6.QtCore import Qt

from inspector.ui.translation import tr
from inspector.ui.widgets.form import LineField

_LONGEST = 40


def person_field(name: str, use: Callable[[str], object]) -> LineField:
    """A field that gives the name when it is left or Enter pressed."""
    field = LineField(tr("Your name"), name, tr("Your name, as it shall stand on the lists"))
    field.setMaxLength(_LONGEST)
    # Queued: the Enter that ends the name must not go on to what the page does at Enter.
    field.committed.connect(lambda given: use(given), Qt.ConnectionType.QueuedConnection)  # noqa: PLW0108 - slots
    return field
