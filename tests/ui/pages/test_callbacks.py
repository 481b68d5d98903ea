"""愿意回访 and who may be asked, in the window: the kiosk, the interviewer, the office's list behind its PIN."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.domain.questionnaires.responses import Mode
from inspector.services.questionnaire_reports import Wanted
from inspector.ui import translation
from inspector.ui.dialogs.erase_dialog import EraseDialog
from inspector.ui.pages.questionnaires.contact_dialog import ContactDialog
from inspector.ui.pages.questionnaires.kiosk.ask_page import AskPage
from inspector.ui.pages.questionnaires.kiosk.callback_page import CallbackPage
from inspector.ui.pages.questionnaires.kiosk.still_pages import PinPage, ThanksPage
from inspector.ui.pages.questionnaires.kiosk.window import Kiosk
from inspector.ui.pages.questionnaires.notice import SHIPPED, notice
from inspector.ui.theme.apply import Look
from inspector.ui.translation import Language
from tests.ui.fit import filled_buttons, looks, misfits
from tests.ui.pages.surveying import MARKET, Surveyor, kiosk_of

Key = Qt.Key
OFFICE_PIN = "271828"


def fill_in(kiosk: Kiosk, first: int = 2) -> None:
    kiosk.agree()
    number = first
    while kiosk.walk is not None:
        page = kiosk.pages.currentWidget()
        assert isinstance(page, AskPage)
        page.pad.press(number)
        page.go_on()
        number = 2


def test_who_says_yes_at_the_kiosk_leaves_a_number_by_touch_and_nothing_ties_it_to_the_answers(
    surveyor: Surveyor,
) -> None:
    kiosk = kiosk_of(surveyor)
    fill_in(kiosk)
    page = kiosk.pages.currentWidget()
    assert isinstance(page, CallbackPage)
    assert page.form.isHidden()
    assert page.old_enough.isHidden()  # the form asked the age
    page.yes.click()
    for digit in "0476":
        next(key for key in page.findChildren(type(page.yes)) if key.text() == digit).click()
    page.yes.click()
    assert "电话" in page.problem.words
    assert surveyor.town.services.callbacks.all() == ()
    page.phone.setText("0476-8230000")
    page.wish.setText("路灯")
    page.yes.click()
    assert isinstance(kiosk.pages.currentWidget(), ThanksPage)
    (known,) = surveyor.town.services.callbacks.all()
    assert (known.phone, known.wish, known.form) == ("0476-8230000", "路灯", MARKET)
    assert surveyor.responses(MARKET) == 1


def test_an_office_that_does_not_call_back_does_not_ask(surveyor: Surveyor) -> None:
    surveyor.town.services.office.decide("survey.callback", "no")
    kiosk = kiosk_of(surveyor)
    fill_in(kiosk)
    assert isinstance(kiosk.pages.currentWidget(), ThanksPage)
    surveyor.go("asking", code=MARKET, mode="interviewer")
    assert surveyor.asking.callback.isHidden()


def test_where_no_form_asked_the_age_the_page_asks_it_before_it_takes_a_number(qtbot: QtBot, look: Look) -> None:
    kept: list[tuple[str, str, str]] = []
    ended: list[int] = []

    def leave(name: str, phone: str, wish: str) -> str:
        kept.append((name, phone, wish))
        return ""

    page = CallbackPage(leave, lambda: ended.append(1), "90", ask_age=True)
    qtbot.addWidget(page)
    page.show()
    page.go_on()
    page.phone.setText("13900001234")
    page.go_on()
    assert (kept, ended) == ([], [])
    page.old_enough.click()
    page.go_on()
    assert (kept, ended) == ([("", "13900001234", "")], [1])


@pytest.mark.parametrize("mode", [Mode.SELF, Mode.INTERVIEWER])
def test_nothing_of_a_child_under_14_is_kept(surveyor: Surveyor, mode: Mode) -> None:
    if mode is Mode.SELF:
        kiosk = kiosk_of(surveyor)
        fill_in(kiosk, first=1)
        assert isinstance(kiosk.pages.currentWidget(), ThanksPage)
    else:
        surveyor.go("asking", code=MARKET, mode=str(mode))
        for key in (Key.Key_Return, Key.Key_1, Key.Key_Return, Key.Key_Return):
            surveyor.press(key)
        assert surveyor.asking.interview.walk is None
    services = surveyor.town.services
    assert surveyor.responses(MARKET) == 0
    assert services.asking.unfinished() == ()
    assert services.questionnaire_reports.results(Wanted(MARKET)).report.returns.refusals == 0


def test_no_key_leads_from_the_kiosk_to_the_interviewers_window(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor)
    kiosk.agree()
    control, alt = Qt.KeyboardModifier.ControlModifier, Qt.KeyboardModifier.AltModifier
    none = Qt.KeyboardModifier.NoModifier
    letters = [(key, control) for key in (Key.Key_Q, Key.Key_W, Key.Key_K, Key.Key_1, Key.Key_Z, Key.Key_Tab)]
    for key, held in (
        *letters, (Key.Key_F4, alt), (Key.Key_Left, alt), (Key.Key_F1, none), (Key.Key_F2, none), (Key.Key_F6, none),
        (Key.Key_F11, none), (Key.Key_Question, none), (Key.Key_Escape, none),
    ):  # fmt: skip
        QTest.keyClick(kiosk.focusWidget(), key, held)
        QApplication.processEvents()
        assert surveyor.window.isHidden()
        assert kiosk.isVisible()
    assert isinstance(kiosk.pages.currentWidget(), PinPage)
    kiosk.close()
    assert kiosk.isVisible()
    assert surveyor.window.isHidden()


def test_a_touch_anywhere_keeps_the_kiosk_from_forgetting_who_is_still_there(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor)
    kiosk.agree()
    kiosk._idle.start(10_000)
    page = kiosk.pages.currentWidget()
    assert isinstance(page, AskPage)
    QTest.mouseClick(next(iter(page.pad.buttons.values())), Qt.MouseButton.LeftButton)
    assert kiosk._idle.remainingTime() > 10_000


def test_an_interviewer_keeps_a_number_only_after_a_yes(surveyor: Surveyor) -> None:
    surveyor.go("asking", code=MARKET, mode="interviewer", interviewer="王敏")
    surveyor.press(Key.Key_C)
    dialog = surveyor.window.findChild(ContactDialog)
    assert dialog is not None
    dialog.phone.setText("13900001234")
    dialog.keep()
    assert surveyor.town.services.callbacks.all() == ()
    assert not dialog.problem.isHidden()
    dialog.agreed.click()
    dialog.keep()
    assert [one.phone for one in surveyor.town.services.callbacks.all()] == ["13900001234"]


def test_the_office_marks_and_erases_by_keys_behind_its_pin(surveyor: Surveyor) -> None:
    services = surveyor.town.services
    for phone in ("13900000001", "13900000002"):
        services.callbacks.leave(MARKET, "", phone)
    services.complaints.set_pin(OFFICE_PIN)
    surveyor.forms.panel.callbacks.click()
    surveyor.settle()
    page = surveyor.callbacks
    assert page.list.rows == {}
    assert page._foot.hints.isHidden()  # keys of a list nobody sees yet
    for pin in ("000000", OFFICE_PIN):
        page.lock.pin.setText(pin)
        surveyor.press(Key.Key_Return)
        surveyor.settle()
    assert page.is_open
    assert len(page.list.rows) == 2
    assert page._foot.hints.isVisible()
    surveyor.press(Key.Key_Return)
    surveyor.settle()
    assert [one.called_on is not None for one in services.callbacks.all()] == [True, False]
    surveyor.press(Key.Key_Delete)
    dialog = surveyor.window.findChild(EraseDialog)
    assert dialog is not None
    dialog.go.click()
    surveyor.settle()
    assert len(services.callbacks.all()) == 1
    surveyor.go("questionnaires")
    surveyor.go("callbacks")
    assert not surveyor.callbacks.is_open


def test_what_is_past_its_time_is_counted_and_erased_after_one_question(surveyor: Surveyor) -> None:
    services = surveyor.town.services
    services.callbacks.leave(MARKET, "", "13900000001")
    services.office.decide("survey.contact_kept_days", "1")
    surveyor.go("callbacks")
    assert surveyor.callbacks.purge.isHidden()
    surveyor.town.clock.now = surveyor.town.clock.now.replace(month=12)
    surveyor.callbacks.open()
    surveyor.settle()
    assert "1" in surveyor.callbacks.past.text()
    surveyor.callbacks.purge.click()
    dialog = surveyor.window.findChild(EraseDialog)
    assert dialog is not None
    dialog.go.click()
    surveyor.settle()
    assert services.callbacks.all() == ()
    assert surveyor.callbacks.purge.isHidden()


def test_the_notice_names_the_office_and_the_days_or_says_the_offices_own_words(surveyor: Surveyor) -> None:
    office = surveyor.town.services.office
    for name, value in (
        ("district.name", "桂花区"),
        ("survey.reach", "0476-8230000"),
        ("survey.answers_kept_days", "30"),
    ):
        office.decide(name, value)
    shipped = notice(office.settings())
    assert shipped.version == SHIPPED
    assert all(words in "".join(shipped.lines) for words in ("桂花区", "0476-8230000", "30 天", "90 天"))
    office.decide("survey.notice.zh", "我们是桂花区创城办。\n可以不答。")
    own = notice(office.settings())
    assert own.lines == ("我们是桂花区创城办。", "可以不答。")
    assert own.version.startswith("own-")
    translation.use(Language.ENGLISH)
    assert notice(office.settings()).version == SHIPPED
    translation.use(Language.CHINESE)
    kiosk = kiosk_of(surveyor)
    fill_in(kiosk)
    with surveyor.town.services.acts.reading() as view:
        assert [one.record.notice for one in view.responses.records(MARKET)] == [own.version]


@pytest.mark.slow
def test_every_word_of_the_list_has_room_in_every_look(surveyor: Surveyor, look: Look) -> None:
    for phone, wish in (("13900000001", "楼下电动车停在消防通道上，晚上十点以后最多"), ("13900000002", "")):
        surveyor.town.services.callbacks.leave(MARKET, "赵师傅", phone, wish)
    surveyor.town.clock.now = surveyor.town.clock.now.replace(year=2027)
    found: list[tuple[object, ...]] = []
    for language, theme, size in looks():
        translation.use(language)
        look.use(theme)
        surveyor.window.resize(*size)
        surveyor.go("callbacks")
        found += [(language, theme.scale, size, words) for words in misfits(surveyor.window)]
        assert len(filled_buttons(surveyor.window)) == 1
    assert found == []
