"""A town with findings that wait, and a folder to write to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.town import Town, inspected_town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A town whose market was inspected: three findings wait, each with one photo."""
    made = inspected_town(tmp_path / "town.db")
    yield made
    made.services.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where dispatches are written."""
    folder = tmp_path / "交办"
    folder.mkdir()
    return folder
