"""检查: drafts to go on with, and the visits to a site."""

from collections.abc import Sequence

import sqlalchemy as sa

from inspector.domain.inspections import Inspection
from inspector.domain.stored import Stored
from inspector.storage.rows import read_all, table_of

_inspection = table_of(Inspection)
_standing = sa.select(_inspection).where(~_inspection.c.deleted)


class InspectionStore:
    """Queries over inspections."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def unfinished(self) -> tuple[Stored[Inspection], ...]:
        """Inspections somebody has begun and not finished, the newest first."""
        query = _standing.where(_inspection.c.finished_at.is_(None)).order_by(_inspection.c.started_at.desc())
        return read_all(self._connection, Inspection, query)

    def of_site(self, site: str, limit: int = 20) -> tuple[Stored[Inspection], ...]:
        """The visits to a site, the newest first."""
        query = _standing.where(_inspection.c.site == site).order_by(_inspection.c.started_at.desc()).limit(limit)
        return read_all(self._connection, Inspection, query)

    def finished(self, limit: int = 1000) -> tuple[Stored[Inspection], ...]:
        """Finished inspections, the newest first."""
        query = (
            _standing.where(_inspection.c.finished_at.is_not(None))
            .order_by(_inspection.c.finished_at.desc(), _inspection.c.id)
            .limit(limit)
        )
        return read_all(self._connection, Inspection, query)

    def last_visits(self) -> dict[str, str]:
        """Site id → ISO time of its newest finished visit."""
        query = (
            sa.select(_inspection.c.site, sa.func.max(_inspection.c.started_at))
            .where(~_inspection.c.deleted, _inspection.c.finished_at.is_not(None))
            .group_by(_inspection.c.site)
        )
        return {key: value for key, value in self._connection.execute(query)}

    def count(self) -> int:
        """How many inspections there are, unfinished ones included."""
        return self._connection.execute(sa.select(sa.func.count()).where(~_inspection.c.deleted)).scalar_one()

    def ids_of_sites(self, sites: Sequence[str]) -> tuple[str, ...]:
        """The ids of all visits to these sites."""
        query = sa.select(_inspection.c.id).where(_inspection.c.site.in_(sites), ~_inspection.c.deleted)
        return tuple(self._connection.execute(query).scalars())
