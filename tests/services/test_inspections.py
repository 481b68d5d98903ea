"""检查: begin, go on, finish, reopen, discard; and the version an inspection keeps for ever."""

from dataclasses import replace

import pytest

from inspector.domain.checklists import Checklist
from inspector.domain.errors import Refused
from inspector.domain.findings import FindingStatus
from inspector.domain.inspections import Inspection, Verdict
from inspector.domain.ledger import LedgerQuery
from tests.town import Town, fails_of, inspect

SITE = "桂花里小区"


def begin(town: Town, person: str = "王敏") -> str:
    inspection, _ = town.services.inspections.start(town.sites[SITE], person)
    return inspection


def pass_all(town: Town, inspection: str) -> None:
    for section in town.services.recording.sheet(inspection).checklist.sections:
        town.services.recording.pass_rest(inspection, section.code)
    sheet = town.services.recording.sheet(inspection)
    for item in sheet.items:
        if not sheet.is_done(item.code):
            town.services.recording.judge(inspection, item.code, Verdict.NOT_APPLICABLE)


def stored(town: Town, inspection: str) -> Inspection:
    return town.services.recording.sheet(inspection).inspection


def next_version(checklist: Checklist) -> Checklist:
    first = checklist.sections[0]
    item = replace(first.items[0], text="换了说法的检查项")
    sections = (replace(first, items=(item, *first.items[1:])), *checklist.sections[1:])
    return replace(checklist, version="2", sections=sections)


def test_starting_again_goes_on_with_the_inspection_that_was_left(town: Town) -> None:
    first = begin(town)
    again, changed = town.services.inspections.start(town.sites[SITE], "王敏")
    assert again == first
    assert not changed


def test_another_inspector_begins_an_inspection_of_their_own(town: Town) -> None:
    assert begin(town, "李强") != begin(town, "王敏")


def test_a_site_that_was_removed_is_refused(town: Town) -> None:
    with pytest.raises(Refused, match=r"site\.missing"):
        town.services.inspections.start("nowhere", "王敏")


def test_the_briefing_says_what_opens_and_what_is_still_open_there(town: Town) -> None:
    briefing = town.services.inspections.briefing(town.sites["红莲市场"])
    assert briefing.checklist.code == "JM"
    assert len(briefing.open_findings) == 3
    assert len(briefing.visits) == 1
    assert briefing.visits[0].record.finished_at is not None
    assert briefing.unit


def test_an_inspection_keeps_the_version_it_was_made_with_for_ever(town: Town) -> None:
    old = begin(town)
    checklists = town.services.checklists
    before = town.services.recording.sheet(old).checklist
    checklists.publish(next_version(before))
    assert town.services.recording.sheet(old).checklist == before
    pass_all(town, old)
    town.services.inspections.finish(old)
    town.services.inspections.reopen(old, "漏了一项")
    assert town.services.recording.sheet(old).checklist == before
    town.services.inspections.finish(old)
    new = begin(town)
    sheet = town.services.recording.sheet(new)
    assert (sheet.inspection.checklist, sheet.items[0].text) == ("LX-v2", "换了说法的检查项")


def test_a_hard_rule_keeps_an_inspection_from_being_finished(town: Town) -> None:
    inspection = begin(town)
    hard = [missing for missing in town.services.inspections.missing(inspection) if missing.hard]
    assert hard
    with pytest.raises(Refused, match=r"inspection\.incomplete"):
        town.services.inspections.finish(inspection)
    assert stored(town, inspection).finished_at is None


def test_a_failed_item_without_its_photo_is_a_hard_rule(town: Town) -> None:
    inspection = begin(town)
    pass_all(town, inspection)
    item = next(iter(fails_of(town, SITE, ("小广告",))))
    town.services.recording.judge(inspection, item, Verdict.FAIL)
    assert [(missing.item, missing.hard) for missing in town.services.inspections.missing(inspection)] == [(item, True)]


def test_finishing_fixes_the_score_and_hands_the_findings_to_the_office(town: Town) -> None:
    found = inspect(town, SITE, fails_of(town, SITE, ("小广告",)))
    record = stored(town, town.inspections[SITE])
    assert record.finished_at is not None
    assert record.score_rate is not None
    assert 0 < record.score_rate < 100
    assert town.services.ledger.story(found[0]).finding.status is FindingStatus.TO_DISPATCH
    with pytest.raises(Refused, match=r"inspection\.finished"):
        town.services.inspections.finish(town.inspections[SITE])


def test_reopening_keeps_both_versions_and_needs_a_reason(town: Town) -> None:
    inspect(town, SITE, fails_of(town, SITE, ("小广告",)))
    inspection = town.inspections[SITE]
    finished = stored(town, inspection)
    with pytest.raises(Refused, match=r"reason\.missing"):
        town.services.inspections.reopen(inspection, "  ")
    town.services.inspections.reopen(inspection, "少拍一张照片")
    assert (stored(town, inspection).finished_at, stored(town, inspection).reopened) == (None, 1)
    town.services.inspections.finish(inspection)
    events = [event for event in town.services.ledger.history(inspection) if event.act.startswith("inspection-")]
    finishings = [e.act for e in reversed(events)]
    assert finishings == ["inspection-started", "inspection-finished", "inspection-reopened", "inspection-finished"]
    assert "少拍一张照片" in {event.reason for event in events}
    assert stored(town, inspection).score_rate == finished.score_rate


def test_reopening_leaves_dispatched_findings_dispatched(town: Town, tmp_path_factory: pytest.TempPathFactory) -> None:
    services = town.services
    services.dispatching.issue(services.dispatching.plan(), tmp_path_factory.mktemp("out"), "王敏", lambda *_: None)
    services.inspections.reopen(town.inspections["红莲市场"], "补一项")
    assert {services.ledger.story(f).finding.status for f in services.ledger.ids(LedgerQuery())} == {
        FindingStatus.DISPATCHED
    }


def test_discarding_lays_the_inspection_and_its_findings_into_the_trash_and_undo_brings_them_back(town: Town) -> None:
    found = inspect(town, SITE, fails_of(town, SITE, ("小广告",)), finish=False)
    inspection = town.inspections[SITE]
    before = len(town.services.ledger.ids(LedgerQuery()))
    town.services.inspections.discard(inspection, "点错了点位")
    assert len(town.services.ledger.ids(LedgerQuery())) == before - 1
    with pytest.raises(Refused, match=r"inspection\.missing"):
        town.services.recording.sheet(inspection)
    town.services.acts.undo()
    assert town.services.recording.sheet(inspection).findings
    assert town.services.ledger.story(found[0]).finding.status is FindingStatus.DRAFT


def test_a_finished_inspection_cannot_be_discarded(town: Town) -> None:
    with pytest.raises(Refused, match=r"inspection\.finished"):
        town.services.inspections.discard(town.inspections["红莲市场"], "不要了")
