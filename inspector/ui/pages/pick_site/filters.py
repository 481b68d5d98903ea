"""What narrows the list of sites: chips for this round and for what is open, kind and street to choose."""

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from inspector.domain.site_search import SiteQuery
from inspector.domain.sites import SiteKind, Street
from inspector.services.registers import RegisterService
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import button
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.flow import flowing

_KIND_WIDTH = 180


class SiteFilters(QWidget):
    """`changed` says that another selection is wanted; choosing a chip again takes it off."""

    changed = Signal()

    def __init__(self, registers: RegisterService) -> None:
        super().__init__()
        self._registers = registers
        self.to_visit = self._chip(tr("Not in this round"))
        self.with_open = self._chip(tr("With open findings"))
        self.kind = Combo(compact=True)
        self.kind.setAccessibleName(tr("Kind"))
        self.street = Combo(compact=True)
        self.street.setAccessibleName(tr("Street"))
        self.kind.setMaximumWidth(current().px(_KIND_WIDTH))
        self.offer()
        self.setLayout(down(flowing(self.to_visit, self.with_open, self.kind, self.street), gap=0))
        for combo in (self.kind, self.street):
            combo.chosen.connect(lambda _value: self.changed.emit())

    def offer(self) -> None:
        """Offer the kinds and streets of now; what is chosen stays."""
        kinds, streets = self._registers.all(SiteKind), self._registers.all(Street)
        self.kind.offer([("", tr("All kinds")), *((k.record.code, k.record.name) for k in kinds)], self.kind.value)
        self.street.offer([("", tr("All streets")), *((s.id, s.record.name) for s in streets)], self.street.value)

    def query(self, text: str) -> SiteQuery:
        """What is asked for."""
        return SiteQuery(
            text,
            kind=self.kind.value,
            street=self.street.value,
            not_this_round=self.to_visit.isChecked(),
            with_open=self.with_open.isChecked(),
        )

    def show_query(self, asked: SiteQuery) -> None:
        """Show these choices without telling anybody."""
        self.kind.show_value(asked.kind)
        self.street.show_value(asked.street)
        self.to_visit.setChecked(asked.not_this_round)
        self.with_open.setChecked(asked.with_open)

    def show_counts(self, to_visit: int, with_open: int) -> None:
        """How many each chip would leave."""
        self.to_visit.setText(f"{tr('Not in this round')} {to_visit}")
        self.with_open.setText(f"{tr('With open findings')} {with_open}")

    def _chip(self, words: str) -> QPushButton:
        made = button(words, "chip")
        made.setCheckable(True)
        made.clicked.connect(lambda _checked=False: self.changed.emit())
        return made
