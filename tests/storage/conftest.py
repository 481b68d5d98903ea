"""A workspace in a file, new for every test."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.storage.workspace import Workspace, open_workspace
from tests.records import ticking


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace of 王芳's laptop."""
    made = open_workspace(tmp_path / "点位.inspector", clock=ticking(), person="王芳")
    yield made
    made.close()
