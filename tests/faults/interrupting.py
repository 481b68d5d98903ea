"""A session with a fault at its first operation on the disk, at its second, and so on to its end.

Every operation meets a kill, an error that passes and an error that stays. Which error is which alternates from one
operation to the next; with EVERY_FAULT set every operation meets both.
"""

import os
import shutil
from collections.abc import Iterator
from itertools import count
from pathlib import Path

from tests.faults.nursery import Nursery, Outcome, Task

FAULTS = ["kill", "enospc", "eio"]


def interrupted(
    nursery: Nursery, tmp_path: Path, prepared: Path | None, action: str, task: str, migrations: str = ""
) -> Iterator[tuple[Path, Outcome]]:
    """The session with the fault at its first operation, its second, and so on; each in a folder of its own."""
    for at in count(1):
        ended = False
        for for_ever in _kinds(action, at):
            folder = tmp_path / f"{at}{'-on' if for_ever else ''}"
            if prepared:
                shutil.copytree(prepared, folder)
            else:
                folder.mkdir()
            outcome = nursery.run(Task(str(folder), task, action, at, for_ever=for_ever, migrations=migrations))
            assert not outcome.bug, f"{action} at {at}: {outcome.bug}"
            ended = not outcome.killed and outcome.operations < at
            if not ended:
                yield folder, outcome
            shutil.rmtree(folder)
        if ended:
            assert at > 20, "the session is too short to prove anything"
            return


def _kinds(action: str, at: int) -> tuple[bool, ...]:
    if action == "kill":
        return (False,)
    if os.environ.get("EVERY_FAULT"):
        return (False, True)
    return ((at % 2 == 0) == (action == "eio"),)
