"""来件: what was begun and not recorded comes back, and callers are in no file before they are taken down."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import QPushButton
from pytestqt.qtbot import QtBot

from inspector.exchange.drawn_photos import draw_photo
from inspector.ui.jobs import Jobs
from inspector.ui.pages.intake.page import IntakePage
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from tests.town import Town, make_town, open_town
from tests.ui.pages.desk import Desk
from tests.ui.pages.seat import seated

Key = Qt.Key


@contextmanager
def sitting(town: Town, qtbot: QtBot, look: Look) -> Iterator[Desk]:
    """One start of the program; everything is closed at the end."""
    jobs = Jobs()
    specs = [spec for spec in page_specs() if spec.name in {"intake", "registers"}]
    with seated(Desk, town, specs, qtbot, look, jobs) as desk:
        desk.go("intake", kind="snapshot")
        yield desk
        desk.window.close()
    jobs.deleteLater()


@pytest.fixture
def file(tmp_path: Path) -> Path:
    made = tmp_path / "现场.jpg"
    made.write_bytes(draw_photo("stall", 3, size=(640, 480)))
    return made


def page(desk: Desk) -> IntakePage:
    assert isinstance(desk.page, IntakePage)
    return desk.page


def note(desk: Desk) -> QPushButton:
    """清空, beside the words that say that something came back."""
    shown = [b for b in desk.window.findChildren(QPushButton) if b.text().strip() == "清空" and b.isVisible()]
    assert len(shown) == 1
    return shown[0]


def begin(desk: Desk, file: Path) -> None:
    form = page(desk).finding
    form.place.site.show_value(desk.town.sites["红莲市场"])
    form.place.site.chosen.emit(desk.town.sites["红莲市场"])
    form.text.setPlainText("井盖缺失")
    form.due.setDate(form.due.date().addDays(3))
    form.photos.take([file])
    desk.settle()


def test_a_finding_begun_before_the_program_ended_is_filled_in_again_and_gone_once_it_is_recorded(
    qtbot: QtBot, look: Look, tmp_path: Path, file: Path
) -> None:
    town = make_town(tmp_path / "town.db")
    with sitting(town, qtbot, look) as desk:
        begin(desk, file)
        due = page(desk).finding.due.day
    with sitting(open_town(tmp_path / "town.db", town.clock), qtbot, look) as desk:
        form = page(desk).finding
        assert form.noted.text == "井盖缺失"
        assert form.noted.spot.site == town.sites["红莲市场"]
        assert form.noted.due_on == due
        assert form.photos.sources == (("现场.jpg", file),)
        note(desk)
        page(desk).save()
        desk.settle()
    with sitting(open_town(tmp_path / "town.db", town.clock), qtbot, look) as desk:
        assert page(desk).finding.noted.text == ""
        assert page(desk).finding.photos.sources == ()
        assert not page(desk).finding.unfinished.isVisible()


def test_a_kill_costs_at_most_the_last_second_of_what_is_typed(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    town = make_town(tmp_path / "town.db")
    with sitting(town, qtbot, look) as desk:
        page(desk).finding.text.setPlainText("井盖缺失")
        qtbot.waitUntil(lambda: town.services.unfinished.kept("finding").fields.get("text") == "井盖缺失")


def test_larger_text_in_the_middle_of_a_complaint_keeps_every_word_of_it(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    with sitting(make_town(tmp_path / "town.db"), qtbot, look) as desk:
        desk.press(page(desk).kind, Key.Key_2)
        form = page(desk).complaint
        form.text.setPlainText("夜里烧烤")
        form.name.setText("欧阳金雀")
        form.phone.setText("13800138000")
        look.use(replace(look.theme, scale=1.5))
        desk.settle()
        assert page(desk).complaint is not form
        again = page(desk).complaint.taken
        assert (again.text, again.told.name, again.told.phone) == ("夜里烧烤", "欧阳金雀", "13800138000")


def test_neither_a_caller_nor_what_was_told_about_staff_is_in_the_file_before_it_is_taken_down(
    qtbot: QtBot, look: Look, tmp_path: Path
) -> None:
    town = make_town(tmp_path / "town.db")
    with sitting(town, qtbot, look) as desk:
        desk.press(page(desk).kind, Key.Key_2)
        form = page(desk).complaint
        form.staff.setChecked(True)
        form.text.setPlainText("某队员收了摊位费")
        form.name.setText("欧阳金雀")
        desk.go("registers")
        desk.go("intake")
        assert form.text.toPlainText() == "某队员收了摊位费"
        log = (tmp_path / "town.db-wal").read_bytes()
        for words in ("摊位费", "欧阳金雀"):
            assert words.encode() not in log + (tmp_path / "town.db").read_bytes()
            assert words not in str(town.services.unfinished.kept("complaint"))


def test_what_came_back_can_be_emptied(qtbot: QtBot, look: Look, tmp_path: Path, file: Path) -> None:
    town = make_town(tmp_path / "town.db")
    with sitting(town, qtbot, look) as desk:
        begin(desk, file)
    with sitting(open_town(tmp_path / "town.db", town.clock), qtbot, look) as desk:
        desk.click(note(desk))
        assert page(desk).finding.noted.text == ""
        assert page(desk).finding.noted.spot.site == ""
        assert page(desk).finding.photos.sources == ()
        assert not town.services.unfinished.kept("finding").fields
        assert page(desk).finding.due.day == town.clock.now.date() + timedelta(days=7)


def test_an_approval_begun_comes_back_with_its_days(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    town = make_town(tmp_path / "town.db")
    with sitting(town, qtbot, look) as desk:
        desk.press(page(desk).kind, Key.Key_4)
        page(desk).approval.name.setText("红莲夜市")
        page(desk).approval.last.setDate(page(desk).approval.last.date().addDays(10))
        begun = page(desk).approval.approval
    with sitting(open_town(tmp_path / "town.db", town.clock), qtbot, look) as desk:
        desk.press(page(desk).kind, Key.Key_4)
        assert page(desk).approval.approval == begun


def test_a_caller_taken_down_does_not_come_back_by_the_way_back(qtbot: QtBot, look: Look, tmp_path: Path) -> None:
    with sitting(make_town(tmp_path / "town.db"), qtbot, look) as desk:
        desk.go("intake", kind="complaint")
        form = page(desk).complaint
        form.place.site.show_value(desk.town.sites["桂花里小区"])
        form.text.setPlainText("夜里烧烤")
        form.name.setText("欧阳金雀")
        desk.go("registers")
        desk.go("intake", kind="complaint")
        page(desk).save()
        desk.settle()
        assert len(desk.town.services.complaints.all()) == 1
        desk.window.back()
        desk.window.back()
        desk.settle()
        assert page(desk).complaint.taken.told.name == ""
