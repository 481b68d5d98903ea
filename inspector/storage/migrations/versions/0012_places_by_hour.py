"""Places that rise from the newest finding to the oldest; the upgrade gives them out anew afterwards."""

import sqlalchemy as sa
from alembic import op

revision = "0012"
down_revision = "0011"


def upgrade() -> None:
    """Empty the index and its places."""
    op.execute("DELETE FROM finding_place")
    made = sa.text("SELECT name FROM sqlite_master WHERE name = 'finding_pieces'")
    if op.get_bind().execute(made).first():
        op.execute("INSERT INTO finding_pieces (finding_pieces) VALUES ('delete-all')")
