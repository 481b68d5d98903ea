"""What was done to a finding, in words: the acts of its history, and the names of its fields."""

from inspector.ui.translation import tr
from inspector.ui.words.states import State

_UNDO, _REDO = "undo:", "redo:"


def act_state(act: str) -> State:
    """Words, tone and icon of an act as the services record it; an act nobody knows shows its own name."""
    if act.startswith(_UNDO):
        return State(tr("Took back: {act}", act=act_state(act.removeprefix(_UNDO)).words), "text2", "undo-2")
    if act.startswith(_REDO):
        return State(tr("Did again: {act}", act=act_state(act.removeprefix(_REDO)).words), "text2", "redo-2")
    return _known().get(act) or State(act, "text3", "circle")


def _known() -> dict[str, State]:
    return {
        "judge": State(tr("Failed in the inspection"), "fail", "clipboard-check"),
        "figures": State(tr("Failed by the figures"), "fail", "clipboard-check"),
        "clear": State(tr("Verdict cleared"), "text2", "undo-2"),
        "inspection-recorded": State(tr("Failed, taken in from a file"), "fail", "file-text"),
        "section-passes": State(tr("Passed with the rest of its section"), "text2", "circle-check"),
        "finding-added": State(tr("Finding added"), "fail", "plus"),
        "finding-removed": State(tr("Taken away"), "text2", "trash"),
        "finding-described": State(tr("Problem described"), "text2", "pencil"),
        "finding-located": State(tr("Place given"), "text2", "map-pin"),
        "finding-required": State(tr("Requirement changed"), "text2", "pencil"),
        "finding-assigned": State(tr("Unit changed"), "text2", "arrow-left-right"),
        "finding-due": State(tr("Deadline changed"), "text2", "calendar-clock"),
        "inspection-finished": State(tr("Inspection finished, to be dispatched"), "accent_ink", "circle-check"),
        "inspection-reopened": State(tr("Inspection reopened"), "warn", "rotate-ccw"),
        "inspection-discarded": State(tr("Inspection discarded"), "text2", "trash"),
        "dispatched": State(tr("Handed to the unit"), "accent_ink", "send"),
        "return-imported": State(tr("Answer of the unit taken in"), "accent_ink", "inbox"),
        "void": State(tr("Made void"), "na", "archive"),
    }


def field_words(field: str) -> str:
    """The name of a finding's field; "" for fields that tell a person nothing."""
    return {
        "text": tr("Problem"),
        "location": tr("Place"),
        "unit": tr("Responsible unit"),
        "co_units": tr("Helping units"),
        "requirement": tr("Requirement"),
        "time_limit": tr("Time limit"),
        "due_on": tr("Deadline"),
        "status": tr("State"),
        "dispatch": tr("Dispatch number"),
        "remark": tr("Remark"),
    }.get(field, "")
