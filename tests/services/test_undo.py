"""Undo across the session: several steps back, several forward, also on one and the same record."""

from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.inspections import Verdict
from inspector.storage.workspace import Workspace
from inspector.storage.writing import Writing
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


def test_an_act_the_full_disk_kept_from_being_taken_back_is_taken_back_when_there_is_room(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    town = make_town(tmp_path / "town.db")
    services = town.services
    inspection, _ = services.inspections.start(town.sites["桂花里小区"], "王敏")
    services.recording.judge(inspection, "LX-01-01", Verdict.FAIL)
    writing = Workspace.writing

    @contextmanager
    def full(self: Workspace, act: str, reason: str = "") -> Iterator[Writing]:
        with writing(self, act, reason) as made:
            yield made
            raise Refused("workspace.disk-full")

    with monkeypatch.context() as disk:
        disk.setattr(Workspace, "writing", full)
        with pytest.raises(Refused, match=r"workspace\.disk-full"):
            services.acts.undo()
    assert texts(town, inspection, "LX-01-01")
    services.acts.undo()
    assert texts(town, inspection, "LX-01-01") == []
    services.close()
