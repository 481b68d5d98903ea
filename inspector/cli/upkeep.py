"""check, backup, restore."""

from contextlib import ExitStack

from inspector.cli.desk import Answer, Desk, message
from inspector.domain.errors import Refused
from inspector.services import upkeep


def check(desk: Desk) -> Answer:
    """Is the workspace whole?"""
    with desk.reading() as services:
        problems = services.upkeep.check(desk.tell)
    return Answer(
        {"ok": not problems, "problems": [message(problem, desk.lang) for problem in problems]},
        () if problems else (desk.say("工作文件完好", "The workspace is whole"),),
        problems,
        ok=not problems,
    )


def back_up(desk: Desk) -> Answer:
    """A consistent copy, also while a window is open; then the window's own backups are what it remembers."""
    with ExitStack() as held:
        services = held.enter_context(desk.reading())
        try:
            services = held.enter_context(desk.writing())
        except Refused as refused:
            if refused.complaint.code not in {"workspace.in-use", "workspace.read-only"}:
                raise
        made = services.upkeep.back_up(desk.options.given.file.absolute())
    return _told(desk, str(made.path), made.bytes)


def restore(desk: Desk) -> Answer:
    """Put a backup in the workspace's place; what stood there is kept beside it."""
    desk.paths.workspace.parent.mkdir(parents=True, exist_ok=True)
    with desk.doors.locked(desk.paths.workspace):
        made = upkeep.restore(desk.options.given.file.absolute(), desk.paths.workspace)
    return _told(desk, str(made.path), made.bytes)


def _told(desk: Desk, file: str, size: int) -> Answer:
    words = desk.say("{file}（{mb:.1f} MB）", "{file} ({mb:.1f} MB)", file=file, mb=size / 1_000_000)
    return Answer({"file": file, "bytes": size}, (words,))
