"""A revision: one version of one record. The grow-only set of them is the truth (sync.md).

`parents` are the heads its author saw. A head is a revision that no other revision names as parent. Clocks serve
sorting and display only.
"""

import hashlib
from collections.abc import Callable, Iterable
from dataclasses import dataclass, fields
from operator import attrgetter
from typing import Any

from inspector.domain.records import canonical_json


@dataclass(frozen=True, slots=True)
class Revision:
    """One immutable version of one record.

    `change` groups what one person did in one act (undo works on it); `act` says what that was in a stable word such
    as "answer" or "section-passes"; `reason` is what the person gave as reason, if anything. A `deleted` revision is a
    tombstone: it keeps the last body so that the trash can show and restore it.
    """

    id: str
    kind: str
    entity: str
    parents: tuple[str, ...]
    change: str
    act: str
    reason: str
    laptop: str
    person: str
    made_at: str
    hlc: str
    schema: int
    deleted: bool
    body: str
    sha: str


_everything: Callable[[Revision], tuple[Any, ...]] = attrgetter(*(f.name for f in fields(Revision)))


def content_hash(revision: Revision) -> str:
    """SHA-256 over all that a revision says but the hash: nothing of it may ever change, neither an id (measured.md
    L16) nor who did it, when and why.
    """
    *said, _ = _everything(revision)
    return hashlib.sha256(canonical_json(said).encode()).hexdigest()


def sealed(revision: Revision) -> Revision:
    """The revision with its hash."""
    *said, _ = _everything(revision)
    return Revision(*(*said, content_hash(revision)))


def is_intact(revision: Revision) -> bool:
    """True when the stored hash fits the stored content."""
    return revision.sha == content_hash(revision)


def heads(revisions: Iterable[Revision]) -> tuple[Revision, ...]:
    """The revisions of one record that nobody superseded, the one to show first in front.

    One head is the current value. Several are a conflict; until a person decides, an existing record counts before a
    deleted one, then the later clock, then the id, so that every laptop shows the same.
    """
    all_of_them = tuple(revisions)
    superseded = {parent for r in all_of_them for parent in r.parents}
    standing = [r for r in all_of_them if r.id not in superseded]
    return tuple(sorted(standing, key=lambda r: (not r.deleted, r.hlc, r.id), reverse=True))
