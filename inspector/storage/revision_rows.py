"""Revisions as rows: write one, read those of a record, of a change, or all in order."""

import json
from collections.abc import Iterator, Sequence
from typing import Any

import sqlalchemy as sa

from inspector.domain.revisions import Revision
from inspector.storage.tables import revision as table


def insert_revision(connection: sa.Connection, made: Revision) -> None:
    """Add a revision; nothing ever updates or deletes one."""
    connection.execute(_INSERT, _values(made))


_INSERT = table.insert()


def revisions_of(connection: sa.Connection, entity: str) -> tuple[Revision, ...]:
    """All versions of a record, oldest first."""
    return _read(connection, sa.select(table).where(table.c.entity == entity).order_by(table.c.hlc, table.c.id))


def revisions_where(connection: sa.Connection, condition: sa.ColumnElement[bool]) -> tuple[Revision, ...]:
    """All versions that a condition over the table takes, oldest first."""
    return _read(connection, sa.select(table).where(condition).order_by(table.c.hlc, table.c.id))


def revisions_of_change(connection: sa.Connection, change: str) -> tuple[Revision, ...]:
    """All versions made by one act of a person, in the order they were made."""
    return _read(connection, sa.select(table).where(table.c.change == change).order_by(table.c.hlc, table.c.id))


def revision_by_id(connection: sa.Connection, revision_id: str) -> Revision | None:
    """One version, or None."""
    found = _read(connection, sa.select(table).where(table.c.id == revision_id))
    return found[0] if found else None


def revisions_by_entity(connection: sa.Connection) -> Iterator[tuple[Revision, ...]]:
    """Every record's versions, one record at a time, so that a workspace of any size can be walked."""
    rows = connection.execution_options(yield_per=2000).execute(
        sa.select(table).order_by(table.c.entity, table.c.kind, table.c.hlc, table.c.id)
    )
    batch: list[Revision] = []
    for row in rows.mappings():
        one = _revision(row)
        if batch and (batch[0].kind, batch[0].entity) != (one.kind, one.entity):
            yield tuple(batch)
            batch = []
        batch.append(one)
    if batch:
        yield tuple(batch)


def last_stamp(connection: sa.Connection) -> str:
    """The stamp of the revision written last, "" in an empty workspace.

    By the order of writing: after the clock was set back the newest id is not the greatest one.
    """
    written = sa.literal_column("rowid", sa.Integer).desc()
    newest: str | None = connection.execute(sa.select(table.c.hlc).order_by(written).limit(1)).scalar()
    return newest or ""


def _read(connection: sa.Connection, query: sa.Select[Any]) -> tuple[Revision, ...]:
    return tuple(_revision(row) for row in connection.execute(query).mappings())


def _values(made: Revision) -> dict[str, Any]:
    return {
        "id": made.id,
        "kind": made.kind,
        "entity": made.entity,
        "parents": json.dumps(made.parents),
        "change": made.change,
        "act": made.act,
        "reason": made.reason,
        "laptop": made.laptop,
        "person": made.person,
        "made_at": made.made_at,
        "hlc": made.hlc,
        "schema": made.schema,
        "deleted": made.deleted,
        "body": made.body,
        "sha": made.sha,
    }


_FIELDS: Sequence[str] = tuple(c.name for c in table.columns)


def _revision(row: Any) -> Revision:
    values = {name: row[name] for name in _FIELDS}
    values["parents"] = tuple(json.loads(values["parents"]))
    return Revision(**values)
