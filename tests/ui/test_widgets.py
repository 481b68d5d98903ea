"""What each widget promises."""

import sys
from datetime import UTC, datetime
from pathlib import Path

from PySide6.QtCore import QMimeData, QPoint, QPointF, Qt, QUrl
from PySide6.QtGui import QColor, QDragEnterEvent, QDropEvent, QImage, QPixmap
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QHBoxLayout, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector.ui.theme.apply import Look
from inspector.ui.theme.paint import MarkKind
from inspector.ui.widgets.boxes import down, scrolling
from inspector.ui.widgets.buttons import filled
from inspector.ui.widgets.card import Card
from inspector.ui.widgets.combo import Combo
from inspector.ui.widgets.drop_area import accept_photos
from inspector.ui.widgets.flow import flowing
from inspector.ui.widgets.focus_ring import FocusRing
from inspector.ui.widgets.foot_bar import FootBar
from inspector.ui.widgets.labels import ElidingLabel, wrapping
from inspector.ui.widgets.mark import Mark
from inspector.ui.widgets.paged_model import ROW_ROLE, Column, PagedModel
from inspector.ui.widgets.photo_strip import PhotoStrip, Tile, TileState
from inspector.ui.widgets.row_delegate import RowDelegate
from inspector.ui.widgets.row_table import RowTable
from inspector.ui.widgets.saved_mark import SavedMark
from inspector.ui.widgets.search_field import SearchField
from inspector.ui.widgets.segmented import Segmented
from inspector.ui.widgets.toast import Toast
from inspector.ui.widgets.verdict_button import VerdictButtons
from tests.ui.fit import misfits


def test_void_calls_leave_the_count_of_none_alone(qtbot: QtBot) -> None:
    """PySide6 6.12.0 takes one reference from None a call and aborts Python 3.11 after some thousand."""
    widget = QWidget()
    qtbot.addWidget(widget)
    before = sys.getrefcount(None)
    for _ in range(1000):
        widget.setObjectName("x")
    assert abs(sys.getrefcount(None) - before) < 50


def test_a_verdict_is_chosen_once_and_shown_when_saved(qtbot: QtBot, look: Look) -> None:
    buttons = VerdictButtons()
    qtbot.addWidget(buttons)
    chosen: list[str] = []
    buttons.chosen.connect(chosen.append)
    QTest.mouseClick(buttons.buttons["fail"], Qt.MouseButton.LeftButton)
    assert chosen == ["fail"]
    assert not buttons.buttons["fail"].isChecked()
    buttons.show_verdict("fail")
    QTest.mouseClick(buttons.buttons["fail"], Qt.MouseButton.LeftButton)
    assert chosen == ["fail"]
    assert "已选" in buttons.buttons["fail"].accessibleName()


def test_marks_differ_without_colour(qtbot: QtBot, look: Look) -> None:
    kinds: tuple[MarkKind, ...] = ("pass", "fail", "na", "none")
    shapes = set()
    for kind in kinds:
        mark = Mark(kind, 44)
        qtbot.addWidget(mark)
        image = mark.grab().toImage().convertToFormat(QImage.Format.Format_Grayscale8)
        shapes.add(bytes(image.constBits()))
    assert len(shapes) == 4


def test_a_toast_offers_undo_once_and_keeps_its_words(qtbot: QtBot, look: Look) -> None:
    host = QWidget()
    qtbot.addWidget(host)
    host.resize(800, 600)
    host.show()
    toast, undone = Toast(host), []
    toast.say("已删除 1 张照片", lambda: undone.append(1))
    toast.say("已作废", lambda: undone.append(2))
    assert toast.words == "已作废"
    toast.undo()
    toast.undo()
    assert undone == [2]
    assert [words for _, words in toast.history] == ["已作废", "已删除 1 张照片"]
    assert host.rect().contains(toast.geometry())


def test_the_saved_mark_says_when_and_what_went_wrong(qtbot: QtBot, look: Look) -> None:
    mark, opened = SavedMark(), []
    qtbot.addWidget(mark)
    mark.saving()
    mark.saved(datetime(2026, 11, 22, 10, 32, tzinfo=UTC))
    assert mark.words == "已保存 10:32"
    mark.failed("没有保存：磁盘满", lambda: opened.append(1))
    assert mark.words == "没有保存：磁盘满"


def test_a_slow_save_is_seen(qtbot: QtBot, look: Look) -> None:
    mark = SavedMark()
    qtbot.addWidget(mark)
    mark.saving()
    qtbot.waitUntil(lambda: mark.words == "正在保存…")


def test_searching_waits_for_a_pause(qtbot: QtBot, look: Look) -> None:
    field = SearchField("搜点位", "Ctrl K")
    searched: list[str] = []
    qtbot.addWidget(field)
    field.searched.connect(searched.append)
    QTest.keyClicks(field, "hlsc")
    qtbot.waitUntil(lambda: bool(searched))
    assert searched == ["hlsc"]


def test_choosers_tell_values_not_words(qtbot: QtBot, look: Look) -> None:
    segmented, combo = Segmented([("light", "浅色"), ("dark", "深色")], "light"), Combo([("a", "一"), ("b", "二")], "b")
    told: list[str] = []
    for chooser in (segmented, combo):
        qtbot.addWidget(chooser)
        chooser.chosen.connect(told.append)
    segmented.show_value("dark")
    combo.show_value("a")
    assert (segmented.value, combo.value, told) == ("dark", "a", [])
    combo.activated.emit(0)
    assert told == ["a"]


def test_an_eliding_label_never_widens_its_window(qtbot: QtBot, look: Look) -> None:
    short, long = ElidingLabel("望云街道"), ElidingLabel("望云街道" * 50)
    for made in (short, long):
        qtbot.addWidget(made)
    assert long.minimumSizeHint() == short.minimumSizeHint()
    assert "望云街道" * 50 in long.toolTip()


def test_wrapping_text_takes_the_height_of_its_width_and_no_more(qtbot: QtBot, look: Look) -> None:
    area = scrolling(down(*(wrapping("没有在楼道、门厅给电动车充电或停放" * 3) for _ in range(5))))
    qtbot.addWidget(area)
    area.resize(500, 600)
    area.show()
    QApplication.processEvents()
    inside = area.widget()
    assert inside is not None
    assert inside.height() == area.viewport().height()
    assert not misfits(area)


def test_hints_without_room_in_the_foot_are_out_of_sight_and_whole(qtbot: QtBot, look: Look) -> None:
    foot = FootBar([("Enter", "下一步"), ("?", "全部按键")], filled("去交办"))
    qtbot.addWidget(foot)
    foot.resize(foot.sizeHint().width() - 40, foot.height())
    foot.show()
    QApplication.processEvents()
    first, last = foot.hints.findChildren(QWidget, options=Qt.FindChildOption.FindDirectChildrenOnly)
    assert first.visibleRegion().boundingRect().width() == first.width() > 0
    assert last.visibleRegion().isEmpty()
    assert not misfits(foot)


def test_nothing_around_a_button_hides_its_ring(qtbot: QtBot, look: Look) -> None:
    window, button = QWidget(), filled("重试")
    card, other = Card("一"), Card("二")
    card.add(flowing(button))
    window.setLayout(down(scrolling(down(card, other, None, gap=4))))
    ring = FocusRing(window)
    qtbot.addWidget(window)
    look.dress(window)
    window.resize(400, 400)
    window.show()
    ring.follow(None, button)
    QApplication.processEvents()
    around = ring.parentWidget()
    assert around
    assert around.isAncestorOf(card)
    assert around.rect().contains(ring.geometry())
    assert around.children()[-1] is ring  # painted last, so on top


def test_the_ring_follows_buttons_and_leaves_fields(qtbot: QtBot, look: Look) -> None:
    window = QWidget()
    qtbot.addWidget(window)
    button, field = filled("下一项"), SearchField("搜")
    QHBoxLayout(window).addWidget(button)
    window.layout().addWidget(field)  # type: ignore[union-attr]  # just made
    ring = FocusRing(window)
    ring.follow(None, button)
    assert ring.widget() is button
    ring.follow(button, field)
    assert ring.widget() is None


def test_half_a_million_rows_fetch_only_what_is_shown(qtbot: QtBot, look: Look) -> None:
    fetched: list[int] = []

    def fetch(ids: object) -> list[str]:
        assert isinstance(ids, list)
        fetched.append(len(ids))
        return [f"row {each}" for each in ids]

    model: PagedModel[str] = PagedModel([Column("编号", str), Column("问题", str, 120)], fetch)
    model.show_ids([str(i) for i in range(500_000)])
    table = RowTable(model, RowDelegate(), "台账")
    qtbot.addWidget(table)
    table.resize(800, 600)
    table.show()
    QApplication.processEvents()
    assert model.rowCount() == 500_000
    assert sum(fetched) <= 200
    table.choose_id("400000")
    QApplication.processEvents()
    assert table.current_id() == "400000"
    assert model.data(table.currentIndex(), ROW_ROLE) == "row 400000"
    assert sum(fetched) <= 500


def test_a_search_field_tells_what_was_typed_and_not_what_it_was_made_to_show(qtbot: QtBot, look: Look) -> None:
    field, told = SearchField("找"), list[str]()
    qtbot.addWidget(field)
    field.searched.connect(told.append)
    field.show_text("以前找过的")
    qtbot.wait(200)
    assert told == []
    field.clear()
    QTest.keyClicks(field, "ghl")
    qtbot.waitUntil(lambda: told == ["ghl"])


def test_home_and_end_go_to_the_first_and_the_last_row(qtbot: QtBot, look: Look) -> None:
    model: PagedModel[str] = PagedModel([Column("编号", str), Column("问题", str)], list)
    model.show_ids([str(number) for number in range(500)])
    table = RowTable(model, RowDelegate(), "台账")
    qtbot.addWidget(table)
    table.resize(400, 300)
    table.show()
    table.choose_id("7")
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.current_id() == "499"
    assert table.verticalScrollBar().value() == table.verticalScrollBar().maximum()
    QTest.keyClick(table, Qt.Key.Key_Home)
    assert (table.current_id(), table.verticalScrollBar().value()) == ("0", 0)
    model.show_ids([])
    QTest.keyClick(table, Qt.Key.Key_End)
    assert table.current_id() == ""


def test_space_ticks_enter_opens_ctrl_a_ticks_all(qtbot: QtBot, look: Look) -> None:
    model: PagedModel[str] = PagedModel([Column("", str, 48), Column("问题", str)], list)
    model.show_ids(["a", "b", "c"])
    table = RowTable(model, RowDelegate(), "台账", tick_column=0)
    opened: list[str] = []
    qtbot.addWidget(table)
    table.row_opened.connect(opened.append)
    table.choose_id("b")
    QTest.keyClick(table, Qt.Key.Key_Space)
    assert set(model.ticked) == {"b"}
    QTest.keyClick(table, Qt.Key.Key_Return)
    assert opened == ["b"]
    QTest.keyClick(table, Qt.Key.Key_A, Qt.KeyboardModifier.ControlModifier)
    assert set(model.ticked) == {"a", "b", "c"}
    model.show_ids(["c"])
    assert set(model.ticked) == {"c"}


def test_a_second_press_on_a_photo_opens_it(qtbot: QtBot, look: Look) -> None:
    strip, told = PhotoStrip(), []
    qtbot.addWidget(strip)
    strip.chosen.connect(lambda key: told.append(f"chosen {key}"))
    strip.opened.connect(lambda key: told.append(f"opened {key}"))
    picture = QPixmap(40, 30)
    picture.fill(QColor("teal"))
    strip.show_tiles([Tile("1", TileState.READY, picture=picture), Tile("2", TileState.LOADING, "x.jpg")])
    strip.press("1")
    strip.press("1")
    assert told == ["chosen 1", "opened 1"]
    assert strip.current_key == "1"


def test_dropped_files_arrive_as_paths(qtbot: QtBot, tmp_path: Path) -> None:
    target = QLabel("x")
    taken: list[tuple[Path, ...]] = []
    qtbot.addWidget(target)
    accept_photos(target, taken.append)
    mime = QMimeData()
    mime.setUrls([QUrl.fromLocalFile(str(tmp_path / "一 张.jpg")), QUrl("https://example.org/x.jpg")])
    held = (Qt.DropAction.CopyAction, mime, Qt.MouseButton.LeftButton, Qt.KeyboardModifier.NoModifier)
    QApplication.sendEvent(target, QDragEnterEvent(QPoint(1, 1), *held))
    QApplication.sendEvent(target, QDropEvent(QPointF(1, 1), *held))
    assert taken == [(tmp_path / "一 张.jpg",)]
