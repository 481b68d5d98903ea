"""名册: what the district has and who answers for it, edited in place, taken in from files and given back."""

from collections.abc import Sequence
from dataclasses import replace
from functools import partial
from typing import Any

from PySide6.QtWidgets import QStackedWidget, QWidget

from inspector.domain.stored import Changed
from inspector.services.register_overview import Overview
from inspector.ui.context import Context
from inspector.ui.deeds import Deeds
from inspector.ui.pages.registers.entry import Entry
from inspector.ui.pages.registers.files import RegisterFiles
from inspector.ui.pages.registers.filters import Listed, choices, listed
from inspector.ui.pages.registers.first_run import first_run
from inspector.ui.pages.registers.listing import Cells, Listing
from inspector.ui.pages.registers.strip import Strip
from inspector.ui.pages.registers.tables import Register, registers
from inspector.ui.pages.registers.toolbar import TickedBar, Toolbar
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.paged_model import PagedModel

_KINDS = {"site", "unit", "street", "community", "site_kind"}
_PANEL = 400
_ANY_WIDTH = 16_777_215


class RegistersPage(Page):
    """Five registers, one form, one import."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._registers = {each.name: each for each in registers()}
        self._current = "sites"
        self._asked: dict[str, Listed] = dict.fromkeys(self._registers, Listed())
        self._overview: Overview | None = None
        self._wanted = ""
        self.bar = Toolbar()
        self.strip = Strip(tuple(self._registers.values()))
        self.lists = {name: self._make_listing(register) for name, register in self._registers.items()}
        self.foot = TickedBar()
        self._tables = QStackedWidget()
        self._main = QWidget()
        self.layers = QStackedWidget()
        self._deeds = Deeds(context, self, self.bar.saved)
        self.entry = Entry(context, self, self._deeds)
        self.panel = self.entry.panel
        self.files = RegisterFiles(context, self.layers, self._deeds, lambda: self._overview, self._files_left)

        for each in self.lists.values():
            self._tables.addWidget(each)
        self._body = across(Grow(self._tables), self.panel, gap=0)
        self._main.setLayout(down(self.bar, self.strip, Grow(self._body), self.foot, gap=0))
        self.layers.addWidget(self._main)
        self.setLayout(down(self.layers, gap=0))

        self.strip.show_registers({}, self._current, self.mode)
        self.bar.show_register(self.register, self.mode, is_empty=False, trash=False)
        self._connect()
        self._take_form()
        self._load()

    # what the frame asks

    def open(self, **where: str) -> None:
        """`register` names one; `entity` an entry of it."""
        if where.get("register") in self._registers:
            self._current = where["register"]
        if entity := where.get("entity"):
            self._wanted = entity
            self.entry.forget()
        if self._overview:
            self._show()

    def where(self) -> dict[str, str]:
        """The register that is shown, and its chosen entry."""
        return {"register": self._current, "entity": self.entry.entity}

    def refresh(self, changed: Changed) -> None:
        """Read anew what registers or findings may have changed."""
        if changed.kinds & _KINDS:
            self._deeds.show_saved()
            self._load()

    def layout_changed(self, mode: LayoutMode) -> None:
        """The panel stands beside the table, over half of it, or in its place."""
        super().layout_changed(mode)
        self._take_form()
        if self._overview:
            self._show()

    def shortcuts(self) -> Sequence[PageKey]:
        """Search, the registers by number, adding, files."""
        group = tr("Registers")
        tabs = [
            PageKey((str(n),), each.words, group, partial(self.choose_register, name))
            for n, (name, each) in enumerate(self._registers.items(), 1)
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
        first = self.files.preview.table if self.files.preview else self.lists[self._current].table
        return (first, *((form.first(),) if form and form.isVisible() else ()), self.bar.search)

    def escape(self) -> bool:
        """Leave the import, then the panel, then the filters."""
        if self.files.preview:
            self.files.leave()
        elif self.entry.is_open and self.mode is not LayoutMode.WIDE:
            self.close_panel()
        elif self._asked[self._current].narrowed or self._asked[self._current].trash:
            self.clear_filters()
        else:
            return False
        return True

    # choosing

    @property
    def register(self) -> Register:
        """The register that is shown."""
        return self._registers[self._current]

    def choose_register(self, name: str) -> None:
        """Show another register."""
        self._current = name
        self.entry.is_open = False
        self.entry.forget()
        self.bar.search.setText(self._asked[name].text)
        if self._overview:
            self._show()

    def ask(self, **wanted: Any) -> None:
        """List something else of this register."""
        self._asked[self._current] = replace(self._asked[self._current], **wanted)
        if self._overview:
            self._show()

    def clear_filters(self) -> None:
        """The whole register."""
        self.bar.search.clear()
        self._asked[self._current] = Listed()
        if self._overview:
            self._show()

    def choose(self, entity: str) -> None:
        """Show an entry at the right."""
        record = self._record(entity)
        if record is not None and self._overview:
            self.entry.choose(self._overview, self.register.cls, entity, record)

    def open_panel(self, entity: str) -> None:
        """Enter or a click: the entry is to be changed."""
        self.choose(entity)
        self.entry.is_open = True
        self._take_form()

    def close_panel(self) -> None:
        """Back to the table."""
        self.entry.is_open = False
        if self.entry.is_new:
            self.entry.forget()
            self._show()
        self._take_form()
        self.lists[self._current].table.setFocus()

    # changing

    def add(self) -> None:
        """Begin a new entry, of the kind and in the street that are listed now."""
        if self._overview:
            chosen = self._asked[self._current].chosen
            known = {name: value for name, value in chosen.items() if value and name in {"kind", "street"}}
            self.entry.is_open = True
            self._take_form()
            self.entry.begin(self._overview, self.register.cls, replace(self.register.new(), **known))

    def change(self, field: str, value: object) -> None:
        """A field was left with another value."""
        if self._overview:
            self.entry.change(self._overview, field, value)

    def remove(self) -> None:
        """Lay the ticked entries, else the chosen one, into the trash."""
        if (chosen := self._chosen()) and not self._asked[self._current].trash:
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

    def _connect(self) -> None:
        bar, strip, panel = self.bar, self.strip, self.panel
        bar.search.searched.connect(lambda text: self.ask(text=text))
        bar.add_wanted.connect(self.add)
        bar.import_wanted.connect(lambda: self.files.choose(self.register))
        bar.export_wanted.connect(lambda: self.files.export(self.register))
        bar.template_wanted.connect(lambda: self.files.template(self.register))
        strip.register_chosen.connect(self.choose_register)
        strip.narrowed.connect(self._narrow)
        strip.trash_chosen.connect(lambda on: self.ask(trash=on))
        strip.cleared.connect(self.clear_filters)
        for remover in (panel, self.foot):
            remover.remove_wanted.connect(self.remove)
            remover.restore_wanted.connect(self.restore)
        panel.edited.connect(self.change)
        panel.closed.connect(self.close_panel)
        self.foot.untick_wanted.connect(lambda: self._model.tick(self._model.ids, on=False))

    def _make_listing(self, register: Register) -> Listing:
        made = Listing(register, lambda entity: self._cells(register, entity))
        made.chosen.connect(self.choose)
        made.opened.connect(self.open_panel)
        made.ticked.connect(self._show_ticked)
        made.sort_wanted.connect(self._sort)
        made.clear_wanted.connect(self.clear_filters)
        return made

    @property
    def _list(self) -> Listing:
        return self.lists[self._current]

    @property
    def _model(self) -> PagedModel[Cells]:
        return self._list.model

    def _record(self, entity: str) -> Any:
        if self._overview is None:
            return None
        cls = self.register.cls
        return self._overview.records[cls].get(entity) or self._overview.trash[cls].get(entity)

    def _cells(self, register: Register, entity: str) -> Cells | None:
        record = self._record(entity)
        if record is None or self._overview is None:
            return None
        return tuple(column.cell(self._overview, entity, record) for column in register.columns)

    def _chosen(self) -> tuple[str, ...]:
        """The ticked entries, else the one that is shown."""
        ticked = tuple(each for each in self._model.ids if each in self._model.ticked)
        return ticked or ((self.entry.entity,) if self.entry.entity else ())

    def _narrow(self, name: str, value: str) -> None:
        self.ask(chosen={**self._asked[self._current].chosen, name: value})

    def _sort(self, column: int) -> None:
        asked = self._asked[self._current]
        self.ask(column=column, descending=asked.column == column and not asked.descending)

    def _load(self) -> None:
        """Read anew; the first time without pinyin, whose tables come a moment later."""
        services, first = self._context.services, self._overview is None
        self._context.jobs.look_up(
            lambda _progress: services.registers.overview(spelled=not first), self._loaded, owner=self
        )

    def _loaded(self, overview: Overview) -> None:
        first, self._overview = self._overview is None, overview
        self._show()
        if first:
            self._load()

    def _show(self) -> None:
        """Everything anew from what was read: tabs, filters, rows, the entry at the right."""
        overview, asked, register = self._overview, self._asked[self._current], self.register
        if overview is None:
            return
        counts = {name: len(overview.records[each.cls]) for name, each in self._registers.items()}
        ids = listed(overview, register, asked)
        trashed = len(overview.trash[register.cls])
        is_empty = not counts[self._current] and not asked.trash
        self.strip.show_registers(counts, self._current, self.mode)
        self.strip.show_filters(choices(overview, register.cls), asked, len(ids), trashed)
        self.bar.show_register(register, self.mode, is_empty=is_empty, trash=asked.trash)
        self._tables.setCurrentWidget(self._list)
        self._list.show_ids(ids, self.entry.entity or self._wanted)
        self._list.show_order(asked.column, descending=asked.descending)
        if is_empty and not self.entry.is_new:
            self._show_first_run()
        self._show_ticked()
        self._show_entry(ids)
        self._take_form()

    def _show_entry(self, ids: Sequence[str]) -> None:
        """The entry at the right follows what was read; the row the table stands on fills an empty place."""
        if overview := self._overview:
            wanted, self._wanted = self._wanted, ""
            first = wanted if wanted in ids else self._list.table.current_id() or next(iter(ids), "")
            self.entry.follow(overview, self.register.cls, ids, first, self._record)

    def _show_first_run(self) -> None:
        files, register = self.files, self.register
        state = first_run(
            register,
            self.mode,
            take_in=lambda: files.choose(register),
            template=lambda: files.template(register),
            add=self.add,
        )
        self._list.show_in_place(state)

    def _files_left(self) -> None:
        """A preview came or went: it takes the form of now, and the table the focus."""
        self.files.take_form(self.mode)
        self._list.table.setFocus()

    def _show_ticked(self) -> None:
        self.foot.show_ticked(len(self._model.ticked), trash=self._asked[self._current].trash)

    def _take_form(self) -> None:
        """One, two or three columns."""
        wide, one = self.mode is LayoutMode.WIDE, self.mode is LayoutMode.ONE
        self.panel.setVisible(wide or self.entry.is_open)
        self.panel.close_button.setVisible(not wide)
        self._tables.setVisible(not (one and self.entry.is_open))
        self.strip.setVisible(not (one and self.entry.is_open))
        self._body.setStretchFactor(self.panel, 0 if wide else 1)
        self.panel.setMinimumWidth(current().px(_PANEL) if wide else 0)
        self.panel.setMaximumWidth(current().px(_PANEL) if wide else _ANY_WIDTH)
        self._list.show_narrow(one or (self.entry.is_open and not wide))
        self.files.take_form(self.mode)
