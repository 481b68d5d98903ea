"""What comes out of honest spreadsheets, and the refusals of files that are none."""

import datetime as dt
import shutil
import subprocess
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from openpyxl.utils.datetime import CALENDAR_MAC_1904

from inspector.domain.errors import Refused
from inspector.exchange.foreign import Limits, Row, cell_text, read_tables
from inspector.exchange.foreign_protocol import SheetStart, end_line, part_line, tables_from_lines, trimmed
from inspector.exchange.foreign_xlsx import read_xlsx
from tests.exchange.hostile_workbooks import honest_parts, open_document, save

TABLE = "编码,名称\n007,红莲市场\n"


def refusal(path: Path) -> str:
    with pytest.raises(Refused) as refused:
        read_tables(path)
    assert refused.value.complaint.place.file == path.name
    return refused.value.complaint.code


def test_a_workbook_gives_values_merged_ranges_and_the_row_numbers_of_the_screen(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet.title = "点位"
    sheet["A1"] = "点位登记表"
    sheet.merge_cells("A1:D1")
    sheet["A4"], sheet["B4"], sheet["C4"], sheet["D4"] = "红莲市场", 3, 2.5, True
    sheet["A7"] = dt.date(2026, 11, 22)
    sheet["B7"] = dt.datetime(2026, 11, 22, 9, 30)  # noqa: DTZ001 - spreadsheets know no time zones
    book.create_sheet("隐藏").sheet_state = "hidden"
    path = tmp_path / "点位.xlsx"
    book.save(path)
    first, second = read_tables(path).sheets
    assert first.rows == (
        Row(1, ("点位登记表",)),
        Row(4, ("红莲市场", 3, 2.5, True)),
        Row(7, (dt.date(2026, 11, 22), dt.datetime(2026, 11, 22, 9, 30))),  # noqa: DTZ001
    )
    assert first.merged == ("A1:D1",)
    assert not first.hidden
    assert (second.name, second.hidden, second.rows) == ("隐藏", True, ())


def test_formula_looking_text_and_control_like_text_come_through_as_text(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    sheet = book.active
    assert sheet is not None
    sheet["A1"].value = "=1+1"
    sheet["A1"].data_type = "s"
    sheet["B1"] = "@甲\n乙"
    path = tmp_path / "a.xlsx"
    book.save(path)
    assert read_tables(path).sheets[0].rows == (Row(1, ("=1+1", "@甲\n乙")),)


CELLS_OF_THE_FORMAT = [
    ('<c r="A1" t="s"><v>0</v></c>', "UNIT0"),
    ('<c r="A1"><v>12</v></c>', 12),
    ('<c r="A1"><v>-12</v></c>', -12),
    ('<c r="A1"><v>1.5E2</v></c>', 150.0),
    ('<c r="A1" t="b"><v>1</v></c>', True),
    ('<c r="A1" t="e"><v>#N/A</v></c>', "#N/A"),
    ('<c r="A1" t="str"><f>A2&amp;"x"</f><v>甲x</v></c>', "甲x"),
    ('<c r="A1" t="d"><v>2026-11-22</v></c>', dt.date(2026, 11, 22)),
    ('<c r="A1" t="d"><v>09:30:00</v></c>', "09:30:00"),
    ('<c r="A1" t="inlineStr"><is><r><t>红莲</t></r><r><t>市场</t></r></is></c>', "红莲市场"),
    ('<c r="A1" t="inlineStr"><is><t>银行</t><rPh sb="0" eb="1"><t>YIN</t></rPh></is></c>', "银行"),
    ('<c r="A1" t="inlineStr"><is><t>一_x000D_\n二_x005F_x0041_</t></is></c>', "一\n二_x0041_"),
    ('<c r="A1" t="inlineStr"><v>1</v><is><t>01.</t></is></c>', "01."),
    ('<c r="A1" t="inlineStr"><v>甲</v></c>', "甲"),
    ('<c r="A1"><f>B1</f></c><c><v>7</v></c>', None),
]


@pytest.mark.parametrize(("cell", "value"), CELLS_OF_THE_FORMAT)
def test_a_cell_gives_what_the_offices_show_in_it(cell: str, value: object, tmp_path: Path) -> None:
    parts = honest_parts()
    sheet = parts["xl/worksheets/sheet1.xml"].decode()
    start, end = sheet.index("<row"), sheet.index("</sheetData>")
    parts["xl/worksheets/sheet1.xml"] = f"{sheet[:start]}<row>{cell}</row>{sheet[end:]}".encode()
    rows = read_tables(save(tmp_path / "a.xlsx", parts)).sheets[0].rows
    assert (rows[0].number, rows[0].cell(0)) == (1, value)


def test_days_are_counted_from_1904_where_the_workbook_says_so(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.epoch = CALENDAR_MAC_1904
    book.worksheets[0].append([dt.date(2026, 11, 22), dt.timedelta(hours=30)])
    book.save(tmp_path / "a.xlsx")
    assert read_tables(tmp_path / "a.xlsx").sheets[0].rows == (Row(1, (dt.date(2026, 11, 22), "1 day, 6:00:00")),)


@given(
    rows=st.lists(
        st.lists(st.one_of(st.none(), st.integers(-9, 9), st.floats(-9, 9), st.text("甲_x0Aa", max_size=9))), max_size=5
    )
)
def test_values_are_those_openpyxl_reads(rows: list[list[object]], tmp_path_factory: pytest.TempPathFactory) -> None:
    path = tmp_path_factory.mktemp("read") / "a.xlsx"
    book = openpyxl.Workbook(write_only=True)
    book.create_sheet("甲")
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    read = openpyxl.load_workbook(path).worksheets[0]
    theirs = [
        Row(n, cells) for n, values in enumerate(read.iter_rows(values_only=True), 1) if (cells := trimmed(values))
    ]
    parts = list(read_xlsx(path, Limits()))
    assert [part for part in parts if isinstance(part, Row)] == theirs


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "gb18030", "gbk", "utf-16"])
@pytest.mark.parametrize("delimiter", [",", "\t", ";"])
def test_a_text_table_is_read_in_every_encoding_offices_use(encoding: str, delimiter: str, tmp_path: Path) -> None:
    path = tmp_path / ("点位.csv" if delimiter != "\t" else "点位.txt")
    path.write_bytes(TABLE.replace(",", delimiter).encode(encoding))
    tables = read_tables(path)
    assert tables.file == path.name
    assert tables.sheets[0].rows == (Row(1, ("编码", "名称")), Row(2, ("007", "红莲市场")))


def test_a_quoted_cell_with_line_ends_counts_as_one_row(tmp_path: Path) -> None:
    path = tmp_path / "a.csv"
    path.write_text('名称,备注\n甲,"一\n二"\n乙,三\n', encoding="utf-8", newline="")
    assert read_tables(path).sheets[0].rows[1:] == (Row(2, ("甲", "一\n二")), Row(3, ("乙", "三")))


def test_a_file_named_xls_that_is_really_a_new_workbook_is_read(tmp_path: Path) -> None:
    book = openpyxl.Workbook()
    book.worksheets[0]["A1"] = "名称"
    book.save(tmp_path / "a.xlsx")
    (tmp_path / "a.xlsx").rename(tmp_path / "a.xls")
    assert read_tables(tmp_path / "a.xls").sheets[0].rows == (Row(1, ("名称",)),)


def test_an_open_document_is_read_with_the_row_numbers_of_the_screen(tmp_path: Path) -> None:
    cell = '<table:table-cell office:value-type="string"><text:p>{}</text:p></table:table-cell>'
    rows = (
        '<table:table-row table:number-rows-repeated="2"><table:table-cell/></table:table-row>'
        f"<table:table-row><table:table-cell/>{cell.format('红莲市场')}</table:table-row>"
    )
    path = open_document(tmp_path / "点位.ods", rows)
    assert read_tables(path).sheets[0].rows == (Row(3, (None, "红莲市场")),)


@pytest.mark.office
def test_an_old_workbook_is_read(tmp_path: Path) -> None:
    office = shutil.which("soffice")
    if office is None:
        pytest.skip("LibreOffice is not installed")
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    sheet["A2"], sheet["B2"], sheet["A3"], sheet["B3"] = "编码", "数", "A-1", 2.5
    book.save(tmp_path / "点位.xlsx")
    profile = f"-env:UserInstallation={(tmp_path / 'profile').as_uri()}"
    command = [office, profile, "--headless", "--convert-to", "xls", "--outdir", str(tmp_path), "点位.xlsx"]
    subprocess.run(command, cwd=tmp_path, check=True, capture_output=True)
    assert read_tables(tmp_path / "点位.xls").sheets[0].rows == (Row(2, ("编码", "数")), Row(3, ("A-1", 2.5)))


@pytest.mark.parametrize(
    ("name", "content", "code"),
    [
        ("空.xlsx", b"", "foreign.empty"),
        ("空.csv", b"\n\n", "foreign.empty"),
        ("金山.et", b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "foreign.wps"),
        ("文档.docx", b"PK", "foreign.not-a-table"),
        ("假的.xlsx", b"just text", "foreign.damaged"),
        ("半截.xlsx", b"PK\x03\x04half", "foreign.damaged"),
        ("坏的.xls", bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600, "foreign.damaged"),
        ("网页.xls", b"<html><table></table></html>", "foreign.not-a-table"),
        ("二进制.csv", b"a\0b\xff\xfe", "foreign.damaged"),
        (
            "加密.xlsx",
            bytes.fromhex("d0cf11e0a1b11ae1") + b"\0" * 600 + "EncryptedPackage".encode("utf-16-le"),
            "foreign.encrypted",
        ),
    ],
)
def test_what_is_no_readable_table_is_refused_by_name(name: str, content: bytes, code: str, tmp_path: Path) -> None:
    path = tmp_path / name
    path.write_bytes(content)
    assert refusal(path) == code


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    assert refusal(tmp_path / "没有.xlsx") == "foreign.missing"


def test_a_reader_that_stops_in_the_middle_gives_a_refusal_and_no_half_table() -> None:
    lines = [part_line(SheetStart("a")), part_line(Row(1, ("x",)))]
    with pytest.raises(Refused):
        tables_from_lines("a.xlsx", lines)
    assert tables_from_lines("a.xlsx", [*lines, end_line()]).sheets[0].rows == (Row(1, ("x",)),)


def test_nothing_beside_the_file_is_imported_by_the_reading_process(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    (tmp_path / "json.py").write_text("raise SystemExit('hijacked')", encoding="utf-8")
    (tmp_path / "a.csv").write_text(TABLE, encoding="utf-8")
    monkeypatch.chdir(tmp_path)
    assert len(read_tables(Path("a.csv")).sheets[0].rows) == 2


CELLS = st.one_of(
    st.none(),
    st.text(min_size=1),
    st.integers(-(2**53), 2**53),
    st.floats(allow_nan=False, allow_infinity=False),
    st.booleans(),
    st.dates(),
    st.datetimes(),
)


@given(st.lists(st.lists(CELLS, max_size=5).map(tuple), max_size=5))
def test_values_come_through_the_wire_unchanged(rows: list[tuple[object, ...]]) -> None:
    sent = [Row(i, cells) for i, cells in enumerate(rows, start=1)]  # type: ignore[arg-type] # hypothesis widens
    lines = [part_line(SheetStart("甲", merged=("A1:B2",))), *map(part_line, sent), end_line()]
    assert tables_from_lines("x", lines).sheets[0].rows == tuple(sent)


@pytest.mark.parametrize(
    ("value", "text"),
    [(None, ""), (3.0, "3"), (2.5, "2.5"), (" 甲 ", "甲"), (True, "是"), (dt.date(2026, 1, 2), "2026-01-02"), (7, "7")],
)
def test_cell_text_is_what_a_person_reads(value: str | float | dt.date | None, text: str) -> None:
    assert cell_text(value) == text
