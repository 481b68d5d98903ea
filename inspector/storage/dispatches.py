"""交办: the batches and their numbers."""

import sqlalchemy as sa

from inspector.domain.dispatches import Dispatch
from inspector.domain.stored import Stored
from inspector.storage.rows import read_all, table_of

_dispatch = table_of(Dispatch)


class DispatchStore:
    """Queries over dispatches."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def newest_first(self) -> tuple[Stored[Dispatch], ...]:
        """Every dispatch."""
        query = sa.select(_dispatch).where(~_dispatch.c.deleted)
        return read_all(self._connection, Dispatch, query.order_by(_dispatch.c.id.desc()))

    def next_serial(self, year: int) -> int:
        """The next number of a year; a number used is never used again, even of a dispatch taken back."""
        last: int | None = self._connection.execute(
            sa.select(sa.func.max(_dispatch.c.serial)).where(_dispatch.c.year == year)
        ).scalar()
        return (last or 0) + 1
