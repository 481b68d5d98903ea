"""The ledger page: journeys by keyboard and mouse, and how it looks."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import QDate, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.ui import translation
from inspector.ui.dialogs.days_dialog import DaysDialog
from inspector.ui.dialogs.photo_dialog import PhotoDialog
from inspector.ui.dialogs.reason_dialog import ReasonDialog
from inspector.ui.dialogs.unit_dialog import UnitDialog
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.pages.ledger.periods import OWN
from inspector.ui.theme.apply import Look
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.tokens import Mode, Theme
from inspector.ui.translation import Language
from tests.town import make_town
from tests.ui.fit import filled_buttons, looks, misfits, save_picture
from tests.ui.pages.office import SPECS, Office, office_at_work
from tests.ui.pages.seat import OtherPage

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def office(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Office]:
    """The office with the ledger open."""
    with office_at_work(qtbot, look, jobs, tmp_path) as made:
        yield made


def test_digits_choose_the_saved_views(office: Office) -> None:
    assert len(office.listed()) == 13
    for key, number in (
        (Key.Key_2, 6),
        (Key.Key_3, 5),
        (Key.Key_4, 4),
        (Key.Key_8, 1),
        (Key.Key_9, 1),
        (Key.Key_1, 13),
    ):
        office.press(key)
        assert len(office.listed()) == number


def test_tabs_say_how_many_and_can_be_pressed(office: Office) -> None:
    tab = office.ledger.filters.tabs["to_dispatch"]
    assert tab.text() == "待交办 6"
    QTest.mouseClick(tab, Qt.MouseButton.LeftButton)
    office.settle()
    assert len(office.listed()) == 6


def test_searching_by_initials_after_a_slash(office: Office) -> None:
    office.press(Key.Key_Slash)
    assert office.window.focusWidget() is office.ledger.search
    QTest.keyClicks(office.ledger.search, "ghl")
    office.qtbot.waitUntil(lambda: len(office.listed()) == 5)
    assert office.ledger.where()["text"] == "ghl"


def test_nothing_found_says_so_and_leads_back(office: Office) -> None:
    office.go("ledger", text="没有这样的问题")
    assert office.ledger.area.currentWidget() is not office.ledger.area.table
    office.ledger.area.clear_wanted.emit()
    office.settle()
    assert len(office.listed()) == 13


def test_a_filter_becomes_a_chip_that_takes_it_off(office: Office) -> None:
    office.ledger.filters.lists["streets"].chosen.emit(office.town.streets["清溪街道"])
    office.settle()
    assert len(office.listed()) == 4
    assert office.ledger.filters.count.text() == "筛出 4 条"
    office.ledger.filters.clear.click()
    office.settle()
    assert len(office.listed()) == 13


def test_the_last_days_can_be_asked_for(office: Office) -> None:
    office.ledger.filters.lists["found"].chosen.emit("7")
    office.settle()
    assert len(office.listed()) == 11


def test_two_days_of_one_s_own_are_asked_for_and_kept_as_a_chip(office: Office) -> None:
    office.ledger.filters.lists["due"].chosen.emit(OWN)
    office.settle()
    dialog = office.window.findChild(DaysDialog)
    assert dialog is not None
    assert not misfits(dialog)
    dialog.since.setDate(QDate(2026, 12, 7))
    dialog.until.setDate(QDate(2026, 11, 23))  # the later first: put in order
    dialog.take.click()
    office.settle()
    where = office.ledger.where()
    assert (where["due_since"], where["due_until"]) == ("2026-11-23", "2026-12-07")
    rows = office.town.services.ledger.rows(office.ledger.area.model.ids)
    assert rows
    assert all(row.due_on and date(2026, 11, 23) <= row.due_on <= date(2026, 12, 7) for row in rows.values())
    chips = [chip.text() for chip in office.ledger.filters.findChildren(QPushButton) if "期限 11-23" in chip.text()]
    assert len(chips) == 1
    office.go("dispatch")
    office.window.back()
    office.settle()
    assert office.ledger.where()["due_until"] == "2026-12-07"


def test_a_press_on_a_head_sorts_in_the_database_and_again_turns(office: Office) -> None:
    office.ledger.area.sort_wanted.emit(LedgerOrder.NUMBER)
    office.settle()
    ids = list(office.ledger.area.model.ids)
    office.ledger.area.sort_wanted.emit(LedgerOrder.NUMBER)
    office.settle()
    assert list(office.ledger.area.model.ids) == ids[::-1]
    asked = LedgerQuery(order=LedgerOrder.NUMBER, descending=False)
    assert list(office.town.services.ledger.ids(asked)) == ids


def test_the_head_can_be_pressed(office: Office) -> None:
    head = office.ledger.area.table.horizontalHeader()
    place = QPoint(head.sectionViewportPosition(2) + 10, head.height() // 2)
    QTest.mouseClick(head.viewport(), Qt.MouseButton.LeftButton, pos=place)
    office.settle()
    assert office.ledger.where()["order"] == "no"


def test_arrows_show_each_finding_in_full(office: Office) -> None:
    office.ledger.area.table.setFocus()
    office.press(Key.Key_Down)
    story = office.ledger.detail.story
    assert story is not None
    assert story.id == office.ledger.area.table.current_id() == office.ledger.area.model.id_at(1)


def test_arrows_in_the_search_field_choose_and_enter_goes_to_the_list(office: Office) -> None:
    ledger = office.ledger
    QTest.keyClick(ledger.search, Key.Key_Down)
    assert ledger.area.table.current_id() == ledger.area.model.id_at(1)
    QTest.keyClick(ledger.search, Key.Key_PageUp)
    assert ledger.area.table.current_id() == ledger.area.model.id_at(0)
    QTest.keyClick(ledger.search, Key.Key_Return)
    assert ledger.area.table.hasFocus()


def test_space_ticks_and_the_foot_offers_what_can_be_done(office: Office) -> None:
    office.press(Key.Key_2)
    office.ledger.area.table.setFocus()
    office.press(Key.Key_Space)
    assert len(office.ledger.area.model.ticked) == 1
    assert office.ledger.selection.isVisible()
    office.press(Key.Key_A, CTRL)
    assert office.ledger.selection.dispatch.text().strip() == "交办 6 条"
    assert filled_buttons(office.window) == ["交办 6 条"]
    office.press(Key.Key_Escape)
    assert not office.ledger.selection.isVisible()


def test_a_press_on_the_box_ticks_and_leaves_the_current_row(office: Office) -> None:
    table = office.ledger.area.table
    before = table.current_id()
    box = table.visualRect(office.ledger.area.model.index(2, 0)).center()
    QTest.mouseClick(table.viewport(), Qt.MouseButton.LeftButton, pos=box)
    assert set(office.ledger.area.model.ticked) == {office.ledger.area.model.id_at(2)}
    assert table.current_id() == before


def test_what_cannot_be_dispatched_is_not_offered(office: Office) -> None:
    office.press(Key.Key_3)
    office.ledger.area.table.setFocus()
    office.press(Key.Key_A, CTRL)
    assert office.ledger.selection.dispatch.isHidden()
    assert office.ledger.selection.void.text().strip() == "作废 5 条"


def test_ticked_findings_go_to_the_dispatch_page(office: Office) -> None:
    office.press(Key.Key_1)
    office.ledger.area.table.setFocus()
    office.press(Key.Key_A, CTRL)
    office.ledger.selection.dispatch.click()
    office.settle()
    plan = office.dispatch.plan
    assert plan is not None
    assert len(plan.findings) == 6


def test_void_asks_for_a_reason_and_u_takes_it_back(office: Office) -> None:
    office.press(Key.Key_2)
    office.ledger.area.table.setFocus()
    office.press(Key.Key_Space)
    office.ledger.selection.void.click()
    dialog = office.window.findChild(ReasonDialog)
    assert dialog is not None
    assert not dialog.go.isEnabled()
    dialog.reason.setPlainText("重复记录")
    dialog.go.click()
    office.settle()
    assert office.town.services.ledger.counts()[FindingStatus.VOID] == 2
    assert len(office.listed()) == 5
    office.press(Key.Key_U)
    assert office.town.services.ledger.counts()[FindingStatus.VOID] == 1
    assert len(office.listed()) == 6


def test_open_inspection_leads_to_the_item(office: Office) -> None:
    story = office.ledger.detail.story
    assert story is not None
    QTest.mouseClick(office.ledger.detail.open_inspection, Qt.MouseButton.LeftButton)
    page = office.window.pages.page
    assert isinstance(page, OtherPage)
    assert page.asked == {"inspection": story.finding.inspection, "item": story.finding.item}


def test_z_shows_the_photo_large(office: Office) -> None:
    office.go("ledger", text="水果摊")
    office.ledger.area.table.setFocus()
    office.press(Key.Key_Z)
    dialog = office.window.findChild(PhotoDialog)
    assert dialog is not None
    first = dialog.caption.text()
    assert not dialog.picture.pixmap().isNull()
    QTest.keyClick(dialog, Key.Key_Right)
    office.settle()
    assert dialog.caption.text() != first


def test_go_with_a_finding_opens_it(office: Office) -> None:
    last = office.ledger.area.model.ids[-1]
    office.go("ledger", finding=last)
    assert office.ledger.area.table.current_id() == last
    story = office.ledger.detail.story
    assert story is not None
    assert story.id == last


def test_columns_are_chosen_and_remembered(office: Office) -> None:
    menu = office.ledger.columns.menu()
    street = next(action for action in menu.actions() if action.text() == "镇街")
    assert office.ledger.area.table.isColumnHidden(4)
    street.trigger()
    assert not office.ledger.area.table.isColumnHidden(4)
    assert "street" in office.window.context.preferences.get().ledger_columns
    office.window.rebuild()
    office.settle()
    assert not office.ledger.area.table.isColumnHidden(4)


def test_a_late_answer_does_not_replace_a_newer_one(office: Office) -> None:
    office.window.go("ledger", text="没有")
    office.window.go("ledger", text="ghl")
    office.settle()
    assert len(office.listed()) == 5
    assert office.ledger.search.text() == "ghl"


def test_what_is_asked_survives_a_change_of_text_size(office: Office) -> None:
    office.go("ledger", view="to_dispatch", text="ghl", order="no")
    office.press(Key.Key_Plus, CTRL)
    assert len(office.listed()) == 4
    assert office.ledger.where() == {"view": "to_dispatch", "text": "ghl", "order": "no"}


def test_with_less_width_enter_opens_the_panel_and_escape_closes_it(office: Office) -> None:
    office.window.resize(1093, 534)
    office.settle()
    assert office.ledger.mode is LayoutMode.TWO
    assert office.ledger.detail.isHidden()
    office.ledger.area.table.setFocus()
    office.press(Key.Key_Return)
    assert office.ledger.detail.isVisible()
    office.press(Key.Key_Escape)
    assert office.ledger.detail.isHidden()


def test_an_empty_ledger_tells_the_first_steps(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> None:
    town = make_town(tmp_path / "town.db")
    window = MainWindow(town.services, look, jobs, SPECS)
    qtbot.addWidget(window)
    window.resize(1366, 768)
    window.show()
    made = Office(qtbot, window, town, tmp_path / "out")
    qtbot.waitUntil(lambda: made.ledger.area.is_first_run)
    assert filled_buttons(window) == ["开始检查"]
    save_picture(window, tmp_path, "ledger-empty")
    jobs.close()
    town.services.close()


@pytest.mark.slow
def test_the_ledger_fits_in_every_look(office: Office) -> None:
    wrong = []
    for language, theme, size in looks():
        translation.use(language)
        office.window.resize(*size)
        office.window.context.look.use(theme)
        office.settle()
        office.ledger.area.model.tick(office.ledger.area.model.ids[:3], on=True)
        office.settle()
        where = f"{language} {theme.scale} {theme.mode} {size}"
        if (office.window.width(), office.window.height()) != size:
            wrong.append(f"{where}: window {office.window.size().toTuple()}")
        wrong += [f"{where}: {text}" for text in misfits(office.window)]
        if len(filled_buttons(office.window)) > 1:
            wrong.append(f"{where}: filled {filled_buttons(office.window)}")
    assert not wrong


@pytest.mark.parametrize("language", list(Language))
def test_pictures_of_the_ledger(office: Office, tmp_path: Path, language: Language) -> None:
    translation.use(language)
    for name, theme in (("100", Theme()), ("dark", Theme(Mode.DARK)), ("200", Theme(scale=2.0))):
        office.window.context.look.use(theme)
        office.settle()
        assert save_picture(office.window, tmp_path / "pictures", f"ledger-{language}-{name}").stat().st_size > 20_000


def test_the_ticked_ones_get_another_unit_in_one_act_and_u_takes_it_back(office: Office) -> None:
    office.press(Key.Key_2)
    office.ledger.area.table.setFocus()
    office.press(Key.Key_A, CTRL)
    findings = tuple(office.ledger.area.model.ticked)
    before = {one: office.town.services.ledger.story(one).finding.unit for one in findings}
    (change,) = [a for a in office.ledger.selection.moves.menu().actions() if a.text() == "给 6 条改单位"]
    change.trigger()
    office.settle()
    dialog = office.window.findChild(UnitDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.focusWidget(), "qcgj")
    QTest.keyClick(dialog.focusWidget(), Key.Key_Return)
    office.settle()
    assert {office.town.services.ledger.story(one).finding.unit for one in findings} == {office.town.units["区城管局"]}
    assert not office.ledger.area.model.ticked
    office.press(Key.Key_U)
    assert {one: office.town.services.ledger.story(one).finding.unit for one in findings} == before


def test_what_was_dispatched_is_offered_no_other_unit_here(office: Office) -> None:
    office.press(Key.Key_3)
    office.ledger.area.table.setFocus()
    office.press(Key.Key_A, CTRL)
    assert not any("改单位" in action.text() for action in office.ledger.selection.moves.menu().actions())


def test_a_finding_that_was_asked_for_stands_alone_in_one_column(office: Office) -> None:
    finding = office.ledger.area.model.ids[2]
    office.go("dispatch")
    office.window.context.look.use(Theme(scale=2.0, motion=False))
    office.settle()
    office.go("ledger", finding=finding)
    assert office.ledger.detail.isVisible()
    assert not office.ledger.area.isVisible()
    office.window.escape()
    office.settle()
    assert office.ledger.area.isVisible()


def test_a_finding_far_down_is_seen_whole_above_the_keys(office: Office) -> None:
    office.window.resize(1366, 690)
    office.settle()
    finding = office.ledger.area.model.ids[-1]
    office.go("dispatch")
    office.window.rebuild()
    office.settle()
    office.go("ledger", finding=finding)
    table = office.ledger.area.table
    assert table.current_id() == finding
    assert table.viewport().rect().contains(table.visualRect(table.currentIndex()).adjusted(0, 0, -1, -1))


def test_keys_are_printed_under_the_list_until_something_is_ticked(office: Office) -> None:
    foot = office.ledger.ticked.foot
    assert any(label.text() == "全选" and label.isVisible() for label in foot.findChildren(QLabel))
    high = foot.height()
    office.press(Key.Key_Space)
    assert office.ledger.selection.isVisible()
    assert not any(label.text() == "全选" and label.isVisible() for label in foot.findChildren(QLabel))
    assert foot.height() == high  # the first tick moves no row
