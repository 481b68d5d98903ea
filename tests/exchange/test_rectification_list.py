"""整改清单 read back cell by cell and part by part, as excel.md promises it to units."""

import io
import zipfile
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from lxml import etree
from openpyxl import load_workbook
from openpyxl.worksheet.worksheet import Worksheet
from PIL import Image
from python_calamine import CalamineWorkbook

from inspector.domain.errors import Cancelled
from inspector.domain.rectification_list import read_row_mark
from inspector.exchange.rectification_list import write_rectification_list
from tests.exchange.package_check import assert_whole
from tests.exchange.rectification_samples import order, picture, row, silent, written

HEADS = [
    *("序号", "问题编号", "点位类型", "点位名称", "具体位置", "存在问题", "整改前照片", "整改要求", "整改时限"),
    *("整改情况", "整改后照片", "办理结果", "完成时间", "责任人", "联系电话", "备注"),
]
DRAWING = {"xdr": "http://schemas.openxmlformats.org/drawingml/2006/spreadsheetDrawing"}


@pytest.fixture(scope="module")
def path(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return written(order(5), tmp_path_factory.mktemp("list")).path


@pytest.fixture(scope="module")
def sheet(path: Path) -> Worksheet:
    return load_workbook(path)["整改清单"]


def part(path: Path, name: str) -> etree._Element:
    with zipfile.ZipFile(path) as package:
        return etree.fromstring(package.read(name))


def test_title_and_facts_stand_above_one_header_row_with_exactly_the_agreed_names(sheet: Worksheet) -> None:
    assert sheet["A1"].value == "全国文明城市创建问题整改清单（红莲街道）"
    facts = [cell.value for cell in sheet[2] if cell.value]
    assert facts == [
        "责任单位：红莲街道办事处",
        "交办编号：创城办〔2026〕12号",
        "交办日期：2026年11月22日",
        "要求反馈日期：2026年12月5日",
    ]
    assert [cell.value for cell in sheet[3]][:16] == HEADS


def test_every_finding_comes_back_cell_by_cell(sheet: Worksheet) -> None:
    for number, finding in enumerate(order(5).rows, 4):
        values = [cell.value for cell in sheet[number]]
        assert values[:6] == [
            finding.seq,
            finding.no,
            finding.kind_name,
            finding.site_name,
            finding.location,
            finding.text,
        ]
        assert str(values[7]).split("\n")[0] == finding.requirement
        if finding.due_on:
            assert values[8] == datetime.combine(finding.due_on, datetime.min.time())
            assert sheet.cell(number, 9).number_format == "yyyy-mm-dd"
        else:
            assert values[8] == finding.time_limit
        assert values[9:16] == [None] * 7
        assert read_row_mark(order().dispatch_id, str(values[16])) == (finding.finding_id, finding.revision)


def test_what_is_asked_says_the_time_limit_and_who_works_together(tmp_path: Path) -> None:
    rows = (
        replace(row(3), co_units=("区城管局", "区住建局")),
        replace(row(4), lead_unit="区城管局"),
    )
    sheet = load_workbook(written(replace(order(0), rows=rows), tmp_path).path)["整改清单"]
    assert sheet["H4"].value == "立即清理，加强日常保洁\n时限：立行立改\n配合单位：区城管局、区住建局"
    assert sheet["H5"].value == "立即清理，加强日常保洁\n牵头单位：区城管局（本单位配合）"


def test_our_columns_are_locked_and_grey_and_the_units_are_open_and_coloured(sheet: Worksheet) -> None:
    assert sheet.protection.sheet
    assert not sheet.protection.password
    for column in range(1, 18):
        ours = column <= 9 or column == 17
        assert sheet.cell(4, column).protection.locked is ours
        assert sheet.cell(3, column).fill.fgColor.rgb == ("00D9D9D9" if ours else "00FFF2CC")


def test_the_unit_may_sort_filter_size_rows_and_insert_photos(sheet: Worksheet) -> None:
    guard = sheet.protection
    forbidden = (guard.sort, guard.autoFilter, guard.formatRows, guard.formatColumns, guard.objects)
    assert forbidden == (False,) * 5
    assert sheet.auto_filter.ref == "A3:Q8"


def test_each_column_of_the_unit_tells_what_to_fill_in(sheet: Worksheet) -> None:
    checks = {str(check.sqref): check for check in sheet.data_validations.dataValidation}
    assert set(checks) == {f"{letter}4:{letter}8" for letter in "JKLMNOP"}
    for check in checks.values():
        assert check.showInputMessage
        assert 0 < len(check.prompt) <= 255
        assert 0 < len(check.promptTitle) <= 32
    assert (checks["L4:L8"].type, checks["L4:L8"].formula1) == ("list", '"已完成,整改中,申请延期,不属本单位"')
    assert (checks["M4:M8"].type, checks["M4:M8"].operator) == ("date", "greaterThanOrEqual")


def test_the_hidden_column_is_hidden_and_the_file_tells_its_dispatch(path: Path, sheet: Worksheet) -> None:
    assert sheet.column_dimensions["Q"].hidden
    told = {one.name: one.value for one in load_workbook(path).custom_doc_props.props}  # type: ignore[attr-defined]
    assert told == {
        "inspector.dispatch": order().dispatch_id,
        "inspector.unit": "unit-7",
        "inspector.revision": "rev-1",
        "inspector.columns": "seq,no,kind,site,location,text,before,requirement,due,"
        "done,after,result,completed,person,phone,remark,mark",
    }
    assert max(map(len, told.values())) <= 255


def test_the_page_is_a4_landscape_one_page_wide_with_the_header_on_each(sheet: Worksheet) -> None:
    page = sheet.page_setup
    assert (page.orientation, page.paperSize, page.fitToWidth, page.fitToHeight) == ("landscape", 9, 1, 0)
    assert sheet.sheet_properties.pageSetUpPr is not None
    assert sheet.sheet_properties.pageSetUpPr.fitToPage
    assert sheet.print_title_rows == "$3:$3"
    assert sheet.print_area == "'整改清单'!$A$1:$P$10"
    assert sheet.freeze_panes == "C4"
    assert sheet.oddFooter is not None
    assert sheet.oddFooter.center.text == "第 &P 页 共 &N 页"


def test_the_fonts_are_those_of_official_papers_and_lead_to_a_chinese_one_where_missing(sheet: Worksheet) -> None:
    fonts = [sheet[place].font for place in ("A1", "A3", "F4")]
    assert [font.name for font in fonts] == ["方正小标宋简体", "黑体", "仿宋_GB2312"]
    assert {font.charset for font in fonts} == {134}
    assert sheet["F4"].border.left.style == sheet["P4"].border.bottom.style == "thin"
    assert sheet["F4"].alignment.wrap_text


def test_the_list_ends_with_the_signing_block(sheet: Worksheet) -> None:
    words = [str(cell.value) for cell in sheet[10] if cell.value]
    assert [text.split("：")[0] for text in words] == [
        *("交办单位（盖章）", "交办人", "日期"),
        *("签收人", "联系电话", "签收日期"),
    ]


def test_the_last_finding_goes_to_the_page_of_the_signing_block_where_that_would_stand_alone(tmp_path: Path) -> None:
    def heights(findings: int) -> list[float]:
        one = replace(order(0), rows=tuple(row(number) for number in range(1, findings + 1)))
        rows = load_workbook(written(one, tmp_path).path)["整改清单"].row_dimensions
        return [float(rows[number].height or 0) for number in range(4, 4 + findings)]

    higher = {number: made[-1] for number in range(1, 22) if (made := heights(number))[-1] > made[0] + 1}
    assert set(higher) == {8, 9, 17, 19}, "what fills a page in Excel, and in LibreOffice"
    assert all(66 < high <= 66 + 120 for high in higher.values())
    assert max(heights(9)[:-1]) < 67, "the others stay as they are"


def test_up_to_three_photos_stand_inside_their_cell_and_the_row_is_high_enough(path: Path, sheet: Worksheet) -> None:
    anchors = part(path, "xl/drawings/drawing1.xml").findall("xdr:twoCellAnchor", DRAWING)
    seen: dict[int, int] = {}
    for anchor in anchors:
        assert anchor.get("editAs") == "twoCell"
        corner = {
            f"{end}.{name}": int(anchor.findtext(f"xdr:{end}/xdr:{name}", "-1", DRAWING))
            for end in ("from", "to")
            for name in ("col", "colOff", "row", "rowOff")
        }
        assert corner["from.col"] == corner["to.col"] == 6
        assert corner["from.row"] == corner["to.row"]
        assert 0 <= corner["from.colOff"] < corner["to.colOff"] <= sheet.column_dimensions["G"].width * 7 * 9525
        height = sheet.row_dimensions[corner["from.row"] + 1].height
        assert height is not None
        assert 0 <= corner["from.rowOff"] < corner["to.rowOff"] <= height * 12700
        seen[corner["from.row"] + 1] = seen.get(corner["from.row"] + 1, 0) + 1
    assert seen == {4: 1, 6: 3, 7: 2, 8: 3}


def test_photos_beyond_three_go_to_the_annex_with_the_number_of_their_finding(path: Path, sheet: Worksheet) -> None:
    annex = load_workbook(path)["照片附页"]
    assert sheet["G8"].value == "另有6张见照片附页"
    captions = [cell.value for number in (3, 5) for cell in annex[number]]
    assert captions == [f"LX-0005  幸福里小区（二期）  照片{position}/9" for position in range(4, 10)]
    assert len(part(path, "xl/drawings/drawing2.xml").findall("xdr:twoCellAnchor", DRAWING)) == 6


def test_the_annex_breaks_after_every_six_photos(tmp_path: Path) -> None:
    many = replace(order(0), rows=(row(1, 0, 20),))
    annex = load_workbook(written(many, tmp_path).path)["照片附页"]
    assert [mark.id for mark in annex.row_breaks.brk] == [5, 9]


def test_a_list_without_findings_or_photos_is_a_list_all_the_same(tmp_path: Path) -> None:
    result = written(order(0), tmp_path)
    assert_whole(result.path)
    book = load_workbook(result.path)
    assert book.sheetnames == ["整改清单"]
    assert [cell.value for cell in book["整改清单"][3]][:16] == HEADS
    assert (result.findings, result.photos) == (0, 0)


@pytest.mark.parametrize("findings", [1, 5, 300])
def test_the_package_is_whole_for_lists_of_any_length(findings: int, tmp_path: Path) -> None:
    result = written(order(findings), tmp_path)
    assert_whole(result.path)
    assert result.photos == sum(len(finding.photos) for finding in order(findings).rows)
    assert load_workbook(result.path)["整改清单"].max_row == 5 + findings


def test_calamine_reads_the_same_texts_as_openpyxl(path: Path, sheet: Worksheet) -> None:
    with CalamineWorkbook.from_path(str(path)) as book:
        read = book.get_sheet_by_name("整改清单").to_python(skip_empty_area=False)
    for number in range(3, 8):
        assert [read[number][column] for column in (1, 2, 3, 4, 5, 7)] == [
            sheet.cell(number + 1, column + 1).value for column in (1, 2, 3, 4, 5, 7)
        ]


def test_photos_are_stored_as_they_are_and_equal_ones_once(tmp_path: Path) -> None:
    twice = replace(order(0), rows=(replace(row(1), photos=("1", "2")), replace(row(2), photos=("2", "1", "1", "2"))))
    path = written(twice, tmp_path).path
    assert_whole(path)
    with zipfile.ZipFile(path) as package:
        media = [one for one in package.infolist() if one.filename.startswith("xl/media/")]
        assert {package.read(one) for one in media} == {picture("1"), picture("2")}
    assert len(media) == 2
    assert {one.compress_type for one in media} == {zipfile.ZIP_STORED}


def test_a_photo_that_still_carries_its_place_leaves_without_it_and_upright(tmp_path: Path) -> None:
    photo = Image.new("RGB", (80, 60), "red")
    exif = Image.Exif()
    exif[0x0112] = 6
    exif[0x010F] = "Maker of the phone"
    exif.get_ifd(0x8825)[2] = (30.0, 15.0, 0.0)
    out = io.BytesIO()
    photo.save(out, "JPEG", exif=exif, comment=b"taken by somebody")
    one = replace(order(0), rows=(row(1, 0, 1),))
    path = write_rectification_list(one, lambda _: out.getvalue(), tmp_path / "a.xlsx", silent).path
    with zipfile.ZipFile(path) as package:
        content = package.read("xl/media/image1.jpg")
    with Image.open(io.BytesIO(content)) as left:
        assert left.size == (60, 80)
        assert not left.getexif()
        assert not {"exif", "comment", "xmp"} & left.info.keys()
    assert b"Maker" not in content


def test_a_photo_that_cannot_be_read_is_complained_of_by_number_and_the_others_are_there(tmp_path: Path) -> None:
    one = replace(order(0), rows=(row(1, 0, 2), row(2, 2, 1)))
    result = write_rectification_list(
        one, lambda sha: b"torn" if sha == "1" else picture(sha), tmp_path / "a.xlsx", silent
    )
    assert [(c.code, c.place.item) for c in result.complaints] == [("list.photo-left-out", "LX-0001")]
    assert result.photos == 2
    assert_whole(result.path)


def test_a_list_of_which_no_photo_can_be_read_still_opens(tmp_path: Path) -> None:
    one = replace(order(0), rows=(row(1, 0, 1),))
    result = write_rectification_list(one, lambda _: b"", tmp_path / "a.xlsx", silent)
    assert result.photos == 0
    assert load_workbook(result.path)["整改清单"]["B4"].value == "LX-0001"


def test_stopping_half_way_leaves_the_old_file_whole_and_nothing_else(tmp_path: Path) -> None:
    path = tmp_path / "清单.xlsx"
    path.write_bytes(b"the old one")

    def stop(done: int, of: int, what: str = "") -> None:
        assert (of, what) == (15, "红莲街道办事处")
        if done == 4:
            raise Cancelled

    with pytest.raises(Cancelled):
        write_rectification_list(order(5), picture, path, stop)
    assert path.read_bytes() == b"the old one"
    assert list(tmp_path.iterdir()) == [path]


def test_a_long_text_makes_its_row_higher_up_to_what_excel_allows(tmp_path: Path) -> None:
    rows = tuple(replace(row(n), text="路" * length) for n, length in enumerate((10, 90, 5000), 1))
    sheet = load_workbook(written(replace(order(0), rows=rows), tmp_path).path)["整改清单"]
    heights = [sheet.row_dimensions[number].height or 0 for number in (4, 5, 6)]
    assert heights[0] < heights[1] < heights[2] == 409
    assert sheet["F6"].value == "路" * 5000
