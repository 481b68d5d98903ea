"""The words a person looks for in the ledger, as conditions: in the finding's text, number or place, or in its site's
name, pinyin or initials.

The few sites are looked through once. A word that few findings hold is looked up in the index of pieces; one that many
hold is read, for whoever goes along the findings in order soon meets enough of them. What the index gives is read
again, because it also tells of findings that hold the pieces apart. On PostgreSQL `pg_trgm` answers the plain
condition, and nothing but this file changes.
"""

import json
from collections.abc import Callable, Hashable, Mapping, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Any

import sqlalchemy as sa

from inspector.domain.findings import Finding
from inspector.domain.ledger import LedgerQuery
from inspector.domain.sites import Site
from inspector.storage.piece_search import places_of
from inspector.storage.rows import any_contains, contains, each_of, holding, table_of, words_of
from inspector.storage.tables import finding_place
from inspector.storage.written import NO_MORE, Written, written

_finding, _site = table_of(Finding), table_of(Site)
FEW = 1000
"""As many are sorted faster than a walk finds a screen of them among half a million."""

Build = Callable[..., sa.Select[Any] | sa.CompoundSelect[Any]]
Condition = sa.ColumnElement[bool]


@dataclass(frozen=True, slots=True)
class Sought:
    """Words that are looked up together: those no site's name holds, or one that some do."""

    words: tuple[str, ...]
    holds: tuple[Condition, ...]
    """What a finding fulfils to hold them."""
    there: tuple[str, ...] | None = ()
    """The findings at sites of such a name; None when they are more than a few."""


@dataclass(frozen=True, slots=True)
class Words:
    """What findings must fulfil to hold all words."""

    conditions: tuple[Condition, ...] = ()
    are_many: bool = False
    """Each of the words stands in many."""
    are_few: bool = False
    """The conditions name the few findings that can be meant."""


def sent(
    connection: sa.Connection,
    build: Build,
    asked: LedgerQuery,
    words: Words,
    *others: Hashable,
    given: Mapping[str, Any] = NO_MORE,
) -> Any:
    """The driver's cursor on what `build` makes of a question, with its parameters; without words, which make each one
    new, it is written out once.
    """
    if words.conditions:
        return connection.execute(build(asked, words, *others), given).cursor
    return _written(build, asked, *others).cursor(connection, given)


@lru_cache(maxsize=64)
def _written(build: Build, asked: LedgerQuery, *others: Hashable) -> Written:
    return written(build(asked, Words(), *others))


def words_in(connection: sa.Connection, text: str) -> Words:
    """The conditions for the words of a text, and what the index knows of their number."""
    return narrowed(connection, sought(connection, text))


def sought(connection: sa.Connection, text: str) -> list[Sought]:
    """The words of a text as they are looked up."""
    found: list[Sought] = []
    together: list[str] = []  # words of no site stand in the finding itself, all of them
    for word in words_of(text):
        sites = connection.execute(_SITES, {"pattern": contains(word)}).scalars().all()
        if sites:
            at_sites = _finding.c.site.in_(each_of(json.dumps(list(sites))))
            holds = sa.or_(any_contains(_OF_A_FINDING, word), at_sites)
            found.append(Sought((word,), (holds,), _few(connection, at_sites)))
        else:
            together.append(word)
    if together:
        found.append(Sought(tuple(together), tuple(any_contains(_OF_A_FINDING, word) for word in together)))
    return found


def _few(connection: sa.Connection, at_sites: Condition) -> tuple[str, ...] | None:
    there = connection.execute(sa.select(_finding.c.id).where(at_sites).limit(FEW + 1)).scalars().all()
    return tuple(there) if len(there) <= FEW else None


_SITES = sa.select(_site.c.id).where(holding((_site.c.name, _site.c.pinyin, _site.c.initials), sa.bindparam("pattern")))
_OF_A_FINDING = (_finding.c.text, _finding.c.no, _finding.c.location)


def narrowed(connection: sa.Connection, groups: Sequence[Sought]) -> Words:
    """Their conditions, and to be among the findings that the index and the sites give, when these are few."""
    holds = tuple(condition for group in groups for condition in group.holds)
    found = [_findings_with(connection, group) for group in groups]
    few = tuple(some for some, _ in found if some is not None)
    return Words(holds + few, are_many=bool(found) and all(many for _, many in found), are_few=bool(few))


def _findings_with(connection: sa.Connection, group: Sought) -> tuple[Condition | None, bool]:
    """To be one of few findings; or None, and True when they are many, False when nobody knows."""
    places = places_of(connection, group.words, FEW + 1)
    if places is None:
        return None, False
    if group.there is None or len(places) > FEW:
        return None, True
    return among(places, group.there), False


def among(places: Sequence[int], others: Sequence[str]) -> Condition:
    """To be a finding at one of these places of the index, or one of the others."""
    found = sa.select(finding_place.c.finding).where(finding_place.c.place.in_(each_of(json.dumps(places))))
    return _finding.c.id.in_(sa.union_all(found, each_of(json.dumps(list(others)))) if others else found)
