"""Reading what the full ledger holds, a few hundred findings at a time and no more columns than are written."""

import json
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import replace
from datetime import date, datetime
from typing import Any

import sqlalchemy as sa

from inspector.domain.dispatches import Dispatch
from inspector.domain.extensions import Decision, Extension
from inspector.domain.findings import RECEIVED, Finding, FindingStatus, overdue_days
from inspector.domain.ledger import LedgerQuery
from inspector.domain.ledger_export import LedgerEntry, Step, StepKind
from inspector.domain.lifecycle import Move
from inspector.domain.photos import Photo, PhotoRole
from inspector.domain.rechecks import Recheck, RecheckResult
from inspector.domain.redirections import Redirection
from inspector.domain.replies import Reply
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.stored import Stored
from inspector.domain.units import Unit
from inspector.storage import ledger_queries
from inspector.storage.ledger_words import words_in
from inspector.storage.moves import MoveStore
from inspector.storage.rows import table_of
from inspector.storage.tables import revision

_finding, _site, _photo = table_of(Finding), table_of(Site), table_of(Photo)
_kind, _street, _dispatch = table_of(SiteKind), table_of(Street), table_of(Dispatch)
_unit = table_of(Unit)
_STEPS = (Reply, Recheck, Extension, Redirection)

Own = dict[str, tuple[Stored[Any], ...]]


class LedgerExportStore:
    """Queries of one export; names of units, kinds, streets and dispatches are read once."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection
        self._moves = MoveStore(connection)
        self._units = self._names(_unit.c.id, _unit.c.name)
        self._kinds = self._names(_kind.c.code, _kind.c.name)
        self._streets = self._names(_street.c.id, _street.c.name)
        self._dispatches = {
            row.id: (row.number, _day(row.issued_on))
            for row in connection.execute(sa.select(_dispatch.c.id, _dispatch.c.number, _dispatch.c.issued_on))
        }

    def steps_count(self, asked: LedgerQuery) -> int:
        """How many steps `steps` will give for all findings asked for."""
        chosen = ledger_queries.unordered(asked, words_in(self._connection, asked.text))
        tables = map(table_of, _STEPS)
        counts = (sa.select(sa.func.count()).where(t.c.finding.in_(chosen), ~t.c.deleted) for t in tables)
        return sum(self._connection.execute(query).scalar_one() for query in counts)

    def backs_count(self, asked: LedgerQuery) -> int:
        """How many of them sent a finding back."""
        look = table_of(Recheck)
        chosen = ledger_queries.unordered(asked, words_in(self._connection, asked.text))
        query = sa.select(sa.func.count()).where(
            look.c.finding.in_(chosen), look.c.result == str(RecheckResult.FAILED), ~look.c.deleted
        )
        number: int = self._connection.execute(query).scalar_one()
        return number

    def entries(self, ids: Sequence[str], today: date) -> list[LedgerEntry]:
        """These findings in this order; those that are gone are left out. At most a few hundred at a time."""
        rows = {row["id"]: row for row in self._connection.execute(_LINE.where(_finding.c.id.in_(ids))).mappings()}
        photos, signed = self._photos(ids), self._signed(ids)
        replies, looks, asked = (self._moves.of_findings(cls, ids) for cls in (Reply, Recheck, Extension))
        return [
            self._entry(rows[one], today, photos.get(one, {}), signed.get(one), _last_words(one, replies, looks, asked))
            for one in ids
            if one in rows
        ]

    def steps(self, ids: Sequence[str]) -> list[Step]:
        """What happened to these findings, in their order and then in time."""
        own = [self._moves.of_findings(cls, ids) for cls in _STEPS]
        told = [one for one in ids if any(one in found for found in own)]
        rows = {row["id"]: row for row in self._connection.execute(_HEADING.where(_finding.c.id.in_(told))).mappings()}
        return [step for one in told if one in rows for step in self._steps(rows[one], _in_time(one, own))]

    def _steps(self, row: Any, records: Iterable[Any]) -> Iterable[Step]:
        attempt = back = 0
        for record in records:
            attempt += isinstance(record, Reply)
            failed = isinstance(record, Recheck) and record.result is RecheckResult.FAILED
            back += failed
            step = Step(
                no=row["no"],
                site_name=row["site_name"] or "",
                unit_name=self._units.get(getattr(record, "unit", row["unit"]), ""),
                status=FindingStatus(row["status"]),
                attempt=attempt,
                back=back if failed else 0,
                **_told(record),
            )
            yield replace(step, to_unit=self._units.get(step.to_unit, "")) if step.to_unit else step

    def _entry(
        self,
        row: Any,
        today: date,
        photos: Mapping[str, tuple[int, str]],
        signed_on: date | None,
        last: Mapping[str, Any],
    ) -> LedgerEntry:
        due_on, status = _day(row["due_on"]), FindingStatus(row["status"])
        number, dispatched_on = self._dispatches.get(row["dispatch"], ("", None))
        before, after = photos.get(PhotoRole.BEFORE, (0, "")), photos.get(PhotoRole.AFTER, (0, ""))
        return LedgerEntry(
            id=row["id"],
            no=row["no"],
            found_on=date.fromisoformat(row["found_at"][:10]),
            found_by=row["found_by"],
            kind_name=self._kinds.get(row["kind"], row["kind"]),
            site_name=row["site_name"] or "",
            address=row["address"] or "",
            location=row["location"],
            street_name=self._streets.get(row["street"], ""),
            item=row["item"],
            text=row["text"],
            veto=bool(row["veto"]),
            unit_name=self._units.get(row["unit"], ""),
            co_units=tuple(self._units.get(unit, "") for unit in json.loads(row["co_units"])),
            requirement=row["requirement"],
            due_on=due_on,
            time_limit=row["time_limit"],
            dispatch_number=number,
            dispatched_on=dispatched_on,
            status=status,
            days_overdue=overdue_days(status, due_on, today),
            send_backs=row["send_backs"],
            recurrences=row["recurrences"] or int(bool(row["recurrence_of"])),
            closed_on=_day(row["closed_on"]),
            remark=row["remark"],
            partner_name=self._units.get(row["partner_unit"], ""),
            signed_on=signed_on if status in RECEIVED else None,
            before_photos=before[0],
            after_photos=after[0],
            before_sha=before[1],
            after_sha=after[1],
            **last,
        )

    def _photos(self, ids: Sequence[str]) -> dict[str, dict[str, tuple[int, str]]]:
        """Finding → role → how many photos, and the list picture of the first."""
        p = _photo.c
        query = sa.select(p.finding, p.role, p.listed_sha).where(p.finding.in_(ids), ~p.deleted)
        found: dict[str, dict[str, tuple[int, str]]] = {}
        for finding, role, sha in self._connection.execute(query.order_by(p.finding, p.position, p.id)):
            roles = found.setdefault(finding, {})
            number, first = roles.get(role, (0, sha))
            roles[role] = (number + 1, first)
        return found

    def _signed(self, ids: Sequence[str]) -> dict[str, date]:
        """Finding → the day it was last signed for, off its versions: a signature is a move and leaves no record."""
        r = revision.c
        query = sa.select(r.entity, sa.func.max(r.made_at)).where(r.entity.in_(ids), r.act == str(Move.SIGN))
        found = self._connection.execute(query.group_by(r.entity))
        return {finding: date.fromisoformat(at[:10]) for finding, at in found}

    def _names(self, key: sa.Column[Any], name: sa.Column[Any]) -> dict[str, str]:
        return {one: words for one, words in self._connection.execute(sa.select(key, name))}


_f = _finding.c
_LINE = sa.select(
    *(_f.id, _f.no, _f.found_at, _f.found_by, _f.kind, _f.location, _f.street, _f.item, _f.text, _f.veto, _f.unit),
    *(_f.co_units, _f.requirement, _f.due_on, _f.time_limit, _f.dispatch, _f.status, _f.send_backs, _f.recurrences),
    *(_f.recurrence_of, _f.closed_on, _f.remark, _site.c.name.label("site_name"), _site.c.address),
    _site.c.partner_unit,
).select_from(_finding.outerjoin(_site, _site.c.id == _f.site))
_HEADING = sa.select(_f.id, _f.no, _f.unit, _f.status, _site.c.name.label("site_name")).select_from(
    _finding.outerjoin(_site, _site.c.id == _f.site)
)


def _last_words(finding: str, replies: Own, looks: Own, asked: Own) -> dict[str, Any]:
    """What the last answer, the last look and the last extension granted say."""
    found: dict[str, Any] = {}
    if answers := replies.get(finding):
        said = answers[-1].record.said
        found |= {"measures": said.measures, "done_on": said.done_on, "person": said.person, "phone": said.phone}
    if seen := looks.get(finding):
        look: Recheck = seen[-1].record
        found |= {"looked_by": look.by, "looked_on": look.at.date(), "look_result": str(look.result)}
        found["look_note"] = look.note
    granted = [one.record.until for one in asked.get(finding, ()) if one.record.decision is Decision.GRANTED]
    return found | ({"extended_to": granted[-1]} if granted else {})


def _in_time(finding: str, own: Iterable[Own]) -> list[Any]:
    records = [stored.record for found in own for stored in found.get(finding, ())]
    return sorted(records, key=_when)


def _when(record: Any) -> datetime:
    at: datetime
    match record:
        case Reply():
            at = record.received_at
        case Extension():
            at = record.asked_at
        case _:
            at = record.at
    return at


def _told(record: Any) -> dict[str, Any]:
    """What kind of step it was, when, with what result, in what words, by whom, with how many photos."""
    match record:
        case Reply():
            source = " ".join(filter(None, (record.file, record.sheet, str(record.row or ""))))
            by = record.said.person or record.received_by
            words = [record.said.measures, record.said.note]
            more: dict[str, Any] = {
                "kind": StepKind.REPLY,
                "result": record.said.outcome,
                "photos": record.photos,
                "source": source,
            }
        case Recheck():
            by, words = record.by, [record.note]
            more = {"kind": StepKind.RECHECK, "result": record.result, "photos": record.photos}
        case Extension():
            by, words = record.decided_by or record.asked_by, [record.reason, record.answer]
            more = {"kind": StepKind.EXTENSION, "result": record.decision, "photos": record.scans}
            more["until"] = record.until
        case _:
            by, words = record.by, [record.reason]
            more = {"kind": StepKind.REDIRECTION, "result": record.ground, "photos": record.evidence}
            more["to_unit"] = record.to_unit
    told = {"at": _when(record), "by": by, "words": tuple(filter(None, words))}
    return more | told | {"result": str(more["result"]), "photos": len(more["photos"])}


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
