"""Indexes that hold the ids: sorting the ledger and counting photos read them and leave the tables alone."""

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

_OLD = {
    "ix_finding_status_deleted_due_on_unit": "finding",
    "ix_finding_deleted_found_at_id": "finding",
    "ix_photo_finding": "photo",
}
_NEW = {
    "finding": (
        ("status", "deleted", "due_on", "unit", "id"),
        ("found_at", "id", "deleted"),
        ("due_on", "id", "deleted"),
        ("no", "id", "deleted"),
        ("unit", "id", "deleted"),
        ("site", "id", "deleted"),
    ),
    "photo": (("finding", "deleted"),),
}


def upgrade() -> None:
    """Put the new ones in the place of the old."""
    there = sa.inspect(op.get_bind())
    for name, table in _OLD.items():
        if name in {index["name"] for index in there.get_indexes(table)}:
            op.drop_index(name, table)
    for table, wanted in _NEW.items():
        for columns in wanted:
            op.create_index(f"ix_{table}_{'_'.join(columns)}", table, columns, unique=False)
