"""Runs sessions in children of one warm process, because a fault at every operation means hundreds of them.

Started as a module with the fault library preloaded; speaks one JSON object a line on standard input and output.
"""

import ctypes
import errno
import json
import os
import signal
import subprocess
import sys
import tempfile
import threading
import traceback
from collections.abc import Iterator
from dataclasses import asdict, dataclass, replace
from importlib import import_module
from pathlib import Path
from typing import Any

WARM_UP = (("day", "backing up"), ("morning", "dispatching", "backing up an office"))
"""Sessions one after the other in one folder; between them they go everywhere."""
ACTIONS = {"none": 0, "kill": -1, "stop": -2, "enospc": errno.ENOSPC, "eio": errno.EIO}


@dataclass(frozen=True, slots=True)
class Task:
    """A session in a folder, with a fault at an operation, or a trace of all of them."""

    folder: str
    session: str
    action: str = "none"
    at: int = 0
    for_ever: bool = False
    trace: str = ""
    migrations: str = ""
    synchronous: str = ""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How it ended: the operations counted (0 when killed), the refusals, the traceback of a bug."""

    killed: bool
    operations: int
    refused: tuple[str, ...]
    bug: str


class Nursery:
    """The warm process."""

    def __init__(self, library: Path) -> None:
        self._process = subprocess.Popen(
            [sys.executable, "-m", "tests.faults.nursery"],
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
            cwd=Path(__file__).parents[2],
            env={**os.environ, "LD_PRELOAD": str(library)},
        )

    def run(self, task: Task) -> Outcome:
        """Run one session to its end, whichever that is."""
        return _outcome(self._asked(asdict(task)))

    def stops(self, task: Task) -> Iterator[int]:
        """Run a session that stands still before every operation; the number of each, while it does.

        What lies in the folder then is what a kill at that operation leaves, without beginning anew for each.
        """
        answer = self._asked(asdict(replace(task, action="stop")))
        at = 0
        try:
            while "stopped" in answer:
                at += 1
                yield at
                answer = self._asked({})
        finally:
            while "stopped" in answer:  # nobody looks any more
                answer = self._asked({})
        outcome = _outcome(answer)
        assert (outcome.bug, outcome.refused) == ("", ())

    def _asked(self, line: dict[str, Any]) -> dict[str, Any]:
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(line) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return answer

    def close(self) -> None:
        """End the process."""
        self._process.communicate(timeout=30)


def _serve() -> None:
    session = import_module("tests.faults.session")
    session.SESSIONS.update(import_module("tests.faults.service_session").SERVICE_SESSIONS)
    _warm_up(session)

    for line in sys.stdin:
        _answer(_end_of(json.loads(line), session))


def _end_of(task: dict[str, Any], session: Any) -> dict[str, Any]:
    """Run a session in a child; how it ended, and what it said."""
    receive, send = os.pipe()
    child = os.fork()
    if child == 0:
        os.close(receive)
        os.write(send, json.dumps(_child(Task(**task), session)).encode())
        os._exit(0)
    os.close(send)
    _, status = os.waitpid(child, os.WUNTRACED)
    while os.WIFSTOPPED(status):
        _answer({"stopped": True})
        while other := json.loads(sys.stdin.readline()):  # another session meanwhile; nothing means: go on
            _answer(_end_of(other, session))
        os.kill(child, signal.SIGCONT)
        _, status = os.waitpid(child, os.WUNTRACED)
    with os.fdopen(receive, "rb") as pipe:
        said = pipe.read()
    killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
    nothing = {"operations": 0, "refused": [], "bug": "" if killed else f"ended with status {status}"}
    return {"killed": killed, **(json.loads(said) if said else nothing)}


def _answer(line: dict[str, Any]) -> None:
    print(json.dumps(line), flush=True)  # noqa: T201


def _outcome(answer: dict[str, Any]) -> Outcome:
    return Outcome(answer["killed"], answer["operations"], tuple(answer["refused"]), answer["bug"])


def _warm_up(session: Any) -> None:
    """Go through the sessions once without a fault: what they load and compile is there before the first child."""
    for hours in WARM_UP:
        with tempfile.TemporaryDirectory() as folder:
            for name in hours:
                refused = session.SESSIONS[name](Path(folder))
                assert not refused, (name, refused)
    assert threading.active_count() == 1, "a child has no other threads, and would wait for them"


def _child(task: Task, session: Any) -> dict[str, Any]:
    if task.synchronous:
        session.with_pragmas(synchronous=task.synchronous)
    session.with_pragmas(wal_autocheckpoint=60)  # the log is folded in the middle of the day as well
    if task.migrations:
        session.with_migrations(Path(task.migrations))
    library = ctypes.CDLL(None)
    library.fault_arm(
        task.folder.encode(), ctypes.c_long(task.at), ACTIONS[task.action], task.for_ever, task.trace.encode() or None
    )
    try:
        refused, bug = session.SESSIONS[task.session](Path(task.folder)), ""
    except BaseException:  # noqa: BLE001 - whatever it is, the test shall show it
        refused, bug = [], traceback.format_exc()
    return {"operations": library.fault_count(), "refused": refused, "bug": bug}


if __name__ == "__main__":
    _serve()
