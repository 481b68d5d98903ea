"""The files that leave, opened and printed by LibreOffice: pages, repeated heads, and texts after recalculation."""

import csv
import os
import shutil
import subprocess
from dataclasses import replace
from pathlib import Path

import pytest
from pypdf import PdfReader

from inspector.exchange.dispatch_summary import write_dispatch_summary
from tests.exchange.rectification_samples import order, row, summary, written

OFFICE = shutil.which("soffice")
pytestmark = [
    pytest.mark.office,
    pytest.mark.slow,
    pytest.mark.skipif(OFFICE is None and "CI" not in os.environ, reason="LibreOffice is not installed here"),
]
HEADS = ("序号", "问题编号", "存在问题", "整改前照片", "整改情况", "整改后照片", "联系电话", "备注")


def convert(path: Path, kind: str) -> Path:
    """The file as LibreOffice makes it, with a profile of its own so that tests do not meet."""
    assert OFFICE is not None
    profile = f"-env:UserInstallation={(path.parent / 'profile').as_uri()}"
    command = [OFFICE, profile, "--headless", "--convert-to", kind, "--outdir", str(path.parent), str(path)]
    subprocess.run(command, check=True, capture_output=True, timeout=240)
    made = path.with_suffix("." + kind.partition(":")[0])
    assert made.exists()
    return made


def pages(path: Path) -> list[str]:
    """The text of each page, without blanks: narrow heads break over two lines."""
    return ["".join(page.extract_text().split()) for page in PdfReader(convert(path, "pdf")).pages]


def test_thirty_findings_print_on_a4_landscape_with_the_head_on_every_page(tmp_path: Path) -> None:
    one = replace(order(0), rows=tuple(row(number, number, 1) for number in range(1, 31)))
    path = written(one, tmp_path).path
    texts = pages(path)
    assert 3 <= len(texts) <= 5
    for number, text in enumerate(texts, 1):
        assert all(head in text for head in HEADS)
        assert f"第{number}页共{len(texts)}页" in text
    assert all(f"LX-{number:04d}" in "".join(texts) for number in range(1, 31))
    assert "签收日期" in texts[-1]
    for page in PdfReader(path.with_suffix(".pdf")).pages:
        assert (round(page.mediabox.width), round(page.mediabox.height)) == (842, 595)


@pytest.mark.parametrize("findings", [9, 19])
def test_nobody_signs_on_a_page_without_findings(tmp_path: Path, findings: int) -> None:
    texts = pages(written(replace(order(0), rows=tuple(map(row, range(1, findings + 1)))), tmp_path).path)
    assert "签收日期" in texts[-1]
    assert f"LX-{findings:04d}" in texts[-1]
    assert f"LX-{findings:04d}" not in "".join(texts[:-1])


def test_every_photo_is_on_paper_and_six_fill_a_page_of_the_annex(tmp_path: Path) -> None:
    one = replace(order(0), rows=(row(1, 0, 3), row(2, 3, 12)))
    path = written(one, tmp_path).path
    texts = pages(path)
    assert [text.count("照片") for text in texts[1:]] == [7, 4]
    contents = [page.get_contents() for page in PdfReader(path.with_suffix(".pdf")).pages]
    printed = [content.get_data().count(b" Do") for content in contents if content is not None]
    assert printed == [6, 6, 3]


def test_formula_looking_texts_are_the_same_texts_after_libreoffice_recalculated(tmp_path: Path) -> None:
    hostile = ("=1+1", '=HYPERLINK("http://example.com","x")', "=cmd|' /C calc'!A0", "+1", "-1", "@SUM(A1)", "_x0041_")
    rows = tuple(replace(row(n), text=text, location=text) for n, text in enumerate(hostile, 1))
    made = convert(written(replace(order(0), rows=rows), tmp_path).path, "csv:Text - txt - csv (StarCalc):44,34,76")
    with made.open(encoding="utf-8", newline="") as file:
        read = [line for line in csv.reader(file) if line[1].startswith("LX-")]
    assert [line[5] for line in read] == [line[4] for line in read] == list(hostile)


def test_texts_too_long_for_a_row_are_on_paper_to_their_last_word(tmp_path: Path) -> None:
    words = [f"第{n}处路面破损，" for n in range(300)]
    long = replace(order(0), rows=(replace(row(1), text="".join(words)), replace(row(2), text="".join(words[:32]))))
    texts = pages(written(long, tmp_path).path)
    first = next(number for number, text in enumerate(texts) if "文字附页（" in text)
    listed, annexed = "".join(texts[:first]), "".join(texts[first:])
    assert "全文见文字附页" in listed
    assert all(listed.count(word) == 2 for word in words[:32]), "the beginning of the first, all of the second"
    assert all(word in annexed for word in words)
    write_dispatch_summary(replace(summary(), lists=(long,)), tmp_path / "汇总.xlsx")
    whole = "".join(pages(tmp_path / "汇总.xlsx"))
    assert all(word in whole for word in words)


def test_the_summary_prints_with_its_head_on_every_page(tmp_path: Path) -> None:
    write_dispatch_summary(summary(), tmp_path / "汇总.xlsx")
    texts = pages(tmp_path / "汇总.xlsx")
    assert len(texts) == 4
    assert all("序号" in text for text in texts)


def test_three_hundred_findings_and_none_at_all_open(tmp_path: Path) -> None:
    for findings, fewest in ((300, 20), (0, 1)):
        folder = tmp_path / str(findings)
        folder.mkdir()
        assert len(pages(written(order(findings), folder).path)) >= fewest
