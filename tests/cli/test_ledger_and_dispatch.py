"""findings, dispatch, and the copies that are safe: check, backup, restore."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Cli

FIELDS = {
    *("id", "no", "site", "item", "text", "unit", "co_units", "status", "due_on", "overdue", "recurrence", "photos"),
    *("source", "source_note"),
}


@pytest.fixture
def recorded(with_sites: Cli, inspection: dict[str, Any], tmp_path: Path) -> Cli:
    """The command line on a workspace with one finding."""
    file = tmp_path / "visit.json"
    file.write_text(json.dumps(inspection), "utf-8")
    assert with_sites("record", file).status == 0
    return with_sites


@pytest.mark.parametrize(
    ("asked", "number"),
    [
        ((), 1),
        (("--unit", "望云街道"), 1),
        (("--unit", "区城管局"), 0),
        (("--site", "桂花里小区"), 1),
        (("--site", "A-02"), 0),
        (("--status", "to_dispatch"), 1),
        (("--status", "closed"), 0),
        (("--overdue",), 0),
    ],
)
def test_the_ledger_answers_what_is_asked(recorded: Cli, asked: tuple[str, ...], number: int) -> None:
    found = recorded("findings", *asked, "--json").json["findings"]
    assert len(found) == number
    assert all(row.keys() == FIELDS for row in found)


def test_a_unit_nobody_knows_is_told_with_what_was_meant(recorded: Cli) -> None:
    said = recorded("--lang", "en", "findings", "--unit", "城管居")
    assert (said.status, said.out) == (1, "")
    assert (
        said.err == "No unit is called “城管居”. "
        "Write its name, code or alias as in the register; perhaps one of: 区城管局.\n"
    )


def test_a_state_nobody_knows_is_wrong_usage(recorded: Cli) -> None:
    said = recorded("findings", "--status", "lost")
    assert said.status == 2
    assert "to_dispatch" in said.err


def test_a_dispatch_writes_its_workbooks_and_hands_the_findings_over(recorded: Cli, tmp_path: Path) -> None:
    said = recorded("dispatch", "--out", tmp_path / "out" / "lists", "--by", "李主任", "--json")
    assert said.status == 0
    assert said.json["dispatch"].endswith("1号")
    (file,) = said.json["files"]
    assert (file["unit"], file["findings"], file["photos"]) == ("望云街道办事处", 1, 1)
    book = openpyxl.load_workbook(file["path"])
    assert any("没有展示市民公约" in str(cell.value) for row in book.worksheets[0] for cell in row)
    assert Path(said.json["summary"]).is_file()
    assert recorded("findings", "--json").json["findings"][0]["status"] == "dispatched"


def test_a_dispatch_of_nothing_is_refused_and_leaves_no_folder(recorded: Cli, tmp_path: Path) -> None:
    said = recorded("dispatch", "--out", tmp_path / "lists", "--unit", "区城管局", "--json")
    assert said.status == 1
    assert said.json["errors"][0]["code"] == "dispatch.nothing"
    assert not (tmp_path / "lists").exists()


def test_a_backup_comes_back(recorded: Cli, tmp_path: Path) -> None:
    said = recorded("backup", tmp_path / "kept.db", "--json")
    assert (said.status, said.json["bytes"]) == (0, (tmp_path / "kept.db").stat().st_size)
    recorded("dispatch", "--out", tmp_path)
    assert recorded("restore", tmp_path / "kept.db").status == 0
    assert recorded("findings", "--json").json["findings"][0]["status"] == "to_dispatch"
    assert recorded("check").status == 0


def test_a_backup_over_a_file_of_somebody_else_is_refused(recorded: Cli, tmp_path: Path) -> None:
    letter = tmp_path / "letter.docx"
    letter.write_bytes(b"dear all" * 1000)
    assert recorded("backup", letter, "--json").json["errors"][0]["code"] == "workspace.not-ours"
    assert recorded("restore", letter, "--json").json["errors"][0]["code"] == "workspace.not-ours"
    assert letter.read_bytes() == b"dear all" * 1000


def test_check_tells_what_is_broken(recorded: Cli, tmp_path: Path) -> None:
    file = tmp_path / "w.db"
    content = bytearray(file.read_bytes())
    at = content.index(b"\xff\xd8\xff") + 400  # inside a photo
    content[at] ^= 1
    file.write_bytes(content)
    said = recorded("check", "--json")
    assert said.status == 1
    assert (said.json["ok"], [p["code"] for p in said.json["problems"]]) == (False, ["check.photo-damaged"])


@pytest.mark.parametrize("command", [("findings",), ("check",), ("backup", "b.db")])
def test_a_mistyped_workspace_is_not_taken_for_an_empty_one(cli: Cli, tmp_path: Path, command: tuple[str, ...]) -> None:
    said = cli(*command, "--json")
    assert (said.status, said.json["errors"][0]["code"]) == (1, "workspace.missing")
    assert not (tmp_path / "w.db").exists()
