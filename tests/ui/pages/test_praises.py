"""好的做法 and approvals where the inspector works: noted with one key, listed in the summary, warned of above."""

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.domain.approvals import Approval
from inspector.exchange.drawn_photos import draw_photo
from inspector.ui.dialogs.praise_dialog import PraiseDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.record.page import RecordPage
from inspector.ui.theme.apply import Look
from tests.ui.fit import filled_buttons, misfits, save_picture
from tests.ui.pages.desk import Desk, furnished_clerk_at

Key = Qt.Key


@pytest.fixture
def desk(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Desk]:
    with furnished_clerk_at("today", qtbot, look, jobs, tmp_path / "town.db") as made:
        yield made


def test_g_notes_a_good_practice_with_its_photo_and_the_summary_lists_it(desk: Desk, tmp_path: Path) -> None:
    visit, _ = desk.town.services.inspections.start(desk.town.sites["红莲市场"], "王敏")
    desk.window.go("record", inspection=visit)
    desk.settle()
    desk.press(desk.page, Key.Key_G)
    (dialog,) = desk.window.findChildren(PraiseDialog)
    QTest.keyClick(dialog.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    assert dialog.problem.isVisible()
    file = tmp_path / "a.jpg"
    file.write_bytes(draw_photo("bins", 3, size=(640, 480)))
    dialog.take([file])
    dialog.text.setPlainText("摊主自己扫门前")
    assert not dialog.problem.isVisible(), "what was missing is there"
    save_picture(dialog, tmp_path, "praise-dialog")
    QTest.keyClick(dialog.text, Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    desk.settle()
    (praise,) = desk.town.services.praises.of_inspection(visit)
    assert (praise.record.text, len(praise.record.photos)) == ("摊主自己扫门前", 1)
    desk.window.go("summary", inspection=visit)
    desk.settle()
    assert "摊主自己扫门前" in {each.text() for each in desk.page.findChildren(QLabel)}
    assert misfits(desk.window) == []
    assert len(filled_buttons(desk.window)) == 1
    save_picture(desk.window, tmp_path, "summary")
    desk.undo()
    assert "摊主自己扫门前" not in {each.text() for each in desk.page.findChildren(QLabel) if each.isVisible()}


def test_what_is_approved_at_the_site_today_stands_above_the_sheet(desk: Desk, tmp_path: Path) -> None:
    services = desk.town.services
    visit, _ = services.inspections.start(desk.town.sites["红莲市场"], "王敏")
    desk.window.go("record", inspection=visit)
    desk.settle()
    assert isinstance(desk.page, RecordPage)
    assert not desk.page.approved.isVisible()
    today = services.acts.today()
    market = Approval("红莲夜市", site=desk.town.sites["红莲市场"], valid_from=date(2026, 1, 1), valid_to=today)
    services.registers.save(market)
    desk.window.go("today")
    desk.window.go("record", inspection=visit)
    desk.settle()
    assert desk.page.approved.isVisible()
    assert "红莲夜市" in desk.page.approved.words.text()
    assert misfits(desk.window) == []
    save_picture(desk.window, tmp_path, "approved")
