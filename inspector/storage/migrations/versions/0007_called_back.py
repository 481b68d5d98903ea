"""愿意回访: the day somebody called back."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"


def upgrade() -> None:
    """Nobody has been called back so far."""
    op.add_column("contact", sa.Column("called_on", sa.Text(), nullable=True))
