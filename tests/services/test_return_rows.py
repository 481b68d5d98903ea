"""Which finding a row of a returned list belongs to, whatever the unit did to the table, and when a person must say."""

from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.errors import Refused
from inspector.domain.findings import FindingStatus
from inspector.domain.returns import PictureFate, RowFate
from inspector.services.returns import Decisions
from tests.services.returned import (
    COMPLETED,
    FIRST,
    MARK,
    TEXTS,
    UNIT,
    after_photos,
    answer,
    codes,
    filled,
    findings,
    numbers,
    preview,
    put_photo,
    replies,
    sent,
    sha,
    town_of_lists,
)
from tests.town import Town

town = town_of_lists


def test_rows_sorted_deleted_and_pushed_down_find_their_findings(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]
    expected = numbers(list_of)

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 0, person="甲")
        answer(sheet, FIRST + 1, 0, person="乙")
        for merged in list(sheet.merged_cells.ranges):
            sheet.unmerge_cells(str(merged))
        rows = [[cell.value for cell in sheet[row]] for row in (FIRST + 1, FIRST)]
        sheet.delete_rows(FIRST, 3)
        sheet.insert_rows(1, 4)
        for offset, values in enumerate(rows):
            sheet.insert_rows(FIRST + 4 + offset)
            for column, value in enumerate(values, 1):
                sheet.cell(FIRST + 4 + offset, column).value = value
        sheet.title = "我单位的表"

    shown = preview(town, filled(list_of, fill))
    town.services.returns.apply(shown)
    shown.close()
    by_no = {findings_no: one.status for findings_no, one in findings(town).items() if findings_no in expected}
    assert [by_no[no] for no in expected] == [FindingStatus.REPLIED, FindingStatus.REPLIED, FindingStatus.DISPATCHED]
    assert [reply.said.person for reply in replies(town)] == ["乙", "甲"]


def test_a_table_copied_into_another_workbook_with_other_columns_is_matched_by_number(
    town: Town, tmp_path: Path
) -> None:
    list_of = sent(town, tmp_path)[UNIT]
    no = numbers(list_of)[1]
    book = openpyxl.Workbook()
    sheet = book.worksheets[0]
    for line in (
        ["我单位整改情况汇总"],
        [],
        ["经办科室", "整改措施", "编号", "是否完成", "整改责任人", "完成日期", "存在的问题"],
        ["一科", "已搬走", f" {no.lower()} ", "√", "李四", "2026.11.3", "杂物"],
        ["一科", None, None, None, None, None, None],
        ["合计", "1 项"],
    ):
        sheet.append(line)
    path = tmp_path / "汇总.xlsx"
    book.save(path)
    shown = preview(town, path)
    (row,) = shown.rows(RowFate.ACCEPTED)
    assert (row.matched, row.said.measures, row.said.person, str(row.said.done_on)) == (
        "number",
        "已搬走",
        "李四",
        "2026-11-03",
    )
    assert [one.why for one in shown.files[0].file.skipped] == ["title", "total"]
    shown.close()


def test_columns_of_ours_that_were_changed_are_told_and_never_taken(town: Town, tmp_path: Path) -> None:
    before = {one.text for one in findings(town).values()}
    list_of = sent(town, tmp_path)[UNIT]

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST)
        sheet.cell(FIRST, 6, "没有问题")
        sheet.cell(FIRST, 5, "别处")

    shown = preview(town, filled(list_of, fill))
    (row,) = shown.rows(RowFate.ACCEPTED)
    assert {change.field for change in row.locked} == {"text", "location"}
    town.services.returns.apply(shown)
    shown.close()
    assert {one.text for one in findings(town).values()} == before | set(TEXTS)


def test_a_row_of_another_unit_waits_for_a_person(town: Town, tmp_path: Path) -> None:
    lists = sent(town, tmp_path, ("桂花里小区", "育英小学"))
    other = next(path for unit, path in lists.items() if unit != UNIT and numbers(path)[0].startswith("XX"))
    foreign = [cell.value for cell in openpyxl.load_workbook(other).worksheets[0][FIRST]]

    def fill(sheet: Worksheet) -> None:
        for column, value in enumerate(foreign, 1):
            if not isinstance(sheet.cell(FIRST, column), openpyxl.cell.cell.MergedCell):
                sheet.cell(FIRST, column).value = value
        answer(sheet, FIRST)

    path = filled(lists[UNIT], fill)
    shown = preview(town, path)
    (row,) = shown.rows(RowFate.CONFLICT)
    assert row.why is not None
    assert row.why.code == "return.other-unit"
    before = findings(town)
    town.services.returns.apply(shown)
    assert findings(town) == before
    done = town.services.returns.apply(shown, Decisions(take=frozenset({row.key})))
    assert done.replies == 1
    assert findings(town) == before
    shown.close()


def test_marks_and_numbers_that_disagree_are_a_conflict_with_both_offered(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]

    def fill(sheet: Worksheet) -> None:
        one, other = sheet.cell(FIRST, MARK).value, sheet.cell(FIRST + 1, MARK).value
        sheet.cell(FIRST, MARK).value, sheet.cell(FIRST + 1, MARK).value = other, one
        answer(sheet, FIRST, 1)

    shown = preview(town, filled(list_of, fill))
    (row,) = shown.rows(RowFate.CONFLICT)
    assert row.why is not None
    assert row.why.code == "return.mark-and-number"
    assert len(row.offered) == 2
    assert [p.fate for p in shown.files[0].pictures if p.picture.sha == sha(1)] == [PictureFate.WAITING]
    town.services.returns.apply(shown, Decisions(rows={row.key: row.offered[1]}))
    assert after_photos(town) == {numbers(list_of)[0]: [sha(1)]}
    shown.close()


@pytest.mark.parametrize("change", ["text", "void"])
def test_what_changed_here_after_sending_is_a_conflict(town: Town, tmp_path: Path, change: str) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST))
    shown = preview(town, path)
    entity = shown.rows(RowFate.ACCEPTED)[0].finding
    assert entity is not None
    if change == "text":
        with town.services.acts.doing("finding-described") as writing:
            writing.put(entity.id, replace(entity.finding, text="换了说法的问题"))
    else:
        town.services.ledger.void([entity.id], "重复")
    with pytest.raises(Refused) as refused:
        town.services.returns.apply(shown)
    assert refused.value.complaint.code == "return.changed-meanwhile"
    shown.close()
    assert codes(town, path)[0] == {"text": "return.changed-since-sent", "void": "return.not-awaited"}[change]
    assert replies(town) == []


def test_two_rows_that_answer_one_finding_differently_are_both_left_to_a_person(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST)
        for column in range(1, MARK + 1):
            sheet.cell(FIRST + 1, column).value = sheet.cell(FIRST, column).value
            sheet.cell(FIRST + 2, column).value = sheet.cell(FIRST, column).value
        sheet.cell(FIRST + 2, COMPLETED).value = "11月1日"

    assert codes(town, filled(list_of, fill)) == ["return.twice"] * 3


def test_equal_rows_count_once_with_the_photos_of_both(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 1)
        for column in range(1, MARK + 1):
            sheet.cell(FIRST + 1, column).value = sheet.cell(FIRST, column).value
        put_photo(sheet, f"K{FIRST + 1}", 2)

    shown = preview(town, filled(list_of, fill))
    assert town.services.returns.apply(shown).replies == 1
    assert after_photos(town) == {numbers(list_of)[0]: [sha(1), sha(2)]}
    shown.close()


def test_a_row_without_id_and_number_is_offered_by_site_and_text_and_never_taken_alone(
    town: Town, tmp_path: Path
) -> None:
    list_of = sent(town, tmp_path)[UNIT]

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 1)
        sheet.cell(FIRST, 2).value = None
        sheet.cell(FIRST, MARK).value = "改坏了"

    no = numbers(list_of)[0]
    shown = preview(town, filled(list_of, fill))
    (row,) = shown.rows(RowFate.REFUSED)
    assert row.why is not None
    assert row.why.code == "return.unknown-row"
    assert town.services.returns.apply(shown).replies == 0
    town.services.returns.apply(shown, Decisions(rows={row.key: row.offered[0]}))
    assert after_photos(town) == {no: [sha(1)]}
    shown.close()
