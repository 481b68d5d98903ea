"""The home page: what waits is there, and one key does it."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton
from pytestqt.qtbot import QtBot

from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.domain.replies import Outcome, Said
from inspector.domain.sites import Site, Street
from inspector.domain.stored import Changed
from inspector.services.services import open_services
from inspector.ui import translation
from inspector.ui.dialogs.find_dialog import FindDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.registers.page import RegistersPage
from inspector.ui.pages.today.deeds import DeedRow
from inspector.ui.pages.today.draft_card import DraftCard
from inspector.ui.pages.today.page import TodayPage
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import MINIMUM_WINDOW, Theme
from inspector.ui.translation import Language
from inspector.ui.widgets.form import LineField
from inspector.ui.widgets.labels import ElidingLabel
from inspector.ui.widgets.row_button import RowButton
from tests.town import Town
from tests.ui.fit import filled_buttons, save_picture
from tests.ui.pages.desk import Desk, furnished_clerk_at
from tests.ui.pages.seat import seated

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Desk]:
    """The window of a furnished town on its home page, its inspector named."""
    with furnished_clerk_at("today", qtbot, look, jobs, tmp_path / "town.db") as made:
        made.window.context.sign_as("王敏")
        made.settle()
        yield made


@pytest.fixture
def first_day(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Desk]:
    """The window on a workspace just made."""
    town = Town(open_services(tmp_path / "new.db"), lambda: None, {}, {}, {})  # type: ignore[arg-type] # no clock
    with seated(Desk, town, page_specs(), qtbot, look, jobs, (1366, 690)) as made:
        yield made


def page(desk: Desk) -> TodayPage:
    assert isinstance(desk.page, TodayPage)
    return desk.page


def rows(desk: Desk) -> list[DeedRow]:
    return page(desk).deeds.findChildren(DeedRow)


def row(desk: Desk, title: str) -> DeedRow:
    return next(each for each in rows(desk) if each.deed.title == title)


def test_enter_goes_on_with_the_inspection_that_was_left(desk: Desk) -> None:
    card = page(desk).deeds.findChild(DraftCard)
    assert card
    assert card.is_current
    draft = desk.town.services.inspections.drafts()[0].id
    desk.press(page(desk).deeds, Key.Key_Return)
    assert desk.window.pages.name == "record"
    assert desk.page.where()["inspection"] == draft


def test_arrows_walk_over_all_cards_and_enter_opens_the_row(desk: Desk) -> None:
    desk.press(page(desk).deeds, Key.Key_Down)
    assert row(desk, "问题待交办").is_current
    desk.press(page(desk).deeds, Key.Key_Down)
    assert row(desk, "超期未反馈").is_current
    desk.press(page(desk).deeds, Key.Key_Return)
    assert desk.window.pages.name == "ledger"
    assert desk.page.where()["view"] == "overdue"


def test_the_last_row_is_the_end(desk: Desk) -> None:
    for _ in range(30):
        page(desk).deeds.move_by(1)
    assert rows(desk)[-1].is_current
    for _ in range(30):
        page(desk).deeds.move_by(-1)
    assert isinstance(page(desk).deeds.current_row, DraftCard)


def test_a_press_on_a_row_and_on_its_button_do_the_same(desk: Desk) -> None:
    desk.click(row(desk, "问题待交办"))
    assert desk.window.pages.name == "dispatch"
    desk.window.go("today")
    desk.settle()
    desk.click(row(desk, "问题待交办").button)
    assert desk.window.pages.name == "dispatch"


def test_the_figures_are_those_of_the_service(desk: Desk) -> None:
    today = desk.town.services.today.today()
    assert row(desk, "问题待交办").deed.count == today.to_dispatch
    assert row(desk, "超期未反馈").deed.count == today.overdue
    assert str(today.to_dispatch_units) in row(desk, "问题待交办").deed.why


def test_a_unit_that_owes_opens_the_ledger_with_what_it_owes(desk: Desk) -> None:
    unit = desk.town.services.today.today().due_by_unit[0]
    owing = [r for r in page(desk).findChildren(RowButton) if r.accessibleName().startswith(unit.name)]
    desk.click(owing[0])
    assert desk.window.pages.name == "ledger"
    assert desk.page.where()["unit"] == unit.unit


def test_a_next_site_stands_chosen_on_the_pick_page(desk: Desk) -> None:
    desk.town.services.office.decide("round", "第 12 轮")
    desk.window.go("today")
    desk.settle()
    line = desk.town.services.today.today().next_sites[0]
    desk.click(row(desk, line.name))
    assert desk.window.pages.name == "pick_site"
    assert desk.page.where()["site"] == line.id


def test_what_changes_elsewhere_is_counted_anew(desk: Desk) -> None:
    before = row(desk, "问题待交办").deed.count
    assert before
    waiting = desk.town.services.ledger.ids(LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)))[0]
    desk.window.changed(desk.town.services.ledger.void([waiting], "重复"))
    desk.settle()
    assert row(desk, "问题待交办").deed.count == before - 1


def test_a_letter_in_the_field_searches_everything_and_leads_to_the_site(desk: Desk) -> None:
    QTest.keyClicks(page(desk).search, "h")
    dialog = desk.window.findChild(FindDialog)
    assert dialog is not None
    QTest.keyClicks(dialog.field, "lsc")
    assert dialog.field.text() == "hlsc"
    desk.qtbot.waitUntil(lambda: dialog.found.count() > 0)
    QTest.keyClick(dialog.field, Key.Key_Return)
    desk.settle()
    assert desk.window.pages.name == "pick_site"
    assert desk.page.where()["site"] == desk.town.sites["红莲市场"]


def test_a_press_on_the_field_opens_the_search(desk: Desk) -> None:
    desk.click(page(desk).search)
    dialog = desk.window.findChild(FindDialog)
    assert dialog is not None
    assert dialog.field.text() == ""


def test_rows_with_and_without_a_count_begin_their_words_at_one_edge(desk: Desk) -> None:
    desk.town.services.inspections.start(desk.town.sites["槐荫巷"], "王敏")
    desk.town.services.inspections.start(desk.town.sites["育英小学"], "王敏")
    desk.window.changed(Changed(frozenset({"inspection"})))
    desk.settle()
    rows = [each for each in desk.page.findChildren(DeedRow) if each.deed.icon]
    assert {each.deed.count is None for each in rows} == {True, False}
    titles = [
        next(label for label in each.findChildren(ElidingLabel) if label.text() == each.deed.title) for each in rows
    ]
    assert len({title.mapTo(desk.window, title.rect().topLeft()).x() for title in titles}) == 1


def test_replies_wait_for_a_look_on_site(desk: Desk) -> None:
    services = desk.town.services
    sent = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.DISPATCHED,)))[:2]
    moved = services.moves.make(Move.REPLY, sent, Given(said=Said(Outcome.DONE, "已清理")))
    assert moved.changed
    desk.window.changed(moved.changed)
    desk.settle()
    assert row(desk, "反馈后待复查").deed.count == len(sent) == services.rechecking.waiting()
    row(desk, "反馈后待复查").click()
    desk.settle()
    assert desk.window.pages.name == "recheck"


def test_the_name_stands_in_the_head_and_leads_to_the_settings(desk: Desk) -> None:
    assert page(desk).person.text().strip() == "王敏"
    desk.click(page(desk).person)
    assert desk.window.pages.name == "settings"


def test_the_first_day_asks_for_the_name_once_and_in_place(first_day: Desk) -> None:
    assert filled_buttons(first_day.window) == ["就用这个姓名"]
    field = page(first_day).findChild(LineField)
    assert field
    field.setText("王敏")
    first_day.press(field, Key.Key_Return)
    assert first_day.window.context.preferences.get().person == "王敏"
    assert page(first_day).person.text().strip() == "王敏"
    assert [each for each in page(first_day).findChildren(LineField) if each.isVisible()] == []
    assert filled_buttons(first_day.window) == ["开始检查"]


def test_the_first_day_begins_at_the_field_for_the_name(first_day: Desk) -> None:
    focus = first_day.window.focusWidget()
    assert isinstance(focus, LineField)
    first_day.press(focus, Key.Key_A)
    first_day.press(focus, Key.Key_Return)
    assert first_day.window.context.preferences.get().person == "a"
    focus = first_day.window.focusWidget()
    assert isinstance(focus, QPushButton)
    assert focus.text().strip() == "开始检查"


def test_the_first_site_ends_the_first_day(first_day: Desk) -> None:
    _, changed = first_day.town.services.registers.save(Site("桂花里小区", "LX"))
    first_day.window.changed(changed)
    first_day.settle()
    assert [each.deed.title for each in rows(first_day)] == ["桂花里小区"]


def test_figures_that_cannot_be_read_leave_a_note_and_a_way_to_try_again(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def broken() -> None:
        raise OSError(5, "Input/output error")

    with monkeypatch.context() as patch:
        patch.setattr(desk.town.services.today, "today", broken)
        desk.window.go("ledger")
        desk.window.go("today")
        desk.settle()
    again = next(b for b in page(desk).findChildren(QPushButton) if b.text().strip() == "再试一次")
    desk.click(again)
    assert rows(desk)


@pytest.mark.slow
def test_everything_fits_in_every_look(desk: Desk) -> None:
    assert desk.misfits_in_every_look() == []


@pytest.mark.slow
def test_the_first_day_fits_in_every_look(first_day: Desk) -> None:
    assert first_day.misfits_in_every_look() == []


def test_the_page_never_needs_more_than_the_smallest_window(desk: Desk) -> None:
    least = desk.page.minimumSizeHint()
    assert (least.width(), least.height()) <= MINIMUM_WINDOW
    assert least.height() <= MINIMUM_WINDOW[1]


def test_pictures_are_written(desk: Desk, tmp_path: Path) -> None:
    for language in Language:
        for scale in (1.0, 2.0):
            translation.use(language)
            desk.window.resize(1366, 768)
            desk.window.context.look.use(Theme(scale=scale, motion=False))
            desk.settle()
            assert save_picture(desk.window, tmp_path, f"today-{language}-{scale}").stat().st_size > 10_000


def test_the_first_table_of_sites_is_taken_in_with_the_streets_it_names(first_day: Desk, tmp_path: Path) -> None:
    file = tmp_path / "点位.csv"
    file.write_text("点位名称,点位类型,镇街,社区\n红莲市场,集贸市场,望云街道,桂花社区\n", "utf-8")
    first_day.go("registers")
    registers = first_day.page
    assert isinstance(registers, RegistersPage)
    registers.files.read(registers.register, file)
    first_day.settle()
    preview = registers.files.preview
    assert preview
    assert any("同时新建 1 个镇街、1 个社区" in words.text() for words in preview.findChildren(QLabel))
    assert ("镇街", "", "望云街道") in preview.rows[0].lines
    first_day.click(preview.apply)
    (site,) = first_day.town.services.registers.all(Site)
    (street,) = first_day.town.services.registers.all(Street)
    assert (site.record.name, site.record.street) == ("红莲市场", street.id)
