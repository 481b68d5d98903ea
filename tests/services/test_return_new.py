"""Rows nobody knows that become findings of their own, and reports of what a person decided."""

from pathlib import Path

import openpyxl
import pytest
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.errors import Refused
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.domain.photos import PhotoRole
from inspector.domain.replies import Outcome
from inspector.domain.returns import PictureFate, RowFate
from inspector.domain.sources import Source
from inspector.services.noting import Noted, Spot
from inspector.services.return_taking import awaited
from inspector.services.returns import Decisions
from tests.services.returned import (
    FIRST,
    MARK,
    UNIT,
    after_photos,
    answer,
    filled,
    findings,
    preview,
    put_photo,
    replies,
    sent,
    silent,
    town_of_lists,
)
from tests.town import Town

OWN = FIRST + 2
"""The row the unit wrote itself."""


town = town_of_lists


def with_a_row_of_its_own(town: Town, folder: Path) -> Path:
    """A list with one answer, and a row of a fault the unit found itself, with a photo before and one after."""

    def fill(sheet: Worksheet) -> None:
        answer(sheet, FIRST, 1)
        for column, words in ((2, None), (4, "桂花里小区"), (6, "5 号楼外墙皮脱落"), (MARK, None)):
            sheet.cell(OWN, column).value = words
        answer(sheet, OWN, 2, done="已报修")
        put_photo(sheet, f"H{OWN}", 3)

    return filled(sent(town, folder)[UNIT], fill)


def noted(town: Town, text: str = "5 号楼外墙皮脱落") -> Noted:
    return Noted(Spot(town.sites["桂花里小区"]), text=text, unit=town.units[UNIT], source=Source.UNIT)


def photos_of(town: Town, no: str, role: PhotoRole) -> int:
    with town.services.acts.reading() as view:
        entity = view.returns.numbered([no])[0].id
        return sum(one.record.role is role for one in view.photos.of_findings([entity])[entity])


def test_a_row_nobody_knows_becomes_a_finding_with_its_photos_and_goes_with_the_import(
    town: Town, tmp_path: Path
) -> None:
    path = with_a_row_of_its_own(town, tmp_path)
    before = findings(town)
    shown = preview(town, path)
    (row,) = shown.rows(RowFate.REFUSED)
    left = [one.picture.key for one in shown.files[0].pictures_with(PictureFate.LEFT)]
    assert len(left) == 2
    done = town.services.returns.apply(shown, Decisions(new={row.key: noted(town)}))
    shown.close()
    assert (done.replies, done.photos) == (2, 3)
    (made,) = (one for no, one in findings(town).items() if no not in before)
    assert (made.text, made.status, made.source, made.unit) == (
        "5 号楼外墙皮脱落", FindingStatus.TO_DISPATCH, Source.UNIT, town.units[UNIT],
    )  # fmt: skip
    assert [photos_of(town, made.no, role) for role in (PhotoRole.BEFORE, PhotoRole.AFTER)] == [1, 1]
    assert [(one.said.measures, one.row) for one in replies(town)][1] == ("已报修", OWN)
    receipt = town.services.returns.received()[0]
    town.services.returns.take_back(receipt)
    assert (findings(town), replies(town), after_photos(town)) == (before, [], {})


def test_a_loose_picture_can_go_to_the_finding_that_a_row_becomes(town: Town, tmp_path: Path) -> None:
    def fill(sheet: Worksheet) -> None:
        sheet.cell(OWN, 2).value = sheet.cell(OWN, MARK).value = None
        put_photo(sheet, "T40", 7)

    shown = preview(town, filled(sent(town, tmp_path)[UNIT], fill))
    (row,) = shown.rows(RowFate.REFUSED)
    (loose,) = shown.files[0].pictures_with(PictureFate.LEFT)
    decisions = Decisions(new={row.key: noted(town)}, pictures={loose.picture.key: awaited(row.key)})
    assert town.services.returns.apply(shown, decisions).photos == 1
    shown.close()
    (made,) = (no for no, one in findings(town).items() if one.source is Source.UNIT)
    assert list(after_photos(town)) == [made]


def test_a_new_finding_without_words_refuses_the_whole_import(town: Town, tmp_path: Path) -> None:
    shown = preview(town, with_a_row_of_its_own(town, tmp_path))
    (row,) = shown.rows(RowFate.REFUSED)
    before = findings(town)
    with pytest.raises(Refused, match=r"finding\.no-text"):
        town.services.returns.apply(shown, Decisions(new={row.key: noted(town, "")}))
    shown.close()
    assert (findings(town), replies(town)) == (before, [])


def test_what_a_unit_said_before_it_was_sent_a_finding_is_no_answer_to_the_list(town: Town, tmp_path: Path) -> None:
    shown = preview(town, with_a_row_of_its_own(town, tmp_path))
    (row,) = shown.rows(RowFate.REFUSED)
    said = row.said
    town.services.returns.apply(shown, Decisions(new={row.key: noted(town)}))
    shown.close()
    (out := tmp_path / "第二批").mkdir()
    dispatching = town.services.dispatching
    issued = dispatching.issue(dispatching.plan(), out, "王敏", silent)
    (path,) = (one.path for one in issued.files if one.unit == UNIT)
    again = filled(path, lambda sheet: answer(sheet, FIRST, done=said.measures), "第二次.xlsx")
    for fate in (RowFate.ACCEPTED, RowFate.UNCHANGED):
        shown = preview(town, again)
        (back,) = shown.files[0].rows
        assert (back.said, back.fate) == (said, fate)
        town.services.returns.apply(shown)
        shown.close()


def test_an_answer_to_an_earlier_list_stays_known_after_a_finding_was_reopened(town: Town, tmp_path: Path) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, 1))
    shown = preview(town, path)
    town.services.returns.apply(shown)
    found = shown.files[0].rows[0].finding
    shown.close()
    assert found
    town.services.moves.make(Move.VOID, [found.id], Given(reason="误报"))
    town.services.moves.make(Move.REOPEN, [found.id], Given(reason="还在"))
    (out := tmp_path / "第二批").mkdir()
    town.services.dispatching.issue(town.services.dispatching.plan(), out, "王敏", silent)
    shown = preview(town, path)
    assert shown.files[0].rows[0].fate is RowFate.UNCHANGED
    shown.close()


def test_a_photo_of_what_is_wrong_never_goes_to_a_known_finding_as_one_of_the_repair(
    town: Town, tmp_path: Path
) -> None:
    shown = preview(town, with_a_row_of_its_own(town, tmp_path))
    (row,) = shown.rows(RowFate.REFUSED)
    known = shown.rows(RowFate.ACCEPTED)[0].finding
    assert known
    town.services.returns.apply(shown, Decisions(rows={row.key: known.id}))
    shown.close()
    assert len(after_photos(town)[known.finding.no]) == 2


def test_a_photo_that_one_finding_has_can_be_given_to_another(town: Town, tmp_path: Path) -> None:
    list_of = sent(town, tmp_path)[UNIT]
    first = preview(town, filled(list_of, lambda sheet: answer(sheet, FIRST, 1), "一.xlsx"))
    town.services.returns.apply(first)
    first.close()
    shown = preview(town, filled(list_of, lambda sheet: put_photo(sheet, "T40", 1), "二.xlsx"))
    (loose,) = shown.files[0].pictures_with(PictureFate.LEFT)
    other = shown.files[0].rows[1].finding
    assert other
    assert shown.photos.thumb(loose.picture.sha)
    assert town.services.returns.apply(shown, Decisions(pictures={loose.picture.key: other.id})).photos == 1
    shown.close()
    assert len(after_photos(town)) == 2


def test_the_report_tells_what_a_person_decided_and_still_adds_up(town: Town, tmp_path: Path) -> None:
    shown = preview(town, with_a_row_of_its_own(town, tmp_path))
    (row,) = shown.rows(RowFate.REFUSED)
    (taken,) = shown.rows(RowFate.ACCEPTED)
    decisions = Decisions(leave=frozenset({taken.key}), new={row.key: noted(town)})
    town.services.returns.save_report(shown, tmp_path / "报告.xlsx", "zh", decisions)
    shown.close()
    lines = list(openpyxl.load_workbook(tmp_path / "报告.xlsx").worksheets[0].iter_rows(values_only=True))
    assert [line[2:5] for line in lines[1:4]] == [
        ("4", taken.row.ours.no, "没有收"),
        ("5", lines[2][3], "没有变化"),
        ("6", "新问题", "收下"),
    ]
    assert "3 行 = 收下 1 + 没有变化 1 + 没有收 1 + 待决定 0；6 张照片 = 照片收下 2" in str(lines[-1][5])


def test_a_helping_answer_counts_once_even_when_it_moves_nothing(town: Town, tmp_path: Path) -> None:
    path = filled(sent(town, tmp_path)[UNIT], lambda sheet: answer(sheet, FIRST, result="不属本单位"))
    for taken in (1, 0):
        shown = preview(town, path)
        assert town.services.returns.apply(shown).replies == taken
        shown.close()
    with town.services.acts.reading() as view:
        assert [one.record.said.outcome for one in view.all(type(replies(town)[0]))] == [Outcome.NOT_OURS]
        assert {one.record.status for one in view.all(Finding)} == {FindingStatus.DISPATCHED}
