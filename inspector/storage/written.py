"""Statements written out once and sent as they are: SQLAlchemy's own way to the driver costs more than a short answer.

Only for questions that are asked again after every act; rows come as the driver has them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from types import MappingProxyType
from typing import Any

import sqlalchemy as sa
from sqlalchemy.dialects.sqlite.pysqlite import SQLiteDialect_pysqlite

NO_MORE: Mapping[str, Any] = MappingProxyType({})


@dataclass(frozen=True, slots=True)
class Written:
    """SQL with the names of its parameters in order, and those that are always the same."""

    sql: str
    names: tuple[str, ...]
    fixed: Mapping[str, Any]

    def cursor(self, connection: sa.Connection, given: Mapping[str, Any] = NO_MORE) -> Any:
        """The driver's cursor on the answer to it with these parameters. Raises what the driver raises."""
        values = {**self.fixed, **given}
        cursor = connection.connection.cursor()
        cursor.execute(self.sql, tuple(values[name] for name in self.names))
        return cursor

    def rows(self, connection: sa.Connection, given: Mapping[str, Any] = NO_MORE) -> list[Sequence[Any]]:
        """The whole answer."""
        found: list[Sequence[Any]] = self.cursor(connection, given).fetchall()
        return found


def written(statement: sa.Select[Any] | sa.CompoundSelect[Any]) -> Written:
    """A statement whose parameters SQLite's driver takes as they are."""
    compiled = statement.compile(dialect=SQLiteDialect_pysqlite(), compile_kwargs={"render_postcompile": True})
    return Written(compiled.string, tuple(compiled.positiontup or ()), compiled.params)
