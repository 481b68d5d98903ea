"""Texts too long for a row of Excel: set smaller, gone on below, or whole on a sheet of their own, and never lost."""

from dataclasses import replace
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st
from openpyxl import load_workbook

from inspector.exchange.dispatch_tables import Column
from inspector.exchange.excel_page import text_height
from inspector.exchange.excel_styles import TEXT, Look
from inspector.exchange.long_texts import continued, pieces
from inspector.exchange.returned_book import read_returned
from tests.exchange.rectification_samples import order, row, written


def test_a_text_a_little_too_long_is_set_smaller_and_no_other_row_is(tmp_path: Path) -> None:
    rows = (row(1), replace(row(2), text="路" * 300))
    book = load_workbook(written(replace(order(0), rows=rows), tmp_path).path)
    sheet = book["整改清单"]
    assert book.sheetnames == ["整改清单"]
    assert [(sheet[cell].font.size, sheet[cell].protection.locked) for cell in ("F4", "F5", "J5")] == [
        (11, True), (9, True), (11, False),
    ]  # fmt: skip
    assert (sheet.row_dimensions[5].height or 0) <= 409


def test_a_text_no_row_is_high_enough_for_stands_whole_on_a_sheet_of_its_own(tmp_path: Path) -> None:
    text = "".join(f"第{n}处需要整改。" for n in range(400))
    rows = (row(1), replace(row(2, 0, 5), text=text))
    book = load_workbook(written(replace(order(0), rows=rows), tmp_path).path)
    assert book.sheetnames == ["整改清单", "照片附页", "文字附页"]
    assert book["整改清单"]["G5"].value == "另有2张见照片附页\n全文见文字附页"
    assert book["整改清单"]["F5"].value == text
    sheet = book["文字附页"]
    lines = list(sheet.iter_rows(min_row=3, values_only=True))
    assert "".join(str(line[3]) for line in lines) == text
    assert [line[:3] for line in lines] == [
        ("LX-0002", "红莲市场", "存在问题"),
        *[("LX-0002", None, None)] * (len(lines) - 1),
    ]
    assert all((sheet.row_dimensions[3 + n].height or 0) <= 409 for n in range(len(lines)))


def test_the_sheet_of_long_texts_is_no_list_when_it_comes_back(tmp_path: Path) -> None:
    rows = (row(1), replace(row(2), text="路" * 2000))
    path = written(replace(order(0), rows=rows), tmp_path).path
    read = read_returned(path, 0, tmp_path)
    assert [(one.ours.no, len(one.ours.text)) for one in read.rows] == [("LX-0001", 22), ("LX-0002", 2000)]
    assert all(one.mark for one in read.rows)
    assert read.complaints == ()


@given(text=st.text(st.sampled_from("路灯 ab\n，1"), max_size=4000), pixels=st.integers(60, 900))
def test_pieces_are_the_text_and_each_fits_into_a_row(text: str, pixels: int) -> None:
    some = pieces(text, pixels)
    assert "".join(some) == text
    assert all(text_height(one, pixels, 11) <= 409 for one in some)


def test_a_row_that_goes_on_counts_its_numbers_once_and_repeats_its_code() -> None:
    columns = (Column("序号", 50, Look()), Column("编号", 80, Look(number=TEXT)), Column("存在问题", 100, Look()))
    first, *more = continued((1, "LX-0001", "路" * 900), columns)
    assert first[:2] == (1, "LX-0001")
    assert {line[:2] for line in more} == {(None, "LX-0001")}
    assert "".join(str(line[2]) for line in (first, *more)) == "路" * 900
