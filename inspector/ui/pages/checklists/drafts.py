"""A list before it is published: what it changes of the version before, or everything that is wrong with it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QFrame, QPushButton

from inspector.domain.checklist_differences import Fate, FieldDifference, ItemDifference
from inspector.domain.errors import Complaint
from inspector.services.checklists import Draft
from inspector.services.wording.sentences import sentences
from inspector.ui.error_text import in_one, lang
from inspector.ui.pages.checklists.item_words import field_words, value_words
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, sheet
from inspector.ui.widgets.labels import icon_label, wrapping
from inspector.ui.widgets.preview import Preview, PreviewRow, PreviewWords
from inspector.ui.words.states import State


def next_version(version: str) -> str:
    """The version people would count next: 3 after 2, 2.2 after 2.1."""
    *before, last = version.split(".")
    return ".".join((*before, str(int(last) + 1) if last.isdecimal() else f"{last}.1"))


def draft_preview(draft: Draft, file: str, renumber: QPushButton | None) -> Preview:
    """What publishing would change; `renumber` gives a list whose version is taken the next one."""
    checklist = draft.checklist
    words = PreviewWords(
        title=tr("Check the checklist"),
        facts=tr("{file} · {title} · version {v}", file=file, title=checklist.title, v=checklist.version),
        sums=_sums(draft),
        note=tr("Inspections already made keep their version; a published version stays as it is"),
        apply=tr("Publish version {v}", v=checklist.version),
        mark=tr("Code"),
        states=tuple(_fate_state(fate) for fate in Fate),
    )
    head = [_row("", checklist.title, _fate_state(Fate.CHANGED), draft.differences.head)] if draft.before else []
    rows = [*(row for row in head if row.lines), *(_item_row(item) for item in draft.differences.items)]
    notice = _notice(draft, renumber)
    return Preview(
        words, rows, can_apply=not (draft.same or draft.taken), has_refused=False, notice=notice, leads_on=draft.taken
    )


def complaints_preview(complaints: Sequence[Complaint], file: str) -> Preview:
    """Everything that is wrong, by sheet, row and item; nothing was taken in."""
    words = PreviewWords(
        title=tr("Not taken in"),
        facts=file,
        sums=tr("{n} things to put right; correct them in the file and take it in again", n=len(complaints)),
        note=tr("Nothing was changed"),
        apply="",
        mark=tr("Where"),
        states=(),
    )
    return Preview(words, [_complaint_row(each) for each in complaints], can_apply=False, has_refused=True)


def complaint_list(complaints: Sequence[Complaint]) -> tuple[tuple[str, ...], list[tuple[str, ...]]]:
    """Heads and rows of the list of what is wrong, to be kept as a workbook."""
    said = [sentences(each, lang()) for each in complaints]
    return (tr("Where"), tr("What happened"), tr("What to do now")), [(s.where, s.happened, s.now) for s in said]


def _sums(draft: Draft) -> str:
    changes = draft.differences
    added, changed = changes.count(Fate.ADDED), changes.count(Fate.CHANGED)
    told = tr(
        "Items {all} = new {added} + changed {changed} + unchanged {same}; removed {removed}",
        all=added + changed + changes.unchanged,
        added=added,
        changed=changed,
        same=changes.unchanged,
        removed=changes.count(Fate.REMOVED),
    )
    if not draft.before:
        return tr("The first version. {sums}", sums=told)
    return tr("Against version {v}: {sums}", v=draft.before, sums=told)


def _notice(draft: Draft, renumber: QPushButton | None) -> QFrame | None:
    v = draft.checklist.version
    if draft.same:
        words = tr("Version {v} is published already, word for word", v=v)
        return sheet(across(icon_label("info", "accent_ink"), Grow(wrapping(words)), margins=(12, 8, 12, 8)), "note")
    if draft.taken:
        said = wrapping(tr("Version {v} is published with other content; this list needs a new version", v=v))
        parts = [renumber] if renumber else []
        row = across(icon_label("triangle-alert", "warn"), Grow(said), *parts, gap=10, margins=(12, 8, 12, 8))
        return sheet(row, "warn")
    return None


def _item_row(item: ItemDifference) -> PreviewRow:
    return _row(item.code, item.text, _fate_state(item.fate), item.fields)


def _row(mark: str, name: str, state: State, fields: Sequence[FieldDifference]) -> PreviewRow:
    lines = tuple((field_words(f.field), value_words(f.field, f.before), value_words(f.field, f.after)) for f in fields)
    said = "  ".join(f"{field} {old} → {new}" for field, old, new in lines)
    return PreviewRow(mark, name, said, state, mark, lines=lines)


def _fate_state(fate: Fate) -> State:
    return {
        Fate.ADDED: State(tr("New"), "pass", "plus"),
        Fate.CHANGED: State(tr("Changed"), "accent", "pencil"),
        Fate.REMOVED: State(tr("Removed"), "warn", "minus"),
    }[fate]


def _complaint_row(complaint: Complaint) -> PreviewRow:
    words, place = sentences(complaint, lang()), complaint.place
    row = place.row or place.line
    mark = place.item or (tr("row {n}", n=row) if row else "")
    return PreviewRow(
        mark, words.happened, words.where, State(tr("Wrong"), "fail", "circle-alert"), words.where, in_one(words)
    )
