"""JSON of strangers, read strictly: limits before parsing, every field known, all complaints and not only the first."""

import difflib
import json
import math
from collections.abc import Mapping, Sequence
from pathlib import Path
from typing import Any, NoReturn

from inspector.domain.errors import Complaint, Place, Refused, RefusedAll
from inspector.domain.records import clean_text

MAX_BYTES = 5_000_000
MAX_FIGURE = 1_000_000_000
MAX_TEXT = 5_000


class JsonReading:
    """One JSON file being read; `complaints` grows, and what could not be read is None or empty."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.complaints: list[Complaint] = []

    def complain(self, code: str, where: str = "", **facts: str) -> None:
        """Notes one problem at a place in the file, such as answers[3].count."""
        self.complaints.append(Complaint(code, Place(file=self.file, item=where), tuple(sorted(facts.items()))))

    def root(self, path: Path) -> dict[str, Any]:
        """The object in a file.

        Raises `Refused`: "json.missing", "json.unreadable" (reason), "json.too-large" (limit), "json.not-utf-8",
        "json.not-json" (with the line), "json.not-an-object".
        """
        value = self._parsed(_text(path))
        if not isinstance(value, dict):
            raise Refused("json.not-an-object", Place(file=self.file))
        return value

    def known(self, fields: Mapping[str, Any], names: Sequence[str], where: str = "") -> None:
        """Complains about every field that has no meaning here."""
        for name in fields.keys() - set(names):
            near = difflib.get_close_matches(name, names, 1)
            self.complain("json.field-unknown", _inside(where, name), near=near[0] if near else "、".join(names))

    def text(self, fields: Mapping[str, Any], name: str, where: str = "", *, needed: bool = False) -> str:
        """A text of at most `MAX_TEXT` characters, trimmed; "" when it is absent or null."""
        value = fields.get(name)
        text = clean_text(value).strip() if isinstance(value, str) else ""
        if value is not None and not isinstance(value, str):
            self._wrong(name, where, "text")
        elif needed and not text:
            self.complain("json.field-missing", _inside(where, name))
        if len(text) > MAX_TEXT:
            self.complain("json.too-long", _inside(where, name), limit=str(MAX_TEXT))
        return text

    def whole(self, fields: Mapping[str, Any], name: str, where: str = "") -> int | None:
        """A whole figure from 0 to `MAX_FIGURE`; None when it is absent or null."""
        value = self.number(fields, name, where)
        if value is not None and not value.is_integer():
            self._wrong(name, where, "whole")
            return None
        return None if value is None else int(value)

    def number(self, fields: Mapping[str, Any], name: str, where: str = "") -> float | None:
        """A figure from 0 to `MAX_FIGURE`; None when it is absent or null."""
        value = fields.get(name)
        if value is None:
            return None
        if isinstance(value, bool) or not isinstance(value, int | float):
            self._wrong(name, where, "number")
            return None
        if not math.isfinite(value) or not 0 <= value <= MAX_FIGURE:
            self.complain("json.figure-out-of-range", _inside(where, name), limit=str(MAX_FIGURE))
            return None
        return float(value)

    def listed(self, fields: Mapping[str, Any], name: str, limit: int, where: str = "") -> list[Any]:
        """A list of at most `limit` values; empty when it is absent or null."""
        value = fields.get(name)
        if value is None:
            return []
        if not isinstance(value, list):
            self._wrong(name, where, "list")
            return []
        if len(value) > limit:
            self.complain("json.too-many", _inside(where, name), limit=str(limit))
            return []
        return value

    def fields(self, value: object, where: str) -> dict[str, Any]:
        """An object inside the file; empty, with a complaint, when it is something else."""
        if isinstance(value, dict):
            return value
        self._wrong("", where, "object")
        return {}

    def refuse(self) -> None:
        """Raises `RefusedAll` when there is any complaint."""
        if self.complaints:
            raise RefusedAll(tuple(self.complaints))

    def _wrong(self, name: str, where: str, wanted: str) -> None:
        self.complain("json.wrong-type", _inside(where, name), wanted=wanted)

    def _parsed(self, text: str) -> object:
        try:
            return json.loads(text, object_pairs_hook=self._object, parse_constant=_no_constant)
        except json.JSONDecodeError as error:
            place = Place(file=self.file, line=error.lineno)
            raise Refused("json.not-json", place, position=str(error.colno)) from error
        except (ValueError, RecursionError) as error:  # a number of 5,000 digits, NaN, 100,000 brackets
            raise Refused("json.not-json", Place(file=self.file), position="") from error

    def _object(self, pairs: list[tuple[str, Any]]) -> dict[str, Any]:
        fields: dict[str, Any] = {}
        for name, value in pairs:
            if name in fields:
                self.complain("json.field-twice", name)
            fields[name] = value
        return fields


def _text(path: Path) -> str:
    """The text of a file in UTF-8, with or without a byte order mark, of at most `MAX_BYTES`."""
    place = Place(file=path.name)
    try:
        with path.open("rb") as file:
            content = file.read(MAX_BYTES + 1)
    except FileNotFoundError as error:
        raise Refused("json.missing", place) from error
    except OSError as error:
        raise Refused("json.unreadable", place, reason=error.strerror or "") from error
    if len(content) > MAX_BYTES:
        raise Refused("json.too-large", place, limit=f"{MAX_BYTES // 1_000_000} MB")
    try:
        return content.decode("utf-8-sig")
    except UnicodeDecodeError as error:
        raise Refused("json.not-utf-8", place) from error


def _inside(where: str, name: str) -> str:
    return ".".join(part for part in (where, name) if part)


def _no_constant(name: str) -> NoReturn:
    raise ValueError(name)
