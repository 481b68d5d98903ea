"""Runs one command: its use cases, its answer, its exit status."""

import json
import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any, Protocol

from inspector.cli.arguments import Options
from inspector.config.paths import Paths
from inspector.domain.errors import Cancelled, Complaint, Refused, RefusedAll
from inspector.services.services import Services
from inspector.services.wording.sentences import Lang, sentences

DONE, REFUSED = 0, 1


class Opened(Protocol):
    """Gives the use cases of a workspace for as long as the block lasts."""

    def __call__(self, workspace: Path, person: str, *, writing: bool) -> AbstractContextManager[Services]: ...


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
    opened: Opened
    lang: Lang

    def tell(self, done: int, of: int, what: str = "") -> None:
        """Progress on stderr, one line that is written over; nothing where nobody looks."""
        if sys.stderr.isatty():
            print(f"\r\033[K{done}/{of} {what}", end="" if done < of else "\n", file=sys.stderr, flush=True)


Command = Callable[[Desk], Answer]


def run(options: Options, paths: Paths, opened: Opened) -> int:
    """Run the command of `options`; returns the exit status."""
    from inspector.cli.commands import COMMANDS  # noqa: PLC0415 - only a command pays for what commands import

    lang: Lang = "en" if options.language == "en" else "zh"
    desk = Desk(options, paths, opened, lang)
    try:
        answer = COMMANDS[options.command or ""](desk)
    except Refused as refused:
        answer = Answer({}, complaints=(refused.complaint,), ok=False)
    except RefusedAll as refused:
        answer = Answer({}, complaints=refused.complaints, ok=False)
    except (Cancelled, KeyboardInterrupt):
        return REFUSED
    _print(answer, options, lang)
    return DONE if answer.ok else REFUSED


def _print(answer: Answer, options: Options, lang: Lang) -> None:
    for complaint in answer.complaints:
        print(sentences(complaint, lang), file=sys.stderr)
    if options.json:
        facts = dict(answer.facts) or {"errors": [str(sentences(c, lang)) for c in answer.complaints]}
        print(json.dumps(facts, ensure_ascii=False, default=str))
    else:
        for line in answer.lines:
            print(line)
