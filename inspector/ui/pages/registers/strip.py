"""Above the table: the registers as tabs, what the chosen one can be narrowed by, the way to the trash."""

from collections.abc import Mapping, Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from inspector.ui.pages.registers.filters import Listed
from inspector.ui.pages.registers.tables import Register
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import across, down, empty, hairline, sheet
from inspector.ui.widgets.buttons import button, compact, quiet
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.flow import Flow
from inspector.ui.widgets.labels import label

Filters = Mapping[str, tuple[str, Sequence[tuple[str, str]]]]


class Strip(QFrame):
    """`register_chosen` tells a register's name, `narrowed` a filter and its value, `trash_chosen` whether the trash
    is wanted, `cleared` that nothing shall be left out.
    """

    register_chosen = Signal(str)
    narrowed = Signal(str, str)
    trash_chosen = Signal(bool)
    cleared = Signal()

    def __init__(self, all_registers: Sequence[Register]) -> None:
        super().__init__()
        self.setProperty("role", "head")
        self._registers = tuple(all_registers)
        self.tabs: dict[str, QPushButton] = {}
        self.tab_list = Combo(compact=True)
        self.tab_list.setAccessibleName(tr("Register"))
        self.filters: dict[str, Combo] = {}
        self.trash = compact(button("", "chip", self._ask_trash, icon="trash"))
        self.trash.setCheckable(True)
        self.clear = compact(quiet(tr("Clear filters"), self.cleared.emit))
        self.count = label("", "sm", "text2")
        self._tabs = self._make_tabs()
        self._flow = Flow()

        row = QWidget()
        row.setLayout(self._flow)
        self._narrow = sheet(across(self.tab_list, margins=(16, 6, 16, 6)), "clear")
        filters = down(row, margins=(16, 8, 16, 8))
        self.setLayout(down(self._tabs, self._narrow, hairline(), filters, gap=0))
        self.tab_list.chosen.connect(self.register_chosen)

    def show_registers(self, counts: Mapping[str, int], current: str, mode: LayoutMode) -> None:
        """Show how many entries each register has, and which one is shown."""
        words = {r.name: f"{r.words} {counts.get(r.name, '')}".strip() for r in self._registers}
        for name, tab in self.tabs.items():
            tab.setText(words[name])
            tab.setChecked(name == current)
        self.tab_list.offer(list(words.items()), current)
        self._tabs.setVisible(mode is not LayoutMode.ONE)
        self._narrow.setVisible(mode is LayoutMode.ONE)

    def show_filters(self, filters: Filters, asked: Listed, found: int, trashed: int) -> None:
        """Show what can be chosen and what is."""
        if set(filters) != set(self.filters) or self._flow.count() == 0:
            self._make_filters(filters)
        for name, (words, values) in filters.items():
            self.filters[name].offer([("", words), *values], asked.chosen.get(name, ""))
        self.trash.setText(f" {tr('Trash {n}', n=trashed)}")
        self.trash.setChecked(asked.trash)
        self.trash.setVisible(bool(trashed) or asked.trash)
        self.clear.setVisible(asked.narrowed)
        self.count.setText(tr("{n} found", n=found))
        self.count.setVisible(asked.narrowed)

    def _make_tabs(self) -> QWidget:
        group = QButtonGroup(self)
        row = Flow(gap=0, one_line=True)
        for number, register in enumerate(self._registers, 1):
            tab = button(register.words, "tab", partial(self.register_chosen.emit, register.name), keys=str(number))
            tab.setCheckable(True)
            group.addButton(tab)
            row.addWidget(tab)
            self.tabs[register.name] = tab
        made = QWidget()
        inside = QWidget()
        inside.setLayout(row)
        made.setLayout(down(inside, margins=(12, 0, 12, 0)))
        return made

    def _make_filters(self, filters: Filters) -> None:
        for kept in (self.trash, self.clear, self.count):
            kept.setParent(self)
        empty(self._flow)
        self.filters = {name: self._list(name, words) for name, (words, _) in filters.items()}
        for widget in (*self.filters.values(), self.trash, self.clear, self.count):
            self._flow.addWidget(widget)
            widget.show()

    def _list(self, name: str, words: str) -> Combo:
        made = Combo(compact=True)
        made.setAccessibleName(words)
        made.chosen.connect(lambda value: self.narrowed.emit(name, value))
        return made

    def _ask_trash(self) -> None:
        self.trash_chosen.emit(self.trash.isChecked())
