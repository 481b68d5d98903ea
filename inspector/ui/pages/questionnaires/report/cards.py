"""The report's cards: the chosen share with its formula, groups, a cross table, words and open answers."""

from collections.abc import Callable, Mapping, Sequence
from functools import partial

from PySide6.QtWidgets import QGridLayout, QWidget

from inspector.domain.questionnaires.figures import Rate
from inspector.domain.questionnaires.report import GroupFigure, QuestionFigure, Report
from inspector.ui.pages.questionnaires.report.question_bars import answer_tones
from inspector.ui.pages.questionnaires.report.swatch import Swatch
from inspector.ui.pages.questionnaires.words import formula_words, index_words
from inspector.ui.theme.current import current
from inspector.ui.translation import listed, tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.buttons import compact, outlined
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.stacked_bar import StackedBar
from inspector.ui.words.numbers import decimal

_MOST_OPEN, _MOST_GROUPS = 40, 30


def percent_words(rate: Rate) -> str:
    """83.2 %, or a dash when nobody gave a valid answer."""
    return "—" if rate.percent is None else f"{decimal(rate.percent)} %"


def margin_words(rate: Rate) -> str:
    """±3.7, nothing where there is none."""
    return "" if rate.margin is None else f"±{decimal(rate.margin)}"


def share_card(question: QuestionFigure, report: Report) -> Card:
    """One question's share: the number, its margin, how it was reckoned, and what was left out."""
    card = Card(tr("The chosen question"), facts=question.code)
    card.add(wrapping(question.label, "md", bold=True))
    rate = question.rate
    if rate is None:
        card.add(wrapping(tr("Nothing is reckoned of this question"), "base", "text2"))
        if question.mean is not None:
            card.add(label(tr("Mean {n}", n=decimal(question.mean)), "xl", bold=True))
        return card
    margin = "" if rate.margin is None else tr("± {n} points at 95 %", n=decimal(rate.margin))
    card.add(across(label(percent_words(rate), "num", bold=True), Grow(wrapping(margin, "sm", "text2")), gap=10))
    made = f"{rate.hits:g} ÷ {rate.base}" if rate.rule not in {"M3", "M4"} else f"{rate.hits:g} / {rate.base}"
    counted = tr("n = {n}; don't know {u}, refused {r}, not answered {m}, skipped by logic {s}",
                 n=rate.base, u=rate.unknown, r=rate.refused, m=rate.missing, s=rate.skipped)  # fmt: skip
    lines = (wrapping(made, "base", bold=True),
             wrapping(formula_words(rate.rule, heard_counts=report.heard_counts), "sm", "text2"),
             wrapping(counted, "sm", "text2"))  # fmt: skip
    for line in lines:
        card.add(line)
    tones = answer_tones(question)
    for choice in question.choices:
        colour, count = Swatch(tones.get(choice.name, "")), label(str(choice.count), "sm", bold=True)
        card.add(across(colour, Grow(wrapping(choice.label, "sm")), count))
    return card


def index_card(report: Report) -> Card:
    """满意率, 知晓率, 参与率, 支持率 over all their questions."""
    card = Card(tr("Shares"), facts=tr("all questions of an index together"))
    for index, rate in report.indexes:
        figures = across(
            label(percent_words(rate), "md", bold=True), label(margin_words(rate), "sm", "text2"),
            label(f"n {rate.base}", "sm", "text3"), gap=8,
        )  # fmt: skip
        card.add(across(Grow(wrapping(index_words(index), "base", bold=True)), figures, gap=12))
        words = formula_words(rate.rule, heard_counts=report.heard_counts)
        card.add(
            wrapping(f"{words} · {tr('don’t know {u}, refused {r}', u=rate.unknown, r=rate.refused)}", "sm", "text2")
        )
    return card


def fill_groups(box: QGridLayout, groups: Sequence[GroupFigure], name: Callable[[str], str]) -> None:
    """A line a group: bar, share, n; below thirty answers nothing is ranked."""
    for row, group in enumerate(groups[:_MOST_GROUPS]):
        box.addWidget(ElidingLabel(name(group.value) or tr("Not said"), "base"), row, 0)
        if group.rate.rankable and group.rate.percent is not None:
            bar = StackedBar(name(group.value))
            bar.show_parts(((group.rate.percent, "c2"),), 100)
            box.addWidget(bar, row, 1)
            box.addWidget(label(percent_words(group.rate), "base", bold=True), row, 2)
            box.addWidget(label(margin_words(group.rate), "sm", "text2"), row, 3)
        else:
            box.addWidget(Pill(tr("under 30, not ranked"), "neutral", "circle-slash"), row, 1, 1, 3)
        box.addWidget(label(tr("{n} people", n=group.responses), "sm", "text2"), row, 4)
    box.setColumnStretch(0, 2)
    box.setColumnStretch(1, 3)
    box.setHorizontalSpacing(current().gap(10))
    box.setVerticalSpacing(current().gap(10))


def fill_crossed(
    box: QGridLayout, crossed: Mapping[str | None, Mapping[str | None, int]], rows: QuestionFigure, by: QuestionFigure
) -> None:
    """交叉表: answers to `rows` down, answers to `by` across, with sums."""
    columns = [choice for choice in by.choices if crossed.get(choice.name)]
    for place, choice in enumerate((*columns, None), 1):
        box.addWidget(wrapping(choice.label if choice else tr("Sum"), "sm", "text2"), 0, place)
    for line, answer in enumerate(rows.choices, 1):
        box.addWidget(wrapping(answer.label, "sm"), line, 0)
        counts = [crossed.get(choice.name, {}).get(answer.name, 0) for choice in columns]
        for place, count in enumerate((*counts, sum(counts)), 1):
            box.addWidget(label(str(count), "sm", bold=place > len(counts)), line, place)
    box.setColumnStretch(0, 2)
    for place in range(1, len(columns) + 2):
        box.setColumnStretch(place, 1)
    box.setVerticalSpacing(current().gap(6))


def open_card(
    report: Report, answers: Sequence[tuple[str, str]], name: Callable[[str], str], take: Callable[[str, str], object]
) -> Card:
    """What people wrote: words and places that come up, and each answer with 转为问题 beside it."""
    card = Card(tr("In their own words"), facts=tr("{n} answers", n=len(answers)))
    for title, found in ((tr("Often said"), report.words), (tr("Places named"), report.places)):
        if found:
            said = listed(f"{word} {count}" for word, count in found)
            card.add(wrapping(tr("{title}: {said}", title=title, said=said), "sm", "text2"))
    for text, site in answers[:_MOST_OPEN]:
        deed = compact(outlined(tr("Make a finding"), partial(take, text, site), icon="plus"))
        deed.setAccessibleName(tr("Make a finding of: {text}", text=text))
        place = (label(name(site), "sm", "text3"),) if site else ()
        card.add(across(Grow(down(wrapping(text), *place, gap=2)), deed, gap=12))
    if not answers:
        card.add(wrapping(tr("Nobody wrote anything yet"), "base", "text3"))
    return card


def figure_strip(parts: Sequence[tuple[str, str, str]]) -> QWidget:
    """Name, number and what stands beside it, from left to right."""
    cells = [
        Grow(down(label(name, "sm", "text2"),
                  across(label(number, "md", bold=True), Grow(ElidingLabel(beside, "sm", "text2")), gap=6), gap=2))
        for name, number, beside in parts
    ]  # fmt: skip
    return sheet(across(*cells, gap=16, margins=(24, 10, 24, 10)), "head")
