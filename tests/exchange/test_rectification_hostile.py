"""Hostile text through every field of a list: it arrives as the same text, never as a formula (threats.md 46)."""

import re
import zipfile
from dataclasses import replace
from pathlib import Path

from hypothesis import given, settings
from hypothesis import strategies as st
from lxml import etree
from openpyxl import load_workbook

from inspector.domain.rectification_list import ListRow, RectificationList
from inspector.exchange.excel_cells import excel_text
from tests.exchange.package_check import assert_whole
from tests.exchange.rectification_samples import order, row, written

NAUGHTY = (
    "=1+1",
    '=HYPERLINK("http://example.com","点我")',
    "=cmd|' /C calc'!A0",
    "+86 10 1234",
    "-1",
    "@SUM(A1)",
    "\t=1",
    "'引号",
    "a\x00b\x07c\x1bd",
    "一行\r\n两行\r三行",
    "<b>&amp;</b> ]]> <!--",
    "_x0041_ _x000D_ _x005F_",
    "👨‍👩‍👧‍👦 🏳️‍🌈 é e\u0301 ﷽",
    "\u202eтекст\u202c",
    "\ud800孤儿",
    "\ufffe\uffff",
    "  两头空格  ",
    "#REF!",
    "TRUE",
    "1e5",
    "2026-11-22",
    "${jndi:ldap://x}",
    "{{7*7}}",
    "&P &N &G",
    "长" * 5000,
    "a" * 40000,
    "😀" * 20000,
)
FIELDS = (3, 4, 5, 6)
_SAFE = re.compile(r"_x005F_(?=x[0-9A-Fa-f]{4}_)")


def with_text(text: str) -> RectificationList:
    """A list that holds the text wherever a text can stand."""
    finding: ListRow = replace(
        row(1),
        no=text[:40],
        kind_name=text,
        site_name=text,
        location=text,
        text=text,
        requirement=text,
        time_limit=text,
        due_on=None,
        co_units=(text[:40],),
    )
    return replace(
        order(0), title=text, unit_name=text, number=text[:60], issuer=text, issued_by=text[:60], rows=(finding,)
    )


def assert_arrives(text: str, folder: Path) -> None:
    path = written(with_text(text), folder).path
    assert_whole(path)
    with zipfile.ZipFile(path) as package:
        tree = etree.fromstring(package.read("xl/worksheets/sheet1.xml"))
    main = "{http://schemas.openxmlformats.org/spreadsheetml/2006/main}"
    assert not list(tree.iter(f"{main}f"))
    assert not list(tree.iter(f"{main}hyperlink"))
    sheet = load_workbook(path)["整改清单"]
    for column in FIELDS:
        cell = sheet.cell(4, column)
        # openpyxl, unlike Excel, does not read _x005F_ back as "_".
        assert _SAFE.sub("_", str(cell.value or "")) == excel_text(text)
        assert cell.data_type == ("s" if excel_text(text) else "n")


def test_naughty_strings_arrive_as_they_were_in_every_field(tmp_path: Path) -> None:
    for text in NAUGHTY:
        assert_arrives(text, tmp_path)


@given(st.text(st.characters(), max_size=60))
@settings(max_examples=60)
def test_any_text_arrives_as_it_was_in_every_field(tmp_path: Path, text: str) -> None:
    assert_arrives(text, tmp_path)


@given(st.text(st.characters(), max_size=200))
def test_a_cell_text_loses_only_what_a_cell_cannot_hold(text: str) -> None:
    kept = excel_text(text)
    assert excel_text(kept) == kept
    allowed = "".join(c for c in kept if c >= " " or c in "\t\n")
    assert kept == allowed
    kept.encode("utf-8")


def test_a_cell_never_holds_more_than_excel_can_and_never_half_a_character() -> None:
    for text in ("a" * 32_767, "a" * 32_768, "😀" * 16_384, "a" + "😀" * 20_000):
        kept = excel_text(text)
        assert len(kept.encode("utf-16-le")) // 2 <= 32_767
        assert kept == text or kept.endswith("…")
        kept.encode("utf-8")
