"""What was done, in words: the acts of histories and of undo, and the names of a finding's fields."""

from collections.abc import Mapping

from inspector.ui.translation import tr
from inspector.ui.words.states import State

_UNDO, _REDO = "undo:", "redo:"


def act_state(act: str) -> State:
    """Words, tone and icon of an act as the services record it."""
    return _turned(act, _acts())


def finding_act(act: str) -> State:
    """The same in the history of a finding, where judging means that it came or went."""
    return _turned(act, _acts() | _acts_on_a_finding())


def _turned(act: str, known: Mapping[str, State]) -> State:
    if act.startswith(_UNDO):
        return State(tr("Took back: {act}", act=_turned(act.removeprefix(_UNDO), known).words), "text2", "undo-2")
    if act.startswith(_REDO):
        return State(tr("Did again: {act}", act=_turned(act.removeprefix(_REDO), known).words), "text2", "redo-2")
    return known.get(act) or State(tr("Change"), "text3", "circle")


def _acts() -> dict[str, State]:
    return _acts_in_the_field() | _acts_of_units() | _acts_of_the_office()


def _acts_in_the_field() -> dict[str, State]:
    return {
        "inspection-started": State(tr("Inspection begun"), "text2", "clipboard-check"),
        "judge": State(tr("Verdict"), "text2", "clipboard-check"),
        "figures": State(tr("Figure"), "text2", "calculator"),
        "clear": State(tr("Verdict cleared"), "text2", "undo-2"),
        "section-passes": State(tr("The rest of a section passed"), "text2", "circle-check"),
        "remark": State(tr("Note"), "text2", "pencil"),
        "photo-added": State(tr("Photo added"), "text2", "image"),
        "photo-removed": State(tr("Photo removed"), "text2", "trash"),
        "finding-added": State(tr("Finding added"), "fail", "plus"),
        "finding-removed": State(tr("Finding removed"), "text2", "trash"),
        "finding-described": State(tr("Problem described"), "text2", "pencil"),
        "finding-located": State(tr("Place given"), "text2", "map-pin"),
        "finding-required": State(tr("Requirement changed"), "text2", "pencil"),
        "finding-assigned": State(tr("Unit changed"), "text2", "arrow-left-right"),
        "finding-due": State(tr("Deadline changed"), "text2", "calendar-clock"),
        "inspection-finished": State(tr("Inspection finished"), "accent_ink", "circle-check"),
        "inspection-reopened": State(tr("Inspection reopened"), "warn", "rotate-ccw"),
        "inspection-discarded": State(tr("Inspection discarded"), "text2", "trash"),
        "inspection-recorded": State(tr("Inspection taken in from a file"), "text2", "file-text"),
    }


def _acts_of_units() -> dict[str, State]:
    return {
        "dispatched": State(tr("Handed to the unit"), "accent_ink", "send"),
        "return-imported": State(tr("Answer of the unit taken in"), "accent_ink", "inbox"),
        "return-taken-back": State(tr("Answers taken back"), "text2", "undo-2"),
        "sign": State(tr("Signed for by the unit"), "accent_ink", "check"),
        "begin": State(tr("Rectification begun"), "accent_ink", "wrench"),
        "reply": State(tr("Answer of the unit"), "accent_ink", "inbox"),
        "pass-recheck": State(tr("Closed after the recheck"), "pass", "circle-check"),
        "recheck-unseen": State(tr("Could not be seen at the recheck"), "text2", "eye-off"),
        "send-back": State(tr("Sent back"), "fail", "undo-2"),
        "ask-extension": State(tr("More time asked for"), "text2", "calendar-clock"),
        "grant-extension": State(tr("More time given"), "text2", "calendar-clock"),
        "refuse-extension": State(tr("More time refused"), "text2", "calendar-clock"),
        "redirect": State(tr("Redirected to another unit"), "na", "arrow-left-right"),
        "park": State(tr("Parked"), "na", "archive"),
        "unpark": State(tr("No longer parked"), "text2", "rotate-ccw"),
        "void": State(tr("Made void"), "na", "archive"),
        "reopen": State(tr("Opened again"), "warn", "rotate-ccw"),
    }


def _acts_of_the_office() -> dict[str, State]:
    return {
        "letters-written": State(tr("Letters numbered"), "text2", "file-text"),
        "starting-set": State(tr("Came with the program"), "text2", "inbox"),
        "register-added": State(tr("Added"), "text2", "plus"),
        "register-changed": State(tr("Changed"), "text2", "pencil"),
        "register-removed": State(tr("Moved to the trash"), "text2", "trash"),
        "register-restored": State(tr("Restored"), "text2", "rotate-ccw"),
        "register-imported": State(tr("Taken in from a file"), "text2", "upload"),
        "checklist-published": State(tr("Checklist published"), "text2", "list-checks"),
        "item-overridden": State(tr("Item adjusted"), "text2", "pencil"),
        "override-dropped": State(tr("Item as in the list again"), "text2", "rotate-ccw"),
        "finding-noted": State(tr("Recorded without a checklist"), "fail", "plus"),
        "complaint-taken": State(tr("Complaint taken down"), "text2", "inbox"),
        "complaint-joined": State(tr("Complaint joined to a finding"), "text2", "link"),
        "complaint-erased": State(tr("Caller erased"), "text2", "trash"),
        "contacts-erased": State(tr("Numbers for calling back erased"), "text2", "trash"),
        "answers-purged": State(tr("Answers past their time erased"), "text2", "trash"),
        "praise-added": State(tr("Good practice noted"), "pass", "star"),
        "praise-removed": State(tr("Good practice taken away"), "text2", "trash"),
        "form-published": State(tr("Questionnaire published"), "text2", "list-checks"),
        "formula-chosen": State(tr("Formula chosen"), "text2", "calculator"),
        "forms-handed-out": State(tr("Forms handed out"), "text2", "send"),
        "answer-given": State(tr("Question answered"), "text2", "pencil"),
        "response-recorded": State(tr("Questionnaire taken in"), "text2", "inbox"),
        "visit-refused": State(tr("Visit refused"), "text2", "circle-slash"),
        "setting": State(tr("Setting changed"), "text2", "settings"),
        "calendar-day": State(tr("Calendar changed"), "text2", "calendar-days"),
    }


def _acts_on_a_finding() -> dict[str, State]:
    return {
        "judge": State(tr("Failed in the inspection"), "fail", "clipboard-check"),
        "figures": State(tr("Failed by the figures"), "fail", "clipboard-check"),
        "inspection-recorded": State(tr("Failed, taken in from a file"), "fail", "file-text"),
        "section-passes": State(tr("Passed with the rest of its section"), "text2", "circle-check"),
        "finding-removed": State(tr("Taken away"), "text2", "trash"),
        "inspection-finished": State(tr("Inspection finished, to be dispatched"), "accent_ink", "circle-check"),
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
