"""统计: what became of the findings, by unit, street, kind and item, every rate with its division."""

from collections.abc import Sequence
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.figures import Counts, Figures, Placed, Rate, placed
from inspector.domain.progress import Progress
from inspector.domain.stored import Changed
from inspector.ui.context import Context
from inspector.ui.jobs import Job
from inspector.ui.pages.figures.asked import Asked, from_where, to_where
from inspector.ui.pages.figures.cells import FigureCells
from inspector.ui.pages.figures.columns import NAMES, model_columns, shown
from inspector.ui.pages.figures.controls import Controls
from inspector.ui.pages.figures.exporting import FiguresExport
from inspector.ui.pages.figures.group_panel import GroupPanel
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.buttons import filled
from inspector.ui.widgets.empty_state import EmptyState, FirstStep, nothing_found
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.paged_model import PagedModel
from inspector.ui.widgets.row_table import RowTable
from inspector.ui.words.numbers import rate as rate_words
from inspector.ui.words.numbers import whole

_KINDS = frozenset({"finding", "reply", "recheck", "dispatch", "unit", "street", "site_kind"})
_PANEL_WIDTH = 380
_NOBODY = "-"
"""The row id of the group that has no key."""


class FiguresPage(Page):
    """`go("figures", by=, of=, first=, last=, rate=, group=)`; all may be left out."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._today = context.services.acts.today()
        self._asked = Asked()
        self._figures: Figures | None = None
        self._asking: Job | None = None
        self._rows: dict[str, Placed] = {}
        self._chosen = ""
        self._opened = False
        self._export = FiguresExport(context, self, self._today)
        self.export_button = filled(tr("Export figures"), self.export, icon="file-spreadsheet", keys="E")
        self.head = PageHead(tr("Figures"), "", self.export_button)
        self.controls = Controls(self._today)
        self.model: PagedModel[Placed] = PagedModel(model_columns(), self._fetch, self)
        self._cells = FigureCells()
        self.table = RowTable(self.model, self._cells, tr("Figures"))
        self.panel = GroupPanel()
        self._nothing = nothing_found(tr("Nothing was handed over in this period"), tr("All days"), self._all_days)
        self._area = QStackedWidget()
        self._first_run: EmptyState | None = None
        self.foot = FootBar([("↑ ↓", tr("Row")), ("Enter", tr("All figures")), ("E", tr("Export figures"))])

        for each in (self.table, self._nothing):
            self._area.addWidget(each)
        self._body = across(Grow(self._area), self.panel, gap=0)
        self.setLayout(down(self.head, self.controls, self.controls.strip, Grow(self._body), self.foot, gap=0))

        self._connect()
        self._lay_out()

    def open(self, **where: str) -> None:
        """Count what `where` asks for; without arguments what was counted before, anew."""
        if where:
            self._chosen = where.get("group", "")
            self._opened = bool(self._chosen)
        self._ask(from_where(where) if where else self._asked)

    def where(self) -> dict[str, str]:
        """What is shown, for coming back."""
        return to_where(self._asked) | ({"group": self._chosen} if self._opened else {})

    def refresh(self, changed: Changed) -> None:
        """Count again when something counted changed."""
        if changed.kinds & _KINDS:
            self._ask(self._asked)

    def layout_changed(self, mode: LayoutMode) -> None:
        """Panel beside the table, or instead of it."""
        super().layout_changed(mode)
        self._lay_out()

    def shortcuts(self) -> Sequence[PageKey]:
        """The keys of the figures."""
        group = tr("Figures")
        rates = (
            PageKey((str(number),), tr("Order by rate {n}", n=number), group, partial(self._order, rate))
            for number, rate in enumerate(Rate, 1)
        )
        return (PageKey(("E",), tr("Export figures"), group, self.export), *rates)

    def regions(self) -> Sequence[QWidget]:
        """The table, what is counted, the panel."""
        return (self.table, self.controls.by, self.panel.close_button)

    def escape(self) -> bool:
        """Close the panel."""
        if not self._opened:
            return False
        self._close()
        return True

    def export(self) -> None:
        """Write what is shown."""
        if self._figures and self._figures.whole != Counts():
            self._export.ask(self._asked)

    def export_to(self, path: Path) -> None:
        """The same with a name already chosen."""
        self._export.write(self._asked, path)

    def _connect(self) -> None:
        self.controls.wanted.connect(self._ask)
        self.table.row_chosen.connect(self._choose)
        self.table.row_opened.connect(self._open_row)
        self.table.clicked.connect(lambda _index: self._open_row(self.table.current_id()))
        self.panel.closed.connect(self._close)
        self.panel.ledger_wanted.connect(self._to_ledger)
        head = self.table.horizontalHeader()
        head.setSectionsClickable(True)
        head.sectionClicked.connect(self._head_pressed)

    def _ask(self, asked: Asked) -> None:
        by_other = asked.by is not self._asked.by
        self._asked = asked
        if by_other:
            self._opened = False
        self.controls.show_asked(asked)
        if self._asking:
            self._asking.cancel()
        figures = self._context.services.figures
        self.head.facts.setText(tr("Counting …"))

        def work(progress: Progress) -> Figures:
            return figures.figures(asked.query(), progress)

        self._asking = self._context.jobs.look_up(work, self._show, owner=self)

    def _show(self, found: Figures) -> None:
        if found.asked != self._asked.query():
            return
        self._figures = found
        whole_rate = found.whole.closed / found.whole.dispatched if found.whole.dispatched else None
        facts = tr(
            "{n} handed over, {m} closed, {rate}",
            n=whole(found.whole.dispatched), m=whole(found.whole.closed), rate=rate_words(whole_rate),
        )  # fmt: skip
        self.head.facts.setText(facts)
        self._cells.rate = self._asked.rate
        rows = placed(found.groups, self._asked.rate)
        self._rows = {row.group.key or _NOBODY: row for row in rows}
        self.model.show_ids(list(self._rows))
        is_empty = not found.whole.dispatched
        self.export_button.setVisible(not is_empty)
        self._area.setCurrentWidget(self._empty() if is_empty else self.table)
        self.table.choose_id(self._chosen)
        self._choose(self.table.current_id())
        self._lay_out()

    def _empty(self) -> QWidget:
        """Nothing in this period, or nothing at all yet."""
        if self._asked.first or self._asked.last:
            return self._nothing
        if self._first_run is None:
            go = self._context.go
            words = tr("Send the findings to their units. What they answer and what a recheck sees is counted here.")
            deed = tr("See dispatch")
            step = FirstStep(tr("Hand it to the units"), words, deed, partial(go, "dispatch"), "send", is_next=True)
            title = tr("Nothing was handed over yet, so nothing is counted")
            self._first_run = EmptyState(
                title, tr("Every rate shows the two counts it is made of."), (step,), self.mode
            )
            self._area.addWidget(self._first_run)
        return self._first_run

    def _fetch(self, ids: Sequence[str]) -> Sequence[Placed | None]:
        return [self._rows.get(one) for one in ids]

    def _all_days(self) -> None:
        self._ask(Asked(self._asked.by, self._asked.period_of, rate=self._asked.rate))

    def _order(self, rate: Rate) -> None:
        asked = self._asked
        self._ask(Asked(asked.by, asked.period_of, asked.first, asked.last, rate))

    def _head_pressed(self, number: int) -> None:
        name = NAMES[number]
        if name in set(Rate):
            self._order(Rate(name))

    def _choose(self, key: str) -> None:
        self._chosen = key
        if self._opened and key in self._rows:
            self.panel.show_row(self._rows[key])

    def _open_row(self, key: str) -> None:
        if key in self._rows:
            self._opened = True
            self._choose(key)
            self._lay_out()

    def _close(self) -> None:
        self._opened = False
        self._lay_out()
        self.table.setFocus()

    def _to_ledger(self, count: str) -> None:
        if self.panel.row:
            self._context.go("ledger", **self._asked.ledger(count, self.panel.row.group.key))

    def _lay_out(self) -> None:
        has_rows = self._area.currentWidget() is self.table
        opened = self._opened and has_rows and self._chosen in self._rows
        self.panel.setVisible(opened)
        only_panel = opened and self.mode is LayoutMode.ONE
        self._area.setVisible(not only_panel)
        self.controls.strip.setVisible(has_rows and not only_panel)
        self.controls.meaning.setVisible(self.mode is not LayoutMode.ONE)  # small windows keep their rows
        if self.mode is LayoutMode.ONE:
            self.panel.setMinimumWidth(0)
            self.panel.setMaximumWidth(16_777_215)
        else:
            self.panel.setFixedWidth(current().px(_PANEL_WIDTH))
        names = shown(self.mode, self._asked.rate, panel=opened)
        for number, name in enumerate(NAMES):
            self.table.setColumnHidden(number, name not in names)
