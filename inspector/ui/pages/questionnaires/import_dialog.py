"""What an XLSForm would bring, before it is published: what cannot run, and what changed since the last version."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.domain.questionnaires.differences import FormDifferences
from inspector.domain.questionnaires.figures import Formula
from inspector.domain.questionnaires.forms import ASKED, Form, Limitation, form_language, words
from inspector.services.questionnaires import FormDraft
from inspector.ui.dialogs.modal import Modal
from inspector.ui.pages.questionnaires.formula_choice import FormulaChoice
from inspector.ui.pages.questionnaires.titles import title_words
from inspector.ui.translation import language, listed, tr
from inspector.ui.widgets.boxes import down, sheet
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.labels import wrapping

_MOST, _LONG = 60, 24


class ImportDialog(Modal):
    """`publish` is given the formula and whether 听说过 counts."""

    def __init__(self, parent: QWidget, draft: FormDraft, publish: Callable[[Formula, bool], object]) -> None:
        super().__init__(parent, tr("Take in a form"), 768)
        form = draft.form
        asked = sum(node.kind in ASKED for node in form.nodes)
        facts = tr("{code}, version {v}, {n} questions", code=form.code, v=form.version, n=asked)
        self.choice = FormulaChoice()
        leave = outlined(tr("Leave it"), self.reject, keys="Esc")
        self.publish = filled(tr("Publish this version"), self.accept)
        self.publish.setEnabled(not draft.same and not draft.taken)
        self.accepted.connect(lambda: publish(self.choice.formula, self.choice.heard_counts))
        verdict = _verdict(draft)
        self.said = [
            wrapping(title_words(form.title), "lg", bold=True),
            wrapping(facts, "sm", "text2"),
            sheet(down(wrapping(verdict, "base", bold=True), margins=(12, 10, 12, 10)),
                  "warn" if draft.taken or form.limitations else "note"),
            *_listed(tr("What does not run here; its words are shown"), form.limitations),
            *_listed(tr("What its author may want to mend"), draft.advice),
            *_changes(draft.differences, form),
        ]  # fmt: skip
        self.ask(down(*self.said, self.choice, gap=8), leave, self.publish)


def _verdict(draft: FormDraft) -> str:
    if draft.same:
        return tr("This very form is published already.")
    if draft.taken:
        return tr("This version is published with other content: give the file a new version in its settings sheet.")
    if draft.before:
        return tr("It follows version {v}; answers to that one stay readable.", v=draft.before)
    return tr("A new form. Once published a version never changes.")


def _listed(title: str, limits: tuple[Limitation, ...]) -> list[QWidget]:
    if not limits:
        return []
    reasons = {
        "type": tr("this type cannot be answered"), "expression": tr("the rule cannot be read"),
        "function": tr("a function is not supported"), "trigger": tr("the trigger cannot be followed"),
        "cycle": tr("its rules go round in a circle"), "file": tr("a data file is missing"),
        "pattern": tr("a regular expression of this kind is not supported"),
    }  # fmt: skip
    lines: list[QWidget] = [wrapping(tr("{what} ({n})", what=title, n=len(limits)), "base", "warn", bold=True)]
    for one in limits[:_MOST]:
        row = tr("Row {n}", n=one.row) if one.row else ""
        parts = (row, one.name, reasons.get(one.why, ""), one.detail)
        lines.append(wrapping(" · ".join(part for part in parts if part), "sm"))
    if len(limits) > _MOST:
        lines.append(wrapping(tr("And {n} more", n=len(limits) - _MOST), "sm", "text2"))
    return lines


def _changes(found: FormDifferences, form: Form) -> list[QWidget]:
    """What kind of change, how many, and which questions, in their words where the new version still has them."""
    spoken = form_language(form, str(language()))
    said = {node.name: words(node.label, spoken) for node in form.nodes}

    def named(code: str) -> str:
        return f"{code} {said[code][:_LONG]}".strip() if code in said else code

    kinds = (
        (tr("Added"), found.added), (tr("Removed"), found.removed),
        (tr("Renamed"), tuple(f"{old} → {new}" for old, new in found.renamed)), (tr("Moved"), found.moved),
        (tr("Reworded"), found.reworded), (tr("Other choices"), found.rechosen), (tr("Other type"), found.retyped),
    )  # fmt: skip
    lines: list[QWidget] = [
        wrapping(tr("{what} ({n}): {which}", what=what, n=len(codes), which=listed(map(named, codes))), "sm")
        for what, codes in kinds
        if codes
    ]
    return [wrapping(tr("What changes"), "base", bold=True), *lines] if lines else []
