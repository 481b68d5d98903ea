"""A long list opens with a field: letters of any spelling lead to the entry, Enter takes it."""

from collections.abc import Callable, Iterator, Mapping

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QVBoxLayout, QWidget
from pytestqt.qtbot import QtBot

from inspector.domain.units import Unit
from inspector.services.register_overview import found_by
from inspector.ui.theme.apply import Look
from inspector.ui.widgets.choice_list import ChoiceList
from inspector.ui.widgets.search_combo import SearchCombo

Key = Qt.Key
UNITS = {
    "a": Unit("区住建局", aliases=("区建委",)),
    "b": Unit("区城管局", aliases=("综合执法局",)),
    "c": Unit("望云街道办事处"),
}


@pytest.fixture
def combo(qtbot: QtBot, look: Look) -> Iterator[SearchCombo]:
    """A list of three units in a window."""

    def spell(learn: Callable[[Mapping[str, str]], object]) -> None:
        learn({entity: found_by(unit) for entity, unit in UNITS.items()})

    window = QWidget()
    qtbot.addWidget(window)
    names = [("", "选单位"), *((entity, unit.name) for entity, unit in UNITS.items())]
    made = SearchCombo("名称", spell, names)
    QVBoxLayout(window).addWidget(made)
    window.show()
    qtbot.waitExposed(window)
    yield made
    made.hidePopup()


def opened(combo: SearchCombo) -> ChoiceList:
    """The list that is open."""
    assert combo.popup is not None
    return combo.popup.choices


def offered(choices: ChoiceList) -> list[str]:
    """Its words."""
    return [choices.list.item(row).text() for row in range(choices.list.count())]


@pytest.mark.parametrize("typed", ["城管", "cgj", "chengguan", "综合执法", "zhzf", "QCGJ"])
def test_any_name_and_its_letters_find_the_unit(qtbot: QtBot, combo: SearchCombo, typed: str) -> None:
    told: list[str] = []
    combo.chosen.connect(told.append)
    QTest.keyClick(combo, Key.Key_Space)
    QTest.keyClicks(opened(combo).search, typed) if typed.isascii() else opened(combo).search.setText(typed)
    assert offered(opened(combo)) == ["区城管局"]
    QTest.keyClick(opened(combo).search, Key.Key_Return)
    assert told == ["b"]
    assert combo.currentText() == "区城管局"
    assert combo.popup is None


def test_a_letter_opens_the_list_and_is_searched_for(combo: SearchCombo) -> None:
    QTest.keyClick(combo, Key.Key_W)
    assert opened(combo).search.text() == "w"
    assert offered(opened(combo)) == ["望云街道办事处", "区住建局"]  # 区建委 holds a w too, but does not begin so


def test_escape_chooses_nothing_and_what_stands_before_a_choice_is_none(combo: SearchCombo) -> None:
    told: list[str] = []
    combo.chosen.connect(told.append)
    combo.showPopup()
    assert offered(opened(combo)) == ["区住建局", "区城管局", "望云街道办事处"]
    QTest.keyClick(opened(combo).search, Key.Key_Down)
    assert opened(combo).value == "b"
    QTest.keyClick(opened(combo).search, Key.Key_Escape)
    assert combo.popup is None or not combo.popup.isVisible()
    assert told == []


def test_a_click_takes_an_entry(combo: SearchCombo) -> None:
    told: list[str] = []
    combo.chosen.connect(told.append)
    combo.showPopup()
    choices = opened(combo)
    place = choices.list.visualItemRect(choices.list.item(2)).center()
    QTest.mouseClick(choices.list.viewport(), Qt.MouseButton.LeftButton, pos=place)
    assert told == ["c"]
