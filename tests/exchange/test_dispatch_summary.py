"""交办汇总 read back, and the zip that holds it."""

import zipfile
from datetime import datetime
from pathlib import Path

from openpyxl import load_workbook

from inspector.exchange.dispatch_summary import write_dispatch_summary
from inspector.exchange.dispatch_zip import write_zip
from tests.exchange.package_check import assert_whole
from tests.exchange.rectification_samples import silent, summary, written


def test_the_summary_counts_per_unit_with_helpers_apart_and_totals(tmp_path: Path) -> None:
    write_dispatch_summary(summary(), tmp_path / "汇总.xlsx")
    assert_whole(tmp_path / "汇总.xlsx")
    sheet = load_workbook(tmp_path / "汇总.xlsx")["交办汇总"]
    assert [cell.value for cell in sheet[3]] == [
        *("序号", "责任单位", "问题数", "配合数", "照片数", "最早时限", "最晚时限", "签收人", "签收日期")
    ]
    counted = [[cell.value for cell in sheet[number]][:5] for number in (4, 5, 6)]
    assert counted == [
        [1, "红莲街道办事处", 5, 0, 15],
        [2, "区城管局", 6, 1, 15],
        ["合计", None, 11, 1, 30],
    ]
    assert sheet["F4"].value == datetime(2026, 12, 2)  # noqa: DTZ001 - cells hold no time zone


def test_the_summary_counts_by_kind_and_by_deadline_and_lists_every_finding_once(tmp_path: Path) -> None:
    write_dispatch_summary(summary(), tmp_path / "汇总.xlsx")
    book = load_workbook(tmp_path / "汇总.xlsx")
    assert book.sheetnames == ["交办汇总", "按点位类型", "按整改时限", "问题总表"]
    for name in ("按点位类型", "按整改时限"):
        sheet = book[name]
        counts = [sheet.cell(number, 3).value for number in range(4, sheet.max_row)]
        assert sum(int(str(count)) for count in counts) == sheet.cell(sheet.max_row, 3).value == 11
    numbers = [cell.value for cell in book["问题总表"]["C"][3:]]
    assert len(numbers) == 11
    assert book["按整改时限"].cell(book["按整改时限"].max_row - 1, 2).value == "长期"


def test_every_sheet_of_the_summary_prints_like_the_list(tmp_path: Path) -> None:
    write_dispatch_summary(summary(), tmp_path / "汇总.xlsx")
    for sheet in load_workbook(tmp_path / "汇总.xlsx"):
        assert (sheet.page_setup.orientation, sheet.page_setup.paperSize) == ("landscape", 9)
        assert sheet.print_title_rows == "$3:$3"


def test_the_zip_holds_the_folder_under_its_name_in_utf_8_and_stored(tmp_path: Path) -> None:
    folder = tmp_path / "创城办〔2026〕12号"
    folder.mkdir()
    for one in summary().lists:
        written(one, folder).path.rename(folder / f"{one.unit_name}.xlsx")
    assert write_zip(folder, tmp_path / "a.zip", silent) == 2
    with zipfile.ZipFile(tmp_path / "a.zip") as package:
        assert sorted(package.namelist()) == [f"{folder.name}/区城管局.xlsx", f"{folder.name}/红莲街道办事处.xlsx"]
        for entry in package.infolist():
            assert entry.flag_bits & 0x800
            assert entry.compress_type == zipfile.ZIP_STORED
            assert package.read(entry) == (tmp_path / entry.filename).read_bytes()
