"""Slips of hasty hands on the recording page: nothing typed is lost, nothing is judged that nobody looked at."""

from pathlib import Path
from threading import Event

import pytest
from PySide6.QtCore import QEvent, QPoint, QPointF, Qt
from PySide6.QtGui import QKeyEvent, QWheelEvent
from PySide6.QtWidgets import QApplication

from inspector.domain.inspections import Verdict
from inspector.ui.dialogs.error_dialog import ErrorDialog
from inspector.ui.pages.record import tally_watch
from tests.ui.pages.recording import Hands, add_site
from tests.ui.pages.seat import NONE
from tests.ui.pages.test_record_photos import photo

Key = Qt.Key


def hold(hands: Hands, key: Key, repeats: int = 4) -> None:
    """A key that stays down until it has repeated so many times."""
    window = hands.window.windowHandle()
    for number in range(repeats + 1):
        QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyPress, key.value, NONE, "", number > 0))
    QApplication.sendEvent(window, QKeyEvent(QEvent.Type.KeyRelease, key.value, NONE))
    hands.settle()


def give(hands: Hands, figure: str) -> None:
    """Type the one figure of the current item."""
    next(iter(hands.page.editor.figures.lines.values())).setFocus()
    hands.write(figure)
    hands.press(Key.Key_Return)


def busy(hands: Hands) -> Event:
    """The worker has something else to do until the event is set; what comes in waits behind it."""
    go_on = Event()
    hands.window.context.jobs.run(lambda _progress: go_on.wait(30), bool)
    return go_on


def test_what_was_just_typed_stays_when_a_phrase_is_clicked(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    form = hands.page.editor.form
    form.text.setFocus()
    form.text.end(False)
    hands.write("，东门")
    hands.click(form.phrases.chips[1])
    text = hands.sheet.findings[item][0].record.text
    assert text.split("，")[1:] == ["东门", form.phrases.chips[1].text().split("  ")[1]]


def test_what_was_just_typed_stays_with_its_finding_when_another_is_added(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    form = hands.page.editor.form
    form.text.setFocus()
    form.text.selectAll()
    hands.write("东门没有")
    hands.click(form.more)
    assert [found.record.text for found in hands.sheet.findings[item]] == ["东门没有", ""]


def test_a_held_key_judges_one_item_only(hands: Hands) -> None:
    hold(hands, Key.Key_1)
    assert len(hands.sheet.answers) == 1


def test_enter_held_goes_one_item_on_and_arrows_run(hands: Hands) -> None:
    codes = [item.code for item in hands.sheet.items]
    hold(hands, Key.Key_Return)
    assert hands.here == codes[1]
    hold(hands, Key.Key_Down)
    assert hands.here == codes[6]


def test_a_watch_that_ran_out_meanwhile_keeps_its_minutes(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    add_site(hands.town, "望云路口", "LK")
    hands.begin("望云路口")
    hands.open("LK-14-07")
    clock = [1000.0]
    monkeypatch.setattr(tally_watch, "monotonic", lambda: clock[0])
    watch = hands.page.editor.figures.watch
    assert watch is not None
    hands.click(watch.more)
    hands.open("LK-14-10")
    clock[0] += 601
    hands.open("LK-14-07")
    hands.qtbot.waitUntil(lambda: hands.verdict("LK-14-07") is Verdict.PASS)
    assert hands.sheet.answers["LK-14-07"].value == 10


def test_photos_that_wait_for_a_figure_never_go_to_another_site(hands: Hands, tmp_path: Path) -> None:
    hands.open("LX-02-02")
    hands.drop(photo(tmp_path, "IMG_1.jpg"))
    add_site(hands.town, "杏花里小区", "LX")
    first = hands.inspection
    hands.begin("杏花里小区")
    hands.open("LX-02-02")
    give(hands, "5")
    assert not hands.window.context.jobs.is_busy
    hands.wait_for_photos(hands.sheet.findings["LX-02-02"][0].id, 0)
    hands.inspection = first
    hands.open("LX-02-02")
    give(hands, "5")
    hands.wait_for_photos(hands.sheet.findings["LX-02-02"][0].id, 1)


def test_the_wheel_over_a_deadline_changes_nothing(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    deadline = hands.page.editor.form.deadline
    deadline.limits.chosen.emit("by-hand")
    hands.settle()
    before = hands.sheet.findings[item][0].record.due_on
    middle = QPointF(deadline.day.rect().center())
    turn = QWheelEvent(
        middle, middle, QPoint(), QPoint(0, 120), Qt.MouseButton.NoButton, NONE, Qt.ScrollPhase.NoScrollPhase, False
    )
    QApplication.sendEvent(deadline.day, turn)
    hands.settle()
    assert hands.sheet.findings[item][0].record.due_on == before


def test_a_verdict_and_undo_over_a_large_photo_close_it(hands: Hands, tmp_path: Path) -> None:
    item = hands.here
    hands.drop(photo(tmp_path, "IMG_1.jpg"))
    hands.wait_for_photos(hands.sheet.findings[item][0].id, 1)
    shown = []
    for key in (Key.Key_Space, Key.Key_1, Key.Key_U, Key.Key_Space, Key.Key_U):
        hands.press(key)
        shown.append(hands.page.photos.is_large)
    assert shown == [True, False, False, True, False]


def test_n_behind_a_panel_brings_the_note(hands: Hands) -> None:
    hands.page.finish()
    hands.settle()
    assert hands.page.columns.is_panel_shown
    hands.press(Key.Key_N)
    assert hands.page.editor.remark.isVisible()
    hands.write("3号楼")
    hands.press(Key.Key_Escape)
    assert hands.sheet.answers[hands.here].remark == "3号楼"


@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_2, Key.Key_Return])
def test_judging_and_walking_on_bring_the_item_from_behind_a_panel(hands: Hands, key: Key) -> None:
    hands.page.finish()
    hands.settle()
    assert hands.page.columns.is_panel_shown
    hands.press(key)
    assert not hands.page.columns.is_panel_shown


def test_clearing_a_verdict_keeps_the_note(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_3)
    hands.open(item)
    hands.press(Key.Key_N)
    hands.write("没有这样设施")
    hands.press(Key.Key_Escape)
    hands.press(Key.Key_0)
    assert hands.verdict(item) is None
    assert hands.sheet.answers[item].remark == "没有这样设施"
    hands.press(Key.Key_0)
    assert hands.sheet.answers[item].remark == "没有这样设施"
    hands.press(Key.Key_U)
    assert hands.verdict(item) is Verdict.NOT_APPLICABLE


def test_photos_of_a_fail_that_is_taken_back_meanwhile_are_refused_by_name(hands: Hands, tmp_path: Path) -> None:
    item = hands.here
    go_on = busy(hands)
    hands.drop(*(photo(tmp_path, f"IMG_{n}.jpg", n) for n in range(4)))
    finding = hands.sheet.findings[item][0].id
    hands.press(Key.Key_0)
    go_on.set()
    hands.qtbot.waitUntil(lambda: not hands.window.context.jobs.is_busy, timeout=15_000)
    hands.settle()
    assert not hands.window.findChildren(ErrorDialog)
    hands.press(Key.Key_2)
    tiles = hands.page.photos.intake.tiles(finding)
    assert [tile.words.split("\n")[0] for tile in tiles] == [f"IMG_{n}.jpg" for n in range(4)]


def test_the_digits_beside_the_keyboard_judge_too(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_1, Qt.KeyboardModifier.KeypadModifier)
    assert hands.verdict(item) is Verdict.PASS


def test_what_is_written_with_n_joins_the_phrase_at_its_end(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    hands.press(Key.Key_N)
    hands.write("，东门")
    hands.press(Key.Key_Escape)
    phrase = hands.page.editor.form.phrases.chips[0].text().split("  ")[1]
    assert hands.sheet.findings[item][0].record.text == f"{phrase}，东门"


def test_a_window_closed_while_photos_come_in_stays_until_they_are_saved(hands: Hands, tmp_path: Path) -> None:
    item = hands.here
    go_on = busy(hands)
    hands.drop(*(photo(tmp_path, f"IMG_{n}.jpg", n) for n in range(8)))
    hands.window.close()
    assert hands.window.isVisible()
    assert "照片" in hands.window.toast.words
    go_on.set()
    hands.qtbot.waitUntil(lambda: not hands.window.isVisible(), timeout=30_000)
    assert len(hands.town.services.photos.of_finding(hands.sheet.findings[item][0].id)) == 8


def test_a_window_closed_twice_does_not_wait(hands: Hands, tmp_path: Path) -> None:
    go_on = busy(hands)
    hands.drop(*(photo(tmp_path, f"IMG_{n}.jpg", n) for n in range(8)))
    hands.window.close()
    hands.window.close()
    assert not hands.window.isVisible()
    go_on.set()


def test_several_findings_taken_back_together_come_back_together(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    for _ in range(2):
        hands.click(hands.page.editor.form.more)
    before = hands.sheet.findings[item]
    hands.click(hands.page.editor.form.less)
    hands.press(Key.Key_1)
    hands.open(item)
    hands.press(Key.Key_2)
    assert [found.id for found in hands.sheet.findings[item]] == [found.id for found in before[:2]]
