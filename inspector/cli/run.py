"""Runs one command: its use cases, its answer, its exit status."""

import io
import json
import logging
import os
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from types import TracebackType

from inspector.cli.desk import Answer, Command, Desk, Doors, message
from inspector.cli.options import Options
from inspector.config.paths import Paths
from inspector.domain.errors import Cancelled, Complaint, Place, Refused, RefusedAll
from inspector.services.wording.sentences import Lang, sentences

_LOG = logging.getLogger(__name__)
DONE, REFUSED = 0, 1


def run(options: Options, paths: Paths, doors: Doors) -> int:
    """Run the command of `options`; returns the exit status."""
    from inspector.cli.commands import COMMANDS

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


def _speak_utf8() -> None:
    """Chinese and JSON in UTF-8 whatever the console's code page; a broken file name is escaped, not a crash."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors="backslashreplace")
