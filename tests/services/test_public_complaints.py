"""群众投诉: callers are kept apart, leave with nothing, and are gone when they are erased."""

import sqlite3
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.masked_numbers import masked_number, without_numbers
from inspector.domain.public_complaints import Channel, Told
from inspector.domain.sources import Source
from inspector.services.noting import Noted, Spot
from inspector.services.public_complaints import Taken
from tests.services.issuing import issue, silent
from tests.town import Town, make_town

CALLER = Told("欧阳金雀", "13800138000", "桂花里小区 9 号楼 901")
CANARIES = [text.encode() for text in ("欧阳金雀", "13800138000", "9 号楼 901")]


@pytest.fixture
def town(tmp_path: Path) -> Town:
    return make_town(tmp_path / "town.db")


def complaint(town: Town, text: str = "夜里烧烤，烟进屋", told: Told = CALLER) -> str:
    entity, _ = town.services.complaints.take(Taken(Channel.HOTLINE, text, Spot(town.sites["桂花里小区"]), told=told))
    return entity


def in_the_file(town: Town) -> bool:
    path = town.services.acts.workspace.path
    content = b"".join(each.read_bytes() for each in path.parent.glob(f"{path.name}*"))
    return any(canary in content for canary in CANARIES)


def test_a_complaint_becomes_a_finding_with_one_action_that_names_no_caller(town: Town, tmp_path: Path) -> None:
    entity = complaint(town, "夜里烧烤，请打13800138000")
    finding, _ = town.services.complaints.make_finding(entity, "Z4")
    story = town.services.ledger.story(finding)
    assert (story.finding.source, story.finding.source_note) == (Source.COMPLAINT, "SL-2026-0001")
    assert story.line.text == "夜里烧烤，请打138****00"
    assert story.finding.status is FindingStatus.TO_DISPATCH
    (line,) = town.services.complaints.all()
    assert line.finding
    assert line.finding.id == finding
    issued = issue(town, tmp_path)
    for canary in ("欧阳金雀", "13800138000"):
        assert canary not in repr((story, line))
        assert not any(canary.encode() in file.path.read_bytes() for file in issued.files)
    assert town.services.complaints.told(entity) == CALLER


def test_an_erased_caller_is_gone_from_the_file_and_the_check_still_passes(town: Town) -> None:
    entities = [complaint(town, f"第 {n} 件") for n in range(40)]
    assert in_the_file(town)
    town.services.complaints.erase(entities)
    assert not in_the_file(town)
    assert town.services.complaints.told(entities[0]) == Told()
    assert all(line.complaint.purged_at and not line.held for line in town.services.complaints.all())
    assert town.services.upkeep.check(silent) == ()
    assert not town.services.acts.can_undo


def test_what_was_changed_or_taken_away_behind_the_programs_back_is_found(town: Town) -> None:
    complaint(town)
    complaint(town, "另一件")
    with sqlite3.connect(town.services.acts.workspace.path) as connection:
        first, second = (row[0] for row in connection.execute("SELECT id FROM private_note ORDER BY id"))
        connection.execute("UPDATE private_note SET body = replace(body, '138', '139') WHERE id = ?", (first,))
        connection.execute("DELETE FROM private_note WHERE id = ?", (second,))
    connection.close()
    codes = {one.code for one in town.services.upkeep.check(silent)}
    assert codes == {"check.private-damaged", "check.private-missing"}


def test_callers_kept_longer_than_a_day_in_the_past_are_erased_together(town: Town) -> None:
    old = complaint(town)
    town.services.complaints.take(Taken(Channel.VISIT, "态度不好", Spot(), about_staff=True, told=CALLER))
    town.clock.now = town.clock.now.replace(month=12)
    young = complaint(town, "十二月的一件")
    due = town.services.complaints.due(town.clock.now.date())
    town.services.complaints.erase(due.complaints)
    assert (len(due.complaints), town.services.complaints.due().complaints) == (2, ())
    assert town.services.complaints.told(old) == Told()
    assert town.services.complaints.told(young) == CALLER


def test_the_same_words_never_give_the_same_hash_because_each_has_its_salt(town: Town) -> None:
    complaint(town)
    complaint(town)
    one, other = (line.complaint.sealed for line in town.services.complaints.all())
    assert one != other


def test_a_complaint_about_staff_is_in_no_list_and_opens_only_with_the_pin(town: Town) -> None:
    complaints = town.services.complaints
    taken = Taken(Channel.VISIT, "某队员收了摊位费", Spot(location="红莲路"), about_staff=True, told=CALLER)
    entity, _ = complaints.take(taken)
    assert complaints.all() == ()
    assert town.services.ledger.count(LedgerQuery()) == 0
    with town.services.acts.reading() as view:
        assert all("摊位费" not in one.body and "红莲路" not in one.body for one in view.history(entity))
    for refused, code in (
        (lambda: complaints.told(entity), "complaint.restricted"),
        (lambda: complaints.make_finding(entity), "complaint.restricted"),
        (lambda: complaints.staff("123456"), "pin.missing"),
        (lambda: complaints.set_pin("12345"), "pin.short"),
    ):
        with pytest.raises(Refused, match=code):
            refused()
    complaints.set_pin("271828")
    with pytest.raises(Refused, match=r"pin\.wrong"):
        complaints.staff("000000")
    with pytest.raises(Refused, match=r"pin\.wrong"):
        complaints.set_pin("314159", "000000")
    ((line, told),) = complaints.staff("271828")
    assert (line.complaint.no, told.words, told.name) == ("GR-2026-0001", "某队员收了摊位费", "欧阳金雀")
    assert b"271828" not in town.services.acts.workspace.path.read_bytes()


def test_an_open_finding_it_may_be_about_is_offered_and_joined_once(town: Town) -> None:
    noted, _ = town.services.noting.add(Noted(Spot(town.sites["桂花里小区"]), text="楼下夜里烧烤"))
    entity = complaint(town)
    assert [row.id for row in town.services.complaints.twins(entity)] == [noted]
    town.services.complaints.join(entity, noted)
    with pytest.raises(Refused, match=r"complaint\.settled"):
        town.services.complaints.make_finding(entity)
    assert town.services.ledger.count(LedgerQuery()) == 1


@pytest.mark.parametrize(
    ("told", "shown"),
    [
        ("电话13912345678。", "电话139****78。"),
        ("0476-8230000找我", "047****00找我"),
        ("150402198001011234和15040219800101123X", "150****34和150****3X"),
        ("138 0013 8000、138-0013-8000、1380013 8000、138 001 38000", "138****00、138****00、138****00、138****00"),
        ("１３８００１３８０００", "１３８****００"),
        ("打 139\u200b0013\u200b9000", "打 139****00"),
        ("（0571）8888 6666", "（05****66"),
        ("330106 19800101 123X", "330****3X"),
        ("一三八零零一三八零零零", "一三八****零零"),
        ("电话：8888 6666，微信 12345678，QQ是123456", "电话：888****66，微信 123****78，QQ是******"),
        (
            "2026-01-02 至 2026-01-05 14:00，3 号楼 1201 室，联系人不在",
            "2026-01-02 至 2026-01-05 14:00，3 号楼 1201 室，联系人不在",
        ),
        ("13 15 17 19 21 23 号楼，交办〔2026〕12号，LX-0001", "13 15 17 19 21 23 号楼，交办〔2026〕12号，LX-0001"),
        ("罚款1380013800元，2026年11月22日", "罚款1380013800元，2026年11月22日"),
    ],
)
def test_telephone_and_identity_numbers_in_free_words_are_masked(told: str, shown: str) -> None:
    assert without_numbers(told) == shown


@pytest.mark.parametrize(
    "told",
    [
        "2026-01-02 至 2026-01-05 14:00，3 号楼 1201 室，联系人不在",
        "13 15 17 19 21 23 号楼，交办〔2026〕12号，LX-0001",
    ],
)
def test_days_houses_and_numbers_of_papers_stay_as_they_were_told(told: str) -> None:
    assert without_numbers(told) == told


def test_masks_leave_the_ends_of_a_long_number_and_nothing_of_a_short_one() -> None:
    assert (masked_number("13800138000"), masked_number("12345")) == ("138****00", "*****")
