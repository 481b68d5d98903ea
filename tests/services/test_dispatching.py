"""交办 from the findings that wait to the files that are sent."""

import io
import shutil
import zipfile
from datetime import date, timedelta
from pathlib import Path

import pytest
from openpyxl import load_workbook
from PIL import Image

from inspector.domain.ledger import LedgerQuery
from inspector.domain.rectification_list import read_row_mark
from inspector.domain.units import Unit
from inspector.exchange.photo_exif import ExifFacts, exif_block
from inspector.services.dispatch_plans import Doubt
from tests.exchange.hostile_photos import encoded, picture
from tests.services.issuing import cells, issue, silent, waiting
from tests.town import TODAY, Town, fails_of, inspect


def properties(path: Path) -> dict[str, str]:
    """What a workbook tells about itself."""
    return {one.name: str(one.value) for one in load_workbook(path).custom_doc_props.props}  # type: ignore[attr-defined]


def test_a_dispatch_hands_over_writes_a_list_a_unit_and_says_so(town: Town, out: Path) -> None:
    plan = town.services.dispatching.plan()
    issued = issue(town, out)
    assert issued.number == "创城办〔2026〕1号"
    assert issued.folder == out / "交办 创城办〔2026〕1号"
    assert {file.unit for file in issued.files} == {share.name for share in plan.shares}
    assert sorted(path.name for path in issued.folder.iterdir()) == sorted(
        [*(file.path.name for file in issued.files), "交办汇总.xlsx"]
    )
    assert issued.complaints == ()
    assert waiting(town) == 0


def test_the_lists_say_cell_by_cell_what_was_planned(town: Town, out: Path) -> None:
    plan = town.services.dispatching.plan()
    issued = issue(town, out)
    for share, file in zip(plan.shares, issued.files, strict=True):
        rows = cells(file.path)
        assert share.name in rows[1][0]
        assert issued.number in rows[1][5]
        body = rows[3 : 3 + len(share.leads) + len(share.helps)]
        for number, (row, one) in enumerate(zip(body, (*share.leads, *share.helps), strict=True), 1):
            assert row[:6] == [
                number,
                one.finding.no,
                one.line.kind_name,
                "红莲市场",
                one.finding.location,
                one.finding.text,
            ]
            assert one.finding.requirement in row[7]
            assert row[8].date() == one.due_on if one.due_on else row[8] == one.finding.time_limit
            assert read_row_mark(issued.dispatch, row[16]) == (one.id, one.revision)


def test_each_workbook_tells_its_dispatch_its_unit_and_the_versions_it_holds(town: Town, out: Path) -> None:
    plan = town.services.dispatching.plan()
    issued = issue(town, out)
    told = [properties(file.path) for file in issued.files]
    assert {one["inspector.dispatch"] for one in told} == {issued.dispatch}
    assert [one["inspector.unit"] for one in told] == [share.unit for share in plan.shares]
    assert len({one["inspector.revision"] for one in told} - {""}) == len(issued.files)
    again = town.services.dispatching.rewrite(issued.dispatch, out, silent)
    assert properties(again.files[0].path)["inspector.revision"] not in {"", told[0]["inspector.revision"]}


def test_the_photos_of_a_finding_stand_in_its_list(town: Town, out: Path) -> None:
    issued = issue(town, out)
    for file in issued.files:
        with zipfile.ZipFile(file.path) as package:
            pictures = [name for name in package.namelist() if name.startswith("xl/media/")]
        assert len(pictures) == file.photos > 0


def test_no_file_that_leaves_says_where_when_and_with_what_a_photo_was_taken(town: Town, out: Path) -> None:
    (finding, *_) = town.services.ledger.ids(LedgerQuery())
    told = exif_block(ExifFacts(TODAY, 31.2010, 121.5, "HUAWEI P40"))
    private = encoded(picture((900, 600)), exif=told, xmp=b"<x>SECRET-XMP</x>", comment=b"SECRET-COMMENT")
    assert town.services.photos.take_in(finding, [("a.jpg", private)], silent).accepted
    issued = issue(town, out)
    images = []
    for file in issued.folder.iterdir():
        with zipfile.ZipFile(file) as package:
            images += [package.read(name) for name in package.namelist() if name.startswith("xl/media/")]
    assert len(images) == 4
    for image in images:
        opened = Image.open(io.BytesIO(image))
        assert not dict(opened.getexif())
        assert not {"exif", "xmp", "comment"} & opened.info.keys()
        assert not [word for word in (b"Exif", b"HUAWEI", b"SECRET", b"ns.adobe.com") if word in image]


def test_the_summary_counts_each_finding_once(town: Town, out: Path) -> None:
    issued = issue(town, out)
    totals = [row for row in cells(issued.summary, load_workbook(issued.summary).sheetnames[0]) if "合计" in str(row)]
    assert totals
    assert 3 in totals[0]


def test_the_zip_beside_holds_the_same_files(town: Town, out: Path) -> None:
    issued = issue(town, out)
    with zipfile.ZipFile(issued.zip) as package:
        held = {Path(name).name: package.read(name) for name in package.namelist()}
    assert held == {path.name: path.read_bytes() for path in issued.folder.iterdir()}


def test_numbers_rise_and_are_never_used_again(town: Town, out: Path) -> None:
    first = issue(town, out)
    shutil.rmtree(first.folder)
    inspect(town, "槐荫巷", fails_of(town, "槐荫巷", ("路面坑洼积水两处",)))
    second = issue(town, out)
    assert (first.number, second.number) == ("创城办〔2026〕1号", "创城办〔2026〕2号")
    assert town.services.acts.can_undo is False, "a number that left the house is not taken back"


def test_each_year_counts_from_one_in_the_office_s_own_pattern(town: Town, out: Path) -> None:
    issue(town, out)
    town.services.office.decide("dispatch.pattern", "文明办交〔{year}〕第{n}号")
    assert town.services.dispatching.plan().number == "文明办交〔2026〕第2号"
    assert town.services.dispatching.plan(issued_on=date(2027, 1, 4)).number == "文明办交〔2027〕第1号"


def test_deadlines_are_counted_from_the_day_of_issue_unless_a_person_set_the_day(town: Town) -> None:
    services = town.services
    first, second, *_ = services.dispatching.plan().findings
    services.recording.set_deadline(first.id, date(2026, 11, 25), "7天")
    services.recording.set_deadline(second.id, date(2026, 12, 24))
    plan = services.dispatching.plan(issued_on=date(2026, 12, 1))
    due = {one.id: one.due_on for one in plan.findings}
    assert due[first.id] == date(2026, 12, 8)
    assert due[second.id] == date(2026, 12, 24)


def test_working_days_are_counted_by_the_office_s_calendar(town: Town) -> None:
    services = town.services
    first = services.dispatching.plan().findings[0]
    services.recording.set_deadline(first.id, None, "3个工作日")
    plan = services.dispatching.plan(issued_on=date(2026, 11, 26))  # a Thursday
    assert {one.id: one.due_on for one in plan.findings}[first.id] == date(2026, 12, 1)


def test_a_finding_stands_in_the_lists_of_its_lead_and_of_those_who_help(town: Town, out: Path) -> None:
    services = town.services
    first = services.dispatching.plan().findings[0]
    lead, helper = town.units["区城管局"], town.units["区教育局"]
    services.recording.assign(first.id, lead, [helper])
    plan = services.dispatching.plan()
    shares = {share.unit: share for share in plan.shares}
    assert [one.id for one in shares[helper].helps] == [first.id]
    assert len(plan.findings) == 3, "a finding is dispatched once, whoever helps"
    files = {file.unit: file.path for file in issue(town, out).files}
    assert first.finding.no in cells(files["区城管局"])[3]
    helped = cells(files["区教育局"])[3]
    assert first.finding.no in helped
    assert "区城管局" in helped[7], "the helper's list names the lead"
    assert "区教育局" not in helped[7], "and not the helper, who reads it"


def test_units_left_out_of_a_plan_keep_their_findings(town: Town, out: Path) -> None:
    services = town.services
    first = services.dispatching.plan().findings[0]
    services.recording.assign(first.id, town.units["区城管局"], [town.units["区教育局"]])
    plan = services.dispatching.plan()
    only = plan.for_units([town.units["区城管局"]])
    assert [one.id for one in only.findings] == [first.id]
    assert {share.name for share in only.shares} == {"区城管局", "区教育局"}
    services.dispatching.issue(only, out, "王敏", silent)
    assert waiting(town) == 2


def test_a_unit_that_left_the_register_answers_for_nothing(town: Town) -> None:
    first = town.services.dispatching.plan().findings[0]
    town.services.registers.remove(Unit, [first.finding.unit])
    plan = town.services.dispatching.plan()
    assert plan.shares[0].unit == ""
    assert plan.count(Doubt.NO_UNIT) > 0


def test_doubts_are_told_and_do_not_block(town: Town, out: Path) -> None:
    services = town.services
    first, second, third = services.dispatching.plan().findings
    services.recording.describe(first.id, "小广告")
    services.photos.remove(services.photos.of_finding(second.id)[0][0])
    services.recording.set_deadline(third.id, date(2026, 11, 29))  # a Sunday
    plan = services.dispatching.plan()
    doubts = {one.id: one.doubts for one in plan.findings}
    assert Doubt.SHORT_TEXT in doubts[first.id]
    assert Doubt.NO_PHOTO in doubts[second.id]
    assert Doubt.DAY_OFF in doubts[third.id]
    services.dispatching.issue(plan, out, "王敏", silent)
    assert waiting(town) == 0


def test_progress_counts_units(town: Town, out: Path) -> None:
    told: list[tuple[int, int]] = []
    plan = town.services.dispatching.plan()
    town.services.dispatching.issue(plan, out, "王敏", lambda done, of, _="": told.append((done, of)))
    units = len(plan.shares)
    assert {of for _, of in told} == {units}
    assert {done for done, _ in told} == set(range(1, units + 1))


def test_the_files_can_be_written_again_with_the_same_content(town: Town, out: Path, tmp_path: Path) -> None:
    issued = issue(town, out)
    before = {file.path.name: [row[:16] for row in cells(file.path)] for file in issued.files}
    shutil.rmtree(issued.folder)
    again = town.services.dispatching.rewrite(issued.dispatch, out, silent)
    assert again.number == issued.number
    assert {file.path.name: [row[:16] for row in cells(file.path)] for file in again.files} == before
    assert len(town.services.dispatching.batches()) == 1


def test_a_list_written_again_still_names_a_unit_that_left_the_register(town: Town, out: Path) -> None:
    issued = issue(town, out)
    gone = town.services.dispatching.batches()[0]
    unit = next(f for f in town.services.ledger.rows(town.services.ledger.ids(LedgerQuery())).values()).unit
    town.services.registers.remove(Unit, [unit])
    again = town.services.dispatching.rewrite(gone.id, out, silent)
    assert {file.unit for file in again.files} == {file.unit for file in issued.files}


def test_the_history_of_each_finding_shows_the_dispatch(town: Town, out: Path) -> None:
    issued = issue(town, out)
    for finding in town.services.ledger.ids(LedgerQuery(dispatch=issued.dispatch)):
        story = town.services.ledger.story(finding)
        assert story.events[0].act == "dispatched"
        assert story.line.dispatch_number == issued.number
        changed = {change.field: change.after for change in story.events[0].fields}
        assert changed["status"] == "dispatched"
        assert changed["dispatch"] == issued.dispatch


def test_the_size_told_before_is_about_the_size_written(town: Town, out: Path) -> None:
    plan = town.services.dispatching.plan()
    issued = issue(town, out)
    for share, file in zip(plan.shares, issued.files, strict=True):
        assert share.bytes == pytest.approx(file.path.stat().st_size, rel=0.4)


def test_overdue_begins_the_day_after_the_deadline(town: Town, out: Path) -> None:
    first = town.services.dispatching.plan().findings[0]
    town.services.recording.set_deadline(first.id, date(2026, 11, 25))
    issue(town, out)
    for day, overdue in ((25, 0), (26, 1), (29, 4)):
        town.clock.now = TODAY + timedelta(days=day - 22)
        assert town.services.ledger.rows([first.id])[first.id].days_overdue == overdue
