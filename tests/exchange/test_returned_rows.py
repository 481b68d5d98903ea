"""Rows of returned lists: heads anywhere and under other names, merged cells, totals, several lists in one workbook."""

from datetime import date
from pathlib import Path
from typing import Any

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.errors import Refused
from inspector.domain.returned_files import ReturnedFile
from inspector.exchange.foreign_tables import Row, Sheet
from inspector.exchange.rectification_columns import LIST_COLUMNS, MARK_NAME
from inspector.exchange.returned_book import read_returned
from inspector.exchange.returned_heads import heads_of
from inspector.exchange.returned_rows import sheet_rows
from tests.exchange.hostile_workbooks import BOMBS, open_document

NAMES = [*(column.name for column in LIST_COLUMNS), MARK_NAME]


def line(number: int, **cells: Any) -> list[Any]:
    keys = [*(column.key for column in LIST_COLUMNS), "mark"]
    held = {
        "seq": number,
        "no": f"LX-{number:04d}",
        "site": "桂花里小区",
        "text": "杂物",
        "mark": f"f{number}:r:c",
    } | cells
    return [held.get(key) for key in keys]


def sheet(*lines: list[Any], merged: tuple[str, ...] = ()) -> Sheet:
    rows = tuple(
        Row(number, tuple(cells)) for number, cells in enumerate(lines, 1) if any(c is not None for c in cells)
    )
    return Sheet("表", rows, merged)


def saved(path: Path, *lines: list[Any]) -> Path:
    book = openpyxl.Workbook()
    for cells in lines:
        book.worksheets[0].append(cells)
    book.save(path)
    return path


def read(path: Path) -> ReturnedFile:
    folder = path.parent / "pictures"
    folder.mkdir(exist_ok=True)
    return read_returned(path, 0, folder)


@given(st.permutations(range(len(NAMES))), st.integers(0, 6))
def test_columns_in_any_order_and_a_head_at_any_height_say_the_same(order: list[int], down: int) -> None:
    cells = line(3, done="已清理", completed=date(2026, 12, 3), phone="138")
    found = sheet_rows(sheet(*[[None]] * down, [NAMES[i] for i in order], [cells[i] for i in order]), "0")
    (row,) = found.rows
    assert (row.mark, row.ours.no, row.ours.text) == ("f3:r:c", "LX-0003", "杂物")
    assert (row.theirs.measures, row.theirs.completed, row.theirs.phone) == ("已清理", date(2026, 12, 3), "138")
    assert row.spot.row == down + 2


@given(st.sets(st.integers(0, len(NAMES) - 1), max_size=len(NAMES) - 5), st.integers(0, len(NAMES)))
def test_deleted_columns_leave_the_others_as_they_are(gone: set[int], added: int) -> None:
    kept = [i for i in range(len(NAMES)) if i not in gone]
    cells = line(3, done="已清理", person="张三")
    names, values = [NAMES[i] for i in kept], [cells[i] for i in kept]
    names.insert(added, "科室")
    values.insert(added, "一科")
    heads = heads_of(Row(1, tuple(names)))
    assert heads is not None
    expected = {[*(c.key for c in LIST_COLUMNS), "mark"][i] for i in kept}
    # Where one column went and one came, the new one may stand for the old by its place; it is told as renamed.
    assert heads.columns.keys() - {key for _, key in heads.renamed} == expected


def test_renamed_columns_are_known_by_other_names_or_by_their_place_and_told() -> None:
    names = [{"整改情况": "整改措施", "责任人": "谁干的"}.get(name, name) for name in NAMES]
    found = sheet_rows(sheet(names, line(1, done="已清理", person="张三")), "0")
    assert (found.rows[0].theirs.measures, found.rows[0].theirs.person) == ("已清理", "张三")
    assert found.renamed == [("谁干的", "person")]


def test_merged_cells_of_the_unit_fill_down_and_numbers_never_do() -> None:
    lines = [NAMES, line(1, person="张三", completed="12月1日"), line(2), line(3)]
    found = sheet_rows(sheet(*lines, merged=("N2:N4", "M2:M3", "B2:B4", "Q2:Q4", "A2:B2")), "0")
    assert [row.theirs.person for row in found.rows] == ["张三"] * 3
    assert [row.theirs.completed for row in found.rows] == ["12月1日", "12月1日", ""]
    assert [row.ours.no for row in found.rows] == ["LX-0001", "LX-0002", "LX-0003"]


def test_totals_titles_signatures_and_blank_rows_are_passed_over_and_said() -> None:
    found = sheet_rows(
        sheet(
            ["清单（甲）"],
            ["责任单位：甲街道"],
            NAMES,
            line(1, done="好"),
            [None],
            ["合计", "2"],
            ["交办单位（盖章）：", None, "签收人："],
            ["清单（乙）"],
            ["责任单位：乙街道", None, None, None, None, "交办编号：1号"],
            NAMES,
            line(2),
        ),
        "0",
    )
    assert [(row.ours.no, row.unit_words) for row in found.rows] == [("LX-0001", "甲街道"), ("LX-0002", "乙街道")]
    assert [(one.spot.row, one.why) for one in found.skipped] == [
        (6, "total"),
        (7, "signing"),
        (8, "title"),
        (9, "title"),
    ]


@pytest.mark.parametrize("name", ["a.xlsm", "a.xltx", "a.xlsx", "名字.XLSX"])
def test_workbooks_of_every_name_are_read(tmp_path: Path, name: str) -> None:
    path = saved(tmp_path / "made.xlsx", NAMES, line(1, done="好")).rename(tmp_path / name)
    assert [row.theirs.measures for row in read(path).rows] == ["好"]


def test_an_open_document_gives_its_values_and_says_that_pictures_are_missing(tmp_path: Path) -> None:
    def row(cells: list[Any]) -> str:
        made = "".join(
            f'<table:table-cell office:value-type="string"><text:p>{cell or ""}</text:p></table:table-cell>'
            for cell in cells
        )
        return f"<table:table-row>{made}</table:table-row>"

    file = read(open_document(tmp_path / "a.ods", row(NAMES) + row(line(1, done="好"))))
    assert [one.theirs.measures for one in file.rows] == ["好"]
    assert [one.code for one in file.complaints] == ["return.pictures-not-read"]


def test_a_workbook_without_such_a_table_says_so(tmp_path: Path) -> None:
    file = read(saved(tmp_path / "a.xlsx", ["姓名", "电话"], ["张三", "138"]))
    assert [one.code for one in file.complaints] == ["return.no-header"]


@pytest.mark.slow
@pytest.mark.parametrize("name", BOMBS)
def test_a_bomb_is_a_sentence_for_returned_lists_too(tmp_path: Path, name: str) -> None:
    make, code = BOMBS[name]
    with pytest.raises(Refused) as refused:
        read(make(tmp_path / name))
    assert refused.value.complaint.code in {code, "foreign.too-large", "foreign.too-slow"}
    assert refused.value.complaint.place.file == name
