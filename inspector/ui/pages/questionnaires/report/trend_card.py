"""趋势: a share from round to round, each round with its change and whether the margin alone explains it."""

from collections.abc import Sequence

from PySide6.QtWidgets import QGridLayout

from inspector.domain.questionnaires.trends import Every, TrendPoint
from inspector.ui.pages.questionnaires.report.cards import margin_words, percent_words
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.stacked_bar import StackedBar
from inspector.ui.words.numbers import decimal

QUESTION, INDEX = "question", "index"
_MOST = 24


def every_words() -> list[tuple[str, str]]:
    """What may stand between two points."""
    return [
        (Every.MONTH, tr("By month")),
        (Every.QUARTER, tr("By quarter")),
        (Every.VERSION, tr("By version")),
    ]


def span_words() -> list[tuple[str, str]]:
    """One question, or its index."""
    return [(QUESTION, tr("This question")), (INDEX, tr("Its index"))]


def trend_card(points: Sequence[TrendPoint], span: Combo, every: Combo, formula: str) -> Card:
    """The newest rounds, the oldest first; `formula` says how each of them was reckoned."""
    card = Card(tr("Trend"), span, every)
    if len(points) < 2:
        card.add(wrapping(tr("One round so far: nothing to compare it with"), "base", "text2"))
    box = QGridLayout()
    for row, point in enumerate(points[-_MOST:]):
        box.addWidget(label(point.period, "base"), row, 0)
        if point.rate.rankable and point.rate.percent is not None:
            bar = StackedBar(point.period)
            bar.show_parts(((point.rate.percent, "c2"),), 100)
            box.addWidget(bar, row, 1)
            box.addWidget(label(percent_words(point.rate), "base", bold=True), row, 2)
            box.addWidget(label(margin_words(point.rate), "sm", "text2"), row, 3)
        else:
            box.addWidget(Pill(tr("under 30, not compared"), "neutral", "circle-slash"), row, 1, 1, 3)
        box.addWidget(label(tr("{n} people", n=point.responses), "sm", "text2"), row, 4)
        box.addWidget(wrapping(change_words(point), "sm", "text2"), row, 5)
    box.setColumnStretch(1, 3)
    box.setColumnStretch(5, 2)
    box.setHorizontalSpacing(current().gap(10))
    box.setVerticalSpacing(current().gap(8))
    card.add(box)
    card.add(wrapping(tr("Every round is reckoned with {formula}", formula=formula), "sm", "text3"))
    return card


def change_words(point: TrendPoint) -> str:
    """+2.3 points, or that the margin explains it."""
    if point.change is None:
        return ""
    sign = "+" if point.change >= 0 else "−"
    said = tr("{n} points", n=f"{sign}{decimal(abs(point.change))}")
    return said if point.certain else f"{said} {tr('(within the margin)')}"
