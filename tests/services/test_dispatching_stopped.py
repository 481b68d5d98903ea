"""Every way a dispatch is refused or stopped, and what stands then."""

import os
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from inspector.config.paths import ROOT
from inspector.domain.errors import Cancelled, Refused
from inspector.services.services import open_services
from tests.services.issuing import issue, silent, waiting
from tests.town import Town


def nothing_happened(town: Town, out: Path) -> None:
    assert list(out.iterdir()) == []
    assert town.services.dispatching.batches() == ()
    assert waiting(town) == 3


def test_what_changed_after_planning_is_refused_and_nothing_is_handed_over(town: Town, out: Path) -> None:
    plan = town.services.dispatching.plan()
    town.services.recording.describe(plan.findings[-1].id, "有人在另一处改过")
    with pytest.raises(Refused, match=r"dispatch\.changed-meanwhile"):
        town.services.dispatching.issue(plan, out, "王敏", silent)
    nothing_happened(town, out)


def test_what_was_made_void_after_planning_is_not_handed_over(town: Town, out: Path) -> None:
    plan = town.services.dispatching.plan()
    town.services.ledger.void([plan.findings[0].id], "重复")
    with pytest.raises(Refused, match=r"dispatch\.changed-meanwhile"):
        town.services.dispatching.issue(plan, out, "王敏", silent)
    assert town.services.dispatching.batches() == ()


def test_two_plans_never_get_the_same_number(town: Town, out: Path) -> None:
    dispatching = town.services.dispatching
    units = [share.unit for share in dispatching.plan().shares if share.leads]
    town.services.recording.assign(dispatching.plan().findings[0].id, town.units["区教育局"])
    plan = dispatching.plan()
    one, other = plan.for_units([town.units["区教育局"]]), plan.for_units(units)
    dispatching.issue(one, out, "王敏", silent)
    with pytest.raises(Refused, match=r"dispatch\.number-taken"):
        dispatching.issue(other, out, "王敏", silent)
    assert len(dispatching.batches()) == 1


@pytest.mark.parametrize("missing", ["unit", "text"])
def test_a_finding_without_unit_or_description_blocks_the_dispatch_by_number(
    town: Town, out: Path, missing: str
) -> None:
    first = town.services.dispatching.plan().findings[0]
    if missing == "unit":
        town.services.recording.assign(first.id, "")
    else:
        town.services.recording.describe(first.id, " ")
    with pytest.raises(Refused, match=r"dispatch\.blocked") as refused:
        issue(town, out)
    assert refused.value.complaint.place.item == first.finding.no
    nothing_happened(town, out)


def test_an_empty_plan_is_refused(town: Town, out: Path) -> None:
    plan = town.services.dispatching.plan([])
    with pytest.raises(Refused, match=r"dispatch\.nothing"):
        town.services.dispatching.issue(plan, out, "王敏", silent)


@pytest.mark.parametrize("step", [1, 2, 3])
def test_cancelling_leaves_no_folder_and_takes_no_number(town: Town, out: Path, step: int) -> None:
    steps = 0

    def until_then(done: int, of: int, what: str = "") -> None:
        nonlocal steps
        steps += 1
        if steps == step:
            raise Cancelled

    with pytest.raises(Cancelled):
        town.services.dispatching.issue(town.services.dispatching.plan(), out, "王敏", until_then)
    nothing_happened(town, out)


def test_a_full_disk_is_refused_before_anything_is_written(
    town: Town, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(shutil, "disk_usage", lambda _: shutil._ntuple_diskusage(10**9, 10**9 - 1000, 1000))
    with pytest.raises(Refused, match=r"file\.disk-full") as refused:
        issue(town, out)
    assert int(dict(refused.value.complaint.facts)["needed"]) > 1000
    nothing_happened(town, out)


def test_a_folder_that_cannot_be_written_is_refused(town: Town, out: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(self: Path, *_: object, **__: object) -> None:
        raise PermissionError(13, "Permission denied", str(self))

    monkeypatch.setattr(Path, "mkdir", refuse)
    with pytest.raises(Refused, match=r"file\.read-only"):
        issue(town, out)
    monkeypatch.undo()
    nothing_happened(town, out)


def test_a_folder_that_is_gone_is_refused(town: Town, out: Path) -> None:
    with pytest.raises(Refused, match=r"file\.folder-gone"):
        town.services.dispatching.issue(town.services.dispatching.plan(), out / "U 盘", "王敏", silent)
    nothing_happened(town, out)


def test_an_earlier_folder_of_the_same_name_stays_as_it_is(town: Town, out: Path) -> None:
    old = out / "交办 创城办〔2026〕1号"
    old.mkdir()
    (old / "整改清单.xlsx").write_bytes(b"old")
    issued = issue(town, out)
    assert issued.folder.name == "交办 创城办〔2026〕1号（2）"
    assert (old / "整改清单.xlsx").read_bytes() == b"old"


def test_a_zip_that_cannot_be_written_is_told_and_the_folder_stands(town: Town, out: Path) -> None:
    (out / "交办 创城办〔2026〕1号.zip").mkdir()
    issued = issue(town, out)
    assert [complaint.code for complaint in issued.complaints] == ["file.is-a-folder"]
    assert all(file.path.is_file() for file in issued.files)
    assert waiting(town) == 0


def test_a_dispatch_that_is_not_there_cannot_be_written_again(town: Town, out: Path) -> None:
    with pytest.raises(Refused, match=r"dispatch\.missing"):
        town.services.dispatching.rewrite("01a20428-0000-7000-8000-000000000000", out, silent)


def test_a_folder_that_fails_after_the_number_was_taken_is_told_and_written_again(
    town: Town, out: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(self: Path, target: Path) -> Path:
        raise PermissionError(13, "in use", str(target))

    monkeypatch.setattr(Path, "rename", refuse)
    monkeypatch.setattr("inspector.exchange.safe_files._FIRST_PAUSE", 0.0001)
    issued = issue(town, out)
    assert issued.files == ()
    assert issued.complaints[0].code == "dispatch.files-missing"
    assert waiting(town) == 0
    monkeypatch.undo()
    assert list(out.iterdir()) == []
    again = town.services.dispatching.rewrite(issued.dispatch, out, silent)
    assert all(file.path.is_file() for file in again.files)


KILLED_AFTER_COMMIT = """
import os, sys
from pathlib import Path
from inspector.services import dispatching
from inspector.services.services import open_services

hand_over = dispatching.DispatchService._hand_over

def and_die(*arguments):
    hand_over(*arguments)
    os._exit(9)

dispatching.DispatchService._hand_over = and_die
services = open_services(Path(sys.argv[1]), person="王敏")
services.dispatching.issue(services.dispatching.plan(), Path(sys.argv[2]), "王敏", lambda *_: None)
"""


def test_killed_between_number_and_folder_the_files_are_written_again(town: Town, out: Path, tmp_path: Path) -> None:
    town.services.close()
    told = {**os.environ, "PYTHONPATH": str(ROOT)}
    ended = subprocess.run(
        [sys.executable, "-c", KILLED_AFTER_COMMIT, str(tmp_path / "town.db"), str(out)], env=told, check=False
    )
    assert ended.returncode == 9
    services = open_services(tmp_path / "town.db", person="王敏", clock=town.clock)
    (batch,) = services.dispatching.batches()
    again = services.dispatching.rewrite(batch.id, out, silent)
    assert sum(file.findings for file in again.files) >= 3
    assert services.upkeep.check(silent) == ()
    services.close()


def test_a_dispatched_finding_is_corrected_no_more(town: Town, out: Path) -> None:
    finding = town.services.dispatching.plan().findings[0].id
    issue(town, out)
    with pytest.raises(Refused, match=r"finding\.already-dispatched"):
        town.services.recording.describe(finding, "改一改")
