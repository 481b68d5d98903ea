"""The cells of a workbook's sheet and its shared strings, read row by row: values only, never a formula."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import datetime
from functools import cache
from typing import IO

from openpyxl.utils import column_index_from_string
from openpyxl.utils.datetime import from_excel
from openpyxl.xml.constants import SHEET_MAIN_NS

from inspector.domain.errors import Place, Refused
from inspector.exchange.foreign_xml import Walk, full_name

_ROW, _CELL, _VALUE, _INLINE = (full_name(SHEET_MAIN_NS, name) for name in ("row", "c", "v", "is"))
_STRING, _TEXT, _READING = (full_name(SHEET_MAIN_NS, name) for name in ("si", "t", "rPh"))
_DIGITS = "0123456789"
_ESCAPED = re.compile(r"_x([0-9A-Fa-f]{4})_")
_LINE_END = re.compile(r"\r\n?")
_NO_DATE = "#VALUE!"
_column = cache(column_index_from_string)


@dataclass(frozen=True, slots=True)
class Meanings:
    """What the workbook says about its cells: its strings, its first day, and which styles are dates or durations."""

    strings: list[str]
    epoch: datetime
    dates: frozenset[str]
    durations: frozenset[str]


def shared_strings(stream: IO[bytes]) -> list[str]:
    """The texts that cells name by number; how they are read out (ruby) is left away."""
    found: list[str] = []
    texts = _Texts()

    def end(name: str) -> None:
        texts.end(name)
        if name == _STRING:
            found.append(shown(texts.taken()))

    Walk(stream, texts.start, end, texts.text).through()
    return found


def rows_of(stream: IO[bytes], meanings: Meanings) -> Iterator[tuple[int, list[object]]]:
    """(number from 1, values from column A) of each row, in the order of the file.

    Raises `Refused("foreign.damaged")` when a row does not lie below the one before it, ValueError at a number or a
    cell's name that is none.
    """
    sheet = _Sheet(meanings)
    walk = Walk(stream, sheet.start, sheet.end, sheet.texts.text)
    more = True
    while more:
        more = walk.step()
        yield from sheet.rows
        sheet.rows.clear()


@dataclass(slots=True)
class _Texts:
    """Gathers the texts of the elements `named`, but for those that say how a text is read out."""

    named: str = _TEXT
    parts: list[str] = field(default_factory=list)
    listening: bool = False
    aside: int = 0

    def start(self, name: str, _: dict[str, str]) -> None:
        if name == self.named:
            self.listening = not self.aside
        elif name == _READING:
            self.aside += 1

    def end(self, name: str) -> None:
        if name == self.named:
            self.listening = False
        elif name == _READING:
            self.aside -= 1

    def text(self, text: str) -> None:
        if self.listening:
            self.parts.append(text)

    def taken(self) -> str:
        """What was gathered since the last time."""
        text = "".join(self.parts)
        self.parts.clear()
        return text


class _Sheet:
    """Turns the events of a sheet's XML into rows: `rows` are those that ended and nobody took yet."""

    def __init__(self, meanings: Meanings) -> None:
        self.rows: list[tuple[int, list[object]]] = []
        self.texts = _Texts()
        self._meanings = meanings
        self._row = 0
        self._column = 0
        self._cell: dict[str, str] = {}
        self._values: dict[int, object] = {}

    def start(self, name: str, attributes: dict[str, str]) -> None:
        if name == _CELL:
            self._cell = attributes
            self.texts.named = _VALUE
            self.texts.parts.clear()
        elif name == _INLINE:
            self.texts.named = _TEXT
            self.texts.parts.clear()
        elif name == _ROW:
            self._begin_row(attributes.get("r"))
        else:
            self.texts.start(name, attributes)

    def end(self, name: str) -> None:
        if name == _CELL:
            place = self._cell.get("r")
            self._column = _column(place.rstrip(_DIGITS)) if place else self._column + 1
            if text := self.texts.taken():
                self._values[self._column] = self._value(text)
        elif name == _ROW:
            if self._values:
                values = [self._values.get(column) for column in range(1, max(self._values) + 1)]
                self.rows.append((self._row, values))
        else:
            self.texts.end(name)

    def _begin_row(self, given: str | None) -> None:
        number = self._row + 1 if given is None else int(float(given))
        if number <= self._row:
            raise Refused("foreign.damaged", Place(row=number), reason="rows")
        self._row, self._column = number, 0
        self._values.clear()

    def _value(self, text: str) -> object:
        kind = self._cell.get("t", "n")
        if kind == "n":
            return self._number(text)
        if kind == "s":
            return self._meanings.strings[int(text)]
        if kind == "b":
            return text.strip() in {"1", "true"}
        if kind == "d":
            return _day(text)
        return shown(text)

    def _number(self, text: str) -> object:
        number = int(text) if text.removeprefix("-").isdecimal() else float(text)
        style = self._cell.get("s")
        if style not in self._meanings.dates:
            return number
        try:
            return from_excel(number, self._meanings.epoch, timedelta=style in self._meanings.durations)
        except (OverflowError, ValueError):
            return _NO_DATE


def shown(text: str) -> str:
    """A text as the offices show it: `_x000D_` is a character, and every way to end a line is one."""
    if "_x" in text:
        text = _ESCAPED.sub(lambda found: _allowed(chr(int(found[1], 16))), text)
    return _LINE_END.sub("\n", text) if "\r" in text else text


def _day(text: str) -> object:
    try:
        return datetime.fromisoformat(text)
    except ValueError:  # a time alone is kept as it is written
        return text


def _allowed(character: str) -> str:
    return character if character.isprintable() or character in "\t\n\r\u3000" else ""
