"""The full ledger as a workbook: four sheets that agree with the ledger, whatever people typed, whole or not at all."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime, timedelta
from pathlib import Path
from zipfile import ZipFile

import pytest
from openpyxl import load_workbook
from openpyxl.utils import get_column_letter

from inspector.domain.errors import Cancelled, Refused
from inspector.domain.figures import FiguresQuery, Grouping
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.domain.lifecycle import Move
from inspector.domain.moving import Given
from inspector.domain.rechecks import RecheckResult
from inspector.domain.redirections import Ground
from inspector.domain.replies import Outcome, Said
from inspector.domain.sites import Site
from inspector.exchange import ledger_book
from inspector.exchange.streamed_book import StreamedSheet, parts_of
from tests.services.issuing import cells, silent
from tests.town import Town, drawn, furnished_town

FORMULA = '=HYPERLINK("http://x","点我")'


@pytest.fixture
def town(tmp_path: Path) -> Iterator[Town]:
    """The furnished town with a life: answers, a sending back, more time, a redirection, a closing."""
    made = furnished_town(tmp_path / "w.inspector")
    services = made.services
    sent = list(services.ledger.ids(LedgerQuery(statuses=(FindingStatus.DISPATCHED,), order=LedgerOrder.NUMBER)))
    first, second, third, fourth = sent[:4]
    (waiting, *_) = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)))
    services.recording.describe(waiting, FORMULA)
    photos, _ = services.moves.read_photos([("IMG_1.jpg", drawn("lane", 5))], silent)
    done = Given(said=Said(Outcome.DONE, "+已清理", person="张三", phone="0571-1"), photos=photos)
    services.moves.make(Move.REPLY, [first, second], done)
    services.acts.sign_as("刘建国")
    services.moves.recheck(first, RecheckResult.FAILED, "现场仍有积水")
    services.moves.make(Move.REPLY, [first], done)
    services.moves.recheck(first, RecheckResult.PASSED, "已平整")
    later = services.acts.today() + timedelta(days=40)
    services.moves.make(Move.ASK_EXTENSION, [third], Given(reason="要招标", due_on=later, photos=photos))
    services.moves.make(Move.GRANT_EXTENSION, [third], Given(reason="同意"))
    unit = made.units["区城管局"]
    services.moves.make(Move.REDIRECT, [fourth], Given(reason="属区管", unit=unit, ground=Ground.OWNER, photos=photos))
    yield made
    services.close()


def sheet(path: Path, name: str = "台账") -> list[dict[str, object]]:
    """The rows of a sheet by the words of its head."""
    rows = cells(path, name)
    return [dict(zip(rows[2], row, strict=True)) for row in rows[3:]]


def test_the_ledger_says_who_looks_after_the_site_and_when_the_unit_signed(town: Town, tmp_path: Path) -> None:
    services, path = town.services, tmp_path / "台账.xlsx"
    waiting, *others = services.ledger.ids(LedgerQuery(statuses=(FindingStatus.DISPATCHED,)))
    site = services.ledger.story(waiting).finding.site
    partner = town.units["区教育局"]
    (stored,) = (one.record for one in services.registers.all(Site) if one.id == site)
    services.registers.save(replace(stored, partner_unit=partner), site)
    services.moves.make(Move.SIGN, [waiting])
    services.ledger_export.write(LedgerQuery(), path, silent)
    rows = {row["标识"]: row for row in sheet(path)}
    signed_on = rows[waiting]["签收日期"]
    assert isinstance(signed_on, datetime)
    assert signed_on.date() == services.acts.today()
    assert (rows[waiting]["包联单位"], [rows[one]["签收日期"] for one in others]) == ("区教育局", [None] * len(others))
    services.acts.undo()
    services.ledger_export.write(LedgerQuery(), path, silent)
    assert {row["标识"]: row["签收日期"] for row in sheet(path)}[waiting] is None


def test_the_four_sheets_tell_what_the_ledger_shows(town: Town, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    asked = LedgerQuery(order=LedgerOrder.NUMBER, descending=False)
    written = town.services.ledger_export.write(asked, path, silent)
    ids = town.services.ledger.ids(asked)
    lines = town.services.ledger.rows(ids)
    rows = sheet(path)
    assert [row["标识"] for row in rows] == list(ids)
    assert [row["问题描述"] for row in rows] == [lines[one].text for one in ids]
    assert [row["整改前照片"] for row in rows] == [
        sum(p.record.role == "before" for p in town.services.ledger.story(one).photos) for one in ids
    ]
    by_no = {row["问题编号"]: row for row in rows}
    closed = next(row for row in rows if row["整改状态"] == "已销号")
    assert (closed["退回次数"], closed["复查人"], closed["复查结果"], closed["复查意见"]) == (
        1,
        "刘建国",
        "通过",
        "已平整",
    )
    assert (closed["整改措施"], closed["整改责任人"], closed["整改后照片"]) == ("+已清理", "张三", 1)
    steps = sheet(path, "整改过程")
    assert (len(steps), written.steps) == (7, 7)
    assert [(s["事项"], s["第几次反馈"], s["结果"]) for s in steps if s["问题编号"] == closed["问题编号"]] == [
        ("反馈", 1, "已完成"),
        ("复查", 1, "不通过，退回"),
        ("反馈", 2, "已完成"),
        ("复查", 2, "通过"),
    ]
    asked_for = next(s for s in steps if s["事项"] == "延期")
    assert str(asked_for["内容"]).endswith("；要招标；同意")
    assert by_no[asked_for["问题编号"]]["延期至"] is not None
    redirected = next(s for s in steps if s["事项"] == "转办")
    assert (redirected["结果"], redirected["内容"]) == ("权属不清", "转 区城管局；属区管")
    (back,) = sheet(path, "退回记录")
    assert (back["第几次退回"], back["退回理由"], back["现在的状态"]) == (1, "现场仍有积水", "已销号")
    assert written.sent_back == 1


def test_the_statistics_are_those_of_the_page_and_show_their_formulas(town: Town, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    street = town.streets["望云街道"]
    town.services.ledger_export.write(LedgerQuery(streets=(street,)), path, silent)
    rows = cells(path, "统计")
    assert "反馈率 = 已反馈 ÷ 交办" in rows[1][0]
    table = [dict(zip(rows[2], row, strict=True)) for row in rows[3:]]
    within = LedgerQuery(streets=(street,))
    for by in Grouping:
        found = town.services.figures.figures(FiguresQuery(by, within=within))
        assert (table[0]["交办"], table[0]["已销号"]) == (found.whole.dispatched, found.whole.closed)
    units = town.services.figures.figures(FiguresQuery(Grouping.UNIT, within=within)).groups
    shown = {row["名称"]: row["交办"] for row in table if row["分组"] == "责任单位"}
    assert shown == {group.name or "没有写明": group.counts.dispatched for group in units}
    assert all(row["说明"] == "样本不足" for row in table[1:])


def test_text_like_a_formula_stays_text_and_the_id_is_hidden(town: Town, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    town.services.ledger_export.write(LedgerQuery(), path, silent)
    book = load_workbook(path)["台账"]
    found = [cell for row in book.iter_rows(min_row=4) for cell in row if cell.value == FORMULA]
    assert [cell.data_type for cell in found] == ["s"] or [cell.data_type for cell in found] == ["inlineStr"]
    last = get_column_letter(book.max_column)
    assert (book[f"{last}3"].value, book.column_dimensions[last].hidden) == ("标识", True)
    assert (book.freeze_panes, book.print_title_rows) == ("C4", "$3:$3")
    assert book.auto_filter.ref == f"A3:{last}{book.max_row}"
    assert "<f>" not in ZipFile(path).read("xl/worksheets/sheet1.xml").decode()


def test_photos_stand_in_their_cells_when_they_are_asked_for(town: Town, tmp_path: Path) -> None:
    path = tmp_path / "带照片.xlsx"
    asked = LedgerQuery(statuses=(FindingStatus.CLOSED, FindingStatus.REPLIED))
    town.services.ledger_export.write(asked, path, silent, photos=True)
    rows = load_workbook(path)["台账"]
    heads = {cell.value: cell.column for cell in rows[3]}
    anchors = sorted((image.anchor._from.col + 1, image.anchor._from.row) for image in rows._images)  # type: ignore[attr-defined]  # the stubs lack it

    expected = [(heads[name], row) for name in ("整改前照片", "整改后照片") for row in (3, 4)]
    assert anchors == sorted(expected)


def test_what_was_there_stays_when_a_person_stops_or_nothing_fits(town: Town, tmp_path: Path) -> None:
    path = tmp_path / "台账.xlsx"
    path.write_bytes(b"before")

    def stop(done: int, of: int, what: str = "") -> None:
        if what == "整改过程":
            raise Cancelled

    with pytest.raises(Cancelled):
        town.services.ledger_export.write(LedgerQuery(), path, stop)
    with pytest.raises(Refused, match=r"ledger\.nothing"):
        town.services.ledger_export.write(LedgerQuery(text="没有这样的"), path, silent)
    assert (path.read_bytes(), [one.name for one in tmp_path.glob("*台账*")]) == (b"before", ["台账.xlsx"])


def test_a_file_that_cannot_be_written_is_refused_in_words(town: Town, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"file\.is-a-folder"):
        town.services.ledger_export.write(LedgerQuery(), tmp_path, silent)
    with pytest.raises(Refused, match=r"file\.folder-gone"):
        town.services.ledger_export.write(LedgerQuery(), tmp_path / "gone" / "台账.xlsx", silent)


def test_a_full_sheet_goes_on_in_a_further_one(town: Town, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    path = tmp_path / "台账.xlsx"
    monkeypatch.setattr(ledger_book.write_ledger, "__defaults__", (5,))
    town.services.ledger_export.write(LedgerQuery(), path, silent)
    names = [name for name in load_workbook(path).sheetnames if name.startswith("台账")]
    assert names == ["台账", "台账（2）", "台账（3）"]
    rows = [row for name in names for row in sheet(path, name)]
    assert [row["标识"] for row in rows] == list(town.services.ledger.ids(LedgerQuery()))
    assert [row["序号"] for row in rows][:7] == [1, 2, 3, 4, 5, 1, 2]


def test_pieces_of_a_sheet_share_its_records_and_leave_none_out() -> None:
    book = StreamedSheet("表", "表", "", (), iter(range(10)), 10)
    assert [list(part.records) for part in parts_of(book, 4)] == [[0, 1, 2, 3], [4, 5, 6, 7], [8, 9]]
    assert len(parts_of(replace(book, records=(), count=0), 4)) == 1
