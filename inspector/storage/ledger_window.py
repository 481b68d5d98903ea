"""The first lines of a question to the ledger, so that nobody waits for the half million behind them.

The newest with some words stand in order in the index of them. Few answers are found and sorted. Many are walked in the
order asked for until there are enough: each state has the findings in order in an index, and a filter that leaves many
is soon fulfilled.
"""

from collections.abc import Callable, Sequence
from dataclasses import replace
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from inspector.domain.findings import OWED, Finding, FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.storage import ledger_queries
from inspector.storage.ledger_newest import first_with_words
from inspector.storage.ledger_words import FEW, Words, narrowed, sent, sought
from inspector.storage.rows import table_of
from inspector.storage.written import written

_finding = table_of(Finding)


def first_ids(connection: sa.Connection, asked: LedgerQuery, most: int, few: int = FEW) -> tuple[str, ...]:
    """The first `most` of what `ledger_queries.read_ids` gives; up to `few` answers are found and sorted."""
    groups = sought(connection, asked.text)
    newest = first_with_words(connection, asked, groups, most)
    if newest is not None:
        return newest
    words = narrowed(connection, groups)
    if not _stands_in_order(asked):
        found = _few_ids(connection, asked, words, few)
        if found is not None:
            return found[:most]
    if asked.order in ledger_queries.NAMED:
        return _by_name(connection, asked, words, most)
    return _walk(connection, asked, words, most)


_HELD_IN_ORDER = {
    LedgerOrder.FOUND: ("statuses", "units"),
    LedgerOrder.DUE: ("statuses", "overdue_on", "due_until"),
    LedgerOrder.NUMBER: ("kinds",),
}
"""Order → what an index holds in it, of one unit or one kind."""


@lru_cache(maxsize=64)
def _stands_in_order(asked: LedgerQuery) -> bool:
    """An index holds just what is asked for in that order, so that a walk reads no more than is shown."""
    nothing = LedgerQuery()
    held = {name: getattr(nothing, name) for name in _HELD_IN_ORDER.get(asked.order, ())}
    return len(asked.units) < 2 and len(asked.kinds) < 2 and not ledger_queries.restricts(replace(asked, **held))


def _few_ids(connection: sa.Connection, asked: LedgerQuery, words: Words, few: int) -> tuple[str, ...] | None:
    """All of them when they are few, sorted here; None when they are more."""
    if words.are_many and not ledger_queries.restricts(replace(asked, text="")):
        return None
    found = sent(connection, _some, asked, words, few + 1).fetchall()
    if len(found) > few:
        return None
    rank = _rank(connection, asked.order)
    found.sort(key=lambda one: (rank(one[1]), one[0]), reverse=asked.descending)
    return tuple(one[0] for one in found)


def _some(asked: LedgerQuery, words: Words, most: int) -> sa.Select[Any]:
    return ledger_queries.unordered(asked, words).add_columns(ledger_queries.ORDER[asked.order]).limit(most)


def _rank(connection: sa.Connection, order: LedgerOrder) -> Callable[[str | None], Any]:
    """How values of that column sort."""
    if order not in ledger_queries.NAMED:
        return lambda value: value or ""
    return ledger_queries.by_name({key: name for key, name in _NAMES[order].rows(connection)})


_IN_ORDER_BY_STATE = frozenset({LedgerOrder.FOUND, LedgerOrder.DUE})
"""Orders that an index holds within each state."""


def _walk(connection: sa.Connection, asked: LedgerQuery, words: Words, most: int) -> tuple[str, ...]:
    """In order off an index; of several states each begins with its own first ones."""
    found = [(value or "", entity) for entity, value in sent(connection, _walks, asked, words, most).fetchall()]
    found.sort(reverse=asked.descending)
    return tuple(entity for _, entity in found[:most])


def _walks(asked: LedgerQuery, words: Words, most: int) -> sa.Select[Any] | sa.CompoundSelect[Any]:
    """One after the other in one statement."""
    walks = [_walk_one(replace(asked, statuses=(status,)), words, most) for status in _states(asked)]
    return sa.union_all(*(sa.select(walk.subquery()) for walk in walks)) if walks else _walk_one(asked, words, most)


def _walk_one(asked: LedgerQuery, words: Words, most: int) -> sa.Select[Any]:
    key = ledger_queries.ORDER[asked.order]
    walked = asked.order is not LedgerOrder.NUMBER  # the numbers of a kind stand together, and in an index
    way = sa.desc if asked.descending else sa.asc
    query = ledger_queries.unordered(asked, words, walked=walked).add_columns(key)
    return query.order_by(way(key), way(_finding.c.id)).limit(most)


def _states(asked: LedgerQuery) -> Sequence[FindingStatus]:
    """The states whose findings are read one after the other; none where they do not stand in order by themselves."""
    if asked.order not in _IN_ORDER_BY_STATE:
        return ()
    if asked.overdue_on or asked.due_until:
        return sorted(OWED.intersection(asked.statuses) if asked.statuses else OWED)
    return asked.statuses or (tuple(FindingStatus) if asked.units else ())


def _by_name(connection: sa.Connection, asked: LedgerQuery, words: Words, most: int) -> tuple[str, ...]:
    """Unit after unit, or site after site, in the order of their names."""
    found: list[str] = []
    for key in _keys_by_name(connection, asked):
        given = {"key": key, "most": most - len(found)}
        found += (entity for (entity,) in sent(connection, _of_one, asked, words, given=given).fetchall())
        if len(found) >= most:
            break
    return tuple(found)


def _of_one(asked: LedgerQuery, words: Words) -> sa.Select[Any]:
    """Of one unit, or of one site."""
    way = sa.desc if asked.descending else sa.asc
    of_one = ledger_queries.unordered(asked, words).where(ledger_queries.ORDER[asked.order] == sa.bindparam("key"))
    return of_one.order_by(way(_finding.c.id)).limit(sa.bindparam("most", type_=sa.Integer))


def _keys_by_name(connection: sa.Connection, asked: LedgerQuery) -> list[str]:
    """The units or sites that findings name, in the order of `read_ids`."""
    keys = [found for (found,) in _KEYS[asked.order].rows(connection) if found is not None]
    return sorted(keys, key=_rank(connection, asked.order), reverse=asked.descending)


def _each_once(column: sa.ColumnElement[Any]) -> sa.Select[Any]:
    """The different values of a column, leaping in its index from one to the next; the last one is followed by NULL."""
    found = sa.select(sa.func.min(column).label("value")).cte(recursive=True)
    following = sa.select(sa.func.min(column)).where(column > found.c.value).scalar_subquery()
    return sa.select(found.union_all(sa.select(following).where(found.c.value.is_not(None))).c.value)


_NAMES = {order: written(sa.select(table.c.id, table.c.name)) for order, table in ledger_queries.NAMED.items()}
_KEYS = {order: written(_each_once(ledger_queries.ORDER[order])) for order in ledger_queries.NAMED}
