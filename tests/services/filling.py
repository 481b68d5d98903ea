"""Units that fill their lists in as hypothesis likes, and offices that decide as it likes."""

from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

import openpyxl
from hypothesis import strategies as st
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.returns import PictureFate, RowFate, RowPreview
from inspector.domain.sources import Source
from inspector.services.noting import Noted, Spot
from inspector.services.returns import Decisions, ReturnPreview
from tests.services.returned import FIRST, MARK, answer, put_photo

_RESULTS = ("已完成", "整改中", "申请延期", "不属本单位", "基本完成", "")
_PERSONS = ("张三", "刘建国", "")
_NUMBER = 2
"""The column of 问题编号."""


@dataclass(frozen=True, slots=True)
class Filling:
    """What a unit does: rows (by place) with result, person and photo; then one thing it should not do."""

    rows: tuple[tuple[int, str, str, int], ...]
    mischief: str


@st.composite
def fillings(draw: st.DrawFn) -> Filling:
    """Any of them."""
    row = st.tuples(st.integers(0, 2), st.sampled_from(_RESULTS), st.sampled_from(_PERSONS), st.integers(0, 2))
    wrong = ("", "", "copied row", "own row", "row of another unit", "loose picture")
    return Filling(tuple(draw(st.lists(row, max_size=3))), draw(st.sampled_from(wrong)))


def filled_in(path: Path, filling: Filling, other: Path, name: str) -> Path:
    """The list as it comes back; `other` is another unit's, or another list."""
    book = openpyxl.load_workbook(path)
    sheet = book.worksheets[0]
    findings = [row for row in range(FIRST, sheet.max_row + 1) if sheet.cell(row, MARK).value]
    for place, result, person, photo in filling.rows:
        row = findings[place % len(findings)]
        words = "已清理" if result else ""
        answer(sheet, row, photo, done=words, result=result, person=person, completed="", phone="")
    _mischief(sheet, findings[0], filling.mischief, other)
    target = path.with_name(name)
    book.save(target)
    return target


def _mischief(sheet: Worksheet, row: int, what: str, other: Path) -> None:
    if what == "copied row":
        below = sheet.max_row + 2
        for column in range(1, MARK + 1):
            sheet.cell(below, column).value = sheet.cell(row, column).value
        answer(sheet, below, 0, done="另一种说法", person="", completed="", phone="")
    elif what == "own row":
        sheet.cell(row, MARK).value = sheet.cell(row, _NUMBER).value = None
    elif what == "row of another unit":
        theirs = openpyxl.load_workbook(other).worksheets[0]
        for column in range(1, MARK + 1):
            sheet.cell(row, column).value = theirs.cell(FIRST, column).value
        answer(sheet, row)
    elif what == "loose picture":
        put_photo(sheet, "T40", 2)


def decisions_for(shown: ReturnPreview, findings: Sequence[str], data: st.DataObject) -> Decisions:
    """Take or leave, give what is left to a finding or make one of it; often nothing at all."""
    if not data.draw(st.booleans(), label="somebody decides"):
        return Decisions()
    finding = data.draw(st.sampled_from(findings), label="finding")
    unknown = [row for row in shown.rows(RowFate.REFUSED) if row.finding is None]
    left = [one.picture.key for file in shown.files for one in file.pictures_with(PictureFate.LEFT)]
    becomes_new = data.draw(st.booleans(), label="rows nobody knows become findings")
    noted = Noted(Spot(location="某处"), text="单位自己写的一行", source=Source.UNIT)
    return Decisions(
        take=_some(shown.rows(RowFate.CONFLICT), data),
        leave=_some(shown.rows(RowFate.ACCEPTED), data),
        rows={} if becomes_new else {row.key: finding for row in unknown},
        pictures=dict.fromkeys(left, finding) if data.draw(st.booleans(), label="pictures are placed") else {},
        new={row.key: noted for row in unknown} if becomes_new else {},
    )


def _some(rows: Sequence[RowPreview], data: st.DataObject) -> frozenset[str]:
    keys = [row.key for row in rows]
    return frozenset(data.draw(st.sets(st.sampled_from(keys)))) if keys else frozenset()
