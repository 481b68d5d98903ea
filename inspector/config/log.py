"""The log: what the program did and could not do, without the content of records."""

import faulthandler
import logging
from logging.handlers import RotatingFileHandler
from pathlib import Path
from typing import TextIO

_FORMAT = "%(asctime)s %(levelname)s %(name)s: %(message)s"


def start_log(path: Path) -> TextIO | None:
    """Log into `path` (three files of 1 MB at most) and dump stacks there on a hard crash.

    Returns the file for fault dumps, to be kept open; None when the folder cannot be written: the program then works
    without a log rather than not at all.
    """
    root = logging.getLogger("inspector")
    root.setLevel(logging.INFO)
    try:
        path.parent.mkdir(parents=True, exist_ok=True)
        handler = RotatingFileHandler(path, maxBytes=1_000_000, backupCount=2, encoding="utf-8", delay=True)
        dumps = path.with_suffix(".crash").open("a", encoding="utf-8")
    except OSError:
        root.addHandler(logging.NullHandler())
        return None
    handler.setFormatter(logging.Formatter(_FORMAT))
    root.addHandler(handler)
    faulthandler.enable(dumps)
    return dumps
