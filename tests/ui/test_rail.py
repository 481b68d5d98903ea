"""The rail has room for its words, and marks where we are."""

import pytest
from PySide6.QtWidgets import QApplication, QWidget
from pytestqt.qtbot import QtBot

from inspector.ui.theme.apply import Look
from inspector.ui.theme.fonts import metrics
from inspector.ui.theme.tokens import MINIMUM_WINDOW, Theme
from inspector.ui.widgets.boxes import STRETCH, across
from inspector.ui.widgets.rail import Rail, RailButton

CHINESE = ("今日", "检查", "台账", "交办", "反馈", "复查", "排名", "问卷", "点位", "标准", "设置")
ENGLISH = (
    *("Today", "Inspect", "Ledger", "Dispatch", "Replies", "Recheck"),
    *("Figures", "Survey", "Sites", "Lists", "Settings"),
)


SCALES = (1.0, 1.25, 1.5, 2.0)


def made_rail(qtbot: QtBot, look: Look, scale: float, words: tuple[str, ...], height: int) -> Rail:
    """A shown rail of that height; every page counts."""
    look.use(Theme(scale=scale, motion=False))
    window, rail = QWidget(), Rail()
    window.setLayout(across(rail, STRETCH, gap=0))
    qtbot.addWidget(window)
    look.dress(window)
    for word in words:
        rail.add(word, RailButton("house", word, "", lambda: None, counts=True), at_foot=word == words[-1])
    window.resize(600, height)
    window.show()
    qtbot.waitExposed(window)
    QApplication.processEvents()
    return rail


@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_all_pages_fit_the_least_window(qtbot: QtBot, look: Look, scale: float, words: tuple[str, ...]) -> None:
    rail = made_rail(qtbot, look, scale, words, MINIMUM_WINDOW[1])
    assert rail.minimumSizeHint().height() <= MINIMUM_WINDOW[1]
    assert rail.height() == MINIMUM_WINDOW[1]
    for word, button in rail.buttons.items():
        assert metrics(button.step, bold=True).horizontalAdvance(word) <= rail.width()


@pytest.mark.parametrize("height", [768, 690, 534, MINIMUM_WINDOW[1]])
@pytest.mark.parametrize("scale", SCALES)
@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_a_counter_covers_no_word(qtbot: QtBot, look: Look, scale: float, words: tuple[str, ...], height: int) -> None:
    rail = made_rail(qtbot, look, scale, words, height)
    for count in (4, 28, 240, 5000):
        for button in rail.buttons.values():
            button.show_count(count)
            word, counter = button.word_place(), button.count_place()
            leading = metrics(button.step, bold=True).height() / 4  # above the letters of a line nothing is drawn
            assert not word.adjusted(0, leading, 0, 0).intersects(counter), (button.text(), count)
            for part in (word, counter):
                assert part.left() >= 0, (button.text(), count)
                assert part.right() <= button.width(), (button.text(), count)
