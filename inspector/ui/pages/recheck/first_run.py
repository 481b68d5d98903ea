"""A round with nothing in it: what makes one."""

from collections.abc import Callable

from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.empty_state import EmptyState, FirstStep


def first_run(mode: LayoutMode, see_ledger: Callable[[], object]) -> EmptyState:
    """Units say first that a finding is done."""
    step = FirstStep(
        tr("Take in what came back"),
        tr("When a unit says that a finding is done, it stands here until somebody has looked."),
        tr("See the ledger"),
        see_ledger,
        "inbox",
        is_next=True,
    )
    words = tr("A finding is closed only when somebody else than the unit went and looked.")
    return EmptyState(tr("Nothing waits for a look"), words, (step,), mode)
