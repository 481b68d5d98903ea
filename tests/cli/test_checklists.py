"""checklists list, check, to-excel, from-excel."""

from pathlib import Path

import openpyxl

from inspector.config.paths import CHECKLISTS
from tests.cli.conftest import Cli


def test_all_shipped_checklists_are_listed(cli: Cli) -> None:
    said = cli("checklists", "list", "--json")
    listed = said.json["checklists"]
    assert (said.status, len(listed), sum(one["items"] for one in listed)) == (0, 26, 506)
    assert listed[0].keys() == {"code", "title", "version", "items"}


def test_the_shipped_checklists_are_in_order(cli: Cli) -> None:
    said = cli("checklists", "check", "--json")
    assert (said.status, said.json) == (0, {"errors": []})


def test_all_errors_of_all_files_are_told_at_once(cli: Cli, tmp_path: Path) -> None:
    text = (CHECKLISTS / "LX-v1.yaml").read_text("utf-8")
    broken = tmp_path / "LX-v2.yaml"
    broken.write_text(
        text.replace("version: '1'", "version: '2'")
        .replace("judging: PF", "judging: PX", 1)
        .replace("weight:", "wait:", 1),
        "utf-8",
    )
    said = cli("checklists", "check", broken, tmp_path / "gone.yaml", "--json")
    assert said.status == 1
    errors = said.json["errors"]
    assert {error["file"] for error in errors} == {"LX-v2.yaml", "gone.yaml"}
    placed = [error for error in errors if error["item"] == "LX-01-02"]
    assert placed
    assert all(error["line"] for error in placed)
    assert all(error["message"] for error in errors)


def test_a_published_version_with_other_content_is_refused_by_name(cli: Cli, tmp_path: Path) -> None:
    changed = tmp_path / "LX-v1.yaml"
    changed.write_text((CHECKLISTS / "LX-v1.yaml").read_text("utf-8").replace("老旧小区", "旧小区", 1), "utf-8")
    said = cli("checklists", "check", changed, "--json")
    assert [error["code"] for error in said.json["errors"]] == ["checklist.published-otherwise"]


def test_a_checklist_goes_to_excel_and_back_without_loss(cli: Cli, tmp_path: Path) -> None:
    book, yaml = tmp_path / "lx.xlsx", tmp_path / "LX.yaml"
    assert cli("checklists", "to-excel", "LX", book, "--json").json == {"file": str(book)}
    assert cli("checklists", "from-excel", book, yaml, "--json").json == {"file": str(yaml)}
    assert yaml.read_bytes() == (CHECKLISTS / "LX-v1.yaml").read_bytes()


def test_a_slip_in_the_workbook_is_told_by_sheet_and_row(cli: Cli, tmp_path: Path) -> None:
    book = tmp_path / "lx.xlsx"
    cli("checklists", "to-excel", "LX-v1", book)
    edited = openpyxl.load_workbook(book)
    cell = next(c for sheet in edited for row in sheet for c in row if c.value == "PF")
    cell.value = "PX"
    edited.save(book)
    said = cli("checklists", "from-excel", book, tmp_path / "out.yaml", "--json")
    assert said.status == 1
    assert said.json["errors"][0]["row"] == cell.row
    assert not (tmp_path / "out.yaml").exists()


def test_a_checklist_nobody_knows_is_refused(cli: Cli, tmp_path: Path) -> None:
    said = cli("checklists", "to-excel", "ZZ", tmp_path / "zz.xlsx", "--json")
    assert said.json["errors"][0]["code"] == "checklist.unknown"
    assert said.json["errors"][0]["item"] == "ZZ"
