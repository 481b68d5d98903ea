"""What stands before a command, and all the window needs: which file, which language, how to answer."""

import argparse
from dataclasses import dataclass
from pathlib import Path

LANGUAGES = ("zh", "en")


@dataclass(frozen=True, slots=True)
class Options:
    """What was asked; `command` None opens the window, `given` holds the command's own arguments."""

    command: str | None
    workspace: Path | None
    language: str
    json: bool
    given: argparse.Namespace


def shared(default: object) -> argparse.ArgumentParser:
    """Options that may stand before or behind the command; behind, a missing one must not overwrite the one before."""
    made = argparse.ArgumentParser(prog="inspector", add_help=False)
    quiet = default is argparse.SUPPRESS
    made.add_argument("--workspace", type=Path, metavar="FILE", default=default, help="the SQLite file to work on")
    made.add_argument("--lang", choices=LANGUAGES, default=default if quiet else "", help="words in zh or en")
    made.add_argument(
        "--json", action="store_true", default=default if quiet else False, help="stdout is one JSON object"
    )
    return made
