"""交办: per unit what leaves, correct it, number it, write it, send it."""

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inspector.domain.stored import Changed
from inspector.services.dispatch_plans import DispatchPlan, Doubt, PlannedFinding
from inspector.services.dispatching import Issued
from inspector.ui.context import Context
from inspector.ui.dialogs.open_path import open_path
from inspector.ui.jobs import Job
from inspector.ui.pages.dispatch.batches_panel import BatchesPanel
from inspector.ui.pages.dispatch.corrections import Corrections
from inspector.ui.pages.dispatch.finding_row import FindingRow
from inspector.ui.pages.dispatch.instead import Instead
from inspector.ui.pages.dispatch.issue_panel import IssuePanel
from inspector.ui.pages.dispatch.leaving import Leaving, read_plan
from inspector.ui.pages.dispatch.list_writer import ListWriter
from inspector.ui.pages.dispatch.nothing import nothing_waits
from inspector.ui.pages.dispatch.result_panel import ResultPanel
from inspector.ui.pages.dispatch.share_area import ShareArea
from inspector.ui.pages.dispatch.unit_list import UnitList, unit_title
from inspector.ui.slices import Latest
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, sheet
from inspector.ui.widgets.buttons import filled, outlined, trailing
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.thumbnails import Thumbnails

_KINDS = frozenset({"finding", "photo", "dispatch", "unit", "site", "setting", "calendar_day"})


class DispatchPage(Page):
    """`go("dispatch")` for all that waits, `go("dispatch", findings="id,id")` for some of it."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._today = context.services.acts.today()
        self._chosen: tuple[str, ...] | None = None
        self._unit = ""
        self._leaving = Leaving()
        self._showing = Latest()
        self._planning: Job | None = None
        self._ladder: dict[str, date | None] = {}
        self._numbering = False
        self.open_path: Callable[[Path], object] = open_path
        self.corrections = Corrections(context, self)
        self.writer = ListWriter(context, self)
        self.batches_button = outlined(tr("Earlier dispatches"), self.show_batches, icon="layers")
        self.all_button = outlined(tr("All that wait"), lambda: context.go("dispatch"))
        self.head = PageHead(tr("Dispatch"), "", self.all_button, self.batches_button)
        self.units = UnitList()
        self.share = ShareArea(Thumbnails(context.jobs, context.services.photos.bytes_of, self))
        self.panel = IssuePanel(self._today)
        self.next = trailing(filled(tr("Number and dates"), lambda: self._number(on=True), icon="chevron-right"))
        self.back = outlined(tr("Back to the findings"), lambda: self._number(on=False), icon="chevron-left")
        self._foot = sheet(across(self.back, STRETCH, self.next, margins=(16, 6, 16, 6)), "foot")

        work = QWidget()
        columns = across(self.units, Grow(self.share), Grow(self.panel), gap=0)
        work.setLayout(down(Grow(columns), self._foot, gap=0))
        self.body = Instead(work)
        self.setLayout(down(self.head, Grow(self.body), gap=0))

        self._connect()
        self._lay_out()

    def open(self, **where: str) -> None:
        """Plan what waits, or the findings named."""
        self._chosen = tuple(where["findings"].split(",")) if where.get("findings") else None
        self._unit = where.get("unit", self._unit)
        self._show_work()
        self._ask()

    def where(self) -> dict[str, str]:
        """What is shown, for coming back."""
        chosen = {"findings": ",".join(self._chosen)} if self._chosen else {}
        return chosen | {"unit": self._unit}

    def refresh(self, changed: Changed) -> None:
        """Plan anew when findings or what they need changed."""
        if changed.kinds & _KINDS:
            self._ask()

    def layout_changed(self, mode: LayoutMode) -> None:
        """Three columns, two, or one after the other."""
        super().layout_changed(mode)
        self._lay_out()

    def shortcuts(self) -> Sequence[PageKey]:
        """The keys of this page; Tab goes through the fields."""
        group = tr("Dispatch")
        return (
            PageKey(("PgDown",), tr("The next unit"), group, lambda: self._step_unit(1)),
            PageKey(("PgUp",), tr("The unit before"), group, lambda: self._step_unit(-1)),
            PageKey(("Ctrl+Return", "Ctrl+Enter"), tr("Number and export"), group, self.panel.press),
        )

    def regions(self) -> Sequence[QWidget]:
        """The shown unit, its first finding, the deed."""
        rows = list(self.share.rows.values())
        # The deed is never first: a page that just opened must not number anything at Enter.
        wide = self.units.rows.get(self._unit, self.units.every)
        first: QWidget = wide if self.mode is LayoutMode.WIDE else self.share.units
        return (first, *((rows[0].text,) if rows else ()), self.panel.issue)

    def escape(self) -> bool:
        """Back from numbering, a result or the earlier dispatches to the findings."""
        if not self.body.is_work_shown:
            self._show_work()
            self._ask()
            return True
        if self._numbering and self.mode is LayoutMode.ONE:
            self._number(on=False)
            return True
        return False

    def _connect(self) -> None:
        self.units.chosen.connect(self._choose_unit)
        self.units.ticked.connect(self._tick)
        self.units.all_ticked.connect(self._tick_all)
        self.share.unit_chosen.connect(self._choose_unit)
        self.share.ticked.connect(self._tick)
        self.share.row_made.connect(self._listen)
        self.share.all_units_wanted.connect(lambda: self.corrections.pick_unit_for(self._leaving.leads(self._unit)))
        self.panel.issue_wanted.connect(self.number_and_export)
        self.panel.issue_day.connect(self._set_issue_day)
        self.panel.reply_day.connect(self._set_reply_day)
        self.panel.doubt_wanted.connect(lambda doubt: self.look_at(Doubt(doubt)))
        self.panel.folder_wanted.connect(self._choose_folder)
        self.panel.pattern_wanted.connect(lambda: self._context.go("settings", section="dispatch"))
        self.writer.written.connect(self._show_result)
        self.writer.ended.connect(self._show_plan)

    def _listen(self, row: FindingRow) -> None:
        row.edited.connect(self.corrections.edit)
        row.limited.connect(self.corrections.limit)
        row.day_wanted.connect(lambda finding: self.corrections.pick_day(self._planned(finding)))
        row.unit_wanted.connect(lambda finding: self.corrections.pick_unit(self._planned(finding)))
        row.photo_wanted.connect(self.corrections.pick_photos)
        row.photo_opened.connect(lambda finding: self.corrections.show_photos(self._planned(finding)))
        accept_photos(row, lambda paths: self.corrections.add_photos(row.finding, paths))

    # the plan

    @property
    def plan(self) -> DispatchPlan | None:
        """What would leave now: the ticked units, with the dates a person chose."""
        return self._leaving.plan

    def number_and_export(self) -> None:
        """Number what is planned and write it."""
        if self.plan and self.panel.issue.isEnabled():
            self.writer.issue(self.plan)
            self._show_plan()

    def look_at(self, doubt: Doubt) -> None:
        """Go to the first finding with this doubt."""
        if self.plan is None:
            return
        if found := next((f for f in self.plan.findings if doubt in f.doubts), None):
            self._number(on=False)
            self._choose_unit(found.finding.unit)
            self.share.jump_to(found.id)

    def _ask(self) -> None:
        if self._planning:
            self._planning.cancel()
        services, chosen, day = self._context.services, self._chosen, self._leaving.issued_on

        def done(found: tuple[DispatchPlan, dict[str, date | None]]) -> None:
            if job is self._planning:
                plan, self._ladder = found
                self._leaving.take(plan)
                self._context.jobs.in_slices(self._showing.run(self._plan_shown()), owner=self)

        job = self._context.jobs.look_up(lambda _progress: read_plan(services, chosen, day), done, owner=self)
        self._planning = job

    def _show_plan(self) -> None:
        self._showing.at_once(self._plan_shown())

    def _plan_shown(self) -> Iterator[None]:
        """Show the plan part by part: a hundred units and their findings are many widgets."""
        whole, leaving = self._leaving.whole, self.plan
        if whole is None or leaving is None:
            return
        units = len([share for share in whole.shares if share.leads])
        waiting = tr("{n} wait for {m} units", n=len(whole.findings), m=units)
        self.head.facts.setText(waiting if self._chosen is None else tr("{n} chosen", n=len(whole.findings)))
        self.all_button.setVisible(self._chosen is not None)
        if not whole.findings and self.body.is_work_shown:
            self._show_instead(nothing_waits(self._context.go, self.show_batches, self.mode))
            return
        if whole.findings and self.body.is_empty_shown:
            self._show_work()
        if self._unit not in self._leaving.units and self._leaving.units:
            self._unit = self._leaving.units[0]
        share = self._leaving.share(self._unit)
        self.share.show_share(share, self._leaving.names, self._ladder, self._today, self.mode)
        names = [(each.unit, f"{unit_title(each)} {len(each.leads)}") for each in whole.shares]
        self.share.show_units(names, self._unit in self._leaving.left_out)
        yield
        yield from self.units.shares_shown(whole.shares, self._leaving.left_out, self._unit, len(leaving.findings))
        yield
        self.panel.show_plan(leaving, self.writer.folder, busy=self.writer.is_busy)

    def _planned(self, finding: str) -> PlannedFinding:
        return next(one for one in self._leaving.leads(self._unit) if one.id == finding)

    def _choose_unit(self, unit: str) -> None:
        self._unit = unit
        self._show_plan()

    def _step_unit(self, step: int) -> None:
        self._choose_unit(self._leaving.beside(self._unit, step))

    def _tick(self, unit: str, on: bool) -> None:
        self._leaving.tick(unit, on=on)
        self._show_plan()

    def _tick_all(self, on: bool) -> None:
        self._leaving.tick_all(on=on)
        self._show_plan()

    def _set_issue_day(self, day: date) -> None:
        self._leaving.issue_on(day)
        self._ask()

    def _set_reply_day(self, day: date) -> None:
        self._leaving.reply_by = day
        self._show_plan()

    def _choose_folder(self) -> None:
        if self.writer.change_folder():
            self._show_plan()

    # what stands in place of the findings

    def show_batches(self) -> None:
        """Earlier dispatches."""
        services = self._context.services
        self._show_instead(
            BatchesPanel(
                services.dispatching.batches(),
                self._today,
                rewrite=self.writer.rewrite,
                ledger=lambda dispatch: self._context.go("ledger", dispatch=dispatch),
                open_path=self.open_path,
                leave=self.escape,
            )
        )

    def _show_result(self, issued: Issued) -> None:
        self._leaving.forget()
        self._chosen = None
        self.head.facts.clear()
        self._show_instead(
            ResultPanel(
                issued,
                self.open_path,
                rewrite=lambda: self.writer.rewrite(issued.dispatch),
                ledger=lambda: self._context.go("ledger", dispatch=issued.dispatch),
                leave=self.escape,
            )
        )
        if issued.files:
            self.open_path(issued.folder)

    def _show_instead(self, panel: QWidget) -> None:
        self.body.show_panel(panel)
        self.batches_button.setVisible(not self.body.is_list_shown)

    def _show_work(self) -> None:
        self.body.show_work()
        self.batches_button.show()

    # form

    def _number(self, *, on: bool) -> None:
        self._numbering = on
        self._lay_out()

    def _lay_out(self) -> None:
        one = self.mode is LayoutMode.ONE
        self.units.setVisible(self.mode is LayoutMode.WIDE)
        self.panel.take_width(whole=one)
        self.panel.setVisible(not one or self._numbering)
        self.share.setVisible(not one or not self._numbering)
        self._foot.setVisible(one)
        self.next.setVisible(not self._numbering)
        self.back.setVisible(self._numbering)
        self._show_plan()
