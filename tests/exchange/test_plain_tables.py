"""Tables an office edits or passes on, and tables of a report: how they are printed."""

from pathlib import Path

import pytest
from openpyxl import Workbook, load_workbook

from inspector.domain.sites import Site
from inspector.domain.units import Unit, UnitGroup
from inspector.exchange.checklist_workbook import write_checklist_workbook
from inspector.exchange.plain_book import write_plain_book
from inspector.exchange.questionnaire_report_tables import keep_tables_whole, write_table
from inspector.exchange.register_book import write_register, write_template
from tests.checklist_examples import a_checklist


@pytest.mark.parametrize("kind", ["refused", "register", "template", "checklist"])
def test_every_table_prints_one_page_wide_with_its_head_repeated_and_pages_counted(tmp_path: Path, kind: str) -> None:
    path = tmp_path / "表.xlsx"
    match kind:
        case "refused":
            write_plain_book(path, "导入报告", ("行", "原因"), [("3", "没有这个镇街")] * 90)
        case "register":
            write_register(path, Unit, [Unit("区城管局", UnitGroup.DEPARTMENT)] * 90, {})
        case "template":
            write_template(path, Site, ("集贸市场",))
        case _:
            write_checklist_workbook(a_checklist(), path)
    sheet = load_workbook(path).worksheets[0]
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert (sheet.page_setup.orientation, sheet.page_setup.fitToWidth, sheet.page_setup.fitToHeight) == (
        "landscape",
        1,
        0,
    )
    assert sheet.print_title_rows == "$1:$1"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_a_column_of_a_register_is_as_wide_as_what_stands_in_it(tmp_path: Path) -> None:
    units = [
        Unit("区住房和城乡建设局建筑工程质量安全监督站", UnitGroup.DEPARTMENT),
        Unit("区城管局", UnitGroup.DEPARTMENT),
    ]
    write_register(tmp_path / "单位.xlsx", Unit, units, {})
    sheet = load_workbook(tmp_path / "单位.xlsx").worksheets[0]
    assert sheet.column_dimensions["A"].width == 2 * len(units[0].name) + 2
    assert sheet.column_dimensions["B"].width == 18


def test_no_table_of_a_report_is_cut_between_two_pages_and_no_page_stays_empty() -> None:
    sheet = Workbook().worksheets[0]
    sheet.row_dimensions[1].height = 36
    at, starts = 3, []
    for rows in (9, 9, 9, 40, 2):
        starts.append(at)
        at = write_table(sheet, at, ("题", "人数"), [("甲", 1)] * rows) + 1
    keep_tables_whole(sheet, starts, at, 560)
    assert starts == [3, 14, 25, 36, 78]
    assert [mark.id for mark in sheet.row_breaks.brk] == [24, 35, 77], "two fit, one stands alone, the long one is cut"
