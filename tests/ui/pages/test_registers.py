"""The registers page as a clerk uses it: find, change, add, remove, take in, give back."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QFileDialog, QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.approvals import Approval
from inspector.domain.sites import Community, Site, SiteKind
from inspector.domain.stored import Changed
from inspector.domain.units import Unit
from inspector.services.noting import Spot
from inspector.ui import translation
from inspector.ui.jobs import Jobs
from inspector.ui.pages.registers.page import RegistersPage
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Theme
from inspector.ui.translation import Language
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.form import LineField
from inspector.ui.widgets.labels import label
from inspector.ui.widgets.tags_field import TagsField
from tests.ui.fit import save_picture
from tests.ui.pages.desk import Desk, clerk_at

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Desk]:
    """A clerk at the registers."""
    with clerk_at("registers", qtbot, look, jobs, tmp_path / "town.db") as made:
        yield made


def at(desk: Desk) -> RegistersPage:
    assert isinstance(desk.page, RegistersPage)
    return desk.page


def shown(widget: QWidget) -> list[str]:
    """The words that can be seen in it."""
    return [each.text() for each in widget.findChildren(QLabel) if each.isVisible()]


def names(desk: Desk) -> list[str]:
    """The names that are listed."""
    page = at(desk)
    model = page.lists.model
    return [str(model.index(row, 1).data()).split("\n")[0] for row in range(model.rowCount())]


def line(desk: Desk, field: str) -> LineField:
    form = at(desk).panel.form
    assert form
    made = form.rows[field].field
    assert isinstance(made, LineField)
    return made


def write(desk: Desk, field: str, text: str) -> None:
    """Type into a field and leave it with Enter."""
    editor = line(desk, field)
    editor.setFocus()
    editor.selectAll()
    editor.setText(text)
    desk.press(editor, Key.Key_Return)


def site(desk: Desk, name: str) -> Site:
    return next(s.record for s in desk.town.services.registers.all(Site) if s.record.name == name)


def import_table(desk: Desk, path: Path, *rows: tuple[str, ...]) -> None:
    book = openpyxl.Workbook()
    for row in (("点位名称", "点位类型", "地址", "镇街"), *rows):
        book.worksheets[0].append(row)
    book.save(path)
    at(desk).files.read(at(desk).register, path)
    desk.settle()


def test_a_site_is_found_by_initials(desk: Desk) -> None:
    at(desk).bar.search.setText("hlsc")
    desk.qtbot.waitUntil(lambda: names(desk) == ["红莲市场"])
    assert at(desk).panel.title.text() == "红莲市场"


def test_a_field_is_kept_when_it_is_left_and_u_takes_it_back(desk: Desk) -> None:
    at(desk).open_panel(desk.town.sites["红莲市场"])
    write(desk, "address", "红莲路 8 号")
    assert site(desk, "红莲市场").address == "红莲路 8 号"
    assert "地址 红莲路 6 号 → 红莲路 8 号" in "\n".join(
        each.text() for each in at(desk).panel.history.findChildren(type(label("")))
    )
    desk.undo()
    assert site(desk, "红莲市场").address == "红莲路 6 号"
    assert line(desk, "address").text() == "红莲路 6 号"


def test_a_taken_name_is_told_at_its_field_and_nothing_is_changed(desk: Desk) -> None:
    at(desk).open_panel(desk.town.sites["红莲市场"])
    write(desk, "name", "桂花里小区")
    form = at(desk).panel.form
    assert form
    assert "已经有了" in form.rows["name"].problem
    assert site(desk, "红莲市场").address == "红莲路 6 号"


def test_a_new_site_is_kept_once_it_has_name_and_kind(desk: Desk) -> None:
    desk.press(at(desk).lists.listing.table, Key.Key_N, Qt.KeyboardModifier.ControlModifier)
    write(desk, "name", "春晖巷")
    assert "春晖巷" not in names(desk)
    form = at(desk).panel.form
    assert form
    kind = form.rows["kind"].field
    assert isinstance(kind, Combo)
    kind.show_value("XJ")
    kind.chosen.emit("XJ")
    desk.settle()
    assert site(desk, "春晖巷").kind == "XJ"
    write(desk, "address", "春晖巷 3 号")
    assert site(desk, "春晖巷").address == "春晖巷 3 号"
    assert names(desk).count("春晖巷") == 1


def test_other_names_of_a_unit_are_chips(desk: Desk) -> None:
    at(desk).choose_register("units")
    unit = desk.town.units["区城管局"]
    at(desk).open_panel(unit)
    form = at(desk).panel.form
    assert form
    tags = form.rows["aliases"].field
    assert isinstance(tags, TagsField)
    tags.line.setText("市容局；城管大队")
    desk.press(tags.line, Key.Key_Return)
    tags.remove("区城管委")
    desk.settle()
    record = next(u.record for u in desk.town.services.registers.all(Unit) if u.id == unit)
    assert record.aliases[-2:] == ("市容局", "城管大队")
    assert "区城管委" not in record.aliases


def test_what_is_no_number_is_told_at_its_field(desk: Desk) -> None:
    at(desk).open_panel(desk.town.sites["红莲市场"])
    write(desk, "latitude", "北纬")
    form = at(desk).panel.form
    assert form
    assert form.rows["latitude"].problem == "“北纬”不是数"
    write(desk, "latitude", "42.27")
    assert site(desk, "红莲市场").latitude == 42.27


def test_ticked_entries_go_to_the_trash_and_come_back(desk: Desk) -> None:
    page = at(desk)
    table = page.lists.listing.table
    desk.press(table, Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    desk.click(page.foot.remove)
    assert desk.town.services.registers.all(Site) == ()
    page.lists.ask(trash=True)
    desk.settle()
    assert len(names(desk)) == 4
    desk.click(page.panel.restore)
    assert len(desk.town.services.registers.all(Site)) == 1
    desk.undo()
    desk.undo()
    assert len(desk.town.services.registers.all(Site)) == 4


def test_arrows_in_the_search_field_choose_in_whichever_register_is_shown(desk: Desk) -> None:
    page = at(desk)
    for register in ("sites", "units"):
        page.choose_register(register)
        desk.settle()
        table = page.lists.listing.table
        desk.press(page.bar.search, Key.Key_Down)
        assert table.currentIndex().row() == 1, register
        desk.press(page.bar.search, Key.Key_Return)
        assert table.hasFocus()


def test_a_column_head_sorts_and_turns_round(desk: Desk) -> None:
    head = at(desk).lists.listing.table.horizontalHeader()
    first = names(desk)
    head.sectionClicked.emit(1)
    head.sectionClicked.emit(1)
    assert names(desk) == list(reversed(first))


def test_an_import_is_shown_before_it_is_written_and_undone_as_one(desk: Desk, tmp_path: Path) -> None:
    rows = (
        ("桂花里小区", "老旧小区", "朝晖路 20 号", "望云街道"),
        ("红莲市场", "集贸市场", "红莲路 6 号", "望云街道"),
        ("春晖巷", "背街小巷", "", "清溪街道"),
        ("机场", "飞机场", "", ""),
    )
    import_table(desk, tmp_path / "点位.xlsx", *rows)
    preview = at(desk).files.preview
    assert preview
    assert preview.sums.text() == "行 4 = 新增 1 + 要改 1 + 没变 1 + 拒收 1"
    assert [(row.mark, row.name, row.state.words) for row in preview.rows] == [
        ("2", "桂花里小区", "要改"),
        ("4", "春晖巷", "新增"),
        ("5", "机场", "拒收"),
    ]
    assert preview.rows[0].lines == (("地址", "朝晖路 18 号", "朝晖路 20 号"),)
    assert site(desk, "桂花里小区").address == "朝晖路 18 号"
    desk.click(preview.apply)
    assert at(desk).files.preview is None
    assert "春晖巷" in names(desk)
    desk.undo()
    assert "春晖巷" not in names(desk)
    assert site(desk, "桂花里小区").address == "朝晖路 18 号"


def test_the_refused_rows_are_kept_as_a_workbook(desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    import_table(desk, tmp_path / "点位.xlsx", ("机场", "飞机场", "", ""))
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "拒收"), ""))
    preview = at(desk).files.preview
    assert preview
    desk.click(preview.save_list)
    sheet = openpyxl.load_workbook(tmp_path / "拒收.xlsx").worksheets[0]
    assert [cell.value for cell in sheet[2]][1:6] == ["Sheet", "2", "点位类型", "机场", "不认识的点位类型“飞机场”。"]
    desk.press(preview.table, Key.Key_Escape)
    assert at(desk).files.preview is None


def test_an_exported_register_can_be_taken_in_again(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "点位.xlsx"), ""))
    desk.click(at(desk).bar.export)
    at(desk).files.read(at(desk).register, tmp_path / "点位.xlsx")
    desk.settle()
    preview = at(desk).files.preview
    assert preview
    assert preview.sums.text() == "行 4 = 新增 0 + 要改 0 + 没变 4 + 拒收 0"
    assert not preview.table.isVisible()
    assert "文件里的内容本程序里都有了，不会有任何变化" in shown(preview)


def test_a_group_without_rows_leads_back_to_all_of_them(desk: Desk, tmp_path: Path) -> None:
    import_table(desk, tmp_path / "点位.xlsx", ("春晖巷", "背街小巷", "", "清溪街道"))
    preview = at(desk).files.preview
    assert preview
    preview.table.setFocus()
    preview.show_state("拒收")
    assert not preview.table.isVisible()
    assert "这一组没有行" in shown(preview)
    show_all = next(each for each in preview.findChildren(QPushButton) if each.text() == "看全部")
    assert show_all.hasFocus()
    desk.click(show_all)
    assert preview.table.isVisible()
    assert preview.table.hasFocus()
    assert "这一组没有行" not in shown(preview)


def test_an_empty_register_leads_to_its_first_entry(desk: Desk) -> None:
    at(desk).choose_register("communities")
    at(desk).add()
    write(desk, "name", "红莲社区")
    assert [c.record.name for c in desk.town.services.registers.all(Community)] == ["红莲社区"]
    assert names(desk) == ["红莲社区"]


def test_the_default_unit_of_a_kind_is_changed_in_its_form(desk: Desk) -> None:
    at(desk).choose_register("kinds")
    kind = next(k for k in desk.town.services.registers.all(SiteKind) if k.record.code == "LX")
    at(desk).open_panel(kind.id)
    at(desk).change("default_unit", desk.town.units["区住建局"])
    desk.settle()
    overview = desk.town.services.registers.overview()
    assert overview.name(overview.answering(site(desk, "桂花里小区")).unit) == "区住建局"


def test_an_approval_is_added_by_hand_and_taken_in_from_a_table(desk: Desk, tmp_path: Path) -> None:
    page = at(desk)
    page.choose_register("approvals")
    page.add()
    write(desk, "name", "红莲夜市")
    assert desk.town.services.registers.all(Approval) == ()
    page.change("site", desk.town.sites["红莲市场"])
    desk.settle()
    write(desk, "valid_to", "明年")
    assert page.panel.form
    assert page.panel.form.rows["valid_to"].problem == "“明年”不是日期"
    write(desk, "valid_to", "2026.12.31")
    (kept,) = desk.town.services.registers.all(Approval)
    assert kept.record.valid_to == date(2026, 12, 31)
    book = openpyxl.Workbook()
    for row in (
        ("名称", "事项", "文号", "点位", "镇街", "地点", "开始日期", "截止日期"),
        ("红莲夜市", "夜市", "城管占〔2026〕8号", "红莲市场", "", "", "", "2027年1月31日"),
        ("迎新横幅", "横幅", "", "", "清溪街道", "育英路", date(2026, 11, 20), "2026/11/30"),
        ("倒着的", "横幅", "", "", "清溪街道", "", "2026-12-01", "2026-11-01"),
        ("没有地点", "横幅", "", "", "", "", "", ""),
        ("不认识的", "横幅", "", "黑莲市场", "", "", "", ""),
    ):
        book.worksheets[0].append(row)
    book.save(tmp_path / "审批.xlsx")
    page.files.read(page.register, tmp_path / "审批.xlsx")
    desk.settle()
    preview = page.files.preview
    assert preview
    assert preview.sums.text() == "行 5 = 新增 1 + 要改 1 + 没变 0 + 拒收 3"
    desk.click(preview.apply)
    assert names(desk) == ["红莲夜市", "迎新横幅"]
    noting = desk.town.services.noting
    assert [one.code for one in noting.approvals(Spot(desk.town.sites["红莲市场"]))] == ["城管占〔2026〕8号"]
    assert [
        one.name for one in noting.approvals(Spot(street=desk.town.streets["清溪街道"], location="育英路 9 号"))
    ] == ["迎新横幅"]
    desk.undo()
    assert names(desk) == ["红莲夜市"]


def test_approvals_leave_as_a_table_that_changes_nothing_when_it_comes_back(
    desk: Desk, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    registers, days = desk.town.services.registers, (date(2026, 11, 1), date(2026, 12, 31))
    market = Approval("红莲夜市", "夜市", site=desk.town.sites["红莲市场"], valid_from=days[0], valid_to=days[1])
    registers.save(market)
    registers.save(
        Approval("迎新横幅", "横幅", "B-7", "某商会", street=desk.town.streets["清溪街道"], address="育英路")
    )
    page = at(desk)
    page.choose_register("approvals")
    desk.window.changed(Changed(frozenset({"approval"})))
    desk.settle()
    monkeypatch.setattr(QFileDialog, "getSaveFileName", lambda *_: (str(tmp_path / "审批.xlsx"), ""))
    desk.press(page.lists.listing.table, Key.Key_E)
    page.files.read(page.register, tmp_path / "审批.xlsx")
    desk.settle()
    assert page.files.preview
    assert page.files.preview.sums.text() == "行 2 = 新增 0 + 要改 0 + 没变 2 + 拒收 0"


@pytest.mark.slow
def test_the_registers_fit_in_every_look(desk: Desk) -> None:
    assert not desk.misfits_in_every_look()


@pytest.mark.slow
def test_a_site_s_form_fits_in_every_look(desk: Desk) -> None:
    translation.use(Language.CHINESE)
    at(desk).open_panel(desk.town.sites["红莲市场"])
    assert not desk.misfits_in_every_look()


def test_pictures_are_drawn_in_both_languages(desk: Desk, tmp_path: Path) -> None:
    for language in Language:
        for scale in (1.0, 2.0):
            translation.use(language)
            desk.window.context.look.use(Theme(scale=scale, motion=False))
            desk.settle()
            assert save_picture(desk.window, tmp_path, f"registers-{language}-{scale}").stat().st_size > 20_000
