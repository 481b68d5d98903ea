"""One group in full: every rate with its division, each count a way to the findings it counts."""

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QPushButton, QWidget

from inspector.domain.figures import FORMULAS, Placed, Rate, quotient
from inspector.services.wording.figure_words import COUNTS, RATES, formula, said
from inspector.ui.error_text import lang
from inspector.ui.pages.figures.columns import name_words, value_words
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, empty, hairline, scrolling
from inspector.ui.widgets.buttons import compact, icon_button, quiet
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.pill import Pill
from inspector.ui.widgets.tips import tip
from inspector.ui.words.numbers import whole
from inspector.ui.words.states import few_samples_state


class GroupPanel(QFrame):
    """`ledger_wanted` tells the name of a count whose findings shall be listed, `closed` that the panel shall go."""

    ledger_wanted = Signal(str)
    closed = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setProperty("role", "right")
        self.row: Placed | None = None
        self.links: dict[str, QPushButton] = {}
        self.close_button = icon_button("x", tr("Close the panel"), self.closed.emit, keys="Esc")
        self.title = wrapping("", "lg", bold=True)
        self.facts = wrapping("", "sm", "text2")
        self._few = Pill("", "neutral")
        state = few_samples_state()
        self._few.show_state(state.words, state.tone, state.icon)
        self._rates = down(gap=10)
        head = across(Grow(self.title), self.close_button, gap=8)
        inside = down(
            head,
            across(self._few, STRETCH),
            self.facts,
            hairline(),
            self._rates,
            STRETCH,
            gap=8,
            margins=(20, 12, 20, 16),
        )
        self.setLayout(down(scrolling(inside), gap=0))

    def show_row(self, row: Placed) -> None:
        """Show a group."""
        self.row = row
        group = row.group
        self.title.setText(name_words(row))
        self._few.setVisible(not group.is_ranked)
        facts = tr("{n} findings, {m} visits", n=whole(group.counts.dispatched), m=whole(group.visits))
        self.facts.setText(facts if row.place is None else tr("Place {n}: {facts}", n=row.place, facts=facts))
        empty(self._rates)
        self.links.clear()
        for rate in Rate:
            self._rates.addWidget(self._rate(row, rate))

    def _rate(self, row: Placed, rate: Rate) -> QWidget:
        parts, made = FORMULAS[rate], QWidget()
        counts = quotient(row.group.counts, rate)
        above = across(
            label(said(RATES[rate], lang()), bold=True), STRETCH, label(value_words(row, rate), "md", bold=True)
        )
        links = flowing(
            self._link(row, parts.part, counts.part),
            label("÷", "sm", "text2"),
            self._link(row, parts.whole, counts.whole),
        )
        made.setLayout(down(above, links, gap=0))
        tip(made, formula(rate, lang()))
        return made

    def _link(self, row: Placed, name: str, number: int) -> QPushButton:
        words = f"{said(COUNTS[name], lang())} {whole(number)}"
        made = compact(quiet(words, partial(self.ledger_wanted.emit, name)))
        tip(made, tr("See these findings in the ledger"))
        made.setEnabled(bool(number and row.group.key))  # the ledger has no filter for what is not named
        self.links.setdefault(name, made)
        return made
