"""Settings: every change is there at once, and the data can be kept safe."""

from collections.abc import Iterator
from datetime import date, timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog, QLineEdit, QPushButton
from pytestqt.qtbot import QtBot

from inspector.config.pin import pin_fits
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.ui import translation
from inspector.ui.dialogs.error_dialog import ErrorDialog
from inspector.ui.dialogs.pin_dialog import PinDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.settings.calendar_card import CalendarCard
from inspector.ui.pages.settings.data_card import DataCard
from inspector.ui.pages.settings.page import SettingsPage
from inspector.ui.pages.settings.pins import PinCard
from inspector.ui.pages.settings.restore_dialog import RestoreDialog
from inspector.ui.pages.settings.rows import SettingRow
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import MINIMUM_WINDOW, Mode, Theme
from inspector.ui.translation import Language
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.form import LineField
from inspector.ui.widgets.segmented import Segmented
from inspector.ui.widgets.switch import Switch
from tests.ui.fit import save_picture
from tests.ui.pages.desk import Desk, furnished_clerk_at

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Desk]:
    """The window of a furnished town on its settings."""
    with furnished_clerk_at("settings", qtbot, look, jobs, tmp_path / "town.db") as made:
        made.settle()
        yield made


def page(desk: Desk) -> SettingsPage:
    assert isinstance(desk.page, SettingsPage)
    return desk.page


def data(desk: Desk) -> DataCard:
    card = page(desk).cards.data
    assert card
    return card


def calendar(desk: Desk) -> CalendarCard:
    card = page(desk).cards.calendar
    assert card
    return card


def pins(desk: Desk) -> PinCard:
    card = page(desk).cards.pins
    assert card
    return card


def field(desk: Desk, name: str) -> LineField:
    return next(each for each in page(desk).findChildren(LineField) if each.accessibleName() == name)


def switch(desk: Desk, name: str) -> Switch:
    return next(each for each in page(desk).findChildren(Switch) if each.accessibleName() == name)


def press_segment(desk: Desk, words: str) -> None:
    for segmented in page(desk).findChildren(Segmented):
        for made in segmented.findChildren(QPushButton):
            if made.text() == words:
                desk.click(made)
                return
    raise AssertionError(words)


def test_each_card_stands_once_however_the_form_changes(desk: Desk) -> None:
    desk.window.context.look.use(Theme(scale=2.0, motion=False))
    desk.window.resize(*MINIMUM_WINDOW)
    desk.settle()
    shown = [card for card in page(desk).findChildren(Card) if card.isVisible()]
    assert len(shown) == len(page(desk).cards.by_section)


def write(desk: Desk, name: str, text: str) -> None:
    field(desk, name).setText(text)
    desk.press(field(desk, name), Key.Key_Return)


def test_the_text_size_changes_the_whole_window_at_once(desk: Desk) -> None:
    press_segment(desk, "150 %")
    assert desk.window.context.look.theme.scale == 1.5
    assert desk.window.context.preferences.get().text_scale == 1.5
    assert desk.window.pages.name == "settings"


def test_colours_change_at_once(desk: Desk) -> None:
    press_segment(desk, "深色")
    assert desk.window.context.look.theme.mode is Mode.DARK
    assert desk.window.context.preferences.get().theme == "dark"


def test_the_language_changes_at_once_and_back(desk: Desk) -> None:
    press_segment(desk, "English")
    assert page(desk).head.title.text() == "Settings"
    assert desk.window.context.preferences.get().language == "en"
    press_segment(desk, "中文")
    assert page(desk).head.title.text() == "设置"


def test_the_name_is_written_beside_what_is_done_from_now_on(desk: Desk) -> None:
    write(desk, "姓名", "李强")
    services = desk.town.services
    finding = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)))[0]
    services.ledger.void([finding], "重复")
    assert services.ledger.history(finding)[0].person == "李强"
    assert desk.window.context.preferences.get().person == "李强"


def test_score_and_motion_are_preferences_of_this_machine(desk: Desk) -> None:
    desk.click(switch(desk, "显示实时得分"))
    assert desk.window.context.preferences.get().show_score is False
    desk.click(switch(desk, "减少动画"))
    assert desk.window.context.preferences.get().reduce_motion is False


def test_an_office_setting_is_kept_and_taken_back_with_undo(desk: Desk) -> None:
    write(desk, "签发单位", "文明办")
    assert desk.town.services.office.settings()["dispatch.issuer"] == "文明办"
    desk.undo()
    assert desk.town.services.office.settings()["dispatch.issuer"] == "创城办"
    assert field(desk, "签发单位").text() == "创城办"


def test_the_number_pattern_shows_its_next_number_while_it_is_written(desk: Desk) -> None:
    made = field(desk, "交办编号")
    made.clear()
    QTest.keyClicks(made, "X{year}-{n}")
    row = made.parent()
    assert isinstance(row, SettingRow)
    assert "X2026-12" in row.hint.text()


def test_a_pattern_without_a_number_is_told_beside_its_field_and_not_kept(desk: Desk) -> None:
    write(desk, "交办编号", "创城办文件")
    row = field(desk, "交办编号").parent()
    assert isinstance(row, SettingRow)
    assert "{n}" in row.hint.text()
    assert desk.town.services.office.settings()["dispatch.pattern"] == "创城办〔{year}〕{n}号"


def test_veto_and_originals_are_decided_for_the_office(desk: Desk) -> None:
    desk.click(switch(desk, "红线封顶得分"))
    desk.click(switch(desk, "留存原图"))
    settings = desk.town.services.office.settings()
    assert (settings["score.cap_on_veto"], settings["photos.keep_originals"]) == ("yes", "yes")


def test_a_saturday_becomes_a_working_day_and_goes_back(desk: Desk) -> None:
    card = calendar(desk)
    card.show_day(date(2026, 11, 28))
    assert card.work.value == "off"
    card.set_day(works=True)
    assert desk.town.services.calendar.calendar().is_workday(date(2026, 11, 28))
    assert card.back.isVisibleTo(card)
    card.drop()
    assert not desk.town.services.calendar.calendar().is_workday(date(2026, 11, 28))
    desk.undo()
    assert desk.town.services.calendar.calendar().is_workday(date(2026, 11, 28))


def test_arrows_and_clicks_choose_days_of_the_year(desk: Desk) -> None:
    card = calendar(desk)
    card.show_day(date(2026, 1, 1))
    desk.press(card.view, Key.Key_Right)
    assert card.view.day == date(2026, 1, 2)
    desk.press(card.view, Key.Key_Down)
    assert card.view.day == date(2026, 1, 9)
    first = next(area for day, area in card.view._cells() if day == date(2026, 1, 5))
    middle = QPoint(round(first.center().x()), round(first.center().y()))
    QTest.mouseClick(card.view, Qt.MouseButton.LeftButton, pos=middle)
    assert card.view.day == date(2026, 1, 5)


def test_the_year_that_is_not_announced_is_marked(desk: Desk) -> None:
    card = calendar(desk)
    card.show_day(date(2026, 11, 22))
    assert not card.provisional.isVisibleTo(card)
    card.show_day(date(2027, 11, 22))
    assert card.provisional.isVisibleTo(card)


def test_a_backup_is_written_and_its_time_is_shown(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "没有备份过" in data(desk).backed_up
    target = tmp_path / "备份.db"
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(target), ""))
    desk.click(data(desk).back_up_button)
    assert target.stat().st_size > 100_000
    assert "备份.db" in data(desk).backed_up


def test_an_old_backup_warns_with_its_age(desk: Desk, tmp_path: Path) -> None:
    desk.town.services.upkeep.back_up(tmp_path / "backup.db")
    desk.town.clock.now += timedelta(days=12)
    data(desk).show_facts()
    desk.settle()
    assert "12 天" in data(desk).backed_up


def test_a_backup_that_cannot_be_written_is_told_and_nothing_is_harmed(desk: Desk, tmp_path: Path) -> None:
    data(desk).back_up(tmp_path / "no such folder" / "backup.db")
    desk.settle()
    assert desk.window.findChildren(ErrorDialog)
    assert desk.town.services.upkeep.last_backup() is None


def test_checking_says_that_everything_is_whole(desk: Desk) -> None:
    desk.click(data(desk).check_button)
    assert "完好" in data(desk).result


def test_restoring_puts_the_backup_in_place_and_shows_it(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = desk.town.services
    backup = services.upkeep.back_up(tmp_path / "backup.db")
    services.office.decide("district.name", "临江区")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup.path), ""))
    data(desk).ask_restore()
    dialog = desk.window.findChild(RestoreDialog)
    assert dialog
    dialog.go.click()
    desk.settle()
    assert desk.window.pages.name == "today"
    assert services.office.settings()["district.name"] == ""


def test_leaving_the_restore_dialog_changes_nothing(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    services = desk.town.services
    backup = services.upkeep.back_up(tmp_path / "backup.db")
    services.office.decide("district.name", "临江区")
    monkeypatch.setattr(QFileDialog, "getOpenFileName", lambda *_: (str(backup.path), ""))
    data(desk).ask_restore()
    dialog = desk.window.findChild(RestoreDialog)
    assert dialog
    dialog.leave.click()
    desk.settle()
    assert services.office.settings()["district.name"] == "临江区"


def test_who_is_led_to_a_section_writes_at_once(desk: Desk) -> None:
    desk.go("settings", section="person")
    field = desk.window.focusWidget()
    assert isinstance(field, QLineEdit)
    assert page(desk).cards.by_section["person"].isAncestorOf(field)
    assert page(desk).regions()[0] is field


def test_every_section_is_reached_from_the_list_at_the_left(desk: Desk) -> None:
    for name in ("calendar", "about", "person"):
        page(desk).show_section(name)
        desk.settle()
        assert page(desk).where() == {"section": name}


@pytest.mark.parametrize(
    ("name", "short", "first", "second"), [("kiosk", "258", "2580", "2468"), ("office", "25803", "258036", "246813")]
)
def test_a_pin_is_set_and_changed_with_the_old_one(desk: Desk, name: str, short: str, first: str, second: str) -> None:
    def asked(old: str, new: str) -> str:
        """Press the row's button, fill the dialog in; what it finds wrong, "" when the PIN is kept."""
        desk.click(pins(desk).buttons[name])
        dialog = desk.window.findChildren(PinDialog)[-1]
        dialog.old.setText(old)
        dialog.new.setText(new)
        desk.press(dialog.new, Key.Key_Return)
        if not desk.window.findChildren(PinDialog):
            return ""
        problem = dialog.problem.text()
        dialog.reject()
        desk.settle()
        return problem

    assert pins(desk).buttons[name].accessibleName() == "设口令"
    assert "位数字" in asked("", short)
    assert asked("", first) == ""
    assert pins(desk).buttons[name].accessibleName() == "改口令"
    assert "口令不对" in asked("0000", second)
    assert asked(first, second) == ""
    if name == "kiosk":
        assert pin_fits(second, desk.window.context.preferences.get().kiosk_pin)
    else:
        desk.town.services.complaints.check_pin(second)


@pytest.mark.slow
def test_everything_fits_in_every_look(desk: Desk) -> None:
    assert desk.misfits_in_every_look() == []


def test_the_page_never_needs_more_than_the_smallest_window(desk: Desk) -> None:
    desk.window.resize(*MINIMUM_WINDOW)
    desk.settle()
    assert desk.page.minimumSizeHint().height() <= MINIMUM_WINDOW[1]


def test_pictures_are_written(desk: Desk, tmp_path: Path) -> None:
    for language in Language:
        for scale in (1.0, 2.0):
            translation.use(language)
            desk.window.resize(1366, 768)
            desk.window.context.look.use(Theme(scale=scale, motion=False))
            desk.settle()
            assert save_picture(desk.window, tmp_path, f"settings-{language}-{scale}").stat().st_size > 10_000
