"""The log: what the program did and could not do, without the content of records."""

import faulthandler
import logging
from pathlib import Path
from typing import TextIO

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"
_FULL = 1_000_000
_KEPT = 2


def start_log(path: Path) -> TextIO | None:
    """Log into `path` and dump stacks there on a hard crash; a full log makes room at the start (three of 1 MB stay).

    Returns the file for fault dumps, to be kept open; None when the folder cannot be written: the program then works
    without a log rather than not at all.
    """
    root = logging.getLogger("inspector")
    root.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        _make_room(path)
        dumps = path.with_suffix(".crash").open("a", encoding="utf-8")
    except OSError:
        root.addHandler(logging.NullHandler())
        return None
    handler = logging.FileHandler(path, encoding="utf-8", delay=True)
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(handler)
    faulthandler.enable(dumps)
    return dumps


def _make_room(path: Path) -> None:
    """Set full logs aside as path.1, path.2; `logging.handlers` would do it too, and cost a start its sockets."""
    if not path.exists() or path.stat().st_size < _FULL:
        return
    for number in range(_KEPT, 0, -1):
        older = path.with_name(f"{path.name}.{number - 1}") if number > 1 else path
        if older.exists():
            older.replace(path.with_name(f"{path.name}.{number}"))
