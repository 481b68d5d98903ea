"""A workspace in a file, new for every test."""

from collections.abc import Iterator
from functools import cache
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from inspector.storage.workspace import Workspace, open_workspace
from tests.records import ticking


@cache
def empty_file() -> bytes:
    """A workspace nobody wrote into, made once in a test run: every step of the schema takes longer than most tests."""
    with TemporaryDirectory() as folder:
        path = Path(folder) / "empty.inspector"
        open_workspace(path).close()
        return path.read_bytes()


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[Workspace]:
    """An empty workspace of 王芳's laptop."""
    path = tmp_path / "点位.inspector"
    path.write_bytes(empty_file())
    made = open_workspace(path, clock=ticking(), person="王芳")
    yield made
    made.close()
