"""findings add and types: a finding without a checklist; complaints purge: letting go of who told them."""

from datetime import date, timedelta
from pathlib import Path

import openpyxl

from inspector.domain.public_complaints import Channel, Told
from inspector.domain.sites import Site
from inspector.services.noting import Spot
from inspector.services.public_complaints import Taken
from inspector.services.services import open_services
from tests.cli.conftest import Cli


def test_a_finding_without_a_checklist_is_added_with_its_photo_and_found_by_its_source(
    with_sites: Cli, photo: Path
) -> None:
    types = with_sites("findings", "types", "--json").json["types"]
    assert {"Z4", "Y2"} <= {one["code"] for one in types}
    site = ("--site", "桂花里小区", "--photo", photo, "--by", "王敏", "--json")
    done = with_sites("findings", "add", "--type", "Z4", *site).json
    assert (done["photos"], done["twins"], done["unit"]) == (1, [], "望云街道办事处")
    again = with_sites("findings", "add", "--type", "Z4", *site).json
    assert again["twins"] == [done["no"]]
    meeting = ("--text", "巷口照明", "--due", "2027-01-05", "--meeting", "第3次会议", "--site", "桂花里小区", "--json")
    asked = with_sites("findings", "add", *meeting).json
    (row,) = with_sites("findings", "--source", "meeting", "--json").json["findings"]
    assert (row["no"], row["source_note"], row["due_on"]) == (asked["no"], "第3次会议", "2027-01-05")


def test_a_finding_that_says_nothing_and_one_in_an_unknown_street_are_refused(with_sites: Cli) -> None:
    empty = with_sites("findings", "add", "--site", "桂花里小区", "--json")
    assert (empty.status, empty.json["errors"][0]["code"]) == (1, "finding.no-text")
    lost = with_sites("findings", "add", "--type", "Z4", "--street", "无名街道", "--place", "路口", "--json")
    assert (lost.status, lost.json["errors"][0]["code"]) == (1, "name.unknown")


def test_callers_are_told_by_no_command_and_a_purge_counts_before_it_erases(cli: Cli, tmp_path: Path) -> None:
    services = open_services(tmp_path / "w.db", person="王敏")
    told = Told("欧阳金雀", "13800138000", "桂花里 3 号楼")
    services.complaints.take(Taken(Channel.VISIT, "夜里烧烤，电话 13800138000", Spot(location="红莲路"), told=told))
    (line,) = services.complaints.all()
    services.complaints.make_finding(line.id)
    services.close()
    for words in (("findings",), ("figures",), ("press",), ("ledger", "export", str(tmp_path / "l.xlsx"))):
        said = cli(*words, "--json")
        assert not any(secret in said.out + said.err for secret in ("13800138000", "欧阳金雀"))
    book = openpyxl.load_workbook(tmp_path / "l.xlsx")
    cells = [str(cell) for sheet in book for row in sheet.iter_rows(values_only=True) for cell in row]
    assert any("夜里烧烤" in cell for cell in cells)
    assert not any(secret in cell for cell in cells for secret in ("13800138000", "欧阳金雀", "桂花里 3 号楼"))
    tomorrow = str(date.today() + timedelta(days=1))  # noqa: DTZ011 - the command goes by the machine's day
    counted = cli("complaints", "purge", "--before", tomorrow, "--json").json
    assert (counted["callers"], counted["purged"]) == (1, False)
    assert cli("complaints", "purge", "--json").json["callers"] == 0
    assert cli("complaints", "purge", "--before", tomorrow, "--yes", "--json").json["purged"] is True
    assert "欧阳金雀".encode() not in (tmp_path / "w.db").read_bytes()
    assert cli("check").status == 0


def test_good_practices_are_listed_and_leave_as_a_workbook(with_sites: Cli, photo: Path, tmp_path: Path) -> None:
    assert with_sites("praises", "list", "--json").json == {"praises": []}
    refused = with_sites("praises", "export", tmp_path / "好的做法.xlsx", "--json")
    assert (refused.status, refused.json["errors"][0]["code"]) == (1, "praise.none")
    services = open_services(tmp_path / "w.db", person="王敏")
    visit, _ = services.inspections.start(services.registers.named(Site, "桂花里小区").id, "王敏")
    services.praises.add(visit, "楼长每周巡查", [("好.jpg", photo.read_bytes())], lambda *_: None)
    services.close()
    (praise,) = with_sites("praises", "list", "--json").json["praises"]
    assert praise["seen_on"] == str(date.today())  # noqa: DTZ011 - the command goes by the machine's day
    assert (praise["site"], praise["street"], praise["text"]) == ("桂花里小区", "望云街道", "楼长每周巡查")
    assert (praise["seen_by"], praise["photos"]) == ("王敏", 1)
    written = with_sites("praises", "export", tmp_path / "好的做法.xlsx", "--json")
    assert (written.status, written.json["praises"]) == (0, 1)
    assert openpyxl.load_workbook(written.json["file"]).worksheets[0]["D4"].value == "楼长每周巡查"


def test_letters_to_units_that_are_late_make_their_folder(with_sites: Cli, tmp_path: Path) -> None:
    letters = tmp_path / "催办" / "督办单"
    assert with_sites("press", "--letters", letters, "--json").json["errors"][0]["code"] == "pressing.nothing"
    assert not letters.parent.exists(), "nobody is late: nothing is made"
    assert with_sites("findings", "add", "--type", "Z4", "--site", "桂花里小区", "--due", "2020-01-01").status == 0
    assert with_sites("dispatch", "--out", tmp_path / "lists").status == 0
    said = with_sites("press", "--letters", letters, "--number", "创城督〔2026〕7号", "--json")
    assert [Path(file) for file in said.json["files"]] == list(letters.iterdir())
    assert len(said.json["files"]) == 1
