"""demo: the whole loop on a machine without a screen."""

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from PySide6.QtGui import QImage, QRawFont
from PySide6.QtWidgets import QApplication

from inspector.config.paths import RESOURCES, ROOT
from inspector.ui.theme.fonts import font
from tests.cli.conftest import Cli

PAGES = {"today", "pick-site", "record", "summary", "ledger", "dispatch", "registers", "checklists", "settings"}


def run_demo(folder: Path, *options: str) -> Any:
    own = {name: str(folder / "home") for name in ("HOME", "XDG_DATA_HOME", "XDG_STATE_HOME", "XDG_CONFIG_HOME")}
    bare = {name: value for name, value in os.environ.items() if name not in {"DISPLAY", "WAYLAND_DISPLAY"}}
    command = [sys.executable, str(ROOT / "main.py"), "demo", "--out", str(folder / "demo"), "--json", *options]
    done = subprocess.run(command, env=bare | own, capture_output=True, text=True, encoding="utf-8", check=False)
    assert (done.returncode, done.stderr) == (0, "")
    return json.loads(done.stdout)


@pytest.mark.slow
@pytest.mark.timeout(1200)
def test_the_demo_shows_the_whole_loop_without_a_screen(tmp_path: Path, cli: Cli) -> None:
    town = run_demo(tmp_path)
    assert town["sites"] >= 60
    assert town["inspections"] >= 80
    assert town["findings"] >= 300
    said = cli("--workspace", town["workspace"], "check", "--json")  # the later option counts
    assert said.json == {"ok": True, "problems": []}
    ledger = cli("--workspace", town["workspace"], "findings", "--json").json["findings"]
    assert len(ledger) == town["findings"]
    assert sum(not row["photos"] for row in ledger) == 1  # a complaint by telephone brings none
    praises = cli("--workspace", town["workspace"], "praises", "list", "--json").json["praises"]
    assert len(praises) >= 4
    assert all(praise["photos"] == 1 for praise in praises)
    approvals = cli("--workspace", town["workspace"], "approvals", "list", "--json").json["approvals"]
    assert len(approvals) == 3
    states = {row["status"] for row in ledger}
    assert {"dispatched", "to_dispatch", "draft", "void"} <= states
    assert {"signed", "in_progress", "replied", "sent_back", "closed", "parked"} <= states
    lists = [Path(path) for path in town["files"] if path.endswith(".xlsx")]
    assert len(lists) > 20
    for path in lists:
        assert openpyxl.load_workbook(path).worksheets[0].max_row > 3
    assert all(Path(path).is_file() for path in town["files"])
    pictures = {Path(path).stem.partition("-")[2]: QImage(path) for path in town["screenshots"]}
    assert pictures.keys() >= PAGES | {"keys", "error", "today-dark", "record-200"}
    assert {image.size().toTuple() for image in pictures.values()} == {(1366, 768)}
    assert len({bytes(image.constBits()) for image in pictures.values()}) == len(pictures)


def test_every_chinese_word_has_its_glyphs(qapp: QApplication) -> None:
    """Pictures and windows show words, not boxes: the font that is used knows every sign the program says."""
    words = "".join(path.read_text("utf-8") for path in (RESOURCES / "i18n" / "zh_CN").glob("*.json"))
    raw = QRawFont.fromFont(font())
    missing = {sign for sign in words if "\u4e00" <= sign <= "\u9fff" and not raw.supportsCharacter(ord(sign))}
    assert missing == set()


def test_a_demo_is_not_made_where_something_lies(cli: Cli, tmp_path: Path) -> None:
    folder = tmp_path / "here"
    folder.mkdir()
    (folder / "letter.txt").write_text("dear")
    said = cli("demo", "--out", folder, "--json")
    assert (said.status, said.json["errors"][0]["code"]) == (1, "demo.folder-in-use")
    assert [path.name for path in folder.iterdir()] == ["letter.txt"]


def test_a_demo_is_not_written_into_real_records(with_sites: Cli, tmp_path: Path) -> None:
    said = with_sites("demo", "--out", tmp_path / "demo", "--json")
    assert (said.status, said.json["errors"][0]["code"]) == (1, "demo.workspace-in-use")
    assert len(with_sites("findings", "--json").json["findings"]) == 0
