"""问卷结果: the figures of a form over days and groups, the Excel report, and the raw data."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.config.garbage import uncollected
from inspector.domain.questionnaires.evaluation import FACETS, Sheet, sheet_of
from inspector.domain.questionnaires.figures import Formula
from inspector.domain.questionnaires.forms import Form, Kind, form_language
from inspector.domain.questionnaires.report import (
    Asked,
    GroupFigure,
    Report,
    by_facet,
    crossed,
    in_language,
    make_report,
)
from inspector.domain.questionnaires.roles import Index
from inspector.domain.questionnaires.signs import Answer
from inspector.domain.questionnaires.trends import Every, TrendPoint, trend
from inspector.domain.sites import Community, Site, Street
from inspector.domain.units import Unit
from inspector.services.acts import Acts
from inspector.services.questionnaires import QuestionnaireService
from inspector.storage.reading import Reading

_MOST_CROSSED = 8


@dataclass(frozen=True, slots=True)
class Wanted:
    """Which responses: days as 2026-11-01, both included, "" for open; `only` restricts facets to values (ids)."""

    code: str
    since: str = ""
    until: str = ""
    only: tuple[tuple[str, str], ...] = ()
    language: str = ""
    """Of questions and choices: one of the form's, or its code ("en")."""


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

    def trend(self, code: str, every: Every, *, whole_index: bool = False) -> tuple[TrendPoint, ...]:
        """A question's share from round to round, or that of all questions of its index together."""
        index = next((q.index for q in self.report.questions if q.code == code), None)
        among = [q.code for q in self.report.questions if q.index is index] if whole_index and index else [code]
        return trend(self.form, among, self.sheet, self.asked, every)


class QuestionnaireReportService:
    """Evaluates responses. Thousands take a moment: run it as a job."""

    def __init__(self, acts: Acts, forms: QuestionnaireService) -> None:
        self._acts = acts
        self._forms = forms

    def results(self, wanted: Wanted) -> Results:
        """The figures of a form. Raises `Refused("form.unknown")`."""
        with uncollected():
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
        language = form_language(form, wanted.language)
        asked = Asked(Formula(published.formula), published.heard_counts, language, tuple(sorted(set(names.values()))))
        report, valid = make_report(form, sheet, asked, handed_out, refusals)
        return Results(report, form, valid, asked, names)

    def to_excel(self, results: Results, file: Path) -> None:
        """The printable Chinese report with charts. Raises `Refused("file.…")`."""
        from inspector.exchange.questionnaire_report_book import write_report
        from inspector.exchange.questionnaire_report_compared import Compared

        report, headline = results.report, headline_of(results.report)
        compared = Compared(
            headline,
            {facet: results.groups(headline, facet) for facet in FACETS if facet != "version"} if headline else {},
            {code: results.crossed(headline, code) for code in _about_the_person(report)} if headline else {},
            {(index, every): results.trend(code, every, whole_index=True)
             for index, code in _by_index(report).items() for every in Every},
            results.names,
        )  # fmt: skip
        chinese = form_language(results.form, "zh")
        write_report(in_language(report, results.form, chinese), compared, file)

    def raw_data(self, wanted: Wanted, file: Path, *, labels: bool = True) -> int:
        """The responses in KoboToolbox's layout, .xlsx or .csv by the file's name; how many. No contact is in it."""
        from inspector.exchange.questionnaire_raw import write_raw

        ready = self._forms.ready(wanted.code)
        with self._acts.reading() as view:
            records = view.responses.records(wanted.code, wanted.since, wanted.until)
            names = _names(view)
        forms = {sha: self._forms.compiled(sha).form for sha in {r.record.form_sha for r in records}}
        language = form_language(ready.compiled.form, wanted.language)
        write_raw(ready.compiled.form, forms, records, names, file, language if labels else "")
        return len(records)


def headline_of(report: Report) -> str:
    """The question groups are compared by: the overall one, else the first with a share; "" without any."""
    rated = [q for q in report.questions if q.index is not None]
    overall = [q for q in rated if q.index is Index.OVERALL]
    return (overall or rated)[0].code if rated else ""


def _by_index(report: Report) -> dict[Index, str]:
    """Index → one of its questions."""
    return {figure.index: figure.code for figure in reversed(report.questions) if figure.index is not None}


def _about_the_person(report: Report) -> list[str]:
    """Closed questions that no share is of: age, how long one has lived here."""
    closed = [q.code for q in report.questions if q.kind is Kind.ONE and q.index is None and q.choices]
    return closed[:_MOST_CROSSED]


def _names(view: Reading) -> dict[str, str]:
    named = (view.all(Site), view.all(Community), view.all(Street), view.all(Unit))
    return {stored.id: stored.record.name for several in named for stored in several}
