"""Dialogs that ask for something: room for all of it, and keys from the first field to the deed."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QScrollBar
from pytestqt.qtbot import QtBot

from inspector.domain.ledger import LedgerQuery
from inspector.domain.lifecycle import Move
from inspector.services.pressing import Letter
from inspector.ui.dialogs.days_dialog import DaysDialog
from inspector.ui.dialogs.find_dialog import FindDialog
from inspector.ui.dialogs.modal import Modal
from inspector.ui.dialogs.reason_dialog import ReasonDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.ledger.letter_dialog import LetterDialog
from inspector.ui.pages.ledger.move_dialog import MoveDialog, needs_asking
from inspector.ui.theme.apply import Look
from tests.ui.fit import misfits
from tests.ui.pages.office import Office, office_at_work

ASKED_IN_WINDOW = [move for move in Move if needs_asking(move) and move not in {Move.DISPATCH, Move.TAKE_BACK}]


@pytest.fixture
def office(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Office]:
    """The office at the ledger."""
    with office_at_work(qtbot, look, jobs, tmp_path) as made:
        yield made


def opened(office: Office, dialog: Modal) -> Modal:
    dialog.open()
    office.settle()
    return dialog


def scrolls(dialog: Modal) -> bool:
    """It does not show all it has: a bar stands at its side."""
    return any(bar.isVisible() for bar in dialog.findChildren(QScrollBar))


@pytest.mark.parametrize("move", [move for move in ASKED_IN_WINDOW if move is not Move.VOID])
def test_a_dialog_of_a_move_shows_all_it_asks_for(office: Office, move: Move) -> None:
    dialog = opened(office, MoveDialog(office.ledger, move, 1, {}, lambda _: None, date(2026, 11, 22), lambda *_: None))
    assert not scrolls(dialog)
    assert misfits(dialog) == []
    for names in (("IMG_1.jpg",), ("IMG_2.jpg", "IMG_3.jpg")):
        assert isinstance(dialog, MoveDialog)
        dialog.add_files(tuple(map(Path, names)))
        office.settle()
        assert not scrolls(dialog)
    dialog.reject()


def test_what_a_move_still_misses_is_said_beside_its_button(office: Office) -> None:
    made: list[object] = []
    dialog = MoveDialog(
        office.ledger, Move.PARK, 1, {}, lambda _: None, date(2026, 11, 22), lambda *given: made.append(given)
    )
    opened(office, dialog)
    assert not dialog.go.isEnabled()
    assert dialog.hint.text() == "还缺：原因"
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert made == []
    dialog.reason.setPlainText("等雨季过去")
    assert dialog.go.isEnabled()
    assert dialog.hint.isHidden()
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert len(made) == 1


def test_control_enter_gives_a_reason(office: Office) -> None:
    given: list[str] = []
    dialog = ReasonDialog(office.ledger, "作废", "作废的问题不再统计。", "作废 2 条", given.append)
    opened(office, dialog)
    dialog.reason.setPlainText("重复登记")
    QTest.keyClick(dialog.reason, Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert given == ["重复登记"]


def test_enter_in_a_field_does_the_deed_and_not_the_way_back(office: Office) -> None:
    numbers: list[int] = []
    letters = LetterDialog(office.ledger, Letter.PRESS, 7, str, numbers.append)
    opened(office, letters)
    QTest.keyClick(letters.serial, Qt.Key.Key_Return)
    assert numbers == [7]
    days: list[object] = []
    today = date(2026, 11, 22)
    period = DaysDialog(office.ledger, "检查日期", (today, today), today, days.append)
    opened(office, period)
    QTest.keyClick(period.since, Qt.Key.Key_Return)
    assert days == [(today, today)]


def test_find_opens_what_the_arrows_chose(office: Office) -> None:
    office.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = office.window.findChild(FindDialog)
    assert dialog is not None
    dialog.search("桂花")
    office.settle()
    assert dialog.found.count() > 2
    assert dialog.found.visualItemRect(dialog.found.item(0)).height() >= 40
    QTest.keyClick(dialog.field, Qt.Key.Key_Down)
    chosen = dialog.found.currentItem().text()
    QTest.keyClick(dialog.field, Qt.Key.Key_Return)
    office.settle()
    finding = office.window.pages.visits[-1].where["finding"]
    row = office.town.services.ledger.rows([finding])[finding]
    assert chosen.startswith(row.no)
    assert row.id in office.town.services.ledger.ids(LedgerQuery(text="桂花"))


def test_find_says_that_nothing_answers(office: Office) -> None:
    office.press(Qt.Key.Key_K, Qt.KeyboardModifier.ControlModifier)
    dialog = office.window.findChild(FindDialog)
    assert dialog is not None
    assert dialog.nothing.isHidden()
    dialog.field.setText("没有这样的")
    dialog.search("没有这样的")
    office.settle()
    QApplication.processEvents()
    assert dialog.nothing.isVisible()
    assert misfits(dialog) == []
    assert not scrolls(dialog)
    dialog.reject()
