"""Fixtures of the interface's tests: offscreen, with Chinese glyphs, in a known look and language."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtGui import QFontDatabase
from PySide6.QtWidgets import QApplication

from inspector.ui import translation
from inspector.ui.jobs import Jobs
from inspector.ui.theme.apply import Look
from inspector.ui.theme.tokens import FAMILIES, Theme


@pytest.fixture(scope="session")
def cjk_font(qapp: QApplication) -> str:
    """The installed family that writes Chinese; without one, pictures and measures would mean nothing."""
    installed = set(QFontDatabase.families())
    family = next((each for each in FAMILIES if each in installed), "")
    assert family, f"install a Chinese font, one of {', '.join(FAMILIES)} (for example the package fonts-noto-cjk)"
    return family


@pytest.fixture
def look(qapp: QApplication, cjk_font: str, tmp_path: Path) -> Iterator[Look]:
    """The light look at 100 %, in Chinese, without motion.

    Windows of tests before are only marked for deletion and would learn every look with the living: they go first.
    """
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)
    translation.use(translation.Language.CHINESE)
    made = Look(qapp, tmp_path / "cache")
    made.use(Theme(motion=False))
    yield made
    made.deleteLater()
    translation.use(translation.Language.ENGLISH)


@pytest.fixture
def jobs(qapp: QApplication) -> Iterator[Jobs]:
    """The worker, stopped at the end."""
    made = Jobs()
    yield made
    made.close()
    made.deleteLater()
