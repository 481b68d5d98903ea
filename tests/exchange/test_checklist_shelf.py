"""The shipped checklists: all 506 items of the given table, each version as it was published."""

import csv
import io
import re
import shutil
import unicodedata
from collections.abc import Mapping
from functools import cache
from pathlib import Path

import pytest

from inspector.domain.checklists import Checklist, Item, content_sha
from inspector.domain.errors import Refused
from inspector.domain.judging_types import notation
from inspector.exchange.checklist_shelf import INDEX, file_of, index_text, read_index, read_published

ROOT = Path(__file__).parents[2]
SHELF = ROOT / "checklists"
TABLE = ROOT / "tests" / "data" / "checklist_items.csv"


@cache
def shipped() -> Mapping[str, Checklist]:
    read = [read_published(SHELF, published) for published in read_index(SHELF)]
    assert [checked.complaints for checked in read if checked.complaints] == []
    return {checked.checklist.code: checked.checklist for checked in read if checked.checklist}


def given_rows() -> list[dict[str, str]]:
    return list(csv.DictReader(io.StringIO(TABLE.read_text("utf-8-sig"))))


def plain(text: str) -> str:
    """Without the difference of half and full width, which we improved."""
    return unicodedata.normalize("NFKC", text)


def facts(item: Item) -> tuple[object, ...]:
    unit, veto = plain(item.unit_rule), plain(item.veto)
    return (item.category, notation(item.judging), item.weight, veto, item.photo_required, unit, item.time_limit)


def given_facts(row: Mapping[str, str]) -> tuple[object, ...]:
    veto = plain(row["红线/否决"])
    return (
        row["类别"],
        row["判定方式"].rstrip("†"),
        int(row["权重"]),
        veto if veto.startswith(("红线", "否决")) else "",  # one cell holds a remark about the threshold instead
        row["不通过须拍照"] == "Y",
        plain(row["默认责任单位"]),
        row["整改时限"],
    )


def test_no_item_of_the_given_table_is_dropped_or_changed() -> None:
    items = {item.code: facts(item) for checklist in shipped().values() for item in checklist.items}
    assert len(items) == 506
    assert items == {row["项目编码"]: given_facts(row) for row in given_rows()}


def test_there_is_one_list_for_each_of_the_26_kinds_with_its_walk() -> None:
    kinds = {row["点位类型代码"]: plain(row["点位类型"]) for row in given_rows()}
    assert {c.kind: plain(c.title) for c in shipped().values()} == kinds
    assert len(kinds) == 26
    assert [c.code for c in shipped().values() if not c.walk or "同上" in c.walk] == []


def test_a_threshold_that_is_only_suggested_says_so() -> None:
    suggested = {row["项目编码"] for row in given_rows() if "†" in row["判定方式"]}
    items = [item for checklist in shipped().values() for item in checklist.items if item.code in suggested]
    assert len(items) == 6
    assert all("建议值" in item.counts for item in items)


def test_every_item_offers_short_fault_descriptions_and_a_requirement() -> None:
    for checklist in shipped().values():
        for item in checklist.items:
            assert 3 <= len(set(item.phrases)) == len(item.phrases) <= 5, item.code
            assert all(2 <= len(phrase) <= 14 for phrase in item.phrases), item.code
            assert item.requirement, item.code


def test_chinese_texts_use_full_width_punctuation() -> None:
    half = re.compile(r"[一-鿿][,:;()]|[,:;()][一-鿿]")
    texts = (
        text
        for checklist in shipped().values()
        for item in checklist.items
        for text in (item.text, item.counts, item.not_counted, item.veto, item.requirement, *item.phrases)
    )
    assert [text for text in texts if half.search(text)] == []


def test_the_index_names_the_content_of_every_file_and_no_file_is_missing_from_it() -> None:
    index = read_index(SHELF)
    assert {(p.code, p.version, p.sha) for p in index} == {
        (c.code, c.version, content_sha(c)) for c in shipped().values()
    }
    assert {file_of(SHELF, p).name for p in index} == {path.name for path in SHELF.glob("*.yaml")}
    assert index_text(shipped().values()) == (SHELF / INDEX).read_text("utf-8")


def test_a_published_version_with_other_content_is_refused_by_name(tmp_path: Path) -> None:
    shutil.copytree(SHELF, tmp_path / "checklists")
    (published,) = [p for p in read_index(tmp_path / "checklists") if p.code == "GY"]
    path = file_of(tmp_path / "checklists", published)
    path.write_text(path.read_text("utf-8").replace("weight: '3'", "weight: '2'"), "utf-8")
    checked = read_published(tmp_path / "checklists", published)
    assert checked.checklist is None
    (complaint,) = checked.complaints
    assert (complaint.code, complaint.place.file) == ("checklist.published-otherwise", "GY-v1.yaml")
    assert complaint.fact("checklist") == "GY-v1"


def test_a_missing_or_broken_index_is_refused_by_line(tmp_path: Path) -> None:
    with pytest.raises(Refused) as missing:
        read_index(tmp_path)
    (tmp_path / INDEX).write_text("# head\nGY 1 nothash\n", "utf-8")
    with pytest.raises(Refused) as broken:
        read_index(tmp_path)
    assert [e.value.complaint.code for e in (missing, broken)] == ["shelf.no-index", "shelf.bad-line"]
    assert broken.value.complaint.place.line == 2
