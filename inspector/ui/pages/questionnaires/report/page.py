"""问卷结果: shares with their formula, by question and by group, quality first, and open answers made into findings."""

from collections import Counter
from collections.abc import Callable, Sequence
from pathlib import Path

from PySide6.QtWidgets import QBoxLayout, QWidget

from inspector.domain.errors import Refused
from inspector.domain.questionnaires.figures import Formula
from inspector.domain.stored import Changed
from inspector.services.noting import Noted, Spot
from inspector.services.questionnaire_reports import Results, Wanted
from inspector.ui.context import Context
from inspector.ui.dialogs.choose_file import WORKBOOK, choose_name
from inspector.ui.dialogs.open_path import open_path
from inspector.ui.pages.questionnaires.report.board import Board
from inspector.ui.pages.questionnaires.report.cards import figure_strip
from inspector.ui.pages.questionnaires.report.filters import Filters
from inspector.ui.pages.questionnaires.report.formula_dialog import FormulaDialog
from inspector.ui.pages.questionnaires.report.photo_card import PhotoCard
from inspector.ui.pages.questionnaires.titles import title_words
from inspector.ui.pages.questionnaires.words import doubt_words, mode_words
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import listed, tr
from inspector.ui.widgets.boxes import Grow, across, down, empty
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.words.numbers import whole


class QuestionnaireReportPage(Page):
    """`go("questionnaire_report", code=)`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._code = ""
        self._results: Results | None = None
        self._wanted = Wanted("")
        self.open_file: Callable[[Path], object] = open_path
        self.filters = Filters(self, context.services.acts.today())
        self.filters.changed.connect(self._load)
        self.formula = outlined(tr("Formula"), self.choose_formula, icon="sigma")
        self.export = filled(tr("Export Excel"), self.choose_file, icon="file-spreadsheet", keys="E")
        self._movable = (*self.filters.lists, self.formula)
        self.head = PageHead(tr("Results"), "", *self._movable, self.export, back=context.back)
        self.board = Board(self.make_finding, lambda results: PhotoCard(context, self._wanted, results.names))
        self._strip = down(gap=0)
        self._below = across(gap=8)
        self._foot = FootBar([("↑ ↓", tr("Other question")), ("E", tr("Export Excel"))])
        self.setLayout(down(self.head, self._below, self._strip, Grow(self.board.area), self._foot, gap=0))

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
        """Cards beside each other where there is room; the lists below the head where there is none."""
        super().layout_changed(mode)
        row = self.head.layout()
        for each in self._movable:
            if mode is LayoutMode.ONE:
                self._below.addWidget(each)
            elif isinstance(row, QBoxLayout):
                row.removeWidget(each)  # first: the place of what stands behind it is another then
                row.insertWidget(row.indexOf(self.export), each)
        self._below.setContentsMargins(*((24, 6, 24, 6) if mode is LayoutMode.ONE else (0, 0, 0, 0)))
        self._show()

    def shortcuts(self) -> Sequence[PageKey]:
        """Arrows in the questions choose, E writes the workbook."""
        return (PageKey(("E",), tr("Export Excel"), tr("Results"), self.choose_file),)

    def regions(self) -> Sequence[QWidget]:
        """The questions, the filters, the way out."""
        return (self.board.bars, *self._movable, self.export)

    def choose_formula(self) -> None:
        """Ask how the form's shares shall be reckoned."""
        if self._results is not None:
            FormulaDialog(self, self._results.report, self.reckon).open()

    def reckon(self, formula: Formula, heard_counts: bool) -> None:
        """Reckon every figure of the form so from now on."""
        try:
            changed = self._context.services.questionnaires.choose_formula(
                self._code, formula, heard_counts=heard_counts
            )
        except (Refused, OSError) as error:
            self._context.complain(error)
            return
        self._context.say(tr("Reckoned with {formula} now", formula=formula), self._context.undo)
        self._context.changed(changed)

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
        reports, wanted = self._context.services.questionnaire_reports, self.filters.wanted(self._code)
        self._wanted = wanted
        self._context.jobs.look_up(lambda _progress: reports.results(wanted), self._take, owner=self)

    def _take(self, results: Results) -> None:
        first = self._results is None or self._results.form.code != results.form.code
        self._results = results
        if first:
            self.filters.offer(results)
            self.board.begin(results)
        self._show()
        if first:
            self.board.bars.setFocus()

    def _show(self) -> None:
        results = self._results
        empty(self._strip)
        if results is None:
            return
        report = results.report
        days = f"{report.first} – {report.last}" if report.first else tr("no responses yet")
        versions = tr("version {v}", v=", ".join(report.versions)) if report.versions else ""
        self.head.show_title(
            tr("Results"), " · ".join(part for part in (title_words(report.title), versions, days) if part)
        )
        self._strip.addWidget(self._figures(results))
        self.board.show(results, self.mode)

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
        why = listed(f"{doubt_words(name)} {count}" for name, count in doubts.items())
        parts.append((tr("To look at"), whole(flagged), why if self.mode is LayoutMode.WIDE else ""))
        return figure_strip(parts)


def _share(part: int, of: int) -> str:
    return f"{100 * part / of:.1f} %" if of else ""
