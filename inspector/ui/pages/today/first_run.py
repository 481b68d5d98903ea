"""The first minute: a drawing, one sentence, at most three steps."""

from functools import partial

from inspector.ui.context import Context
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.empty_state import EmptyState, FirstStep
from inspector.ui.widgets.person_field import person_field


def first_run(context: Context, mode: LayoutMode) -> EmptyState:
    """Name, sites, first inspection; the first one that is open is the next sensible step."""
    has_name = bool(context.preferences.get().person)
    steps = [
        FirstStep(
            tr("Take in your sites"),
            tr("From Excel or CSV; streets and communities come along. Without one you add a site while inspecting."),
            tr("Import sites"),
            partial(context.go, "registers"),
            "upload",
        ),
        FirstStep(
            tr("Inspect the first site"),
            tr("Pick a site and its checklist opens. 26 kinds of sites, 506 items are ready."),
            tr("Start an inspection"),
            partial(context.go, "pick_site"),
            "clipboard-check",
            is_next=has_name,
        ),
    ]
    if not has_name:
        field = person_field("", context.sign_as)
        steps.insert(
            0,
            FirstStep(
                tr("Write your name"),
                tr("It stands on what you record and on the lists."),
                tr("Use this name"),
                field.commit,
                "user",
                is_next=True,
                field=field,
            ),
        )
    sentence = tr("Nothing has been inspected yet. What fails during an inspection becomes a list for each unit.")
    return EmptyState(tr("A new working day, a new book"), sentence, steps, mode)
