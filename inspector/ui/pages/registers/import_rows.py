"""What an import would do, row by row, in words."""

from collections import Counter
from dataclasses import dataclass
from enum import StrEnum
from typing import Any

from inspector.domain.errors import Complaint, Place
from inspector.domain.register_import import RegisterPlan
from inspector.services.register_overview import Overview
from inspector.services.wording.sentences import Lang, sentences
from inspector.ui.pages.registers.fields import field_words, fields_of, shown_value
from inspector.ui.translation import Language, language, tr
from inspector.ui.words.states import State


class Fate(StrEnum):
    """What becomes of a row."""

    ADDED = "added"
    CHANGED = "changed"
    REFUSED = "refused"


@dataclass(frozen=True, slots=True)
class ImportRow:
    """A row of the file: where it stands, its name, and lines of (field, old, new); for refused ones the reason."""

    place: Place
    name: str
    fate: Fate
    lines: tuple[tuple[str, str, str], ...] = ()
    complaint: Complaint | None = None

    @property
    def said(self) -> str:
        """The row in one line."""
        if self.complaint:
            words = sentences(self.complaint, lang())
            return f"{words.happened} {words.now}" if lang() == "en" else f"{words.happened}{words.now}"
        if self.fate is Fate.ADDED:
            return "  ".join(f"{field} {new}" for field, _, new in self.lines)
        return "  ".join(f"{field} {old} → {new}" for field, old, new in self.lines)


def lang() -> Lang:
    """The language sentences are wanted in."""
    return "zh" if language() is Language.CHINESE else "en"


def import_rows(plan: RegisterPlan[Any], cls: type[Any], overview: Overview) -> tuple[ImportRow, ...]:
    """The rows in the order of the file; those that change nothing are only counted."""
    rows = [
        *(ImportRow(c.place, c.record.name, Fate.ADDED, _new_lines(c.record, cls, overview)) for c in plan.added),
        *(ImportRow(c.place, c.new.name, Fate.CHANGED, _changes(c.old, c.new, cls, overview)) for c in plan.changed),
        *(ImportRow(c.place, c.fact("name") or c.fact("value"), Fate.REFUSED, (), c) for c in plan.refused),
    ]
    return tuple(sorted(rows, key=lambda row: (row.place.sheet, row.place.row or 0)))


def fate_state(fate: Fate) -> State:
    """Word, tone and icon of a fate."""
    return {
        Fate.ADDED: State(tr("New"), "pass", "plus"),
        Fate.CHANGED: State(tr("Changes"), "accent", "pencil"),
        Fate.REFUSED: State(tr("Refused"), "fail", "circle-slash"),
    }[fate]


def sums(plan: RegisterPlan[Any]) -> str:
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


def refused_list(plan: RegisterPlan[Any]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Heads and rows of the list of what was refused, for somebody to put right."""
    heads = (tr("File"), tr("Sheet"), tr("Row"), tr("Column"), tr("Entry"), tr("What happened"), tr("What to do now"))
    rows: list[tuple[str, ...]] = []
    for complaint in plan.refused:
        words, place = sentences(complaint, lang()), complaint.place
        entry = complaint.fact("name") or complaint.fact("value")
        where = (place.file, place.sheet, str(place.row or ""), place.column, entry)
        rows.append((*where, words.happened, words.now))
    return heads, rows


def _new_lines(record: Any, cls: type[Any], overview: Overview) -> tuple[tuple[str, str, str], ...]:
    shown = ((spec.words, shown_value(overview, cls, record, spec.name)) for spec in fields_of(cls, new=True)[1:])
    return tuple((words, "", value) for words, value in shown if value and value != "0")


def _changes(old: Any, new: Any, cls: type[Any], overview: Overview) -> tuple[tuple[str, str, str], ...]:
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
