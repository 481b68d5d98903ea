"""Another formula for a form: all its figures, of all versions and rounds, are reckoned with it from then on."""

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inspector.domain.questionnaires.figures import Formula
from inspector.domain.questionnaires.report import Report
from inspector.ui.dialogs.modal import Modal
from inspector.ui.pages.questionnaires.formula_choice import FormulaChoice
from inspector.ui.pages.questionnaires.titles import title_words
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.labels import wrapping


class FormulaDialog(Modal):
    """`act` is given the formula and whether 听说过 counts."""

    def __init__(self, parent: QWidget, report: Report, act: Callable[[Formula, bool], object]) -> None:
        super().__init__(parent, tr("How it is reckoned"), 720)
        self.choice = FormulaChoice(report.formula, heard_counts=report.heard_counts)
        leave = outlined(tr("Leave it"), self.reject, keys="Esc")
        self.take = filled(tr("Reckon like this"), self.accept)
        self.accepted.connect(lambda: act(self.choice.formula, self.choice.heard_counts))
        said = tr("The answers stay. All figures of this form change, of earlier rounds too: formulas are never mixed.")
        body = down(
            wrapping(title_words(report.title), "lg", bold=True),
            wrapping(said, "base", "text2"),
            self.choice,
            gap=12,
        )
        self.ask(body, leave, self.take)
        self.choice.formulas.setFocus()
