"""What is kept apart from the revisions because it may have to be erased."""

from collections.abc import Sequence
from datetime import date

import sqlalchemy as sa

from inspector.storage.rows import chunks
from inspector.storage.tables import private_note


class PrivateStore:
    """Texts by the id of the record they belong to."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def body(self, entity: str) -> str:
        """What is kept under an id, "" when nothing is or it was erased."""
        found: str | None = self._connection.execute(
            sa.select(private_note.c.body).where(private_note.c.id == entity)
        ).scalar()
        return found or ""

    def held(self, entities: Sequence[str]) -> frozenset[str]:
        """Those of these ids that still have something."""
        found: set[str] = set()
        for some in chunks(entities):
            query = sa.select(private_note.c.id).where(private_note.c.id.in_(some))
            found.update(self._connection.execute(query).scalars())
        return frozenset(found)

    def kept_before(self, day: date) -> tuple[str, ...]:
        """The ids of everything kept before a day, the oldest first."""
        query = sa.select(private_note.c.id).where(private_note.c.kept_on < day.isoformat())
        return tuple(self._connection.execute(query.order_by(private_note.c.kept_on, private_note.c.id)).scalars())
