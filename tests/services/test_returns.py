"""What came back: previewed, taken in once, taken back as one, and never more than a unit may say."""

import hashlib
import zipfile
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.errors import Refused
from inspector.domain.findings import FindingStatus
from inspector.domain.replies import Outcome
from inspector.domain.returns import PictureFate, RowFate
from inspector.services.returns import Decisions
from tests.services.returned import (
    AFTER,
    COMPLETED,
    FIRST,
    MARK,
    TEXTS,
    UNIT,
    after,
    after_photos,
    answer,
    filled,
    findings,
    preview,
    put_photo,
    replies,
    sent,
    silent,
)
from tests.town import Town, make_town


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    made = make_town(tmp_path / "w.inspector")
    yield made
    made.services.close()


def sha(number: int) -> str:
    return hashlib.sha256(after(number)).hexdigest()


def codes(town: Town, path: Path) -> list[str]:
    shown = preview(town, path)
    shown.close()
    return [row.why.code if row.why else row.fate for file in shown.files for row in file.rows]


def numbers(path: Path) -> list[str]:
    sheet = openpyxl.load_workbook(path).worksheets[0]
    return [str(sheet.cell(row, 2).value) for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, MARK).value]


def test_answers_and_photos_land_on_their_findings_and_only_then(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 1)
        answer(sheet, FIRST + 1, 2, result="整改中", completed="")

    path = filled(list_of, fill)
    first, second, third = numbers(path)
    shown = preview(town, path)
    assert [row.fate for row in shown.rows(RowFate.ACCEPTED)] == [RowFate.ACCEPTED] * 2
    assert {one.status for one in findings(town).values()} == {FindingStatus.DISPATCHED}
    done = town.services.returns.apply(shown)
    shown.close()
    assert (done.replies, done.photos) == (2, 2)
    now = findings(town)
    assert [now[no].status for no in (first, second, third)] == [
        FindingStatus.REPLIED,
        FindingStatus.IN_PROGRESS,
        FindingStatus.DISPATCHED,
    ]
    assert after_photos(town) == {first: [sha(1)], second: [sha(2)]}
    assert {reply.said.outcome for reply in replies(town)} == {Outcome.DONE, Outcome.IN_PROGRESS}
    assert {(reply.file, reply.sheet, reply.received_by) for reply in replies(town)} == {
        ("反馈.xlsx", "整改清单", "王敏")
    }


def test_the_same_file_changes_nothing_a_second_time_and_undo_takes_all_of_it_back(town: Town, tmp_path: Path) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, 1))
    before = findings(town)
    for changes in (True, False):
        shown = preview(town, path)
        assert bool(town.services.returns.apply(shown).changed) is changes
        shown.close()
    assert codes(town, path)[0] == "return.already-taken"
    undone = town.services.acts.undo()
    assert undone is not None
    assert undone.act == "return-imported"
    assert (findings(town), replies(town), after_photos(town)) == (before, [], {})
    assert codes(town, path)[0] == "accepted"


def test_a_new_photo_with_the_same_words_is_a_new_answer(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]
    first = filled(list_of, lambda sheet: answer(sheet, FIRST, 1))

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 1)
        put_photo(sheet, f"L{FIRST}", 2)

    second = filled(list_of, fill, "又一份.xlsx")
    for path in (first, second):
        shown = preview(town, path)
        town.services.returns.apply(shown)
        shown.close()
    assert after_photos(town) == {numbers(first)[0]: [sha(1), sha(2)]}


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


def test_pictures_of_no_row_are_left_until_a_person_places_them(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]

    def fill(sheet: Worksheet) -> None:
        put_photo(sheet, "K40", 1)
        put_photo(sheet, f"C{FIRST}", 2)

    shown = preview(town, filled(list_of, fill))
    left = shown.files[0].pictures_with(PictureFate.LEFT)
    assert {one.why.code for one in left if one.why} == {"return.picture-without-row", "return.picture-in-our-column"}
    found = shown.files[0].rows[0].finding
    assert found is not None
    town.services.returns.apply(shown, Decisions(pictures={one.picture.key: found.id for one in left}))
    assert sorted(after_photos(town)[found.finding.no]) == sorted([sha(1), sha(2)])
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


def test_a_cell_that_is_not_understood_keeps_its_words_and_costs_no_other_cell(town: Town, tmp_path: Path) -> None:
    path = filled(
        sent(town, tmp_path)[UNIT],
        lambda sheet: answer(sheet, FIRST, result="基本完成", completed="年底", done="清" * 9000),
    )
    shown = preview(town, path)
    (row,) = shown.rows(RowFate.ACCEPTED)
    assert {doubt.code for doubt in row.doubts} == {
        "return.outcome-unknown", "return.date-unreadable", "return.text-cut"
    }  # fmt: skip
    town.services.returns.apply(shown)
    shown.close()
    (reply,) = replies(town)
    assert (reply.said.outcome_words, reply.said.done_words, reply.said.person) == ("基本完成", "年底", "张三")


def test_a_picture_nobody_can_read_is_left_with_the_reason(town: Town, tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 1)

    path = filled(sent(town, tmp_path)[UNIT], fill)
    shown = preview(town, path)
    bad = next(one for one in shown.files[0].pictures if one.picture.sha == sha(1)).picture
    shown.close()
    with zipfile.ZipFile(path) as archive:
        parts = {name: archive.read(name) for name in archive.namelist()}
    with zipfile.ZipFile(path, "w") as archive:
        for name, content in parts.items():
            archive.writestr(name, content[: len(content) // 2] if name.endswith(bad.name) else content)
    shown = preview(town, path)
    left = shown.files[0].pictures_with(PictureFate.LEFT)
    assert [one.why.code.split(".")[0] for one in left if one.why] == ["photo"]
    assert town.services.returns.apply(shown).photos == 0
    shown.close()


def test_several_files_and_folders_are_read_at_once_and_a_bad_one_spoils_no_other(town: Town, tmp_path: Path) -> None:
    lists = sent(town, tmp_path)
    folder = tmp_path / "收到"
    folder.mkdir()
    path = filled(lists[UNIT], lambda sheet: answer(sheet, FIRST))
    path.rename(folder / "a.xlsx")
    (folder / "b.xlsx").write_bytes(b"PK damaged")
    (folder / "c.et").write_bytes(b"x")
    (folder / "d.xlsx").write_bytes(b"")
    (folder / "~$a.xlsx").write_bytes(b"x")
    shown = preview(town, folder)
    told = {file.file.path.name: [one.code for one in file.file.complaints] for file in shown.files}
    assert told == {
        "a.xlsx": [],
        "b.xlsx": ["foreign.damaged"],
        "c.et": ["foreign.wps"],
        "d.xlsx": ["foreign.empty"],
    }
    assert town.services.returns.apply(shown).replies == 1
    shown.close()
    assert not shown.photos.path.exists()


def test_the_report_names_every_row_and_picture_and_adds_up(town: Town, tmp_path: Path) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, 1))
    shown = preview(town, path)
    town.services.returns.save_report(shown, tmp_path / "报告.xlsx", "zh")
    rows = list(openpyxl.load_workbook(tmp_path / "报告.xlsx").worksheets[0].iter_rows(values_only=True))
    assert [row[4] for row in rows[1:4]] == ["收下", "没有变化", "没有变化"]
    assert [row[2] for row in rows[1:4]] == ["4", "5", "6"]
    assert len([row for row in rows if row[4] == "我们发出的照片"]) == 3
    assert "3 行 = 收下 1 + 没有变化 2 + 没有收 0 + 待决定 0；4 张照片" in str(rows[-1][5])
    shown.close()


def test_the_way_of_pictures_beside_their_cell_is_kept(town: Town, tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        put_photo(sheet, f"T{FIRST}", 1)
        put_photo(sheet, f"{'JKL'[AFTER - 10]}{FIRST + 1}", 2)

    shown = preview(town, filled(sent(town, tmp_path)[UNIT], fill))
    assert [row.fate for row in shown.files[0].rows] == [RowFate.ACCEPTED, RowFate.ACCEPTED, RowFate.UNCHANGED]
    town.services.returns.apply(shown)
    assert {status.status for status in findings(town).values()} >= {FindingStatus.REPLIED}
    shown.close()
    silent(0, 0)
