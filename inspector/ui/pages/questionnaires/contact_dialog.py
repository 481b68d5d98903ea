"""愿意回访, taken down by an interviewer: only with a yes, apart from the answers."""

from PySide6.QtWidgets import QCheckBox, QLineEdit, QWidget

from inspector.ui.dialogs.modal import Modal
from inspector.ui.pages.questionnaires.leaving_number import Leave
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping


class ContactDialog(Modal):
    """Keeps nothing before the person's yes and age are confirmed."""

    def __init__(self, parent: QWidget, take: Leave, days: str) -> None:
        super().__init__(parent, tr("Wants to be called back"))
        self._take = take
        self.phone, self.name, self.wish = QLineEdit(), QLineEdit(), QLineEdit()
        named = ((tr("Telephone"), self.phone), (tr("Address as"), self.name), (tr("About what"), self.wish))
        for words, field in named:
            field.setMaxLength(60)
            field.setAccessibleName(words)
        rows = [FormRow(words, field) for words, field in named]
        self.agreed = QCheckBox(tr("Says yes to being called and is 14 or older"))
        self.problem = wrapping("", "sm", "fail")
        self.problem.hide()
        kept = tr("Kept apart from the answers, in no export, erased after {n} days or when it is asked for.", n=days)
        head = wrapping(tr("Wants to be called back"), "lg", bold=True)
        self.go = filled(tr("Keep the number"), self.keep, icon="check", keys="Enter")
        leave_it = outlined(tr("Leave it"), self.reject, keys="Esc")
        body = down(head, wrapping(kept, "base", "text2"), *rows, self.agreed, self.problem, gap=10)
        self.ask(body, leave_it, self.go)
        self.phone.setFocus()

    def keep(self) -> None:
        """Keep it, or say what is missing."""
        if self.agreed.isChecked():
            problem = self._take(self.name.text(), self.phone.text(), self.wish.text())
        else:
            problem = tr("Ask first: without a yes, and under 14, no number is kept")
        if problem:
            self.problem.setText(problem)
            self.problem.show()
            self.take_height()
        else:
            self.accept()
