"""Checklists out to the office and back in: nothing lost, everything wrong told at once."""

from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import RefusedAll
from inspector.services.checklist_files import PlainHead, suggest_mapping
from tests.town import Town


@pytest.mark.parametrize("ending", ["xlsx", "yaml"])
def test_a_list_comes_back_as_it_went_out(town: Town, tmp_path: Path, ending: str) -> None:
    files, checklist = town.services.checklist_files, town.services.checklists.version("LX", "1")
    path = tmp_path / f"LX.{ending}"
    (files.to_excel if ending == "xlsx" else files.to_yaml)(checklist, path)
    assert files.read(path) == checklist


def test_everything_wrong_in_a_list_is_told_at_once(town: Town, tmp_path: Path) -> None:
    files = town.services.checklist_files
    path = tmp_path / "LX.yaml"
    files.to_yaml(town.services.checklists.version("LX", "1"), path)
    text = path.read_text("utf-8").replace("judging: N≥2", "judging: N≥x", 1).replace("weight: '1'", "weight: '0'", 1)
    path.write_text(text, "utf-8")
    with pytest.raises(RefusedAll) as refused:
        files.read(path)
    assert {c.code for c in refused.value.complaints} == {"checklist.judging-unknown", "checklist.bad-weight"}
    assert all(complaint.place.line for complaint in refused.value.complaints)


def paper(path: Path) -> Path:
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for row in (
        ("公园检查表",),
        ("序号", "检查项", "标准", "分值"),
        (1, "地面", "无垃圾", "2分"),
        (2, "绿地", "", "3分"),
    ):
        sheet.append(row)
    book.save(path)
    return path


def test_a_paper_list_becomes_a_checklist_that_can_be_published(town: Town, tmp_path: Path) -> None:
    files, service = town.services.checklist_files, town.services.checklists
    table = files.plain_list(paper(tmp_path / "公园.xlsx"))
    checklist = files.from_plain(table, suggest_mapping(table), PlainHead("GP", "1", "小公园", "GY"))
    assert [(item.text, item.counts, item.weight) for item in checklist.items] == [
        ("地面", "无垃圾", 2),
        ("绿地", "", 3),
    ]
    service.publish(checklist)
    assert service.effective("GP") == checklist


def test_a_paper_list_with_a_bad_head_is_refused_by_name(town: Town, tmp_path: Path) -> None:
    files = town.services.checklist_files
    table = files.plain_list(paper(tmp_path / "公园.xlsx"))
    with pytest.raises(RefusedAll) as refused:
        files.from_plain(table, suggest_mapping(table), PlainHead("", "一", "小公园", "GY"))
    assert {"checklist.missing-field", "checklist.bad-version"} <= {c.code for c in refused.value.complaints}
