"""The cards of the results: question by question, the chosen one with its groups and trend, shares, open answers."""

from collections import Counter
from collections.abc import Callable

from PySide6.QtWidgets import QGridLayout, QWidget

from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.report import QuestionFigure
from inspector.domain.questionnaires.roles import Index
from inspector.domain.questionnaires.trends import Every
from inspector.services.questionnaire_reports import Results
from inspector.ui.pages.questionnaires.report.cards import (
    fill_crossed,
    fill_groups,
    index_card,
    open_card,
    share_card,
)
from inspector.ui.pages.questionnaires.report.question_bars import QuestionBars
from inspector.ui.pages.questionnaires.report.trend_card import INDEX, QUESTION, every_words, span_words, trend_card
from inspector.ui.pages.questionnaires.words import doubt_words, formula_words, mode_words
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, scrolling
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.labels import wrapping

_SHORT = 8
_RIGHT_WIDTH, _NARROW_WIDTH = 380, 300
_WIDEST = 260


class Board:
    """`area` scrolls the cards. `take` is given an open answer and its site, to make a finding of; `photos` makes the
    card of what people photographed.
    """

    def __init__(self, take: Callable[[str, str], object], photos: Callable[[Results], QWidget]) -> None:
        self._take, self._photos = take, photos
        self._results: Results | None = None
        self._mode = LayoutMode.WIDE
        self.question = ""
        self._facet, self._by, self._span, self._every = "community", "", QUESTION, str(Every.MONTH)
        self.bars = QuestionBars()
        self.facet, self.by, self.span, self.every = (Combo(compact=True) for _ in range(4))
        self._cards = down(gap=16, margins=(24, 16, 24, 20))
        self.area = scrolling(self._cards)

    def begin(self, results: Results) -> None:
        """Results of another form: compare by what tells its responses apart."""
        facets = results.sheet.facets
        telling = [name for name in ("community", "street", "site", "mode") if len({*facets[name]} - {""}) > 1]
        self._facet = telling[0] if telling else "mode"
        self._by = next((figure.code for figure in _closed(results)), "")

    def show(self, results: Results, mode: LayoutMode) -> None:
        """Show these results, the chosen question kept where it is still asked."""
        self._results, self._mode = results, mode
        codes = [figure.code for figure in (*rated(results), *results.report.questions)]
        if self.question not in codes:
            self.question = codes[0] if codes else ""
        self._fill()

    def compare_by(self, facet: str) -> None:
        """Group the chosen question by this facet."""
        self._facet = facet
        self._fill()

    def choose(self, code: str) -> None:
        """Another question."""
        self.question = code
        place = self.area.verticalScrollBar().value()
        self._fill()
        self.area.verticalScrollBar().setValue(place)
        self.bars.setFocus()

    def _fill(self) -> None:
        results = self._results
        empty(self._cards)
        if results is None:
            return
        chosen = next((q for q in results.report.questions if q.code == self.question), None)
        left = [*_warnings(results), self._questions(results)]
        right: list[QWidget] = [share_card(chosen, results.report), self._groups(results)] if chosen else []
        right.append(index_card(results.report))
        if chosen and chosen.index:
            left.append(self._trend(results, chosen))
        if chosen and chosen.choices:
            left.append(self._crossed(results, chosen))
        left.append(
            open_card(results.report, open_answers(results), lambda one: results.names.get(one, one), self._take)
        )
        if any(node.kind is Kind.IMAGE for node in results.form.nodes):
            left.append(self._photos(results))
        self._lay_out(left, right)

    def _lay_out(self, left: list[QWidget], right: list[QWidget]) -> None:
        if self._mode is LayoutMode.ONE:
            for card in (*right[:1], *left, *right[1:]):
                self._cards.addWidget(card)
        else:
            side = QWidget()
            side.setLayout(down(*right, STRETCH, gap=16))
            side.setFixedWidth(current().px(_RIGHT_WIDTH if self._mode is LayoutMode.WIDE else _NARROW_WIDTH))
            self._cards.addLayout(across(Grow(down(*left, STRETCH, gap=16)), side, gap=16))
        self._cards.addStretch(1)

    def _questions(self, results: Results) -> Card:
        facts = tr("from the highest rate down; numbers are people")
        card = Card(tr("Question by question"), facts=facts, padding=0)
        self.bars = QuestionBars()
        self.bars.chosen.connect(self.choose)
        self.bars.show_rows(rated(results), self.question)
        card.add(self.bars)
        return card

    def _groups(self, results: Results) -> Card:
        self.facet = self._list(_facets(), self._facet, tr("Grouped by"), "_facet")
        box, facet = QGridLayout(), self._facet

        def named(one: str) -> str:
            return mode_words(one) if one and facet == "mode" else results.names.get(one, one)

        fill_groups(box, results.groups(self.question, facet), named)
        card = Card(tr("By group"), self.facet)
        card.add(box)
        return card

    def _trend(self, results: Results, chosen: QuestionFigure) -> Card:
        self.span = self._list(span_words(), self._span, tr("Whose trend"), "_span")
        self.every = self._list(every_words(), self._every, tr("Rounds"), "_every")
        points = results.trend(chosen.code, Every(self._every), whole_index=self._span == INDEX)
        rule = points[-1].rate.rule if points else ""
        return trend_card(points, self.span, self.every, formula_words(rule, heard_counts=results.report.heard_counts))

    def _crossed(self, results: Results, chosen: QuestionFigure) -> Card:
        offered = [(figure.code, f"{figure.code} {figure.label[:_SHORT]}") for figure in _closed(results)]
        self.by = self._list(offered, self._by, tr("Crossed with"), "_by")
        self.by.setMaximumWidth(current().px(_WIDEST))
        card = Card(tr("{code} crossed with", code=chosen.code), self.by)
        by = next((q for q in results.report.questions if q.code == self._by), None)
        if by:
            box = QGridLayout()
            fill_crossed(box, results.crossed(chosen.code, by.code), chosen, by)
            card.add(box)
        return card

    def _list(self, values: list[tuple[str, str]], value: str, name: str, kept: str) -> Combo:
        """A list in a card's head; what is chosen in it is kept and shown."""
        made = Combo(values, value, compact=True)
        made.setAccessibleName(name)

        def choose(chosen: str) -> None:
            setattr(self, kept, chosen)
            self._fill()

        made.chosen.connect(choose)
        return made


def rated(results: Results) -> list[QuestionFigure]:
    """The questions with a share: the overall one, then the highest first."""
    found = [q for q in results.report.questions if q.rate is not None]
    return sorted(found, key=lambda q: (q.index is not Index.OVERALL, -(q.rate.percent or 0) if q.rate else 0))


def open_answers(results: Results) -> list[tuple[str, str]]:
    """Each open answer with the site it was given at."""
    sites = results.sheet.facets["site"]
    columns = (results.sheet.column(q.code) for q in results.report.questions if q.kind is Kind.TEXT)
    return [(text, sites[at]) for column in columns for at, text in column.written.items()]


def _closed(results: Results) -> list[QuestionFigure]:
    return [figure for figure in results.report.questions if figure.choices and figure.kind is Kind.ONE]


def _warnings(results: Results) -> list[QWidget]:
    doubts = Counter(doubt.why for doubt in results.report.doubts)
    if not doubts:
        return []
    card = Card(tr("Look at these first"), facts=tr("flags, never verdicts: they stay in the figures"))
    for why, count in doubts.most_common():
        card.add(wrapping(tr("{n} responses: {why}", n=count, why=doubt_words(why)), "base", "warn"))
    return [card]


def _facets() -> list[tuple[str, str]]:
    return [
        ("community", tr("By community")),
        ("street", tr("By street")),
        ("site", tr("By site")),
        ("unit", tr("By unit")),
        ("mode", tr("By way of asking")),
        ("interviewer", tr("By interviewer")),
    ]
