"""Runs one command: its use cases, its answer, its exit status."""

import io
import json
import logging
import os
import sys
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from types import TracebackType
from typing import Any, Protocol

from inspector.cli.arguments import Options
from inspector.config.paths import Paths
from inspector.config.settings import load_settings
from inspector.domain.errors import Cancelled, Complaint, Place, Refused, RefusedAll
from inspector.services.services import Services
from inspector.services.wording.sentences import Lang, sentences

_LOG = logging.getLogger(__name__)
DONE, REFUSED = 0, 1


class Opened(Protocol):
    """Gives the use cases of a workspace for as long as the block lasts."""

    def __call__(self, workspace: Path, person: str, *, writing: bool) -> AbstractContextManager[Services]: ...


class Pictures(Protocol):
    """Draws every page into PNG files and returns their paths."""

    def __call__(self, services: Services, folder: Path, language: Lang) -> tuple[Path, ...]: ...


@dataclass(frozen=True, slots=True)
class Doors:
    """What needs Qt and is handed in, so that the command line loads none."""

    opened: Opened
    locked: Callable[[Path], AbstractContextManager[None]]
    pictures: Pictures
    window: Callable[[Path], bool]
    """Opens a window of its own on a workspace; False where there is no screen."""


@dataclass(frozen=True, slots=True)
class Answer:
    """What a command found: `facts` for JSON, `lines` for people, `complaints` for stderr; not `ok` is status 1."""

    facts: Mapping[str, Any]
    lines: tuple[str, ...] = ()
    complaints: tuple[Complaint, ...] = field(default=())
    ok: bool = True


@dataclass(frozen=True, slots=True)
class Desk:
    """What a command may use."""

    options: Options
    paths: Paths
    doors: Doors
    lang: Lang

    def reading(self, *, anew: bool = False) -> AbstractContextManager[Services]:
        """The use cases for reading, also while a window is open on the workspace.

        Raises `Refused("workspace.missing")` where there is none, because a mistyped name must not answer "nothing
        found"; with `anew` an empty one is made.
        """
        if not anew and not self.paths.workspace.exists():
            raise Refused("workspace.missing", Place(file=str(self.paths.workspace)))
        return self.doors.opened(self.paths.workspace, "", writing=False)

    def writing(self, person: str = "") -> AbstractContextManager[Services]:
        """The use cases for writing, in the name of `person` or of whoever uses the window on this machine."""
        author = person or load_settings(self.paths.settings).person
        return self.doors.opened(self.paths.workspace, author, writing=True)

    def say(self, zh: str, en: str, **facts: object) -> str:
        """A line in the language that was asked for."""
        return (zh if self.lang == "zh" else en).format(**facts)

    def tell(self, done: int, of: int, what: str = "") -> None:
        """Progress on stderr, one line that is written over; nothing where nobody looks."""
        if sys.stderr.isatty():
            print(f"\r\033[K{done}/{of} {what}", end="" if done < of else "\n", file=sys.stderr, flush=True)


Command = Callable[[Desk], Answer]


def run(options: Options, paths: Paths, doors: Doors) -> int:
    """Run the command of `options`; returns the exit status."""
    from inspector.cli.commands import COMMANDS  # noqa: PLC0415 - only a command pays for what commands import

    desk = Desk(options, paths, doors, _lang(options))
    _speak_utf8()
    answer = _answer(COMMANDS[options.command or ""], desk)
    try:
        _print(answer, options)
    except BrokenPipeError:  # whoever reads has seen enough; what is left must not complain at the exit
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
    return DONE if answer.ok else REFUSED


def _answer(command: Command, desk: Desk) -> Answer:
    try:
        return command(desk)
    except Refused as refused:
        return _refusal(refused.complaint)
    except RefusedAll as refused:
        return _refusal(*refused.complaints)
    except (Cancelled, KeyboardInterrupt):
        return _refusal(Complaint("command.stopped"))
    except OSError as error:
        reason = (("reason", error.strerror or str(error)),)
        return _refusal(Complaint("command.system", Place(file=str(error.filename or "")), reason))


@contextmanager
def tells_faults(options: Options, log: Path) -> Iterator[None]:
    """While the block runs, what nobody foresaw is logged whole and told in a sentence; the exit status is 1."""

    def told(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
        _LOG.error("unforeseen", exc_info=(kind, error, trace))
        _print(_refusal(Complaint("command.fault", Place(file=str(log)), (("name", kind.__name__),))), options)

    before, sys.excepthook = sys.excepthook, told
    yield  # a fault passes through and finds the hook still there
    sys.excepthook = before


def _refusal(*complaints: Complaint) -> Answer:
    return Answer({}, complaints=complaints, ok=False)


def _print(answer: Answer, options: Options) -> None:
    lang = _lang(options)
    for complaint in answer.complaints:
        print(sentences(complaint, lang), file=sys.stderr)
    if options.json:
        facts = answer.facts or {"errors": [message(complaint, lang) for complaint in answer.complaints]}
        print(json.dumps(facts, ensure_ascii=False, default=str), flush=True)
    else:
        print(*answer.lines, sep="\n", end="\n" if answer.lines else "", flush=True)


def _lang(options: Options) -> Lang:
    return "en" if options.language == "en" else "zh"


def message(complaint: Complaint, lang: Lang) -> dict[str, Any]:
    """A complaint as JSON shows it: its code, where it is, and all its words."""
    said = sentences(complaint, lang)
    place = complaint.place
    return {
        "code": complaint.code,
        "file": place.file,
        "row": place.row,
        "line": place.line,
        "item": place.item,
        "message": str(said),
    }


def _speak_utf8() -> None:
    """Chinese and JSON in UTF-8 whatever the console's code page; a broken file name is escaped, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
