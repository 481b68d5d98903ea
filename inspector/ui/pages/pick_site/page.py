"""选点位: type initials, press Enter, and the right checklist opens."""

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.progress import Progress
from inspector.domain.site_search import SiteQuery
from inspector.domain.stored import Changed
from inspector.services.inspections import Briefing, SiteLine
from inspector.ui.context import Context
from inspector.ui.error_text import said
from inspector.ui.jobs import Job
from inspector.ui.pages.pick_site.filters import SiteFilters
from inspector.ui.pages.pick_site.found import Found, found
from inspector.ui.pages.pick_site.found_list import FoundList
from inspector.ui.pages.pick_site.new_site import NewSiteForm
from inspector.ui.pages.pick_site.preview import SitePreview
from inspector.ui.pages.pick_site.site_cells import WHERE, SiteCells, columns
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, sheet
from inspector.ui.widgets.buttons import filled, outlined, promote
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead
from inspector.ui.widgets.paged_model import PagedModel
from inspector.ui.widgets.person_field import person_field
from inspector.ui.widgets.row_table import RowTable
from inspector.ui.widgets.search_field import SearchField
from inspector.ui.widgets.thumbnails import Thumbnails

_KINDS = frozenset({"site", "site_kind", "street", "community", "inspection", "finding", "setting"})
_SIDE_WIDTH = {LayoutMode.WIDE: 500, LayoutMode.TWO: 360}
_ANY_WIDTH = 16_777_215  # what Qt calls no maximum


class PickSitePage(Page):
    """`go("pick_site", text=, site=, kind=, street=)`: search for `text`, or stand on `site`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._today = context.services.acts.today()
        self._found: Found | None = None
        self._searching: Job | None = None
        self._briefed: Job | None = None
        self._wanted = ""
        self._make()
        self._lay_out()
        self._connect()

    def open(self, **where: str) -> None:
        """Search for what `where` says; without arguments everything is as it was left."""
        if where:
            self.filters.show_query(SiteQuery(kind=where.get("kind", ""), street=where.get("street", "")))
            self._wanted = where.get("site", "")
            self.search.setText(where.get("text", ""))
        self._show_side(self.preview, is_open=False)
        self._search()

    def where(self) -> dict[str, str]:
        """What is looked for and stood on."""
        asked = self.filters.query(self.search.text().strip())
        told = {"text": asked.text, "kind": asked.kind, "street": asked.street, "site": self.table.current_id()}
        return {name: value for name, value in told.items() if value}

    def refresh(self, changed: Changed) -> None:
        """Search anew when something that is shown changed."""
        if changed.kinds & _KINDS:
            self._wanted = self._wanted or self.table.current_id()
            self.filters.offer()
            self._search()

    def layout_changed(self, mode: LayoutMode) -> None:
        """List and preview side by side, or one at a time."""
        super().layout_changed(mode)
        self.note.setVisible(mode is not LayoutMode.ONE)
        self.table.setColumnHidden(WHERE, mode is not LayoutMode.WIDE)
        for spared in (self.foot.hints, self._band):
            spared.setVisible(mode is not LayoutMode.ONE)
        width = _SIDE_WIDTH.get(mode)
        self._side.setMinimumWidth(current().px(width) if width else 0)
        self._side.setMaximumWidth(current().px(width) if width else _ANY_WIDTH)
        self._show_side(self.preview, is_open=False)

    def shortcuts(self) -> Sequence[PageKey]:
        """Enter starts from wherever the focus is."""
        group = tr("Pick a site")
        return (
            PageKey(("Return", "Enter"), tr("Start the inspection"), group, self.start),
            PageKey(("Ctrl+N",), tr("Add a site"), group, self.add_site),
            PageKey(("Ctrl+F", "/"), tr("Search a site"), group, self.search.setFocus),
        )

    def regions(self) -> Sequence[QWidget]:
        """Search, list, preview."""
        return (self.search, self.table, self._side)

    def escape(self) -> bool:
        """Close the form or the preview over the list, empty the search, then leave."""
        if self._side.currentWidget() is self.form or (self.mode is LayoutMode.ONE and self._side.isVisible()):
            self._show_side(self.preview, is_open=False)
            self.search.setFocus()
            return True
        if self.search.text():
            self.search.clear()
            return True
        return False

    def start(self) -> None:
        """Begin the inspection of the current site, or go on with the one that was left there."""
        if self._found is None or self._found.asked != self._asked():  # Enter came before the pause of typing
            self._show_found(found(self._context.services.inspections, self._asked()))
        line = self._current()
        if line is None:
            return
        if not self._context.preferences.get().person:
            self._show_side(self.preview, is_open=True)
            self.person.setFocus()
            self._context.say(tr("Write your name first: it stands on what you record"))
            return
        try:
            inspection = line.draft or self._begin(line.id)
        except (Refused, RefusedAll) as refused:
            self._context.complain(refused)
            return
        self._context.go("record", inspection=inspection)

    def add_site(self) -> None:
        """Ask for a site that is missing, beside the list."""
        self._show_side(self.form, is_open=True)
        self.form.begin(self.search.text().strip())

    def _make(self) -> None:
        context = self._context
        self.search = SearchField(tr("Name, address, street, pinyin, initials"), key="Ctrl F", width=400)
        self.filters = SiteFilters(context.services.registers)
        self.model: PagedModel[SiteLine] = PagedModel(columns(self._today), self._lines)
        cells = SiteCells(lambda: self._found.asked.text if self._found else "", self._today)
        self.table = RowTable(self.model, cells, tr("Sites found"))
        self.table.horizontalHeader().hide()
        self.count = label("", "sm", "text2", bold=True)
        self.person = person_field(context.preferences.get().person, context.sign_as)
        self.go_on = filled(tr("Start the inspection"), self.start, icon="play", keys="Enter")
        self.go_on_foot = filled(tr("Start the inspection"), self.start, icon="play", keys="Enter")
        pictures = Thumbnails(context.jobs, context.services.photos.bytes_of, self, width=88, most=24)
        self.preview = SitePreview(pictures, self._today, self.person, self.go_on)
        self.form = NewSiteForm(context.services.registers)
        self.note = outlined(tr("Seen on the way"), lambda: context.go("intake", kind="snapshot"), keys="F2")
        add = outlined(tr("Add a site"), self.add_site, icon="plus", keys="Ctrl N")
        self.head = PageHead(tr("Pick a site"), "", self.note, add)

    def _lay_out(self) -> None:
        self._band = sheet(across(self.count, STRETCH, gap=8, margins=(16, 8, 16, 8)), "band")
        self._list = FoundList(self.table, self._context.go, self.add_site)
        listed = sheet(down(self._band, Grow(self._list), gap=0, margins=(1, 1, 1, 1)), "card")
        self._left = QWidget()
        self._left.setLayout(down(self.search, self.filters, Grow(listed), gap=12))
        self._side = QStackedWidget()
        self._side.addWidget(self.preview)
        self._side.addWidget(self.form)
        hints = (
            ("↑ ↓", tr("Choose")),
            ("Enter", tr("Start the inspection")),
            ("Ctrl N", tr("Add a site")),
            ("Esc", tr("One layer back")),
        )
        self.foot = FootBar(hints, self.go_on_foot)
        body = across(Grow(self._left), Grow(self._side), gap=16, margins=(24, 16, 24, 16))
        self.setLayout(down(self.head, Grow(body), self.foot, gap=0))
        self._name_is_asked()

    def _connect(self) -> None:
        self.search.searched.connect(lambda _text: self._search())
        self.search.returnPressed.connect(self.start, Qt.ConnectionType.QueuedConnection)
        self.search.move_in(self.table)
        self.filters.changed.connect(self._search)
        self.table.row_chosen.connect(self._brief)
        self.table.row_opened.connect(lambda _site: self.start())
        self.table.clicked.connect(lambda _index: self._show_side(self.preview, is_open=True))
        self.form.added.connect(self._added)
        self.form.left.connect(self.escape)
        self.preview.visit_opened.connect(lambda visit: self._context.go("summary", inspection=visit))
        self.preview.finding_opened.connect(lambda finding: self._context.go("ledger", finding=finding))
        self._context.preferences.changed.connect(self._name_is_asked)

    def _asked(self) -> SiteQuery:
        return self.filters.query(self.search.text().strip())

    def _search(self) -> None:
        if self._searching:
            self._searching.cancel()
        inspections, asked = self._context.services.inspections, self._asked()

        def work(_progress: Progress) -> Found:
            return found(inspections, asked)

        self._searching = self._context.jobs.look_up(work, self._show_found, owner=self)

    def _show_found(self, answer: Found) -> None:
        if answer.asked != self._asked():
            return
        wanted, self._wanted = self._wanted or self.table.current_id(), ""
        self._found = answer
        self.model.show_ids(answer.ids)
        if answer.ids:
            self.table.choose_id(wanted if wanted in set(answer.ids) else answer.ids[0])
            self._brief(self.table.current_id())
        else:
            self.preview.show_words(tr("Choose a site and its checklist is shown here"))
        self._list.show_found(answer)
        for start in (self.go_on, self.go_on_foot):
            promote(start, bool(answer.sites))
        number = tr("{n} sites found", n=len(answer.ids))
        whole = tr("{sites} sites · {n} in this round", sites=answer.sites, n=answer.visited)
        self.count.setText(number)
        self.head.facts.setText(number if self.mode is LayoutMode.ONE else whole)
        self.filters.show_counts(answer.sites - answer.visited, answer.with_open)
        self._offer_start()

    def _lines(self, ids: Sequence[str]) -> Sequence[SiteLine | None]:
        lines = self._context.services.inspections.lines(ids)
        return [lines.get(each) for each in ids]

    def _current(self) -> SiteLine | None:
        index = self.table.currentIndex()
        return self.model.row_at(index.row()) if index.isValid() and self.model.ids else None

    def _begin(self, site: str) -> str:
        person = self._context.preferences.get().person
        inspection, changed = self._context.services.inspections.start(site, person)
        self._context.changed(changed)
        return inspection

    def _brief(self, site: str) -> None:
        if self._briefed:
            self._briefed.cancel()
        read = self._context.services.inspections.briefing

        def work(_progress: Progress) -> Briefing:
            return read(site)

        self._briefed = self._context.jobs.look_up(work, self._show_briefing, self._no_briefing, owner=self)

    def _show_briefing(self, briefing: Briefing) -> None:
        if briefing.line.id == self.table.current_id():
            self.preview.show_briefing(briefing)
            self._offer_start()

    def _no_briefing(self, error: Exception) -> None:
        words = said(error)
        self.preview.show_words(f"{words.happened}\n{words.now}")

    def _added(self, site: str, changed: Changed) -> None:
        self._wanted = site
        self._show_side(self.preview, is_open=True)
        self.filters.show_query(SiteQuery())
        self.search.clear()
        self._context.changed(changed)
        self._context.say(tr("The site was added"), self._context.undo)
        self.table.setFocus()

    def _show_side(self, widget: QWidget, *, is_open: bool) -> None:
        """In one column the side lies over the list while it `is_open`."""
        self._side.setCurrentWidget(widget)
        alone = self.mode is LayoutMode.ONE
        self._side.setVisible(is_open or not alone)
        self._left.setVisible(not (alone and is_open))
        self.go_on_foot.setVisible(alone and not is_open)
        self._list.lead(leads=widget is not self.form)

    def _offer_start(self) -> None:
        line = self._current()
        words = tr("Go on inspecting") if line and line.draft else tr("Start the inspection")
        for made in (self.go_on, self.go_on_foot):
            made.setText(f" {words}")
            made.setEnabled(line is not None)

    def _name_is_asked(self) -> None:
        self.person.setVisible(not self._context.preferences.get().person)
