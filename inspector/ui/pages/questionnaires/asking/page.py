"""代填 and 纸质录入: all questions on one page, number keys, Enter goes on."""

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeVar

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.responses import Mode
from inspector.domain.stored import Changed
from inspector.services.retention import CONTACT_DAYS
from inspector.ui.context import Context
from inspector.ui.pages.questionnaires.asking.between import BetweenPersons
from inspector.ui.pages.questionnaires.asking.foot import AskingFoot
from inspector.ui.pages.questionnaires.asking.interview import Interview
from inspector.ui.pages.questionnaires.asking.question_list import QuestionList
from inspector.ui.pages.questionnaires.asking.question_side import QuestionSide
from inspector.ui.pages.questionnaires.contact_dialog import ContactDialog
from inspector.ui.pages.questionnaires.leaving_number import number_taker
from inspector.ui.pages.questionnaires.notice import notice, wants_callbacks
from inspector.ui.pages.questionnaires.photo_answer import AnswerPhotos
from inspector.ui.pages.questionnaires.repeat_deeds import RepeatDeeds
from inspector.ui.pages.questionnaires.titles import title_words
from inspector.ui.pages.questionnaires.walk import Walk
from inspector.ui.pages.questionnaires.words import mode_words, problem_words
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import Grow, across, down
from inspector.ui.widgets.buttons import filled, outlined, quiet
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead

T = TypeVar("T")
_PAD_WIDTH = 460


class AskingPage(Page):
    """`go("asking", code=, mode=, site=, community=, street=, interviewer=, language=, draft=)`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self.interview = Interview(context.services, {})
        self.refused = outlined(tr("Refusal"), self.refuse, icon="x", keys="R")
        self.callback = outlined(tr("Call back"), self.ask_contact, keys="C")
        self.head = PageHead("", "", self.callback, self.refused, back=context.back)
        self.list = QuestionList()
        photos = AnswerPhotos(context.services.asking, context.jobs, lambda: self._walk.asking if self._walk else None)
        self.side = QuestionSide(photos, RepeatDeeds(self._one_more, self._drop_turn, self._bring_back))
        self._pad = self.side.pad
        self.between = BetweenPersons()
        self.begin = filled(tr("Begin with this person"), self.start, icon="play", keys="Enter")
        self.next = filled(tr("Next question"), self.go_on, icon="arrow-down", keys="Enter")
        self.drop = quiet(tr("Forget this one"), self.forget)

        self.foot = AskingFoot(self.begin, self.next, self.drop)
        self._work = QWidget()
        self._work.setLayout(across(Grow(self.list), self.side, gap=0))
        self.setLayout(down(self.head, Grow(self._work), Grow(self.between), self.foot, gap=0))

        self.list.chosen.connect(self._choose)
        self._pad.answered.connect(self._answer)
        self._lay_out()

    def open(self, **where: str) -> None:
        """Ask that form there; with `draft` go on with what was begun."""
        draft = where.get("draft", "")
        if draft and draft == self.interview.draft:
            return
        self.interview = Interview(self._context.services, where)
        if draft:
            self._try(lambda: self.interview.take_up(draft))
        elif self.interview.mode is Mode.PAPER:
            self.start()
        self._show()

    def where(self) -> dict[str, str]:
        """The form, the place, and the response under way."""
        kept = {name: value for name, value in self.interview.given.items() if name != "draft"}
        return kept | ({"draft": self.interview.draft} if self.interview.draft else {})

    def layout_changed(self, mode: LayoutMode) -> None:
        """The list is folded away where only one column has room."""
        super().layout_changed(mode)
        self._lay_out()

    def shortcuts(self) -> Sequence[PageKey]:
        """Digits choose, Enter goes on."""
        group = tr("Questionnaire")
        digits = tuple(
            PageKey((str(n % 10),), tr("Choose answer {n}", n=n), group, partial(self.press, n)) for n in range(1, 11)
        )
        return (
            *digits,
            PageKey(("Return", "Enter"), tr("Next question"), group, self.go_on),
            PageKey(("Backspace", "Up"), tr("Previous question"), group, self.go_back),
            PageKey(("R",), tr("Refused to be asked"), group, self.refuse),
            PageKey(("C",), tr("Wants to be called back"), group, self.ask_contact),
        )

    def regions(self) -> Sequence[QWidget]:
        """The field of the question, else the list."""
        return (self._pad.field or self.next if self._walk else self.begin, self.list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field goes on too; Shift+Enter breaks a line."""
        if watched is self._pad.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
                self.go_on()
                return True
        return super().eventFilter(watched, event)

    # what a person does

    def start(self) -> None:
        """Begin with the next person."""
        self._try(self.interview.start)
        self._show()

    def press(self, number: int) -> None:
        """Choose an answer; when paper is keyed in a single choice goes on by itself."""
        here = self._walk.question if self._walk else None
        if here and self._pad.press(number) and self.interview.mode is Mode.PAPER and here.kind is Kind.ONE:
            self.go_on()

    def go_on(self) -> None:
        """Save what is written and go to the next question; behind the last one the response ends."""
        walk = self._walk
        if walk is None:
            self.start()
        elif self._kept_what_is_written():
            here, problem = walk.question, walk.lacking()
            if problem and here:
                self.side.complain(problem_words(problem, here))
            elif walk.forward():
                self._show()
            else:
                self.finish()

    def go_back(self) -> None:
        """To the question before."""
        if self._walk and self._walk.back():
            self._show()

    def finish(self) -> None:
        """End the response and make ready for the next; nothing of a child is kept."""
        walk = self._walk
        if walk is None:
            return
        if walk.too_young:
            self.interview.forget()
            self._next_person()
            self._context.say(tr("Children under 14 are not asked; nothing was kept"))
        elif walk.stand_at_lacking():
            self._show()
            problem, here = walk.lacking(), walk.question
            if problem and here:
                self.side.complain(problem_words(problem, here))
        elif changed := self._try(self.interview.finish):
            self._context.say(tr("Saved, {n} so far", n=self.interview.saved))
            self._next_person()
            self._context.changed(changed)

    def refuse(self) -> None:
        """拒访: one key, counted for the interviewer; an unfinished response is forgotten."""
        if self.interview.mode is not Mode.PAPER and (changed := self._try(self.interview.refuse)):
            self._context.say(tr("Refusal {n} noted", n=self.interview.refusals), self._take_refusal_back)
            self._show()
            self._context.changed(changed)

    def forget(self) -> None:
        """Stop half way: nothing is left, unless it was a slip and is taken back at once."""
        can_come_back = self.interview.forget()
        self._next_person()
        if can_come_back:
            self._context.say(tr("This response is forgotten"), self._take_back)

    def ask_contact(self) -> None:
        """愿意回访: take a number down, tied to no response."""
        if self.callback.isHidden():
            return

        def heard(changed: Changed) -> None:
            self._context.say(tr("The number is kept, apart from the answers"))
            self._context.changed(changed)

        taker = number_taker(self._context.services, self.interview.code, heard)
        ContactDialog(self, taker, self.interview.settings[CONTACT_DAYS]).open()

    # what is shown

    @property
    def _walk(self) -> Walk | None:
        return self.interview.walk

    def _try(self, act: Callable[[], T]) -> T | None:
        try:
            return act()
        except (Refused, RefusedAll, OSError) as error:
            self._context.complain(error)
            return None

    def _next_person(self) -> None:
        if self.interview.mode is Mode.PAPER:
            self._try(self.interview.start)
        self._show()

    def _kept_what_is_written(self) -> bool:
        return self._pad.field is None or self._answer(self._pad.written)

    def _take_refusal_back(self) -> None:
        """It was a slip: nobody refused, and what had been answered stands again."""
        self._context.undo()
        self.interview.refusals -= 1
        self._take_back()

    def _take_back(self) -> None:
        self._try(self.interview.take_back)
        self._show()

    def _choose(self, spot: Spot) -> None:
        if self._walk and self._kept_what_is_written():
            self._walk.stand(spot)
            self._show()

    def _answer(self, value: str) -> bool:
        walk = self._walk
        if walk is None or walk.question is None:
            return True
        problem = walk.answer(value)
        here = walk.question
        self.side.complain(problem_words(problem, here) if problem else "")
        if not problem or self._pad.field is None:
            self._pad.show_value(here.answer)
        self.side.turns.follow(walk)
        self.list.show_walk(walk)
        self._show_facts()
        return problem is None

    def _one_more(self) -> None:
        if self._walk and self._kept_what_is_written():
            self._walk.one_more()
            self._show()

    def _drop_turn(self) -> None:
        if self._walk:
            self._walk.drop_turn()
            self._context.say(tr("This one is taken away"), self._bring_back)
            self._show()

    def _bring_back(self) -> None:
        if self._walk:
            self._walk.bring_back()
            self._show()

    def _show(self) -> None:
        walk, settings = self._walk, self.interview.settings
        self.list.show_walk(walk)
        self.side.complain("")
        if walk and (here := walk.question):
            self.side.show_question(walk, here, self.interview.mode)
            if self._pad.field:
                self._pad.field.installEventFilter(self)
        else:
            self.between.show_notice(notice(settings).lines)
        self.callback.setVisible(wants_callbacks(settings))
        self._show_facts()
        self._lay_out()
        (self._pad.field or self if walk else self.begin).setFocus()

    def _show_facts(self) -> None:
        interview, walk = self.interview, self._walk
        far = tr("question {n} of {of}", n=walk.number, of=walk.of) if walk else ""
        kept = tr("{n} saved, {m} refused", n=interview.saved, m=interview.refusals)
        place, person = (interview.given.get(name, "") for name in ("place", "interviewer"))
        facts = (title_words(interview.title), mode_words(interview.mode), place, person, far, kept)
        self.head.show_title(tr("Questionnaire"), " · ".join(part for part in facts if part))
        last = walk is not None and walk.is_last
        self.next.setText(f" {tr('Save this response') if last else tr('Next question')}")

    def _lay_out(self) -> None:
        busy, narrow = self._walk is not None, self.mode is LayoutMode.ONE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.between.setVisible(not busy)
        self._work.setVisible(busy)
        self.list.setVisible(not narrow)
        self.foot.show_state(self.interview.mode, busy=busy, narrow=narrow)
        self.refused.setVisible(self.interview.mode is not Mode.PAPER)
        self.side.setMinimumWidth(0 if narrow else current().px(_PAD_WIDTH))
        self.side.setMaximumWidth(16_777_215 if narrow else current().px(_PAD_WIDTH))
