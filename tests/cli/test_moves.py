"""findings move and recheck: by number, many at once, refused with a sentence."""

import json
from pathlib import Path
from typing import Any

import pytest

from tests.cli.conftest import Cli


@pytest.fixture
def number(with_sites: Cli, inspection: dict[str, Any], tmp_path: Path) -> str:
    """The number of a finding that was dispatched."""
    file = tmp_path / "visit.json"
    file.write_text(json.dumps(inspection), "utf-8")
    recorded = with_sites("record", file, "--json").json
    assert with_sites("dispatch", "--out", tmp_path / "lists", "--by", "李主任").status == 0
    return str(recorded["findings"][0]["no"])


def test_a_finding_is_signed_for_replied_to_and_closed_by_another_person(cli: Cli, number: str, photo: Path) -> None:
    done = cli("findings", "move", "sign", number, "LX-9999", "--by", "李主任", "--json")
    assert done.json["accepted"] == [{"no": number, "status": "signed"}]
    assert [(one["no"], one["code"]) for one in done.json["refused"]] == [("LX-9999", "finding.unknown-number")]
    assert done.status == 1
    assert cli("findings", "move", "reply", number, "--reason", "已清理", "--by", "李主任").status == 0
    refused = cli("recheck", number, "--passed", "--by", "李主任", "--json")
    assert (refused.status, refused.json["errors"][0]["code"]) == (1, "recheck.same-person")
    failed = cli("recheck", number, "--failed", "--remark", "没动", "--photo", photo, "--by", "刘建国", "--json")
    assert failed.json == {"no": number, "status": "sent_back"}
    assert cli("findings", "move", "reply", number, "--by", "李主任").status == 0
    assert cli("recheck", number, "--passed", "--by", "刘建国", "--json").json == {"no": number, "status": "closed"}
    (row,) = cli("findings", "--json").json["findings"]
    assert (row["status"], row["photos"]) == ("closed", 2)
    assert cli("check").status == 0


def test_a_move_without_its_photo_is_not_made(cli: Cli, number: str, tmp_path: Path) -> None:
    said = cli("findings", "move", "reply", number, "--photo", tmp_path / "nothing.jpg", "--by", "李主任", "--json")
    assert (said.status, said.json["errors"][0]["code"]) == (1, "photo.gone")
    assert cli("findings", "--json").json["findings"][0]["status"] == "dispatched"
