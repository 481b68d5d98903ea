"""What a command is given, and what it answers."""

import sys
from collections.abc import Callable, Mapping
from contextlib import AbstractContextManager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any, Protocol

from inspector.cli.options import Options
from inspector.config.paths import Paths
from inspector.config.settings import load_settings
from inspector.domain.errors import Complaint, Place, Refused
from inspector.services.wording.sentences import Lang, sentences

if TYPE_CHECKING:
    from inspector.services.services import Services


class Opened(Protocol):
    """Gives the use cases of a workspace for as long as the block lasts."""

    def __call__(self, workspace: Path, person: str, *, writing: bool) -> "AbstractContextManager[Services]": ...


class Pictures(Protocol):
    """Draws every page into PNG files and returns their paths."""

    def __call__(self, services: "Services", folder: Path, language: Lang) -> tuple[Path, ...]: ...


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

    def reading(self, *, anew: bool = False) -> "AbstractContextManager[Services]":
        """The use cases for reading, also while a window is open on the workspace.

        Raises `Refused("workspace.missing")` where there is none, because a mistyped name must not answer "nothing
        found"; with `anew` an empty one is made.
        """
        if not anew and not self.paths.workspace.exists():
            raise Refused("workspace.missing", Place(file=str(self.paths.workspace)))
        return self.doors.opened(self.paths.workspace, "", writing=False)

    def writing(self, person: str = "") -> "AbstractContextManager[Services]":
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
