"""Registers from offices' own tables: what is taken, what is refused and where, and the way out and back."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.domain.errors import Refused
from inspector.domain.register_import import KnownNames, known_names, merge_register
from inspector.domain.sites import Community, Site, Street
from inspector.domain.units import Unit, UnitGroup
from inspector.exchange.foreign import Row, Sheet, Tables, read_tables
from inspector.exchange.register_book import write_register, write_template
from inspector.exchange.register_start import read_starting_set
from inspector.exchange.register_tables import read_communities, read_sites, read_streets, read_units

START = read_starting_set()
STREETS = {"s1": Street("朝阳街道", "o1", "朝阳"), "s2": Street("柳树镇", "o2")}
COMMUNITIES = {
    "c1": Community("红莲社区", "s1"),
    "c2": Community("红莲社区", "s2"),
    "c3": Community("光明社区", "s1"),
}
OFFICES = {"o1": Unit("朝阳街道办事处", UnitGroup.STREET), "o2": Unit("柳树镇人民政府", UnitGroup.STREET)}
UNITS = START.units | OFFICES
KNOWN: KnownNames = known_names(START.kinds.values(), UNITS, STREETS, COMMUNITIES)
SHOWN = {
    **{kind.code: kind.name for kind in START.kinds.values()},
    **{entity: unit.name for entity, unit in UNITS.items()},
    **{entity: street.name for entity, street in STREETS.items()},
    **{entity: community.name for entity, community in COMMUNITIES.items()},
}
HEADER = ("序号", "点位名称", "点位类型", "所属镇街", "社区", "主管单位", "纬度", "经度")


def table(*rows: tuple[str | float | None, ...], header: tuple[str, ...] = HEADER, at: int = 1) -> Tables:
    lines = (Row(at, header), *(Row(at + i, row) for i, row in enumerate(rows, start=1)))
    return Tables("点位.xlsx", (Sheet("Sheet1", lines),))


def test_a_table_with_a_title_and_other_headers_is_understood() -> None:
    read = read_sites(
        table((1, "红莲市场", "农贸市场", "朝阳街道办", "红莲社区居委会", "市场监管局", 42.2, 118.9), at=3), KNOWN
    )
    assert read.refused == ()
    site = read.candidates[0].record
    assert (site.name, site.kind, site.street, site.community) == ("红莲市场", "JM", "s1", "c1")
    assert UNITS[site.unit].name == "区市场监管局"
    assert (site.latitude, site.longitude) == (42.2, 118.9)
    assert read.candidates[0].place.row == 4


@pytest.mark.parametrize(
    ("row", "code", "column"),
    [
        ((1, None, "JM"), "register.name-missing", "点位名称"),
        ((1, "甲", "农贸"), "register.unknown-kind", "点位类型"),
        ((1, "甲", "JM", "朝阳路街道"), "register.unknown-street", "所属镇街"),
        ((1, "甲", "JM", "柳树镇", "光明社区"), "register.unknown-community", "社区"),
        ((1, "甲", "JM", None, "红莲社区"), "register.ambiguous-name", "社区"),
        ((1, "甲", "JM", None, None, "区气象局"), "register.unknown-unit", "主管单位"),
        ((1, "甲", "JM", None, None, None, 118.9, 42.2), "register.coordinates-swapped", "纬度"),
        ((1, "甲", "JM", None, None, None, 42.2), "register.bad-coordinate", ""),
        ((1, "甲", "JM", None, None, None, "北纬", 118.9), "register.bad-number", "纬度"),
        ((1, "甲", "JM", None, None, None, 42.2, 200), "register.bad-coordinate", "经度"),
        ((1, "甲" * 101, "JM"), "register.too-long", "点位名称"),
    ],
)
def test_a_bad_row_is_refused_with_row_and_column_and_the_others_go_in(
    row: tuple[str | float | None, ...], code: str, column: str
) -> None:
    read = read_sites(table(row, (2, "乙市场", "JM")), KNOWN)
    assert [c.record.name for c in read.candidates] == ["乙市场"]
    complaint = read.refused[0]
    assert (complaint.code, complaint.place.row) == (code, 2)
    assert complaint.place.column == column or (code == "register.bad-coordinate" and not column)


def test_an_unknown_kind_gets_suggestions() -> None:
    read = read_sites(table((1, "甲", "集贸市场农贸")), KNOWN)
    assert "集贸市场" in read.refused[0].fact("suggestions")


def test_the_second_of_two_equal_rows_is_refused_and_names_the_first() -> None:
    read = read_sites(
        table((1, "甲", "JM", "朝阳街道"), (2, " 甲 ", "JM", "朝阳街道"), (3, "甲", "JM", "柳树镇")), KNOWN
    )
    assert [c.place.row for c in read.candidates] == [2, 4]
    assert (read.refused[0].code, read.refused[0].fact("first")) == ("register.duplicate-row", "Sheet1 2")


def test_a_table_without_a_header_is_refused_with_the_headers_expected() -> None:
    with pytest.raises(Refused) as refused:
        read_sites(Tables("x.xlsx", (Sheet("a", (Row(1, ("甲", "乙")),)),)), KNOWN)
    assert refused.value.complaint.code == "register.no-header"
    assert "点位名称" in refused.value.complaint.fact("expected")


def test_a_table_that_only_maps_partner_units_changes_nothing_else() -> None:
    old = Site("红莲市场", "JM", address="红莲路1号", street="s1")
    tables = table(("红莲市场", "区民政局"), header=("点位名称", "包联单位"))
    plan = merge_register({"x": old}, read_sites(tables, KNOWN).candidates)
    assert [change.new for change in plan.changed] == [replace(old, partner_unit=KNOWN.units.one("民政局"))]


def test_units_are_read_with_group_aliases_and_duties() -> None:
    tables = table(
        ("朝阳街道办事处", "镇街", "朝阳办;朝阳街道", "张三", 13900000000, "零容忍;严管理"),
        ("某局", "处室", None, None, None, None),
        header=("单位", "分组", "简称", "联系人", "电话", "职责"),
    )
    read = read_units(tables)
    assert read.candidates[0].record == Unit(
        "朝阳街道办事处", UnitGroup.STREET, ("朝阳办", "朝阳街道"), "张三", "13900000000", ("零容忍", "严管理")
    )
    assert read.refused[0].code == "register.unknown-group"


def test_streets_and_communities_are_read() -> None:
    streets = read_streets(table(("柳树镇", "柳树镇政府"), header=("镇街", "责任单位")), KNOWN)
    assert streets.candidates[0].record == Street("柳树镇", "o2")
    communities = read_communities(table(("新村社区", "柳树镇"), header=("社区", "镇街")), KNOWN)
    assert communities.candidates[0].record == Community("新村社区", "s2")


TEXT = st.text(st.characters(codec="gb18030", exclude_categories=["C", "Z"]), min_size=1, max_size=12)
SITES = st.builds(
    Site,
    name=st.from_regex(r"[甲-龙]{2,6}", fullmatch=True),
    kind=st.sampled_from([kind.code for kind in START.kinds.values()]),
    address=TEXT,
    street=st.just("s1"),
    community=st.sampled_from(["", "c1", "c3"]),
    unit=st.sampled_from(["", *START.units]),
    manager=TEXT,
    note=TEXT,
    topics=st.lists(st.sampled_from(["星级", "未成年人"]), unique=True).map(tuple),
)


@settings(max_examples=4)
@given(st.lists(SITES, min_size=1, max_size=6, unique_by=lambda site: site.name))
def test_sites_written_to_a_workbook_come_back_unchanged(tmp_path: Path, sites: list[Site]) -> None:
    path = tmp_path / "点位.xlsx"
    write_register(path, Site, sites, SHOWN)
    existing = {str(i): site for i, site in enumerate(sites)}
    read = read_sites(read_tables(path), KNOWN)
    plan = merge_register(existing, read.candidates)
    assert (read.refused, plan.added, plan.changed, plan.refused) == ((), (), (), ())
    assert plan.unchanged == len(sites)


def test_every_register_of_the_starting_set_comes_back_unchanged(tmp_path: Path) -> None:
    write_register(tmp_path / "u.xlsx", Unit, UNITS.values(), SHOWN)
    units = merge_register(UNITS, read_units(read_tables(tmp_path / "u.xlsx")).candidates)
    write_register(tmp_path / "s.xlsx", Street, STREETS.values(), SHOWN)
    streets = merge_register(STREETS, read_streets(read_tables(tmp_path / "s.xlsx"), KNOWN).candidates)
    write_register(tmp_path / "c.xlsx", Community, COMMUNITIES.values(), SHOWN)
    communities = merge_register(COMMUNITIES, read_communities(read_tables(tmp_path / "c.xlsx"), KNOWN).candidates)
    assert (units.unchanged, streets.unchanged, communities.unchanged) == (len(UNITS), 2, 3)


def test_formula_looking_and_number_looking_texts_stay_text(tmp_path: Path) -> None:
    site = Site("=1+1", "JM", code="007", address="1.10", note="坏\x07字")
    write_register(tmp_path / "a.xlsx", Site, [site], SHOWN)
    read = read_sites(read_tables(tmp_path / "a.xlsx"), KNOWN).candidates[0].record
    assert (read.name, read.code, read.address, read.note) == ("=1+1", "007", "1.10", "坏字")


def test_an_empty_template_has_hints_and_is_no_register_of_hints(tmp_path: Path) -> None:
    path = tmp_path / "模板.xlsx"
    write_template(path, Site, SHOWN.values())
    sheet = openpyxl.load_workbook(path).worksheets[0]
    assert sheet["B1"].comment is not None
    assert read_sites(read_tables(path), KNOWN) == type(read_sites(table(), KNOWN))((), ())


def test_a_workbook_that_cannot_be_written_leaves_the_old_one_whole(tmp_path: Path) -> None:
    target = tmp_path / "folder.xlsx"
    target.mkdir()
    with pytest.raises(Refused) as refused:
        write_register(target, Site, [], SHOWN)
    assert refused.value.complaint.code == "file.is-a-folder"
    assert list(tmp_path.iterdir()) == [target]
