"""Fixtures of the pages' tests."""

from collections.abc import Iterator
from pathlib import Path

import pytest
from pytestqt.qtbot import QtBot

from inspector.ui.jobs import Jobs
from inspector.ui.theme.apply import Look
from tests.ui.pages.recording import Hands, inspector_at_work
from tests.ui.pages.surveying import Surveyor, surveyor_at_work


@pytest.fixture
def hands(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Hands]:
    """An inspector with an inspection of 桂花里小区 just begun."""
    with inspector_at_work(qtbot, look, jobs, tmp_path / "town.db") as made:
        made.begin("桂花里小区")
        yield made


@pytest.fixture
def surveyor(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Surveyor]:
    """Somebody who asks people, with the page of questionnaires before them."""
    with surveyor_at_work(qtbot, look, jobs, tmp_path) as made:
        yield made
