"""The question the walk stands at, beside the list of all: its words, its answer, what is wrong with it."""

from PySide6.QtWidgets import QWidget

from inspector.domain.questionnaires.pages import Question
from inspector.domain.questionnaires.responses import Mode
from inspector.ui.pages.questionnaires.answer_pad import AnswerPad
from inspector.ui.pages.questionnaires.option_button import BigText
from inspector.ui.pages.questionnaires.photo_answer import AnswerPhotos
from inspector.ui.pages.questionnaires.repeat_deeds import RepeatDeeds
from inspector.ui.pages.questionnaires.roles import apart_of
from inspector.ui.pages.questionnaires.walk import Walk
from inspector.ui.pages.questionnaires.words import how_words
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, down, scrolling, sheet
from inspector.ui.widgets.labels import label, wrapping


class QuestionSide(QWidget):
    """`pad` takes the answer, `turns` grows and shrinks a repeat."""

    def __init__(self, photos: AnswerPhotos, turns: RepeatDeeds) -> None:
        super().__init__()
        self.number = label("", "sm", "text3")
        self.question = BigText("lg", bold=True)
        self.how, self.problem = wrapping("", "sm", "text2"), wrapping("", "base", "fail", bold=True)
        self.pad, self.turns = AnswerPad(photos, large=False), turns
        asked = down(self.number, self.question, self.how, self.problem, self.pad, self.turns, STRETCH,
                     gap=8, margins=(20, 16, 20, 16))  # fmt: skip
        self.setLayout(down(sheet(down(Grow(scrolling(asked)), gap=0), "right"), gap=0))

    def show_question(self, walk: Walk, here: Question, mode: Mode) -> None:
        """Ask the question the walk stands at."""
        self.number.setText(" · ".join((tr("Question {n}", n=walk.number), *here.heading)))
        self.question.say(here.label)
        self.how.setText(how_words(here))
        # Paper is numbered in the order of the form: nothing stands apart when it is keyed in.
        apart = frozenset[str]() if mode is Mode.PAPER else apart_of(walk.asking.ready.compiled.form, here)
        self.pad.ask(here, apart)
        self.turns.follow(walk)

    def complain(self, words: str) -> None:
        """Say what is wrong with the answer; "" takes it back."""
        self.problem.setText(words)
        self.problem.setVisible(bool(words))
