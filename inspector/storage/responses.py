"""答卷: what is being filled in on this laptop, what was answered, who may be called back."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from inspector.domain.questionnaires.responses import Contact, HandedOut, PublishedForm, Response
from inspector.domain.stored import Stored
from inspector.storage.rows import chunks, read_all, table_of
from inspector.storage.tables import contact, local_state, revision

_response, _form, _handed = table_of(Response), table_of(PublishedForm), table_of(HandedOut)
_DRAFT = "response-draft:"

_ROW = (
    *(_response.c.id, _response.c.started_at, _response.c.finished_at),
    *(_response.c.site, _response.c.community, _response.c.street, _response.c.unit),
    *(_response.c.mode, _response.c.interviewer, _response.c.version, _response.c.answers),
)
"""What an evaluation reads of a response, in the order `evaluation.Row` tells."""


class ResponseStore:
    """Queries over forms and responses. What has no history (drafts, contacts) is written here too, inside the
    transaction of whoever writes.
    """

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def forms(self) -> tuple[Stored[PublishedForm], ...]:
        """Every published version."""
        query = sa.select(_form).where(~_form.c.deleted).order_by(_form.c.code, _form.c.version)
        return read_all(self._connection, PublishedForm, query)

    def number_by_form(self) -> dict[str, int]:
        """Form code → how many responses came back; refusals are none."""
        query = sa.select(_response.c.form, sa.func.count()).where(~_response.c.deleted, ~_response.c.refused)
        return {code: number for code, number in self._connection.execute(query.group_by(_response.c.form))}

    def rows(self, form: str, since: str = "", until: str = "") -> dict[str, Sequence[Any]]:
        """Form hash → rows for an evaluation, of the days from `since` to `until` (both included, "" for open)."""
        shas = self._of(sa.select(_response.c.form_sha).where(~_response.c.refused), form, since, until).distinct()
        query = self._of(sa.select(*_ROW).where(~_response.c.refused), form, since, until)
        return {
            sha: self._connection.execute(query.where(_response.c.form_sha == sha)).all()
            for sha in self._connection.execute(shas).scalars().all()
        }

    def records(self, form: str, since: str = "", until: str = "") -> tuple[Stored[Response], ...]:
        """Whole responses, for exports."""
        query = self._of(sa.select(_response).where(~_response.c.refused), form, since, until)
        return read_all(self._connection, Response, query.order_by(_response.c.finished_at, _response.c.id))

    def refusals(self, form: str, since: str = "", until: str = "") -> dict[str, int]:
        """Interviewer → 拒访."""
        query = sa.select(_response.c.interviewer, sa.func.count()).where(_response.c.refused)
        grouped = self._of(query, form, since, until).group_by(_response.c.interviewer)
        return {name: number for name, number in self._connection.execute(grouped)}

    def handed_out(self, form: str, since: str = "", until: str = "") -> int:
        """发放 in those days."""
        query = sa.select(sa.func.coalesce(sa.func.sum(_handed.c.count), 0))
        query = query.where(_handed.c.form == form, ~_handed.c.deleted)
        if since:
            query = query.where(_handed.c.day >= since)
        if until:
            query = query.where(_handed.c.day <= until)
        return int(self._connection.execute(query).scalar_one())

    def drafts(self) -> dict[str, dict[str, Any]]:
        """Id → the responses that were begun on this laptop and not ended."""
        query = sa.select(local_state).where(local_state.c.name.like(f"{_DRAFT}%"))
        rows = self._connection.execute(query.order_by(local_state.c.name))
        return {name.removeprefix(_DRAFT): json.loads(value) for name, value in rows}

    def draft(self, entity: str) -> dict[str, Any] | None:
        """One response that was begun."""
        query = sa.select(local_state.c.value).where(local_state.c.name == _DRAFT + entity)
        found = self._connection.execute(query).scalar()
        return None if found is None else dict(json.loads(found))

    def keep_draft(self, entity: str, draft: dict[str, Any]) -> None:
        """Keep what was entered so far; it has no history and is never merged."""
        name, value = _DRAFT + entity, json.dumps(draft, ensure_ascii=False)
        update = local_state.update().where(local_state.c.name == name).values(value=value)
        if not self._connection.execute(update).rowcount:
            self._connection.execute(local_state.insert(), {"name": name, "value": value})

    def drop_draft(self, entity: str) -> None:
        """Forget what was entered, for good."""
        self._forget()
        self._connection.execute(local_state.delete().where(local_state.c.name == _DRAFT + entity))

    def contacts(self) -> tuple[Contact, ...]:
        """Who may be called back."""
        rows = self._connection.execute(sa.select(contact).order_by(contact.c.day, contact.c.id)).mappings()
        return tuple(Contact(**{**row, "day": date.fromisoformat(row["day"])}) for row in rows)

    def keep_contact(self, known: Contact) -> None:
        """Keep one; there is no history of it."""
        row = {name: getattr(known, name) for name in ("id", "form", "name", "phone", "wish")}
        self._connection.execute(contact.insert(), {**row, "day": known.day.isoformat()})

    def drop_contacts(self, ids: Sequence[str] = (), before: str = "") -> int:
        """Delete some, or all of days before a date, for good; how many."""
        self._forget()
        gone = 0
        for some in chunks(ids):
            gone += self._connection.execute(contact.delete().where(contact.c.id.in_(some))).rowcount
        if before:
            gone += self._connection.execute(contact.delete().where(contact.c.day < before)).rowcount
        return gone

    def purge(self, before: str) -> int:
        """Delete every response that ended before that day with all its versions, for good; how many."""
        self._forget()
        old = list(
            self._connection.execute(sa.select(_response.c.id).where(_response.c.finished_at < before)).scalars()
        )
        for some in chunks(old):
            self._connection.execute(revision.delete().where(revision.c.entity.in_(some)))
            self._connection.execute(_response.delete().where(_response.c.id.in_(some)))
        return len(old)

    def _forget(self) -> None:
        """Have what is deleted overwritten, not only left out."""
        if self._connection.dialect.name == "sqlite":
            self._connection.exec_driver_sql("PRAGMA secure_delete = ON")

    def _of(self, query: sa.Select[Any], form: str, since: str, until: str) -> sa.Select[Any]:
        query = query.where(_response.c.form == form, ~_response.c.deleted)
        if since:
            query = query.where(_response.c.finished_at >= since)
        if until:
            query = query.where(_response.c.finished_at < f"{until}U")  # after every time of that day
        return query
