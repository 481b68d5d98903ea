"""The columns of the figures: place, group, findings, and one for each rate; which of them there is room for."""

from collections.abc import Callable

from inspector.domain.figures import Placed, Rate, quotient
from inspector.services.wording.figure_words import COUNTS, NOT_NAMED, RATES, formula, said
from inspector.ui.error_text import lang
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.paged_model import Column
from inspector.ui.words.numbers import rate as rate_words
from inspector.ui.words.numbers import whole

PLACE, NAME, FINDINGS = "place", "name", "dispatched"
NAMES = (PLACE, NAME, FINDINGS, *map(str, Rate))
_KEPT = (Rate.CLOSED, Rate.OVERDUE)
"""Rates that stay beside the one asked for while a panel is open."""


def model_columns() -> tuple[Column[Placed], ...]:
    """All columns for the model."""
    zh = lang() == "zh"
    rates = (Column(said(RATES[rate], lang()), _tip(rate), 108 if zh else 124) for rate in Rate)
    return (
        Column(tr("Rank"), place_words, 64),
        Column(tr("Name"), name_words),
        Column(
            said(COUNTS["dispatched"], lang()).capitalize(),
            lambda row: whole(row.group.counts.dispatched),
            76 if zh else 120,
        ),
        *rates,
    )


def shown(mode: LayoutMode, rate: Rate, *, panel: bool) -> frozenset[str]:
    """The columns there is room for."""
    if mode is LayoutMode.WIDE and not panel:
        return frozenset(NAMES)
    few = frozenset({PLACE, NAME, str(rate)})
    if mode is LayoutMode.ONE or (mode is LayoutMode.TWO and panel):
        return few
    return few | {FINDINGS, *map(str, _KEPT)} if panel else few | {FINDINGS, str(Rate.ON_TIME), *map(str, _KEPT)}


def name_words(row: Placed) -> str:
    """The group's name, in words when it has none."""
    return row.group.name or said(NOT_NAMED, lang())


def place_words(row: Placed) -> str:
    """Its place; why it has none when it is not ranked."""
    return "—" if row.place is None else str(row.place)


def division(row: Placed, rate: Rate) -> str:
    """31 ÷ 34."""
    found = quotient(row.group.counts, rate)
    return f"{whole(found.part)} ÷ {whole(found.whole)}"


def value_words(row: Placed, rate: Rate) -> str:
    """91.2 %; — when there is nothing to divide by."""
    return rate_words(quotient(row.group.counts, rate).value)


def _tip(rate: Rate) -> Callable[[Placed], str]:
    return lambda row: rate_tip(row, rate)


def rate_tip(row: Placed, rate: Rate) -> str:
    """Read aloud and as tooltip: the rate, its two counts, its formula."""
    return f"{value_words(row, rate)}, {division(row, rate)}, {formula(rate, lang())}"
