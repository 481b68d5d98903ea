"""Dialogs fit in every look, and ask for what they need."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLineEdit, QScrollBar, QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.errors import Place, Refused
from inspector.ui import translation
from inspector.ui.dialogs.crash_dialog import crash_dialog
from inspector.ui.dialogs.error_dialog import Deed, ErrorDialog
from inspector.ui.dialogs.keys_dialog import KeysDialog
from inspector.ui.dialogs.modal import Modal
from inspector.ui.dialogs.reason_dialog import ReasonDialog
from inspector.ui.error_text import details, said
from inspector.ui.theme.apply import Look
from inspector.ui.widgets.page import PageKey
from tests.ui.fit import filled_buttons, looks, misfits

REFUSED = Refused("file.open-elsewhere", Place(file="D:/创城/交办〔2026〕12号/望云街道办事处 整改清单.xlsx"))
DEEDS = (Deed("重试"), Deed("换个名字保存"), Deed("先跳过它"))


@pytest.fixture
def host(qtbot: QtBot, look: Look) -> Iterator[QWidget]:
    """A window with a field that has the focus."""
    made = QWidget()
    qtbot.addWidget(made)
    look.dress(made)
    QVBoxLayout(made).addWidget(QLineEdit("x"))
    made.resize(1366, 690)
    made.show()
    made.activateWindow()
    qtbot.waitUntil(made.isActiveWindow)
    yield made
    for dialog in made.findChildren(Modal):
        dialog.reject()


def dialogs(host: QWidget) -> list[Modal]:
    """One of each."""
    keys = [PageKey(("Ctrl+Shift+Z",), "做一件事", f"组 {i % 4}", lambda: None) for i in range(24)]
    return [
        ErrorDialog(host, "“望云街道办事处”的清单没有写成", said(REFUSED), details(REFUSED), DEEDS),
        ReasonDialog(host, "重新打开这次检查", "原来的版本会留着。", "重新打开", lambda _: None),
        KeysDialog(host, keys),
        crash_dialog(host, "Traceback", Path("inspector.log")),
    ]


def test_every_dialog_fits_in_every_look(host: QWidget, look: Look) -> None:
    found = []
    for language, theme, size in looks():
        translation.use(language)
        look.use(theme)
        host.resize(*size)
        for dialog in dialogs(host):
            dialog.open()
            QApplication.processEvents()
            assert dialog.height() <= host.height()
            assert len(filled_buttons(dialog)) <= 1
            found += [f"{type(dialog).__name__} {language} {theme.scale} {size}: {text}" for text in misfits(dialog)]
            dialog.reject()
    assert not found


def test_an_error_dialog_is_no_higher_than_its_words(host: QWidget) -> None:
    dialog = dialogs(host)[0]
    dialog.open()
    QApplication.processEvents()
    assert 250 < dialog.height() < 420
    assert not any(bar.isVisible() for bar in dialog.findChildren(QScrollBar))


def test_escape_does_nothing_and_gives_the_focus_back(qtbot: QtBot, host: QWidget) -> None:
    field = host.findChild(QLineEdit)
    assert field is not None
    field.setFocus()
    done: list[str] = []
    dialog = ErrorDialog(host, "x", said(REFUSED), details(REFUSED), (Deed("重试", lambda: done.append("retry")),))
    dialog.open()
    QTest.keyClick(dialog, Qt.Key.Key_Escape)
    qtbot.waitUntil(field.hasFocus)
    assert done == []


def test_details_are_copied_whole(host: QWidget) -> None:
    dialog = ErrorDialog(host, "x", said(REFUSED), details(REFUSED))
    dialog.copy_details()
    assert "file.open-elsewhere" in QGuiApplication.clipboard().text()


def test_a_reason_is_required(host: QWidget) -> None:
    given: list[str] = []
    dialog = ReasonDialog(host, "作废", "作废的问题不再统计。", "作废 2 条", given.append)
    dialog.open()
    dialog.reason.setPlainText("   ")
    assert not dialog.go.isEnabled()
    dialog.finish()
    assert given == []
    dialog.reason.setPlainText(" 重复登记 ")
    QTest.mouseClick(dialog.go, Qt.MouseButton.LeftButton)
    assert given == ["重复登记"]
