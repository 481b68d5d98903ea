"""Moves on the ledger page: what can be done is offered, the dialog asks for what is needed, undo takes it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.domain.rechecks import RecheckResult
from inspector.domain.redirections import Ground
from inspector.domain.replies import Outcome, Said
from inspector.services.pressing import Letter
from inspector.ui.dialogs.error_dialog import ErrorDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.ledger.letter_dialog import LetterDialog
from inspector.ui.pages.ledger.move_dialog import MoveDialog
from inspector.ui.theme.apply import Look
from tests.ui.fit import filled_buttons, misfits, save_picture
from tests.ui.pages.office import Office, office_at_work


@pytest.fixture
def office(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Office]:
    """The office with the ledger open at a finding that was dispatched."""
    with office_at_work(qtbot, look, jobs, tmp_path) as made:
        made.go("ledger", view="dispatched", finding=sent(made)[0])
        yield made


def sent(office: Office) -> list[str]:
    return list(office.town.services.ledger.ids(LedgerQuery(statuses=(FindingStatus.DISPATCHED,))))


def status(office: Office, finding: str) -> FindingStatus:
    return office.town.services.ledger.story(finding).finding.status


def dialog(office: Office) -> MoveDialog:
    found = office.window.findChild(MoveDialog)
    assert found is not None
    assert misfits(found) == []
    return found


def test_the_next_sensible_move_takes_one_press_and_undo_takes_it_back(office: Office, tmp_path: Path) -> None:
    finding = sent(office)[0]
    moves = office.ledger.detail.moves
    assert next(iter(moves.moves)) is Move.SIGN
    save_picture(office.window, tmp_path.parent / "pictures", "ledger-moves")
    moves.next.click()
    office.settle()
    assert status(office, finding) is FindingStatus.SIGNED
    office.window.toast.undo()
    office.settle()
    assert status(office, finding) is FindingStatus.DISPATCHED


def test_one_button_leads_the_panels_until_something_is_ticked(office: Office) -> None:
    assert filled_buttons(office.window) == [office.ledger.detail.moves.next.text().strip()]
    office.ledger.area.model.tick(frozenset(sent(office)[:1]), on=True)
    office.settle()
    assert len(filled_buttons(office.window)) <= 1
    assert office.ledger.detail.moves.next.property("kind") == "outlined"
    office.ledger.ticked.clear()
    office.settle()
    assert filled_buttons(office.window) == [office.ledger.detail.moves.next.text().strip()]


def test_the_story_tells_what_the_unit_said_and_what_was_seen(office: Office) -> None:
    finding, moves = sent(office)[0], office.town.services.moves
    said = Said(Outcome.DONE, "已清理干净", person="张三")
    changed = moves.make(Move.REPLY, [finding], Given(said=said)).changed
    office.town.services.acts.sign_as("刘建国")
    moves.recheck(finding, RecheckResult.FAILED)
    office.window.context.changed(changed)
    office.go("ledger", view="sent_back", finding=finding)
    texts = [one.text() for one in office.ledger.detail.findChildren(QLabel)]
    for words in ("整改情况：已清理干净", "单位责任人：张三", "现场看过：没有整改到位", "复查人：刘建国"):
        assert words in texts


@pytest.mark.parametrize("move", [Move.REPLY, Move.REDIRECT, Move.GRANT_EXTENSION])
def test_the_dialog_has_room_for_the_names_of_many_photos(office: Office, move: Move, tmp_path: Path) -> None:
    office.ledger.detail.moves.wanted.emit(str(move))
    asked = dialog(office)
    asked.add_files(tuple(Path(f"桂花里小区三号楼一单元楼道整改后现场照片第{n}张_20261122.jpg") for n in range(6)))
    office.settle()
    save_picture(asked, tmp_path.parent / "pictures", f"move-dialog-{move}")
    assert misfits(asked) == []
    assert asked.chosen.height() >= asked.chosen.heightForWidth(asked.chosen.width())
    asked.reject()


def test_a_redirection_waits_for_ground_unit_and_reason(office: Office, tmp_path: Path) -> None:
    finding = sent(office)[0]
    office.ledger.detail.moves.wanted.emit(str(Move.REDIRECT))
    asked = dialog(office)
    save_picture(asked, tmp_path.parent / "pictures", "move-dialog")
    assert not asked.go.isEnabled()
    asked.ground.show_value(Ground.OWNER.value)
    asked.unit.show_value(office.town.units["区城管局"])
    asked.reason.setPlainText("红线图显示在河道管理范围内")
    assert asked.go.isEnabled()
    asked.finish()
    office.settle()
    found = office.town.services.ledger.story(finding).finding
    assert (found.status, found.unit) == (FindingStatus.REDIRECTED, office.town.units["区城管局"])


def test_several_are_moved_at_once_and_what_is_refused_is_told(office: Office) -> None:
    findings = sent(office)
    office.town.services.moves.make(Move.SIGN, findings[:1])
    office.ledger.area.model.tick(frozenset(findings), on=True)
    office.settle()
    bar = office.ledger.selection.moves
    assert (bar.moves[Move.SIGN], bar.moves[Move.BEGIN]) == (len(findings) - 1, len(findings))
    bar.wanted.emit(str(Move.SIGN))
    office.settle()
    assert {status(office, one) for one in findings} == {FindingStatus.SIGNED}
    office.ledger.ticked.moves.ask(Move.UNPARK, findings[:1])
    asked = dialog(office)
    asked.reason.setPlainText("试")
    asked.finish()
    office.settle()
    assert office.window.findChild(ErrorDialog) is not None


def test_the_ticked_ones_that_are_late_are_written_as_a_list(office: Office) -> None:
    office.ledger.area.model.tick(frozenset(sent(office)), on=True)
    office.settle()
    assert "催办清单" in [action.text() for action in office.ledger.selection.moves.menu().actions()]
    office.ledger.ticked.moves.write_pressing_list(sent(office), office.out / "催办.xlsx")
    office.settle()
    assert (office.out / "催办.xlsx").exists()


def test_letters_are_written_from_what_is_ticked_with_a_number_to_see(office: Office, tmp_path: Path) -> None:
    office.ledger.area.model.tick(frozenset(sent(office)), on=True)
    office.settle()
    menu = [action.text() for action in office.ledger.selection.moves.menu().actions()]
    assert {"督办单", "整改通知书"} <= set(menu)
    office.ledger.selection.moves.letters_wanted.emit(str(Letter.NOTICE))
    asked = office.window.findChild(LetterDialog)
    assert asked
    save_picture(asked, tmp_path.parent / "pictures", "letter-dialog")
    assert misfits(asked) == []
    asked.serial.setText("")
    assert not asked.go.isEnabled()
    asked.reject()
    office.ledger.ticked.moves.write_letters(Letter.NOTICE, 12, sent(office), office.out)
    office.settle()
    assert list(office.out.glob("整改通知书 *.docx"))
    assert office.town.services.pressing.next_serial(Letter.NOTICE) > 12
