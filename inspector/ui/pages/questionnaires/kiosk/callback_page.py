"""愿意回访: asked after the answers are saved and apart from them; only who says yes is asked for a number."""

from collections.abc import Callable

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLineEdit, QWidget

from inspector.ui.pages.questionnaires.kiosk.parts import EDGE, big_button, digit_pad
from inspector.ui.pages.questionnaires.leaving_number import Leave
from inspector.ui.pages.questionnaires.option_button import BigText, OptionButton
from inspector.ui.theme.current import current
from inspector.ui.translation import together, tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling, sheet
from inspector.ui.widgets.labels import wrapping

_PAD_WIDTH, _FIELD_HEIGHT, _LONGEST = 320, 52, 60
_NARROW = 1.5


class CallbackPage(QWidget):
    """First yes or no, then the number. `ask_age` where the form itself did not ask it."""

    def __init__(self, leave: Leave, done: Callable[[], object], days: str, *, ask_age: bool) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._leave, self._done = leave, done
        self.phone, self.name, self.wish = (
            _field(tr("Telephone number")),
            _field(tr("What we may call you (need not be your name)")),
            _field(tr("What it is about (you may leave it out)")),
        )
        self.old_enough = OptionButton("", tr("I am 14 or older"), large=True, zoom=0.8)
        self.old_enough.setVisible(ask_age)
        self._ask_age = ask_age
        self.problem = BigText("lg", "fail", bold=True)
        self.no = big_button(tr("No, thank you"), self.decline)
        self.yes = big_button(tr("Yes, call me back"), self.go_on, next_step=True)
        title, self.words = BigText("ask", bold=True), BigText("xl", "text2")
        self.form = self._number_form()

        title.say(tr("May we call you back?"), 0.8)
        kept = tr("Only if you want. Your number is kept apart from your answers and erased after {n} days.", n=days)
        self.words.say(together(tr("Your answers are saved."), kept))
        self.form.hide()

        body = down(title, self.words, self.form, STRETCH, gap=16, margins=(EDGE, 32, EDGE, 16))
        foot = sheet(across(self.no, STRETCH, self.yes, margins=(EDGE, 12, EDGE, 12)), "foot")
        self.setLayout(down(Grow(scrolling(body)), foot, gap=0))
        for field in (self.phone, self.name, self.wish):
            field.returnPressed.connect(self.go_on)

    def decline(self) -> None:
        """No: nothing is kept."""
        self._done()

    def go_on(self) -> None:
        """Yes: ask for the number; then keep it."""
        if self.form.isHidden():
            self.form.show()
            self.yes.setText(tr("Leave my number"))
            self.phone.setFocus()
        elif self._ask_age and not self.old_enough.isChecked():
            self.problem.say(tr("Only who is 14 or older may leave a number"))
        elif problem := self._leave(self.name.text(), self.phone.text(), self.wish.text()):
            self.problem.say(problem)
            self.phone.setFocus()
        else:
            self._done()

    def _number_form(self) -> QWidget:
        self.problem.say("")
        phone, name, wish = (
            (wrapping(field.accessibleName(), "lg"), field, 4) for field in (self.phone, self.name, self.wish)
        )
        pad = QWidget()
        pad.setLayout(down(digit_pad(self.phone, "+"), STRETCH))
        made = QWidget()
        if current().scale >= _NARROW:  # the digits stand where they are wanted: right below the number
            made.setLayout(down(*phone, self.problem, pad, *name, *wish, self.old_enough, gap=6))
        else:
            left = down(*phone, *name, *wish, self.old_enough, self.problem, STRETCH, gap=6)
            pad.setFixedWidth(current().px(_PAD_WIDTH))
            made.setLayout(across(Grow(left), pad, gap=48))
        return made


def _field(words: str) -> QLineEdit:
    made = QLineEdit()
    made.setMaxLength(_LONGEST)
    made.setAccessibleName(words)
    made.setMinimumHeight(current().px(_FIELD_HEIGHT))
    return made
