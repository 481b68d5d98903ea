"""The checklists page as an office uses it: read, search, adjust, take in, publish."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from pytestqt.qtbot import QtBot

from inspector.domain.judging_types import notation
from inspector.ui import translation
from inspector.ui.jobs import Jobs
from inspector.ui.pages.checklists.mapping_dialog import MappingDialog
from inspector.ui.pages.checklists.page import ChecklistsPage
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Theme
from inspector.ui.translation import Language
from inspector.ui.widgets.form import LineField
from tests.ui.fit import misfits, save_picture
from tests.ui.pages.desk import Desk, clerk_at

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Desk]:
    """An office at the list of old housing estates."""
    with clerk_at("checklists", qtbot, look, jobs, tmp_path / "town.db") as made:
        at(made).choose_list("LX")
        made.settle()
        yield made


def at(desk: Desk) -> ChecklistsPage:
    assert isinstance(desk.page, ChecklistsPage)
    return desk.page


def adjust(desk: Desk, field: str, text: str) -> None:
    """Type into a field of the item's form and leave it with Enter."""
    form = at(desk).panel.form
    assert form
    editor = form.rows[field].field
    assert isinstance(editor, LineField)
    editor.setFocus()
    editor.setText(text)
    desk.press(editor, Key.Key_Return)


def used(desk: Desk, item: str = "LX-01-01") -> str:
    found = desk.town.services.checklists.effective("LX").item(item)
    assert found
    return notation(found.judging)


def test_all_lists_stand_at_the_left_with_their_items(desk: Desk) -> None:
    page = at(desk)
    assert len(page.shelf.model_of_lists.ids) == 26
    assert page.list_head.title.text() == "老旧小区（无物业或准物业）"
    assert page.items.current_code() == "LX-01-01"
    assert "26 份 · 506 项" in page.head.bar.facts.text()


def test_arrow_keys_go_over_sections_and_show_the_item(desk: Desk) -> None:
    page = at(desk)
    for _ in range(3):
        desk.press(page.items, Key.Key_Down)
    assert page.items.current_code() == page.panel.code.text() == "LX-02-01"


def test_arrows_in_the_search_field_go_over_items_and_enter_goes_to_them(desk: Desk) -> None:
    page = at(desk)
    for _ in range(3):
        desk.press(page.head.search, Key.Key_Down)
    assert page.items.current_code() == "LX-02-01"
    desk.press(page.head.search, Key.Key_Return)
    assert page.items.hasFocus()


def test_words_are_searched_in_all_lists(desk: Desk) -> None:
    at(desk).head.search.setText("电动车 充电")
    desk.qtbot.waitUntil(lambda: len(at(desk).shelf.model_of_lists.ids) < 26, timeout=20_000)
    assert "LX" in at(desk).shelf.model_of_lists.ids
    assert at(desk).items.current_code() == "LX-03-04"
    desk.window.escape()
    desk.window.escape()
    desk.settle()
    assert len(at(desk).shelf.model_of_lists.ids) == 26


def test_an_adjustment_is_used_at_once_and_u_takes_it_back(desk: Desk) -> None:
    adjust(desk, "judging", "N≥3")
    assert used(desk) == "N≥3"
    form = at(desk).panel.form
    assert form
    assert "本区调整了 1 项" in at(desk).list_head.notice.text()
    desk.undo()
    assert used(desk) == "N≥2"


def test_typing_what_the_list_says_drops_the_adjustment(desk: Desk) -> None:
    adjust(desk, "weight", "5")
    assert [o.weight for o in desk.town.services.checklists.overrides("LX")] == [5]
    adjust(desk, "weight", "2")
    assert desk.town.services.checklists.overrides("LX") == ()


def test_back_to_the_list_s_own_is_one_click(desk: Desk) -> None:
    adjust(desk, "judging", "N≥3")
    desk.click(at(desk).panel.drop)
    assert used(desk) == "N≥2"


def test_an_adjustment_that_does_not_fit_is_told_at_its_field(desk: Desk) -> None:
    adjust(desk, "judging", "R%≥80")
    form = at(desk).panel.form
    assert form
    assert "另一种判定方式" in form.rows["judging"].problem
    assert used(desk) == "N≥2"
    adjust(desk, "weight", "很重")
    assert form.rows["weight"].problem == "写一个整数"


def edited(desk: Desk, path: Path, version: str) -> None:
    """A workbook of the list with one item changed, taken in."""
    old = desk.town.services.checklists.version("LX", "1")
    first, *others = old.sections[0].items
    section = replace(old.sections[0], items=(replace(first, weight=5), *others[1:]))
    changed = replace(old, version=version, sections=(section, *old.sections[1:]))
    desk.town.services.checklist_files.to_excel(changed, path)
    at(desk).files.read_edited(path)
    desk.settle()


def test_a_new_version_is_shown_before_it_is_published(desk: Desk, tmp_path: Path) -> None:
    edited(desk, tmp_path / "LX.xlsx", "2")
    preview = at(desk).files.preview
    assert preview
    assert preview.sums.text() == "和第 1 版比：项 23 = 新增 0 + 修改 1 + 没变 22；去掉 1"
    assert preview.rows[0].lines == (("权重", "2", "5"),)
    desk.click(preview.apply)
    assert desk.town.services.checklists.effective("LX").version == "2"
    at(desk).choose_version("1")
    desk.settle()
    assert at(desk).panel.form is None
    desk.undo()
    assert desk.town.services.checklists.effective("LX").version == "1"


def test_a_taken_version_is_refused_and_the_next_one_offered(desk: Desk, tmp_path: Path) -> None:
    edited(desk, tmp_path / "LX.xlsx", "1")
    preview = at(desk).files.preview
    assert preview
    assert preview.apply.isHidden()
    at(desk).files.apply()
    desk.settle()
    assert desk.town.services.checklists.effective("LX").version == "1"
    offered = [b for b in preview.findChildren(type(preview.apply)) if "改成第 2 版" in b.text()]
    desk.click(offered[0])
    preview = at(desk).files.preview
    assert preview
    assert "发布第 2 版" in preview.apply.text()


def test_everything_wrong_in_a_file_is_listed_with_its_place(desk: Desk, tmp_path: Path) -> None:
    path = tmp_path / "LX.yaml"
    desk.town.services.checklist_files.to_yaml(desk.town.services.checklists.version("LX", "1"), path)
    text = path.read_text("utf-8").replace("judging: N≥2", "judging: N≥x", 1).replace("weight: '1'", "weight: '0'", 1)
    path.write_text(text, "utf-8")
    at(desk).files.read_edited(path)
    desk.settle()
    preview = at(desk).files.preview
    assert preview
    assert sorted(row.mark for row in preview.rows) == ["LX-01-01", "LX-01-02"]
    assert all("LX.yaml" in row.place for row in preview.rows)
    assert desk.window.pages.page
    desk.window.escape()
    assert at(desk).files.preview is None


def test_a_paper_list_is_mapped_and_published(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("序号", "检查项", "标准", "分值"), (1, "地面", "无垃圾", "2分"), (2, "绿地", "无枯枝", "3分")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "小公园.xlsx")
    at(desk).files.read_paper(tmp_path / "小公园.xlsx")
    desk.settle()
    dialog = desk.window.findChild(MappingDialog)
    assert dialog
    assert [combo.value for combo in dialog.columns] == ["", "text", "standard", "weight"]
    assert misfits(dialog) == []
    assert not dialog.go.isEnabled()  # 小公园 names no kind, and a wrong one would open at the wrong sites
    dialog.kind.show_value("GY")
    dialog.kind.chosen.emit("GY")
    assert dialog.go.isEnabled()
    dialog.columns[1].show_value("")
    dialog.columns[1].chosen.emit("")
    assert not dialog.go.isEnabled()
    dialog.columns[1].show_value("text")
    dialog.columns[1].chosen.emit("text")
    dialog.code.setText("GP")
    desk.click(dialog.go)
    preview = at(desk).files.preview
    assert preview
    assert [row.name for row in preview.rows] == ["地面", "绿地"]
    desk.click(preview.apply)
    assert desk.town.services.checklists.effective("GP").title == "小公园"


def test_a_paper_list_that_names_its_kind_is_of_it(desk: Desk, tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    for row in (("序号", "检查项", "标准"), (1, "楼道", "无杂物")):
        book.worksheets[0].append(row)
    book.save(tmp_path / "老旧小区检查表.xlsx")
    at(desk).files.read_paper(tmp_path / "老旧小区检查表.xlsx")
    desk.settle()
    dialog = desk.window.findChild(MappingDialog)
    assert dialog
    assert (dialog.kind.value, dialog.code.text()) == ("LX", "LX")
    assert dialog.go.isEnabled()
    dialog.reject()


def test_all_shipped_lists_are_checked_from_the_menu(desk: Desk) -> None:
    next(a for a in at(desk).head.menu.actions() if a.text() == "全部检查一遍").trigger()
    desk.settle()
    assert at(desk).files.preview is None
    assert "所有检查表都没有问题" in str(desk.window.toast.history[-1])


@pytest.mark.slow
def test_the_checklists_fit_in_every_look(desk: Desk) -> None:
    assert not desk.misfits_in_every_look()


def test_pictures_are_drawn_in_both_languages(desk: Desk, tmp_path: Path) -> None:
    for language in Language:
        for scale in (1.0, 2.0):
            translation.use(language)
            desk.window.context.look.use(Theme(scale=scale, motion=False))
            desk.settle()
            assert save_picture(desk.window, tmp_path, f"checklists-{language}-{scale}").stat().st_size > 20_000
