"""问卷结果: the figures of a form over days and groups, the Excel report, and the raw data."""

import gc
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.questionnaires.evaluation import Sheet, sheet_of
from inspector.domain.questionnaires.figures import Formula
from inspector.domain.questionnaires.forms import Form
from inspector.domain.questionnaires.report import (
    Asked,
    GroupFigure,
    Report,
    by_facet,
    crossed,
    make_report,
)
from inspector.domain.questionnaires.signs import Answer
from inspector.domain.sites import Community, Site, Street
from inspector.domain.units import Unit
from inspector.services.acts import Acts
from inspector.services.questionnaires import QuestionnaireService
from inspector.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which responses: days as 2026-11-01, both included, "" for open; `only` restricts facets to values (ids)."""

    code: str
    since: str = ""
    until: str = ""
    only: tuple[tuple[str, str], ...] = ()
    language: str = ""


@dataclass(frozen=True, slots=True)
class Results:
    """A report together with what further questions are answered from: groups and cross tables cost no more reading."""

    report: Report
    form: Form
    sheet: Sheet
    asked: Asked
    names: dict[str, str]
    """Id → name of sites, communities, streets and units."""

    def groups(self, code: str, facet: str) -> tuple[GroupFigure, ...]:
        """One question's share by a facet (`evaluation.FACETS`) or by the answers to another question."""
        column: Sequence[Answer] = self.sheet.facets.get(facet) or self.sheet.column(facet).answers()
        return by_facet(self.form, code, column, self.sheet, self.asked)

    def crossed(self, code: str, by: str) -> dict[Answer, dict[Answer, int]]:
        """交叉表: answers to `code` among those who answered `by` alike."""
        return {value: dict(tally) for value, tally in crossed(self.sheet, code, by).items()}


class QuestionnaireReportService:
    """Evaluates responses. Thousands take a moment: run it as a job."""

    def __init__(self, acts: Acts, forms: QuestionnaireService) -> None:
        self._acts = acts
        self._forms = forms

    def results(self, wanted: Wanted) -> Results:
        """The figures of a form. Raises `Refused("form.unknown")`."""
        with _uncollected():
            return self._results(wanted)

    def _results(self, wanted: Wanted) -> Results:
        ready = self._forms.ready(wanted.code)
        form, published = ready.compiled.form, ready.published
        with self._acts.reading() as view:
            rows = view.responses.lines(wanted.code, wanted.since, wanted.until)
            refusals = view.responses.refusals(wanted.code, wanted.since, wanted.until, wanted.only)
            handed_out = view.responses.handed_out(wanted.code, wanted.since, wanted.until, wanted.only)
            names = _names(view)
        sheet = sheet_of(((self._forms.compiled(sha).form, some) for sha, some in rows.items()), form, wanted.only)
        asked = Asked(
            Formula(published.formula), published.heard_counts, wanted.language, tuple(sorted(set(names.values())))
        )
        report, valid = make_report(form, sheet, asked, handed_out, refusals)
        return Results(report, form, valid, asked, names)

    def to_excel(self, results: Results, file: Path) -> None:
        """The printable Chinese report with charts. Raises `Refused("file.…")`."""
        from inspector.exchange.questionnaire_report_book import write_report  # noqa: PLC0415 - loads openpyxl

        groups = {facet: results.groups(_headline(results.report), facet) for facet in ("community", "street", "site")}
        write_report(results.report, groups, results.names, file)

    def raw_data(self, wanted: Wanted, file: Path, *, labels: bool = True) -> int:
        """The responses in KoboToolbox's layout, .xlsx or .csv by the file's name; how many. No contact is in it."""
        from inspector.exchange.questionnaire_raw import write_raw  # noqa: PLC0415 - loads openpyxl

        ready = self._forms.ready(wanted.code)
        with self._acts.reading() as view:
            records = view.responses.records(wanted.code, wanted.since, wanted.until)
            names = _names(view)
        forms = {sha: self._forms.compiled(sha).form for sha in {r.record.form_sha for r in records}}
        language = wanted.language or ready.compiled.form.languages[0]
        write_raw(ready.compiled.form, forms, records, names, file, language if labels else "")
        return len(records)


@contextmanager
def _uncollected() -> Iterator[None]:
    """While the block runs nobody looks for garbage: with 100,000 lists at hand that took half of the time."""
    before = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if before:
            gc.enable()


def _headline(report: Report) -> str:
    """The question groups are compared by: the overall one, else the first with a share."""
    rated = [q for q in report.questions if q.index is not None]
    overall = [q for q in rated if q.index == "总体满意率"]
    return (overall or rated)[0].code if rated else ""


def _names(view: Reading) -> dict[str, str]:
    named = (view.all(Site), view.all(Community), view.all(Street), view.all(Unit))
    return {stored.id: stored.record.name for several in named for stored in several}
