"""The ledger in SQL: the database filters, sorts and counts; names are joined only for what is shown."""

from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from datetime import timedelta
from itertools import groupby
from operator import itemgetter
from typing import Any

import sqlalchemy as sa

from inspector.domain.dispatches import Dispatch
from inspector.domain.findings import OWED, Finding
from inspector.domain.id_list import IdList
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.domain.photos import Photo
from inspector.domain.progress import Progress, silent
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.units import Unit
from inspector.storage.figure_conditions import counted, issued_between
from inspector.storage.ledger_words import Words, sent, words_in
from inspector.storage.rows import table_of

_finding, _site, _unit = table_of(Finding), table_of(Site), table_of(Unit)
_kind, _street = table_of(SiteKind), table_of(Street)
_photo, _dispatch = table_of(Photo), table_of(Dispatch)

_WAITING = sorted(map(str, OWED))

ORDER: Mapping[LedgerOrder, sa.ColumnElement[Any]] = {
    LedgerOrder.NUMBER: _finding.c.no,
    LedgerOrder.FOUND: _finding.c.found_at,
    LedgerOrder.DUE: _finding.c.due_on,
    LedgerOrder.STATUS: _finding.c.status,
    LedgerOrder.UNIT: _finding.c.unit,
    LedgerOrder.SITE: _finding.c.site,
}
NAMED: Mapping[LedgerOrder, sa.Table] = {LedgerOrder.UNIT: _unit, LedgerOrder.SITE: _site}
"""Orders by the name of what the finding names, which is put in order here."""
_AT_ONCE = 5000


def restricts(asked: LedgerQuery) -> bool:
    """The question asks for less than everything."""
    return asked != LedgerQuery(order=asked.order, descending=asked.descending)


def unordered(asked: LedgerQuery, words: Words, *, walked: bool = False) -> sa.Select[Any]:
    """Ids of what is asked for, in no order. `walked`: an index in the order wanted shall be gone along, though the
    database, which does not know how many there are of what, would rather read and sort a whole kind.
    """
    return sa.select(_finding.c.id).where(*conditions(asked, words, walked=walked))


def ids(asked: LedgerQuery, words: Words) -> sa.Select[Any]:
    """Ids in the order asked for; units and sites are in the order of their ids and told beside, `read_ids` knows their
    names.
    """
    key: sa.ColumnElement[Any] = ORDER[asked.order]
    entity: sa.ColumnElement[Any] = _finding.c.id
    if restricts(asked):
        # Not by an index: it would be walked from end to end, with a leap into the table for every finding.
        key, entity = sa.func.coalesce(key, ""), sa.func.coalesce(entity, "")
    way = sa.desc if asked.descending else sa.asc
    query = unordered(asked, words).order_by(way(key), way(entity))
    return query.add_columns(ORDER[asked.order]) if asked.order in NAMED else query


def read_ids(connection: sa.Connection, asked: LedgerQuery, progress: Progress = silent) -> IdList:
    """The ids in order; `progress` is asked between portions and may stop it. By the names of units or sites they are
    sorted here, what has none before the first name.

    The database sorts by what is in an index, and the few names are put in order here: sorting half a million lines by
    a joined name takes seconds.
    """
    table = NAMED.get(asked.order)
    portions = _portions(sent(connection, ids, asked, words_in(connection, asked.text)), progress)
    if table is None:
        return IdList.joined(_packed(some) for some in portions)
    names = {key: name for key, name in connection.execute(sa.select(table.c.id, table.c.name))}
    groups: dict[str, list[IdList]] = {}
    for some in portions:
        for key, run in groupby(some, itemgetter(1)):
            groups.setdefault(key, []).append(_packed(run))
    order = sorted(groups, key=by_name(names), reverse=asked.descending)
    return IdList.joined(part for key in order for part in groups[key])


def by_name(names: Mapping[str, str]) -> Callable[[str | None], tuple[bool, str, str]]:
    """Sorts ids by their names, those nobody has a name for before the first name."""
    return lambda key: (key in names, names.get(key or "", ""), key or "")


def _packed(rows: Iterable[Sequence[Any]]) -> IdList:
    return IdList([row[0] for row in rows])


def _portions(cursor: Any, progress: Progress) -> Iterator[list[Sequence[Any]]]:
    """Rows as the driver has them, for making SQLAlchemy's of half a million takes as long as reading them; work can be
    stopped between portions.
    """
    while some := cursor.fetchmany(_AT_ONCE):
        progress(0, 1)  # nobody knows yet how many there are
        yield list(some)


def count(asked: LedgerQuery, words: Words) -> sa.Select[Any]:
    """How many."""
    return sa.select(sa.func.count()).select_from(_finding).where(*conditions(asked, words))


def conditions(asked: LedgerQuery, words: Words, *, walked: bool = False) -> list[sa.ColumnElement[bool]]:
    """What a finding asked for fulfils; `words` are those of its text, `walked` as in `unordered`."""
    f = _finding.c
    unindexed = _unindexed if words.are_few else _as_it_is
    kind = _unindexed(f.kind) if walked else f.kind
    where: list[sa.ColumnElement[bool]] = [~f.deleted]
    for column, values in ((f.unit, asked.units), (f.street, asked.streets), (kind, asked.kinds)):
        if values:
            where.append(unindexed(column).in_(values))
    if asked.statuses:
        where.append(unindexed(f.status).in_([str(s) for s in asked.statuses]))
    if asked.sources:
        where.append(f.source.in_([str(s) for s in asked.sources]))
    for column, value in ((f.site, asked.site), (f.dispatch, asked.dispatch), (f.item, asked.item)):
        if value:
            where.append(unindexed(column) == value)
    if asked.counted and asked.counted_on:
        where += counted(asked.counted, asked.counted_on)
    where += issued_between(asked.issued_from, asked.issued_to)
    where += _dates(asked, unindexed(f.status), unindexed(f.due_on), unindexed(f.found_at))
    return [*where, *words.conditions]


def _dates(
    asked: LedgerQuery, status: sa.ColumnElement[str], due_on: sa.ColumnElement[str], found_at: sa.ColumnElement[str]
) -> list[sa.ColumnElement[bool]]:
    where: list[sa.ColumnElement[bool]] = []
    if asked.overdue_on:
        where += [due_on < asked.overdue_on.isoformat(), status.in_(_WAITING)]
    if asked.due_until:
        where += [due_on <= asked.due_until.isoformat(), status.in_(_WAITING)]
    if asked.due_from:
        where.append(due_on >= asked.due_from.isoformat())
    if asked.due_to:
        where.append(due_on <= asked.due_to.isoformat())
    if asked.found_from:
        where.append(found_at >= asked.found_from.isoformat())
    if asked.found_to:
        where.append(found_at < (asked.found_to + timedelta(days=1)).isoformat())
    return where


def _unindexed(column: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    """The same values; the database, which does not know how few are looked for elsewhere, shall not go by an index."""
    return column.concat("")


def _as_it_is(column: sa.ColumnElement[str]) -> sa.ColumnElement[str]:
    return column
