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
import traceback
from dataclasses import asdict, dataclass
from importlib import import_module
from pathlib import Path
from typing import Any

LOADED_LATE = ("dispatch_summary", "photo_batch", "rectification_list")
ACTIONS = {"none": 0, "kill": -1, "enospc": errno.ENOSPC, "eio": errno.EIO}


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
        assert self._process.stdin
        assert self._process.stdout
        self._process.stdin.write(json.dumps(asdict(task)) + "\n")
        self._process.stdin.flush()
        answer: dict[str, Any] = json.loads(self._process.stdout.readline())
        return Outcome(answer["killed"], answer["operations"], tuple(answer["refused"]), answer["bug"])

    def close(self) -> None:
        """End the process."""
        self._process.communicate(timeout=30)


def _serve() -> None:
    # Imported once, in the warm process only; what the program loads late is here before the faults begin.
    for late in ("alembic.command", *(f"inspector.exchange.{name}" for name in LOADED_LATE)):
        import_module(late)
    session = import_module("tests.faults.session")
    session.SESSIONS.update(import_module("tests.faults.service_session").SERVICE_SESSIONS)

    for line in sys.stdin:
        receive, send = os.pipe()
        child = os.fork()
        if child == 0:
            os.close(receive)
            os.write(send, json.dumps(_child(Task(**json.loads(line)), session)).encode())
            os._exit(0)
        os.close(send)
        with os.fdopen(receive, "rb") as pipe:
            said = pipe.read()
        _, status = os.waitpid(child, 0)
        killed = os.WIFSIGNALED(status) and os.WTERMSIG(status) == signal.SIGKILL
        nothing = {"operations": 0, "refused": [], "bug": "" if killed else f"ended with status {status}"}
        print(json.dumps({"killed": killed, **(json.loads(said) if said else nothing)}), flush=True)  # noqa: T201


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
