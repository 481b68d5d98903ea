"""问题: those of an inspection, of a site, the next number, and the ledger."""

from collections.abc import Collection, Iterator, Sequence
from datetime import date

import sqlalchemy as sa

from inspector.domain.findings import OPEN, Finding, FindingStatus
from inspector.domain.id_list import IdList
from inspector.domain.ledger import LedgerQuery, LedgerRow
from inspector.domain.progress import Progress, silent
from inspector.domain.stored import Stored
from inspector.storage import ledger_lines, ledger_queries, ledger_window
from inspector.storage.ledger_words import words_in
from inspector.storage.rows import chunks, read_all, table_of
from inspector.storage.tables import revision

_finding = table_of(Finding)


_SOME = 20_000


class FindingStore:
    """Queries over findings."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def of_inspection(self, inspection: str) -> tuple[Stored[Finding], ...]:
        """The findings recorded in an inspection, in the order of their items."""
        query = (
            sa.select(_finding)
            .where(_finding.c.inspection == inspection, ~_finding.c.deleted)
            .order_by(_finding.c.item, _finding.c.position, _finding.c.id)
        )
        return read_all(self._connection, Finding, query)

    def discarded(self, inspection: str, item: str) -> tuple[Stored[Finding], ...]:
        """Findings of an item that the last act of this kind took away together: failing it again brings them back."""
        gone = (_finding.c.inspection == inspection, _finding.c.item == item, _finding.c.deleted)
        last = sa.select(sa.func.max(_finding.c.revision)).where(*gone).scalar_subquery()
        act = sa.select(revision.c.change).where(revision.c.id == last).scalar_subquery()
        query = (
            sa.select(_finding)
            .join(revision, revision.c.id == _finding.c.revision)
            .where(*gone, revision.c.change == act)
            .order_by(_finding.c.position, _finding.c.id)
        )
        return read_all(self._connection, Finding, query)

    def open_of_site(self, site: str, besides: str = "") -> tuple[Stored[Finding], ...]:
        """What is still open at a site, `besides` one inspection, the oldest first."""
        query = (
            sa.select(_finding)
            .where(
                _finding.c.site == site,
                _finding.c.status.in_([str(s) for s in OPEN]),
                sa.or_(_finding.c.inspection == "", _finding.c.inspection != besides),
                ~_finding.c.deleted,
            )
            .order_by(_finding.c.found_at, _finding.c.id)
        )
        return read_all(self._connection, Finding, query)

    def open_near(self, site: str, street: str, most: int = 500) -> tuple[Stored[Finding], ...]:
        """What is still open at a site or in its street, the newest first; "" asks for neither."""
        asked = [column == value for column, value in ((_finding.c.site, site), (_finding.c.street, street)) if value]
        if not asked:
            return ()
        waiting = _finding.c.status.in_([str(s) for s in OPEN])
        query = sa.select(_finding).where(sa.or_(*asked), waiting, ~_finding.c.deleted)
        newest = query.order_by(_finding.c.found_at.desc(), _finding.c.id.desc()).limit(most)
        return read_all(self._connection, Finding, newest)

    def open_by_site(self, sites: Sequence[str] | None = None) -> dict[str, int]:
        """Site id → how many findings there still wait for somebody; of these sites, or of all.

        Asked as "not closed" for all sites, because that is read off one index in the order of the sites.
        """
        count = sa.select(_finding.c.site, sa.func.count()).where(~_finding.c.deleted).group_by(_finding.c.site)
        if sites is None:
            closed = [str(s) for s in FindingStatus if s not in OPEN]
            queries = [count.where(_finding.c.status.not_in(closed))]
        else:
            still_open = _finding.c.status.in_([str(s) for s in OPEN])
            queries = [count.where(_finding.c.site.in_(some), still_open) for some in chunks(sites)]
        return {key: value for query in queries for key, value in self._connection.execute(query)}

    def recurred_by_site(self, sites: Sequence[str]) -> dict[str, int]:
        """Site id → how many of its findings came back after they were closed (反弹), whatever became of them since."""
        count = sa.select(_finding.c.site, sa.func.count()).group_by(_finding.c.site)
        came_back = count.where(
            _finding.c.recurrence_of != "", _finding.c.status != str(FindingStatus.VOID), ~_finding.c.deleted
        )
        queries = [came_back.where(_finding.c.site.in_(some)) for some in chunks(sites)]
        return {key: value for query in queries for key, value in self._connection.execute(query)}

    def last_of_item(self, site: str, item: str, besides: str = "") -> Stored[Finding] | None:
        """The newest finding of an item at a site from another inspection, whatever became of it."""
        query = (
            sa.select(_finding)
            .where(
                _finding.c.site == site,
                _finding.c.item == item,
                _finding.c.inspection != besides,
                ~_finding.c.deleted,
            )
            .order_by(_finding.c.found_at.desc())
            .limit(1)
        )
        found = read_all(self._connection, Finding, query)
        return found[0] if found else None

    def closed_of_item(self, site: str, item: str) -> tuple[Stored[Finding], ...]:
        """Every closed finding of an item at a site."""
        query = sa.select(_finding).where(
            _finding.c.site == site,
            _finding.c.item == item,
            _finding.c.status == str(FindingStatus.CLOSED),
            ~_finding.c.deleted,
        )
        return read_all(self._connection, Finding, query)

    def of_dispatch(self, dispatch: str) -> tuple[Stored[Finding], ...]:
        """The findings of a dispatch in their order."""
        query = (
            sa.select(_finding)
            .where(_finding.c.dispatch == dispatch, ~_finding.c.deleted)
            .order_by(_finding.c.unit, _finding.c.dispatch_seq)
        )
        return read_all(self._connection, Finding, query)

    def with_status(self, status: FindingStatus) -> tuple[Stored[Finding], ...]:
        """Every finding in a state, in the order of its number."""
        query = sa.select(_finding).where(_finding.c.status == str(status), ~_finding.c.deleted).order_by(_finding.c.no)
        return read_all(self._connection, Finding, query)

    def next_serial(self, kind: str) -> int:
        """The next number of a kind; numbers of discarded findings are never used again."""
        longest_first = sa.select(_finding.c.no).where(_finding.c.kind == kind)
        newest = self._connection.execute(
            longest_first.order_by(sa.func.length(_finding.c.no).desc(), _finding.c.no.desc()).limit(1)
        ).scalar()
        return int(newest.rpartition("-")[2]) + 1 if newest else 1

    def counts_by_status(self) -> dict[FindingStatus, int]:
        """How many findings stand in each state.

        Nearly all of them are closed some day, and SQLite counts a whole table much faster than a part of it: the
        closed are what is left over.
        """
        moving = [str(status) for status in FindingStatus if status is not FindingStatus.CLOSED]
        number = sa.select(_finding.c.status, _finding.c.deleted, sa.func.count())
        grouped = number.group_by(_finding.c.status, _finding.c.deleted)
        rest = (
            grouped.where(_finding.c.status.in_(moving)),
            grouped.where(_finding.c.status == str(FindingStatus.CLOSED), _finding.c.deleted),
        )
        found = [tuple(row) for query in rest for row in self._connection.execute(query)]
        every: int = self._connection.execute(sa.select(sa.func.count()).select_from(_finding)).scalar_one()
        counts = {FindingStatus(status): count for status, deleted, count in found if not deleted}
        closed = every - sum(count for *_, count in found)
        return counts | ({FindingStatus.CLOSED: closed} if closed else {})

    def states_of(self, findings: Collection[str]) -> Iterator[tuple[str, FindingStatus]]:
        """The state of each of these that is there; of very many, by reading all states once."""
        query = sa.select(_finding.c.id, _finding.c.status).where(~_finding.c.deleted)
        if len(findings) <= _SOME:
            wanted = list(findings)
            rows = (
                row for some in chunks(wanted) for row in self._connection.execute(query.where(_finding.c.id.in_(some)))
            )
        else:
            among = frozenset(findings)
            rows = (row for row in self._connection.execute(query) if row[0] in among)
        return ((entity, FindingStatus(status)) for entity, status in rows)

    def ledger_ids(self, asked: LedgerQuery, progress: Progress = silent) -> IdList:
        """The ids of everything asked for, in the order asked for."""
        return ledger_queries.read_ids(self._connection, asked, progress)

    def first_of_ledger(self, asked: LedgerQuery, most: int) -> tuple[str, ...]:
        """The first of them, without looking at all."""
        return ledger_window.first_ids(self._connection, asked, most)

    def ledger_count(self, asked: LedgerQuery) -> int:
        """How many findings answer the question."""
        words = words_in(self._connection, asked.text)
        number: int = self._connection.execute(ledger_queries.count(asked, words)).scalar_one()
        return number

    def ledger_rows(self, ids: Sequence[str], today: date) -> dict[str, LedgerRow]:
        """The lines of these findings, names filled in, overdue as of `today`."""
        return ledger_lines.rows(self._connection, ids, today)
