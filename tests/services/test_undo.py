"""Undo across the session: several steps back, several forward, also on one and the same record."""

from pathlib import Path

from inspector.domain.inspections import Verdict
from tests.town import Town, make_town


def texts(town: Town, inspection: str, item: str) -> list[str]:
    """The descriptions of an item's findings."""
    return [found.record.text for found in town.services.recording.sheet(inspection).findings.get(item, ())]


def test_steps_on_one_record_are_taken_back_one_after_the_other_and_done_again(tmp_path: Path) -> None:
    town = make_town(tmp_path / "town.db")
    services = town.services
    inspection, _ = services.inspections.start(town.sites["桂花里小区"], "王敏")
    services.recording.judge(inspection, "LX-01-01", Verdict.FAIL)
    finding = services.recording.sheet(inspection).findings["LX-01-01"][0]
    for text in ("第一稿", "第二稿", "第三稿"):
        services.recording.describe(finding.id, text)
    seen = []
    for _ in range(4):
        services.acts.undo()
        seen.append(texts(town, inspection, "LX-01-01"))
    assert seen == [["第二稿"], ["第一稿"], [finding.record.text], []]
    for _ in range(4):
        services.acts.redo()
    assert texts(town, inspection, "LX-01-01") == ["第三稿"]
    services.close()
