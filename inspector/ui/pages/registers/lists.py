"""The tables of all registers: which is shown, what each is asked for, and the rows that fit."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QStackedWidget

from inspector.services.register_overview import Overview
from inspector.ui.pages.registers.filters import Listed, listed
from inspector.ui.pages.registers.listing import Cells, Listing
from inspector.ui.pages.registers.tables import Register
from inspector.ui.widgets.paged_model import PagedModel


class Lists(QStackedWidget):
    """`chosen` tells the current row, `opened` a click or Enter, `ticked` the boxes; `asked_anew` that other rows are
    wanted, `clear_wanted` that nothing shall be left out. A table is made when its register is first shown.
    """

    chosen = Signal(str)
    opened = Signal(str)
    ticked = Signal()
    asked_anew = Signal()
    clear_wanted = Signal()

    def __init__(self, registers: Sequence[Register]) -> None:
        super().__init__()
        self.registers = {each.name: each for each in registers}
        self.overview: Overview | None = None
        self.register = registers[0]
        self._asked = dict.fromkeys(self.registers, Listed())
        self._made: dict[str, Listing] = {}

    @property
    def listing(self) -> Listing:
        """The table of the register that is shown."""
        if (made := self._made.get(self.register.name)) is None:
            made = self._made[self.register.name] = self._make(self.register)
            self.addWidget(made)
        return made

    @property
    def model(self) -> PagedModel[Cells]:
        """The rows of the register that is shown."""
        return self.listing.model

    @property
    def asked(self) -> Listed:
        """What this register is asked for."""
        return self._asked[self.register.name]

    @property
    def ticked_ids(self) -> tuple[str, ...]:
        """The ticked rows in their order."""
        return tuple(each for each in self.model.ids if each in self.model.ticked)

    def use(self, register: str) -> None:
        """Show another register from now on."""
        self.register = self.registers[register]

    def ask(self, **wanted: Any) -> None:
        """List something else of this register."""
        self._asked[self.register.name] = replace(self.asked, **wanted)
        self.asked_anew.emit()

    def clear(self) -> None:
        """The whole register."""
        self._asked[self.register.name] = Listed()
        self.asked_anew.emit()

    def narrow(self, name: str, value: str) -> None:
        """List only what has this value; "" is all again."""
        self.ask(chosen={**self.asked.chosen, name: value})

    def record(self, entity: str) -> Any:
        """A record of this register, also from the trash; None for none."""
        if self.overview is None:
            return None
        cls = self.register.cls
        return self.overview.records[cls].get(entity) or self.overview.trash[cls].get(entity)

    def show_rows(self, overview: Overview, keep: str) -> tuple[str, ...]:
        """List what is asked for, the row `keep` staying current where it is listed; returns the ids."""
        ids = listed(overview, self.register, self.asked)
        self.setCurrentWidget(self.listing)
        self.listing.show_ids(ids, keep)
        self.listing.show_order(self.asked.column, descending=self.asked.descending)
        return ids

    def _make(self, register: Register) -> Listing:
        made = Listing(register, lambda entity: self._cells(register, entity))
        made.chosen.connect(self.chosen)
        made.opened.connect(self.opened)
        made.ticked.connect(self.ticked)
        made.clear_wanted.connect(self.clear_wanted)
        made.sort_wanted.connect(self._sort)
        return made

    def _cells(self, register: Register, entity: str) -> Cells | None:
        overview = self.overview
        if overview is None:
            return None
        record = overview.records[register.cls].get(entity) or overview.trash[register.cls].get(entity)
        return tuple(column.cell(overview, entity, record) for column in register.columns) if record else None

    def _sort(self, column: int) -> None:
        asked = self.asked
        self.ask(column=column, descending=asked.column == column and not asked.descending)
