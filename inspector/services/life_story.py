"""经过 of a finding: its own versions, told together with the answers, looks and requests made in the same acts."""

from collections.abc import Mapping
from dataclasses import replace
from typing import Any

from inspector.domain.extensions import Extension
from inspector.domain.kinds import RECORDS
from inspector.domain.rechecks import Recheck
from inspector.domain.records import from_canonical
from inspector.domain.redirections import Redirection
from inspector.domain.replies import Reply
from inspector.domain.revisions import Revision
from inspector.services.history import Event, events
from inspector.storage.reading import Reading


def life_story(view: Reading, finding: str) -> tuple[Event, ...]:
    """Everything that happened to a finding, the newest first; an act that left it as it was (a request for time that
    waits, a look that saw nothing) is told too.
    """
    own = view.history(finding)
    around = view.moves.revisions_about(finding)
    notes = {one.change: _notes(one) for one in around if not one.deleted}
    of_finding = {one.change for one in own}
    told = {v.hlc: _with(e, v, notes) for e, v in zip(reversed(events(own)), own, strict=True)}
    lonely = {one.change: one for one in around if one.change not in of_finding}
    told |= {v.hlc: _with(replace(events((v,))[0], fields=()), v, notes) for v in lonely.values()}
    return tuple(told[stamp] for stamp in sorted(told, reverse=True))


def _with(event: Event, version: Revision, notes: Mapping[str, tuple[tuple[str, str], ...]]) -> Event:
    return replace(event, notes=notes.get(version.change, ()))


def _notes(version: Revision) -> tuple[tuple[str, str], ...]:
    said = _said(from_canonical(RECORDS[version.kind], version.body))
    return tuple((name, text) for name, text in said if text)


def _said(record: Any) -> tuple[tuple[str, str], ...]:
    match record:
        case Reply():
            where = " · ".join(filter(None, (record.file, record.sheet, str(record.row or ""))))
            return (
                ("measures", record.said.measures),
                ("person", record.said.person),
                ("file", where),
                ("photos", _number(record.photos)),
            )
        case Recheck():
            return ("result", record.result), ("by", record.by), ("photos", _number(record.photos))
        case Extension():
            return ("until", record.until.isoformat()), ("decision", record.decision), ("photos", _number(record.scans))
        case Redirection():
            return ("ground", record.ground), ("unit", record.to_unit), ("photos", _number(record.evidence))
        case _:
            return ()


def _number(photos: tuple[str, ...]) -> str:
    return str(len(photos)) if photos else ""
