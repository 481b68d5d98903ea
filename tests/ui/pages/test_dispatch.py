"""The dispatch page: correct, number, write, and everything that can stand in the way."""

import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from pytestqt.qtbot import QtBot

from inspector.domain.findings import FindingStatus
from inspector.services.dispatch_plans import Doubt
from inspector.ui import translation
from inspector.ui.dialogs.error_dialog import ErrorDialog
from inspector.ui.dialogs.unit_dialog import UnitDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.dispatch.batches_panel import BatchesPanel
from inspector.ui.pages.dispatch.finding_row import FindingRow
from inspector.ui.pages.dispatch.result_panel import ResultPanel
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Mode, Theme
from inspector.ui.translation import Language
from inspector.ui.widgets.empty_state import EmptyState
from tests.town import Town, drawn
from tests.ui.fit import filled_buttons, looks, misfits, save_picture
from tests.ui.pages.office import Office, office_at_work
from tests.ui.pages.seat import OtherPage

Key = Qt.Key


@pytest.fixture
def office(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Office]:
    """The office with the dispatch page open: six findings wait for three units."""
    with office_at_work(qtbot, look, jobs, tmp_path) as made:
        made.go("dispatch")
        yield made


def first_row(office: Office) -> FindingRow:
    return next(iter(office.dispatch.share.rows.values()))


def waiting(town: Town) -> int:
    return town.services.ledger.counts().get(FindingStatus.TO_DISPATCH, 0)


def row_with(office: Office, doubt: Doubt) -> FindingRow:
    office.dispatch.look_at(doubt)
    office.settle()
    plan = office.dispatch.plan
    assert plan is not None
    found = next(one for one in plan.findings if doubt in one.doubts)
    return office.dispatch.share.rows[found.id]


def test_everything_that_waits_is_shown_by_unit(office: Office) -> None:
    plan = office.dispatch.plan
    assert plan is not None
    assert len(plan.findings) == 6
    assert office.dispatch.panel.issue.text().strip() == "编号并导出 6 条"
    assert filled_buttons(office.window) == ["编号并导出 6 条"]
    assert office.dispatch.panel.number.text() == "创城办〔2026〕3号"


def test_opening_the_page_never_puts_the_focus_on_the_deed(office: Office) -> None:
    assert office.window.focusWidget() is not office.dispatch.panel.issue


@pytest.mark.parametrize("field", ["text", "place", "requirement"])
def test_words_are_corrected_in_place_and_undone(office: Office, field: str) -> None:
    row = first_row(office)
    line = getattr(row, field)
    before = line.text()
    line.setFocus()
    line.setText("改成新的说法，写清楚在哪里")
    QTest.keyClick(line, Key.Key_Return)
    office.settle()
    stored = office.town.services.ledger.story(row.finding).finding
    words = {"text": stored.text, "place": stored.location, "requirement": stored.requirement}
    assert words[field] == "改成新的说法，写清楚在哪里"
    office.window.toast.undo()
    office.settle()
    stored = office.town.services.ledger.story(row.finding).finding
    assert before in {stored.text, stored.location, stored.requirement}


def test_a_deadline_is_chosen_from_the_ladder(office: Office) -> None:
    row = first_row(office)
    row.deadline.chosen.emit("15天")
    office.settle()
    assert office.town.services.ledger.story(row.finding).finding.time_limit == "15天"
    assert first_row(office).deadline.currentText() == "12-07（15天）"


def test_a_unit_is_found_by_a_part_of_its_name_and_taken_with_enter(office: Office) -> None:
    row = first_row(office)
    finding = row.finding
    row.unit_button.click()
    dialog = office.window.findChild(UnitDialog)
    assert dialog is not None
    assert not misfits(dialog)
    office.settle()
    QTest.keyClicks(dialog.choices.search, "cgj")
    QTest.keyClick(dialog.choices.search, Key.Key_Return)
    office.settle()
    assert office.town.services.ledger.rows([finding])[finding].unit_name == "区城管局"
    assert office.town.units["区城管局"] in office.dispatch.units.rows


def test_helping_units_are_chosen_seen_and_taken_back(office: Office) -> None:
    row = first_row(office)
    finding = row.finding
    lead = office.town.services.ledger.story(finding).finding.unit
    row.unit_button.click()
    dialog = office.window.findChild(UnitDialog)
    assert dialog is not None
    dialog.helpers.add.showPopup()
    office.settle()
    assert dialog.helpers.add.popup is not None
    QTest.keyClicks(dialog.helpers.add.popup.choices.search, "cgj")
    QTest.keyClick(dialog.helpers.add.popup.choices.search, Key.Key_Return)
    assert not misfits(dialog)
    dialog.take.click()
    office.settle()
    story = office.town.services.ledger.story(finding).finding
    assert (story.unit, story.co_units) == (lead, (office.town.units["区城管局"],))
    assert "区城管局" in row.site.text()
    office.window.undo()
    office.settle()
    assert office.town.services.ledger.story(finding).finding.co_units == ()


def test_another_unit_for_all_findings_is_one_act_and_one_undo(office: Office) -> None:
    plan = office.dispatch.plan
    assert plan
    findings = [one.id for one in plan.shares[0].leads]
    assert len(findings) > 1
    before = {one: office.town.services.ledger.story(one).finding.unit for one in findings}
    office.dispatch.corrections.hand_over(findings, office.town.units["区城管局"])
    office.settle()
    units = {office.town.services.ledger.story(one).finding.unit for one in findings}
    assert units == {office.town.units["区城管局"]}
    assert office.window.toast.has_undo
    office.window.undo()
    office.settle()
    assert {one: office.town.services.ledger.story(one).finding.unit for one in findings} == before


def test_the_checks_lead_to_what_is_questioned(office: Office) -> None:
    row = row_with(office, Doubt.SHORT_TEXT)
    assert row.text.text() == "小广告"
    assert office.window.focusWidget() is row.text


def test_a_photo_is_added_where_none_is(office: Office, tmp_path: Path) -> None:
    row = row_with(office, Doubt.NO_PHOTO)
    photo = tmp_path / "IMG_1.jpg"
    photo.write_bytes(drawn("ads", 3))
    office.dispatch.corrections.add_photos(row.finding, [photo])
    office.settle()
    assert len(office.town.services.photos.of_finding(row.finding)) == 1
    plan = office.dispatch.plan
    assert plan is not None
    assert plan.count(Doubt.NO_PHOTO) == 0


def test_a_unit_left_out_stays_waiting(office: Office) -> None:
    plan = office.dispatch.plan
    assert plan is not None
    share = plan.shares[0]
    office.dispatch.units.rows[share.unit].box.click()
    left = 6 - len(share.leads)
    assert office.dispatch.panel.issue.text().strip() == f"编号并导出 {left} 条"
    office.dispatch.number_and_export()
    office.settle()
    assert waiting(office.town) == len(share.leads)


def test_with_every_unit_left_out_the_deed_says_why_it_rests(office: Office) -> None:
    office.dispatch.units.every.click()
    assert not office.dispatch.panel.issue.isEnabled()
    assert office.dispatch.panel.hint.text() == "没有勾选单位"


def test_a_finding_without_a_unit_is_asked_for_first(office: Office) -> None:
    office.town.services.recording.assign(first_row(office).finding, "")
    office.go("dispatch")
    assert not office.dispatch.panel.issue.isEnabled()
    assert "1 条" in office.dispatch.panel.hint.text()


def test_numbering_writes_opens_the_folder_and_tells_what_was_written(office: Office) -> None:
    page = office.dispatch
    QTest.mouseClick(page.panel.issue, Qt.MouseButton.LeftButton)
    office.settle()
    panel = office.window.findChild(ResultPanel)
    assert panel is not None
    assert filled_buttons(office.window) == ["打开文件夹"]
    folder = office.out / "交办 创城办〔2026〕3号"
    assert office.opened == [folder]
    assert (folder / "交办汇总.xlsx").is_file()
    assert folder.with_name(f"{folder.name}.zip").is_file()
    assert waiting(office.town) == 0
    office.press(Key.Key_Escape)
    assert office.dispatch.findChild(EmptyState) is not None


def test_the_keyboard_goes_from_unit_to_deed(office: Office) -> None:
    rows = list(office.dispatch.units.rows.values())
    rows[0].setFocus()
    office.press(Key.Key_Down)
    assert rows[1].isChecked()
    for _ in range(10):
        office.press(Key.Key_F6)
        if office.window.focusWidget() is office.dispatch.panel.issue:
            break
    office.press(Key.Key_Space)
    assert office.window.findChild(ResultPanel) is not None


def no_room(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9, 0))


def told(office: Office) -> ErrorDialog:
    dialog = office.window.findChild(ErrorDialog)
    assert dialog is not None
    assert not misfits(dialog)
    return dialog


def test_a_full_disk_is_told_in_three_parts_and_tried_again(office: Office, monkeypatch: pytest.MonkeyPatch) -> None:
    page = office.dispatch
    no_room(monkeypatch)
    page.number_and_export()
    office.settle()
    dialog = told(office)
    assert filled_buttons(dialog) == ["再试一次"]
    assert [made.text().strip() for made in dialog.others] == ["返回", "换个地方保存"]
    assert waiting(office.town) == 6
    assert list(office.out.iterdir()) == []
    monkeypatch.undo()
    dialog.first.click()
    office.settle()
    assert waiting(office.town) == 0


def test_a_folder_that_is_gone_is_replaced_by_another(
    office: Office, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    page = office.dispatch
    office.window.context.preferences.change(last_export_folder=str(tmp_path / "U 盘"))
    monkeypatch.setattr(page.writer, "choose_folder", lambda _start: office.out)
    page.number_and_export()
    office.settle()
    dialog = told(office)
    next(made for made in dialog.others if made.text().strip() == "换个地方保存").click()
    office.settle()
    assert waiting(office.town) == 0
    assert office.opened[0].parent == office.out
    assert office.window.context.preferences.get().last_export_folder == str(office.out)


def test_what_changed_meanwhile_is_not_tried_again_blindly(office: Office) -> None:
    page = office.dispatch
    office.town.services.recording.describe(first_row(office).finding, "另一处刚改过的描述")
    page.number_and_export()
    office.settle()
    assert filled_buttons(told(office)) == ["返回"]
    assert waiting(office.town) == 6


def test_cancelling_leaves_nothing(office: Office) -> None:
    page = office.dispatch
    jobs = office.window.context.jobs
    jobs.progressed.connect(lambda step: step.job.cancel())
    jobs.started.connect(lambda job: job.cancel() if job.label else None)
    page.number_and_export()
    office.settle()
    assert list(office.out.iterdir()) == []
    assert waiting(office.town) == 6
    assert office.window.toast.words == "已取消，没有编号，也没有写出文件"
    assert page.panel.issue.isEnabled()


def test_earlier_dispatches_are_listed_and_written_again(office: Office) -> None:
    office.dispatch.batches_button.click()
    panel = office.window.findChild(BatchesPanel)
    assert panel is not None
    assert len(panel.rewrite_buttons) == 2
    next(iter(panel.rewrite_buttons.values())).click()
    office.settle()
    assert office.opened == [office.out / "交办 创城办〔2026〕2号"]
    assert waiting(office.town) == 6


def test_chosen_findings_only(office: Office) -> None:
    plan = office.dispatch.plan
    assert plan is not None
    two = [one.id for one in plan.findings[:2]]
    office.go("dispatch", findings=",".join(two))
    assert office.dispatch.panel.issue.text().strip() == "编号并导出 2 条"
    assert office.dispatch.where()["findings"] == ",".join(two)
    office.dispatch.all_button.click()
    office.settle()
    assert office.dispatch.panel.issue.text().strip() == "编号并导出 6 条"


def test_the_pattern_is_changed_in_the_settings(office: Office) -> None:
    office.dispatch.panel.pattern_wanted.emit()
    page = office.window.pages.page
    assert isinstance(page, OtherPage)
    assert page.asked == {"section": "dispatch"}


@pytest.mark.slow
def test_the_dispatch_page_fits_in_every_look(office: Office) -> None:
    wrong = []
    for language, theme, size in looks():
        translation.use(language)
        office.window.resize(*size)
        office.window.context.look.use(theme)
        office.settle()
        where = f"{language} {theme.scale} {theme.mode} {size}"
        if (office.window.width(), office.window.height()) != size:
            wrong.append(f"{where}: window {office.window.size().toTuple()}")
        wrong += [f"{where}: {text}" for text in misfits(office.window)]
        if len(filled_buttons(office.window)) != 1:
            wrong.append(f"{where}: filled {filled_buttons(office.window)}")
    assert not wrong


@pytest.mark.parametrize("language", list(Language))
def test_pictures_of_the_dispatch_page(office: Office, tmp_path: Path, language: Language) -> None:
    translation.use(language)
    for name, theme in (("100", Theme()), ("dark", Theme(Mode.DARK)), ("200", Theme(scale=2.0))):
        office.window.context.look.use(theme)
        office.settle()
        assert save_picture(office.window, tmp_path / "pictures", f"dispatch-{language}-{name}").stat().st_size > 20_000
