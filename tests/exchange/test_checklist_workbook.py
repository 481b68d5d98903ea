"""Checklists in Excel: to the spreadsheet and back without loss, and edits checked cell by cell."""

from collections.abc import Callable
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given, settings
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.checklists import Checklist
from inspector.exchange.checklist_shelf import read_index, read_published
from inspector.exchange.checklist_workbook import write_checklist_workbook
from inspector.exchange.checklist_workbook_reading import read_checklist_workbook
from inspector.exchange.checklist_yaml import checklist_yaml, parse_checklist
from tests.checklist_examples import CHECKLISTS, NASTY, a_checklist, an_item

SHELF = Path(__file__).parents[2] / "checklists"


@settings(max_examples=6)
@given(CHECKLISTS)
def test_any_checklist_comes_back_from_excel_unchanged(tmp_path: Path, checklist: Checklist) -> None:
    path = tmp_path / "检查表.xlsx"
    write_checklist_workbook(checklist, path)
    read = read_checklist_workbook(path)
    assert read.checklist == checklist, read.complaints


@pytest.mark.parametrize("code", ["XX", "ZG", "LK"])
def test_a_shipped_list_goes_to_excel_and_comes_back_as_the_same_file(tmp_path: Path, code: str) -> None:
    (published,) = [p for p in read_index(SHELF) if p.code == code]
    checklist = read_published(SHELF, published).checklist
    assert checklist is not None
    path = tmp_path / "检查表.xlsx"
    write_checklist_workbook(checklist, path)
    read = read_checklist_workbook(path)
    assert read.checklist == checklist
    assert parse_checklist(checklist_yaml(read.checklist)).checklist == checklist


def test_texts_excel_would_change_are_text_cells(tmp_path: Path) -> None:
    path = tmp_path / "检查表.xlsx"
    items = [an_item(f"GY-01-{n:02}", veto=text) for n, text in enumerate(NASTY)]
    write_checklist_workbook(a_checklist(*items), path)
    sheet = openpyxl.load_workbook(path)["检查项"]
    cells = [cell for row in sheet.iter_rows(min_row=2) for cell in row if cell.value is not None]
    assert {(cell.data_type, cell.number_format) for cell in cells} == {("s", "@")}
    read = read_checklist_workbook(path).checklist
    assert read is not None
    assert [item.veto for item in read.items] == NASTY


def edited(tmp_path: Path, edit: Callable[[Worksheet], None]) -> list[tuple[str, str, int | None, str]]:
    path = tmp_path / "检查表.xlsx"
    write_checklist_workbook(a_checklist(an_item("GY-01-01"), an_item("GY-01-02")), path)
    book = openpyxl.load_workbook(path)
    edit(book["检查项"])
    book.save(path)
    read = read_checklist_workbook(path)
    assert read.checklist is None
    return [(c.code, c.place.sheet, c.place.row, c.place.column) for c in read.complaints]


def test_mistakes_are_named_by_sheet_row_and_column(tmp_path: Path) -> None:
    def edit(sheet: Worksheet) -> None:
        sheet["C3"], sheet["F2"], sheet["G3"], sheet["K3"], sheet["R1"] = "GY-01-01", "大约", 2.5, "也许", "颜色"

    assert set(edited(tmp_path, edit)) == {
        ("checklist.duplicate-item", "检查项", 3, "编码"),
        ("checklist.judging-unknown", "检查项", 2, "判定方式"),
        ("checklist.bad-weight", "检查项", 3, "权重"),
        ("checklist.bad-choice", "检查项", 3, "不合格须拍照"),
        ("checklist.unknown-field", "检查项", 1, "颜色"),
    }


def test_a_workbook_without_our_sheets_is_refused_by_sheet(tmp_path: Path) -> None:
    path = tmp_path / "别的.xlsx"
    other = openpyxl.Workbook()
    other.worksheets[0]["A1"] = "点位"
    other.save(path)
    read = read_checklist_workbook(path)
    assert {(c.code, c.place.sheet) for c in read.complaints} == {
        ("checklist.no-sheet", "检查项"),
        ("checklist.no-sheet", "表头"),
    }


def test_a_file_that_is_no_workbook_is_refused_by_name(tmp_path: Path) -> None:
    path = tmp_path / "假的.xlsx"
    path.write_bytes(b"PK not really")
    (complaint,) = read_checklist_workbook(path).complaints
    assert complaint.code.startswith("foreign.")
    assert complaint.place.file == "假的.xlsx"
