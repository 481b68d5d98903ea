"""照片 of findings, without their bytes."""

from collections.abc import Iterator, Sequence

import sqlalchemy as sa

from inspector.domain.photos import Photo
from inspector.domain.stored import Stored
from inspector.storage.rows import chunks, read_all, table_of
from inspector.storage.tables import photo_likeness

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

    def with_evidence(self, shas: Sequence[str]) -> tuple[Stored[Photo], ...]:
        """Every photo whose evidence copy has one of these hashes."""
        found: list[Stored[Photo]] = []
        for some in chunks(shas):
            query = sa.select(_photo).where(_photo.c.evidence_sha.in_(some), ~_photo.c.deleted).order_by(_photo.c.id)
            found += read_all(self._connection, Photo, query)
        return tuple(found)

    def likenesses(self) -> Iterator[tuple[str, int]]:
        """How every evidence copy looks: its hash, and its 64 bits."""
        rows = self._connection.execution_options(yield_per=5000).execute(sa.select(photo_likeness))
        for sha, likeness in rows:
            yield sha, int(likeness, 16)

    def likeness_of(self, shas: Sequence[str]) -> dict[str, int]:
        """Evidence hash → its 64 bits, for those that are known."""
        known: dict[str, int] = {}
        for some in chunks(shas):
            query = sa.select(photo_likeness).where(photo_likeness.c.sha.in_(some))
            known.update({sha: int(likeness, 16) for sha, likeness in self._connection.execute(query)})
        return known

    def without_likeness(self, limit: int) -> tuple[str, ...]:
        """Evidence hashes of photos taken in before looks were compared."""
        known = sa.exists().where(photo_likeness.c.sha == _photo.c.evidence_sha)
        query = sa.select(_photo.c.evidence_sha).distinct().where(~known, ~_photo.c.deleted).limit(limit)
        return tuple(self._connection.execute(query).scalars())
