"""A register with nothing in it: how it is filled."""

from collections.abc import Callable

from inspector.ui.pages.registers.tables import Register
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.empty_state import EmptyState, FirstStep

Act = Callable[[], object]


def first_run(register: Register, mode: LayoutMode, *, take_in: Act, template: Act, add: Act) -> EmptyState:
    """Take in a table, fill an empty one, or type the first entry."""
    steps = [
        FirstStep(
            tr("A table is there"),
            tr("Excel, WPS or CSV; you see what it would change before anything is written"),
            tr("Import"),
            take_in,
            icon="upload",
            is_next=True,
        ),
        FirstStep(
            tr("No table yet"), tr("Fill in an empty table with hints"), tr("Empty table"), template, icon="file-text"
        ),
        FirstStep(tr("Only a few"), tr("Type them in here"), register.add, add, icon="plus"),
    ]
    return EmptyState(tr("Nothing here yet"), tr("What is written here opens by itself when you inspect"), steps, mode)
