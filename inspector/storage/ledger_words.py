"""The words a person looks for in the ledger, as conditions: in the finding's text, number or place, or in its site's
name, pinyin or initials.

The few sites are looked through once. A word that few findings hold is looked up in the index of pieces; one that many
hold is read, for whoever goes along the findings in order soon meets enough of them. What the index gives is read
again, because it also tells of findings that hold the pieces apart. On PostgreSQL `pg_trgm` answers the plain
condition, and nothing but this file changes.
"""

import json
from dataclasses import dataclass
from typing import Any

import sqlalchemy as sa

from inspector.domain.findings import Finding
from inspector.domain.sites import Site
from inspector.storage.finding_pieces import has_index, places_of
from inspector.storage.rows import any_contains, each_of, table_of, words_of
from inspector.storage.tables import finding_place

_finding, _site = table_of(Finding), table_of(Site)
FEW = 1000
"""As many are sorted faster than a walk finds a screen of them among half a million."""

Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Words:
    """What findings must fulfil to hold all words."""

    conditions: tuple[Condition, ...] = ()
    are_many: bool = False
    """Each of the words stands in many."""


def words_in(connection: sa.Connection, text: str) -> Words:
    """The conditions for the words of a text, and what the index knows of their number."""
    conditions: list[Condition] = []
    many: list[bool] = []
    for word in words_of(text):
        sites = _found(connection, sa.select(_site.c.id).where(any_contains(_OF_A_SITE, word)))
        at_sites = _finding.c.site.in_(each_of(json.dumps(sites)))
        among, are_many = _few(connection, word, at_sites if sites else None)
        if among is not None:
            conditions.append(among)
        many.append(are_many)
        held = any_contains(_OF_A_FINDING, word)
        conditions.append(sa.or_(held, at_sites) if sites else held)
    return Words(tuple(conditions), bool(many) and all(many))


_OF_A_SITE = (_site.c.name, _site.c.pinyin, _site.c.initials)
_OF_A_FINDING = (_finding.c.text, _finding.c.no, _finding.c.location)


def _few(connection: sa.Connection, word: str, at_sites: Condition | None) -> tuple[Condition | None, bool]:
    """The condition to be among the few findings that the index and the sites give, or None; and whether that is
    because they are many.
    """
    query = places_of(word) if has_index(connection) else None
    if query is None:
        return None, False
    places = _found(connection, query.limit(FEW + 1))
    there = _found(connection, sa.select(_finding.c.id).where(at_sites).limit(FEW + 1)) if at_sites is not None else []
    if max(len(places), len(there)) > FEW:
        return None, True
    found = sa.select(finding_place.c.finding).where(finding_place.c.place.in_(each_of(json.dumps(places))))
    return _finding.c.id.in_(sa.union_all(found, each_of(json.dumps(there))) if there else found), False


def _found(connection: sa.Connection, query: sa.Select[Any]) -> list[Any]:
    """The first column, as the driver has it."""
    return [row[0] for row in connection.execute(query).cursor.fetchall()]
