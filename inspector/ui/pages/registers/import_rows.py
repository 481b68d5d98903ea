"""What an import would do, row by row, in words."""

from collections import Counter
from typing import Any

from inspector.domain.errors import Complaint, Place
from inspector.domain.register_import import RegisterPlan
from inspector.domain.sites import Street
from inspector.services.register_overview import Overview
from inspector.services.wording.sentences import sentences
from inspector.ui.error_text import in_one, lang
from inspector.ui.pages.registers.fields import field_words, fields_of, shown_value
from inspector.ui.pages.registers.tables import Register
from inspector.ui.translation import tr
from inspector.ui.widgets.preview import Preview, PreviewRow, PreviewWords
from inspector.ui.words.states import State

Lines = tuple[tuple[str, str, str], ...]


def import_preview(plan: RegisterPlan[Any], register: Register, overview: Overview, file: str) -> Preview:
    """What the file would change of the register."""
    number = len(plan.added) + len(plan.changed)
    words = PreviewWords(
        title=tr("Check the import"),
        facts=" · ".join(filter(None, (file, register.words, _brought(plan)))),
        sums=_sums(plan),
        note=tr("Nothing is written yet; applying is one act and can be undone as one"),
        apply=tr("Apply {n} entries", n=number),
        mark=tr("Row"),
        states=(_added(), _changed(), _refused()),
    )
    rows = import_rows(plan, register.cls, overview.with_places(plan.first_places))
    return Preview(words, rows, can_apply=bool(number), has_refused=bool(plan.refused))


def import_rows(plan: RegisterPlan[Any], cls: type[Any], overview: Overview) -> tuple[PreviewRow, ...]:
    """The rows in the order of the file; those that change nothing are only counted."""
    rows = [
        *((c.place, _row(c.place, c.record.name, _added(), _new_lines(c.record, cls, overview))) for c in plan.added),
        *(
            (c.place, _row(c.place, c.new.name, _changed(), _changes(c.old, c.new, cls, overview)))
            for c in plan.changed
        ),
        *((c.place, _refused_row(c)) for c in plan.refused),
    ]
    return tuple(row for _, row in sorted(rows, key=lambda each: (each[0].sheet, each[0].row or 0)))


def refused_list(plan: RegisterPlan[Any]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Heads and rows of the list of what was refused, for somebody to put right."""
    heads = (tr("File"), tr("Sheet"), tr("Row"), tr("Column"), tr("Entry"), tr("What happened"), tr("What to do now"))
    rows: list[tuple[str, ...]] = []
    for complaint in plan.refused:
        words, place = sentences(complaint, lang()), complaint.place
        where = (place.file, place.sheet, str(place.row or ""), place.column, complaint.fact("name"))
        rows.append((*where, words.happened, words.now))
    return heads, rows


def _brought(plan: RegisterPlan[Any]) -> str:
    """The places that come with the first sites."""
    streets = sum(isinstance(place, Street) for place in plan.first_places.values())
    communities = len(plan.first_places) - streets
    words = tr("brings {streets} streets and {communities} communities", streets=streets, communities=communities)
    return words if streets else ""


def _row(place: Place, name: str, state: State, lines: Lines) -> PreviewRow:
    said = "  ".join(f"{field} {old} → {new}" if old else f"{field} {new}" for field, old, new in lines)
    return PreviewRow(str(place.row or ""), name, said, state, _place(place), lines=lines)


def _refused_row(complaint: Complaint) -> PreviewRow:
    said = in_one(sentences(complaint, lang()))
    mark = str(complaint.place.row or "")
    return PreviewRow(mark, complaint.fact("name"), said, _refused(), _place(complaint.place), said)


def _place(place: Place) -> str:
    column = tr("Column {name}", name=place.column) if place.column else ""
    return " · ".join(filter(None, (place.sheet, tr("row {n}", n=place.row or 0), column)))


def _added() -> State:
    return State(tr("New"), "pass", "plus")


def _changed() -> State:
    return State(tr("Changes"), "accent", "pencil")


def _refused() -> State:
    return State(tr("Refused"), "fail", "circle-slash")


def _sums(plan: RegisterPlan[Any]) -> str:
    """The counts as a sum that adds up."""
    counts = Counter(added=len(plan.added), changed=len(plan.changed), same=plan.unchanged, refused=len(plan.refused))
    return tr(
        "Rows {all} = new {added} + changes {changed} + unchanged {same} + refused {refused}",
        all=counts.total(),
        added=counts["added"],
        changed=counts["changed"],
        same=counts["same"],
        refused=counts["refused"],
    )


def _new_lines(record: Any, cls: type[Any], overview: Overview) -> Lines:
    shown = ((spec.words, shown_value(overview, cls, record, spec.name)) for spec in fields_of(cls, new=True)[1:])
    return tuple((words, "", value) for words, value in shown if value and value != "0")


def _changes(old: Any, new: Any, cls: type[Any], overview: Overview) -> Lines:
    names = [spec.name for spec in fields_of(cls, new=True) if getattr(old, spec.name) != getattr(new, spec.name)]
    nothing = tr("empty")
    return tuple(
        (
            field_words(cls, name),
            shown_value(overview, cls, old, name) or nothing,
            shown_value(overview, cls, new, name) or nothing,
        )
        for name in names
    )
