"""The words a person looks for in the ledger, as conditions: in the finding's text, number or place, or in its site's
name, pinyin or initials.

The few sites are looked through once. A word that few findings hold is looked up in the index of pieces; one that many
hold is read, for whoever goes along the findings in order soon meets enough of them. What the index gives is read
again, because it also tells of findings that hold the pieces apart. On PostgreSQL `pg_trgm` answers the plain
condition, and nothing but this file changes.
"""

import json
from collections.abc import Callable, Hashable, Sequence
from dataclasses import dataclass
from functools import lru_cache, wraps
from typing import Any, TypeVar, cast

import sqlalchemy as sa

from inspector.domain.findings import Finding
from inspector.domain.ledger import LedgerQuery
from inspector.domain.sites import Site
from inspector.storage.finding_pieces import places_of
from inspector.storage.rows import any_contains, contains, each_of, holding, table_of, words_of
from inspector.storage.tables import finding_place

_finding, _site = table_of(Finding), table_of(Site)
FEW = 1000
"""As many are sorted faster than a walk finds a screen of them among half a million."""

Statement = sa.Select[Any]
Build = TypeVar("Build", bound=Callable[..., sa.Select[Any]])
Condition = sa.ColumnElement[bool]
_STATEMENTS = 64


@dataclass(frozen=True, slots=True)
class Words:
    """What findings must fulfil to hold all words."""

    conditions: tuple[Condition, ...] = ()
    are_many: bool = False
    """Each of the words stands in many."""


def kept(build: Build) -> Build:
    """Keeps the statements of questions without words: making one costs as much as a short answer, and the page asks
    the same again after every act.
    """
    again = lru_cache(maxsize=_STATEMENTS)(build)

    @wraps(build)
    def statement(asked: LedgerQuery, words: Words, *others: Hashable) -> Statement:
        return build(asked, words, *others) if words.conditions else again(asked, words, *others)

    return cast("Build", statement)


def words_in(connection: sa.Connection, text: str) -> Words:
    """The conditions for the words of a text, and what the index knows of their number."""
    conditions: list[Condition] = []
    together: list[str] = []  # words of no site stand in the finding itself, all of them
    many: list[bool] = []
    for word in words_of(text):
        held = any_contains(_OF_A_FINDING, word)
        sites = connection.execute(_SITES, {"pattern": contains(word)}).scalars().all()
        if sites:
            at_sites = _finding.c.site.in_(each_of(json.dumps(list(sites))))
            many.append(_narrow(connection, conditions, [word], at_sites))
            held = sa.or_(held, at_sites)
        else:
            together.append(word)
        conditions.append(held)
    if together:
        many.append(_narrow(connection, conditions, together, None))
    return Words(tuple(conditions), bool(many) and all(many))


_SITES = sa.select(_site.c.id).where(holding((_site.c.name, _site.c.pinyin, _site.c.initials), sa.bindparam("pattern")))
_OF_A_FINDING = (_finding.c.text, _finding.c.no, _finding.c.location)


def _narrow(
    connection: sa.Connection, conditions: list[Condition], words: Sequence[str], at_sites: Condition | None
) -> bool:
    """Add the condition to be among the findings that the index and the sites give, when these are few; True when they
    are many.
    """
    places = places_of(connection, words, FEW + 1)
    if places is None:
        return False
    some = sa.select(_finding.c.id).where(at_sites).limit(FEW + 1) if at_sites is not None else None
    there = connection.execute(some).scalars().all() if some is not None else ()
    if max(len(places), len(there)) > FEW:
        return True
    found = sa.select(finding_place.c.finding).where(finding_place.c.place.in_(each_of(json.dumps(places))))
    conditions.append(_finding.c.id.in_(sa.union_all(found, each_of(json.dumps(list(there)))) if there else found))
    return False
