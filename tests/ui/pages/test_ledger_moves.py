"""Moves on the ledger page: what can be done is offered, the dialog asks for what is needed, undo takes it back."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel
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
from inspector.ui.dialogs.reason_dialog import ReasonDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.ledger.letter_dialog import LetterDialog
from inspector.ui.pages.ledger.move_dialog import MoveDialog, needs_asking
from inspector.ui.theme.apply import Look
from tests.services.issuing import silent
from tests.town import drawn
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
    office.ledger.ticked.papers.write_pressing_list(sent(office), office.out / "催办.xlsx")
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
    office.ledger.ticked.papers.write_letters(Letter.NOTICE, 12, sent(office), office.out)
    office.settle()
    assert list(office.out.glob("整改通知书 *.docx"))
    assert office.town.services.pressing.next_serial(Letter.NOTICE) > 12


def test_letters_are_written_about_all_that_is_due_without_ticking(
    office: Office, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    owed = office.town.services.pressing.owed()
    late = {one.name for one in owed if one.overdue and one.unit}
    assert late
    office.press(Qt.Key.Key_C)
    for words, kind, units in (
        ("督办单：全部超期 …", "督办单", late),
        ("整改通知书：全部超期和 7 天内到期 …", "整改通知书", {one.name for one in owed if one.unit}),
    ):
        folder = tmp_path / kind
        folder.mkdir()
        monkeypatch.setattr(QFileDialog, "getExistingDirectory", lambda *_, folder=folder: str(folder))
        next(each for each in office.ledger.ticked.papers.menu().actions() if each.text() == words).trigger()
        asked = office.window.findChildren(LetterDialog)[-1]
        assert misfits(asked) == []
        asked.go.click()
        office.settle()
        assert len(list(folder.glob("*.docx"))) == len(units)
        assert all(any(unit in file.name for unit in units) for file in folder.glob("*.docx"))
    listed = office.ledger.ticked.papers.menu().actions()[0]
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(office.out / "催办.xlsx"), ""))
    listed.trigger()
    office.settle()
    assert (office.out / "催办.xlsx").is_file()


def test_every_move_of_the_life_cycle_can_be_made_from_the_panel(office: Office, tmp_path: Path) -> None:
    finding, scan = sent(office)[0], tmp_path / "盖章申请.jpg"
    scan.write_bytes(drawn("lane", 77))
    services = office.town.services
    due = services.ledger.story(finding).finding.due_on

    def make(move: Move, reason: str = "", files: tuple[Path, ...] = ()) -> FindingStatus:
        """Press it in the panel, fill in what its dialog asks for, and see the state."""
        office.go("ledger", view="all", finding=finding)
        assert move in office.ledger.detail.moves.moves
        office.ledger.detail.moves.wanted.emit(str(move))
        if needs_asking(move):
            asked = dialog(office)
            asked.reason.setPlainText(reason)
            asked.ground.show_value(Ground.DUTY.value)
            asked.unit.show_value(office.town.units["区城管局"])
            asked.add_files(files)
            asked._check()
            asked.go.click()
        office.settle()
        return status(office, finding)

    assert make(Move.SIGN) is FindingStatus.SIGNED
    assert make(Move.BEGIN) is FindingStatus.IN_PROGRESS
    make(Move.ASK_EXTENSION, "冬季不能施工", (scan,))
    make(Move.REFUSE_EXTENSION, "理由不足")
    assert services.ledger.story(finding).finding.due_on == due
    make(Move.ASK_EXTENSION, "材料未到", (scan,))
    make(Move.GRANT_EXTENSION, "同意", (scan,))
    assert services.ledger.story(finding).finding.due_on != due
    assert make(Move.PARK, "需要资金") is FindingStatus.PARKED
    assert make(Move.UNPARK, "资金到位") is FindingStatus.IN_PROGRESS
    assert make(Move.REPLY, "已修好", (scan,)) is FindingStatus.REPLIED
    services.acts.sign_as("刘建国")  # who entered the reply may not judge it
    assert make(Move.SEND_BACK, "现场没有改") is FindingStatus.SENT_BACK
    assert make(Move.REDIRECT, "两家都管", (scan,)) is FindingStatus.REDIRECTED
    office.go("ledger", view="all", finding=finding)
    office.ledger.detail.void.click()
    (why,) = office.window.findChildren(ReasonDialog)
    why.reason.setPlainText("与另一条重复")
    why.go.click()
    office.settle()
    assert status(office, finding) is FindingStatus.VOID
    assert make(Move.REOPEN, "不是同一处") is not FindingStatus.VOID
    reasons = {event.reason for event in services.ledger.story(finding).events}
    assert {"冬季不能施工", "理由不足", "需要资金", "资金到位", "两家都管", "与另一条重复", "不是同一处"} <= reasons


def test_good_practices_are_written_from_the_menu_of_the_export(
    office: Office, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = office.town.services
    visit = services.inspections.finished()[0].id
    services.praises.add(visit, "摊主自己扫门前", (), silent)
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(office.out / "好的做法"), ""))
    next(each for each in office.ledger.export.menu().actions() if each.text() == "好的做法 …").trigger()
    office.settle()
    assert (office.out / "好的做法.xlsx").is_file()
