"""A town with findings that wait, and a folder to write to."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.town import Town, fails_of, inspect, make_town

TEXTS = ("垃圾桶满溢，污水外流到通道", "水果摊外溢占用通道约 1.5 米", "公平秤缺失")


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """A town whose market was inspected: three findings wait, each with one photo."""
    made = make_town(tmp_path / "town.db")
    inspect(made, "红莲市场", fails_of(made, "红莲市场", TEXTS))
    yield made
    made.services.close()


@pytest.fixture
def out(tmp_path: Path) -> Path:
    """Where dispatches are written."""
    folder = tmp_path / "交办"
    folder.mkdir()
    return folder
