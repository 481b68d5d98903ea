"""The proof that the index of pieces holds what the findings say, by an index made anew beside the file."""

from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa

from inspector.domain.findings import Finding
from inspector.storage.finding_pieces import has_index, pieces_again
from inspector.storage.finding_places import misplaced
from inspector.storage.rows import table_of
from inspector.storage.tables import finding_place

_PIECES, _PIECE = "expected_pieces", "expected_piece"
_ANEW = (
    f"CREATE VIRTUAL TABLE temp.{_PIECES} USING fts5(words, content='', tokenize='trigram', detail=none, columnsize=0)",
    f"CREATE VIRTUAL TABLE temp.{_PIECE} USING fts5vocab('temp', '{_PIECES}', 'instance')",
)
_finding = table_of(Finding)


def wrong_pieces(connection: sa.Connection) -> Iterator[str]:
    """The ids of findings without a place or with one of another hour, and of places without a finding, and the first
    piece that stands elsewhere than the findings have it.
    """
    if not has_index(connection):
        return
    placed, findings = sa.select(finding_place.c.finding), sa.select(_finding.c.id)
    for some, others in ((placed, findings), (findings, placed)):
        yield from connection.execute(some.except_(others)).scalars()
    yield from connection.execute(misplaced()).scalars()
    for sql in _ANEW:
        connection.exec_driver_sql(sql)
    try:
        index = sa.table(_PIECES, sa.column("rowid"), sa.column("words"), schema="temp")
        connection.execute(index.insert().from_select(["rowid", "words"], pieces_again()))
        yield from connection.execute(_differing()).scalars()
    finally:
        for name in (_PIECE, _PIECES):
            connection.exec_driver_sql(f"DROP TABLE temp.{name}")


def _differing() -> sa.Select[Any]:
    both = sa.union_all(_by_piece("finding_piece", "main"), _by_piece(_PIECE, "temp")).subquery()
    alone = sa.select(both.c.term).group_by(*both.c).having(sa.func.count() == 1)
    return alone.limit(1)


def _by_piece(name: str, schema: str) -> sa.Select[Any]:
    """How many places each piece has, with sums that tell which: 500,000 findings have 13 million of them."""
    piece = sa.table(name, sa.column("term", sa.Text), sa.column("doc", sa.Integer), schema=schema)
    place = piece.c.doc
    sums = (sa.func.sum(place % 2_147_483_647), sa.func.sum(place % 65_521 * (place % 65_521)))
    columns = (each.label(name) for each, name in zip(sums, ("sum", "squares"), strict=True))
    return sa.select(piece.c.term, sa.func.count().label("number"), *columns).group_by(piece.c.term)
