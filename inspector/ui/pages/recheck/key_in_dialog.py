"""补录: results from the sheet, one line a finding: number, answer, note, Enter."""

import re
from collections.abc import Callable

from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.domain.rechecks import RecheckResult
from inspector.ui.dialogs.modal import Modal
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling
from inspector.ui.widgets.buttons import filled, outlined
from inspector.ui.widgets.form import FormRow
from inspector.ui.widgets.labels import wrapping

_LINE = re.compile(r"\s*(?P<number>[A-Za-z]*-?\d+)[\s,，.、]+(?P<answer>[123１２３])(?:[\s,，.、]+(?P<note>.*))?\s*")
_ANSWERS = {"1": RecheckResult.PASSED, "2": RecheckResult.FAILED, "3": RecheckResult.UNSEEN}

KeyIn = Callable[[str, RecheckResult, str, str], None]


def read_line(text: str) -> tuple[str, RecheckResult, str] | None:
    """Number, answer and note of what was typed ("7 2 仍有残留"), None when it is none."""
    found = _LINE.fullmatch(text)
    if found is None:
        return None
    answer = str(int(found["answer"]))  # full-width digits are digits too
    return found["number"], _ANSWERS[answer], (found["note"] or "").strip()


class KeyInDialog(Modal):
    """`key_in(number, result, note, by)` writes one line; the page answers with `took` or `refused`."""

    def __init__(self, parent: QWidget, by: str, key_in: KeyIn) -> None:
        super().__init__(parent, tr("Key in results"))
        self._key_in = key_in
        self.by = QLineEdit(by)
        self.by.setAccessibleName(tr("Who looked"))
        self.line = QLineEdit()
        self.line.setAccessibleName(tr("Number, answer, note"))
        self.line.setPlaceholderText(tr("7 2 some left"))
        self.problem = wrapping("", "sm", "fail")
        self.problem.hide()
        self.taken = down(STRETCH, gap=4)
        self.area = scrolling(self.taken)
        self.area.setFixedHeight(current().px(160))
        self.leave = outlined(tr("Done with it"), self.accept, keys="Esc")
        self.take = filled(tr("Note it"), self.finish, keys="Enter")
        self.leave.setAutoDefault(False)
        self.take.setAutoDefault(False)
        self.line.returnPressed.connect(self.finish)

        words = tr("One line a finding: number on the sheet, answer (1 put right, 2 not, 3 cannot be seen), note.")
        asked = (wrapping(tr("Key in results"), "lg", bold=True), wrapping(words, "base", "text2"))
        rows = (FormRow(tr("Who looked"), self.by), FormRow(tr("Line"), self.line))
        self.fill(
            down(*asked, *rows, self.problem, Grow(self.area), gap=10), across(Grow(QWidget()), self.leave, self.take)
        )
        self.line.setFocus()

    def finish(self) -> None:
        """Take the typed line in."""
        read = read_line(self.line.text())
        if read is None:
            self.refused(tr("Write a number, a blank, then 1, 2 or 3: 7 2 some left"))
            return
        number, result, note = read
        self._key_in(number, result, note, self.by.text().strip())

    def took(self, words: str) -> None:
        """It is written: say so above the others, ready for the next."""
        self.problem.hide()
        self.taken.insertWidget(0, wrapping(words, "sm"))
        self.line.clear()
        self.line.setFocus()

    def refused(self, words: str) -> None:
        """It was not written, and why; what was typed stays."""
        self.problem.setText(words)
        self.problem.show()
        self.line.setFocus()
        self.line.selectAll()
