"""问卷结果: shares with their formula, by question and by group, quality first, and open answers made into findings."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QGridLayout, QWidget

from inspector.domain.errors import Refused
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.report import QuestionFigure
from inspector.domain.questionnaires.roles import Index
from inspector.domain.stored import Changed
from inspector.services.noting import Noted, Spot
from inspector.services.questionnaire_reports import Results, Wanted
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import WORKBOOK, choose_name
from inspector.ui.dialogs.open_path import open_path
from inspector.ui.pages.questionnaires.report.cards import (
    figure_strip,
    fill_crossed,
    fill_groups,
    index_card,
    open_card,
    share_card,
)
from inspector.ui.pages.questionnaires.report.question_bars import QuestionBars
from inspector.ui.pages.questionnaires.words import doubt_words, mode_words
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling
from inspector.ui.widgets.buttons import filled
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.page import Page
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.words.numbers import whole

_SHORT = 8
_RIGHT_WIDTH, _NARROW_WIDTH = 380, 300


class QuestionnaireReportPage(Page):
    """`go("questionnaire_report", code=)`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._code = self._question = ""
        self._results: Results | None = None
        self.open_file: Callable[[Path], object] = open_path
        self.month = Combo([("", tr("All days"))])
        self.month.setAccessibleName(tr("Days"))
        self.place = Combo([("", tr("All places"))])
        self.place.setAccessibleName(tr("Place"))
        self.export = filled(tr("Export Excel"), self.choose_file, icon="file-spreadsheet")
        self.head = PageHead(tr("Results"), "", self.month, self.place, self.export, back=context.back)
        self.facet = Combo(_facets(), "community")
        self.facet.setAccessibleName(tr("Grouped by"))
        self.by = Combo()
        self.by.setAccessibleName(tr("Crossed with"))
        self.bars = QuestionBars()
        self._strip = down(gap=0)
        self._cards = down(gap=16, margins=(24, 16, 24, 20))
        self.area = scrolling(self._cards)
        self._filters = across(gap=8, margins=(24, 6, 24, 0))
        self.setLayout(down(self.head, self._filters, self._strip, Grow(self.area), gap=0))
        for combo in (self.month, self.place):
            combo.chosen.connect(lambda _: self._load())
            combo.setMaximumWidth(current().px(180))

    def open(self, **where: str) -> None:
        """The results of a form."""
        self._code = where.get("code", "") or self._code
        self._load()

    def where(self) -> dict[str, str]:
        """The form."""
        return {"code": self._code}

    def refresh(self, changed: Changed) -> None:
        """Reckon anew when responses came."""
        if changed.kinds & {"response", "published_form", "handed_out"}:
            self._load()

    def layout_changed(self, mode: LayoutMode) -> None:
        """Cards beside each other where there is room."""
        super().layout_changed(mode)
        for combo in (self.month, self.place):
            if mode is LayoutMode.ONE:
                self._filters.addWidget(combo)
            else:
                row = self.head.layout()
                if isinstance(row, QBoxLayout):
                    row.insertWidget(row.indexOf(self.export), combo)
        self._filters.setContentsMargins(*((24, 6, 24, 0) if mode is LayoutMode.ONE else (0, 0, 0, 0)))
        self._show()

    def regions(self) -> Sequence[QWidget]:
        """The questions, the filters, the way out."""
        return (self.bars, self.month, self.place, self.export)

    def choose_file(self) -> None:
        """Ask for a name and write the report."""
        if self._results is None:
            return
        title = self._results.report.title
        if file := choose_name(self, tr("Export Excel"), f"{title}-{tr('results')}.xlsx", WORKBOOK):
            self.write(file)

    def write(self, file: Path) -> None:
        """Write it behind the window and open it."""
        results, reports = self._results, self._context.services.questionnaire_reports
        if results is None:
            return

        def done(_nothing: object) -> None:
            self._context.say(tr("Written: {file}", file=file.name))
            self.open_file(file)

        self._context.jobs.run(
            lambda _progress: reports.to_excel(results, file),
            done,
            label=tr("Writing {file}", file=file.name),
            owner=self,
        )

    def make_finding(self, text: str, site: str) -> None:
        """One action: the open answer goes to the ledger, its place known or as people named it."""
        results = self._results
        if results is None:
            return
        named = next((entity for entity, name in results.names.items() if len(name) > 1 and name in text), "")
        sites = {one for one in results.sheet.facets["site"] if one}
        spot = Spot(site=site or (named if named in sites else ""), location=results.names.get(named, "") or text[:40])
        note = tr("Questionnaire {title}", title=results.report.title)
        try:
            _, changed = self._context.services.noting.add(Noted(spot, text=text, source_note=note))
        except (Refused, OSError) as error:
            self._context.complain(error)
            return
        self._context.say(tr("Noted as a finding; it waits for the dispatch"), self._context.undo)
        self._context.changed(changed)

    # what is shown

    def _load(self) -> None:
        reports = self._context.services.questionnaire_reports
        since, until = f"{self.month.value}-01", f"{self.month.value}-31"
        facet, _, value = self.place.value.partition(":")
        wanted = Wanted(
            self._code, *((since, until) if self.month.value else ("", "")), ((facet, value),) if value else ()
        )
        self._context.jobs.look_up(lambda _progress: reports.results(wanted), self._take, owner=self)

    def _take(self, results: Results) -> None:
        first = self._results is None or self._results.form.code != results.form.code
        self._results = results
        if first:
            self._offer(results)
        rated = self._rated
        if self._question not in {figure.code for figure in results.report.questions}:
            overall = [figure for figure in rated if figure.index is Index.OVERALL]
            self._question = (overall or rated or results.report.questions)[0].code if results.report.questions else ""
        self._show()

    def _offer(self, results: Results) -> None:
        months = sorted({day[:7] for day in results.sheet.days}, reverse=True)
        self.month.offer([("", tr("All days")), *((month, month) for month in months)])
        facets = results.sheet.facets
        telling = [name for name in ("community", "street", "site", "mode") if len({*facets[name]} - {""}) > 1]
        self.facet.show_value(telling[0] if telling else "mode")
        found = [
            (f"{name}:{value}", results.names.get(value, value))
            for name in ("street", "community", "site") for value in sorted(set(facets[name])) if value
        ]  # fmt: skip
        self.place.offer([("", tr("All places")), *found])
        closed = [figure for figure in results.report.questions if figure.choices and figure.kind is Kind.ONE]
        self.by.offer([(figure.code, f"{figure.code} {figure.label[:_SHORT]}") for figure in closed])
        if closed:
            self.by.show_value(closed[0].code)

    @property
    def _rated(self) -> list[QuestionFigure]:
        found = [q for q in self._results.report.questions if q.rate is not None] if self._results else []
        return sorted(found, key=lambda q: (q.index is not Index.OVERALL, -(q.rate.percent or 0) if q.rate else 0))

    def _show(self) -> None:
        results = self._results
        for kept in (self.bars, self.facet, self.by):
            kept.setParent(None)
        empty(self._strip)
        empty(self._cards)
        if results is None:
            return
        report = results.report
        days = f"{report.first} – {report.last}" if report.first else tr("no responses yet")
        versions = tr("version {v}", v=", ".join(report.versions)) if report.versions else ""
        self.head.show_title(tr("Results"), " · ".join(part for part in (report.title, versions, days) if part))
        self._strip.addWidget(self._figures(results))
        self._fill_cards(results)

    def _figures(self, results: Results) -> QWidget:
        returns, doubts = results.report.returns, Counter(doubt.why for doubt in results.report.doubts)
        share = _share(returns.returned, returns.handed_out)
        modes = " · ".join(f"{mode_words(mode)} {count}" for mode, count in returns.by_mode) or "–"
        flagged = len({doubt.response for doubt in results.report.doubts})
        parts = [
            (tr("Handed out"), whole(returns.handed_out), ""), (tr("Came back"), whole(returns.returned), share),
            (tr("Valid"), whole(returns.valid), _share(returns.valid, returns.returned)),
            (tr("Refusals"), whole(returns.refusals), tr("counted apart")),
        ]  # fmt: skip
        if self.mode is not LayoutMode.ONE:
            parts.append((tr("How"), modes, ""))
        why = "、".join(f"{doubt_words(name)} {count}" for name, count in doubts.items())
        parts.append((tr("To look at"), whole(flagged), why if self.mode is LayoutMode.WIDE else ""))
        return figure_strip(parts)

    def _fill_cards(self, results: Results) -> None:
        report = results.report
        chosen = next((q for q in report.questions if q.code == self._question), None)
        questions = Card(
            tr("Question by question"), facts=tr("from the highest rate down; numbers are people"), padding=0
        )
        self.bars = QuestionBars()
        self.bars.chosen.connect(self._choose)
        self.bars.show_rows(self._rated, self._question)
        questions.add(self.bars)
        left: list[QWidget] = [questions]
        if warnings := self._warnings(results):
            left.insert(0, warnings)
        right: list[QWidget] = [share_card(chosen, report)] if chosen else []
        right += [self._groups(results)] if chosen else []
        right.append(index_card(report))
        left += [self._crossed(results, chosen)] if chosen and chosen.choices else []
        left.append(
            open_card(report, _open_answers(results), lambda one: results.names.get(one, one), self.make_finding)
        )
        if self.mode is LayoutMode.ONE:
            for card in (*right[:1], *left, *right[1:]):
                self._cards.addWidget(card)
        else:
            side = QWidget()
            side.setLayout(down(*right, STRETCH, gap=16))
            side.setFixedWidth(current().px(_RIGHT_WIDTH if self.mode is LayoutMode.WIDE else _NARROW_WIDTH))
            self._cards.addLayout(across(Grow(down(*left, STRETCH, gap=16)), side, gap=16))
        self._cards.addStretch(1)

    def _warnings(self, results: Results) -> Card | None:
        doubts = Counter(doubt.why for doubt in results.report.doubts)
        if not doubts:
            return None
        card = Card(tr("Look at these first"), facts=tr("flags, never verdicts: they stay in the figures"))
        for why, count in doubts.most_common():
            card.add(wrapping(tr("{n} responses: {why}", n=count, why=doubt_words(why)), "base", "warn"))
        return card

    def _groups(self, results: Results) -> Card:
        value = self.facet.value
        self.facet = Combo(_facets(), value, compact=True)
        self.facet.setAccessibleName(tr("Grouped by"))
        self.facet.chosen.connect(lambda _: self._show())
        card = Card(tr("By group"), self.facet)
        box = QGridLayout()

        def named(one: str) -> str:
            return mode_words(one) if one and value == "mode" else results.names.get(one, one)

        fill_groups(box, results.groups(self._question, value), named)
        card.add(box)
        return card

    def _crossed(self, results: Results, chosen: QuestionFigure) -> Card:
        value, offered = self.by.value, [(self.by.itemData(n), self.by.itemText(n)) for n in range(self.by.count())]
        self.by = Combo(offered, value, compact=True)
        self.by.setMaximumWidth(current().px(260))
        self.by.setAccessibleName(tr("Crossed with"))
        self.by.chosen.connect(lambda _: self._show())
        card = Card(tr("{code} crossed with", code=chosen.code), self.by)
        by = next((q for q in results.report.questions if q.code == value), None)
        if by:
            box = QGridLayout()
            fill_crossed(box, results.crossed(chosen.code, by.code), chosen, by)
            card.add(box)
        return card

    def _choose(self, code: str) -> None:
        self._question = code
        place = self.area.verticalScrollBar().value()
        self._show()
        self.area.verticalScrollBar().setValue(place)
        self.bars.setFocus()


def _open_answers(results: Results) -> list[tuple[str, str]]:
    """Each open answer with the site it was given at."""
    sites = results.sheet.facets["site"]
    columns = (results.sheet.column(q.code) for q in results.report.questions if q.kind is Kind.TEXT)
    return [(text, sites[at]) for column in columns for at, text in column.written.items()]


def _share(part: int, of: int) -> str:
    return f"{100 * part / of:.1f} %" if of else ""


def _facets() -> list[tuple[str, str]]:
    return [
        ("community", tr("By community")),
        ("street", tr("By street")),
        ("site", tr("By site")),
        ("unit", tr("By unit")),
        ("mode", tr("By way of asking")),
        ("interviewer", tr("By interviewer")),
    ]
