"""群众投诉: in order, by finding, and the next number."""

import sqlalchemy as sa

from inspector.domain.public_complaints import PublicComplaint
from inspector.domain.stored import Stored
from inspector.storage.rows import read_all, table_of

_complaint = table_of(PublicComplaint)


class ComplaintStore:
    """Queries over complaints."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def newest_first(self, *, about_staff: bool) -> tuple[Stored[PublicComplaint], ...]:
        """Every complaint for all to see, or every one of the restricted view."""
        query = (
            sa.select(_complaint)
            .where(~_complaint.c.deleted, _complaint.c.about_staff == about_staff)
            .order_by(_complaint.c.received_at.desc(), _complaint.c.id.desc())
        )
        return read_all(self._connection, PublicComplaint, query)

    def next_serial(self, series: str) -> int:
        """The next number of a series such as TS-2026; numbers in the trash are never used again."""
        of_series = sa.select(_complaint.c.no).where(_complaint.c.no.startswith(f"{series}-", autoescape=True))
        longest_first = of_series.order_by(sa.func.length(_complaint.c.no).desc(), _complaint.c.no.desc())
        newest: str | None = self._connection.execute(longest_first.limit(1)).scalar()
        return int(newest.rpartition("-")[2]) + 1 if newest else 1
