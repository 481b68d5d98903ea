"""What stands in place of the findings when none waits."""

from collections.abc import Callable

from inspector.ui.context import Go
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.empty_state import EmptyState, FirstStep


def nothing_waits(go: Go, show_batches: Callable[[], object], mode: LayoutMode) -> EmptyState:
    """Where findings come from, and what was sent before."""
    step = FirstStep(
        tr("Finish an inspection"),
        tr("What failed there then waits here, sorted by responsible unit."),
        tr("Start inspecting"),
        lambda: go("pick_site"),
        "clipboard-check",
        is_next=True,
    )
    earlier = FirstStep(
        tr("Look at what was sent"),
        tr("The files of every earlier dispatch can be written again."),
        tr("Earlier dispatches"),
        show_batches,
        "layers",
    )
    words = tr("Findings of finished inspections wait here for their number.")
    return EmptyState(tr("Nothing waits for dispatch"), words, (step, earlier), mode)
