"""All widgets together: every text has room in every look, and the picture can be looked at."""

from pathlib import Path

import pytest
from PySide6.QtWidgets import QApplication
from pytestqt.qtbot import QtBot

from inspector.ui import translation
from inspector.ui.theme.apply import Look
from inspector.ui.theme.layout_mode import layout_mode
from inspector.ui.theme.tokens import Mode, Theme
from tests.ui.fit import filled_buttons, looks, misfits, save_picture
from tests.ui.gallery import gallery


def test_every_widget_has_room_for_its_text_in_every_look(qtbot: QtBot, look: Look) -> None:
    found = []
    for language, theme, size in looks():
        translation.use(language)
        look.use(theme)
        made = gallery(layout_mode(size[0], theme.scale))
        qtbot.addWidget(made)
        look.dress(made)
        made.resize(*size)
        made.show()
        QApplication.processEvents()
        found += [f"{language} {theme.mode} {theme.scale} {size}: {text}" for text in misfits(made)]
        made.close()
    assert not found


@pytest.mark.parametrize("mode", list(Mode))
@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_the_gallery_is_drawn(qtbot: QtBot, look: Look, tmp_path: Path, mode: Mode, scale: float) -> None:
    look.use(Theme(mode, scale, motion=False))
    made = gallery(layout_mode(1366, scale))
    qtbot.addWidget(made)
    look.dress(made)
    made.resize(1366, 900)
    made.show()
    QApplication.processEvents()
    assert len(filled_buttons(made)) == 1
    assert save_picture(made, tmp_path / "artifacts", f"gallery-{mode}-{scale:g}").stat().st_size > 20_000
