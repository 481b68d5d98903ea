"""Reads .csv, .tsv and .txt as every cell's text: nothing is turned into numbers, 007 stays 007."""

import codecs
import csv
import io
from collections.abc import Iterator
from pathlib import Path

from inspector.domain.errors import Place, Refused
from inspector.exchange.foreign_limits import Limits, too_large
from inspector.exchange.foreign_protocol import Part, SheetStart, rows_with_numbers

_DELIMITERS = (",", "\t", ";", "|")
_LONGEST_FIELD = 1_000_000


def read_text(path: Path, limits: Limits) -> Iterator[Part]:
    """The one table of a text file; the separator is the one that stands most often in its first lines."""
    if path.stat().st_size > limits.text_file:
        raise too_large("file", limits.text_file)
    text = decoded(path.read_bytes())
    if text.lstrip()[:1] == "<":
        raise Refused("foreign.not-a-table", kind="html")
    csv.field_size_limit(_LONGEST_FIELD)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=_delimiter(text))
    yield SheetStart(path.stem)
    try:
        yield from rows_with_numbers(reader)
    except csv.Error as error:
        raise Refused("foreign.damaged", Place(row=reader.line_num), reason="", error=str(error)) from error


def decoded(data: bytes) -> str:
    """The text of UTF-8 with or without BOM, UTF-16 with BOM, or GB18030 (what Excel and WPS write in China).

    Raises `Refused("foreign.damaged")` when it is none of them.
    """
    encodings = ["utf-8-sig", "gb18030"]
    if data.startswith((codecs.BOM_UTF16_LE, codecs.BOM_UTF16_BE)):
        encodings = ["utf-16"]
    for encoding in encodings:
        try:
            text = data.decode(encoding)
        except UnicodeDecodeError:
            continue
        if "\0" not in text:
            return text
    raise Refused("foreign.damaged", reason="encoding")


def _delimiter(text: str) -> str:
    start = "\n".join(text.splitlines()[:10]) if len(text) < _LONGEST_FIELD else text[:10_000]
    return max(_DELIMITERS, key=start.count)
