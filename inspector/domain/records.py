"""Records to canonical JSON and back: the exact text that is hashed, stored and passed on.

A record is a frozen dataclass of str, int, float, bool, date, datetime, StrEnum, None, tuples of these and nested
records. Text is NFC without NUL; keys are sorted; default values are left out, so that a field added later does not
change the hash of older records (docs/decisions/0001-revisions-and-projections.md).
"""

import dataclasses
import json
import types
import typing
import unicodedata
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from typing import Any, TypeVar, cast

from inspector.domain.errors import Refused

MAX_BODY_BYTES = 65_536

R = TypeVar("R")

# Read once per record class: reflection would cost more than the JSON itself.
_DEFAULTS: dict[object, tuple[tuple[str, Any], ...]] = {}
_READERS: dict[object, tuple[tuple[str, "Reader"], ...]] = {}


def to_canonical(record: Any) -> str:
    """The canonical JSON text of a record.

    Raises `Refused("record.too-large")` when the text exceeds 64 KB (sync.md 1).
    """
    text = canonical_json(plain(record))
    if len(text.encode()) > MAX_BODY_BYTES:
        raise Refused("record.too-large", kind=type(record).__name__)
    return text


def canonical_json(value: object) -> str:
    """JSON with sorted keys, no spaces, real characters: one text for one value."""
    return json.dumps(value, ensure_ascii=False, sort_keys=True, separators=(",", ":"), allow_nan=False)


def from_canonical(cls: type[R], text: str) -> R:
    """The record that `to_canonical` wrote; unknown keys are ignored (the text keeps them)."""
    return from_plain(cls, json.loads(text))


def from_plain(cls: type[R], values: Mapping[str, Any]) -> R:
    """A record from decoded JSON values."""
    made = {name: read(values[name]) for name, read in _readers(cls) if name in values}
    return cls(**made)


def clean_text(text: str) -> str:
    """NFC text without NUL and lone surrogates, which PostgreSQL and UTF-8 refuse (threats.md 38)."""
    return unicodedata.normalize("NFC", text.replace("\0", "").encode("utf-8", "ignore").decode())


def plain(value: Any) -> Any:
    """JSON values of a record, a tuple or a scalar; fields at their default are left out."""
    if isinstance(value, str):
        return clean_text(value)
    if value is None or isinstance(value, bool | int | float):
        return value
    if isinstance(value, date):  # a datetime is a date
        return value.isoformat()
    if isinstance(value, tuple):
        return [plain(v) for v in value]
    return {
        name: plain(current)
        for name, default in _fields_with_defaults(type(value))
        if (current := getattr(value, name)) != default or default is dataclasses.MISSING
    }


def _fields_with_defaults(cls: Any) -> tuple[tuple[str, Any], ...]:
    if cls not in _DEFAULTS:
        _DEFAULTS[cls] = tuple((f.name, f.default) for f in dataclasses.fields(cls))
    return _DEFAULTS[cls]


Reader = Callable[[Any], Any]


def _readers(cls: Any) -> tuple[tuple[str, Reader], ...]:
    if cls not in _READERS:
        hints = typing.get_type_hints(cls)
        _READERS[cls] = tuple((f.name, reader(hints[f.name])) for f in dataclasses.fields(cls))
    return _READERS[cls]


def reader(hint: Any) -> Reader:
    """How values of a field with this type hint are read back from JSON."""
    origin = typing.get_origin(hint)
    if origin in (typing.Union, types.UnionType):
        inner = reader(next(a for a in typing.get_args(hint) if a is not type(None)))
        return lambda v: None if v is None else inner(v)
    if origin is tuple:
        return _tuple_reader(typing.get_args(hint))
    if hint is datetime:
        return datetime.fromisoformat
    if hint is date:
        return date.fromisoformat
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return hint
    if dataclasses.is_dataclass(hint):
        return lambda v: from_plain(cast("type[Any]", hint), v)
    if hint is float:
        return float
    return lambda v: v


def _tuple_reader(args: tuple[Any, ...]) -> Reader:
    if len(args) == 2 and args[1] is Ellipsis:
        inner = reader(args[0])
        return lambda values: tuple(inner(v) for v in values)
    readers = [reader(a) for a in args]
    return lambda values: tuple(read(v) for read, v in zip(readers, values, strict=True))
