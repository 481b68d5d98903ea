"""Above the figures: by what, of which days, ordered by which rate; below them the formula of that rate in words."""

from dataclasses import replace
from datetime import date

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QWidget

from inspector.domain.figures import FEWEST_FINDINGS, FEWEST_VISITS, Grouping, PeriodOf, Rate
from inspector.services.wording.figure_words import GROUPINGS, PERIODS, RATES, formula, meaning, said
from inspector.ui.dialogs.days_dialog import DaysDialog
from inspector.ui.error_text import lang
from inspector.ui.pages.figures.asked import ALL, OWN, Asked, Days, span_of, spans
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import icon_label, wrapping
from inspector.ui.words.dates import short_date


class Controls(QFrame):
    """`wanted` tells the new question."""

    wanted = Signal(Asked)

    def __init__(self, today: date) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self._today = today
        self._asked = Asked()
        language = lang()
        self.by = Combo([(str(g), said(GROUPINGS[g], language)) for g in Grouping], compact=True)
        self.days = Combo(compact=True)
        self.of = Combo([(str(p), said(PERIODS[p], language)) for p in PeriodOf], compact=True)
        self.rate = Combo([(str(r), tr("Order: {rate}", rate=said(RATES[r], language))) for r in Rate], compact=True)
        self.formula = wrapping("", "base", bold=True)
        self.meaning = wrapping("", "sm", "text2")

        self.setLayout(down(flowing(*self._named()), gap=0, margins=(16, 8, 16, 8)))
        self.strip = sheet(
            across(icon_label("sigma"), Grow(down(self.formula, self.meaning, gap=2)), gap=10, margins=(24, 8, 24, 8)),
            "band",
        )
        self.by.chosen.connect(lambda value: self._ask(replace(self._asked, by=Grouping(value))))
        self.of.chosen.connect(lambda value: self._ask(replace(self._asked, period_of=PeriodOf(value))))
        self.rate.chosen.connect(lambda value: self._ask(replace(self._asked, rate=Rate(value))))
        self.days.chosen.connect(self._choose_days)

    def show_asked(self, asked: Asked) -> None:
        """Show what is asked for, and how the rate that orders is made."""
        self._asked = asked
        self.by.show_value(asked.by)
        self.of.show_value(asked.period_of)
        self.rate.show_value(asked.rate)
        self.days.offer(self._spans(), span_of(asked, self._today))
        self.formula.setText(formula(asked.rate, lang()))
        few = tr("Fewer than {n} findings or {m} visits: shown, not ranked.", n=FEWEST_FINDINGS, m=FEWEST_VISITS)
        self.meaning.setText(f"{meaning(asked.rate, lang())}{'。' if lang() == 'zh' else '. '}{few}")

    def _named(self) -> tuple[QWidget, ...]:
        names = (tr("Counted by"), tr("Period"), tr("Day that counts"), tr("Ordered by"))
        boxes = (self.by, self.days, self.of, self.rate)
        for box, name in zip(boxes, names, strict=True):
            box.setAccessibleName(name)
        return boxes

    def _spans(self) -> list[tuple[str, str]]:
        words = {
            ALL: tr("All days"),
            "month": tr("This month"),
            "last_month": tr("Last month"),
            "quarter": tr("This quarter"),
            "year": tr("This year"),
            "30": tr("The last 30 days"),
        }
        own = (self._asked.first, self._asked.last)
        if span_of(self._asked, self._today) != OWN:
            return [*words.items(), (OWN, tr("From … to …"))]
        first, last = (short_date(day, self._today) if day else "…" for day in own)
        return [*words.items(), (OWN, f"{first} – {last}")]

    def _choose_days(self, value: str) -> None:
        own = (self._asked.first, self._asked.last)
        if value in (known := spans(self._today)):
            self._take_days(known[value])
        else:
            days = DaysDialog(self, tr("Days that are counted"), own, self._today, self._take_days)
            days.rejected.connect(lambda: self.show_asked(self._asked))
            days.open()

    def _take_days(self, days: Days) -> None:
        first, last = days
        self._ask(replace(self._asked, first=first, last=last))

    def _ask(self, asked: Asked) -> None:
        self.wanted.emit(asked)
