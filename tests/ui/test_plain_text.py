"""What people type is never markup (threats.md 61): labels are made in one place, where they become plain."""

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.ui.theme.apply import Look
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from tests.project.tree import ROOT, sources

HOSTILE = "<img src='file:///etc/hostname'><b>桂花里</b>"


def test_labels_show_markup_as_it_was_typed(qtbot: QtBot, look: Look) -> None:
    for made in (label(HOSTILE), wrapping(HOSTILE), ElidingLabel(HOSTILE)):
        qtbot.addWidget(made)
        assert isinstance(made, QLabel)
        assert made.textFormat() is Qt.TextFormat.PlainText


def test_labels_with_words_are_made_in_one_place_only() -> None:
    made = [p for p in sources("inspector/ui") if "QLabel(" in (ROOT / p).read_text("utf-8")]
    pictures_only = "inspector/ui/dialogs/photo_dialog.py"
    assert sorted(set(made) - {pictures_only}) == ["inspector/ui/widgets/labels.py"]
