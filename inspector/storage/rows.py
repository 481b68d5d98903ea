"""Projection rows as records with their identity, and how texts are looked for."""

import json
from collections.abc import Iterable, Sequence
from typing import Any, TypeVar

import sqlalchemy as sa

from inspector.domain.kinds import KINDS
from inspector.domain.records import clean_text
from inspector.domain.stored import Stored
from inspector.storage.columns import from_columns
from inspector.storage.tables import PROJECTIONS

R = TypeVar("R")
CHUNK = 500
"""Ids a query asks for at once: under SQLite's limit of variables on every platform."""

ESCAPE = "\\"


def stored(cls: type[R], row: Any) -> Stored[R]:
    """A projection row as a record with its identity."""
    rivals: Iterable[str] = json.loads(row["rivals"])
    return Stored(row["id"], from_columns(cls, row), row["revision"], tuple(rivals), bool(row["deleted"]))


def table_of(cls: type[Any]) -> sa.Table:
    """The projection table of a record class."""
    return PROJECTIONS[KINDS[cls]]


def read_all(connection: sa.Connection, cls: type[R], query: sa.Select[Any]) -> tuple[Stored[R], ...]:
    """The records a query over the class's own table gives."""
    return tuple(stored(cls, row) for row in connection.execute(query).mappings())


def chunks(values: Sequence[str]) -> Iterable[Sequence[str]]:
    """Values in portions a query can carry."""
    return (values[start : start + CHUNK] for start in range(0, len(values), CHUNK))


def each_of(ids: str | sa.BindParameter[str]) -> sa.Select[Any]:
    """Ids given as one JSON list, so that the statement is the same however many there are."""
    return sa.select(sa.func.json_each(ids).table_valued("value").c.value)


def words_of(text: str) -> list[str]:
    """The words of what a person looks for, as they are stored; of a pasted page only the first few, for SQLite refuses
    endless questions.
    """
    return [word[:100] for word in clean_text(text).split()[:8]]


def contains(text: str) -> str:
    """A LIKE pattern that finds `text` anywhere; %, _ and the escape sign in it are taken literally."""
    for sign in (ESCAPE, "%", "_"):
        text = text.replace(sign, ESCAPE + sign)
    return f"%{text}%"


def any_contains(columns: Iterable[sa.ColumnElement[Any]], text: str) -> sa.ColumnElement[bool]:
    """A condition: one of the columns holds the text."""
    return holding(columns, contains(text))


def holding(columns: Iterable[sa.ColumnElement[Any]], pattern: str | sa.BindParameter[Any]) -> sa.ColumnElement[bool]:
    """The same of a pattern that `contains` makes, or that is given later."""
    return sa.or_(*(column.like(pattern, escape=ESCAPE) for column in columns))
