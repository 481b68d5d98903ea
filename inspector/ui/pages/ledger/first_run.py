"""What stands in place of the ledger before anything was inspected."""

from functools import partial

from inspector.ui.context import Go
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.empty_state import EmptyState, FirstStep


def first_run(go: Go, mode: LayoutMode) -> EmptyState:
    """Two steps that fill it."""
    steps = (
        FirstStep(
            tr("Inspect a site"),
            tr("Choose a site and its checklist opens. What fails stands here by itself."),
            tr("Start inspecting"),
            partial(go, "pick_site"),
            "clipboard-check",
            is_next=True,
        ),
        FirstStep(
            tr("Hand it to the units"),
            tr("Findings are sorted by responsible unit and written as Excel lists."),
            tr("See dispatch"),
            partial(go, "dispatch"),
            "send",
        ),
    )
    title = tr("Nothing was inspected yet, so nothing stands here")
    words = tr("After the first inspection every item that failed is listed here.")
    return EmptyState(title, words, steps, mode)
