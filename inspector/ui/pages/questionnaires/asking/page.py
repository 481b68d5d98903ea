"""代填 and 纸质录入: all questions on one page, number keys, Enter goes on."""

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QWidget

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.responses import Mode
from inspector.services.asking import Where
from inspector.ui.context import Context
from inspector.ui.pages.questionnaires.answer_pad import AnswerPad
from inspector.ui.pages.questionnaires.asking.question_list import QuestionList
from inspector.ui.pages.questionnaires.option_button import BigText
from inspector.ui.pages.questionnaires.roles import apart_of
from inspector.ui.pages.questionnaires.walk import Walk
from inspector.ui.pages.questionnaires.words import NOTICE, how_words, mode_words, notice_words, problem_words
from inspector.ui.theme.current import current
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.translation import tr
from inspector.ui.widgets.boxes import STRETCH, Grow, across, down, scrolling, sheet
from inspector.ui.widgets.buttons import filled, outlined, quiet
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.labels import label, wrapping
from inspector.ui.widgets.page import Page, PageKey
from inspector.ui.widgets.page_head import PageHead

_PAD_WIDTH = 460


class AskingPage(Page):
    """`go("asking", code=, mode=, site=, community=, street=, interviewer=, language=, draft=)`."""

    def __init__(self, context: Context) -> None:
        super().__init__()
        self._context = context
        self._where: dict[str, str] = {}
        self._walk: Walk | None = None
        self.saved = self.refusals = 0
        self.refused = outlined(tr("Refusal"), self.refuse, icon="x", keys="R")
        self.head = PageHead("", "", self.refused, back=context.back)
        self.list = QuestionList()
        self.number = label("", "sm", "text3")
        self.question = BigText("lg", bold=True)
        self.how, self.problem = wrapping("", "sm", "text2"), wrapping("", "base", "fail", bold=True)
        self.pad = AnswerPad(large=False)
        self.more = quiet(tr("One more of these"), self._one_more, icon="plus")
        self.notice = [wrapping("", "md") for _ in range(4)]
        self.begin = filled(tr("Begin with this person"), self.start, icon="play", keys="Enter")
        self.next = filled(tr("Next question"), self.go_on, icon="arrow-down", keys="Enter")
        self.drop = quiet(tr("Forget this one"), self.forget)

        asked = down(self.number, self.question, self.how, self.problem, self.pad, self.more, STRETCH,
                     gap=8, margins=(20, 16, 20, 16))  # fmt: skip
        self._side = sheet(down(Grow(scrolling(asked)), gap=0), "right")
        read_out = label(tr("Read this out first"), "lg", bold=True)
        ready = down(read_out, *self.notice, 12, across(self.begin, STRETCH), STRETCH, gap=12, margins=(32, 28, 32, 20))
        self._ready = scrolling(ready)
        self._foot = FootBar(_hints(), self.drop, self.next)
        self._work = QWidget()
        self._work.setLayout(across(Grow(self.list), self._side, gap=0))
        self.setLayout(down(self.head, Grow(self._work), Grow(self._ready), self._foot, gap=0))
        self.list.chosen.connect(self._choose)
        self.pad.answered.connect(self._answer)
        self._lay_out()

    def open(self, **where: str) -> None:
        """Ask that form there; with `draft` go on with what was begun."""
        if where.get("draft") == self._draft and self._draft:
            return
        self._where = where
        self._walk = None
        self.saved = self.refusals = 0
        if where.get("draft"):
            self._take_up(where["draft"])
        elif self._mode is Mode.PAPER:
            self.start()
        self._show()

    def where(self) -> dict[str, str]:
        """The form, the place, and the response under way."""
        kept = {name: value for name, value in self._where.items() if name != "draft"}
        return kept | ({"draft": self._draft} if self._draft else {})

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
        )

    def regions(self) -> Sequence[QWidget]:
        """The field of the question, else the list."""
        return (self.pad.field or self.next if self._walk else self.begin, self.list)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Enter in a field goes on too; Shift+Enter breaks a line."""
        if watched is self.pad.field and event.type() == QEvent.Type.KeyPress and isinstance(event, QKeyEvent):
            held = event.modifiers() & Qt.KeyboardModifier.ShiftModifier
            if event.key() in {Qt.Key.Key_Return, Qt.Key.Key_Enter} and not held:
                self.go_on()
                return True
        return super().eventFilter(watched, event)

    # what a person does

    def start(self) -> None:
        """Begin a response: the clock runs from here."""
        given, asking = self._where, self._context.services.asking
        try:
            begun = asking.begin(
                given.get("code", ""), self._mode, given.get("interviewer", ""), self._place,
                language=given.get("language", ""), notice=NOTICE,
            )  # fmt: skip
        except (Refused, OSError) as error:
            self._context.complain(error)
            return
        self._walk = Walk(asking, begun)
        self._show()

    def press(self, number: int) -> None:
        """Choose an answer; when paper is keyed in a single choice goes on by itself."""
        here = self._walk.question if self._walk else None
        if here and self.pad.press(number) and self._mode is Mode.PAPER and here.kind is Kind.ONE:
            self.go_on()

    def go_on(self) -> None:
        """Save what is written and go to the next question; behind the last one the response ends."""
        walk = self._walk
        if walk is None:
            self.start()
            return
        if self.pad.field is not None and not self._answer(self.pad.written):
            return
        here, problem = walk.question, walk.lacking()
        if problem and here:
            self._complain(problem_words(problem, here))
        elif walk.forward():
            self._show()
        else:
            self.finish()

    def go_back(self) -> None:
        """To the question before."""
        if self._walk and self._walk.back():
            self._show()

    def finish(self) -> None:
        """End the response and make ready for the next."""
        walk = self._walk
        if walk is None:
            return
        if walk.stand_at_lacking():
            self._show()
            problem, here = walk.lacking(), walk.question
            if problem and here:
                self._complain(problem_words(problem, here))
            return
        try:
            changed = walk.finish()
        except (Refused, RefusedAll, OSError) as error:
            self._context.complain(error)
            return
        self.saved += 1
        self._context.say(tr("Saved, {n} so far", n=self.saved))
        self._walk = None
        if self._mode is Mode.PAPER:
            self.start()
        self._show()
        self._context.changed(changed)

    def refuse(self) -> None:
        """拒访: one key, counted for the interviewer; an unfinished response is forgotten."""
        services, given = self._context.services, self._where
        if self._mode is Mode.PAPER:
            return
        try:
            if self._walk:
                self._walk.drop()
            changed = services.asking.refuse(
                given.get("code", ""), self._mode, given.get("interviewer", ""), self._place
            )
        except (Refused, OSError) as error:
            self._context.complain(error)
            return
        self._walk = None
        self.refusals += 1
        self._context.say(tr("Refusal {n} noted", n=self.refusals), self._context.undo)
        self._show()
        self._context.changed(changed)

    def forget(self) -> None:
        """Stop half way: nothing is left."""
        if self._walk:
            self._walk.drop()
        self._walk = None
        if self._mode is Mode.PAPER:
            self.start()
        self._show()

    # what is shown

    @property
    def _mode(self) -> Mode:
        return Mode(self._where.get("mode", "interviewer"))

    @property
    def _place(self) -> Where:
        given = self._where
        return Where(given.get("site", ""), given.get("community", ""), given.get("street", ""))

    @property
    def _draft(self) -> str:
        return self._walk.asking.id if self._walk else ""

    def _take_up(self, draft: str) -> None:
        services = self._context.services
        try:
            asking = services.asking.resume(draft)
        except Refused as error:
            self._context.complain(error)
            return
        self._walk = Walk(services.asking, asking)
        place = asking.where
        self._where = self._where | {
            "code": asking.ready.published.code, "mode": str(asking.mode), "interviewer": asking.interviewer,
            "language": asking.run.language, "site": place.site, "community": place.community, "street": place.street,
        }  # fmt: skip

    def _choose(self, spot: Spot) -> None:
        if self._walk and (self.pad.field is None or self._answer(self.pad.written)):
            self._walk.stand(spot)
            self._show()

    def _answer(self, value: str) -> bool:
        walk = self._walk
        if walk is None or walk.question is None:
            return True
        problem = walk.answer(value)
        here = walk.question
        self._complain(problem_words(problem, here) if problem else "")
        if not problem or self.pad.field is None:
            self.pad.show_value(here.answer)
        self.list.show_walk(walk)
        self._show_facts()
        return problem is None

    def _one_more(self) -> None:
        if self._walk and (self.pad.field is None or self._answer(self.pad.written)):
            self._walk.one_more()
            self._show()

    def _complain(self, words: str) -> None:
        self.problem.setText(words)
        self.problem.setVisible(bool(words))

    def _show(self) -> None:
        self.list.show_walk(self._walk)
        here = self._walk.question if self._walk else None
        for line, words in zip(self.notice, notice_words(""), strict=True):
            line.setText(words)
        self._complain("")
        if self._walk and here:
            self.number.setText(" · ".join((tr("Question {n}", n=self._walk.number), *here.heading)))
            self.question.say(here.label)
            self.how.setText(how_words(here))
            # Paper is numbered in the order of the form: nothing stands apart when it is keyed in.
            form, is_paper = self._walk.asking.ready.compiled.form, self._mode is Mode.PAPER
            self.pad.ask(here, frozenset() if is_paper else apart_of(form, here))
            self.more.setVisible(self._walk.repeat_here() is not None)
            if self.pad.field:
                self.pad.field.installEventFilter(self)
        self._show_facts()
        self._lay_out()
        (self.pad.field or self if self._walk else self.begin).setFocus()

    def _show_facts(self) -> None:
        services, given = self._context.services, self._where
        if not given.get("code"):
            return
        title = services.questionnaires.ready(given["code"]).published.title
        far = tr("question {n} of {of}", n=self._walk.number, of=self._walk.of) if self._walk else ""
        kept = tr("{n} saved, {m} refused", n=self.saved, m=self.refusals)
        facts = (title, mode_words(self._mode), given.get("place", ""), given.get("interviewer", ""), far, kept)
        self.head.show_title(tr("Questionnaire"), " · ".join(part for part in facts if part))
        last = self._walk is not None and self._walk.is_last
        self.next.setText(f" {tr('Save this response') if last else tr('Next question')}")

    def _lay_out(self) -> None:
        busy, narrow = self._walk is not None, self.mode is LayoutMode.ONE
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._ready.setVisible(not busy)
        self._work.setVisible(busy)
        self.list.setVisible(not narrow)
        self._foot.hints.setVisible(not narrow)  # no room; the ? dialog has them
        self.next.setVisible(busy)
        self.drop.setVisible(busy)
        self.refused.setVisible(self._mode is not Mode.PAPER)
        self._side.setMinimumWidth(0 if narrow else current().px(_PAD_WIDTH))
        self._side.setMaximumWidth(16_777_215 if narrow else current().px(_PAD_WIDTH))


def _hints() -> list[tuple[str, str]]:
    return [("1-9", tr("Answer")), ("Enter", tr("Next question")), ("R", tr("Refusals"))]
