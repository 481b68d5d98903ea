"""配合单位: a list to add one from, and a chip for each that helps."""

from collections.abc import Sequence

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down, empty
from inspector.ui.widgets.chips import filter_chip
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.search_combo import SearchCombo, Spell


class CoUnits(QObject):
    """`add` and `chips` are laid out by whoever owns them; `changed` tells the ids of all that help now."""

    changed = Signal(object)

    def __init__(self, parent: QObject, units: Sequence[tuple[str, str]], spell: Spell) -> None:
        """`units` are (id, name)."""
        super().__init__(parent)
        self._names = dict(units)
        self._lead = ""
        self.helping: tuple[str, ...] = ()
        self.add = SearchCombo(tr("Name, pinyin or initials"), spell, [("", tr("Add a co-unit")), *units])
        self.add.setAccessibleName(tr("Add a co-unit"))
        self._rows = down(gap=0)
        self.chips = QWidget()
        self.chips.setLayout(self._rows)
        self.add.chosen.connect(self._take)
        self.show_units("", ())

    def show_units(self, lead: str, helping: Sequence[str]) -> None:
        """Show who helps `lead`, which never helps itself."""
        self._lead = lead
        self.add.show_value("")
        wanted = self.without(lead, helping)
        if wanted != self.helping or not wanted:
            self.helping = wanted
            empty(self._rows)
            if wanted:
                self._rows.addWidget(flowing(*(self._chip(unit) for unit in wanted)))
            self.chips.setVisible(bool(wanted))

    def without(self, unit: str, helping: Sequence[str] | None = None) -> tuple[str, ...]:
        """Those that help, but for this one."""
        return tuple(each for each in (self.helping if helping is None else helping) if each != unit)

    def _chip(self, unit: str) -> QWidget:
        words = tr("With {unit}", unit=self._names.get(unit, tr("a unit that was removed")))
        return filter_chip(words, lambda: self.changed.emit(self.without(unit)))

    def _take(self, unit: str) -> None:
        if unit and unit != self._lead:
            self.changed.emit((*self.without(unit), unit))
        self.add.show_value("")
