"""Above the table: the saved views as tabs, the filters as lists to choose from, what is filtered as chips."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from datetime import date
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QFrame, QPushButton, QWidget

from inspector.domain.sources import Source
from inspector.services.wording.figure_words import count_words
from inspector.ui.dialogs.days_dialog import DaysDialog, Period
from inspector.ui.error_text import lang
from inspector.ui.pages.ledger.periods import OWN, due_periods, found_periods, offered, period_words
from inspector.ui.pages.ledger.views import VIEWS
from inspector.ui.pages.ledger.wanted import Wanted
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down, empty, hairline, sheet
from inspector.ui.widgets.buttons import button, compact, outlined, quiet
from inspector.ui.widgets.chips import filter_chip
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.flow import Flow, flowing
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.search_combo import SearchCombo, Spell
from inspector.ui.words.sources import source_words


@dataclass(frozen=True, slots=True)
class Choices:
    """What can be filtered by: id to name, in the order they are offered. `sites` and `dispatches` only name chips."""

    units: Mapping[str, str]
    streets: Mapping[str, str]
    kinds: Mapping[str, str]
    site: str = ""
    dispatch: str = ""


class FilterBar(QFrame):
    """`wanted` tells the new question when a person chose a view, a filter, or took one off."""

    wanted = Signal(Wanted)

    def __init__(self, today: date, spell: Spell) -> None:
        """`spell` tells what units are found by."""
        super().__init__()
        self.setProperty("role", "head")
        self._today = today
        self._spell = spell
        self._asked = Wanted()
        self._choices = Choices({}, {}, {})
        self._mode = LayoutMode.WIDE
        self._opened = False
        self.tabs: dict[str, QPushButton] = {}
        self.view_list = Combo(compact=True)
        self.lists: dict[str, Combo] = {}
        self.count = label("", "sm", "text2")
        self.more = compact(outlined("", self._open_filters, icon="list-filter"))
        self.more.setCheckable(True)
        self.clear = compact(quiet(tr("Clear filters"), self.clear_filters))
        self._filters = down(gap=0)

        self._line = hairline()
        self.setLayout(down(self._tab_row(), self._line, self._filters, gap=0))
        self.view_list.chosen.connect(self.choose_view)

    def show_wanted(self, asked: Wanted, choices: Choices, mode: LayoutMode) -> None:
        """Show what is asked for."""
        self._asked, self._choices, self._mode = asked, choices, mode
        for name, tab in self.tabs.items():
            tab.setChecked(name == asked.view)
        self.view_list.show_value(asked.view)
        self._fill_filters()

    def show_counts(self, counts: Mapping[str, int], found: int) -> None:
        """Say how many findings each view has, and how many are listed now."""
        for view in VIEWS:
            words = f"{view.words} {counts[view.name]}"
            self.tabs[view.name].setText(words)
            self.tabs[view.name].setAccessibleName(words)
        self.view_list.offer([(v.name, f"{v.words} {counts[v.name]}") for v in VIEWS], self._asked.view)
        self.count.setText(tr("{n} found", n=found))
        self.count.setVisible(bool(self._asked.filters))

    def choose_view(self, name: str) -> None:
        """Go to a saved view; the filters stay."""
        if name != self._asked.view:
            self._ask(replace(self._asked, view=name))
        self.tabs[name].setChecked(True)

    def clear_filters(self) -> None:
        """The view alone."""
        self._ask(self._asked.without_filters())

    def _ask(self, asked: Wanted) -> None:
        self.wanted.emit(asked)

    def _tab_row(self) -> QWidget:
        group = QButtonGroup(self)
        for number, view in enumerate(VIEWS, 1):
            tab = button(view.words, "tab", partial(self.choose_view, view.name), keys=str(number))
            tab.setCheckable(True)
            group.addButton(tab)
            self.tabs[view.name] = tab
        row = Flow(gap=0, one_line=True)
        for tab in self.tabs.values():
            row.addWidget(tab)
        self._tabs = QWidget()
        self._tabs.setLayout(row)
        self._tabs.setContentsMargins(current().gap(12), 0, current().gap(12), 0)
        return self._tabs

    def _fill_filters(self) -> None:
        """The lists and chips anew: they are few, and their words follow what was chosen."""
        narrow = self._mode is LayoutMode.ONE
        self._tabs.setVisible(not narrow)
        self._line.setVisible(not narrow)
        for kept in (self.view_list, self.count, self.more, self.clear):
            kept.setParent(self)
            kept.hide()
        empty(self._filters)
        number = self._asked.filters
        self.more.setText(" " + (tr("Filter {n}", n=number) if number else tr("Filter")))
        self.more.setChecked(self._opened)
        lists = self._make_lists() if not narrow or self._opened else ()
        shown: list[QWidget] = [*((self.view_list, self.more) if narrow else ()), *lists, *self._chips()]
        self.view_list.setVisible(narrow)
        self.more.setVisible(narrow)
        if number:
            shown += [self.clear, self.count]
            self.clear.show()
            self.count.show()
        row = flowing(*shown)
        self._filters.addWidget(sheet(down(row, gap=0, margins=(16, 8, 16, 8)), "clear"))

    def _open_filters(self) -> None:
        self._opened = not self._opened
        self._fill_filters()

    def _make_lists(self) -> tuple[Combo, ...]:
        c = self._choices
        found, due = offered(found_periods(self._today)), offered(due_periods(self._today))
        units = SearchCombo(tr("Name, pinyin or initials"), self._spell, compact=True)
        self.lists = {
            "units": self._list(tr("Responsible unit"), c.units, partial(self._add, "units"), units),
            "streets": self._list(tr("Street"), c.streets, partial(self._add, "streets")),
            "kinds": self._list(tr("Kind of site"), c.kinds, partial(self._add, "kinds")),
            "sources": self._list(tr("Source"), _sources(), partial(self._add, "sources")),
            "found": self._list(tr("Found on"), found, self._choose_found),
            "due": self._list(tr("Deadline"), due, self._choose_due),
        }
        return tuple(self.lists.values())

    def _list(
        self, title: str, values: Mapping[str, str], choose: Callable[[str], object], made: Combo | None = None
    ) -> Combo:
        made = made or Combo(compact=True)
        made.offer([("", title), *values.items()])
        made.setAccessibleName(title)
        made.view().setMinimumWidth(made.sizeHint().width())
        made.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
        made.setMinimumContentsLength(len(title) + (0 if title.isascii() else len(title)))
        made.chosen.connect(lambda value: choose(value) if value else None, Qt.ConnectionType.QueuedConnection)
        return made

    def _add(self, name: str, value: str) -> None:
        self._ask(self._asked.with_values(name, (*self._asked.values(name), value)))

    def _choose_found(self, value: str) -> None:
        if value == OWN:
            asked = (self._asked.since, self._asked.until)
            DaysDialog(self, tr("Found on"), asked, self._today, self._found_between).open()
        else:
            self._found_between(found_periods(self._today)[value][1])

    def _choose_due(self, value: str) -> None:
        if value == OWN:
            asked = (self._asked.due_since, self._asked.due_until)
            DaysDialog(self, tr("Deadline"), asked, self._today, self._due_between).open()
        else:
            self._due_between(due_periods(self._today)[value][1])

    def _found_between(self, period: Period) -> None:
        self._ask(replace(self._asked, since=period[0], until=period[1]))

    def _due_between(self, period: Period) -> None:
        self._ask(replace(self._asked, due_since=period[0], due_until=period[1]))

    def _known(self) -> tuple[tuple[str, Mapping[str, str]], ...]:
        names = self._choices
        return (("units", names.units), ("streets", names.streets), ("kinds", names.kinds), ("sources", _sources()))

    def _chips(self) -> list[QPushButton]:
        asked, names = self._asked, self._choices
        chips = [
            filter_chip(known.get(value, value), partial(self._ask, _without(asked, name, value)))
            for name, known in self._known()
            for value in asked.values(name)
        ]
        if days := period_words((asked.since, asked.until), self._today):
            chips.append(filter_chip(tr("Found {days}", days=days), partial(self._found_between, (None, None))))
        if days := period_words((asked.due_since, asked.due_until), self._today):
            chips.append(filter_chip(tr("Due {days}", days=days), partial(self._due_between, (None, None))))
        issued = (asked.issued_since, asked.issued_until)
        if days := period_words(issued, self._today):
            without = replace(asked, issued_since=None, issued_until=None)
            chips.append(filter_chip(tr("Dispatched {days}", days=days), partial(self._ask, without)))
        if asked.counted:
            counted = count_words(asked.counted, lang())
            chips.append(filter_chip(counted, partial(self._ask, replace(asked, counted=""))))
        if asked.item:
            chips.append(filter_chip(asked.item, partial(self._ask, replace(asked, item=""))))
        if asked.site:
            chips.append(filter_chip(names.site, partial(self._ask, replace(asked, site=""))))
        if asked.dispatch:
            chips.append(filter_chip(names.dispatch, partial(self._ask, replace(asked, dispatch=""))))
        if asked.text:
            chips.append(filter_chip(_quoted(asked.text), partial(self._ask, replace(asked, text=""))))
        return chips


def _without(asked: Wanted, name: str, value: str) -> Wanted:
    return asked.with_values(name, (v for v in asked.values(name) if v != value))


def _quoted(text: str) -> str:
    return tr("“{text}”", text=text if len(text) <= 12 else f"{text[:12]}…")


def _sources() -> dict[str, str]:
    return {str(source): source_words(source) for source in Source}
