"""Paper-style lists: merged cells, two rows of head, totals; a suggested mapping and what comes of it."""

from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import Refused
from inspector.domain.judging_types import AtLeast, PassFail
from inspector.exchange.checklist_mapping import PlainHead, PlainMapping, apply_mapping, suggest_mapping
from inspector.exchange.checklist_plain import PlainTable, read_plain_list

HEAD = PlainHead("GY", "2", "公园", "GY")


def book(tmp_path: Path, rows: list[list[object]], *merged: str) -> PlainTable:
    made = openpyxl.Workbook()
    sheet = made.worksheets[0]
    for row in rows:
        sheet.append(row)
    for cells in merged:
        sheet.merge_cells(cells)
    made.save(tmp_path / "清单.xlsx")
    return read_plain_list(tmp_path / "清单.xlsx")


def paper(tmp_path: Path) -> PlainTable:
    rows: list[list[object]] = [
        ["公园点位检查标准", None, None, None],
        ["序号", "检查项目", "考察内容", None],
        [None, None, "检查标准", "分值"],
        [1, "环境卫生", "地面无垃圾", 3],
        [2, None, "垃圾桶不满溢", "2分"],
        [3, "公益宣传", "有公益广告", 1],
        ["合计", None, None, 6],
    ]
    return book(tmp_path, rows, "A1:D1", "A2:A3", "B2:B3", "C2:D2", "B4:B5")


def test_two_rows_of_head_are_joined_merged_cells_filled_and_totals_left_out(tmp_path: Path) -> None:
    table = paper(tmp_path)
    assert table.header == ("序号", "检查项目", "考察内容/检查标准", "考察内容/分值")
    assert [row.texts for row in table.rows] == [
        ("1", "环境卫生", "地面无垃圾", "3"),
        ("2", "环境卫生", "垃圾桶不满溢", "2分"),
        ("3", "公益宣传", "有公益广告", "1"),
    ]
    assert (table.header_rows, table.skipped) == ((2, 3), (7,))


def test_an_item_merged_over_several_standards_becomes_the_section(tmp_path: Path) -> None:
    table = paper(tmp_path)
    mapping = suggest_mapping(table)
    assert mapping == PlainMapping(text=2, section=1, weight=3)
    checklist = apply_mapping(table, mapping, HEAD).checklist
    assert checklist is not None
    assert [(s.code, s.title, len(s.items)) for s in checklist.sections] == [
        ("01", "环境卫生", 2),
        ("02", "公益宣传", 1),
    ]
    assert [(i.code, i.text, i.weight) for i in checklist.items] == [
        ("GY-01-01", "地面无垃圾", 3),
        ("GY-01-02", "垃圾桶不满溢", 2),
        ("GY-02-01", "有公益广告", 1),
    ]
    assert {(i.unit_rule, i.time_limit, i.judging) for i in checklist.items} == {("属地镇街", "7天", PassFail())}


def test_a_simple_list_of_item_and_standard_is_one_section(tmp_path: Path) -> None:
    table = book(
        tmp_path, [["序号", "检查项", "标准", "判定方式"], [1, "公益广告", "至少3处", "N≥3"], [2, "地面", "干净", None]]
    )
    checklist = apply_mapping(table, suggest_mapping(table), HEAD).checklist
    assert checklist is not None
    assert [(i.text, i.counts, i.judging) for i in checklist.items] == [
        ("公益广告", "至少3处", AtLeast(3)),
        ("地面", "干净", PassFail()),
    ]


def test_rows_that_cannot_be_taken_are_named_by_row(tmp_path: Path) -> None:
    table = book(tmp_path, [["检查项", "标准", "分值"], ["地面", "干净", "很多"], [None, "整齐", 2]])
    checked = apply_mapping(table, suggest_mapping(table), HEAD)
    assert checked.checklist is None
    assert {(c.code, c.place.row) for c in checked.complaints} == {
        ("checklist.bad-weight", 2),
        ("checklist.missing-field", 3),
    }


def test_a_sheet_without_a_head_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        book(tmp_path, [["甲", "乙"], [1, 2]])
    assert (refused.value.complaint.code, refused.value.complaint.place.file) == ("plain-list.no-head", "清单.xlsx")
