"""检查: drafts to go on with, and the visits to a site."""

from collections.abc import Sequence

import sqlalchemy as sa

from inspector.domain.inspections import Inspection
from inspector.domain.stored import Stored
from inspector.storage.rows import chunks, read_all, table_of

_inspection = table_of(Inspection)
_standing = sa.select(_inspection).where(~_inspection.c.deleted)
_finished = (~_inspection.c.deleted, _inspection.c.finished_at.is_not(None))


class InspectionStore:
    """Queries over inspections."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def unfinished(self, limit: int | None = None) -> tuple[Stored[Inspection], ...]:
        """Inspections somebody has begun and not finished, the newest first."""
        query = _standing.where(_inspection.c.finished_at.is_(None)).order_by(_inspection.c.started_at.desc())
        return read_all(self._connection, Inspection, query.limit(limit))

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

    def last_visits(self, sites: Sequence[str] | None = None) -> dict[str, str]:
        """Site id → ISO time of its newest finished visit; of these sites, or of all."""
        newest = sa.func.max(_inspection.c.started_at)
        query = sa.select(_inspection.c.site, newest).where(*_finished).group_by(_inspection.c.site)
        queries = [query] if sites is None else [query.where(_inspection.c.site.in_(some)) for some in chunks(sites)]
        return {key: value for each in queries for key, value in self._connection.execute(each)}

    def sites_visited(self, round_name: str, sites: Sequence[str] | None = None) -> frozenset[str]:
        """The sites with a finished visit of that round; among these sites, or among all."""
        query = sa.select(_inspection.c.site).distinct().where(*_finished, _inspection.c.round == round_name)
        queries = [query] if sites is None else [query.where(_inspection.c.site.in_(some)) for some in chunks(sites)]
        return frozenset(site for each in queries for site in self._connection.execute(each).scalars())

    def count(self) -> int:
        """How many inspections there are, unfinished ones included."""
        return self._connection.execute(sa.select(sa.func.count()).where(~_inspection.c.deleted)).scalar_one()
