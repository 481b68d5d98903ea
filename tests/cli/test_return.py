"""return: shows what came back, takes it in with --apply, and says what waits for a person."""

import json
from pathlib import Path
from typing import Any

import openpyxl
import pytest

from tests.cli.conftest import Cli
from tests.services.returned import FIRST, answer, filled, put_photo


@pytest.fixture
def returned(with_sites: Cli, inspection: dict[str, Any], tmp_path: Path) -> Path:
    """A list with one finding, answered with a photo, and one photo that lies beside the table."""
    file = tmp_path / "visit.json"
    file.write_text(json.dumps(inspection), "utf-8")
    assert with_sites("record", file).status == 0
    issued = with_sites("dispatch", "--out", tmp_path / "lists", "--by", "李主任", "--json").json
    return filled(Path(issued["files"][0]["path"]), lambda sheet: answer(sheet, FIRST, 1))


def test_without_apply_nothing_changes_and_with_it_once(cli: Cli, returned: Path) -> None:
    for applied, accepted in (((), 1), (("--apply",), 1), (("--apply",), 0), ((), 0)):
        said = cli("return", returned, *applied, "--by", "李主任", "--json")
        assert said.status == 0
        (file,) = said.json["files"]
        assert (len(file["accepted"]), len(file["unchanged"])) == (accepted, 1 - accepted)
        assert said.json["applied"] is bool(applied)
    (row,) = cli("findings", "--json").json["findings"]
    assert (row["status"], row["photos"]) == ("replied", 2)


def test_the_answer_is_told_field_by_field_with_its_photos(cli: Cli, returned: Path) -> None:
    (file,) = cli("return", returned, "--json").json["files"]
    (row,) = file["accepted"]
    assert row["changes"]["measures"] == ["", "已清理"]
    assert (row["photos"], row["status"]) == (1, "replied")
    assert file["pictures"] == {"attached": 1, "ours": 1, "there": 0, "waiting": 0, "left": 0}
    assert (file["refused"], file["conflicts"], file["leftovers"]) == ([], [], [])


def test_what_waits_for_a_person_is_told_and_the_status_is_1(cli: Cli, returned: Path, tmp_path: Path) -> None:
    book = openpyxl.load_workbook(returned)
    put_photo(book.worksheets[0], "K30", 2)
    book.save(returned)
    report = tmp_path / "report.xlsx"
    said = cli("--lang", "en", "return", returned, "--report", report, "--json")
    assert said.status == 1
    assert [(one["kind"], one["cell"]) for one in said.json["files"][0]["leftovers"]] == [("floating", "K31")]
    assert "lies on no row of a finding" in said.err
    assert report.exists()


def test_a_file_that_is_no_list_is_refused_with_a_sentence(cli: Cli, with_sites: Cli, tmp_path: Path) -> None:
    (tmp_path / "a.xlsx").write_bytes(b"no workbook")
    openpyxl.Workbook().save(tmp_path / "b.xlsx")
    said = cli("--lang", "en", "return", tmp_path / "a.xlsx", tmp_path / "b.xlsx", tmp_path / "c.xlsx")
    assert said.status == 1
    assert [line.split(": ")[0] for line in said.err.splitlines()] == ["a.xlsx", "b.xlsx", "c.xlsx"]
