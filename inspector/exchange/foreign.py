"""Reads spreadsheets that other people made, without trusting them: `read_tables(path)`.

The file is parsed in a process of its own that has bound itself to little memory and time; whatever happens there,
this program gets values or one refusal that says what to do.
"""

import logging
import os
import subprocess  # the child is our own module, started by our own interpreter
import sys
from pathlib import Path

import inspector
from inspector.domain.errors import Place, Refused
from inspector.exchange.foreign_child import request
from inspector.exchange.foreign_limits import Limits, too_large
from inspector.exchange.foreign_protocol import tables_from_lines
from inspector.exchange.foreign_tables import CellValue, Row, Sheet, Tables, cell_text

__all__ = ["CellValue", "Limits", "Row", "Sheet", "Tables", "cell_text", "read_lines", "read_tables"]

_log = logging.getLogger(__name__)
_SOURCES = Path(inspector.__file__).parents[1]
_KILLED_FOR_TIME = {-24, -9, 1816}  # SIGXCPU and SIGKILL; the quota error of a Windows job
_NO_WINDOW = 0x0800_0000 if sys.platform == "win32" else 0


def read_tables(path: Path, limits: Limits | None = None) -> Tables:
    """All sheets of an .xlsx, .xlsm, .xls, .ods, .csv, .tsv or .txt file as plain values.

    Macros, links, pictures and formats are not looked at; formulas give their last saved value. Raises `Refused` with
    a code "foreign.…" and the file's name when it is missing, empty, encrypted, damaged, no table, dangerous or larger
    than `limits` allow. Needs no more than `limits.seconds` (and a start of Python, about 0.3 s).
    """
    return tables_from_lines(path.name, read_lines(path, limits or Limits()))


def read_lines(path: Path, limits: Limits, folder: Path | None = None) -> list[str]:
    """What the reading process says about the file; with a `folder` its pictures are laid there and told too.

    Raises `Refused` as `read_tables` does, but for what the lines themselves say.
    """
    place = Place(file=path.name)
    if not path.is_file():
        raise Refused("foreign.missing", place)
    return spoken("inspector.exchange.foreign_child", request(path.absolute(), limits, folder), limits, place)


def spoken(module: str, asked: str, limits: Limits, place: Place) -> list[str]:
    """What a reading process says when it is asked; `module` binds itself to the limits first.

    Raises `Refused` when it takes too much time or memory, or dies without a word.
    """
    try:
        done = subprocess.run(  # noqa: S603 - our own module, started by our own interpreter
            [sys.executable, "-P", "-s", "-X", "utf8", "-m", module],
            input=asked,
            capture_output=True,
            timeout=limits.seconds,
            check=False,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PYTHONPATH": str(_SOURCES), "OPENPYXL_DEFUSEDXML": "True"},
            creationflags=_NO_WINDOW,
        )
    except subprocess.TimeoutExpired as error:
        raise Refused("foreign.too-slow", place, seconds=str(limits.seconds)) from error
    if done.returncode in _KILLED_FOR_TIME:
        raise Refused("foreign.too-slow", place, seconds=str(limits.seconds))
    if done.stderr:
        _log.warning("the reading process said: %s", done.stderr[-2_000:])
    if done.returncode == 1:
        raise Refused("foreign.damaged", place, reason="stopped")
    if done.returncode:
        raise too_large("memory", limits.memory, place)
    return done.stdout.splitlines()
