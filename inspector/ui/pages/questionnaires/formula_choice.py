"""How a form's shares are reckoned, to choose: the formula of satisfaction, and whether 听说过 is knowing."""

from PySide6.QtWidgets import QWidget

from inspector.domain.questionnaires.figures import Formula
from inspector.ui.pages.questionnaires.words import formula_name, formula_words
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.form import FormRow

_NARROWEST = 100


class FormulaChoice(QWidget):
    """Two rows of a form."""

    def __init__(self, formula: Formula = Formula.M1, *, heard_counts: bool = True) -> None:
        super().__init__()
        self.formulas = Combo([(str(f), formula_name(f)) for f in Formula], str(formula))
        self.formulas.setAccessibleName(tr("Formula"))
        self.formulas.setMinimumWidth(_NARROWEST)
        knowing = [("yes", tr("Heard of it counts as knowing")), ("no", tr("Only knowing counts"))]
        self.heard = Combo(knowing, "yes" if heard_counts else "no")
        self.heard.setAccessibleName(tr("Awareness"))
        self._row = FormRow(tr("Formula"), self.formulas)
        self.setLayout(down(self._row, FormRow(tr("Awareness"), self.heard), gap=8))
        self.formulas.chosen.connect(lambda _: self._spell_out())
        self._spell_out()

    @property
    def formula(self) -> Formula:
        """The chosen formula."""
        return Formula(self.formulas.value)

    def _spell_out(self) -> None:
        self._row.show_hint(formula_words(self.formula, heard_counts=True))

    @property
    def heard_counts(self) -> bool:
        """Whether having heard of it is knowing."""
        return self.heard.value == "yes"
