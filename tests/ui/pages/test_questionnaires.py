"""Asking in the window: by oneself, read out, from paper; forms taken in; what is lost when the program is killed."""

import os
import random
import signal
import subprocess
import sys
from pathlib import Path

import pytest
from openpyxl import Workbook
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.config.pin import hashed_pin, pin_fits
from inspector.services.questionnaire_reports import Wanted
from inspector.services.services import open_services
from inspector.ui import translation
from inspector.ui.pages.questionnaires.import_dialog import ImportDialog
from inspector.ui.pages.questionnaires.kiosk.ask_page import AskPage
from inspector.ui.pages.questionnaires.kiosk.callback_page import CallbackPage
from inspector.ui.pages.questionnaires.kiosk.still_pages import PinPage, ThanksPage
from inspector.ui.theme.apply import Look
from inspector.ui.translation import Language
from tests.ui.fit import filled_buttons
from tests.ui.pages.surveying import MARKET, PIN, Surveyor, kiosk_of

Key = Qt.Key


def test_somebody_fills_in_by_keys_and_the_next_person_finds_the_notice(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor)
    assert surveyor.window.isHidden()
    surveyor.press(Key.Key_Return, kiosk)
    while kiosk.walk is not None:
        page = kiosk.pages.currentWidget()
        assert isinstance(page, AskPage)
        assert not any(button.isChecked() for button in page.pad.buttons.values())
        assert all(button.minimumSizeHint().height() >= 76 for button in page.pad.buttons.values())
        if page.pad.field is None:
            surveyor.press(Key.Key_2, kiosk)
            surveyor.press(Key.Key_Return, kiosk)
        else:
            page.pad.field.insertPlainText("红莲市场门口积水")  # type: ignore[union-attr]
            page.next.click()
    assert surveyor.responses(MARKET) == 1
    page = kiosk.pages.currentWidget()
    assert isinstance(page, CallbackPage)
    page.no.click()
    assert isinstance(kiosk.pages.currentWidget(), ThanksPage)
    assert surveyor.town.services.callbacks.all() == ()
    surveyor.press(Key.Key_Return, kiosk)
    assert filled_buttons(kiosk) == ["开始答题"]
    record = surveyor.town.services.questionnaire_reports.results(Wanted(MARKET))
    assert record.sheet.facets["mode"] == ["self"]


def test_a_question_waits_for_its_answer_and_backspace_goes_back(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor)
    surveyor.press(Key.Key_Return, kiosk)
    assert kiosk.walk is not None
    first = kiosk.walk.at
    surveyor.press(Key.Key_Return, kiosk)
    page = kiosk.pages.currentWidget()
    assert isinstance(page, AskPage)
    assert page.problem.words == "请回答这一题"
    surveyor.press(Key.Key_3, kiosk)
    surveyor.press(Key.Key_Return, kiosk)
    assert kiosk.walk.at != first
    surveyor.press(Key.Key_Backspace, kiosk)
    assert kiosk.walk.at == first
    assert [button.isChecked() for button in page.pad.buttons.values()].index(True) == 2


def test_the_window_of_the_interviewer_is_behind_the_pin(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor)
    kiosk.close()
    page = kiosk.pages.currentWidget()
    assert isinstance(page, PinPage)
    assert not kiosk.isHidden()
    for wrong in ("", "0000"):
        page.field.setText(wrong)
        page.go_on()
        assert surveyor.window.isHidden()
    page.field.setText(PIN)
    surveyor.press(Key.Key_Return, kiosk)
    assert not surveyor.window.isHidden()
    assert surveyor.forms.kiosk is None


def test_five_wrong_pins_close_the_way_out_for_a_while(
    qtbot: QtBot, look: Look, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(PinPage, "wrong", 0)
    monkeypatch.setattr(PinPage, "closed_until", 0.0)
    left: list[int] = []
    page = PinPage(lambda pin: pin == "1234", lambda: left.append(1), lambda: None)
    qtbot.addWidget(page)
    for pin in ("1", "2", "3", "4", "5", "1234"):
        page.field.setText(pin)
        page.go_on()
    assert not left
    monkeypatch.setattr(PinPage, "closed_until", 0.0)
    page.field.setText("1234")
    page.go_on()
    assert left


def test_a_pin_is_kept_as_a_hash_with_its_own_salt() -> None:
    kept = hashed_pin("2580")
    assert "2580" not in kept
    assert kept != hashed_pin("2580")
    assert pin_fits("2580", kept)
    assert not any(pin_fits(pin, kept) for pin in ("2581", ""))
    assert not any(pin_fits("2580", broken) for broken in ("", "x", "x.y", "."))


def test_who_declines_is_counted_and_who_stops_leaves_nothing(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor)
    kiosk.decline()
    surveyor.press(Key.Key_Return, kiosk)
    kiosk.agree()
    surveyor.press(Key.Key_1, kiosk)
    kiosk.stop()
    assert surveyor.town.services.asking.unfinished() == ()
    returns = surveyor.town.services.questionnaire_reports.results(Wanted(MARKET)).report.returns
    assert (returns.refusals, returns.returned) == (1, 0)


def test_the_language_of_one_person_is_not_that_of_the_next(surveyor: Surveyor) -> None:
    kiosk = kiosk_of(surveyor)
    kiosk.speak("English (en)")
    kiosk.agree()
    assert kiosk.walk is not None
    assert kiosk.walk.question is not None
    assert kiosk.walk.question.label.isascii()
    assert translation.language() is Language.ENGLISH
    kiosk.stop()
    assert translation.language() is Language.CHINESE
    kiosk.leave()


def test_an_interviewer_reads_out_and_keys_in_and_counts_a_refusal_with_one_key(surveyor: Surveyor) -> None:
    surveyor.go("asking", code=MARKET, mode="interviewer", interviewer="王敏")
    page = surveyor.asking
    assert filled_buttons(surveyor.window) == ["开始问这一位"]
    surveyor.press(Key.Key_R)
    surveyor.press(Key.Key_Return)
    for _ in range(40):
        if not page.interview.draft:
            break
        if page.side.pad.field is None:
            surveyor.press(Key.Key_2)
        surveyor.press(Key.Key_Return)
    assert (page.interview.saved, page.interview.refusals) == (1, 1)
    surveyor.settle()
    sheet = surveyor.town.services.questionnaire_reports.results(Wanted(MARKET)).sheet
    assert (sheet.facets["mode"], sheet.facets["interviewer"]) == (["interviewer"], ["王敏"])


def test_skipped_questions_vanish_at_once_and_a_wrong_answer_is_told_beside_the_question(surveyor: Surveyor) -> None:
    surveyor.go("asking", code="WJ-A", mode="interviewer")
    page = surveyor.asking
    surveyor.press(Key.Key_Return)
    rows = page.list.rows.rowCount()
    surveyor.press(Key.Key_1)  # under 14
    assert page.list.rows.rowCount() == 2
    surveyor.press(Key.Key_4)
    assert page.list.rows.rowCount() == rows
    walk = page.interview.walk
    assert walk is not None
    wishes = next(spot for spot in walk.spots if walk.run.ready.nodes[spot.node].name == "A32")
    page.list.chosen.emit(wishes)
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4):
        surveyor.press(key)
    assert page.side.problem.isVisible()
    assert walk.question is not None
    assert len(walk.question.answer.split()) == 3
    assert sum(button.isChecked() for button in page.side.pad.buttons.values()) == 3


def test_paper_is_keyed_in_with_one_digit_a_question_in_the_order_of_the_paper(surveyor: Surveyor) -> None:
    surveyor.go("asking", code=MARKET, mode="paper", interviewer="王敏")
    page = surveyor.asking
    for count in (1, 2):
        while page.interview.saved < count:
            if page.side.pad.field is None:
                surveyor.press(Key.Key_2)
            else:
                surveyor.press(Key.Key_Return)
    surveyor.settle()
    results = surveyor.town.services.questionnaire_reports.results(Wanted(MARKET))
    assert results.sheet.facets["mode"] == ["paper", "paper"]
    assert not {doubt.why for doubt in results.report.doubts} & {"too-fast", "burst"}


def test_an_unfinished_response_is_gone_on_with_where_it_stopped(surveyor: Surveyor) -> None:
    surveyor.go("asking", code=MARKET, mode="interviewer", interviewer="王敏")
    surveyor.press(Key.Key_Return)
    surveyor.press(Key.Key_2)
    surveyor.press(Key.Key_Return)
    at, draft = (
        surveyor.asking.interview.walk.at if surveyor.asking.interview.walk else None,
        surveyor.asking.interview.draft,
    )
    surveyor.go("questionnaires")
    surveyor.forms.forms.resumed.emit(draft)
    surveyor.settle()
    assert surveyor.asking.interview.walk is not None
    assert surveyor.asking.interview.walk.at == at


def test_a_form_is_taken_in_after_a_look_at_what_changes(surveyor: Surveyor, tmp_path: Path) -> None:
    book = Workbook()
    survey, settings = book.active, book.create_sheet("settings")
    assert survey is not None
    survey.title = "survey"
    for row in (("type", "name", "label"), ("text", "q1", "您最想说什么"), ("geopoint", "where", "在哪里")):
        survey.append(row)
    for row in (("form_title", "form_id", "version"), ("小调查", "XDC", "1")):
        settings.append(row)
    book.save(tmp_path / "form.xlsx")
    surveyor.forms.taking_in.read_form(tmp_path / "form.xlsx")
    surveyor.settle()
    dialog = surveyor.window.findChild(ImportDialog)
    assert dialog is not None
    said = [getattr(part, "text", str)() for part in dialog.said]
    assert any("where" in words for words in said)
    dialog.publish.click()
    surveyor.settle()
    assert "XDC" in surveyor.forms.forms.rows


@pytest.mark.slow
@pytest.mark.skipif(sys.platform == "win32", reason="SIGKILL")
def test_killing_the_program_loses_at_most_the_question_on_the_screen(tmp_path: Path) -> None:
    workspace = tmp_path / "town.db"
    program = [sys.executable, "-m", "tests.ui.pages.asking_until_killed", str(workspace), str(tmp_path / "look")]
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "PYTHONPATH": os.pathsep.join(sys.path)}
    for number in range(3):
        with subprocess.Popen(program, stdout=subprocess.PIPE, text=True, env=environment) as running:
            assert running.stdout is not None
            lines = [running.stdout.readline().split() for _ in range(random.Random(number).randint(3, 30))]
            running.send_signal(signal.SIGKILL)
            lines += [line.split() for line in running.stdout.read().splitlines(keepends=True) if line.endswith("\n")]
        assert all(len(line) == 3 for line in lines), "the program ended by itself"
        services = open_services(workspace, person="王敏")
        kept = {begun.id for begun in services.asking.unfinished()}
        response = lines[-1][0]
        answers = {code: value for asking, code, value in lines if asking == response}
        assert response in kept
        run = services.asking.resume(response).run
        found = {run.ready.nodes[spot.node].name: run.text(spot) for spot in run.spots()}
        assert {code: found[code] for code in answers} == answers
        services.close()
