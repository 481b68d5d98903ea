"""Whole journeys on the recording page by mouse and key: findings, figures, finishing, reading only."""

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QPushButton

from inspector.domain.errors import Refused
from inspector.domain.inspections import Verdict
from inspector.domain.judging_types import notation as written
from inspector.domain.responsibility import read_reason
from inspector.services.recording import RecordingService
from inspector.ui.dialogs.error_dialog import ErrorDialog
from inspector.ui.dialogs.reason_dialog import ReasonDialog
from inspector.ui.pages.record.side_panel import SidePanel
from inspector.ui.pages.record.typed_line import TypedLine
from inspector.ui.pages.summary import SummaryPage
from tests.town import inspect
from tests.ui.pages.recording import Hands, add_site

Key = Qt.Key


def deeds(panel: SidePanel, words: str) -> list[QPushButton]:
    """The buttons of a panel with these words."""
    return [made for made in panel.findChildren(QPushButton) if made.text().strip() == words and made.isVisible()]


def field(hands: Hands, number: int = 0) -> TypedLine:
    """A figure field, with the focus."""
    line = list(hands.page.editor.figures.lines.values())[number]
    line.setFocus()
    return line


def give(hands: Hands, item: str, *figures: str) -> Verdict | None:
    """Type the figures of an item, each with Enter; returns the verdict they lead to."""
    hands.open(item)
    for number, text in enumerate(figures):
        field(hands, number).selectAll()
        hands.write(text)
        hands.press(Key.Key_Return)
        hands.open(item)
    return hands.verdict(item)


def test_a_verdict_by_mouse_keeps_the_focus_in_the_list(hands: Hands) -> None:
    item = hands.here
    hands.click(hands.page.editor.question.verdicts.buttons["fail"])
    assert hands.verdict(item) is Verdict.FAIL
    assert hands.window.focusWidget() is hands.page.columns.items


def test_the_verdict_buttons_stand_still_from_item_to_item(hands: Hands) -> None:
    places = set()
    for item in hands.sheet.items:
        hands.open(item.code)
        button = hands.page.editor.question.verdicts.buttons["pass"]
        places.add(button.mapTo(hands.window, button.rect().topLeft()).toTuple())
    assert len(places) == 1


def test_the_deed_of_a_band_passes_the_rest_of_its_section(hands: Hands) -> None:
    section = hands.sheet.checklist.sections[0]
    place = hands.page.columns.items.band_deed(section.code).center()
    QTest.mouseClick(hands.page.columns.items.viewport(), Qt.MouseButton.LeftButton, pos=place)
    hands.settle()
    assert all(hands.sheet.is_done(item.code) for item in section.items)
    assert hands.window.toast.words == f"“{section.title}”其余 3 项已判合格"
    hands.press(Key.Key_U)
    assert not any(hands.sheet.is_done(item.code) for item in section.items)


def test_an_item_can_have_several_findings_and_the_last_one_stays(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    form = hands.page.editor.form
    hands.click(form.more)
    assert len(hands.sheet.findings[item]) == 2
    assert form.text.text() == ""
    form.text.setFocus()
    hands.write("第二处")
    form.text.flush()
    assert [found.record.text for found in hands.sheet.findings[item]][1] == "第二处"
    assert form.tabs is not None
    hands.click(form.tabs.findChildren(QPushButton)[0])
    assert form.text.text() == hands.sheet.findings[item][0].record.text != "第二处"
    hands.click(form.less)
    assert len(hands.sheet.findings[item]) == 1
    assert not form.less.isVisible()


def test_the_unit_says_why_and_can_be_changed_and_undone(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    units = hands.page.editor.form.units
    before = hands.sheet.findings[item][0].record
    assert read_reason(before.unit_reason) is not None
    assert units.why.text()
    other = next(unit for unit in hands.town.units.values() if unit != before.unit)
    units.lead.show_value(other)
    units.lead.chosen.emit(other)
    assert hands.sheet.findings[item][0].record.unit == other
    assert units.why.text() == "检查员选定"
    units.helper.chosen.emit(before.unit)
    assert hands.sheet.findings[item][0].record.co_units == (before.unit,)
    hands.press(Key.Key_U)
    hands.press(Key.Key_U)
    assert hands.sheet.findings[item][0].record == before


def test_a_deadline_is_chosen_from_the_ladder(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    hands.page.editor.form.deadline.limits.chosen.emit("15天")
    record = hands.sheet.findings[item][0].record
    assert record.time_limit == "15天"
    assert record.due_on is not None
    assert (record.due_on - record.found_at.date()).days == 15


def test_places_are_graded_by_the_number_of_them(hands: Hands) -> None:
    hands.open("LX-01-03")
    hands.press(Key.Key_2)
    graded = hands.page.editor.figures.graded
    assert graded is not None
    assert graded.value == "1"
    hands.click(graded.findChildren(QPushButton)[2])
    assert hands.sheet.answers["LX-01-03"].count == 2
    assert hands.page.editor.figures.said.text() == "2 处：C 级，得权重的 33 %"
    hands.click(graded.findChildren(QPushButton)[0])
    assert hands.verdict("LX-01-03") is Verdict.PASS


def test_a_count_passes_from_its_threshold_on(hands: Hands) -> None:
    assert give(hands, "LX-01-01", "１") is Verdict.FAIL
    assert give(hands, "LX-01-01", "2") is Verdict.PASS
    assert hands.sheet.answers["LX-01-01"].count == 2


@pytest.mark.parametrize(
    ("kind", "notation", "passing", "failing"),
    [
        ("GJ", "R%", ("10", "10"), ("1", "10")),
        ("LK", "C≤", ("0", "10"), ("9",)),
        ("XX", "Q", ("5", "5"), ("0", "5")),
        ("XX", "N=0", ("0",), ("2",)),
    ],
)
def test_figures_of_every_judging_lead_to_their_verdict(
    hands: Hands, kind: str, notation: str, passing: tuple[str, ...], failing: tuple[str, ...]
) -> None:
    for figures, verdict in ((passing, Verdict.PASS), (failing, Verdict.FAIL)):
        name = f"点位{verdict}"
        add_site(hands.town, name, kind)
        hands.begin(name)
        item = next(item.code for item in hands.sheet.items if written(item.judging).startswith(notation))
        assert give(hands, item, *figures) is verdict


def test_a_figure_that_is_no_number_is_not_taken_and_said(hands: Hands) -> None:
    assert give(hands, "LX-02-02", "许多") is None
    hands.open("LX-02-02")
    field(hands)
    hands.write("-3")
    hands.press(Key.Key_Return)
    assert hands.page.editor.figures.said.text() == "要填 0 以上的数字"
    assert "LX-02-02" not in hands.sheet.answers


def test_one_key_on_a_measured_item_asks_for_the_figure(hands: Hands) -> None:
    hands.open("LX-02-02")
    hands.press(Key.Key_1)
    assert hands.window.focusWidget() is next(iter(hands.page.editor.figures.lines.values()))
    assert hands.page.editor.figures.said.text() == "先填数字，结论随之得出"
    hands.write("1")
    hands.press(Key.Key_Return)
    assert hands.verdict("LX-02-02") is Verdict.PASS
    assert hands.here != "LX-02-02"


def test_a_watch_counts_and_too_many_fail_before_it_ends(hands: Hands) -> None:
    add_site(hands.town, "望云路口", "LK")
    hands.begin("望云路口")
    item = next(
        item.code for item in hands.sheet.items if "10min" in str(item.judging) or "minutes" in str(item.judging)
    )
    hands.open(item)
    watch = hands.page.editor.figures.watch
    assert watch is not None
    for _ in range(3):
        hands.click(watch.more)
    assert hands.sheet.answers[item].count == 3
    assert hands.verdict(item) is None
    hands.click(watch.more)
    assert hands.verdict(item) is Verdict.FAIL
    hands.click(watch.begin)
    assert watch.clock.text().startswith("00:00")


def test_what_the_last_visit_said_stands_there_until_the_verdict(hands: Hands) -> None:
    inspect(hands.town, "红莲市场", {"JM-01-01": "没有公益广告"})
    hands.begin("红莲市场")
    hands.open("JM-01-01")
    card = hands.page.editor.last
    assert card.isVisible()
    words = " ".join(label.text() for label in card.findChildren(type(hands.page.editor.question.code)))
    assert "没有公益广告" in words
    hands.press(Key.Key_2)
    assert not card.isVisible()


def test_open_findings_of_the_last_visit_stand_on_top_and_lead_to_their_item(hands: Hands) -> None:
    inspect(hands.town, "红莲市场", {"JM-01-01": "没有公益广告", "JM-01-02": "版面破损"})
    hands.begin("红莲市场")
    hands.open("JM-02-01")
    rows = hands.page.columns.sections
    first = rows.layout()
    assert first is not None
    top = first.itemAt(0)
    assert top is not None
    button = top.widget()
    assert button is not None
    assert button.accessibleName() == "上次未整改 0/2"
    hands.click(button)
    jumps = deeds(hands.page.columns.panel, "看这一项")
    assert len(jumps) == 2
    hands.click(jumps[1])
    assert hands.here == "JM-01-02"


def pass_all(hands: Hands) -> None:
    """Everything passes or does not apply."""
    recording = hands.town.services.recording
    for section in hands.sheet.checklist.sections:
        recording.pass_rest(hands.inspection, section.code)
    for item in hands.sheet.items:
        if not hands.sheet.is_done(item.code):
            recording.judge(hands.inspection, item.code, Verdict.NOT_APPLICABLE)
    hands.open()


def test_finishing_shows_what_is_missing_and_jumps_there(hands: Hands) -> None:
    hands.click(hands.page.head.finish)
    panel = hands.page.columns.panel
    assert panel.isVisible()
    assert not deeds(panel, "就这样完成")
    veto = next(item.code for item in hands.sheet.items if item.veto)
    hands.click(deeds(panel, "去这一项")[0])
    assert hands.here == veto
    assert not panel.isVisible()


def test_soft_warnings_do_not_keep_it_from_being_finished(hands: Hands) -> None:
    recording = hands.town.services.recording
    for item in hands.sheet.items:
        if item.veto:
            recording.judge(hands.inspection, item.code, Verdict.NOT_APPLICABLE)
    hands.open()
    hands.click(hands.page.head.finish)
    hands.click(deeds(hands.page.columns.panel, "就这样完成")[0])
    assert hands.window.pages.name == "summary"
    assert hands.sheet.inspection.finished_at is not None


def test_with_nothing_missing_it_finishes_at_once_and_the_summary_adds_up(hands: Hands) -> None:
    pass_all(hands)
    assert hands.page.head.finish.property("kind") == "filled"
    hands.click(hands.page.head.finish)
    page = hands.window.pages.page
    assert isinstance(page, SummaryPage)
    assert page.next_button.property("kind") == "filled"


def test_a_finished_inspection_can_only_be_read_until_it_is_reopened_with_a_reason(hands: Hands) -> None:
    pass_all(hands)
    hands.click(hands.page.head.finish)
    hands.open()
    stood = hands.sheet
    for key in (Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_0, Key.Key_P):
        hands.press(key)
    assert hands.sheet == stood
    hands.click(hands.page.strip.reopen)
    dialog = hands.window.findChild(ReasonDialog)
    assert dialog is not None
    assert not dialog.go.isEnabled()
    dialog.reason.setPlainText("漏看了地下车库")
    hands.click(dialog.go)
    assert hands.sheet.inspection.finished_at is None
    assert hands.sheet.inspection.reopened == 1
    history = hands.town.services.ledger.history(hands.inspection)
    assert history[0].reason == "漏看了地下车库"
    hands.open()
    hands.press(Key.Key_2)
    assert hands.verdict(hands.here) is Verdict.FAIL


def test_discarding_needs_a_reason_and_leads_back(hands: Hands) -> None:
    hands.page._more()[-1][1]()
    dialog = hands.window.findChild(ReasonDialog)
    assert dialog is not None
    dialog.reason.setPlainText("选错了点位")
    hands.click(dialog.go)
    assert hands.window.pages.name == "today"
    with pytest.raises(Refused):
        _ = hands.sheet


def test_the_score_can_be_hidden(hands: Hands) -> None:
    assert hands.page.head.score.isVisible()
    hands.page.toggle_score()
    assert not hands.page.head.score.isVisible()
    assert not hands.window.context.preferences.get().show_score


def test_what_the_disk_refuses_stays_red_and_the_text_is_kept(hands: Hands, monkeypatch: pytest.MonkeyPatch) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    before = hands.sheet.findings[item][0].record.location

    def full(_self: RecordingService, _finding: str, _text: str) -> None:
        raise Refused("workspace.disk-full")

    monkeypatch.setattr(RecordingService, "locate", full)
    place = hands.page.editor.form.place
    place.setFocus()
    hands.write("3 号楼")
    place.flush()
    hands.settle()
    assert hands.page.head.saved.words.startswith("没有保存：")
    assert hands.window.findChild(ErrorDialog) is not None
    assert place.text() == "3 号楼"
    assert hands.sheet.findings[item][0].record.location == before
    monkeypatch.undo()
    place.flush()
    hands.settle()
    assert hands.sheet.findings[item][0].record.location == "3 号楼"
    assert hands.page.head.saved.words.startswith("已保存")


def test_the_section_list_leads_to_the_first_open_item_of_a_section(hands: Hands) -> None:
    section = hands.sheet.checklist.sections[2]
    hands.page.columns.section_chosen.emit(section.code)
    hands.settle()
    assert hands.here == section.items[0].code
