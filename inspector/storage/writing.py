"""Inside a writing transaction: the only place that makes revisions, and with them projections."""

import hashlib
import json
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Any, TypeVar

import sqlalchemy as sa

from inspector.domain.errors import Place, Refused
from inspector.domain.kinds import KINDS, RECORDS, SCHEMA
from inspector.domain.records import clean_text, from_canonical, to_canonical
from inspector.domain.revisions import Revision, sealed
from inspector.domain.stored import Changed
from inspector.storage.hlc import HybridClock
from inspector.storage.projection import current_row, row_of, write_row
from inspector.storage.reading import Reading
from inspector.storage.revision_rows import insert_revision
from inspector.storage.rows import chunks
from inspector.storage.tables import (
    PROJECTIONS,
    contact,
    document,
    local_state,
    photo_content,
    photo_likeness,
    private_note,
    response_line,
    revision,
)

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class Author:
    """Who acts, on which laptop, in what act and for what reason; stands in every revision of the change."""

    laptop: str
    person: str
    act: str
    reason: str = ""


class Writing(Reading):
    """One user-visible change: everything put here is committed together, or nothing is."""

    def __init__(
        self, connection: sa.Connection, author: Author, now: datetime, clock: HybridClock, new_id: Callable[[], str]
    ) -> None:
        super().__init__(connection)
        self.now = now
        self.new_id = new_id
        self._author = Author(author.laptop, clean_text(author.person), author.act, clean_text(author.reason))
        self._clock = clock
        self._change = new_id()
        self._kinds: set[str] = set()

    @property
    def changed(self) -> Changed:
        """What this transaction has touched so far."""
        return Changed(frozenset(self._kinds), self._change if self._kinds else "")

    def put(self, entity: str, record: Any) -> bool:
        """Make `record` the value of that id; False when it already is, and then nothing is written."""
        kind = KINDS[type(record)]
        stands = current_row(self._connection, kind, entity)
        return self._write(kind, entity, record, stands, deleted=False)

    def remove(self, cls: type[Any], entity: str) -> bool:
        """Lay a record into the trash with a tombstone; False when there is nothing to remove."""
        kind = KINDS[cls]
        stands = current_row(self._connection, kind, entity)
        if stands is None or stands["deleted"]:
            return False
        return self._write(kind, entity, self._last(stands), stands, deleted=True)

    def restore(self, cls: type[Any], entity: str) -> bool:
        """Take a record out of the trash as it was; False when it is not there."""
        kind = KINDS[cls]
        stands = current_row(self._connection, kind, entity)
        if stands is None or not stands["deleted"]:
            return False
        return self._write(kind, entity, self._last(stands), stands, deleted=False)

    def take_back(self, change: str) -> None:
        """Undo all of one act: every record it touched gets the value it had before, by new revisions.

        Raises `Refused("undo.changed-since")` when something else has changed one of the records after it.
        """
        made: dict[tuple[str, str], list[Revision]] = {}
        for one in self.change(change):
            made.setdefault((one.kind, one.entity), []).append(one)
        for versions in made.values():
            self._take_back_record(versions[0], versions[-1])

    def _take_back_record(self, first: Revision, last: Revision) -> None:
        stands = current_row(self._connection, last.kind, last.entity)
        if stands is None or not self._is_as_left(stands["revision"], last):
            raise Refused("undo.changed-since", Place(item=last.entity))
        before = self.revision(first.parents[0]) if first.parents else None
        record = from_canonical(RECORDS[last.kind], (before or last).body)
        self._write(last.kind, last.entity, record, stands, deleted=before is None or before.deleted)

    def _is_as_left(self, shown: str, last: Revision) -> bool:
        """Nothing changed the record since, or what did was itself taken back by a new revision of that value."""
        if shown == last.id:
            return True
        now = self.revision(shown)
        return now is not None and (now.body, now.deleted) == (last.body, last.deleted)

    def keep_photo(self, content: bytes) -> str:
        """Store bytes under their SHA-256, once; returns the hash."""
        return self._keep(photo_content, hashlib.sha256(content).hexdigest(), {"content": content})

    def keep_likeness(self, sha: str, likeness: str) -> str:
        """Note how the evidence copy with that hash looks, once; derived, so without a revision."""
        return self._keep(photo_likeness, sha, {"likeness": likeness})

    def keep_document(self, kind: str, body: str) -> str:
        """Store a document under the SHA-256 of its text, once; returns the hash."""
        return self._keep(document, hashlib.sha256(body.encode()).hexdigest(), {"kind": kind, "body": body})

    def keep_private(self, entity: str, body: str) -> None:
        """Keep what may have to be erased under a record's id, outside the revisions."""
        self.erase_private((entity,))
        kept_on = self.now.date().isoformat()
        self._connection.execute(private_note.insert(), {"id": entity, "kept_on": kept_on, "body": clean_text(body)})

    def erase_private(self, entities: Sequence[str]) -> None:
        """Erase it; the bytes leave the file when `Workspace.wipe` follows."""
        self._erase(private_note, private_note.c.id, entities)

    def erase_contacts(self, contacts: Sequence[str]) -> None:
        """Erase who wanted to be called back; as `erase_private`."""
        self._erase(contact, contact.c.id, contacts)
        self._kinds.update({"contact"} if contacts else ())

    def erase_responses(self, responses: Sequence[str]) -> None:
        """Erase answers with their photos and all their versions, the only revisions that may ever go."""
        photos = self.responses.photos_of(responses)
        self._erase(revision, revision.c.entity, responses)
        for table in (PROJECTIONS["response"], response_line):
            self._erase(table, table.c.id, responses)
        self.contents.drop_unused(photos)
        self._kinds.update({"response"} if responses else ())

    def take_note(self, name: str, value: str) -> None:
        """Remember something on this laptop only; it has no history and is not part of what is merged."""
        value = clean_text(value)
        updated = self._connection.execute(
            local_state.update().where(local_state.c.name == name).values(value=value)
        ).rowcount
        if not updated:
            self._connection.execute(local_state.insert(), {"name": name, "value": value})

    def _erase(self, table: sa.Table, column: sa.Column[str], entities: Sequence[str]) -> None:
        for some in chunks(entities):
            self._connection.execute(table.delete().where(column.in_(some)))

    def _last(self, stands: dict[str, Any]) -> Any:
        """The record as its shown revision has it."""
        shown = self.revision(stands["revision"])
        if shown is None:
            raise Refused("workspace.revision-missing", Place(item=stands["id"]))
        return from_canonical(RECORDS[shown.kind], shown.body)

    def _write(self, kind: str, entity: str, record: Any, stands: dict[str, Any] | None, *, deleted: bool) -> bool:
        parents = (stands["revision"], *json.loads(stands["rivals"])) if stands else ()
        made = self._revision(kind, entity, parents, to_canonical(record), deleted=deleted)
        row = row_of(made, record)
        if stands is not None and _says_the_same(stands, row):
            return False
        insert_revision(self._connection, made)
        write_row(self._connection, kind, row, stands)
        self._kinds.add(kind)
        return True

    def _revision(self, kind: str, entity: str, parents: tuple[str, ...], body: str, *, deleted: bool) -> Revision:
        unsealed = Revision(
            id=self.new_id(),
            kind=kind,
            entity=entity,
            parents=parents,
            change=self._change,
            act=self._author.act,
            reason=self._author.reason,
            laptop=self._author.laptop,
            person=self._author.person,
            made_at=self.now.isoformat(),
            hlc=self._clock.tick(int(self.now.timestamp() * 1000)),
            schema=SCHEMA,
            deleted=deleted,
            body=body,
            sha="",
        )
        return sealed(unsealed)

    def _keep(self, table: sa.Table, sha: str, values: dict[str, Any]) -> str:
        known = self._connection.execute(sa.select(table.c.sha).where(table.c.sha == sha)).first()
        if known is None:
            self._connection.execute(table.insert(), {"sha": sha, **values})
        return sha


def _says_the_same(stands: dict[str, Any], row: dict[str, Any]) -> bool:
    """Equal values with no open conflict; the revision that says it does not matter."""
    return all(stands[name] == value for name, value in row.items() if name != "revision")
