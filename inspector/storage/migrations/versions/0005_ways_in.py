"""More ways in: where a finding came from, complaints with their callers apart, approvals, good practices."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

_TABLES: dict[str, tuple[str, ...]] = {
    "approval": (
        "name", "matter", "code", "holder", "site", "street", "address", "valid_from", "valid_to", "issuer", "note",
    ),
    "public_complaint": (
        "no", "channel", "received_at", "received_by", "text", "site", "street", "place", "about_staff", "finding",
        "sealed", "purged_at",
    ),
    "praise": ("site", "text", "seen_at", "seen_by", "inspection", "photos"),
}  # fmt: skip
_INDEXES = (("public_complaint", "finding"), ("public_complaint", "received_at"), ("praise", "inspection"))


def upgrade() -> None:
    """Make the tables; every finding of before came from an inspection."""
    for name, fields in _TABLES.items():
        op.create_table(
            name,
            sa.Column("id", sa.Text(), nullable=False),
            sa.Column("revision", sa.Text(), nullable=False),
            sa.Column("rivals", sa.Text(), nullable=False),
            sa.Column("deleted", sa.Boolean(), nullable=False),
            *(
                sa.Column(field, sa.Boolean() if field == "about_staff" else sa.Text(), nullable=True)
                for field in fields
            ),
            sa.PrimaryKeyConstraint("id", name=op.f(f"pk_{name}")),
        )
    for table, column in _INDEXES:
        op.create_index(f"ix_{table}_{column}", table, [column], unique=False)
    op.create_table(
        "private_note",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("kept_on", sa.Text(), nullable=False),
        sa.Column("body", sa.Text(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_private_note")),
    )
    for column in ("source", "source_note", "violation"):
        op.add_column("finding", sa.Column(column, sa.Text(), nullable=True))
    op.execute(sa.text("UPDATE finding SET source = 'inspection', source_note = '', violation = ''"))
