"""好的做法."""

import sqlalchemy as sa

from inspector.domain.praises import Praise
from inspector.domain.stored import Stored
from inspector.storage.rows import read_all, table_of

_praise = table_of(Praise)


class PraiseStore:
    """Queries over good practices."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_inspection(self, inspection: str) -> tuple[Stored[Praise], ...]:
        """In the order they were told."""
        query = sa.select(_praise).where(_praise.c.inspection == inspection, ~_praise.c.deleted)
        return read_all(self._connection, Praise, query.order_by(_praise.c.seen_at, _praise.c.id))

    def all(self) -> tuple[Stored[Praise], ...]:
        """Everything that was praised, the newest first."""
        query = sa.select(_praise).where(~_praise.c.deleted)
        return read_all(self._connection, Praise, query.order_by(_praise.c.seen_at.desc(), _praise.c.id))
