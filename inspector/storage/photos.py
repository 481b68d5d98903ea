"""照片 of findings, without their bytes."""

from collections.abc import Sequence

import sqlalchemy as sa

from inspector.domain.photos import Photo
from inspector.domain.stored import Stored
from inspector.storage.rows import chunks, read_all, table_of

_photo = table_of(Photo)


class PhotoStore:
    """Queries over photos."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def count(self) -> int:
        """How many photos there are."""
        return self._connection.execute(sa.select(sa.func.count()).where(~_photo.c.deleted)).scalar_one()

    def of_findings(self, findings: Sequence[str]) -> dict[str, tuple[Stored[Photo], ...]]:
        """Finding id → its photos in order; findings without photos are left out."""
        found: dict[str, tuple[Stored[Photo], ...]] = {}
        for some in chunks(findings):
            query = (
                sa.select(_photo)
                .where(_photo.c.finding.in_(some), ~_photo.c.deleted)
                .order_by(_photo.c.position, _photo.c.id)
            )
            for photo in read_all(self._connection, Photo, query):
                found[photo.record.finding] = (*found.get(photo.record.finding, ()), photo)
        return found

    def next_position(self, finding: str) -> int:
        """Where a new photo of a finding goes: behind all there ever were."""
        last: int | None = self._connection.execute(
            sa.select(sa.func.max(_photo.c.position)).where(_photo.c.finding == finding)
        ).scalar()
        return 0 if last is None else last + 1
