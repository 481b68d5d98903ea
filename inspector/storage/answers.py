"""Answers of an inspection, by item."""

import sqlalchemy as sa

from inspector.domain.inspections import Answer
from inspector.domain.stored import Stored
from inspector.storage.rows import read_all, table_of

_answer = table_of(Answer)


class AnswerStore:
    """Queries over answers."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of(self, inspection: str) -> dict[str, Stored[Answer]]:
        """Item code → answer, for the items that have one."""
        query = sa.select(_answer).where(_answer.c.inspection == inspection, ~_answer.c.deleted)
        return {found.record.item: found for found in read_all(self._connection, Answer, query)}
