"""责任单位 and 配合单位 of a finding, with why; the inspector may choose others."""

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inspector.domain.findings import Finding
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.co_units import CoUnits
from inspector.ui.widgets.labels import wrapping
from inspector.ui.widgets.search_combo import SearchCombo, Spell
from inspector.ui.words.unit_reasons import reason_words

_LETTERS = 6


class AnsweringUnits(QWidget):
    """`chosen` tells (unit, co-units)."""

    chosen = Signal(str, object)

    def __init__(self, units: Sequence[tuple[str, str]], spell: Spell) -> None:
        """`units` are (id, name); `spell` tells what else they are found by."""
        super().__init__()
        self.lead = SearchCombo(tr("Name, pinyin or initials"), spell, [("", tr("Choose a unit")), *units])
        self.lead.setAccessibleName(tr("Responsible unit"))
        self._helpers = CoUnits(self, units, spell)
        self.helper = self._helpers.add
        for combo in (self.lead, self.helper):
            combo.setSizeAdjustPolicy(SearchCombo.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            combo.setMinimumContentsLength(_LETTERS)
        self.why = wrapping("", "sm", "text3")
        fields = across(Grow(self.lead, 3), Grow(self.helper, 2), gap=8)
        self.setLayout(down(fields, self._helpers.chips, self.why, gap=6))
        self.setMinimumWidth(current().px(120))
        self.lead.chosen.connect(lambda unit: self.chosen.emit(unit, self._helpers.without(unit)))
        self._helpers.changed.connect(lambda helping: self.chosen.emit(self.lead.value, helping))

    def show_finding(self, finding: Finding) -> None:
        """Show who answers for it and why."""
        self.lead.show_value(finding.unit)
        self._helpers.show_units(finding.unit, finding.co_units)
        self.why.setText(reason_words(finding.unit_reason))
        self.why.setVisible(bool(self.why.text()))
