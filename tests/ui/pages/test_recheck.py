"""Re-inspection: a look at both photos, one key a finding, a sheet for the way and its results keyed in."""

from collections.abc import Iterator
from functools import partial
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.domain.findings import FindingStatus
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.domain.photos import PhotoRole
from inspector.domain.replies import Outcome, Said
from inspector.ui import translation
from inspector.ui.context import PageSpec
from inspector.ui.dialogs.error_dialog import ErrorDialog
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.recheck.key_in_dialog import KeyInDialog, read_line
from inspector.ui.pages.recheck.page import RecheckPage
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Mode, Theme
from inspector.ui.translation import Language
from tests.town import Town, drawn, fails_of, inspect, make_town
from tests.ui.fit import filled_buttons, looks, misfits, save_picture
from tests.ui.pages.seat import Keyboard, OtherPage, seated

Key = Qt.Key
TEXTS = ("楼道内停放电动车，门厅私拉电线充电", "2 号楼 1 单元二层堆放纸箱杂物", "配电箱旁线缆杂乱，有飞线")
STALLS = ("垃圾桶满溢，污水外流到通道", "水果摊外溢占用通道约 1.5 米")
AFTER = (("ebike", 901), ("lane", 902), ("wires", 903), ("bins", 904), ("stall", 905))


def silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""


class Looker(Keyboard):
    """Somebody with the re-inspection page open: five findings are called done."""

    def __init__(self, qtbot: QtBot, window: MainWindow, town: Town, findings: list[str]) -> None:
        super().__init__(qtbot, window, town)
        self.findings = findings

    @property
    def page(self) -> RecheckPage:
        assert isinstance(self.window.pages.page, RecheckPage)
        return self.window.pages.page

    def status(self, finding: str) -> FindingStatus:
        return self.town.services.ledger.story(finding).finding.status

    @property
    def looked_at(self) -> str:
        look = self.page.view.look
        assert look is not None
        return look.id


@pytest.fixture
def looker(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Looker]:
    town = make_town(tmp_path / "town.db")
    services = town.services
    findings = inspect(town, "桂花里小区", fails_of(town, "桂花里小区", TEXTS), photos=2)
    findings += inspect(town, "红莲市场", fails_of(town, "红莲市场", STALLS))
    services.dispatching.issue(services.dispatching.plan(), tmp_path, "王敏", silent)
    for finding, (scene, seed) in zip(findings, AFTER, strict=True):
        photo, _ = services.moves.read_photos([(f"微信图片_{seed}.jpg", drawn(scene, seed))], silent)
        said = Said(Outcome.DONE, "已劝离车辆，拆除私拉电线，楼口加装阻车桩", person="张三")
        services.moves.make(Move.REPLY, [finding], Given(said=said, photos=photo))
    services.acts.sign_as("刘建国")
    specs = (
        PageSpec("recheck", "camera", lambda: "复查", RecheckPage),
        PageSpec("ledger", "list-checks", lambda: "台账", OtherPage),
        PageSpec("settings", "settings", lambda: "设置", OtherPage),
    )
    with seated(partial(Looker, findings=findings), town, specs, qtbot, look, jobs) as made:
        yield made


def test_each_finding_takes_one_key_and_undo_brings_it_back(looker: Looker) -> None:
    first = looker.looked_at
    assert filled_buttons(looker.window) == ["下一条"]
    for key in (Key.Key_1, Key.Key_2, Key.Key_3):
        looker.press(key)
    states = sorted(str(looker.status(one)) for one in looker.findings)
    assert states == ["closed", "replied", "replied", "replied", "sent_back"]
    assert looker.status(first) is FindingStatus.CLOSED
    assert looker.page.head.facts.text() == "已看 3/5"
    looker.press(Key.Key_U)
    looker.press(Key.Key_U)
    looker.press(Key.Key_U)
    assert {looker.status(one) for one in looker.findings} == {FindingStatus.REPLIED}
    assert looker.page.left.text() == "还剩 5"


@pytest.mark.parametrize("size", [(1366, 768), (1093, 560)])
def test_the_word_about_the_last_finding_covers_no_answer_for_the_next(looker: Looker, size: tuple[int, int]) -> None:
    looker.window.resize(*size)
    looker.press(Key.Key_2)
    toast, answers = looker.window.toast, looker.page.view.answers
    assert not toast.isHidden()
    told = QRect(toast.mapToGlobal(QPoint()), toast.size())
    assert not told.intersects(QRect(answers.mapToGlobal(QPoint()), answers.size()))


def test_a_note_and_a_new_photo_stay_with_the_look(looker: Looker, tmp_path: Path) -> None:
    photo = tmp_path / "IMG_now.jpg"
    photo.write_bytes(drawn("lane", 950))
    finding = looker.looked_at
    looker.page.photos.drop([photo])
    looker.settle()
    assert looker.page.view.after.title.text() == "现场新拍"
    looker.press(Key.Key_N)
    assert looker.page.view.note.hasFocus()
    looker.page.view.note.setText("已清理")  # Qt's test keys know no Chinese
    looker.page.view.answers.buttons["pass"].click()
    looker.settle()
    story = looker.town.services.ledger.story(finding)
    assert story.events[0].reason == "已清理"
    assert dict(story.events[0].notes)["photos"] == "1"
    assert [p.record.role for p in story.photos].count(PhotoRole.RECHECK) == 1
    looker.page.round.chosen.emit(finding)
    looker.page.judge("fail")
    looker.settle()
    assert looker.status(finding) is FindingStatus.CLOSED


def test_who_called_it_done_is_refused_with_a_sentence(looker: Looker) -> None:
    looker.town.services.acts.sign_as("张三")
    looker.press(Key.Key_1)
    dialog = looker.window.findChild(ErrorDialog)
    assert dialog is not None
    assert looker.status(looker.looked_at) is FindingStatus.REPLIED


def test_the_sheet_is_printed_and_its_results_keyed_in_by_number(looker: Looker, tmp_path: Path) -> None:
    opened: list[Path] = []
    looker.page.sheet.open_file = opened.append
    ids = [one.line.id for one in looker.town.services.rechecking.round()]
    looker.page.sheet.write_sheet(ids, tmp_path / "现场表.xlsx")
    looker.settle()
    assert opened == [tmp_path / "现场表.xlsx"]
    sheet = openpyxl.load_workbook(opened[0]).worksheets[0]
    second = str(sheet.cell(5, 2).value)
    looker.page.key_in_button.click()
    dialog = looker.window.findChild(KeyInDialog)
    assert dialog is not None
    assert misfits(dialog) == []
    for line in ("没有数", "99 1", "2 2 仍有残留"):
        dialog.line.setText(line)
        QTest.keyClick(dialog.line, Key.Key_Return)
        looker.settle()
        assert dialog.problem.isHidden() is (line == "2 2 仍有残留")
    newest = next(each for each in dialog.area.findChildren(QLabel) if "2" in each.text())
    assert newest.y() == 0  # the newest line stands at the top, not in the middle of an empty box
    looker.settle()
    assert looker.status(ids[1]) is looker.status(looker.town.services.ledger.numbered([second])[second])
    assert looker.status(ids[1]) is FindingStatus.SENT_BACK


def test_what_was_recorded_is_said_beside_the_answers_of_the_next_one(looker: Looker) -> None:
    looker.page.judge("pass")
    looker.settle()
    toast, answers = looker.window.toast, looker.page.view.answers
    assert toast.isVisible()
    top_left = answers.mapTo(looker.window, answers.rect().topLeft())
    covered = toast.mapTo(looker.window, toast.rect().topLeft())
    assert covered.y() >= top_left.y() + answers.height()
    assert covered.y() + toast.height() <= looker.window.height()


def test_who_has_no_name_yet_is_led_to_write_it_and_nothing_is_recorded(looker: Looker) -> None:
    before = looker.page.view.look
    assert before
    looker.town.services.acts.workspace.person = ""
    looker.page.judge("pass")
    looker.settle()
    settings = looker.shown
    assert isinstance(settings, OtherPage)
    assert settings.asked == {"section": "person"}
    assert looker.status(before.id) is FindingStatus.REPLIED


@pytest.mark.parametrize(
    ("typed", "number", "note"),
    [("7 2 仍有 残留", "7", "仍有 残留"), (" LX-0035,２", "LX-0035", ""), ("12、1。", "", ""), ("7", "", "")],
)
def test_a_typed_line_is_number_answer_and_note(typed: str, number: str, note: str) -> None:
    read = read_line(typed)
    assert (read[0], read[2]) == (number, note) if read else number == ""


def test_a_round_without_findings_says_so(looker: Looker) -> None:
    moves = looker.town.services.moves
    done = moves.make(Move.VOID, looker.findings, Given(reason="试"))
    looker.window.changed(done.changed)
    looker.settle()
    assert filled_buttons(looker.window) == ["看台账"]
    assert misfits(looker.window) == []


def test_pictures_to_look_at(looker: Looker, look: Look, tmp_path: Path) -> None:
    looker.press(Key.Key_1)
    looker.press(Key.Key_2)
    looker.settle()
    looker.qtbot.wait(200)
    looker.settle()
    folder = tmp_path.parent / "pictures"
    save_picture(looker.window, folder, "recheck")
    translation.use(Language.ENGLISH)
    look.use(Theme(Mode.DARK, motion=False))
    looker.settle()
    looker.qtbot.wait(200)
    looker.settle()
    save_picture(looker.window, folder, "recheck-dark-en")
    translation.use(Language.CHINESE)
    look.use(Theme(scale=2.0, motion=False))
    looker.settle()
    looker.qtbot.wait(200)
    looker.settle()
    save_picture(looker.window, folder, "recheck-200")
    assert misfits(looker.page) == []


@pytest.mark.slow
def test_every_text_has_room_in_every_look(looker: Looker, look: Look) -> None:
    for spoken, theme, size in looks():
        translation.use(spoken)
        look.use(theme)
        looker.window.resize(*size)
        looker.settle()
        assert misfits(looker.page) == [], (spoken, theme, size)
