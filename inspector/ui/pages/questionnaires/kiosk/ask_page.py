"""One question filling the screen."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QSizePolicy, QWidget

from inspector.domain.questionnaires.answers import Problem
from inspector.ui.pages.questionnaires.answer_pad import AnswerPad
from inspector.ui.pages.questionnaires.kiosk.parts import EDGE, KioskDeeds, big_button
from inspector.ui.pages.questionnaires.option_button import BigText
from inspector.ui.pages.questionnaires.photo_answer import AnswerPhotos
from inspector.ui.pages.questionnaires.repeat_deeds import RepeatDeeds
from inspector.ui.pages.questionnaires.roles import apart_of
from inspector.ui.pages.questionnaires.titles import title_in
from inspector.ui.pages.questionnaires.walk import Walk
from inspector.ui.pages.questionnaires.words import how_words, problem_words
from inspector.ui.theme.current import current
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling, sheet
from inspector.ui.widgets.buttons import icon_button, quiet
from inspector.ui.widgets.labels import ElidingLabel, label
from inspector.ui.widgets.stacked_bar import StackedBar

_NARROW = 1.5
_CALM = 1.5  # at twice the size the question is large enough without being twice as large again


class AskPage(QWidget):
    """Shows where the walk stands; a change of question is made in place."""

    def __init__(self, kiosk: KioskDeeds, walk: Walk, photos: AnswerPhotos) -> None:
        super().__init__()
        self._kiosk, self._walk = kiosk, walk
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        form = walk.asking.ready.compiled.form
        self._form = form
        self.number, self.of = label("", "lg", bold=True), label("", "base", "text2")
        self.bar = StackedBar(tr("How far you are"), 10)
        self.bar.setFixedWidth(current().px(160))
        larger = quiet(tr("Make it larger"), kiosk.larger, icon="a-large-small")
        leave = icon_button("lock", tr("For the staff"), kiosk.ask_pin)
        narrow = current().scale >= _NARROW
        title = ElidingLabel(title_in(form, walk.run.language), "md", bold=True)
        self.heading = label("", "sm", "text2")
        middle = () if narrow else (larger,)
        head = sheet(
            across(Grow(title), *middle, self.number, self.of, self.bar, leave, gap=12, margins=(EDGE, 8, 24, 8)),
            "head",
        )
        self.question, self.how, self.problem = (
            BigText("ask", bold=True), BigText("lg", "text2"), BigText("lg", "fail", bold=True),
        )  # fmt: skip
        self.pad = AnswerPad(photos, large=True)
        self.turns = RepeatDeeds(self._one_more, self._drop_turn, self._bring_back)
        body = down(
            self.heading, self.question, self.how, self.problem, 8, self.pad, self.turns, STRETCH,
            gap=12, margins=(EDGE, 32, EDGE, 16),
        )  # fmt: skip
        self.area = scrolling(body)
        self.back = big_button(tr("Previous question"), self.go_back, icon="arrow-left")
        self.stop = quiet(tr("Stop"), kiosk.ask_stop)
        self.next = big_button(tr("Next question"), self.go_on, icon="arrow-right", next_step=True)
        hint = ElidingLabel(tr("Choose, then press Next or Enter; you may stop at any time"), "base", "text2")
        hint.setAlignment(Qt.AlignmentFlag.AlignCenter)
        foot = sheet(
            across(
                self.back, self.stop, STRETCH if narrow else Grow(hint), self.next, gap=12, margins=(EDGE, 12, EDGE, 12)
            ),
            "foot",
        )
        foot.setSizePolicy(QSizePolicy.Policy.Preferred, QSizePolicy.Policy.Fixed)
        self.setLayout(down(head, Grow(self.area), foot, gap=0))
        self.pad.answered.connect(self._answer)
        self.show_here()

    def show_here(self) -> None:
        """The question the walk stands at."""
        here = self._walk.question
        if here is None:
            self._kiosk.finish()
            return
        zoom = self._kiosk.zoom / (_CALM if current().scale >= _NARROW else 1.0)
        self.heading.setText(" · ".join(here.heading))
        self.heading.setVisible(bool(here.heading))
        self.question.say(here.label, zoom)
        self.how.say(how_words(here))
        self.problem.say("")
        self.pad.ask(here, apart_of(self._form, here), zoom)
        self.turns.follow(self._walk)
        asked = self._walk.run.is_asked(here.spot)
        self.number.setText(tr("Question {n}", n=self._walk.number) if asked else "")
        self.of.setText(tr("of {n}", n=self._walk.of))
        self.bar.show_parts(((self._walk.number - (0 if self._walk.is_last else 1), "accent"),), self._walk.of)
        self.back.setEnabled(self._walk.place > 0)
        self.next.setText(f"{tr('I am done') if self._walk.is_last else tr('Next question')} ")
        self.area.verticalScrollBar().setValue(0)
        (self.pad.field or self).setFocus()

    def go_on(self) -> None:
        """To the next question, or the end."""
        if self.pad.field is not None and not self._answer(self.pad.written):
            return
        if problem := self._walk.lacking():
            self._complain(problem)
        elif self._walk.forward():
            self.show_here()
        else:
            self._kiosk.finish()

    def go_back(self) -> None:
        """To the question before; what stands in a field is kept when it is an answer."""
        if self.pad.field is not None:
            self._walk.answer(self.pad.written)
        if self._walk.back():
            self.show_here()

    def _answer(self, value: str) -> bool:
        problem = self._walk.answer(value)
        if problem:
            self._complain(problem)
        else:
            self.problem.say("")
            self.next.setText(f"{tr('I am done') if self._walk.is_last else tr('Next question')} ")
        if here := self._walk.question:
            if value in self.pad.buttons:
                self.area.ensureWidgetVisible(self.pad.buttons[value])
            self.pad.show_value(here.answer if not problem or self.pad.field is None else value)
            self.turns.follow(self._walk)
        return problem is None

    def _one_more(self) -> None:
        if self.pad.field is None or self._answer(self.pad.written):
            self._walk.one_more()
            self.show_here()

    def _drop_turn(self) -> None:
        self._walk.drop_turn()
        self.show_here()

    def _bring_back(self) -> None:
        self._walk.bring_back()
        self.show_here()

    def _complain(self, problem: Problem) -> None:
        if here := self._walk.question:
            self.problem.say(problem_words(problem, here))
            self.area.verticalScrollBar().setValue(0)
