"""问卷: which forms there are, taking in XLSForms, publishing versions, and the form ready to run."""

from dataclasses import dataclass, replace
from pathlib import Path

from inspector.domain.errors import Place, Refused
from inspector.domain.questionnaires.compiled import Compiled
from inspector.domain.questionnaires.differences import FormDifferences, form_differences
from inspector.domain.questionnaires.figures import Formula
from inspector.domain.questionnaires.forms import (
    ASKED,
    Form,
    Limitation,
    form_from_text,
    form_sha,
    form_to_text,
)
from inspector.domain.questionnaires.responses import PublishedForm, published_form_id
from inspector.domain.stored import Changed, Stored
from inspector.services.acts import Acts
from inspector.services.checklists import version_key
from inspector.storage.reading import Reading
from inspector.storage.writing import Writing

DOCUMENT = "questionnaire"


@dataclass(frozen=True, slots=True)
class FormTitle:
    """One form as lists show it, in its newest version; `shipped` ones come with the program."""

    code: str
    version: str
    title: str
    kind: str
    questions: int
    responses: int
    shipped: bool


@dataclass(frozen=True, slots=True)
class FormDraft:
    """A form that was read and not published. `before` is the version it follows, "" for the first of its code.

    `same` says that this very content is published already, `taken` that its version holds other content: it needs
    a new version in the settings sheet. `form.limitations` tell what does not run here, `advice` what its author may
    want to mend.
    """

    form: Form
    advice: tuple[Limitation, ...]
    before: str
    differences: FormDifferences
    same: bool
    taken: bool


@dataclass(frozen=True, slots=True)
class Ready:
    """A published version and its form made ready to run."""

    published: PublishedForm
    compiled: Compiled


class QuestionnaireService:
    """Reads, publishes and opens forms."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts
        self._compiled: dict[str, Compiled] = {}

    def titles(self) -> tuple[FormTitle, ...]:
        """Every form in use, by code."""
        from inspector.exchange.questionnaire_bank import bank_forms

        with self._acts.reading() as view:
            known = _newest_by_code(view)
            answered = view.responses.number_by_form()
        shipped = {form.code: form for form in bank_forms()}
        titles = [
            FormTitle(f.code, f.version, f.title, f.kind, f.asked, answered.get(f.code, 0), shipped=True)
            for f in shipped.values()
            if f.code not in known
        ]
        titles += [
            FormTitle(p.code, p.version, p.title, p.kind, p.questions, answered.get(p.code, 0), p.code in shipped)
            for p in known.values()
        ]
        return tuple(sorted(titles, key=lambda t: t.code))

    def read(self, file: Path) -> FormDraft:
        """The form of an XLSForm and what publishing it would change; nothing is written.

        Takes a second or two: run it as a job. Raises `Refused`: "foreign.…", "form.no-survey", "form.refused".
        """
        from inspector.exchange.xlsform_reading import read_xlsform

        read = read_xlsform(file)
        form = read.form
        with self._acts.reading() as view:
            there = _version(view, form.code, form.version)
            newest = _newest_by_code(view).get(form.code)
            before = self._form(view, newest.sha) if newest else None
        same = there is not None and there.sha == form_sha(form)
        return FormDraft(
            form=form,
            advice=read.advice,
            before=newest.version if newest else "",
            differences=form_differences(before, form) if before else FormDifferences(),
            same=same,
            taken=there is not None and not same,
        )

    def publish(self, form: Form, formula: Formula = Formula.M1, *, heard_counts: bool = True) -> Changed:
        """Publish a version for ever, with how its satisfaction is reckoned.

        Raises `Refused("form.version-differs")` when this version exists with other content.
        """
        with self._acts.doing("form-published") as writing:
            publish_form(writing, form, formula, heard_counts=heard_counts)
        return writing.changed

    def choose_formula(self, code: str, formula: Formula, *, heard_counts: bool) -> Changed:
        """Reckon this form's figures so from now on, those of all its versions: formulas are never mixed."""
        self.ready(code)
        with self._acts.doing("formula-chosen") as writing:
            for stored in _versions(writing, code):
                writing.put(stored.id, replace(stored.record, formula=str(formula), heard_counts=heard_counts))
        return writing.changed

    def ready(self, code: str) -> Ready:
        """The newest version of a form, ready to run; a shipped one is published when it is first needed.

        That first time takes a second or two: run it as a job. Raises `Refused("form.unknown")`.
        """
        with self._acts.reading() as view:
            published = _newest_by_code(view).get(code)
        if published is None:
            published = self._publish_shipped(code)
        return Ready(published, self.compiled(published.sha))

    def of_sha(self, code: str, sha: str) -> Ready:
        """The version a response was begun with. Raises `Refused("form.content-missing")`."""
        with self._acts.reading() as view:
            found = next((stored.record for stored in _versions(view, code) if stored.record.sha == sha), None)
        if found is None:
            raise Refused("form.content-missing", Place(item=sha))
        return Ready(found, self.compiled(sha))

    def compiled(self, sha: str) -> Compiled:
        """The form with that hash, ready to run. Raises `Refused("form.content-missing")`."""
        if sha not in self._compiled:
            with self._acts.reading() as view:
                form = self._form(view, sha)
            self._compiled[sha] = Compiled(form)
        return self._compiled[sha]

    def _form(self, view: Reading, sha: str) -> Form:
        if sha in self._compiled:
            return self._compiled[sha].form
        text = view.contents.document(sha)
        if text is None:
            raise Refused("form.content-missing", Place(item=sha))
        return form_from_text(text)

    def _publish_shipped(self, code: str) -> PublishedForm:
        from inspector.exchange.questionnaire_bank import FOLDER, bank_forms
        from inspector.exchange.xlsform_reading import read_xlsform

        shipped = next((form for form in bank_forms() if form.code == code), None)
        if shipped is None:
            raise Refused("form.unknown", Place(item=code))
        form = read_xlsform(FOLDER / shipped.file).form
        with self._acts.workspace.writing("form-published") as writing:
            return publish_form(writing, form, Formula.M1, heard_counts=True)


def publish_form(writing: Writing, form: Form, formula: Formula, *, heard_counts: bool) -> PublishedForm:
    """Keep a form's content and name it by code and version.

    Raises `Refused("form.version-differs")` when that version is here with other content.
    """
    sha = form_sha(form)
    there = _version(writing, form.code, form.version)
    if there is not None and there.sha != sha:
        raise Refused("form.version-differs", Place(item=form.name))
    record = PublishedForm(
        code=form.code,
        version=form.version,
        title=form.title,
        sha=writing.keep_document(DOCUMENT, form_to_text(form)),
        kind=form.kind,
        questions=sum(node.kind in ASKED for node in form.nodes),
        languages=form.languages,
        formula=str(formula),
        heard_counts=heard_counts,
    )
    writing.put(published_form_id(form.code, form.version), record)
    return record


def _versions(view: Reading, code: str) -> tuple[Stored[PublishedForm], ...]:
    return tuple(stored for stored in view.responses.forms() if stored.record.code == code)


def _version(view: Reading, code: str, version: str) -> PublishedForm | None:
    found = view.get(PublishedForm, published_form_id(code, version))
    return found.record if found and not found.deleted else None


def _newest_by_code(view: Reading) -> dict[str, PublishedForm]:
    records = [stored.record for stored in view.responses.forms() if not stored.record.retired]
    return {record.code: record for record in sorted(records, key=lambda r: version_key(r.version))}
