"""A session with a fault at its first operation on the disk, at its second, and so on to its end.

Every operation meets a kill, an error that passes and an error that stays. Which error is which alternates from one
operation to the next; with EVERY_FAULT set every operation meets both. For all kills one session is enough: it stands
still before each operation, and a copy of its folder is what a kill leaves there.
"""

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.faults.nursery import Nursery, Outcome, Task

FAULTS = ["kill", "enospc", "eio"]
ONE_IN, FROM = int(os.environ.get("ONE_FAULT_IN", "1")), int(os.environ.get("FROM_FAULT", "1"))
"""Errors are met at one operation in so many, beginning with that one: what there is no time to meet at once can be
met in turn.
"""
_NOBODY = 2**31 - 2
"""No process has this number."""


def killed(
    nursery: Nursery, tmp_path: Path, prepared: Path | None, task: str, *, step: int = 1, migrations: str = ""
) -> Iterator[tuple[Path, Outcome]]:
    """What a kill at each operation of one session leaves (with a `step`, at the first, the 1 + step, and so on)."""
    running, left = tmp_path / "running", tmp_path / "left"
    lay_out(prepared, running)
    at = 0
    for at in nursery.stops(Task(str(running), task, migrations=migrations)):
        if (at - 1) % step:
            continue
        shutil.copytree(running, left)
        _forget_the_writer(left)
        yield left, Outcome(killed=True, operations=0, refused=(), bug="")
        shutil.rmtree(left)
    assert at > 20, "the session is too short to prove anything"


def interrupted(
    nursery: Nursery, tmp_path: Path, prepared: Path | None, action: str, task: str, migrations: str = ""
) -> Iterator[tuple[Path, Outcome]]:
    """The session with the fault at its first operation, its second, and so on; each in a folder of its own."""
    if action == "kill":
        yield from killed(nursery, tmp_path, prepared, task, migrations=migrations)
        return
    for at in count(FROM, ONE_IN):
        for_ever = (at % 2 == 0) == (action == "eio")
        ended = False
        for kind in (False, True) if os.environ.get("EVERY_FAULT") else (for_ever,):
            folder = tmp_path / f"{at}{'-on' if kind else ''}"
            lay_out(prepared, folder)
            outcome = nursery.run(Task(str(folder), task, action, at, for_ever=kind, migrations=migrations))
            assert not outcome.bug, f"{action} at {at}: {outcome.bug}"
            ended = outcome.operations < at
            if not ended:
                yield folder, outcome
            shutil.rmtree(folder)
        if ended:
            assert at > 20, "the session is too short to prove anything"
            return


def _forget_the_writer(folder: Path) -> None:
    """Drafts tell which process wrote them; here it only stands still, after a kill it would be gone."""
    for draft in sorted(folder.rglob(".~*"), reverse=True):
        machine, _, number = draft.name.split("-")
        draft.rename(draft.with_name(f"{machine}-{_NOBODY:x}-{number}"))


def lay_out(prepared: Path | None, folder: Path) -> None:
    """A copy of what is prepared, or an empty folder."""
    if prepared:
        shutil.copytree(prepared, folder)
    else:
        folder.mkdir()
