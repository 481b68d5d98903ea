"""What came back: previewed, taken in once, taken back as one, and told in a report that adds up."""

from pathlib import Path

import openpyxl
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.findings import FindingStatus
from inspector.domain.replies import Outcome
from inspector.domain.returns import RowFate
from tests.services.returned import (
    FIRST,
    UNIT,
    after_photos,
    answer,
    codes,
    filled,
    findings,
    numbers,
    preview,
    replies,
    sent,
    sha,
    town_of_lists,
)
from tests.town import Town

town = town_of_lists


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
    assert str(rows[1][6]).split("\n") == [
        "办理结果：空 → 已完成", "整改措施：空 → 已清理", "完成时间：空 → 2026-11-22", "责任人：空 → 张三",
        "联系电话：空 → 13800000000",
    ]  # fmt: skip
    written = openpyxl.load_workbook(tmp_path / "报告.xlsx").worksheets[0]
    assert (written.row_dimensions[2].height or 0) > 4 * (written.row_dimensions[1].height or 0), "every line is seen"
    assert "3 行 = 收下 1 + 没有变化 2 + 没有收 0 + 待决定 0；4 张照片" in str(rows[-1][5])
    shown.close()
