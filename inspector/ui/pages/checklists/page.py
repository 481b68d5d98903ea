"""检查表: the standard as inspectors meet it, what this district wants otherwise, new versions from files."""

from collections.abc import Mapping, Sequence

from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.overrides import Override
from inspector.domain.progress import Progress
from inspector.services.checklists import ChecklistTitle
from inspector.ui.context import Context
from inspector.ui.editing_page import EditingPage
from inspector.ui.error_text import in_one, said
from inspector.ui.pages.checklists.files import ChecklistFiles
from inspector.ui.pages.checklists.head import Deed, Head, ListHead
from inspector.ui.pages.checklists.item_list import ItemList
from inspector.ui.pages.checklists.item_panel import ItemPanel
from inspector.ui.pages.checklists.library import Opened, newest, opened
from inspector.ui.pages.checklists.override_form import FIELDS
from inspector.ui.pages.checklists.shelf_list import ShelfList
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, sheet
from inspector.ui.widgets.empty_state import nothing_found
from inspector.ui.widgets.folding_panel import FoldingPanel
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.page import PageKey
from inspector.ui.widgets.saved_mark import SavedMark

_SHELF = 292


class ChecklistsPage(EditingPage):
    """Lists at the left, their items in the middle, one item at the right."""

    kinds = frozenset({"published_checklist", "override"})
    files: ChecklistFiles

    def __init__(self, context: Context) -> None:
        saved = SavedMark()
        super().__init__(context, saved)
        self._titles: tuple[ChecklistTitle, ...] = ()
        self._opened: Opened | None = None
        self._all: Mapping[str, Opened] | None = None
        self._code = self._version = self._text = ""

        self.files = ChecklistFiles(context, self.layers, self._deeds, self._files_left)
        self.head = Head(saved, self._take_in, self._export, self._menu())
        self.shelf = ShelfList()
        self.list_head = ListHead()
        self.items = ItemList()
        self.panel = ItemPanel()
        self._nothing = nothing_found(tr("No item fits"), tr("Clear the search"), self.clear_filters)
        self._middle = QStackedWidget()
        foot = FootBar(
            [
                ("↑ ↓", tr("choose")),
                ("Enter", tr("open the item")),
                ("Ctrl F", tr("search")),
                ("I", tr("take in a list")),
            ]
        )

        for each in (self.items, self._nothing):
            self._middle.addWidget(each)
        self._left = sheet(down(self.shelf, gap=0), "left")
        self._left.setFixedWidth(current().px(_SHELF))
        self._work = QWidget()
        self._work.setLayout(down(self.list_head, Grow(self._middle), gap=0))
        body = across(self._left, Grow(self._work), self.panel, gap=0)
        self.fold = FoldingPanel(body, self.panel, self.panel.close_button, self._work)
        main = QWidget()
        main.setLayout(down(self.head, Grow(body), foot, gap=0))
        self.layers.addWidget(main)
        self.setLayout(down(self.layers, gap=0))

        self._connect()
        self._take_form()
        self._load()

    def open(self, **where: str) -> None:
        """`checklist` names one by code, `item` an item of it."""
        if code := where.get("checklist"):
            self._code, self._version = code, where.get("version", "")
            self._load()

    def where(self) -> dict[str, str]:
        """The list that is shown."""
        return {"checklist": self._code, "version": self._version}

    def shortcuts(self) -> Sequence[PageKey]:
        """Search and files."""
        group = tr("Checklists")
        return (
            PageKey(("Ctrl+F", "/"), tr("Search all items"), group, self.head.search.setFocus),
            PageKey(("I",), tr("Take in an edited list"), group, self._take_in),
            PageKey(("E",), tr("Export to Excel"), group, self._export),
            PageKey(("Ctrl+Return",), tr("Publish what the preview shows"), group, self.files.apply),
        )

    def regions(self) -> Sequence[QWidget]:
        """Lists, items, the item, search."""
        if self.files.preview:
            return (self.files.preview.table,)
        form = self.panel.form
        first = (form.rows[FIELDS[0]].field,) if form and self.panel.isVisible() else ()
        return (self.items, *((self.shelf,) if self._left.isVisible() else ()), *first, self.head.search)

    def choose_list(self, code: str) -> None:
        """Show the newest version of another list."""
        if code != self._code:
            self._code, self._version = code, ""
            self._load()

    def choose_version(self, version: str) -> None:
        """Show a version of this list."""
        self._version = version
        self._load()

    def search(self, text: str) -> None:
        """Find items in all lists."""
        self._text = text
        self._show()
        if text and self._all is None:
            self._load_all()

    @property
    def is_narrowed(self) -> bool:
        """A search leaves items out."""
        return bool(self._text)

    def clear_filters(self) -> None:
        """Everything again."""
        self.head.search.clear()
        self.search("")

    def override(self, override: Override) -> None:
        """This district wants an item otherwise."""
        service = self._context.services.checklists
        words = tr("Adjusted: {item}", item=override.item)
        self._deeds.do(lambda: service.override(override), words, failed=lambda error: self._refused(override, error))

    def drop(self, item: str) -> None:
        """An item shall be as the list says."""
        if self._opened:
            service, code = self._context.services.checklists, self._opened.title.code
            words = tr("Back to the list's own: {item}", item=item)
            self._deeds.do(lambda: service.drop_override(code, item), words)

    def _connect(self) -> None:
        self.head.search.searched.connect(self.search)
        self.head.search.returnPressed.connect(self.items.setFocus)
        self.head.search.move_in(self.items)
        self.shelf.row_chosen.connect(self.choose_list)
        self.list_head.list_chosen.connect(self.choose_list)
        self.list_head.version_chosen.connect(self.choose_version)
        self.items.chosen.connect(self._show_item)
        self.items.opened.connect(self.unfold)
        self.panel.changed.connect(self.override)
        self.panel.dropped.connect(self.drop)
        self.panel.closed.connect(self.close_panel)

    def _menu(self) -> tuple[Deed, ...]:
        return (
            (tr("Take in an edited list"), self._take_in),
            (tr("Take in a paper list"), self.files.choose_paper),
            (tr("Export to Excel"), self._export),
            (tr("Export as YAML"), self._export_yaml),
            (tr("Check all checklists"), self.files.check_all),
        )

    def _take_in(self) -> None:
        self.files.choose_edited()

    def _export(self) -> None:
        if self._opened:
            self.files.export(self._opened.shown)

    def _export_yaml(self) -> None:
        if self._opened:
            self.files.export_yaml(self._opened.shown)

    def _load(self) -> None:
        services, code, version = self._context.services, self._code, self._version

        def read(_progress: Progress) -> tuple[tuple[ChecklistTitle, ...], Opened | None]:
            titles = services.checklists.titles()
            fitting = [t for t in titles if t.code == code and version in {"", t.version}] or titles[:1]
            return titles, opened(services, titles, fitting[-1]) if fitting else None

        self._all = None
        self._context.jobs.look_up(read, lambda result: self._loaded(*result), owner=self)

    def _loaded(self, titles: tuple[ChecklistTitle, ...], shown: Opened | None) -> None:
        self._titles, self._opened = titles, shown
        if shown:
            self._code = shown.title.code
        if self._text:
            self._load_all()
        self._show()

    def _load_all(self) -> None:
        """Every list, to be searched; the shipped ones stay in memory, so that this is slow only once."""
        services, titles = self._context.services, self._titles

        def read(_progress: Progress) -> dict[str, Opened]:
            return {code: opened(services, titles, title) for code, title in newest(titles).items()}

        self._context.jobs.look_up(read, self._searched, owner=self)

    def _searched(self, found: Mapping[str, Opened]) -> None:
        self._all = found
        self._show()

    def _show(self) -> None:
        """The lists that fit, the chosen one, its items."""
        if self._opened is None:
            return
        latest = list(newest(self._titles).values())
        hits = self._hits()
        if hits is not None and not hits.get(self._code) and any(hits.values()):
            self.choose_list(next(code for code, number in hits.items() if number))
        self.head.show_counts(len(latest), sum(title.items for title in latest))
        self.shelf.show_titles(latest, hits, self._code)
        self.list_head.show_lists(latest, self._code)
        versions = [title for title in self._titles if title.code == self._code]
        self.list_head.show_opened(self._opened, versions, self.mode)
        number = self.items.show_items(self._opened, self._text)
        self._middle.setCurrentWidget(self.items if number else self._nothing)
        self._take_form()

    def _hits(self) -> dict[str, int] | None:
        if not self._text or self._all is None:
            return None
        return {code: len(each.found(self._text)) for code, each in self._all.items()}

    def _show_item(self, code: str) -> None:
        if self._opened:
            self.panel.show_item(self._opened, code)

    def _refused(self, override: Override, error: Exception) -> None:
        before = self._opened.overrides.get(override.item) if self._opened else None
        field = next((name for name in FIELDS if getattr(override, name) != getattr(before, name, None)), FIELDS[0])
        words = said(error)
        self.panel.show_problem(field, in_one(words))

    def _focus_list(self) -> None:
        self.items.setFocus()

    def _take_form(self) -> None:
        super()._take_form()
        self._left.setVisible(self.mode is LayoutMode.WIDE)
        self.head.take_form(self.mode)
