"""docs/command-line.md is true: its examples run, and it names every command."""

import json
import re
import shlex
from pathlib import Path

import pytest

from inspector.app import main
from inspector.cli.commands import COMMANDS
from inspector.config.paths import ROOT

PAGE = (ROOT / "docs" / "command-line.md").read_text("utf-8")


def block(kind: str, number: int = 0) -> str:
    found: list[str] = re.findall(rf"^```{kind}\n(.*?)^```", PAGE, re.DOTALL | re.MULTILINE)
    return found[number]


def test_every_example_runs(tmp_path: Path, photo: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(tmp_path)
    photo.rename("photo.jpg")
    Path("sites.csv").write_text(block("csv", 0), "utf-8")
    Path("units.csv").write_text(block("csv", 1), "utf-8")
    Path("visit.json").write_text(block("json"), "utf-8")
    lines = block("sh").splitlines()
    assert len(lines) > 10
    statuses = {line: main([*shlex.split(line)[1:], "--workspace", "w.db"]) for line in lines}
    assert {line: status for line, status in statuses.items() if status} == {}


def test_the_example_of_json_is_read_as_shown() -> None:
    assert json.loads(block("json"))["site"] == "桂花里小区"


def test_the_page_names_every_command() -> None:
    assert [words for words in COMMANDS if f"`{words}" not in PAGE] == []
