"""Any edit a unit can make to its list: nothing of another unit is touched, nothing counted twice, nothing lost."""

from datetime import UTC, date, datetime
from pathlib import Path

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.names import name_index
from inspector.domain.rectification_list import row_mark
from inspector.domain.replies import can_answer
from inspector.domain.return_judging import judge_returns
from inspector.domain.returned_files import Ours, PictureKind, ReturnedFile, ReturnedPicture, ReturnedRow, Spot, Theirs
from inspector.domain.returns import Known, KnownFinding, PictureFate, RowFate

FOUND = datetime(2026, 11, 20, 9, tzinfo=UTC)
UNITS = {"u-a": "甲街道", "u-b": "乙街道"}
STATES = (
    FindingStatus.DISPATCHED,
    FindingStatus.DISPATCHED,
    FindingStatus.CLOSED,
    FindingStatus.REPLIED,
    FindingStatus.DISPATCHED,
    FindingStatus.SENT_BACK,
)


def finding(number: int) -> KnownFinding:
    """Even numbers are 甲's, odd ones 乙's; each in a state of its own."""
    record = Finding(
        no=f"LX-{number:04d}",
        site=f"s{number}",
        text=f"第{number}处：{'杂物电线积水广告'[number]}堆放在门厅",
        found_at=FOUND,
        found_by="王敏",
        unit="u-b" if number % 2 else "u-a",
        status=STATES[number],
        dispatch="d1",
    )
    return KnownFinding(f"f{number}", record, f"r{number}", f"小区{number}", sent_shas=frozenset({f"sent{number}"}))


KNOWN = Known(
    today=date(2026, 11, 30),
    findings={f"f{n}": finding(n) for n in range(6)},
    dispatches={"d1": date(2026, 11, 22), "d2": date(2026, 11, 25)},
    versions={f"r{n}": finding(n).finding for n in range(6)},
    units=name_index((entity, (name,)) for entity, name in UNITS.items()),
)
MARKS = [row_mark("d1", f"f{n}", f"r{n}") for n in range(6)]
BROKEN = [row_mark("d9", "f0", "r0"), MARKS[0][:-1] + "x", "f0:r0", "::", "f1:r1:" + MARKS[0].split(":")[2]]

marks = st.sampled_from([*MARKS, *BROKEN, ""])
numbers = st.sampled_from([*(f"LX-{n:04d}" for n in range(6)), "lx-0002 ", "LX-9999", "", "1"])
sites = st.sampled_from([*(f"小区{n}" for n in range(6)), "", "别处"])
texts = st.sampled_from([*(KNOWN.findings[f"f{n}"].finding.text for n in range(6)), "", "没有问题"])
theirs = st.builds(
    Theirs,
    measures=st.sampled_from(["", "已清理", "长" * 5_000]),
    result=st.sampled_from(["", "√", "整改中", "不属本单位", "基本完成"]),
    completed=st.sampled_from(["", "11月23日", 46329.0, "年底", date(2027, 1, 1)]),
    person=st.sampled_from(["", "张三"]),
)
drawn_rows = st.lists(st.tuples(marks, numbers, sites, texts, theirs), max_size=8)
drawn_pictures = st.lists(
    st.tuples(st.integers(0, 12), st.integers(0, 16), st.sampled_from(["p1", "p2", "sent0", "sent1"])), max_size=8
)


def returned(
    rows: list[tuple[str, str, str, str, Theirs]], pictures: list[tuple[int, int, str]], unit: str, words: str
) -> ReturnedFile:
    made = tuple(
        ReturnedRow(f"0:{n}", Spot("表", n), mark, Ours(no, site, "", text), cells, words, frozenset(range(9)))
        for n, (mark, no, site, text, cells) in enumerate(rows, 4)
    )
    shown = tuple(
        ReturnedPicture(f"0:p{n}", Spot("表", row, column), PictureKind.FLOATING, "a.jpg", sha, Path(sha))
        for n, (row, column, sha) in enumerate(pictures)
    )
    return ReturnedFile(Path("反馈.xlsx"), "d1", unit, rows=made, pictures=shown)


@given(drawn_rows, drawn_pictures, st.sampled_from(["", "甲街道"]))
def test_no_edit_of_a_list_touches_another_unit_or_a_closed_finding(
    rows: list[tuple[str, str, str, str, Theirs]], pictures: list[tuple[int, int, str]], words: str
) -> None:
    (preview,) = judge_returns([returned(rows, pictures, "u-a", words)], KNOWN)
    accepted = preview.with_fate(RowFate.ACCEPTED)
    for row in accepted:
        assert row.finding is not None
        assert row.finding.finding.unit == "u-a"
        assert can_answer(row.finding.finding.status)
        assert row.status in {FindingStatus.REPLIED, FindingStatus.IN_PROGRESS, row.finding.finding.status}
    taken = [row.finding.id for row in accepted if row.finding]
    assert len(taken) == len(set(taken))
    for picture in preview.pictures_with(PictureFate.ATTACHED):
        assert picture.finding in taken


@given(drawn_rows, drawn_pictures)
def test_every_row_and_picture_has_one_fate_and_all_but_the_accepted_a_reason(
    rows: list[tuple[str, str, str, str, Theirs]], pictures: list[tuple[int, int, str]]
) -> None:
    (preview,) = judge_returns([returned(rows, pictures, "", "")], KNOWN)
    assert sum(len(preview.with_fate(fate)) for fate in RowFate) == len(rows)
    assert sum(len(preview.pictures_with(fate)) for fate in PictureFate) == len(pictures)
    assert all((row.why is None) == (row.fate is RowFate.ACCEPTED) for row in preview.rows)
    assert all(one.why for one in preview.pictures_with(PictureFate.LEFT))
    carried = {picture.key for row in preview.with_fate(RowFate.ACCEPTED) for picture in row.pictures}
    assert carried == {one.picture.key for one in preview.pictures_with(PictureFate.ATTACHED)}


@given(st.permutations(range(6)), st.integers(0, 6))
def test_the_order_of_rows_and_missing_rows_change_no_fate(order: list[int], kept: int) -> None:
    said = Theirs(measures="已清理", result="√", completed="11月23日")
    rows = [(MARKS[n], f"LX-{n:04d}", f"小区{n}", KNOWN.findings[f"f{n}"].finding.text, said) for n in order[:kept]]
    (preview,) = judge_returns([returned(rows, [], "u-a", "甲街道")], KNOWN)
    fates = {row.finding.id: row.fate for row in preview.rows if row.finding}
    expected = {0: RowFate.ACCEPTED, 2: RowFate.CONFLICT, 4: RowFate.ACCEPTED}
    assert fates == {f"f{n}": expected.get(n, RowFate.CONFLICT) for n in order[:kept]}


def test_several_units_in_one_workbook_are_told_apart_by_their_own_heads() -> None:
    said = Theirs(measures="已清理", result="√")
    file = returned([(MARKS[0], "", "", "", said), (MARKS[5], "", "", "", said)], [], "u-a", "")
    first, second = file.rows
    two = ReturnedFile(
        file.path,
        "d1",
        "u-a",
        rows=(first, ReturnedRow("0:9", Spot("二", 9), second.mark, second.ours, said, "乙街道", second.our_columns)),
    )
    (preview,) = judge_returns([two], KNOWN)
    assert [(row.fate, row.unit) for row in preview.rows] == [(RowFate.ACCEPTED, "u-a"), (RowFate.ACCEPTED, "u-b")]
