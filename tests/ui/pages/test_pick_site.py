"""Picking a site: initials, Enter, and the right checklist is open."""

from collections.abc import Iterator, Sequence
from pathlib import Path
from threading import current_thread, main_thread

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.domain.site_search import SiteQuery
from inspector.domain.sites import Site
from inspector.services.inspections import SiteLine
from inspector.services.services import open_services
from inspector.ui import translation
from inspector.ui.jobs import Jobs
from inspector.ui.pages.pick_site.page import PickSitePage
from inspector.ui.pages.pick_site.site_cells import states
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import MINIMUM_WINDOW, Mode, Theme
from inspector.ui.translation import Language
from inspector.ui.widgets.photo_button import PhotoButton
from inspector.ui.widgets.row_button import RowButton
from tests.town import Town
from tests.ui.fit import filled_buttons, misfits, save_picture
from tests.ui.pages.desk import Desk, furnished_clerk_at
from tests.ui.pages.seat import seated

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Desk]:
    """The window of a furnished town where a site is picked, its inspector named."""
    with furnished_clerk_at("pick_site", qtbot, look, jobs, tmp_path / "town.db") as made:
        made.window.context.sign_as("王敏")
        made.settle()
        yield made


def page(desk: Desk) -> PickSitePage:
    assert isinstance(desk.page, PickSitePage)
    return desk.page


def listed(desk: Desk) -> list[str]:
    lines = desk.town.services.inspections.lines(page(desk).model.ids)
    return [lines[each].site.name for each in page(desk).model.ids]


def search(desk: Desk, text: str) -> None:
    page(desk).search.setText(text)
    desk.qtbot.wait(200)
    desk.settle()


def opened(desk: Desk) -> str:
    """The site of the inspection that is open."""
    assert desk.window.pages.name == "record"
    return desk.town.services.recording.sheet(desk.page.where()["inspection"]).site.name


def test_initials_and_enter_start_the_inspection(desk: Desk) -> None:
    QTest.keyClicks(page(desk).search, "yyxx")
    desk.press(page(desk).search, Key.Key_Return)
    assert opened(desk) == "育英小学"


@pytest.mark.parametrize("text", ["红莲", "honglian", "hlsc", "红莲路", "望云 6 号"])
def test_a_site_is_found_by_whatever_a_person_remembers(desk: Desk, text: str) -> None:
    search(desk, text)
    assert "红莲市场" in listed(desk)


def test_arrows_in_the_search_field_choose_and_the_preview_follows(desk: Desk) -> None:
    first = page(desk).table.current_id()
    desk.press(page(desk).search, Key.Key_Down)
    second = page(desk).table.current_id()
    assert second != first
    desk.press(page(desk).search, Key.Key_Return)
    assert opened(desk) == desk.town.services.inspections.lines([second])[second].site.name


def test_enter_on_a_site_with_a_draft_goes_on_with_it(desk: Desk) -> None:
    draft = desk.town.services.inspections.drafts()[0]
    search(desk, draft.site_name)
    assert page(desk).go_on.text().strip() == "继续检查"
    desk.press(page(desk).table, Key.Key_Return)
    assert desk.page.where()["inspection"] == draft.id


def test_the_button_starts_too(desk: Desk) -> None:
    search(desk, "育英")
    desk.click(page(desk).go_on)
    assert opened(desk) == "育英小学"


def test_chips_narrow_the_list_and_say_how_many_they_leave(desk: Desk) -> None:
    desk.town.services.office.decide("round", "第 12 轮")
    new, changed = desk.town.services.registers.save(Site("望云公园", "GY"))
    desk.window.changed(changed)
    desk.settle()
    assert page(desk).filters.to_visit.text() == "本轮未查 5"
    desk.click(page(desk).filters.with_open)
    assert new not in page(desk).model.ids
    assert page(desk).filters.with_open.text().endswith(str(len(page(desk).model.ids)))
    desk.click(page(desk).filters.with_open)
    assert new in page(desk).model.ids


def test_kind_and_street_narrow_the_list(desk: Desk) -> None:
    filters = page(desk).filters
    filters.street.show_value(desk.town.streets["清溪街道"])
    filters.changed.emit()
    desk.settle()
    assert set(listed(desk)) == {"育英小学", "槐荫巷"}
    filters.kind.show_value("XX")
    filters.changed.emit()
    desk.settle()
    assert listed(desk) == ["育英小学"]


def test_the_preview_shows_what_is_still_open_with_pictures_and_past_visits(desk: Desk) -> None:
    search(desk, "hlsc")
    preview = page(desk).preview
    assert preview.findChildren(PhotoButton)
    visits = preview.findChildren(RowButton)
    assert len(visits) == 1
    desk.click(visits[0])
    assert desk.window.pages.name == "summary"


def test_a_picture_of_an_open_finding_opens_it_in_the_ledger(desk: Desk) -> None:
    search(desk, "hlsc")
    desk.click(page(desk).preview.findChildren(PhotoButton)[0])
    assert desk.window.pages.name == "ledger"


def test_states_mark_drafts_open_findings_and_the_round(desk: Desk) -> None:
    lines = desk.town.services.inspections.lines(list(desk.town.sites.values()))
    today = desk.town.services.acts.today()
    market = [state.words for state in states(lines[desk.town.sites["红莲市场"]], today)]
    assert market == ["没查完", "还有 4 项未改"]


def test_a_missing_site_is_added_without_leaving(desk: Desk) -> None:
    search(desk, "锦绣花园")
    assert listed(desk) == []
    desk.press(page(desk).search, Key.Key_N, CTRL)
    form = page(desk).form
    assert form.isVisible()
    assert form.name.text() == "锦绣花园"
    desk.click(form.add)
    assert form.kind_row.problem
    form.kind.show_value("LX")
    form.address.setText("望云路 1 号")
    desk.press(form.address, Key.Key_Return)
    assert page(desk).preview.isVisible()
    assert "锦绣花园" in listed(desk)
    desk.press(page(desk).table, Key.Key_Return)
    assert opened(desk) == "锦绣花园"


def test_adding_a_site_is_taken_back_with_undo(desk: Desk) -> None:
    page(desk).add_site()
    page(desk).form.name.setText("锦绣花园")
    page(desk).form.kind.show_value("LX")
    desk.click(page(desk).form.add)
    assert "锦绣花园" in listed(desk)
    desk.undo()
    assert "锦绣花园" not in listed(desk)


def test_a_name_that_is_taken_is_told_beside_the_field(desk: Desk) -> None:
    street = desk.town.streets["望云街道"]
    page(desk).add_site()
    form = page(desk).form
    form.name.setText("红莲市场")
    form.kind.show_value("JM")
    form.street.show_value(street)
    desk.click(form.add)
    assert form.name_row.problem
    assert form.isVisible()


def test_escape_closes_the_form_then_empties_the_search_then_leaves(desk: Desk) -> None:
    desk.window.go("today")
    desk.window.go("pick_site", text="hlsc")
    desk.settle()
    page(desk).add_site()
    assert desk.page.escape()
    assert page(desk).preview.isVisible()
    assert desk.page.escape()
    assert page(desk).search.text() == ""
    assert not desk.page.escape()


def test_without_a_name_it_is_asked_for_before_starting(desk: Desk) -> None:
    desk.window.context.sign_as("")
    search(desk, "yyxx")
    desk.press(page(desk).search, Key.Key_Return)
    assert desk.window.pages.name == "pick_site"
    field = page(desk).person
    assert field.isVisible()
    field.setText("李强")
    desk.press(field, Key.Key_Return)
    desk.click(page(desk).go_on)
    assert desk.town.services.recording.sheet(desk.page.where()["inspection"]).inspection.inspector == "李强"


def test_a_site_whose_checklist_is_gone_says_so_in_place(desk: Desk) -> None:
    _, changed = desk.town.services.registers.save(Site("老码头", "ZZ"))
    desk.window.changed(changed)
    search(desk, "老码头")
    assert listed(desk) == ["老码头"]
    assert not page(desk).preview.findChildren(RowButton)


def test_five_thousand_sites_are_searched_on_a_worker_and_only_what_is_shown_is_read(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    with desk.town.services.acts.doing("many") as writing:
        for number in range(5000):
            site = Site(f"朝晖小区{number}", "LX", pinyin="zhaohui", initials=f"zhxq{number}")
            writing.put(f"many-{number:05}", site)
    inspections = desk.town.services.inspections
    read, searchers, find, lines = [], set(), inspections.find, inspections.lines

    def searched(asked: SiteQuery) -> tuple[str, ...]:
        searchers.add(current_thread())
        return find(asked)

    def fetched(ids: Sequence[str]) -> dict[str, SiteLine]:
        read.append(len(ids))
        return lines(ids)

    monkeypatch.setattr(inspections, "find", searched)
    monkeypatch.setattr(inspections, "lines", fetched)
    search(desk, "zhxq")
    assert len(page(desk).model.ids) == 5000
    assert main_thread() not in searchers
    assert sum(read) <= 200


@pytest.mark.slow
def test_everything_fits_in_every_look(desk: Desk) -> None:
    assert desk.misfits_in_every_look() == []


@pytest.mark.slow
def test_the_form_fits_in_the_smallest_window_at_every_size(desk: Desk) -> None:
    for scale in (1.0, 1.5, 2.0):
        desk.window.resize(*MINIMUM_WINDOW)
        desk.window.context.look.use(Theme(Mode.LIGHT, scale, motion=False))
        desk.settle()
        page(desk).add_site()
        desk.settle()
        assert page(desk).form.isVisible()
        assert desk.page.minimumSizeHint().height() <= MINIMUM_WINDOW[1]


def test_pictures_are_written(desk: Desk, tmp_path: Path) -> None:
    for language in Language:
        for scale in (1.0, 2.0):
            translation.use(language)
            desk.window.resize(1366, 768)
            desk.window.context.look.use(Theme(scale=scale, motion=False))
            desk.settle()
            assert save_picture(desk.window, tmp_path, f"pick-site-{language}-{scale}").stat().st_size > 10_000


def test_enter_after_the_name_starts_at_the_chosen_site(desk: Desk) -> None:
    """The home page, made before, is told the name too: it must not take the keyboard."""
    desk.window.context.sign_as("")
    desk.go("today")
    desk.go("pick_site")
    search(desk, "hyx")
    desk.press(page(desk).search, Key.Key_Return)
    assert page(desk).person.hasFocus()
    QTest.keyClicks(page(desk).person, "wm")
    desk.strike(Key.Key_Return)
    desk.settle()
    assert desk.window.pages.name == "pick_site"
    desk.strike(Key.Key_Return)
    desk.settle()
    assert opened(desk) == "槐荫巷"


def test_without_any_site_the_page_says_how_to_get_one(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> None:
    town = Town(open_services(tmp_path / "new.db"), lambda: None, {}, {}, {})  # type: ignore[arg-type] # no clock
    with seated(Desk, town, page_specs(), qtbot, look, jobs) as desk:
        desk.go("pick_site")
        assert filled_buttons(desk.window) == ["导入点位"]
        assert misfits(desk.window) == []
        page(desk).add_site()
        desk.settle()
        assert len(filled_buttons(desk.window)) == 1
        desk.window.escape()
        desk.settle()
        button = next(b for b in desk.page.findChildren(QPushButton) if b.text().strip() == "导入点位")
        desk.click(button)
        assert desk.window.pages.name == "registers"
