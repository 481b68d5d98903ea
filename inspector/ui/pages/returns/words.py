"""The words of a review: groups, fields and values of answers, why a row stands where it stands."""

from collections.abc import Callable, Sequence
from datetime import date

from inspector.domain.errors import Complaint
from inspector.domain.evidence import Oddity
from inspector.domain.replies import Outcome
from inspector.domain.returns import Change, RowPreview
from inspector.services.return_report import locked_complaints
from inspector.services.wording.sentences import sentences
from inspector.ui.error_text import in_one, lang
from inspector.ui.pages.returns.review import REFUSE, TAKE, Group, Review
from inspector.ui.translation import tr
from inspector.ui.words.states import State, status_state


def group_state(group: Group) -> State:
    """The pill of a group."""
    return {
        Group.ACCEPTED: State(tr("Taken"), "pass", "check"),
        Group.DECIDE: State(tr("You decide"), "warn", "circle-question-mark"),
        Group.UNCHANGED: State(tr("Unchanged"), "neutral", "minus"),
        Group.REFUSED: State(tr("Refused"), "fail", "x"),
    }[group]


def lines_of(row: RowPreview) -> list[Change]:
    """What the card lists: the state, then the unit's words, each before and after; words not understood stand in for
    the value.
    """
    shown: list[Change] = []
    if row.finding and row.status and row.status is not row.finding.finding.status:
        old, new = status_state(row.finding.finding.status).words, status_state(row.status).words
        shown.append(Change(tr("State"), old, new))
    for change in sorted(_together(row.changes), key=lambda one: _ORDER.index(one.field)):
        field, value = _field(change.field)
        shown.append(Change(field, value(change.old), value(change.new)))
    return shown


_ORDER = ("outcome", "outcome_words", "measures", "done_on", "done_words", "person", "phone", "note")


def _together(changes: tuple[Change, ...]) -> list[Change]:
    """The person and the telephone in one line: they are looked at together."""
    phone = next((one for one in changes if one.field == "phone"), None)
    person = next((one for one in changes if one.field == "person"), None)
    if not phone or not person:
        return list(changes)
    both = Change("person", f"{person.old} {phone.old}".strip(), f"{person.new} {phone.new}".strip())
    return [both if one is person else one for one in changes if one is not phone]


def row_words(row: RowPreview) -> str:
    """Which row of the unit's file it is."""
    return tr("Row {n} of the sheet", n=row.row.spot.row) if row.row.spot.sheet else tr("By file name")


def notices(review: Review, row: RowPreview) -> list[str]:
    """Why it is not simply taken, then what to look at, then what is odd about its photos and only a hint."""
    told = [*([row.why] if row.why else []), *row.doubts, *locked_complaints(row)]
    return [*map(complaint_words, told), *odd_words(review.oddities(row))]


def odd_words(found: Sequence[Oddity]) -> list[str]:
    """Each thing that is odd with what was compared and the photos it is said of; at last, once, that it decides
    nothing.
    """
    by_saying: dict[str, list[str]] = {}
    for odd in found:
        by_saying.setdefault(sentences(odd.complaint, lang()).happened, []).append(odd.complaint.place.file)
    hints = [
        tr("{photo}: {oddity}", photo=" ".join(dict.fromkeys(photos)), oddity=said)
        for said, photos in by_saying.items()
    ]
    if not hints:
        return []
    return [tr("{hints}.", hints=tr("; ").join(hints)), sentences(found[0].complaint, lang()).now]


def complaint_words(complaint: Complaint) -> str:
    """What happened and what to do, in a line."""
    said = sentences(complaint, lang())
    return in_one(said)


def choices_of(review: Review, row: RowPreview) -> list[tuple[str, str]]:
    """What a person may decide about a row: (choice, words)."""
    group = review.group(row)
    if group is Group.UNCHANGED:
        return []
    offered = [(one, review.names.get(one, "")) for one in row.offered]
    named = [(one, tr("It is {no}", no=no)) for one, no in offered if no]
    if row.finding is None or row.offered:
        chosen = review.decided.get(row.key, "")
        own = review.new_of(row)
        if chosen not in {"", TAKE, REFUSE, own, *row.offered}:
            named.append((chosen, tr("It is {no}", no=review.names.get(chosen, ""))))
        if own:
            named.append((own, f"{tr('New finding')} N"))
        return [*named, (REFUSE, f"{tr('Not wanted')} X")]
    return [(TAKE, f"{tr('Take it')} Y"), (REFUSE, f"{tr('Do not take')} X")]


def _field(name: str) -> tuple[str, Callable[[str], str]]:
    return {
        "outcome": (tr("Result"), _outcome),
        "measures": (tr("Measures"), _text),
        "done_on": (tr("Done on"), _day),
        "person": (tr("In charge"), _text),
        "phone": (tr("Phone"), _text),
        "note": (tr("Note"), _text),
        "outcome_words": (tr("Result"), _text),
        "done_words": (tr("Done on"), _text),
    }.get(name, ("", _text))


def _outcome(value: str) -> str:
    return {
        Outcome.UNSAID: "",
        Outcome.DONE: tr("Put right"),
        Outcome.IN_PROGRESS: tr("Being done"),
        Outcome.EXTENSION: tr("Asks for more time"),
        Outcome.NOT_OURS: tr("Not this unit's"),
    }[Outcome(value)]


def _day(value: str) -> str:
    return f"{date.fromisoformat(value):%m-%d}" if value else ""


def _text(value: str) -> str:
    return " ".join(value.split())
