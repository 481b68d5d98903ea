"""The newest findings with some words, off the index of pieces, which has them in that order hour by hour."""

from collections.abc import Sequence

import sqlalchemy as sa

from inspector.domain.findings import Finding
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.storage.finding_places import hour_at, hour_of
from inspector.storage.ledger_queries import conditions
from inspector.storage.ledger_words import Sought, Words, among
from inspector.storage.piece_search import first_places
from inspector.storage.rows import table_of

_finding = table_of(Finding)
_MOST_TIMES = 32
"""How many times as many as are wanted are looked at; where those are not enough, a walk is no longer."""


def first_with_words(
    connection: sa.Connection, asked: LedgerQuery, groups: Sequence[Sought], most: int
) -> tuple[str, ...] | None:
    """The first `most` ids of a question with words in the order of finding. None when the index is not the way: in
    another order, for words in the names of sites with many findings, or when few that hold them are asked for.
    """
    if asked.order is not LedgerOrder.FOUND:
        return None
    holds = tuple(condition for group in groups for condition in group.holds)
    for group in groups:
        if group.there is not None:
            return _first(connection, asked, group, holds, most)
    return None


def _first(
    connection: sa.Connection, asked: LedgerQuery, group: Sought, holds: tuple[sa.ColumnElement[bool], ...], most: int
) -> tuple[str, ...] | None:
    times = 2
    while times <= _MOST_TIMES:
        places = first_places(connection, group.words, times * most, newest=asked.descending)
        if places is None:
            return None
        words = Words((among(places, group.there or ()), *holds), are_few=True)
        query = sa.select(_finding.c.found_at, _finding.c.id).where(*conditions(asked, words))
        found = [tuple(row) for row in connection.execute(query).cursor.fetchall()]
        are_all = len(places) < times * most
        if not are_all:
            found = _of_ended_hours(found, hour_of(places[-1]), newest=asked.descending)
        if are_all or len(found) >= most:
            found.sort(reverse=asked.descending)
            return tuple(entity for _, entity in found[:most])
        times *= max(2, 2 * most // max(len(found), 1))
    return None


def _of_ended_hours(found: list[tuple[str, str]], last: int, *, newest: bool) -> list[tuple[str, str]]:
    """Those found before the last hour looked at, of which more may follow, and of sites not those behind it."""
    return [one for one in found if (hour_at(one[0]) < last if newest else hour_at(one[0]) > last)]
