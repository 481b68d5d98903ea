"""The rail has room for its words, and marks where we are."""

import pytest
from pytestqt.qtbot import QtBot

from inspector.ui.theme.apply import Look
from inspector.ui.theme.fonts import metrics
from inspector.ui.theme.tokens import MINIMUM_WINDOW, Theme
from inspector.ui.widgets.rail import Rail, RailButton

CHINESE = ("今日", "检查", "台账", "交办", "反馈", "复查", "问卷", "排名", "设置")
ENGLISH = ("Today", "Inspect", "Ledger", "Dispatch", "Returns", "Recheck", "Survey", "Ranking", "Settings")


@pytest.mark.parametrize("scale", [1.0, 1.25, 1.5, 2.0])
@pytest.mark.parametrize("words", [CHINESE, ENGLISH])
def test_nine_pages_fit_the_least_window(qtbot: QtBot, look: Look, scale: float, words: tuple[str, ...]) -> None:
    look.use(Theme(scale=scale, motion=False))
    rail = Rail()
    qtbot.addWidget(rail)
    look.dress(rail)
    for word in words:
        rail.add(word, RailButton("house", word, "", lambda: None), at_foot=word == words[-1])
    assert rail.minimumSizeHint().height() <= MINIMUM_WINDOW[1]
    rail.resize(rail.width(), MINIMUM_WINDOW[1])
    for word, button in rail.buttons.items():
        assert metrics(button.step, bold=True).horizontalAdvance(word) <= rail.width()
