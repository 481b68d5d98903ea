"""What stands around findings that move: rechecks, requests for time, redirections, answers, and their histories."""

from collections.abc import Sequence
from datetime import date
from typing import TypeVar

import sqlalchemy as sa

from inspector.domain.extensions import Decision, Extension
from inspector.domain.rechecks import Recheck
from inspector.domain.redirections import Redirection
from inspector.domain.replies import Reply
from inspector.domain.revisions import Revision
from inspector.domain.stored import Stored
from inspector.storage.revision_rows import revisions_where
from inspector.storage.rows import chunks, read_all, table_of
from inspector.storage.tables import revision

R = TypeVar("R", bound=Recheck | Extension | Redirection | Reply)

_ABOUT = (Recheck, Extension, Redirection, Reply)


class MoveStore:
    """Queries over the records that name a finding."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_findings(self, cls: type[R], findings: Sequence[str]) -> dict[str, tuple[Stored[R], ...]]:
        """Finding id → its records of that kind in the order they were made; findings without any are left out."""
        table = table_of(cls)
        found: dict[str, tuple[Stored[R], ...]] = {}
        for some in chunks(findings):
            query = sa.select(table).where(table.c.finding.in_(some), ~table.c.deleted).order_by(table.c.id)
            for one in read_all(self._connection, cls, query):
                found[one.record.finding] = (*found.get(one.record.finding, ()), one)
        return found

    def open_requests(self, findings: Sequence[str]) -> dict[str, Stored[Extension]]:
        """Finding id → its request for time that nobody decided yet."""
        asked = self.of_findings(Extension, findings)
        waiting = {f: [e for e in some if e.record.decision is Decision.ASKED] for f, some in asked.items()}
        return {finding: some[-1] for finding, some in waiting.items() if some}

    def with_open_requests(self) -> frozenset[str]:
        """Ids of all findings whose request for time nobody decided yet."""
        table = table_of(Extension)
        waiting = sa.and_(table.c.decision == str(Decision.ASKED), ~table.c.deleted)
        return frozenset(self._connection.execute(sa.select(table.c.finding).where(waiting)).scalars())

    def revisions_about(self, finding: str) -> tuple[Revision, ...]:
        """Every version of every record that names the finding, oldest first."""
        entities = sa.union(*(sa.select(t.c.id).where(t.c.finding == finding) for t in map(table_of, _ABOUT)))
        return revisions_where(self._connection, revision.c.entity.in_(entities))

    def looked_at_since(self, day: date) -> tuple[Stored[Recheck], ...]:
        """The re-inspections of that day and later, in the order they were made."""
        table = table_of(Recheck)
        query = sa.select(table).where(table.c.at >= day.isoformat(), ~table.c.deleted).order_by(table.c.id)
        return read_all(self._connection, Recheck, query)
