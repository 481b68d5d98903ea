"""Who changed what, when and why, read from a record's revisions."""

import json
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from inspector.domain.revisions import Revision


@dataclass(frozen=True, slots=True)
class FieldChange:
    """One field before and after, as the text that was stored."""

    field: str
    before: str
    after: str


@dataclass(frozen=True, slots=True)
class Event:
    """One version of a record as an event; `act` is the stable word the faces put into words."""

    revision: str
    act: str
    reason: str
    person: str
    at: datetime
    deleted: bool
    fields: tuple[FieldChange, ...]
    notes: tuple[tuple[str, str], ...] = ()
    """What stands beside the change: "file", "photos", "until", "ground", "unit", "measures", "result" (as stored)."""


def events(versions: tuple[Revision, ...]) -> tuple[Event, ...]:
    """The versions of one record as events, the newest first, each with what differs from its parent."""
    bodies: dict[str, dict[str, Any]] = {v.id: json.loads(v.body) for v in versions}
    told = [_event(v, bodies.get(v.parents[0], {}) if v.parents else {}, bodies[v.id]) for v in versions]
    return tuple(reversed(told))


def _event(version: Revision, before: dict[str, Any], after: dict[str, Any]) -> Event:
    changed = tuple(
        FieldChange(name, _text(before.get(name)), _text(after.get(name)))
        for name in sorted(before.keys() | after.keys())
        if before.get(name) != after.get(name)
    )
    at = datetime.fromisoformat(version.made_at)
    return Event(version.id, version.act, version.reason, version.person, at, version.deleted, changed)


def _text(value: Any) -> str:
    if value is None:
        return ""
    return value if isinstance(value, str) else json.dumps(value, ensure_ascii=False)
