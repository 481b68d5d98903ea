"""An index of refusals: counting the few of them read every response."""

from alembic import op

revision = "0010"
down_revision = "0009"


def upgrade() -> None:
    """Make it."""
    op.create_index("ix_response_form_refused", "response", ["form", "refused"], unique=False)
