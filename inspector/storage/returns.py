"""What returned lists are matched with: findings by their number, and what units answered so far."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime

import sqlalchemy as sa

from inspector.domain.findings import Finding
from inspector.domain.replies import Reply
from inspector.domain.stored import Stored
from inspector.storage.rows import chunks, read_all, table_of

_finding, _reply = table_of(Finding), table_of(Reply)


@dataclass(frozen=True, slots=True)
class Receipt:
    """One import: when, by whom, out of which files, how much. `stands` is False once it was taken back.

    `reply` is the id of one of its answers.
    """

    reply: str
    at: datetime
    person: str
    files: tuple[str, ...]
    replies: int
    photos: int
    stands: bool


class ReturnStore:
    """Queries over replies, and over findings as a returned list names them."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def numbered(self, numbers: Sequence[str]) -> tuple[Stored[Finding], ...]:
        """The findings with these numbers."""
        found: list[Stored[Finding]] = []
        for some in chunks(numbers):
            query = sa.select(_finding).where(_finding.c.no.in_(some), ~_finding.c.deleted)
            found += read_all(self._connection, Finding, query)
        return tuple(found)

    def replies_of(self, findings: Sequence[str]) -> dict[str, tuple[Stored[Reply], ...]]:
        """Finding id → its replies in the order they came; findings without any are left out."""
        found: dict[str, tuple[Stored[Reply], ...]] = {}
        for some in chunks(findings):
            query = sa.select(_reply).where(_reply.c.finding.in_(some), ~_reply.c.deleted)
            query = query.order_by(_reply.c.received_at, _reply.c.id)
            for reply in read_all(self._connection, Reply, query):
                found[reply.record.finding] = (*found.get(reply.record.finding, ()), reply)
        return found

    def received(self, most: int) -> tuple[Receipt, ...]:
        """The last imports, the newest first. Everything one import wrote bears the same time."""
        times = sa.select(_reply.c.received_at, sa.func.max(_reply.c.id)).group_by(_reply.c.received_at)
        newest = self._connection.execute(times.order_by(_reply.c.received_at.desc()).limit(most)).all()
        return tuple(self._receipt(at, reply) for at, reply in newest)

    def _receipt(self, at: str, reply: str) -> Receipt:
        query = sa.select(_reply).where(_reply.c.received_at == at).order_by(_reply.c.id)
        replies = read_all(self._connection, Reply, query)
        first = replies[0].record
        return Receipt(
            reply=reply,
            at=first.received_at,
            person=first.received_by,
            files=tuple(dict.fromkeys(one.record.file for one in replies)),
            replies=len(replies),
            photos=sum(len(one.record.photos) for one in replies),
            stands=any(not one.deleted for one in replies),
        )
