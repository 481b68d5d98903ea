"""自填: fills the screen, asks one question a page, and lets nobody out without the PIN."""

from collections.abc import Callable
from functools import partial

from PySide6.QtCore import QEvent, QObject, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QKeyEvent
from PySide6.QtWidgets import QApplication, QLineEdit, QPlainTextEdit, QPushButton, QStackedWidget, QWidget

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.questionnaires.age import asks_age
from inspector.domain.questionnaires.forms import Form
from inspector.domain.questionnaires.responses import Mode
from inspector.domain.stored import Changed
from inspector.services.asking import Asking, Where
from inspector.services.retention import CONTACT_DAYS
from inspector.services.services import Services
from inspector.ui import translation
from inspector.ui.error_text import said
from inspector.ui.jobs import Jobs
from inspector.ui.pages.questionnaires.kiosk.ask_page import AskPage
from inspector.ui.pages.questionnaires.kiosk.callback_page import CallbackPage
from inspector.ui.pages.questionnaires.kiosk.still_pages import NoticePage, PinPage, StopPage, ThanksPage
from inspector.ui.pages.questionnaires.leaving_number import number_taker
from inspector.ui.pages.questionnaires.notice import notice, wants_callbacks
from inspector.ui.pages.questionnaires.photo_answer import AnswerPhotos
from inspector.ui.pages.questionnaires.walk import Walk
from inspector.ui.translation import Language, tr
from inspector.ui.widgets.boxes import down
from inspector.ui.widgets.focus_ring import FocusRing

IDLE_SECONDS, THANKS_SECONDS = 180, 12
_SIGNS_OF_LIFE = {QEvent.Type.MouseButtonPress, QEvent.Type.KeyPress, QEvent.Type.TouchBegin, QEvent.Type.Wheel}


class Kiosk(QWidget):
    """`left` when the PIN was given; `changed` after each response. `fits` answers whether a PIN is the right one."""

    left = Signal()
    changed = Signal(Changed)

    def __init__(
        self, services: Services, jobs: Jobs, code: str, where: Where, fits: Callable[[str], bool], language: str = ""
    ) -> None:
        """`language` is the form's that each person finds first, "" for its own first one."""
        super().__init__(None, Qt.WindowType.Window | Qt.WindowType.FramelessWindowHint)
        self.setObjectName("page")
        self._services, self._service, self._jobs = services, services.asking, jobs
        self._code, self._where, self._fits = code, where, fits
        self._settings = services.office.settings()
        self._language = translation.language()
        self._first_language = self._form_language = language
        self._free = False
        self.count = 0
        self.walk: Walk | None = None
        self.zoom = 1.0
        self._idle = QTimer(self)
        self._idle.setSingleShot(True)
        self._idle.timeout.connect(self._nobody_there)
        self.ring = FocusRing(self)
        self.pages = QStackedWidget()
        self.setLayout(down(self.pages, gap=0))

    def begin(self, asking: Asking | None = None) -> None:
        """Fill the screen with the notice, or go on with a response that was cut off."""
        self.start_again()
        if asking is not None:
            self.walk = Walk(self._service, asking)
            self._speak(asking.run.language)
            self._show_question()
        QApplication.instance().installEventFilter(self)  # type: ignore[union-attr]  # there is one while there are windows
        self.showFullScreen()
        self.activateWindow()

    def start_again(self) -> None:
        """The notice, for the next person; nothing of the one before is left on the screen."""
        self.walk = None
        self._idle.stop()
        translation.use(self._language)
        self._speak(self._first_language)
        self._show_notice()

    def agree(self) -> None:
        """The notice was read: the first question."""
        try:
            asking = self._service.begin(
                self._code,
                Mode.SELF,
                where=self._where,
                language=self._form_language,
                notice=notice(self._settings).version,
            )
        except (Refused, RefusedAll, OSError) as error:
            self._tell(error)
            return
        self.walk = Walk(self._service, asking)
        self._show_question()

    def decline(self) -> None:
        """Somebody does not want to: counted, nothing else kept."""
        try:
            self.changed.emit(self._service.refuse(self._code, Mode.SELF, where=self._where))
        except (Refused, RefusedAll, OSError) as error:
            self._tell(error)
            return
        self._thank(tr("Nothing was noted but that you did not want to."))

    def speak(self, language: str) -> None:
        """The form and the words around it in another language."""
        self._speak(language)
        self._show_notice()

    def _speak(self, language: str) -> None:
        self._form_language = language
        name = language.casefold()
        if "(en)" in name or "english" in name:
            translation.use(Language.ENGLISH)
        elif "(zh" in name or "中文" in name:
            translation.use(Language.CHINESE)

    def ask_stop(self) -> None:
        """Somebody wants to stop: asked once where there is something to lose."""
        answered = self.walk.answered if self.walk is not None else 0
        if answered:
            self._show(StopPage(answered, self._show_question, self.stop))
        else:
            self.stop()

    def stop(self) -> None:
        """Stop half way: what was answered is forgotten."""
        if self.walk is not None:
            self.walk.drop()
        self.start_again()

    def finish(self) -> None:
        """The response becomes a record."""
        if self.walk is None:
            return
        if self.walk.too_young:
            self.walk.drop()
            self._thank(tr("We do not ask children under 14. Nothing was kept."))
            return
        if self.walk.stand_at_lacking():
            self._show_question()
            return
        try:
            changed = self.walk.finish()
        except (Refused, RefusedAll, OSError) as error:
            self._tell(error)
            return
        self.count += 1
        self.changed.emit(changed)
        if wants_callbacks(self._settings):
            self._ask_for_number(self.walk.asking.ready.compiled.form)
        else:
            self._thank(tr("Your answers are saved."))

    def larger(self) -> None:
        """字再大些, and back."""
        self.zoom = 1.0 if self.zoom > 1.0 else 1.3
        self._show_question()

    def ask_pin(self) -> None:
        """The way out."""
        self._show(PinPage(self._fits, self.leave, self._back_from_pin))

    def leave(self) -> None:
        """The PIN was right: back to the interviewer's window."""
        self._free = True
        self._idle.stop()
        if program := QApplication.instance():
            program.removeEventFilter(self)
        translation.use(self._language)
        self.left.emit()
        self.close()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Only the PIN closes it."""
        if self._free:
            super().closeEvent(event)
        else:
            event.ignore()
            self.ask_pin()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Digits choose, Enter goes on, Backspace goes back; Esc asks for the PIN."""
        page, key = self.pages.currentWidget(), event.key()
        typing = isinstance(self.focusWidget(), QLineEdit | QPlainTextEdit)
        if isinstance(page, PinPage):
            if key == Qt.Key.Key_Escape:
                self._back_from_pin()
        elif key == Qt.Key.Key_Escape:
            self.ask_pin()
        elif key in {Qt.Key.Key_Return, Qt.Key.Key_Enter}:
            if isinstance(focus := self.focusWidget(), QPushButton):  # Tab went there, and the ring is seen
                focus.click()
            elif isinstance(page, NoticePage | AskPage | StopPage | ThanksPage | CallbackPage):
                page.go_on()
        elif isinstance(page, AskPage) and not typing:
            if key == Qt.Key.Key_Backspace:
                page.go_back()
            elif Qt.Key.Key_0 <= key <= Qt.Key.Key_9:
                page.pad.press((key - Qt.Key.Key_0) or 10)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Somebody is there: a touch anywhere counts, also where a button takes it."""
        if event.type() in _SIGNS_OF_LIFE:
            self._stay_awake()
        return super().eventFilter(watched, event)

    def _stay_awake(self) -> None:
        if self.walk is not None or isinstance(self.pages.currentWidget(), CallbackPage):
            self._idle.start(IDLE_SECONDS * 1000)

    def _nobody_there(self) -> None:
        self.stop()

    def _back_from_pin(self) -> None:
        if self.walk is not None:
            self._show_question()
        else:
            self._show_notice()

    def _show_notice(self) -> None:
        form = self._services.questionnaires.ready(self._code).compiled.form
        self._show(NoticePage(self, form, notice(self._settings).lines, self._form_language))

    def _show_question(self) -> None:
        if (walk := self.walk) is not None:
            self._show(AskPage(self, walk, AnswerPhotos(self._service, self._jobs, lambda: walk.asking)))
            self._stay_awake()

    def _ask_for_number(self, form: Form) -> None:
        """愿意回访: the answers are saved already, so that nothing ties them to a number."""
        self.walk = None
        thank = partial(self._thank, tr("Your answers are saved."))
        taker = number_taker(self._services, self._code, self.changed.emit)
        self._show(CallbackPage(taker, thank, self._settings[CONTACT_DAYS], ask_age=not asks_age(form)))
        self._stay_awake()

    def _thank(self, kept: str) -> None:
        self.walk = None
        self._idle.stop()
        page = ThanksPage(self.start_again, kept)
        self._show(page)
        QTimer.singleShot(THANKS_SECONDS * 1000, page, page.go_on)

    def _tell(self, error: Exception) -> None:
        """What went wrong is for the interviewer; the person sees that it did."""
        told = said(error)
        words = "\n".join(part for part in (told.happened, told.now) if part)
        self._show(ThanksPage(self.start_again, "", problem=words))

    def _show(self, page: QWidget) -> None:
        while (old := self.pages.currentWidget()) is not None:
            self.pages.removeWidget(old)
            old.deleteLater()
        self.pages.addWidget(page)
        page.setFocus()
