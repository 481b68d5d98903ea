"""Bytes and documents by their hash, and what this laptop remembers for itself."""

import hashlib
from collections.abc import Iterable, Iterator, Sequence

import sqlalchemy as sa

from inspector.domain.errors import Place, Refused
from inspector.storage.rows import chunks
from inspector.storage.tables import PROJECTIONS, document, local_state, photo_content


class ContentStore:
    """Content-addressed bytes (photos) and texts (checklists); local notes without history."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def photo(self, sha: str) -> bytes:
        """The bytes with that hash, checked.

        Raises `Refused` "photo.missing" or "photo.damaged": a wrong picture is never shown as the right one.
        """
        found: bytes | None = self._connection.execute(
            sa.select(photo_content.c.content).where(photo_content.c.sha == sha)
        ).scalar()
        if found is None:
            raise Refused("photo.missing", Place(item=sha))
        if hashlib.sha256(found).hexdigest() != sha:
            raise Refused("photo.damaged", Place(item=sha))
        return found

    def drop_unused(self, shas: Iterable[str]) -> None:
        """Delete those of these pictures that no photo, praise, response or note names any more."""
        for sha in shas:
            if not any(self._connection.execute(query).first() for query in _naming(sha)):
                self._connection.execute(photo_content.delete().where(photo_content.c.sha == sha))

    def photo_sizes(self, shas: Sequence[str]) -> dict[str, int]:
        """Hash → how many bytes, without reading them; hashes that are not here are left out."""
        sizes: dict[str, int] = {}
        for some in chunks(shas):
            query = sa.select(photo_content.c.sha, sa.func.length(photo_content.c.content))
            sizes.update(
                {sha: size for sha, size in self._connection.execute(query.where(photo_content.c.sha.in_(some)))}
            )
        return sizes

    def photo_hashes(self) -> Iterator[tuple[str, bool]]:
        """Every stored hash with whether its bytes still fit it; reads all bytes, one at a time."""
        rows = self._connection.execution_options(yield_per=20).execute(sa.select(photo_content))
        for sha, content in rows:
            yield sha, hashlib.sha256(content).hexdigest() == sha

    def document(self, sha: str) -> str | None:
        """The text of a document, None when it is not here."""
        found: str | None = self._connection.execute(sa.select(document.c.body).where(document.c.sha == sha)).scalar()
        return found

    def note(self, name: str) -> str:
        """What this laptop noted under a name, "" if nothing."""
        found: str | None = self._connection.execute(
            sa.select(local_state.c.value).where(local_state.c.name == name)
        ).scalar()
        return found or ""


def _naming(sha: str) -> Iterator[sa.Select[int]]:
    """Queries that find whoever names a picture."""
    photo, praise, response = (PROJECTIONS[kind] for kind in ("photo", "praise", "response"))
    one = sa.select(sa.literal(1))
    for column in (photo.c.evidence_sha, photo.c.listed_sha, photo.c.thumb_sha, photo.c.original_kept_sha):
        yield one.where(column == sha)
    for column in (praise.c.photos, response.c.answers, response.c.repeats, local_state.c.value):
        yield one.where(column.contains(sha))
