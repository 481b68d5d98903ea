"""A kill, a full disk or an I/O error at every operation on the disk, seen from the use cases.

Every operation of recording, photo intake and dispatch meets a kill and, recording every second one, an error: full or
failing, passing or staying, in turn. First start, backup and restore meet them at every ninth operation, because the
storage tests already take each one. With EVERY_FAULT set every operation meets all five.
"""

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest

from inspector.domain.dispatches import Dispatch
from inspector.domain.findings import Finding, FindingStatus
from inspector.services.services import Services, open_services
from tests.faults import service_session as session
from tests.faults.interrupting import FROM, ONE_IN, killed, lay_out
from tests.faults.nursery import Nursery, Outcome, Task
from tests.faults.whole import acknowledged, violations

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1800)]

ERRORS = (("enospc", False), ("eio", True), ("eio", False), ("enospc", True))
KINDS = ["kill", "error"]
WORDS = (
    "workspace.disk-full",
    "workspace.disk-error",
    "workspace.cannot-open",
    "file.",
    "dispatch.files-missing",
    "inspection.incomplete",
    "backup.missing",
)
"""What an inspector is rightly told: of the disk, and of what follows when an answer before could not be saved."""


@pytest.fixture(scope="module")
def town(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace in use, photos to take in and a folder for exports."""
    folder = tmp_path_factory.mktemp("town")
    session.prepare(folder)
    return folder


def interrupted(
    nursery: Nursery, tmp_path: Path, start: Path | None, name: str, kind: str, step: int = 1
) -> Iterator[tuple[Path, Outcome]]:
    """The session with a fault at operation 1, 1 + step, and so on, each in a copy of `start`; refusals are words."""
    everything = bool(os.environ.get("EVERY_FAULT"))
    if kind == "kill":
        yield from killed(nursery, tmp_path, start, name, step=1 if everything else step)
        return
    at, step = FROM, step * ONE_IN
    while True:
        for action, for_ever in ERRORS if everything else (ERRORS[(at // step) % len(ERRORS)],):
            folder = tmp_path / "here"
            lay_out(start, folder)
            outcome = nursery.run(Task(str(folder), name, action, at, for_ever=for_ever))
            where = f"{action}{' for ever' if for_ever else ''} at {at}: {outcome}"
            assert not outcome.bug, where
            assert all(code.startswith(WORDS) for code in outcome.refused), where
            if outcome.operations < at:
                assert at > 50, "the session is too short to prove anything"
                return
            try:
                yield folder, outcome
            except AssertionError as error:
                error.add_note(where)
                raise
            shutil.rmtree(folder)
        at += 1 if everything else step


def reopened(folder: Path) -> Services:
    """The use cases after the next start, of a workspace that is whole and holds everything acknowledged."""
    assert violations(folder / session.FILE, acknowledged(folder)) == []
    services = open_services(folder / session.FILE, person=session.PERSON)
    assert services.upkeep.check(session.quiet) == ()
    return services


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("name", ["recording", "photo intake"])
def test_an_hour_of_recording_interrupted_anywhere_keeps_all_that_was_told_as_saved(
    name: str, kind: str, nursery: Nursery, town: Path, tmp_path: Path
) -> None:
    step = 2 if (name, kind) == ("recording", "error") else 1
    for number, (folder, _) in enumerate(interrupted(nursery, tmp_path, town, name, kind, step)):
        reopened(folder).close()
        if number % 20 == 0:
            assert session.SERVICE_SESSIONS[name](folder) == []
            reopened(folder).close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_dispatch_interrupted_anywhere_is_sent_whole_or_not_at_all(
    kind: str, nursery: Nursery, town: Path, tmp_path: Path
) -> None:
    for number, (folder, _) in enumerate(interrupted(nursery, tmp_path, town, "dispatching", kind)):
        services = reopened(folder)
        _require_all_or_nothing(services, folder / session.EXPORTS)
        services.close()
        if number % 10 == 0:
            _go_on(folder)


def _require_all_or_nothing(services: Services, exports: Path) -> None:
    batches = services.dispatching.batches()
    with services.acts.reading() as view:
        earlier = [f for f in view.all(Finding) if f.record.kind == "ZZ"]
    handed = {f.record.dispatch for f in earlier if f.record.status is FindingStatus.DISPATCHED}
    waiting = [f for f in earlier if f.record.status is FindingStatus.TO_DISPATCH]
    assert handed == {batch.id for batch in batches}
    assert len(waiting) == (0 if batches else 2), "handed over without a number, or in part"
    assert len({batch.record.number for batch in batches}) == len(batches)
    for folder in _shown(exports):
        assert folder.suffix == ".zip" or _workbooks(folder) == WHOLE


WHOLE = {"交办汇总.xlsx", "整改清单-望云街道办事处.xlsx", "整改清单-桂香物业.xlsx"}


def _workbooks(folder: Path) -> set[str]:
    return {file.name for file in folder.iterdir()}


def _shown(exports: Path) -> list[Path]:
    return [path for path in exports.iterdir() if not path.name.startswith(".")]


def _go_on(folder: Path) -> None:
    """The next day: what waits is dispatched under a number nobody had, or the batch is written again; no litter."""
    assert session.dispatching(folder) == []
    services = reopened(folder)
    exports = folder / session.EXPORTS
    _require_all_or_nothing(services, exports)
    (batch,) = services.dispatching.batches()
    again = services.dispatching.rewrite(batch.id, exports, session.quiet)
    assert again.complaints == ()
    assert _workbooks(again.folder) == WHOLE
    assert isinstance(batch.record, Dispatch)
    assert (batch.record.serial, again.number) == (1, batch.record.number)
    assert [path.name for path in exports.iterdir() if path.name.startswith(".")] == []
    services.close()


@pytest.mark.parametrize("kind", KINDS)
def test_a_first_start_interrupted_anywhere_is_made_good_by_the_next(
    kind: str, nursery: Nursery, tmp_path: Path
) -> None:
    for number, (folder, _) in enumerate(interrupted(nursery, tmp_path, None, "first start", kind, step=9)):
        if number % 4 == 0:
            services = reopened(folder)
            assert len(services.checklists.titles()) == 26
            assert services.inspections.search() == ()
            services.close()
            assert [path.name for path in folder.iterdir()] == [session.FILE]


@pytest.mark.parametrize("kind", KINDS)
def test_backup_and_restore_interrupted_anywhere_leave_a_whole_workspace(
    kind: str, nursery: Nursery, town: Path, tmp_path: Path
) -> None:
    for folder, _ in interrupted(nursery, tmp_path, town, "backing up an office", kind, step=9):
        (folder / "ACK").unlink(missing_ok=True)  # what was saved after the backup is in the copy kept beside it
        reopened(folder).close()
        backup = folder / "备份.inspector"
        if backup.exists():
            assert violations(backup, {}) == []
