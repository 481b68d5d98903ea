"""责任单位 and 配合单位 of a finding, with why; the inspector may choose others."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.findings import Finding
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down, empty
from inspector.ui.widgets.chips import filter_chip
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.labels import wrapping
from inspector.ui.words.unit_reasons import reason_words

_LETTERS = 6


class AnsweringUnits(QWidget):
    """`chosen` tells (unit, co-units)."""

    chosen = Signal(str, object)

    def __init__(self, units: Sequence[tuple[str, str]]) -> None:
        """`units` are (id, name)."""
        super().__init__()
        self._names = dict(units)
        self._co_units: tuple[str, ...] = ()
        self.lead = Combo([("", tr("Choose a unit")), *units])
        self.lead.setAccessibleName(tr("Responsible unit"))
        self.helper = Combo([("", tr("Add a co-unit")), *units])
        self.helper.setAccessibleName(tr("Add a co-unit"))
        for combo in (self.lead, self.helper):
            combo.setSizeAdjustPolicy(Combo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(_LETTERS)
        self.why = wrapping("", "sm", "text3")
        self._chips = down(gap=0)
        self.setLayout(down(across(Grow(self.lead, 3), Grow(self.helper, 2), gap=8), self._chips, self.why, gap=6))
        self.setMinimumWidth(current().px(120))
        self.lead.chosen.connect(lambda unit: self.chosen.emit(unit, self._without(unit)))
        self.helper.chosen.connect(self._add)

    def show_finding(self, finding: Finding) -> None:
        """Show who answers for it and why."""
        self.lead.show_value(finding.unit)
        self.helper.show_value("")
        self.why.setText(reason_words(finding.unit_reason))
        self.why.setVisible(bool(self.why.text()))
        if finding.co_units != self._co_units:
            self._co_units = finding.co_units
            self._show_helpers()

    def _show_helpers(self) -> None:
        empty(self._chips)
        if self._co_units:
            self._chips.addWidget(flowing(*(self._chip(unit) for unit in self._co_units)))

    def _chip(self, unit: str) -> QWidget:
        words = tr("With {unit}", unit=self._names.get(unit, tr("a unit that was removed")))
        return filter_chip(words, lambda: self.chosen.emit(self.lead.value, self._without(unit)))

    def _add(self, unit: str) -> None:
        if unit and unit != self.lead.value:
            self.chosen.emit(self.lead.value, (*self._without(unit), unit))
        self.helper.show_value("")

    def _without(self, unit: str) -> tuple[str, ...]:
        return tuple(each for each in self._co_units if each != unit)
