"""The proof that a workspace is whole: SQLite, hashes, projections equal to a rebuild, photos, references."""

import hashlib
from collections.abc import Iterator
from typing import Any

import sqlalchemy as sa
from sqlalchemy.exc import DBAPIError

from inspector.domain.errors import Complaint, Place
from inspector.domain.findings import Finding
from inspector.domain.inspections import Answer, Inspection
from inspector.domain.photos import Photo
from inspector.domain.progress import Progress
from inspector.domain.public_complaints import PublicComplaint
from inspector.domain.revisions import is_intact
from inspector.storage.contents import ContentStore
from inspector.storage.engine import READING
from inspector.storage.finding_pieces import INDEX, drop_pieces
from inspector.storage.piece_check import wrong_pieces
from inspector.storage.projection import current_row, projected, write_row
from inspector.storage.refusals import is_damage
from inspector.storage.response_lines import wrong_lines
from inspector.storage.revision_rows import revisions_by_entity
from inspector.storage.rows import table_of
from inspector.storage.tables import (
    PROJECTIONS,
    document,
    metadata,
    photo_content,
    private_note,
    response_line,
    revision,
)


def problems(engine: sa.Engine, progress: Progress) -> Iterator[Complaint]:
    """Everything that is wrong, in one consistent view; nothing at all for a healthy workspace."""
    steps = (_sqlite, _revisions, _strays, _lines, _pieces, _photos, _documents, _references, _private)
    with engine.connect().execution_options(**READING) as connection, connection.begin():
        for number, step in enumerate(steps):
            progress(number, len(steps), step.__name__.strip("_"))
            yield from _as_far_as_readable(step(connection))
    progress(len(steps), len(steps))


def _as_far_as_readable(found: Iterator[Complaint]) -> Iterator[Complaint]:
    """What a step finds; a file too damaged for the step is a finding too, and the other steps go on."""
    try:
        yield from found
    except DBAPIError as error:
        if not is_damage(error.orig):
            raise
        yield Complaint("check.sqlite", facts=(("said", str(error.orig)),))
    except (ValueError, TypeError) as error:  # text that is no JSON, no UTF-8, no date any more
        yield Complaint("check.sqlite", facts=(("said", str(error)),))


def rebuild(connection: sa.Connection) -> int:
    """Write every projection anew from the revisions, inside the caller's transaction; returns the rows written."""
    for table in (*PROJECTIONS.values(), response_line):
        connection.execute(table.delete())
    drop_pieces(connection)
    written = 0
    for versions in revisions_by_entity(connection):
        row = projected(versions)
        if row is not None:
            write_row(connection, versions[0].kind, row, None)
            written += 1
    return written


def digest(connection: sa.Connection) -> str:
    """Count and XOR over all revisions, photos and documents: equal for two workspaces with the same content.

    Hashed once more, because a damaged hash is no number.
    """
    total, mixed = 0, 0
    for column in (revision.c.sha, photo_content.c.sha, document.c.sha):
        for (sha,) in connection.execution_options(yield_per=5000).execute(sa.select(column)):
            total += 1
            mixed ^= int.from_bytes(hashlib.sha256(sha.encode()).digest())
    return f"{total}-{mixed:064x}"


def _sqlite(connection: sa.Connection) -> Iterator[Complaint]:
    for pragma in ("integrity_check", "foreign_key_check"):
        for row in connection.exec_driver_sql(f"PRAGMA {pragma}"):
            said = " ".join(str(part) for part in row)
            if said != "ok":
                yield Complaint("check.sqlite", facts=(("said", said),))
    for table in metadata.tables.values():  # a turned bit can rename a column; SQLite says so when it is asked for
        connection.execute(sa.select(table).limit(0))


def _revisions(connection: sa.Connection) -> Iterator[Complaint]:
    """Every revision fits its hash and every projection is what its revisions give."""
    for versions in revisions_by_entity(connection):
        kind, entity = versions[0].kind, versions[0].entity
        for one in versions:
            if not is_intact(one):
                yield Complaint("check.revision-damaged", Place(item=one.id), (("kind", kind),))
        expected = _expected(versions)
        if expected is not None and current_row(connection, kind, entity) != expected:
            yield Complaint("check.projection-differs", Place(item=entity), (("kind", kind),))


def _expected(versions: tuple[Any, ...]) -> dict[str, Any] | None:
    try:
        return projected(versions)
    except (ValueError, TypeError, KeyError):  # a damaged body, already reported by its hash
        return None


def _strays(connection: sa.Connection) -> Iterator[Complaint]:
    """No projection row without a revision."""
    for kind, table in PROJECTIONS.items():
        known = sa.exists().where(revision.c.id == table.c.revision)
        for (entity,) in connection.execute(sa.select(table.c.id).where(~known)):
            yield Complaint("check.stray-row", Place(item=entity), (("kind", kind),))


def _lines(connection: sa.Connection) -> Iterator[Complaint]:
    """Every response's line of signs is what its answers give."""
    for entity in wrong_lines(connection):
        yield Complaint("check.projection-differs", Place(item=entity), (("kind", response_line.name),))


def _pieces(connection: sa.Connection) -> Iterator[Complaint]:
    """Searches find what the findings say."""
    for entity in wrong_pieces(connection):
        yield Complaint("check.projection-differs", Place(item=entity), (("kind", INDEX),))


def _photos(connection: sa.Connection) -> Iterator[Complaint]:
    """Every stored byte fits its hash, and every photo has its bytes."""
    for sha, fits in ContentStore(connection).photo_hashes():
        if not fits:
            yield Complaint("check.photo-damaged", Place(item=sha))
    photo = table_of(Photo)
    for column in (photo.c.evidence_sha, photo.c.listed_sha, photo.c.thumb_sha):
        held = sa.exists().where(photo_content.c.sha == column)
        for entity, sha in connection.execute(sa.select(photo.c.id, column).where(~held)):
            yield Complaint("check.photo-missing", Place(item=entity), (("sha", sha),))


def _documents(connection: sa.Connection) -> Iterator[Complaint]:
    """Every checklist fits its hash."""
    for sha, body in connection.execution_options(yield_per=20).execute(sa.select(document.c.sha, document.c.body)):
        if hashlib.sha256(body.encode()).hexdigest() != sha:
            yield Complaint("check.document-damaged", Place(item=sha))


def _references(connection: sa.Connection) -> Iterator[Complaint]:
    """What a record names exists: an answer's inspection, a photo's finding, an inspection's checklist."""
    photo, finding = table_of(Photo), table_of(Finding)
    answer, inspection = table_of(Answer), table_of(Inspection)
    links = (
        (photo.c.finding, finding.c.id, photo),
        (answer.c.inspection, inspection.c.id, answer),
        (inspection.c.checklist_sha, document.c.sha, inspection),
    )
    for source, target, table in links:
        held = sa.exists().where(target == source)
        for entity, missing in connection.execute(sa.select(table.c.id, source).where(~held)):
            yield Complaint("check.reference-missing", Place(item=entity), (("kind", table.name), ("missing", missing)))


def _private(connection: sa.Connection) -> Iterator[Complaint]:
    """What is kept apart from complaints fits the hash they hold, and is there unless they say it was erased."""
    complaint = table_of(PublicComplaint)
    query = sa.select(complaint.c.id, complaint.c.sealed, complaint.c.purged_at, private_note.c.body)
    apart = query.select_from(complaint.outerjoin(private_note, private_note.c.id == complaint.c.id))
    for entity, sealed, purged_at, body in connection.execute(apart.where(complaint.c.sealed != "")):
        if body is not None and hashlib.sha256(body.encode()).hexdigest() != sealed:
            yield Complaint("check.private-damaged", Place(item=entity))
        elif body is None and not purged_at:
            yield Complaint("check.private-missing", Place(item=entity))
