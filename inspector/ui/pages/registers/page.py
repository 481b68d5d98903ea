"""名册: what the district has and who answers for it, edited in place, taken in from files and given back."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from functools import partial

from PySide6.QtWidgets import QWidget

from inspector.domain.progress import Progress
from inspector.services.register_overview import Overview
from inspector.ui.context import Context
from inspector.ui.editing_page import EditingPage
from inspector.ui.pages.registers.entry import Entry
from inspector.ui.pages.registers.files import RegisterFiles
from inspector.ui.pages.registers.filters import choices, listed
from inspector.ui.pages.registers.first_run import first_run
from inspector.ui.pages.registers.lists import Lists
from inspector.ui.pages.registers.strip import Strip
from inspector.ui.pages.registers.tables import Register, registers
from inspector.ui.pages.registers.toolbar import TickedBar, Toolbar
from inspector.ui.slices import Latest
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.folding_panel import FoldingPanel
from inspector.ui.widgets.page import PageKey


class RegistersPage(EditingPage):
    """Several registers, one form, one import."""

    kinds = frozenset({"site", "unit", "street", "community", "site_kind", "approval"})
    files: RegisterFiles

    def __init__(self, context: Context) -> None:
        self.bar = Toolbar()
        super().__init__(context, self.bar.saved)
        self._wanted = ""
        self.lists = Lists(registers())
        self.strip = Strip(tuple(self.lists.registers.values()))
        self.foot = TickedBar()
        self._showing = Latest()
        self.entry = Entry(context, self, self._deeds)
        self.panel = self.entry.panel
        self.files = RegisterFiles(context, self.layers, self._deeds, lambda: self._overview, self._files_left)

        body = across(Grow(self.lists), self.panel, gap=0)
        self.fold = FoldingPanel(body, self.panel, self.panel.close_button, self.lists, self.strip)
        main = QWidget()
        main.setLayout(down(self.bar, self.strip, Grow(body), self.foot, gap=0))
        self.layers.addWidget(main)
        self.setLayout(down(self.layers, gap=0))

        self.strip.show_registers({}, self.register.name, self.mode)
        self.bar.show_register(self.register, self.mode, is_empty=False, trash=False)
        self._connect()
        self._take_form()
        self._load()

    # what the frame asks

    def open(self, **where: str) -> None:
        """`register` names one; `entity` an entry of it."""
        if where.get("register") in self.lists.registers:
            self.lists.use(where["register"])
        if entity := where.get("entity"):
            self._wanted = entity
            self.entry.forget()
        self._show()

    def where(self) -> dict[str, str]:
        """The register that is shown, and its chosen entry."""
        return {"register": self.register.name, "entity": self.entry.entity}

    def shortcuts(self) -> Sequence[PageKey]:
        """Search, the registers by number, adding, files."""
        group = tr("Registers")
        tabs = [
            PageKey((str(n),), each.words, group, partial(self.choose_register, name), tr("The registers"))
            for n, (name, each) in enumerate(self.lists.registers.items(), 1)
        ]
        return (
            PageKey(("Ctrl+F", "/"), tr("Search"), group, self.bar.search.setFocus),
            PageKey(("Ctrl+N",), tr("Add an entry"), group, self.add),
            PageKey(("I",), tr("Take in a file"), group, lambda: self.files.choose(self.register)),
            PageKey(("E",), tr("Export to Excel"), group, lambda: self.files.export(self.register)),
            PageKey(("Ctrl+Return",), tr("Apply what the file would change"), group, self.files.apply),
            PageKey(("Delete",), tr("Move to the trash"), group, self.remove),
            *tabs,
        )

    def regions(self) -> Sequence[QWidget]:
        """Table, form, search."""
        form = self.panel.form
        first = self.files.preview.table if self.files.preview else self.lists.listing.table
        return (first, *((form.first(),) if form and form.isVisible() else ()), self.bar.search)

    # choosing

    @property
    def register(self) -> Register:
        """The register that is shown."""
        return self.lists.register

    @property
    def is_narrowed(self) -> bool:
        """A search, a filter, or the trash."""
        return self.lists.asked.narrowed or self.lists.asked.trash

    def clear_filters(self) -> None:
        """The whole register."""
        self.bar.search.clear()
        self.lists.clear()

    def choose_register(self, name: str) -> None:
        """Show another register."""
        self.lists.use(name)
        self.fold.is_open = False
        self.entry.forget()
        self.bar.search.setText(self.lists.asked.text)
        self._show()

    def choose(self, entity: str) -> None:
        """Show an entry at the right."""
        record = self.lists.record(entity)
        if record is not None and self._overview:
            self.entry.choose(self._overview, self.register.cls, entity, record)

    def open_panel(self, entity: str) -> None:
        """Enter or a click: the entry is to be changed."""
        self.choose(entity)
        self.unfold()

    def close_panel(self) -> None:
        """Back to the table; what was begun and never kept is gone."""
        if self.entry.is_new:
            self.entry.forget()
            self._show()
        super().close_panel()

    # changing

    def add(self) -> None:
        """Begin a new entry, of the kind and in the street that are listed now."""
        if self._overview:
            chosen = self.lists.asked.chosen
            known = {name: value for name, value in chosen.items() if value and name in {"kind", "street"}}
            self.unfold()
            self.entry.begin(self._overview, self.register.cls, replace(self.register.new(), **known))

    def change(self, field: str, value: object) -> None:
        """A field was left with another value."""
        if self._overview:
            self.entry.change(self._overview, field, value)

    def remove(self) -> None:
        """Lay the ticked entries, else the chosen one, into the trash."""
        if (chosen := self._chosen()) and not self.lists.asked.trash:
            cls = self.register.cls
            words = tr("Moved {n} entries to the trash", n=len(chosen))
            self._deeds.do(lambda: self._context.services.registers.remove(cls, chosen), words)

    def restore(self) -> None:
        """Take the ticked entries, else the chosen one, out of the trash."""
        if chosen := self._chosen():
            cls = self.register.cls
            words = tr("Restored {n} entries", n=len(chosen))
            self._deeds.do(lambda: self._context.services.registers.restore(cls, chosen), words)

    # the rest

    @property
    def _overview(self) -> Overview | None:
        return self.lists.overview

    def _connect(self) -> None:
        bar, strip, panel, lists = self.bar, self.strip, self.panel, self.lists
        bar.search.searched.connect(lambda text: lists.ask(text=text))
        bar.search.returnPressed.connect(self._focus_list)
        bar.add_wanted.connect(self.add)
        bar.import_wanted.connect(lambda: self.files.choose(self.register))
        bar.export_wanted.connect(lambda: self.files.export(self.register))
        bar.template_wanted.connect(lambda: self.files.template(self.register))
        strip.register_chosen.connect(self.choose_register)
        strip.narrowed.connect(lists.narrow)
        strip.trash_chosen.connect(lambda on: lists.ask(trash=on))
        strip.cleared.connect(self.clear_filters)
        lists.chosen.connect(self.choose)
        lists.opened.connect(self.open_panel)
        lists.ticked.connect(self._show_ticked)
        lists.asked_anew.connect(self._show)
        lists.clear_wanted.connect(self.clear_filters)
        for remover in (panel, self.foot):
            remover.remove_wanted.connect(self.remove)
            remover.restore_wanted.connect(self.restore)
        panel.edited.connect(self.change)
        panel.closed.connect(self.close_panel)
        self.foot.untick_wanted.connect(lambda: lists.model.tick(lists.model.ids, on=False))

    def _chosen(self) -> tuple[str, ...]:
        """The ticked entries, else the one that is shown."""
        return self.lists.ticked_ids or ((self.entry.entity,) if self.entry.entity else ())

    def _load(self) -> None:
        """Read anew; the first time without pinyin, whose tables come a moment later."""
        services, first = self._context.services, self._overview is None
        register, asked = self.register, self.lists.asked

        def work(_progress: Progress) -> Overview:
            overview = services.registers.overview(spelled=not first)
            listed(overview, register, asked)  # orders all names once, here, where nobody waits
            return overview

        self._context.jobs.look_up(work, self._loaded, owner=self)

    def _loaded(self, overview: Overview) -> None:
        first, self.lists.overview = self._overview is None, overview
        self._context.jobs.in_slices(self._showing.run(self._shown()), owner=self)
        if first:
            self._load()

    def _show(self) -> None:
        self._showing.at_once(self._shown())

    def _shown(self) -> Iterator[None]:
        """Show everything anew from what was read, part by part: rows, tabs and filters, the entry at the right."""
        overview, asked, register = self._overview, self.lists.asked, self.register
        if overview is None:
            return
        counts = {name: len(overview.records[each.cls]) for name, each in self.lists.registers.items()}
        is_empty = not counts[register.name] and not asked.trash
        ids = self.lists.show_rows(overview, self.entry.entity or self._wanted)
        self.bar.search.move_in(self.lists.listing.table)
        yield
        self.strip.show_registers(counts, register.name, self.mode)
        self.strip.show_filters(choices(overview, register.cls), asked, len(ids), len(overview.trash[register.cls]))
        self.bar.show_register(register, self.mode, is_empty=is_empty, trash=asked.trash)
        if is_empty and not self.entry.is_new:
            self._show_first_run()
        self._show_ticked()
        yield
        self._show_entry(overview, ids)
        self._take_form()

    def _show_entry(self, overview: Overview, ids: Sequence[str]) -> None:
        """The entry at the right follows what was read; the row the table stands on fills an empty place."""
        wanted, self._wanted = self._wanted, ""
        first = wanted if wanted in ids else self.lists.listing.table.current_id() or next(iter(ids), "")
        self.entry.follow(overview, self.register.cls, ids, first, self.lists.record)

    def _show_first_run(self) -> None:
        files, register = self.files, self.register
        state = first_run(
            register,
            self.mode,
            take_in=lambda: files.choose(register),
            template=lambda: files.template(register),
            add=self.add,
        )
        self.lists.listing.show_in_place(state)

    def _focus_list(self) -> None:
        self.lists.listing.table.setFocus()

    def _show_ticked(self) -> None:
        self.foot.show_ticked(len(self.lists.model.ticked), trash=self.lists.asked.trash)

    def _take_form(self) -> None:
        super()._take_form()
        self.lists.listing.show_narrow(self.mode is LayoutMode.ONE or self.fold.covers(self.mode))
