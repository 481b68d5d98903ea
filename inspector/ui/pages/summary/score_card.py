"""The score with its making: numerator, denominator, the cap, and every section."""

from fractions import Fraction

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QLabel, QWidget

from inspector.domain.checklists import Checklist
from inspector.domain.scoring import Part, Score
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.labels import icon_label, label, wrapping
from inspector.ui.widgets.stacked_bar import StackedBar
from inspector.ui.words.numbers import decimal


def score_card(checklist: Checklist, score: Score) -> QWidget:
    """得分率, how it was made, and the red lines beside it."""
    card = Card(tr("Score"), facts=tr("not applicable items leave both sums"))
    card.add(label(rate_words(score.rate), "num", bold=True))
    card.add(wrapping(formula_words(score), "base", "text2"))
    card.add(wrapping(counts_words(score.whole), "base", "text2"))
    for code in score.vetoes:
        card.add(_veto(checklist, code))
    return card


def sections_card(checklist: Checklist, score: Score) -> QWidget:
    """One line per section: bar, earned of possible, rate."""
    card = Card(tr("Sections"))
    grid = QGridLayout()
    grid.setContentsMargins(0, 0, 0, 0)
    grid.setHorizontalSpacing(current().gap(12))
    grid.setVerticalSpacing(current().gap(12))
    grid.setColumnStretch(0, 2)
    grid.setColumnStretch(1, 3)
    titles = {section.code: section.title for section in checklist.sections}
    for row, (code, part) in enumerate(score.sections):
        for column, cell in enumerate(_section(titles[code], part)):
            grid.addWidget(cell, row, column)
    card.add(grid)
    return card


def rate_words(rate: float | None) -> str:
    """86.4 %, or a dash when nothing applied."""
    return "—" if rate is None else f"{decimal(rate)} %"


def formula_words(score: Score) -> str:
    """Earned ÷ possible = rate, and the cap when a red line holds the score down."""
    whole = score.whole
    if score.uncapped is None:
        return tr("Nothing applied, so there is no score")
    earned, possible = exact(whole.earned), exact(whole.possible)
    made = tr(
        "{earned} earned ÷ {possible} possible = {rate}",
        earned=earned,
        possible=possible,
        rate=rate_words(score.uncapped),
    )
    if score.rate != score.uncapped:
        return f"{made} · {tr('a red line holds it down to {rate}', rate=rate_words(score.rate))}"
    return made


def counts_words(part: Part) -> str:
    """A sum that adds up: all = passed + failed + not applicable + not checked."""
    total = part.passed + part.failed + part.not_applicable + part.not_checked
    return tr(
        "{total} items = {passed} passed + {failed} failed + {na} not applicable + {none} not checked",
        total=total,
        passed=part.passed,
        failed=part.failed,
        na=part.not_applicable,
        none=part.not_checked,
    )


def exact(value: Fraction) -> str:
    """A weight with at most two decimals."""
    return f"{float(value):.2f}".rstrip("0").rstrip(".")


def _veto(checklist: Checklist, code: str) -> QWidget:
    item = checklist.item(code)
    words = tr("Red line: {code} {text}", code=code, text=item.text if item else "")
    why = (wrapping(item.veto, "sm", "text2"),) if item and item.veto else ()
    told = down(wrapping(words, "base", "fail", bold=True), *why, gap=4)
    return sheet(across(icon_label("octagon-alert", "fail", 20), Grow(told), gap=12, margins=(12, 10, 12, 10)), "fail")


def _section(title: str, part: Part) -> tuple[QWidget, QWidget, QLabel, QLabel]:
    bar = StackedBar(title)
    bar.show_parts(((float(part.earned), "accent"),), float(part.possible))  # as the rate behind it, not as verdicts
    made = label(f"{exact(part.earned)} / {exact(part.possible)}", "sm", "text3")
    rate = label(rate_words(part.rate), "base", bold=True)
    for number in (made, rate):
        number.setAlignment(Qt.AlignmentFlag.AlignRight | Qt.AlignmentFlag.AlignVCenter)
    return wrapping(title), bar, made, rate
