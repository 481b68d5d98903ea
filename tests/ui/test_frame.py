"""The frame: pages, keys, forms, the way back."""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, cast

import pytest
from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QDialog, QLabel, QVBoxLayout
from pytestqt.qtbot import QtBot
from shiboken6 import isValid

from inspector.domain.errors import Place, Refused
from inspector.domain.stored import Changed
from inspector.ui import translation
from inspector.ui.dialogs.error_dialog import ErrorDialog
from inspector.ui.dialogs.keys_dialog import KeysDialog
from inspector.ui.jobs import Jobs
from inspector.ui.main_window import MainWindow
from inspector.ui.theme.apply import Look
from inspector.ui.theme.layout_mode import LayoutMode
from inspector.ui.theme.tokens import Mode
from inspector.ui.widgets.buttons import outlined
from inspector.ui.widgets.flow import flowing
from tests.ui.fit import filled_buttons, looks, misfits
from tests.ui.frame import SPECS, NotePage, OtherPage

if TYPE_CHECKING:
    from inspector.services.services import Services


@dataclass(frozen=True)
class NoServices:
    """The frame itself calls none."""

    is_open = True


class LooksLearnt(QObject):
    """Counts how often a widget learnt a look."""

    count = 0

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        self.count += event.type() == QEvent.Type.StyleChange
        return super().eventFilter(watched, event)


@pytest.fixture
def window(qtbot: QtBot, look: Look, jobs: Jobs) -> Iterator[MainWindow]:
    """A shown window with two pages."""
    made = MainWindow(cast("Services", NoServices()), look, jobs, SPECS)
    qtbot.addWidget(made)
    made.resize(1366, 690)
    made.show()
    made.activateWindow()
    qtbot.waitExposed(made)
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    for dialog in made.findChildren(QDialog):
        dialog.reject()


def note(window: MainWindow) -> NotePage:
    """The shown page."""
    assert isinstance(window.pages.page, NotePage)
    return window.pages.page


def press(qtbot: QtBot, window: MainWindow, key: Qt.Key, *modifiers: Qt.KeyboardModifier) -> None:
    """Press a key where the focus is."""
    held = Qt.KeyboardModifier.NoModifier
    for modifier in modifiers:
        held |= modifier
    QTest.keyClick(window.focusWidget(), key, held)


def test_only_registered_pages_stand_in_the_rail(window: MainWindow) -> None:
    assert list(window.rail.buttons) == ["note", "other", "last"]


def test_pages_are_made_when_first_shown(window: MainWindow) -> None:
    before = OtherPage.made
    window.go("other", finding="f1")
    window.go("note")
    window.go("other", finding="f2")
    assert OtherPage.made == before + 1
    assert note(window).shown == {"finding": "f2"}


def test_ctrl_digits_open_pages_in_the_order_of_the_rail(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_2, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.name == "other"
    press(qtbot, window, Qt.Key.Key_3, Qt.KeyboardModifier.ControlModifier)
    assert window.pages.name == "other"


def test_alt_left_and_escape_go_back(qtbot: QtBot, window: MainWindow) -> None:
    window.go("other")
    press(qtbot, window, Qt.Key.Key_Left, Qt.KeyboardModifier.AltModifier)
    assert window.pages.name == "note"
    window.go("other")
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.pages.name == "note"


def test_letters_and_digits_act_only_outside_text_fields(qtbot: QtBot, window: MainWindow) -> None:
    page = note(window)
    press(qtbot, window, Qt.Key.Key_1)
    page.field.setFocus()
    press(qtbot, window, Qt.Key.Key_1)
    press(qtbot, window, Qt.Key.Key_U)
    assert page.events.count("pass") == 1
    assert page.field.text() == "1u"
    assert "undo" not in page.events


def test_enter_in_a_text_field_is_not_the_page_s_enter(qtbot: QtBot, window: MainWindow) -> None:
    page = note(window)
    page.field.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert "enter" not in page.events
    press(qtbot, window, Qt.Key.Key_Escape)
    assert not page.field.hasFocus()
    page.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert "enter" in page.events


def test_escape_leaves_a_field_before_it_leaves_the_page(qtbot: QtBot, window: MainWindow) -> None:
    window.go("other")
    note(window).field.setFocus()
    press(qtbot, window, Qt.Key.Key_Escape)
    assert window.pages.name == "other"
    assert window.focusWidget() is note(window).button


def test_u_takes_back_the_toast_first_and_then_the_page(qtbot: QtBot, window: MainWindow) -> None:
    taken: list[str] = []
    window.say("x", lambda: taken.append("toast"))
    press(qtbot, window, Qt.Key.Key_U)
    assert taken == ["toast"]
    assert not window.toast.isVisible()
    press(qtbot, window, Qt.Key.Key_Z, Qt.KeyboardModifier.ControlModifier)
    assert note(window).events[-1] == "undo"


def test_f6_walks_through_the_regions_and_the_rail(qtbot: QtBot, window: MainWindow) -> None:
    page = note(window)
    seen = []
    for _ in range(4):
        seen.append(window.focusWidget())
        press(qtbot, window, Qt.Key.Key_F6)
    assert seen == [page.button, page.field, window.rail.buttons["note"], page.button]


@pytest.mark.parametrize("text", ["?", "\uff1f"])
def test_both_question_marks_show_the_keys(window: MainWindow, text: str) -> None:
    typed = QKeyEvent(QEvent.Type.KeyPress, 0, Qt.KeyboardModifier.NoModifier, text)
    QApplication.sendEvent(window.focusWidget(), typed)
    assert len(window.findChildren(KeysDialog)) == 1


def test_the_question_mark_key_shows_the_keys(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_Question, Qt.KeyboardModifier.ShiftModifier)
    assert len(window.findChildren(KeysDialog)) == 1


def test_f1_shows_the_keys_of_the_page_and_of_the_frame(qtbot: QtBot, window: MainWindow) -> None:
    press(qtbot, window, Qt.Key.Key_F1)
    dialog = window.findChild(KeysDialog)
    assert dialog is not None
    assert not misfits(dialog)
    assert "左边的各页" in {label.text() for label in dialog.findChildren(QLabel)}  # Ctrl 1 … 8 in one line


def test_ctrl_plus_and_minus_change_the_text_and_keep_what_is_shown(
    qtbot: QtBot, window: MainWindow, jobs: Jobs
) -> None:
    window.go("note", finding="f7")
    first = note(window)
    press(qtbot, window, Qt.Key.Key_Plus, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert window.context.look.theme.scale == 1.25
    assert note(window) is not first
    assert note(window).shown == {"finding": "f7"}
    press(qtbot, window, Qt.Key.Key_0, Qt.KeyboardModifier.ControlModifier)
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert window.context.look.theme.scale == 1.0


def test_keys_pressed_while_the_look_changes_count(qtbot: QtBot, window: MainWindow, jobs: Jobs) -> None:
    window.step_text_size(1)
    window.step_text_size(1)
    window.go("other", finding="f9")
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert window.context.look.theme.scale == 1.5
    assert (window.pages.name, note(window).shown) == ("other", {"finding": "f9"})


def test_a_look_put_on_at_once_ends_the_one_on_its_way(
    qtbot: QtBot, window: MainWindow, jobs: Jobs, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("inspector.ui.slices._SLICE_S", 0.0)  # one step at a time
    look = window.context.look
    look.use_soon(replace(look.theme, scale=2.0))
    while window.pages.page:
        QApplication.processEvents()
    look.use(replace(look.theme, mode=Mode.DARK))
    qtbot.waitUntil(lambda: not jobs.is_busy)
    assert (look.theme.mode, look.theme.scale, look.wanted) == (Mode.DARK, 1.0, look.theme)
    assert window.pages.count() == 1


def test_no_page_learns_a_look_it_will_not_live_in(window: MainWindow) -> None:
    window.go("other")
    window.go("note", finding="f7")
    old, learnt = note(window), LooksLearnt()
    old.installEventFilter(learnt)
    window.context.look.use(replace(window.context.look.theme, mode=Mode.DARK))
    assert not learnt.count, "made anew later, and learning a sheet takes seconds"
    assert not isValid(old)
    assert note(window).shown == {"finding": "f7"}


def test_the_form_follows_window_width_and_text_size(window: MainWindow) -> None:
    assert note(window).mode is LayoutMode.WIDE
    window.resize(1093, 534)
    assert note(window).mode is LayoutMode.TWO
    window.context.look.use(replace(window.context.look.theme, scale=2.0))
    assert note(window).mode is LayoutMode.ONE


def test_the_shown_page_hears_of_changes_at_once_and_others_when_they_are_shown(window: MainWindow) -> None:
    window.go("other")
    other = note(window)
    window.go("note")
    window.changed(Changed(frozenset({"finding"})))
    window.changed(Changed(frozenset({"photo"})))
    assert note(window).events[-1] == "refresh photo"
    assert "refresh" not in "".join(other.events)
    window.go("other")
    assert other.events[-1] == "refresh finding,photo"


def test_an_error_says_what_where_and_what_now(qtbot: QtBot, window: MainWindow) -> None:
    tried: list[str] = []
    window.complain(Refused("file.open-elsewhere", Place(file="D:/清单.xlsx")), lambda: tried.append("again"))
    dialog = window.findChild(ErrorDialog)
    assert dialog is not None
    assert not misfits(dialog)
    assert filled_buttons(dialog) == ["再试一次"]
    dialog.copy_details()
    QTest.mouseClick(dialog.first, Qt.MouseButton.LeftButton)
    assert tried == ["again"]


def test_a_failing_job_that_nobody_hears_is_shown(qtbot: QtBot, window: MainWindow) -> None:
    def work(_progress: object) -> None:
        raise Refused("file.disk-full")

    window.context.jobs.run(work, lambda _: None)
    qtbot.waitUntil(lambda: window.findChild(ErrorDialog) is not None)


def test_the_frame_fits_in_every_look(window: MainWindow) -> None:
    found = []
    for language, theme, size in looks():
        translation.use(language)
        window.resize(*size)
        window.context.look.use(theme)
        assert (window.width(), window.height()) == size
        found += [f"{language} {theme.scale} {size}: {text}" for text in misfits(window)]
    assert not found


def test_enter_presses_the_button_that_has_the_ring(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages.page
    assert isinstance(page, NotePage)
    pressed: list[str] = []
    page.button.clicked.connect(lambda: pressed.append("button"))
    page.button.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert pressed == ["button"]
    assert "enter" not in page.events
    page.field.clearFocus()
    page.setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert page.events[-1] == "enter"
    window.rail.buttons["other"].setFocus()
    press(qtbot, window, Qt.Key.Key_Return)
    assert window.pages.name == "other"


def test_the_ring_is_whole_where_its_button_fills_its_parent(qtbot: QtBot, window: MainWindow) -> None:
    page = window.pages.page
    assert isinstance(page, NotePage)
    button = outlined("x")
    layout = page.layout()
    assert isinstance(layout, QVBoxLayout)
    layout.insertWidget(1, flowing(button))
    QApplication.processEvents()
    button.setFocus()
    qtbot.waitUntil(window.ring.isVisible)
    assert window.ring.visibleRegion().boundingRect() == window.ring.rect()
