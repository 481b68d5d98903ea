"""What people type is never markup (threats.md 61): labels and tooltips become plain in one place each."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st
from PySide6.QtCore import QAbstractItemModel, QAbstractListModel, QModelIndex, Qt
from PySide6.QtGui import QTextDocument
from PySide6.QtWidgets import QAbstractItemView, QLabel, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.sites import Site, Street
from inspector.domain.units import Unit
from inspector.ui.jobs import Jobs
from inspector.ui.site_map import page_specs
from inspector.ui.theme.apply import Look
from inspector.ui.widgets.labels import ElidingLabel, label, wrapping
from inspector.ui.widgets.tips import tip_text
from tests.project.tree import ROOT, sources
from tests.town import Town
from tests.ui.pages.desk import furnished_clerk_at

HOSTILE = "<img src='file:///etc/hostname' onerror='x'><b>桂花里</b> &amp; 红莲"


def test_labels_show_markup_as_it_was_typed(qtbot: QtBot, look: Look) -> None:
    for made in (label(HOSTILE), wrapping(HOSTILE), ElidingLabel(HOSTILE)):
        qtbot.addWidget(made)
        assert isinstance(made, QLabel)
        assert made.textFormat() is Qt.TextFormat.PlainText


def test_labels_with_words_are_made_in_one_place_only() -> None:
    made = [p for p in sources("inspector/ui") if "QLabel(" in (ROOT / p).read_text("utf-8")]
    pictures_only = "inspector/ui/dialogs/photo_dialog.py"
    assert sorted(set(made) - {pictures_only}) == ["inspector/ui/widgets/labels.py"]


def test_tooltips_are_given_in_one_place_only() -> None:
    ways = ("setToolTip(", "QToolTip", "setWhatsThis(", "setStatusTip(")
    made = [p for p in sources("inspector/ui") if any(way in (ROOT / p).read_text("utf-8") for way in ways)]
    assert made == ["inspector/ui/widgets/tips.py"]
    roles = [p for p in sources("inspector/ui") if "ToolTipRole" in (ROOT / p).read_text("utf-8")]
    assert roles == ["inspector/ui/widgets/paged_model.py"]


@given(st.one_of(st.text(st.characters(categories=("L", "N", "P", "S")), max_size=150), st.just(HOSTILE)))
def test_a_tooltip_shows_exactly_what_was_typed(words: str) -> None:
    assert as_shown(tip_text(words)) == words


@pytest.mark.slow
def test_no_page_shows_what_was_typed_as_markup(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> None:
    with furnished_clerk_at("settings", qtbot, look, jobs, tmp_path / "town.db") as desk:
        spoil(desk.town)
        draft = desk.town.services.inspections.drafts()[0].id
        seen = []
        for spec in page_specs():
            desk.window.go(spec.name, **({"inspection": draft} if spec.name in {"record", "summary"} else {}))
            desk.settle()
            tips = [as_shown(words) for words in tips_in(desk.window) if "img" in words]
            assert [words for words in tips if "<img src='file:///etc" not in words] == [], spec.name
            seen += tips
            said = [each for each in desk.window.findChildren(QLabel) if each.text()]
            rich = [each.text() for each in said if each.textFormat() is not Qt.TextFormat.PlainText]
            assert rich == [], spec.name
        assert len(seen) > 50


def spoil(town: Town) -> None:
    """Rename everything in the town as an enemy would."""
    registers, recording = town.services.registers, town.services.recording
    for register in (Unit, Street, Site):
        for number, stored in enumerate(registers.all(register)):
            registers.save(replace(stored.record, name=f"{HOSTILE}{number}"), stored.id)
    for share in town.services.dispatching.plan().shares:
        for one in share.leads:
            recording.describe(one.id, HOSTILE)
            recording.locate(one.id, HOSTILE)
            recording.require(one.id, HOSTILE)


def tips_in(window: QWidget) -> Iterator[str]:
    """What Qt is given to show where the pointer rests: of widgets, and of the rows of lists."""
    for widget in window.findChildren(QWidget):
        yield widget.toolTip()
    for view in window.findChildren(QAbstractItemView):
        yield from _tips_of(view.model())


def _tips_of(model: QAbstractItemModel) -> Iterator[str]:
    columns = 1 if isinstance(model, QAbstractListModel) else model.columnCount(QModelIndex())
    for row in range(min(model.rowCount(QModelIndex()), 30)):
        for column in range(columns):
            if words := model.index(row, column).data(Qt.ItemDataRole.ToolTipRole):
                yield str(words)


def as_shown(words: str) -> str:
    """What Qt makes of a tooltip: markup when it looks like it."""
    if "<" not in words:
        return words
    document = QTextDocument()
    document.setHtml(words)
    return document.toPlainText()
