"""Projections: what ordinary reading sees of the revisions, a pure function of the set (sync.md 4)."""

import json
from typing import Any

import sqlalchemy as sa

from inspector.domain.kinds import RECORDS
from inspector.domain.records import from_canonical
from inspector.domain.revisions import Revision, heads
from inspector.storage.columns import to_columns
from inspector.storage.finding_pieces import put_pieces
from inspector.storage.response_lines import put_line
from inspector.storage.tables import PROJECTIONS

Row = dict[str, Any]


def projected(versions: tuple[Revision, ...]) -> Row | None:
    """The row that the versions of one record give; None for a kind this program does not know."""
    shown, *rivals = heads(versions)
    cls = RECORDS.get(shown.kind)
    if cls is None:
        return None
    return row_of(shown, from_canonical(cls, shown.body), tuple(r.id for r in rivals))


def row_of(shown: Revision, record: Any, rivals: tuple[str, ...] = ()) -> Row:
    """The projection row of a record shown as of a revision."""
    return {
        "id": shown.entity,
        "revision": shown.id,
        "rivals": json.dumps(rivals),
        "deleted": shown.deleted,
        **to_columns(record),
    }


def current_row(connection: sa.Connection, kind: str, entity: str) -> Row | None:
    """The row that stands now, deleted or not."""
    row = connection.execute(_CURRENT[kind], {"wanted": entity}).mappings().first()
    return dict(row) if row else None


def write_row(connection: sa.Connection, kind: str, row: Row, stands: Row | None) -> None:
    """Put a projection row in the place of the one that stands there, and what is derived from it beside it."""
    if stands is None:
        connection.execute(_INSERT[kind], row)
    else:
        connection.execute(_UPDATE[kind], {"wanted": row["id"], **row})
    if kind == "response":
        put_line(connection, row)
    elif kind == "finding":
        put_pieces(connection, row, stands)


_WANTED = sa.bindparam("wanted", type_=sa.Text)
_CURRENT = {kind: sa.select(table).where(table.c.id == _WANTED) for kind, table in PROJECTIONS.items()}
_UPDATE = {kind: table.update().where(table.c.id == _WANTED) for kind, table in PROJECTIONS.items()}
_INSERT = {kind: table.insert() for kind, table in PROJECTIONS.items()}
