"""The kiosk's pages without a question: the privacy notice, the thanks, the way out."""

from collections.abc import Callable, Sequence
from time import monotonic

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.questionnaires.forms import Form
from inspector.ui.pages.questionnaires.kiosk.parts import EDGE, KioskDeeds, big_button, digit_pad
from inspector.ui.pages.questionnaires.option_button import BigText
from inspector.ui.pages.questionnaires.titles import title_in
from inspector.ui.pins import pin_field
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling, sheet
from inspector.ui.widgets.buttons import icon_button
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from inspector.ui.widgets.segmented import Segmented

TRIES, WAIT_SECONDS = 5, 30
_WIDTH = 760


class NoticePage(QWidget):
    """What is asked, why, and that nobody must."""

    def __init__(self, kiosk: KioskDeeds, form: Form, said: Sequence[str], language: str) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.go_on = kiosk.agree
        leave = icon_button("lock", tr("For the staff"), kiosk.ask_pin)
        named = [(each, each.rpartition("(")[0].strip() or each) for each in form.languages]
        choice = Segmented(named, language or form.languages[0])
        choice.chosen.connect(kiosk.speak)
        choice.setVisible(len(named) > 1)
        head = sheet(
            across(
                Grow(ElidingLabel(title_in(form, language or form.languages[0]), "lg", bold=True)),
                choice,
                leave,
                margins=(EDGE, 8, 24, 8),
            ),
            "head",
        )
        title = BigText("ask", bold=True)
        title.say(tr("Before you begin"), 0.8)
        lines = []
        for words in said:
            line = BigText("xl")
            line.say(words)
            lines.append(line)
        body = scrolling(down(title, 8, *lines, STRETCH, gap=14, margins=(EDGE, 32, EDGE, 16)))
        self.decline = big_button(tr("I'd rather not"), kiosk.decline)
        self.agree = big_button(tr("Begin"), kiosk.agree, icon="arrow-right", next_step=True)
        hint = ElidingLabel(tr("Begin with Enter or by touch; nobody has to"), "base", "text2")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        foot = sheet(across(self.decline, Grow(hint), self.agree, gap=12, margins=(EDGE, 12, EDGE, 12)), "foot")
        self.setLayout(down(head, Grow(body), foot, gap=0))


class StopPage(QWidget):
    """Asked before what was answered is forgotten: a slip of the hand must not cost half an hour."""

    def __init__(self, answered: int, stay: Callable[[], object], stop: Callable[[], object]) -> None:
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.go_on = stay
        title, words = BigText("ask", bold=True), BigText("xl", "text2")
        title.say(tr("Stop here?"), 0.8)
        words.say(tr("{n} questions are answered. Who stops leaves nothing behind: they are not kept.", n=answered))
        body = scrolling(down(title, 8, words, STRETCH, gap=14, margins=(EDGE, 32, EDGE, 16)))
        self.stop = big_button(tr("Stop, keep nothing"), stop)
        self.stay = big_button(tr("Go on answering"), stay, icon="arrow-right", next_step=True)
        foot = sheet(across(self.stop, STRETCH, self.stay, margins=(EDGE, 12, EDGE, 12)), "foot")
        self.setLayout(down(Grow(body), foot, gap=0))


class ThanksPage(QWidget):
    """Done: it goes back to the notice by itself."""

    def __init__(self, again: Callable[[], object], kept: str, *, problem: str = "") -> None:
        """`kept` says what became of the answers."""
        super().__init__()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._again: Callable[[], object] | None = again
        title, words = BigText("ask", bold=True), BigText("xl", "fail" if problem else "text2")
        title.say(tr("Please call the staff") if problem else tr("Thank you"))
        words.say(problem or kept)
        hint = wrapping(tr("The next person may begin."), "lg", "text2")
        ready = big_button(tr("Next person"), self.go_on, next_step=True)
        body = down(
            STRETCH, title, words, hint, 16, across(ready, STRETCH), STRETCH, gap=16, margins=(EDGE, 32, EDGE, 32)
        )
        self.setLayout(down(Grow(scrolling(body)), gap=0))

    def go_on(self) -> None:
        """The next person, once."""
        again, self._again = self._again, None
        if again:
            again()


class PinPage(QWidget):
    """The way out for the staff: a field and keys for fingers. Five wrong ones close it for half a minute."""

    wrong, closed_until = 0, 0.0  # of the program, not of the page: leaving and coming back opens nothing

    def __init__(self, fits: Callable[[str], bool], leave: Callable[[], object], back: Callable[[], object]) -> None:
        super().__init__()
        self._fits, self._leave = fits, leave
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.field = pin_field(tr("PIN"))
        self.field.returnPressed.connect(self.go_on)
        self.setFocusProxy(self.field)
        self.problem = wrapping("", "base", "fail", bold=True)
        keys = digit_pad(self.field)
        words = wrapping(tr("It opens the window of the staff. Who came to answer goes back."), "lg", "text2")
        body = down(label(tr("PIN of the staff"), "xl", bold=True), words, self.field, self.problem, STRETCH, gap=12)
        column = QWidget()
        column.setMaximumWidth(current().px(_WIDTH))
        column.setLayout(across(Grow(body, 3), Grow(keys, 2), gap=32))
        middle = scrolling(down(STRETCH, across(STRETCH, Grow(column, 100), STRETCH), STRETCH, margins=(EDGE,) * 4))
        go_back = big_button(tr("Back to the questions"), back, icon="arrow-left")
        go = big_button(tr("Open the window"), self.go_on, icon="arrow-right", next_step=True)
        foot = sheet(across(go_back, STRETCH, go, margins=(EDGE, 12, EDGE, 12)), "foot")
        self.setLayout(down(Grow(middle), foot, gap=0))

    def go_on(self) -> None:
        """Out, when it is the right one."""
        left = PinPage.closed_until - monotonic()
        if left > 0:
            self.problem.setText(tr("Too many wrong ones: wait {n} seconds", n=round(left) + 1))
        elif self._fits(self.field.text()):
            PinPage.wrong = 0
            self._leave()
            return
        else:
            PinPage.wrong += 1
            if PinPage.wrong % TRIES == 0:
                PinPage.closed_until = monotonic() + WAIT_SECONDS
            self.problem.setText(tr("This is not the PIN"))
        self.field.clear()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Enter is for the field alone: the window must not hear it twice."""
        if event.key() not in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            super().keyPressEvent(event)
