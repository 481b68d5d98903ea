"""Recording by keyboard alone."""

from PySide6.QtCore import Qt

from inspector.domain.inspections import Verdict
from inspector.domain.judging import figures_for
from inspector.domain.judging_types import Ask
from tests.ui.pages.recording import CTRL, SHIFT, Hands

Key = Qt.Key


def test_a_whole_checklist_is_judged_by_keys_alone(hands: Hands) -> None:
    hands.begin("育英小学")
    for _ in range(60):
        item = hands.sheet.checklist.item(hands.here)
        assert item is not None
        if figures_for(item.judging, Verdict.PASS):
            hands.press(Key.Key_1)
            continue
        assert isinstance(item.judging, Ask)
        hands.press(Key.Key_1)
        assert hands.window.focusWidget() is next(iter(hands.page.editor.figures.lines.values()))
        hands.press(Key(ord(str(item.judging.right))))
        hands.press(Key.Key_Return)
        if not hands.sheet.next_unrated(""):
            break
    sheet = hands.sheet
    assert sheet.score.whole.passed == len(sheet.items) == 26
    assert sheet.score.rate == 100.0


def test_f_finishes_or_says_what_is_missing(hands: Hands) -> None:
    hands.press(Key.Key_F)
    assert hands.page.columns.is_panel_shown
    hands.press(Key.Key_Return)  # on the first "go there"
    assert hands.window.focusWidget() is hands.page.columns.items  # and the panel is gone
    assert hands.page.columns.panel.isHidden()
    for item in hands.sheet.items:
        hands.town.services.recording.judge(hands.inspection, item.code, Verdict.NOT_APPLICABLE)
    hands.open()
    hands.press(Key.Key_F)
    assert hands.window.pages.name == "summary"


def test_pass_and_not_applicable_bring_the_next_item_and_fail_stays(hands: Hands) -> None:
    codes = [item.code for item in hands.sheet.items]
    hands.press(Key.Key_3)
    assert hands.here == codes[1]
    hands.press(Key.Key_2)
    assert hands.here == codes[1]
    assert hands.page.editor.form.isVisible()
    hands.press(Key.Key_Return)
    assert hands.here == codes[2]
    assert hands.verdict(codes[0]) is Verdict.NOT_APPLICABLE
    assert hands.verdict(codes[1]) is Verdict.FAIL


def test_the_chosen_verdict_again_changes_nothing(hands: Hands) -> None:
    hands.press(Key.Key_2)
    before = hands.sheet
    hands.press(Key.Key_2)
    assert hands.sheet == before


def test_zero_clears_and_u_brings_the_finding_back(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    finding = hands.sheet.findings[item][0]
    hands.press(Key.Key_0)
    assert hands.verdict(item) is None
    assert not hands.sheet.findings.get(item)
    hands.press(Key.Key_U)
    assert hands.verdict(item) is Verdict.FAIL
    assert hands.sheet.findings[item][0].id == finding.id


def test_undo_stands_where_the_act_was_made(hands: Hands) -> None:
    first = hands.here
    hands.press(Key.Key_1)
    assert hands.here != first
    hands.press(Key.Key_Z, CTRL)
    assert hands.here == first
    assert hands.verdict(first) is None
    hands.press(Key.Key_Y, CTRL)
    assert hands.verdict(first) is Verdict.PASS


def test_arrows_move_and_enter_goes_to_the_next_unrated(hands: Hands) -> None:
    codes = [item.code for item in hands.sheet.items]
    hands.press(Key.Key_1)
    hands.press(Key.Key_Up)
    assert hands.here == codes[0]
    hands.press(Key.Key_Down)
    hands.press(Key.Key_Down)
    assert hands.here == codes[2]
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Up)
    hands.press(Key.Key_Return)
    assert hands.here == codes[1]


def test_shift_one_passes_the_rest_of_the_section_in_one_act(hands: Hands) -> None:
    section = hands.sheet.checklist.sections[0]
    hands.press(Key.Key_2)
    hands.press(Key.Key_1, SHIFT)
    assert all(hands.sheet.is_done(item.code) for item in section.items if figures_for(item.judging, Verdict.PASS))
    assert hands.verdict(section.items[0].code) is Verdict.FAIL
    hands.press(Key.Key_U)
    assert sum(hands.sheet.is_done(item.code) for item in section.items) == 1


def test_phrases_by_letters_put_in_and_take_out(hands: Hands) -> None:
    item = hands.sheet.checklist.item(hands.here)
    assert item is not None
    hands.press(Key.Key_2)
    assert hands.sheet.findings[item.code][0].record.text == item.phrases[0]
    hands.press(Key.Key_B)
    assert hands.sheet.findings[item.code][0].record.text == f"{item.phrases[0]}，{item.phrases[1]}"
    hands.press(Key.Key_A)
    assert hands.sheet.findings[item.code][0].record.text == item.phrases[1]


def test_n_writes_the_description_of_a_fail_and_else_a_note(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_N)
    hands.write("12n")
    hands.press(Key.Key_Escape)
    assert hands.sheet.answers[item].remark == "12n"
    hands.press(Key.Key_2)
    hands.press(Key.Key_N)
    assert hands.window.focusWidget() is hands.page.editor.form.text


def test_escape_closes_the_panel_before_it_leaves_the_page(hands: Hands) -> None:
    hands.page.with_desk(hands.page._panels.walk)
    hands.settle()
    shown = [hands.page.columns.is_panel_shown]
    hands.press(Key.Key_Escape)
    shown.append(hands.page.columns.is_panel_shown)
    assert shown == [True, False]
    assert hands.window.pages.name == "record"


def test_typed_text_is_saved_within_a_second_and_when_the_page_is_left(hands: Hands) -> None:
    item = hands.here
    hands.press(Key.Key_2)
    hands.page.editor.form.place.setFocus()
    hands.write("3 号楼")
    hands.qtbot.waitUntil(lambda: hands.sheet.findings[item][0].record.location == "3 号楼", timeout=1000)
    hands.write(" 2 单元")
    hands.window.go("today")
    assert hands.sheet.findings[item][0].record.location == "3 号楼 2 单元"


def test_reopening_returns_to_the_same_item(hands: Hands) -> None:
    hands.press(Key.Key_1)
    hands.press(Key.Key_Down)
    stood = hands.here
    hands.window.go("today")
    assert hands.sheet.here == stood
    hands.open()
    assert hands.here == stood


def test_every_key_is_told_in_the_keys_dialog(hands: Hands) -> None:
    told = {text for key in hands.page.shortcuts() for text in key.keys}
    assert {"1", "2", "3", "0", "Shift+1", "Up", "Down", "Return", "N", "A", "E", "P", "Ctrl+V", "Space", "Z"} <= told
