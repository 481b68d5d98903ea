"""From a frozen record to the columns of its projection table and back.

One record class gives one table: a column a field, dates and times as ISO text, tuples and nested records as JSON.
Both SQLite and PostgreSQL take these types (threats.md 38).
"""

import dataclasses
import json
import types
import typing
from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from functools import lru_cache
from typing import Any, TypeVar

import sqlalchemy as sa

from inspector.domain.records import clean_text, plain, reader

R = TypeVar("R")

Convert = Callable[[Any], Any]


@dataclasses.dataclass(frozen=True, slots=True)
class Field:
    """How one field is kept: its SQL type, and the two directions."""

    name: str
    type: sa.types.TypeEngine[Any]
    store: Convert
    load: Convert


def fields_of(cls: type[Any]) -> tuple[Field, ...]:
    """The fields of a record class in order."""
    if cls not in _FIELDS:
        hints = typing.get_type_hints(cls)
        _FIELDS[cls] = tuple(_field(f.name, hints[f.name]) for f in dataclasses.fields(cls))
    return _FIELDS[cls]


_FIELDS: dict[type[Any], tuple[Field, ...]] = {}


def to_columns(record: Any) -> dict[str, Any]:
    """Column values of a record."""
    return {f.name: f.store(getattr(record, f.name)) for f in fields_of(type(record))}


def from_columns(cls: type[R], row: Mapping[str, Any]) -> R:
    """The record of a row that has at least the record's columns."""
    return cls(**{f.name: f.load(row[f.name]) for f in fields_of(cls)})


def driver_loads(cls: type[Any]) -> tuple[tuple[int, Convert], ...]:
    """For the few rows read without SQLAlchemy's help: the places of a record's fields that the driver does not give
    as they are, and what makes them so; the same few values come again and again.
    """
    loads = ((place, bool if isinstance(f.type, sa.Boolean) else f.load) for place, f in enumerate(fields_of(cls)))
    return tuple((place, lru_cache(maxsize=1024)(load)) for place, load in loads if load is not _same)


def _same(value: Any) -> Any:
    return value


def _field(name: str, hint: Any) -> Field:
    if typing.get_origin(hint) in (typing.Union, types.UnionType):
        hint = next(a for a in typing.get_args(hint) if a is not type(None))
    if hint is str:
        return Field(name, sa.Text(), _clean, _same)
    scalar = _SCALARS.get(hint)
    if scalar:
        return Field(name, scalar, _same, _same)
    if hint in (date, datetime):
        return Field(name, sa.Text(), _optional(hint.isoformat), _optional(hint.fromisoformat))
    if isinstance(hint, type) and issubclass(hint, StrEnum):
        return Field(name, sa.Text(), _optional(str), _optional(hint))
    return Field(name, sa.Text(), _to_json, _json_reader(hint))


_SCALARS: dict[Any, sa.types.TypeEngine[Any]] = {
    int: sa.BigInteger(),
    float: sa.Float(),
    bool: sa.Boolean(),
}


def _clean(value: str | None) -> str | None:
    return value if value is None or (value.isascii() and "\0" not in value) else clean_text(value)


def _optional(convert: Convert) -> Convert:
    return lambda value: None if value is None else convert(value)


def _to_json(value: Any) -> str:
    return json.dumps(plain(value), ensure_ascii=False)


def _json_reader(hint: Any) -> Convert:
    read = reader(hint)
    return lambda text: read(json.loads(text))
