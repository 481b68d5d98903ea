"""Rechecks, extensions, redirections; what closing leaves on a finding; how photos look."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

_TABLES: dict[str, tuple[str, ...]] = {
    "recheck": ("finding", "result", "by", "at", "note", "photos"),
    "extension": (
        "finding", "unit", "until", "reason", "asked_at", "asked_by", "due_before", "scans",
        "decision", "decided_at", "decided_by", "answer",
    ),
    "redirection": ("finding", "from_unit", "to_unit", "ground", "reason", "at", "by", "evidence"),
}  # fmt: skip


def upgrade() -> None:
    """Make the tables; findings of before were never closed, so nothing recurred yet."""
    for name, fields in _TABLES.items():
        op.create_table(
            name,
            sa.Column("id", sa.Text(), nullable=False),
            sa.Column("revision", sa.Text(), nullable=False),
            sa.Column("rivals", sa.Text(), nullable=False),
            sa.Column("deleted", sa.Boolean(), nullable=False),
            *(sa.Column(field, sa.Text(), nullable=True) for field in fields),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        )
        op.create_index(f"ix_{name}_finding", name, ["finding"], unique=False)
    op.add_column("finding", sa.Column("closed_on", sa.Text(), nullable=True))
    op.add_column("finding", sa.Column("recurrences", sa.BigInteger(), nullable=True))
    op.execute(sa.text("UPDATE finding SET recurrences = 0"))
    op.create_index("ix_photo_evidence_sha", "photo", ["evidence_sha"], unique=False)
    op.create_table(
        "photo_likeness",
        sa.Column("sha", sa.Text(), nullable=False),
        sa.Column("likeness", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("sha", name=op.f("pk_photo_likeness")),
    )
