"""来件: 随手拍, complaints, meetings and approvals, by keys and by mouse."""

from collections.abc import Iterator
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.approvals import Approval
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.public_complaints import Told
from inspector.domain.sources import Source
from inspector.exchange.drawn_photos import draw_photo
from inspector.services.noting import Noted, Spot
from inspector.ui.dialogs.erase_dialog import EraseDialog
from inspector.ui.dialogs.pin_dialog import PinDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.intake.page import IntakePage
from inspector.ui.pages.intake.staff_dialog import StaffDialog
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import Mode, Theme
from inspector.ui.widgets.pill import Pill
from tests.ui.fit import filled_buttons, save_picture
from tests.ui.pages.desk import Desk, clerk_at, furnished_clerk_at

Key = Qt.Key
CTRL = Qt.KeyboardModifier.ControlModifier


@pytest.fixture
def desk(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Desk]:
    with clerk_at("intake", qtbot, look, jobs, tmp_path / "town.db") as made:
        yield made


def page(desk: Desk) -> IntakePage:
    assert isinstance(desk.page, IntakePage)
    return desk.page


def pressed(desk: Desk, words: str) -> None:
    button = next(
        each for each in desk.window.findChildren(QPushButton) if each.text().strip() == words and each.isVisible()
    )
    desk.click(button)


def said(widget: QWidget) -> str:
    """Every word that is seen in a widget."""
    return "\n".join(each.text() for each in widget.findChildren(QLabel) if each.isVisible())


def fill(desk: Desk, violation: str = "Z4", site: str = "红莲市场") -> None:
    form = page(desk).finding
    form.violation.show_value(violation)
    form.violation.chosen.emit(violation)
    form.place.site.show_value(desk.town.sites[site])
    form.place.site.chosen.emit(desk.town.sites[site])
    desk.settle()


def tell(desk: Desk, text: str = "夜里烧烤，烟进屋") -> None:
    desk.press(page(desk).kind, Key.Key_2)
    form = page(desk).complaint
    form.place.site.show_value(desk.town.sites["桂花里小区"])
    form.text.setPlainText(text)
    form.name.setText("欧阳金雀")
    form.phone.setText("13800138000")


def test_f2_anywhere_opens_the_form_and_a_type_a_place_and_a_photo_are_enough(
    qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path
) -> None:
    with furnished_clerk_at("today", qtbot, look, jobs, tmp_path / "town.db") as desk:
        desk.press(desk.page, Key.Key_F2)
        before = desk.town.services.ledger.count(LedgerQuery())
        fill(desk)
        assert "望云街道办事处" in said(page(desk).finding)
        file = tmp_path / "a.jpg"
        file.write_bytes(draw_photo("stall", 3, size=(640, 480)))
        page(desk).finding.photos.take([file])
        desk.press(page(desk).finding.text, Key.Key_Return, CTRL)
        assert desk.town.services.ledger.count(LedgerQuery()) == before + 1
        (noted,) = desk.town.services.ledger.ids(LedgerQuery(sources=(Source.SNAPSHOT,)))
        row = desk.town.services.ledger.rows([noted])[noted]
        assert (row.text, row.photos, row.status) == ("公共场所露天烧烤", 1, FindingStatus.TO_DISPATCH)
        assert not page(desk).finding.photos.sources
        desk.undo()
        assert desk.town.services.ledger.count(LedgerQuery()) == before


def test_each_form_is_called_by_its_digit_with_the_keyboard_in_its_first_field(desk: Desk) -> None:
    form = page(desk)
    first = {Key.Key_2: form.complaint.channel, Key.Key_4: form.approval.name, Key.Key_3: form.finding.violation}
    for key, field in first.items():
        QTest.keyClick(form, key)
        desk.settle()
        assert desk.window.focusWidget() is field
        form.setFocus()
    QTest.keyClick(form.finding.violation, Key.Key_1)
    desk.settle()
    assert (form.kind.value, desk.window.focusWidget()) == (str(Source.SNAPSHOT), form.finding.violation)


def test_a_form_that_says_nothing_is_refused_and_keeps_what_was_typed(desk: Desk) -> None:
    page(desk).finding.place.location.setText("路口")
    pressed(desk, "记下")
    assert desk.town.services.ledger.count(LedgerQuery()) == 0
    assert page(desk).finding.place.location.text() == "路口"


def test_a_complaint_is_taken_down_offers_the_open_finding_and_shows_the_caller_only_when_asked(desk: Desk) -> None:
    services = desk.town.services
    noted, _ = services.noting.add(Noted(Spot(desk.town.sites["桂花里小区"]), text="楼下夜里烧烤"))
    tell(desk)
    pressed(desk, "登记投诉")
    (line,) = services.complaints.all()
    assert page(desk).complaint.phone.text() == ""
    page(desk).complaints.choose(line.id)
    desk.settle()
    assert "13800138000" not in said(desk.window)
    pressed(desk, "看来电人")
    assert "13800138000" in said(desk.window)
    number = services.ledger.rows([noted])[noted].no
    pressed(desk, f"是 {number}")
    (line,) = services.complaints.all()
    assert line.finding
    assert line.finding.id == noted
    pressed(desk, "清除来电人")
    (dialog,) = desk.window.findChildren(EraseDialog)
    desk.click(next(each for each in dialog.findChildren(QPushButton) if each.text().strip() == "清除来电人"))
    assert services.complaints.told(line.id) == Told()


def test_callers_kept_too_long_are_counted_and_erased_after_a_question(desk: Desk) -> None:
    tell(desk, "楼下夜里烧烤")
    pressed(desk, "登记投诉")
    services = desk.town.services
    (line,) = services.complaints.all()
    pressed(desk, "清除到期来电人")
    assert desk.window.findChildren(EraseDialog) == []
    desk.town.clock.now += timedelta(days=366)
    pressed(desk, "清除到期来电人")
    (dialog,) = desk.window.findChildren(EraseDialog)
    assert "清除 1 个来电人" in said(dialog)
    dialog.reject()
    desk.settle()
    assert services.complaints.told(line.id).name == "欧阳金雀"
    services.office.decide("complaint.kept_days", "500")
    pressed(desk, "清除到期来电人")
    assert desk.window.findChildren(EraseDialog) == []
    services.office.decide("complaint.kept_days", "365")
    pressed(desk, "清除到期来电人")
    (dialog,) = desk.window.findChildren(EraseDialog)
    desk.press(dialog.go, Key.Key_Space)
    assert services.complaints.told(line.id) == Told()
    assert "欧阳金雀".encode() not in services.acts.workspace.path.read_bytes()


def test_complaints_about_staff_open_behind_the_pin_and_are_gone_with_the_dialog(desk: Desk) -> None:
    tell(desk, "某队员收了摊位费")
    page(desk).complaint.staff.setChecked(True)
    pressed(desk, "登记投诉")
    assert desk.town.services.complaints.all() == ()
    pressed(desk, "反映工作人员")
    (first,) = desk.window.findChildren(PinDialog)
    first.new.setText("271828")
    desk.press(first.new, Key.Key_Return)
    (dialog,) = desk.window.findChildren(StaffDialog)
    for typed, problem in (("12345", True), ("271828", False)):
        dialog.pin.setText(typed)
        QTest.keyClick(dialog.pin, Key.Key_Return)
        desk.settle()
        assert dialog.problem.isVisible() is problem
    assert "某队员收了摊位费" in said(dialog)
    assert filled_buttons(dialog) == ["关上"]  # nothing is left to open


def test_a_form_nobody_began_says_nothing_of_units_and_a_list_tells_what_is_over(desk: Desk) -> None:
    desk.settle()
    assert "单位表里没有人负责" not in said(page(desk).finding)
    today = desk.town.services.acts.today()
    for name, last in (("红莲夜市", today), ("迎新横幅", today - timedelta(days=1))):
        desk.town.services.registers.save(Approval(name, valid_to=last))
    desk.press(page(desk).kind, Key.Key_4)
    states = [pill.accessibleName() for pill in page(desk).approvals.findChildren(Pill)]
    assert states == ["有效", "已过期"]
    assert "此处有审批" not in said(page(desk).approvals)


def test_an_approval_is_entered_and_warned_of_before_a_violation_there_is_recorded(desk: Desk) -> None:
    desk.press(page(desk).kind, Key.Key_4)
    form = page(desk).approval
    form.name.setText("红莲夜市")
    form.place.site.show_value(desk.town.sites["红莲市场"])
    pressed(desk, "登记审批")
    desk.press(page(desk).kind, Key.Key_1)
    fill(desk, "Z3")
    assert "此处有审批：红莲夜市" in said(page(desk).hints)


@pytest.mark.slow
@pytest.mark.parametrize("key", [Key.Key_1, Key.Key_2, Key.Key_3, Key.Key_4])
def test_every_word_of_every_form_has_room_in_every_look(desk: Desk, key: Qt.Key) -> None:
    desk.press(page(desk).kind, key)
    assert desk.misfits_in_every_look() == []


@pytest.mark.parametrize("size", [(1366, 768), (1040, 520)])
def test_pictures_are_kept_of_every_form(desk: Desk, look: Look, tmp_path: Path, size: tuple[int, int]) -> None:
    desk.town.services.noting.add(Noted(Spot(desk.town.sites["红莲市场"]), text="夜里烧烤", violation="Z4"))
    desk.window.resize(*size)
    fill(desk)
    save_picture(desk.window, tmp_path, f"snapshot-{size[0]}")
    tell(desk)
    page(desk).save()
    desk.settle()
    page(desk).complaints.choose(desk.town.services.complaints.all()[0].id)
    desk.settle()
    save_picture(desk.window, tmp_path, f"complaint-{size[0]}")
    look.use(Theme(Mode.DARK, 1.0, motion=False))
    desk.settle()
    save_picture(desk.window, tmp_path, f"complaint-dark-{size[0]}")
    look.use(Theme(Mode.LIGHT, 2.0, motion=False))
    desk.settle()
    desk.press(page(desk).kind, Key.Key_3)
    assert page(desk).kind.value == str(Source.MEETING)
    save_picture(desk.window, tmp_path, f"meeting-200-{size[0]}")
    assert len(filled_buttons(desk.window)) == 1
