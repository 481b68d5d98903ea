"""台账: views, filters, the table, and one finding in full beside it."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.domain.ledger import LedgerOrder
from inspector.domain.lifecycle import Move
from inspector.domain.stored import Changed
from inspector.ui.context import Context
from inspector.ui.dialogs.photo_dialog import PhotoDialog
from inspector.ui.pacing import Seldom
from inspector.ui.pages.ledger.answers import Answer, FirstLines
from inspector.ui.pages.ledger.asking import Asking
from inspector.ui.pages.ledger.columns import shown_columns
from inspector.ui.pages.ledger.columns_button import ColumnsButton
from inspector.ui.pages.ledger.detail import DetailPanel, large_photos
from inspector.ui.pages.ledger.exporting import LedgerExport
from inspector.ui.pages.ledger.filter_bar import FilterBar
from inspector.ui.pages.ledger.first_run import first_run
from inspector.ui.pages.ledger.list_area import ListArea
from inspector.ui.pages.ledger.ticked import Ticked
from inspector.ui.pages.ledger.views import ALL, VIEWS
from inspector.ui.pages.ledger.wanted import Wanted, from_where, to_where
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.units import unit_spelling
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.search_field import SearchField
from inspector.ui.widgets.thumbnails import Thumbnails

_KINDS = frozenset({"finding", "photo", "dispatch", "unit", "site", "street", "site_kind"})
_DETAIL_WIDTH = 400


class LedgerPage(Page):
    """`go("ledger", view=, unit=, street=, kind=, site=, dispatch=, text=, finding=)`; ids may be several by commas."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._today = context.services.acts.today()
        self._asked = Wanted()
        self._answer: Answer | None = None
        self._asking = Asking(context, self, self._today, self._show_first, self._show)
        self._filling = Seldom(self._fill_detail, self)
        self._finding = ""
        self._sought = ""
        self._opened = False
        read = context.services.photos.bytes_of
        self.search = SearchField(tr("Search problems, sites, numbers"), key="Ctrl F")
        self.columns = ColumnsButton(context, self)
        self.export = LedgerExport(context, self)
        self.filters = FilterBar(self._today, unit_spelling(context, self))
        self.area = ListArea(self._asking, Thumbnails(context.jobs, read, self), self._today)
        self.detail = DetailPanel(Thumbnails(context.jobs, read, self, width=172, most=48), self._today)
        self.ticked = Ticked(context, self, self.area.model)
        self.selection, papers = self.ticked.bar, self.ticked.papers.button
        self.head = PageHead(tr("Ledger of findings"), "", self.search, papers, self.export.button, self.columns.button)

        self._left = QWidget()
        self._left.setLayout(down(Grow(self.area), self.ticked.foot, gap=0))
        self._body = across(Grow(self._left), self.detail, gap=0)
        self.setLayout(down(self.head, self.filters, Grow(self._body), gap=0))

        self._connect()
        self._lay_out()

    def open(self, **where: str) -> None:
        """Ask the ledger for what `where` says; without arguments what was asked for before stays."""
        self._finding = where.get("finding", "") or self._finding
        self._opened = bool(where.get("finding"))
        self._lay_out()
        if where or self._answer is None:
            self._ask(from_where(where), seeks=self._opened)
        else:
            self._ask(self._asked)

    def where(self) -> dict[str, str]:
        """What is shown, for coming back."""
        chosen = {"finding": self._finding} if self._opened else {}
        return to_where(self._asked) | chosen

    def refresh(self, changed: Changed) -> None:
        """Ask again when findings or what they name changed."""
        if changed.kinds & _KINDS:
            self._ask(self._asked)

    def layout_changed(self, mode: LayoutMode) -> None:
        """Panel beside the list, over its half, or instead of it."""
        super().layout_changed(mode)
        self._lay_out()

    def shortcuts(self) -> Sequence[PageKey]:
        """The keys of the ledger."""
        group = tr("Ledger")
        views = [
            PageKey(
                (str(number),),
                tr("View {words}", words=view.words),
                group,
                partial(self.filters.choose_view, view.name),
                tr("Views"),
            )
            for number, view in enumerate(VIEWS, 1)
        ]
        return (
            *views,
            PageKey(("Ctrl+F", "/"), tr("Search the ledger"), group, self._focus_search),
            PageKey(("Z",), tr("Photo large"), group, self._show_photo),
            PageKey(("E",), tr("Export ledger"), group, self.export.offer),
            PageKey(("C",), tr("Press the units that are late"), group, self.ticked.papers.offer),
        )

    def regions(self) -> Sequence[QWidget]:
        """The table, the search field, the panel."""
        return (self.area.table, self.search, self.detail.open_inspection)

    def escape(self) -> bool:
        """Close the panel, then take the ticks off."""
        if self._opened and self.mode is not LayoutMode.WIDE:
            self._close_detail()
            return True
        return self.ticked.clear()

    def _connect(self) -> None:
        self.search.searched.connect(self._search)
        self.search.returnPressed.connect(self.area.table.setFocus)
        self.search.move_in(self.area.table)
        self.filters.wanted.connect(self._ask)
        self.columns.changed.connect(self._lay_out)
        self.area.sort_wanted.connect(self._sort)
        self.area.clear_wanted.connect(self.filters.clear_filters)
        self.area.table.row_chosen.connect(self._show_finding)
        self.area.table.row_opened.connect(self._open_detail)
        self.area.model.ticks_changed.connect(self._choose_lead)
        self.detail.closed.connect(self._close_detail)
        self.detail.photo_opened.connect(self._show_photo)
        self.detail.finding_wanted.connect(lambda finding: self._context.go("ledger", finding=finding))
        self.detail.inspection_wanted.connect(self._open_inspection)
        self.detail.dispatch_wanted.connect(lambda: self._context.go("dispatch", findings=self._told))
        self.detail.moves.wanted.connect(lambda move: self.ticked.moves.ask(Move(move), [self._told]))
        self.detail.void_wanted.connect(lambda: self.ticked.ask_why([self._told]))

    # what is listed

    def _ask(self, asked: Wanted, *, seeks: bool = False) -> None:
        """`seeks`: the finding looked at shall be shown wherever it stands in the list."""
        is_new = self._answer is None or asked != self._answer.asked
        self._asked = asked
        self._sought = self._finding
        self.area.wait()
        self._asking.ask(asked, is_new=is_new and not seeks)

    def _show_first(self, found: FirstLines) -> None:
        if found.asked == self._asked and found.rows:
            self.area.show_first([row.id for row in found.rows], found.rows)
            self._show_place()
            self._sought = ""  # what is further down is not jumped to when the rest comes

    def _show(self, found: Answer) -> None:
        if found.asked != self._asked:
            return
        goes_on = self._answer is not None and self.area.is_begun
        self._answer = found
        if self.search.text().strip() != self._asked.text:
            self.search.show_text(self._asked.text)
        self.filters.show_wanted(self._asked, found.choices, self.mode)
        self.filters.show_counts(found.counts, len(found.ids))
        self.export.show_asked(self._asked.query(self._today), len(found.ids))
        if not found.counts[ALL]:
            self.head.facts.setText(tr("no findings yet"))
            self.area.show_first_run(first_run(self._context.go, self.mode))
            self.filters.hide()
            self.detail.hide()
            return
        self.filters.show()
        self.head.facts.setText(tr("{n} findings", n=found.counts[ALL]))
        self.area.show_ids(found.ids)
        self._show_place()
        if not goes_on:
            self._show_finding(self.area.table.current_id())

    def _show_place(self) -> None:
        """Mark the order, and go back to the finding that was looked at."""
        self.area.show_order(self._asked.order, descending=self._asked.descending)
        if self._sought in self.area.model.ids:
            self.area.table.choose_id(self._sought)
            self._sought = ""

    def _search(self, text: str) -> None:
        if text != self._asked.text:
            self._ask(replace(self._asked, text=text))

    def _sort(self, order: LedgerOrder) -> None:
        self._ask(self._asked.ordered_by(order))

    def _focus_search(self) -> None:
        self.search.setFocus()
        self.search.selectAll()

    # one finding

    def _show_finding(self, finding: str) -> None:
        self._finding = finding
        self.detail.setVisible(bool(finding) and self._has_room_for_detail)
        if finding and not self.detail.isHidden():
            self._filling.ask()

    def _fill_detail(self) -> None:
        if not self._finding or self._answer is None:
            return
        story = self._context.services.ledger.story(self._finding)
        self.detail.show_story(story, self._answer.names)
        self.ticked.moves.look_at_evidence(self._finding, self.detail.show_oddities)

    @property
    def _told(self) -> str:
        """The finding the panel tells of: while an arrow key is held it is not the chosen one yet."""
        return self.detail.story.id if self.detail.story else self._finding

    @property
    def _has_room_for_detail(self) -> bool:
        return self.mode is LayoutMode.WIDE or self._opened

    def _open_detail(self, finding: str) -> None:
        self._opened = True
        self._show_finding(finding)
        self._lay_out()
        if self.mode is LayoutMode.WIDE:
            self.detail.open_inspection.setFocus()

    def _choose_lead(self) -> None:
        """What is ticked is worked on; without ticks, or where the panel hides them, it is the panel's finding."""
        self.detail.lead(leads=not self.area.model.ticked or self._left.isHidden())

    def _close_detail(self) -> None:
        self._opened = False
        self._lay_out()
        self.area.table.setFocus()

    def _show_photo(self, number: int = 0) -> None:
        if not self._finding:
            return
        story = self._context.services.ledger.story(self._finding)
        if not story.photos:
            return
        photos = large_photos(story, self._today)
        PhotoDialog(self, photos, number, self._context.jobs, self._context.services.photos.bytes_of).open()

    def _open_inspection(self) -> None:
        if story := self.detail.story:
            self._context.go("record", inspection=story.finding.inspection, item=story.finding.item)

    # form

    def _lay_out(self) -> None:
        over = self.mode is not LayoutMode.WIDE
        self.export.take_form(narrow=over)
        self.ticked.take_form(narrow=over)
        self.head.title.setText(tr("Ledger") if self.mode is LayoutMode.ONE else tr("Ledger of findings"))
        self.detail.setVisible(bool(self._finding) and self._has_room_for_detail and not self.area.is_first_run)
        self._left.setVisible(not (self.mode is LayoutMode.ONE and self._opened and self._finding))
        self._choose_lead()
        self.detail.show_close(over)
        if self.mode is LayoutMode.ONE:
            self.detail.setMinimumWidth(0)
            self.detail.setMaximumWidth(16_777_215)
        else:
            self.detail.setFixedWidth(current().px(_DETAIL_WIDTH))
        if self._finding and not self.detail.isHidden():
            self._fill_detail()
        beside = over and not self.detail.isHidden()
        shown = shown_columns(self.columns.chosen, narrow=beside or self.mode is LayoutMode.ONE)
        self.area.show_columns(shown - {"due"} if beside else shown)  # the panel tells the deadline
        if self._answer:
            self.filters.show_wanted(self._asked, self._answer.choices, self.mode)
            self.filters.show_counts(self._answer.counts, len(self._answer.ids))
