"""Answers have room, a slip of the hand costs nothing, and the way on is always in sight."""

import pytest
from PySide6.QtCore import Qt

from inspector.domain.questionnaires.forms import Kind
from inspector.domain.questionnaires.responses import Mode
from inspector.ui import translation
from inspector.ui.pages.questionnaires.asking.page import AskingPage
from inspector.ui.pages.questionnaires.contact_dialog import ContactDialog
from inspector.ui.pages.questionnaires.kiosk.ask_page import AskPage
from inspector.ui.pages.questionnaires.kiosk.still_pages import StopPage
from inspector.ui.pages.questionnaires.kiosk.window import Kiosk
from inspector.ui.pages.questionnaires.titles import title_words
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Mode as Colours
from inspector.ui.theme.tokens import Theme
from inspector.ui.translation import Language
from tests.ui.fit import WINDOWS
from tests.ui.pages.surveying import MARKET, RESIDENTS, Surveyor, kiosk_of

Key = Qt.Key
ENGLISH = "English (en)"


def asked(kiosk: Kiosk) -> AskPage:
    page = kiosk.pages.currentWidget()
    assert isinstance(page, AskPage)
    return page


def interviewed(surveyor: Surveyor, answers: int) -> AskingPage:
    """An interview with so many answers, the language that of the window."""
    surveyor.go("asking", code="WJ-A", mode="interviewer", interviewer="王敏")
    surveyor.press(Key.Key_Return)
    for _ in range(answers):
        surveyor.press(Key.Key_2)
        surveyor.press(Key.Key_Return)
    return surveyor.asking


def test_every_step_of_a_range_has_room_beside_the_questions(surveyor: Surveyor, look: Look) -> None:
    interviewed(surveyor, 1)
    for scale in (1.0, 2.0):
        look.use(Theme(Colours.LIGHT, scale, motion=False))
        surveyor.settle()
        page = surveyor.asking
        walk = page.interview.walk
        assert walk
        steps = next(spot for spot in walk.spots if walk.run.ready.nodes[spot.node].kind is Kind.RANGE)
        page.list.chosen.emit(steps)
        for size in WINDOWS:
            surveyor.window.resize(*size)
            surveyor.settle()
            pad = page.side.pad
            assert len(pad.buttons) == 10
            for button in pad.buttons.values():
                assert (
                    button.visibleRegion().isEmpty() or button.visibleRegion().boundingRect().width() == button.width()
                )
                assert button.mapTo(pad, button.rect().topRight()).x() < pad.width()


def test_the_first_question_has_as_many_columns_as_the_same_one_later(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor, RESIDENTS)
    kiosk.showNormal()
    kiosk.resize(1366, 768)
    surveyor.press(Key.Key_Return, kiosk)
    surveyor.settle()
    lines = [button.y() for button in asked(kiosk).pad.buttons.values()]
    assert len(set(lines)) == 3  # seven ages in three columns
    surveyor.press(Key.Key_2, kiosk)
    surveyor.press(Key.Key_Return, kiosk)
    surveyor.press(Key.Key_Backspace, kiosk)
    surveyor.settle()
    assert [button.y() for button in asked(kiosk).pad.buttons.values()] == lines


def test_who_stops_at_the_kiosk_is_asked_once_and_enter_goes_on_answering(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor, RESIDENTS)
    surveyor.press(Key.Key_Return, kiosk)
    asked(kiosk).stop.click()
    assert kiosk.walk is None  # nothing was answered, so nothing is lost
    surveyor.press(Key.Key_Return, kiosk)
    surveyor.press(Key.Key_2, kiosk)
    surveyor.press(Key.Key_Return, kiosk)
    asked(kiosk).stop.click()
    assert isinstance(kiosk.pages.currentWidget(), StopPage)
    surveyor.press(Key.Key_Return, kiosk)
    assert asked(kiosk).number.text() == "第 2 题"
    asked(kiosk).stop.click()
    page = kiosk.pages.currentWidget()
    assert isinstance(page, StopPage)
    page.stop.click()
    assert kiosk.walk is None
    assert surveyor.town.services.asking.unfinished() == ()


def test_the_kiosk_begins_with_every_person_in_the_language_chosen_for_it(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor, RESIDENTS, ENGLISH)
    for _ in range(2):
        assert translation.language() is Language.ENGLISH
        surveyor.press(Key.Key_Return, kiosk)
        assert asked(kiosk).question.words == "Your age"
        kiosk.stop()
    kiosk.leave()
    assert translation.language() is Language.CHINESE


@pytest.mark.parametrize("slip", ["forget", "refuse"])
def test_a_response_forgotten_by_a_slip_of_the_hand_comes_back_with_u(surveyor: Surveyor, slip: str) -> None:
    page = interviewed(surveyor, 3)
    getattr(page, slip)()
    surveyor.settle()
    assert surveyor.town.services.asking.unfinished() == ()
    surveyor.undo()
    walk = page.interview.walk
    assert walk
    assert (walk.answered, walk.number, page.interview.refusals) == (3, 4, 0)
    assert [one.answered for one in surveyor.town.services.asking.unfinished()] == [3]


def test_a_child_that_was_sent_away_does_not_come_back_with_u(surveyor: Surveyor) -> None:
    page = interviewed(surveyor, 0)
    surveyor.press(Key.Key_1)
    assert not page.interview.forget()


def test_the_way_to_begin_is_in_sight_however_large_the_words(surveyor: Surveyor, look: Look) -> None:
    for language in Language:
        translation.use(language)
        look.use(Theme(Colours.LIGHT, 2.0, motion=False))
        surveyor.go("asking", code=MARKET, mode="interviewer")
        button = surveyor.asking.begin
        assert button.visibleRegion().boundingRect() == button.rect()


def test_forms_that_come_with_the_program_have_a_title_in_english_windows_too(surveyor: Surveyor) -> None:
    titles = [one.title for one in surveyor.town.services.questionnaires.titles()]
    assert [title_words(title) for title in titles] == titles
    translation.use(Language.ENGLISH)
    assert all(title_words(title).isascii() for title in titles)
    assert len({title_words(title) for title in titles}) == len(titles)
    assert title_words("垃圾分类入户问卷") == "垃圾分类入户问卷"


def test_the_way_of_asking_and_the_results_are_a_key_away(surveyor: Surveyor) -> None:
    page = surveyor.forms
    for key, mode in ((Key.Key_1, Mode.SELF), (Key.Key_3, Mode.PAPER), (Key.Key_2, Mode.INTERVIEWER)):
        surveyor.press(key)
        assert page.panel.mode.value == str(mode)
        assert page.panel.pin.isVisible() is (mode is Mode.SELF)
    surveyor.press(Key.Key_R)
    surveyor.settle()
    assert surveyor.report.where()["code"] == "WJ-A"


def test_enter_keeps_a_number_from_the_box_of_the_yes_too(surveyor: Surveyor) -> None:
    surveyor.go("asking", code=MARKET, mode="interviewer")
    surveyor.press(Key.Key_C)
    dialog = surveyor.window.findChild(ContactDialog)
    assert dialog
    dialog.phone.setText("13900001234")
    dialog.agreed.setFocus()
    surveyor.press(Key.Key_Space, dialog)
    room = dialog.ring.geometry().adjusted(1, 1, -1, -1)
    around = dialog.ring.parentWidget()
    assert around
    assert around.rect().contains(room)  # nothing cuts the ring
    surveyor.press(Key.Key_Return, dialog)
    assert [one.phone for one in surveyor.town.services.callbacks.all()] == ["13900001234"]


def test_at_the_kiosk_tab_shows_where_it_is_and_enter_presses_it(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor, RESIDENTS)
    surveyor.press(Key.Key_Return, kiosk)
    surveyor.press(Key.Key_2, kiosk)
    surveyor.press(Key.Key_Return, kiosk)
    page = asked(kiosk)
    page.back.setFocus(Qt.FocusReason.TabFocusReason)
    assert kiosk.ring.isVisible()
    assert kiosk.ring.widget() is page.back
    surveyor.press(Key.Key_Return, kiosk)
    assert asked(kiosk).number.text() == "第 1 题"
    surveyor.press(Key.Key_Return, kiosk)  # the focus is with the question again, so Enter goes on
    assert asked(kiosk).number.text() == "第 2 题"


def test_rows_of_forms_and_of_callbacks_are_seen_whole_at_twice_the_size(surveyor: Surveyor, look: Look) -> None:
    for number in range(5):
        surveyor.town.services.callbacks.leave(MARKET, f"第 {number} 位", f"1380013800{number}", "路灯不亮")
    translation.use(Language.ENGLISH)
    look.use(Theme(Colours.LIGHT, 2.0, motion=False))
    surveyor.window.resize(1366, 690)
    surveyor.settle()
    forms = surveyor.forms.forms
    right = max(row.mapTo(forms, row.rect().topRight()).x() for row in forms.rows.values())
    assert right < forms.width()
    assert all(row.minimumSizeHint().width() <= row.width() for row in forms.rows.values())
    surveyor.go("callbacks")
    rows = surveyor.callbacks.list.rows
    first = next(iter(rows.values()))
    assert first.visibleRegion().boundingRect().top() == 0
