"""The process that reads one foreign file and may die doing it: `python -m inspector.exchange.foreign_child`.

It takes `{"path": …, "limits": {…}, "folder": …}` on standard input and answers with the lines of `foreign_protocol`;
when a folder is named, the workbook's pictures are laid into it and told as lines of `returned_parts`.
"""

import gc
import json
import sys
import warnings
import zipfile
from collections.abc import Callable, Iterator
from dataclasses import asdict
from pathlib import Path
from typing import TextIO

from inspector.domain.errors import Place, Refused
from inspector.exchange.foreign_limits import Limits, bind_this_process, too_large
from inspector.exchange.foreign_protocol import (
    Part,
    SheetStart,
    again_line,
    end_line,
    part_line,
    refusal_line,
)
from inspector.exchange.foreign_tables import Row

Reader = Callable[[Path, Limits], Iterator[Part]]

_RARELY = (100_000, 50, 50)
"""Cells are no rings: looking for such garbage every 700 objects takes a fifth of the time."""
_OLE = bytes.fromhex("d0cf11e0a1b11ae1")
_WPS = {".et", ".ett", ".wps", ".wpt", ".dps"}
_TEXT = {".csv", ".tsv", ".txt"}
_SPREADSHEETS = {".xlsx", ".xlsm", ".xltx", ".xltm", ".xls", ".ods"}


def request(path: Path, limits: Limits, folder: Path | None = None) -> str:
    """What to write to the process's standard input; `folder` asks for the pictures too."""
    return json.dumps({"path": str(path), "limits": asdict(limits), "folder": str(folder) if folder else ""})


def main() -> None:
    """Read the request, bind this process, answer."""
    asked = json.loads(sys.stdin.read())
    limits = Limits(**asked["limits"])
    bind_this_process(limits)
    gc.set_threshold(*_RARELY)
    warnings.simplefilter("ignore")  # openpyxl warns of styles and extensions; we read values
    try:
        _answer(Path(asked["path"]), limits, sys.stdout)
        if asked["folder"]:
            _answer_pictures(Path(asked["path"]), Path(asked["folder"]), limits, sys.stdout)
        sys.stdout.write(end_line() + "\n")
    except Exception as error:  # noqa: BLE001 - parsers throw anything at damaged files (measured.md L19)
        sys.stdout.write(refusal_line(_refusal(error, limits)) + "\n")


def _refusal(error: Exception, limits: Limits) -> Refused:
    if isinstance(error, Refused):
        return error
    if isinstance(error, MemoryError):
        return too_large("memory", limits.memory)
    if isinstance(error, OSError):
        return Refused("foreign.unreadable", reason=error.strerror or str(error))
    return Refused("foreign.damaged", reason="", error=type(error).__name__)


def _answer(path: Path, limits: Limits, out: TextIO) -> None:
    reader = _reader(path, limits)
    try:
        _answer_with(reader, path, limits, out)
    except (Refused, MemoryError):
        raise
    except Exception:  # whatever one library throws at a workbook, the other one may open it
        other = _other_reader(path)
        if other is None:
            raise
        out.write(again_line() + "\n")
        _answer_with(other, path, limits, out)


def _other_reader(path: Path) -> Reader | None:
    """calamine opens workbooks whose styles or views openpyxl does not forgive; the zip was looked over before."""
    if not _is_workbook(path):
        return None
    from inspector.exchange.foreign_calamine import read_ods

    return read_ods


def _answer_with(reader: Reader, path: Path, limits: Limits, out: TextIO) -> None:
    sheet, sheets, cells, characters = "", 0, 0, 0
    for part in reader(path, limits):
        if isinstance(part, SheetStart):
            sheet, sheets = part.name, sheets + 1
            _cap("sheets", sheets, limits.sheets, sheet)
        else:
            _check_row(part, limits, sheet)
            cells += len(part.cells)
            _cap("cells", cells, limits.cells, sheet)
        line = part_line(part)
        characters += len(line)
        _cap("text", characters, limits.characters, sheet)
        out.write(line + "\n")
    if not cells:
        raise Refused("foreign.empty")


def _answer_pictures(path: Path, folder: Path, limits: Limits, out: TextIO) -> None:
    if not _is_workbook(path):
        return
    from inspector.exchange.returned_parts import Stopped, extra_line
    from inspector.exchange.returned_pictures import read_pictures

    try:
        out.writelines(extra_line(extra) + "\n" for extra in read_pictures(path, folder, limits))
    except (Refused, MemoryError):
        raise
    except Exception as error:  # noqa: BLE001 - the rows were read; what holds the pictures is damaged in any way
        out.write(extra_line(Stopped(type(error).__name__)) + "\n")


def _is_workbook(path: Path) -> bool:
    if not zipfile.is_zipfile(path):
        return False
    from inspector.exchange.foreign_zip import opened

    return any(name.startswith("xl/") for name in opened(path).namelist())


def _check_row(row: Row, limits: Limits, sheet: str) -> None:
    _cap("rows", row.number, limits.rows, sheet)
    _cap("columns", len(row.cells), limits.columns, sheet)


def _cap(what: str, amount: int, limit: int, sheet: str) -> None:
    if amount > limit:
        raise too_large(what, limit, Place(sheet=sheet))


def _reader(path: Path, limits: Limits) -> Reader:
    suffix = path.suffix.lower()
    if suffix in _WPS:
        raise Refused("foreign.wps", kind=suffix)
    if suffix not in _TEXT | _SPREADSHEETS:
        raise Refused("foreign.not-a-table", kind=suffix)
    size = path.stat().st_size
    if not size:
        raise Refused("foreign.empty")
    if size > limits.file:
        raise too_large("file", limits.file)
    return _reader_by_content(path)


def _reader_by_content(path: Path) -> Reader:
    # People rename files: what a file is, its first bytes say.
    with path.open("rb") as file:
        start = file.read(8)
    if start.startswith(_OLE):
        return _reader_of_ole(path)
    if start.startswith(b"PK"):
        return _reader_of_zip(path)
    if path.suffix.lower() in _SPREADSHEETS - {".xls"}:
        raise Refused("foreign.damaged", reason="not-a-zip")
    from inspector.exchange.foreign_text import read_text

    return read_text


def _reader_of_ole(path: Path) -> Reader:
    if "EncryptedPackage".encode("utf-16-le") in path.read_bytes():
        raise Refused("foreign.encrypted")
    from inspector.exchange.foreign_calamine import read_xls

    return read_xls


def _reader_of_zip(path: Path) -> Reader:
    from inspector.exchange.foreign_zip import opened

    names = opened(path).namelist()
    if "xl/workbook.bin" in names:
        raise Refused("foreign.not-a-table", kind=".xlsb")
    if any(name.startswith("xl/") for name in names):
        from inspector.exchange.foreign_xlsx import read_xlsx

        return read_xlsx
    if "content.xml" in names:
        from inspector.exchange.foreign_calamine import read_ods

        return read_ods
    raise Refused("foreign.not-a-table", kind="zip")


if __name__ == "__main__":
    main()
