"""The words a person looks for in the ledger, as conditions: in the finding's text, number or place, or in its site's
name, pinyin or initials.

The few sites are looked through once. A word that few findings hold is looked up in the index of pieces; one that many
hold is read, for whoever goes along the findings in order soon meets enough of them. What the index gives is read
again, because it also tells of findings that hold the pieces apart. On PostgreSQL `pg_trgm` answers the plain
condition, and nothing but this file changes.
"""

import json
from collections.abc import Sequence
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
    are_few: bool = False
    """One of the words stands in few findings."""
    are_many: bool = False
    """Each of the words stands in many."""


def words_in(connection: sa.Connection, text: str) -> Words:
    """The conditions for the words of a text, and what the index knows of their number."""
    conditions: list[Condition] = []
    few: list[bool | None] = []
    for word in words_of(text):
        sites = connection.execute(sa.select(_site.c.id).where(any_contains(_OF_A_SITE, word))).scalars().all()
        found = _looked_up(connection, word, sites)
        few.append(None if found is None else len(found) <= FEW)
        if found is not None and len(found) <= FEW:
            conditions.append(_finding.c.id.in_(each_of(json.dumps(found))))
        held = any_contains(_OF_A_FINDING, word)
        conditions.append(sa.or_(held, _finding.c.site.in_(each_of(json.dumps(sites)))) if sites else held)
    return Words(tuple(conditions), True in few, bool(few) and set(few) == {False})


_OF_A_SITE = (_site.c.name, _site.c.pinyin, _site.c.initials)
_OF_A_FINDING = (_finding.c.text, _finding.c.no, _finding.c.location)


def _looked_up(connection: sa.Connection, word: str, sites: Sequence[str]) -> Sequence[str] | None:
    """Ids of findings among which are all that hold the word, or more than few of them. None: the index cannot tell."""
    places = places_of(word) if has_index(connection) else None
    if places is None:
        return None
    found: Any = sa.select(finding_place.c.finding).where(finding_place.c.place.in_(places.limit(FEW + 1)))
    if sites:
        found = sa.union_all(found, sa.select(_finding.c.id).where(_finding.c.site.in_(each_of(json.dumps(sites)))))
    return connection.execute(found.limit(FEW + 1)).scalars().all()
