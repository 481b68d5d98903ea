"""Indexes in the order of the ledger, within a state and within a unit and a state: a screen is read off them."""

import sqlalchemy as sa
from alembic import op

revision = "0009"
down_revision = "0008"

_OLD = "ix_finding_unit_status"
_NEW = (("status", "deleted", "found_at", "id"), ("unit", "status", "deleted", "found_at", "id"))


def upgrade() -> None:
    """Put the longer ones in the place of the short one."""
    there = sa.inspect(op.get_bind())
    if _OLD in {index["name"] for index in there.get_indexes("finding")}:
        op.drop_index(_OLD, "finding")
    for columns in _NEW:
        op.create_index(f"ix_finding_{'_'.join(columns)}", "finding", columns, unique=False)
