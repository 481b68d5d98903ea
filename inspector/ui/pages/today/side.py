"""The right side of the home page: who owes what until when, and the rates with their division."""

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QVBoxLayout, QWidget

from inspector.domain.today import Rate, Today, UnitDue
from inspector.ui.context import Context
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down
from inspector.ui.widgets.buttons import quiet, trailing
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.row_button import RowButton
from inspector.ui.widgets.stacked_bar import StackedBar
from inspector.ui.words import numbers

_MOST_UNITS = 8


def due_card(context: Context, units: tuple[UnitDue, ...]) -> Card:
    """到期与超期, unit by unit; a press opens the ledger with what the unit owes."""
    see = trailing(quiet(tr("Ledger"), partial(context.go, "ledger"), icon="chevron-right"))
    card = Card(tr("Due and overdue"), see, padding=0)
    card.body.setSpacing(0)
    card.body.setContentsMargins(0, 0, 0, current().gap(4))
    for unit in units[:_MOST_UNITS]:
        card.add(_unit_row(unit, partial(_open_unit, context, unit)))
    if len(units) > _MOST_UNITS:
        card.add(_said(tr("and {n} more units", n=len(units) - _MOST_UNITS)))
    if not units:
        card.add(_said(tr("Nothing falls due within seven days")))
    return card


def progress_card(today: Today) -> Card:
    """本轮进度: three rates, each with the numbers it is made of."""
    card = Card(tr("This round"), label(tr("As of {time}", time=f"{today.as_of:%H:%M}"), "sm", "text3"))
    visited = today.sites_visited
    left = tr("{n} sites to go", n=visited.whole - visited.part)
    card.add(_rate_row(tr("Sites inspected"), visited, f"{visited.part} / {visited.whole}", left))
    for name, rate, making in (
        (tr("Reply rate"), today.replied, tr("replied {part} ÷ handed over {whole}", **_facts(today.replied))),
        (tr("Closing rate"), today.closed, tr("closed {part} ÷ handed over {whole}", **_facts(today.closed))),
    ):
        share = numbers.rate(rate.part / rate.whole if rate.whole else None)
        card.add(_rate_row(name, rate, share, making if rate.whole else tr("Nothing was handed over yet")))
    return card


def _facts(rate: Rate) -> dict[str, int]:
    return {"part": rate.part, "whole": rate.whole}


def _rate_row(name: str, rate: Rate, value: str, making: str) -> QVBoxLayout:
    bar = StackedBar(name)
    bar.show_parts(((rate.part, "accent"),), rate.whole)
    head = across(label(name), STRETCH, label(value, "md", bold=True))
    return down(head, bar, wrapping(making, "sm", "text3"), gap=4, margins=(0, 0, 0, 6))


def _unit_row(unit: UnitDue, act: Callable[[], object]) -> RowButton:
    pills = []
    if unit.overdue:
        pills.append(Pill(tr("Overdue {n}", n=unit.overdue), "fail", "clock-alert", bold=True))
    if unit.soon:
        pills.append(Pill(tr("7 days: {n}", n=unit.soon), "warn", "calendar-clock"))
    name = unit.name or tr("No unit yet")
    row = across(Grow(ElidingLabel(name)), *pills, gap=8, margins=(20, 4, 20, 4))
    made = RowButton(row, " ".join((name, *(pill.words for pill in pills))), height=44)
    made.clicked.connect(lambda _checked=False: act())
    return made


def _open_unit(context: Context, unit: UnitDue) -> None:
    """The ledger shows what is overdue; when nothing is, what the unit has been sent."""
    context.go("ledger", view="overdue" if unit.overdue else "dispatched", unit=unit.unit)


def _said(words: str) -> QWidget:
    made = QWidget()
    made.setLayout(across(Grow(wrapping(words, "sm", "text3")), margins=(20, 12, 20, 8)))
    return made
