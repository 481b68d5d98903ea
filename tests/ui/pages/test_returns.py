"""The page of replies: read, gone through with keys and mouse, taken in, taken back."""

import shutil
from collections.abc import Callable, Iterator
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet
from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt
from PySide6.QtGui import QDropEvent
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.domain.findings import FindingStatus
from inspector.services.return_taking import awaited
from inspector.ui import translation
from inspector.ui.jobs import Jobs
from inspector.ui.pages.returns.card_list import LEFTOVER, spoken
from inspector.ui.pages.returns.finding_chooser import FindingChooser
from inspector.ui.pages.returns.kept import kept
from inspector.ui.pages.returns.leftover import RowLeft
from inspector.ui.pages.returns.new_finding import NewFindingDialog
from inspector.ui.pages.returns.result_view import ResultView
from inspector.ui.pages.returns.review import REFUSE, TAKE, Group
from inspector.ui.pages.returns.words import notices
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Mode, Theme
from inspector.ui.translation import Language
from inspector.ui.widgets.empty_state import EmptyState
from tests.services.returned import UNIT, after_photos, filled, findings, put_photo, replies
from tests.ui.fit import filled_buttons, looks, misfits, save_picture
from tests.ui.pages.reception import Reception, reception, returned_list

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Reception]:
    """The page with a list that came back on the table: one row accepted, one to decide, one unknown."""
    with reception(qtbot, look, jobs, tmp_path) as made:
        made.read(returned_list(made.town, tmp_path / "out"))
        yield made


def groups(desk: Reception) -> list[Group]:
    review, file = kept(), desk.page.file
    assert review
    assert file
    return [review.group(row) for row in file.rows]


def test_nothing_changes_before_somebody_says_so(desk: Reception) -> None:
    assert groups(desk) == [Group.ACCEPTED, Group.DECIDE, Group.REFUSED]
    assert {one.status for one in findings(desk.town).values()} == {FindingStatus.DISPATCHED}
    assert filled_buttons(desk.window) == ["应用 1 条"]
    assert desk.page.review.rows_words.text() == (
        "行 3 = 采纳 1 + 要定 1 + 没变 0 + 拒收 1   图 7 = 归位 2 + 原有 3 + 剩 2"
    )


def test_a_list_is_gone_through_and_taken_in_by_keys_alone(desk: Reception) -> None:
    assert desk.window.focusWidget() is desk.page.review.cards
    desk.press(Key.Key_Y)  # what waits for a decision stands first
    assert groups(desk)[1] is Group.ACCEPTED
    desk.press(Key.Key_X)
    assert groups(desk)[1] is Group.REFUSED
    desk.press(Key.Key_Y)
    desk.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert isinstance(desk.page.body.currentWidget(), ResultView)
    assert filled_buttons(desk.window) == ["去复查"]
    assert len(replies(desk.town)) == 2
    assert sum(len(some) for some in after_photos(desk.town).values()) == 3
    desk.press(Key.Key_U)
    assert replies(desk.town) == []
    assert {one.status for one in findings(desk.town).values()} == {FindingStatus.DISPATCHED}


def test_enter_is_the_next_step_before_and_after_the_review(desk: Reception) -> None:
    desk.press(Key.Key_Escape)  # put aside
    assert desk.window.focusWidget() is desk.page.start.next
    desk.press(Key.Key_Return)
    assert desk.window.focusWidget() is desk.page.review.cards
    desk.press(Key.Key_Y)
    desk.press(Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    result = desk.page.body.currentWidget()
    assert isinstance(result, ResultView)
    assert desk.window.focusWidget() is result.recheck
    result.leave.setFocus()
    desk.press(Key.Key_Return)
    assert filled_buttons(desk.window) == ["选文件"]


def test_the_rail_counts_files_that_were_read_and_not_taken_in(desk: Reception) -> None:
    counter = desk.window.rail.buttons["returns"]
    assert counter.accessibleDescription() == "1"
    desk.page.show_start()
    desk.window.go("ledger")
    desk.settle()
    assert counter.accessibleDescription() == "1", "put aside is not done"
    desk.window.go("returns")
    desk.page.go_on()
    desk.page.apply()
    desk.settle()
    assert counter.accessibleDescription() == ""
    desk.read(desk.folder / "out" / "望云街道办 11 月反馈.xlsx")
    assert counter.accessibleDescription() == "1"
    desk.page.forget()
    desk.settle()
    assert counter.accessibleDescription() == ""


def test_cards_say_what_is_odd_about_their_photos_and_decide_nothing(desk: Reception) -> None:
    page, review = desk.page, kept()
    assert review
    assert page.file
    accepted, waits = (row for row in page.file.rows if row.finding)
    assert [odd.complaint.code for odd in review.oddities(accepted)] == ["evidence.no-time"]
    assert any("照片里没有拍摄时间" in words for words in notices(review, accepted))
    assert "只是提醒" in spoken(review, accepted)
    assert not review.oddities(waits)
    assert groups(desk) == [Group.ACCEPTED, Group.DECIDE, Group.REFUSED]


def test_choices_are_pressed_on_the_card(desk: Reception) -> None:
    cards = desk.page.review.cards
    for choice, group in ((REFUSE, Group.REFUSED), (TAKE, Group.ACCEPTED), (TAKE, Group.DECIDE)):
        row = next(row for row in cards.rows if row.finding and row.why)
        place = cards.choice_area(row, choice).center().toPoint()
        QTest.mouseClick(cards.viewport(), Qt.MouseButton.LeftButton, pos=place)
        desk.settle()
        assert groups(desk)[1] is group


def test_a_left_over_picture_is_dropped_on_a_finding_and_taken_away_again(desk: Reception) -> None:
    page, review = desk.page, kept()
    assert review
    assert page.file
    key = review.left(page.file)[0].picture.key
    row = next(row for row in page.review.cards.rows if row.finding and not row.why)
    page.review.cards.choose(row.key)
    desk.settle()
    carried = QMimeData()
    carried.setData(LEFTOVER, key.encode())
    place = QPointF(page.review.cards.visualRect(page.review.cards.currentIndex()).center())
    buttons, keys = Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier
    page.review.cards.dropEvent(QDropEvent(place, Qt.DropAction.CopyAction, carried, buttons, keys))
    desk.settle()
    assert row.finding
    assert review.placed == {key: row.finding.id}
    assert review.pictures(page.file).attached == 3
    QTest.mouseClick(page.review.leftovers.items[key].release, Qt.MouseButton.LeftButton)
    desk.settle()
    assert not review.placed
    page.deciding.place(key, row.finding.id, row.finding.finding.no)
    page.apply()
    desk.settle()
    assert len(after_photos(desk.town)[row.finding.finding.no]) == 3


def test_a_row_nobody_knows_is_given_to_a_finding_by_keyboard(desk: Reception) -> None:
    page, review = desk.page, kept()
    assert review
    assert page.file
    unknown = review.unknown(page.file)[0]
    page.review.leftovers.items[unknown.key].choose.setFocus()
    desk.press(Key.Key_Space)
    chooser = desk.window.findChild(FindingChooser)
    assert chooser
    missing = next(no for no in findings(desk.town) if no not in review.names.values())
    chooser.field.setText(missing)
    desk.qtbot.wait(400)
    desk.settle()
    QTest.keyClick(chooser.field, Key.Key_Return)
    desk.settle()
    assert groups(desk)[2] is Group.ACCEPTED
    page.apply()
    desk.settle()
    assert [reply.said.measures for reply in replies(desk.town)][1:] == ["已报修"]


def test_a_row_nobody_knows_becomes_a_finding_by_keys_and_goes_with_the_import(desk: Reception) -> None:
    page, review = desk.page, kept()
    assert review
    assert page.file
    unknown = review.unknown(page.file)[0]
    page.review.cards.choose(unknown.key)
    desk.press(Key.Key_N)
    asked = desk.window.findChild(NewFindingDialog)
    assert asked
    assert (asked.noted.text, asked.noted.unit) == ("5 号楼外墙皮脱落", desk.town.units[UNIT])
    assert asked.noted.spot.site == desk.town.sites["桂花里小区"]
    asked.text.clear()
    QTest.keyClick(asked.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert asked.isVisible(), "what is wrong has to be said"
    QTest.keyClicks(asked.text, "Loose plaster")
    QTest.keyClick(asked.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    assert groups(desk)[2] is Group.ACCEPTED
    assert not misfits(desk.window)
    before = findings(desk.town)
    page.apply()
    desk.settle()
    (made,) = (one for no, one in findings(desk.town).items() if no not in before)
    assert (made.text, made.status) == ("Loose plaster", FindingStatus.TO_DISPATCH)
    desk.press(Key.Key_U)
    assert len(findings(desk.town)) == len(before)


def test_a_row_beside_becomes_a_finding_by_mouse_and_a_loose_picture_goes_to_it(desk: Reception) -> None:
    page, review = desk.page, kept()
    assert review
    assert page.file
    unknown, loose = review.unknown(page.file)[0], review.left(page.file)[0]
    item = page.review.leftovers.items[unknown.key]
    assert isinstance(item, RowLeft)
    QTest.mouseClick(item.make, Qt.MouseButton.LeftButton)
    desk.settle()
    asked = desk.window.findChild(NewFindingDialog)
    assert asked
    QTest.mouseClick(asked.take, Qt.MouseButton.LeftButton)
    desk.settle()
    page.deciding.choose_finding(loose.picture.key)
    chooser = desk.window.findChild(FindingChooser)
    assert chooser
    chooser.found.setCurrentRow(chooser.found.count() - 1)
    QTest.keyClick(chooser.field, Key.Key_Return)
    desk.settle()
    assert review.placed == {loose.picture.key: awaited(unknown.key)}
    assert review.pictures(page.file).attached == 3
    QTest.mouseClick(page.review.leftovers.items[unknown.key].release, Qt.MouseButton.LeftButton)
    desk.settle()
    assert (review.placed, review.noted, review.decided) == ({}, {}, {})


def test_the_next_leftovers_come_up_as_the_ones_before_are_settled(desk: Reception) -> None:
    def fill(sheet: Worksheet) -> None:
        for number in range(14):
            put_photo(sheet, f"T{40 + number}", number)

    desk.page.forget()
    desk.read(filled(next((desk.folder / "out").rglob("整改清单-望云*.xlsx")), fill, "散.xlsx"))
    leftovers, review = desk.page.review.leftovers, kept()
    assert review
    assert len(leftovers.items) == 12
    first, second, *_ = leftovers.items
    standing = leftovers.items[second]
    leftovers.items[first].refuse.setFocus()
    desk.press(Key.Key_Space)
    assert list(leftovers.items)[-1] == first, "the last settled stands last and can be taken back"
    assert len(leftovers.items) == 13
    assert leftovers.items[second] is standing
    assert desk.window.focusWidget() is standing.choose
    assert not misfits(desk.window)


def test_a_folder_and_a_file_are_read_at_once_and_the_report_names_rows_as_the_unit_sees_them(
    desk: Reception, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (file,) = (desk.folder / "out").rglob("望云街道办*.xlsx")
    (folder := tmp_path / "收到").mkdir()
    (folder / "坏.xlsx").write_bytes(b"PK")
    shutil.copy(file, folder / "同一份.xlsx")
    desk.page.forget()
    desk.read(folder, file)
    review = kept()
    assert review
    assert sorted(one.file.path.name for one in review.preview.files) == ["同一份.xlsx", "坏.xlsx", file.name]
    report = tmp_path / "报告.xlsx"
    monkeypatch.setattr("inspector.ui.pages.returns.reporting.choose_name", lambda *_: report)
    desk.press(Key.Key_E)
    lines = list(openpyxl.load_workbook(report).worksheets[0].iter_rows(min_row=2, values_only=True))
    assert [line[2] for line in lines if line[0] == file.name and str(line[2]).isdigit()][:3] == ["4", "5", "6"]
    assert sum(line[4] == "合计" for line in lines) == 3


def test_groups_filter_and_what_is_put_aside_waits(desk: Reception) -> None:
    page = desk.page
    QTest.mouseClick(page.review.chips[Group.DECIDE], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert [kept() and kept().group(row) for row in page.review.cards.rows] == [Group.DECIDE]  # type: ignore[union-attr]
    QTest.mouseClick(page.review.chips[Group.UNCHANGED], Qt.MouseButton.LeftButton, pos=QPoint(8, 8))
    assert page.review.cards.rows == []
    assert not misfits(desk.window)
    desk.press(Key.Key_Escape)
    assert page.body.currentWidget() is page.start
    assert filled_buttons(desk.window) == ["接着核对"]
    page.go_on()
    assert len(page.review.cards.rows) == 3


def test_an_earlier_import_is_listed_and_taken_back(desk: Reception) -> None:
    desk.page.apply()
    desk.settle()
    desk.page.forget()
    desk.settle()
    assert kept() is None
    button = desk.page.start.take_back_button
    assert button
    QTest.mouseClick(button, Qt.MouseButton.LeftButton)
    desk.settle()
    assert replies(desk.town) == []
    assert desk.page.start.take_back_button is None


def test_the_review_outlives_a_new_look(desk: Reception, look: Look) -> None:
    desk.press(Key.Key_Y)
    look.use(Theme(Mode.DARK, 1.5, motion=False))
    desk.settle()
    assert desk.page.body.currentWidget() is desk.page.review
    assert groups(desk)[1] is Group.ACCEPTED


def test_the_first_time_there_is_one_next_step(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> None:
    with reception(qtbot, look, jobs, tmp_path) as desk:
        assert desk.page.start.findChild(EmptyState)
        assert filled_buttons(desk.window) == ["选文件"]
        broken = tmp_path / "坏.xlsx"
        broken.write_bytes(b"PK\x03\x04")
        shutil.copy(broken, tmp_path / "另一个.et")
        desk.read(broken, tmp_path / "另一个.et")
        assert not desk.page.review.apply.isEnabled()
        assert len(desk.page.review.cards.model().cards) == 1  # type: ignore[attr-defined]
        desk.press(Key.Key_PageDown)
        assert desk.page.head.facts.text() == "另一个.et · 2/2"


@pytest.mark.slow
def test_every_text_has_room_in_every_look(desk: Reception, look: Look) -> None:
    wrong = {}
    for language, theme, size in looks():
        translation.use(language)
        look.use(theme)
        desk.window.resize(*size)
        desk.settle()
        steps: tuple[Callable[[], object], ...] = (lambda: None, desk.page.show_start, desk.page.go_on)
        for step in steps:
            step()
            desk.settle()
            if found := misfits(desk.window):
                wrong[language, theme.scale, size] = found
        assert len(filled_buttons(desk.window)) == 1
    translation.use(Language.CHINESE)
    assert wrong == {}


def test_pictures_of_the_page_for_eyes(desk: Reception, look: Look, tmp_path: Path) -> None:
    desk.qtbot.wait(200)
    desk.settle()
    save_picture(desk.window, tmp_path, "returns-zh")
    translation.use(Language.ENGLISH)
    look.use(Theme(scale=2.0, motion=False))
    desk.settle()
    assert save_picture(desk.window, tmp_path, "returns-en-200").stat().st_size > 20_000
    assert not misfits(desk.window)
