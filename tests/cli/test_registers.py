"""sites import and units import: rows taken in, rows refused with their reasons."""

from pathlib import Path

from tests.cli.conftest import Cli


def test_sites_of_the_first_day_bring_their_streets_and_communities(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "sites.csv"
    file.write_text(
        "点位名称,点位类型,镇街,社区\n桂花里小区,老旧小区,望云街道,桂花社区\n红莲市场,JM,清溪街道,\n", "utf-8"
    )
    said = cli("sites", "import", file, "--json")
    assert (said.status, said.json) == (0, {"added": 2, "changed": 0, "unchanged": 0, "refused": []})
    assert cli("sites", "import", file, "--json").json["unchanged"] == 2


def test_a_street_nobody_knows_is_refused_once_there_are_streets(with_sites: Cli, tmp_path: Path) -> None:
    file = tmp_path / "more.csv"
    file.write_text("点位名称,点位类型,镇街\n新园小区,老旧小区,望云街到\n东苑小区,老旧小区,望云街道\n", "utf-8")
    said = with_sites("sites", "import", file, "--json")
    assert (said.status, said.json["added"]) == (1, 1)
    assert [refused["row"] for refused in said.json["refused"]] == [2]
    assert "望云街到" in said.json["refused"][0]["reason"]
    assert "望云街到" in said.err


def test_units_are_added_and_changed(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "units.csv"
    file.write_text("单位名称,分组,联系电话\n区城管局,部门,010-1\n园林中心,部门,010-2\n", "utf-8")
    said = cli("units", "import", file, "--json")
    assert (said.status, said.json["added"], said.json["changed"]) == (0, 1, 1)


def test_a_table_without_a_header_is_refused_with_a_sentence(cli: Cli, tmp_path: Path) -> None:
    file = tmp_path / "list.csv"
    file.write_text("a,b\n1,2\n", "utf-8")
    said = cli("sites", "import", file)
    assert (said.status, said.out) == (1, "")
    assert "list.csv" in said.err
    assert "点位名称" in said.err


def test_a_file_that_is_not_there_is_named(cli: Cli, tmp_path: Path) -> None:
    said = cli("units", "import", tmp_path / "nothing.xlsx", "--json")
    assert said.status == 1
    assert said.json["errors"][0]["code"] == "foreign.missing"
    assert "nothing.xlsx" in said.err


def test_approvals_are_taken_in_by_row_and_given_back(with_sites: Cli, tmp_path: Path) -> None:
    file = tmp_path / "审批.csv"
    file.write_text("名称,文号,点位,截止日期\n夜市,A-1,桂花里小区,2026-12-31\n横幅,A-2,没有的点位,\n", "utf-8")
    taken = with_sites("approvals", "import", str(file), "--json")
    assert (taken.status, taken.json["added"]) == (1, 1)
    assert [refused["row"] for refused in taken.json["refused"]] == [3]
    book = tmp_path / "审批.xlsx"
    assert with_sites("approvals", "export", str(book), "--json").json["approvals"] == 1
    assert with_sites("approvals", "import", str(book), "--json").json["unchanged"] == 1


def test_approvals_are_listed_with_their_place_and_those_of_a_day(with_sites: Cli, tmp_path: Path) -> None:
    assert with_sites("approvals", "list", "--json").json == {"approvals": []}
    file = tmp_path / "审批.csv"
    file.write_text(
        "名称,文号,点位,镇街,地址,起始日期,截止日期\n"
        "夜市,A-1,桂花里小区,,,2026-11-01,2026-12-31\n横幅,A-2,,望云街道,朝晖路口,,2026-11-20\n",
        "utf-8",
    )
    assert with_sites("approvals", "import", file).status == 0
    listed = with_sites("approvals", "list", "--json").json["approvals"]
    assert [(one["name"], one["place"], one["code"], one["valid_to"]) for one in listed] == [
        ("夜市", "桂花里小区", "A-1", "2026-12-31"),
        ("横幅", "望云街道 朝晖路口", "A-2", "2026-11-20"),
    ]
    assert [
        one["name"] for one in with_sites("approvals", "list", "--day", "2026-11-21", "--json").json["approvals"]
    ] == ["夜市"]
    (market,) = with_sites("approvals", "list", "--site", "A-01", "--json").json["approvals"]
    assert market["name"] == "夜市"
    assert with_sites("approvals", "list", "--site", "没有的点位", "--json").json["errors"][0]["code"] == "name.unknown"
    assert with_sites("approvals", "list").out.count("\n") == 2
