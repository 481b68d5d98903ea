"""The tables: the revisions, who is head, and one projection table a kind of record. Only storage sees them."""

from typing import Any

import sqlalchemy as sa

from inspector.domain.kinds import RECORDS
from inspector.storage.columns import fields_of

metadata = sa.MetaData(
    naming_convention={"ix": "ix_%(table_name)s_%(column_0_N_name)s", "pk": "pk_%(table_name)s"},
)

revision = sa.Table(
    "revision",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("entity", sa.Text, nullable=False, index=True),
    sa.Column("parents", sa.Text, nullable=False),
    sa.Column("change", sa.Text, nullable=False, index=True),
    sa.Column("act", sa.Text, nullable=False),
    sa.Column("reason", sa.Text, nullable=False),
    sa.Column("laptop", sa.Text, nullable=False),
    sa.Column("person", sa.Text, nullable=False),
    sa.Column("made_at", sa.Text, nullable=False),
    sa.Column("hlc", sa.Text, nullable=False),
    sa.Column("schema", sa.Integer, nullable=False),
    sa.Column("deleted", sa.Boolean, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
    sa.Column("sha", sa.Text, nullable=False),
)

photo_content = sa.Table(
    "photo_content",
    metadata,
    sa.Column("sha", sa.Text, primary_key=True),
    sa.Column("content", sa.LargeBinary, nullable=False),
)
"""Bytes by their SHA-256, apart from `photo` so that no list ever reads them."""

photo_likeness = sa.Table(
    "photo_likeness",
    metadata,
    sa.Column("sha", sa.Text, primary_key=True),
    sa.Column("likeness", sa.Text, nullable=False),
)
"""How the evidence copy with that hash looks, 16 hex digits: derived from the bytes, so it has no history."""

document = sa.Table(
    "document",
    metadata,
    sa.Column("sha", sa.Text, primary_key=True),
    sa.Column("kind", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
"""Checklists and forms by the hash of their content (sync.md 8)."""

local_state = sa.Table(
    "local_state",
    metadata,
    sa.Column("name", sa.Text, primary_key=True),
    sa.Column("value", sa.Text, nullable=False),
)
"""What this laptop remembers for itself (where the inspector stood); never merged, no history."""

contact = sa.Table(
    "contact",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("day", sa.Text, nullable=False),
    sa.Column("name", sa.Text, nullable=False),
    sa.Column("phone", sa.Text, nullable=False),
    sa.Column("wish", sa.Text, nullable=False),
    sa.Column("called_on", sa.Text, nullable=True),
)
"""Who agreed to be called back; outside the revisions, because what is deleted here must be gone."""

response_line = sa.Table(
    "response_line",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("form", sa.Text, nullable=False),
    sa.Column("form_sha", sa.Text, nullable=False),
    sa.Column("day", sa.Text, nullable=False),
    sa.Column("ended", sa.BigInteger, nullable=False),
    sa.Column("took", sa.BigInteger, nullable=False),
    sa.Column("frame", sa.Text, nullable=False),
    sa.Column("signs", sa.Text, nullable=False),
    sa.Column("written", sa.Text, nullable=False),
)
"""Each response as a line of signs for evaluations, by its id: a projection like its row (response_lines.py)."""

finding_place = sa.Table(
    "finding_place",
    metadata,
    sa.Column("place", sa.Integer, primary_key=True),
    sa.Column("finding", sa.Text, nullable=False),
    sa.Index("ix_finding_place_finding", "finding", unique=True),
)
"""The number by which the index of words knows a finding (finding_pieces.py)."""

private_note = sa.Table(
    "private_note",
    metadata,
    sa.Column("id", sa.Text, primary_key=True),
    sa.Column("kept_on", sa.Text, nullable=False),
    sa.Column("body", sa.Text, nullable=False),
)
"""Who complained and what must not be read by all, by the complaint's id; outside the revisions, so that it can be
erased: the complaint keeps only its salted hash (decisions/0005-callers-apart.md).
"""

LAPTOP = "laptop"
"""The name of the local note that holds this file's incarnation id (sync.md 10)."""

_INDEXES: dict[str, tuple[tuple[str, ...], ...]] = {
    "site": (("kind",), ("name",)),
    "inspection": (("site", "started_at"), ("finished_at",)),
    "answer": (("inspection",),),
    "finding": (
        ("inspection",),
        ("site", "item"),
        ("kind", "no"),
        ("status", "deleted", "due_on", "unit", "id"),
        ("site", "status", "deleted"),
        # The first lines of the ledger: what is in a state, or of a unit in a state, newest first.
        ("status", "deleted", "found_at", "id"),
        ("unit", "status", "deleted", "found_at", "id"),
        ("dispatch",),
        # For reading all ids in an order off one index. `deleted` stands last, else SQLite takes it for a choice.
        ("found_at", "id", "deleted"),
        ("due_on", "id", "deleted"),
        ("no", "id", "deleted"),
        ("unit", "id", "deleted"),
        ("site", "id", "deleted"),
    ),
    "photo": (("finding", "deleted"), ("evidence_sha",)),
    "dispatch": (("year", "serial"),),
    "reply": (("finding",),),
    "recheck": (("finding",),),
    "extension": (("finding",),),
    "redirection": (("finding",),),
    "response": (("form", "finished_at"), ("form_sha",), ("form", "refused")),
    "public_complaint": (("finding",), ("received_at",)),
    "praise": (("inspection",),),
}


def _projection(kind: str, cls: type[Any]) -> sa.Table:
    """The table of one kind: the record's fields, the revision shown, and how many rival heads there are."""
    return sa.Table(
        kind,
        metadata,
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("revision", sa.Text, nullable=False),
        sa.Column("rivals", sa.Text, nullable=False),
        sa.Column("deleted", sa.Boolean, nullable=False),
        *(sa.Column(f.name, f.type) for f in fields_of(cls)),
        *(sa.Index(f"ix_{kind}_{'_'.join(names)}", *names) for names in _INDEXES.get(kind, ())),
    )


PROJECTIONS: dict[str, sa.Table] = {kind: _projection(kind, cls) for kind, cls in RECORDS.items()}
