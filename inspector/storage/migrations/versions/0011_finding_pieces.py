"""Words of findings in pieces of three letters; the upgrade fills them afterwards. Without FTS5 searches scan."""

import sqlite3

import sqlalchemy as sa
from alembic import op

revision = "0011"
down_revision = "0010"

_TRIGRAM = (3, 34)
"""The SQLite that first cut texts into pieces of three letters."""


def upgrade() -> None:
    """Make the places and, where this SQLite can, the index and the list of its pieces."""
    op.create_table(
        "finding_place",
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("finding", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("place", name=op.f("pk_finding_place")),
    )
    op.create_index("ix_finding_place_finding", "finding_place", ["finding"], unique=True)
    modules = op.get_bind().execute(sa.text("SELECT name FROM pragma_module_list")).scalars().all()
    if sqlite3.sqlite_version_info >= _TRIGRAM and {"fts5", "fts5vocab"} <= set(modules):
        op.execute(
            "CREATE VIRTUAL TABLE finding_pieces USING fts5"
            "(words, content='', tokenize='trigram', detail=none, columnsize=0)"
        )
        op.execute("CREATE VIRTUAL TABLE finding_piece USING fts5vocab('finding_pieces', 'instance')")
