"""答卷: what is being filled in on this laptop, what was answered, who may be called back."""

import json
from collections.abc import Sequence
from datetime import date
from typing import Any

import sqlalchemy as sa

from inspector.domain.questionnaires.photo_answers import photos_in
from inspector.domain.questionnaires.responses import Contact, HandedOut, PublishedForm, Response
from inspector.domain.stored import Stored
from inspector.storage.contents import ContentStore
from inspector.storage.rows import chunks, read_all, table_of
from inspector.storage.tables import contact, local_state, response_line

_response, _form, _handed = table_of(Response), table_of(PublishedForm), table_of(HandedOut)
_DRAFT = "response-draft:"

Only = Sequence[tuple[str, str]]
"""Facets (`evaluation.FACETS`) and the value each must have."""


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
        query = sa.select(response_line.c.form, sa.func.count()).group_by(response_line.c.form)
        return {code: number for code, number in self._connection.execute(query)}

    def lines(self, form: str, since: str = "", until: str = "") -> dict[str, Sequence[Any]]:
        """Form hash → lines for an evaluation (`evaluation.Row`), of the days from `since` to `until`, both included,
        "" for open.
        """
        line = response_line.c
        asked = sa.select(line.id, line.day, line.frame, line.ended, line.took, line.signs, line.written)
        wanted = [line.form == form, *([line.day >= since] if since else []), *([line.day <= until] if until else [])]
        shas = self._connection.execute(sa.select(line.form_sha).where(*wanted).distinct()).scalars().all()
        return {sha: self._connection.execute(asked.where(*wanted, line.form_sha == sha)).all() for sha in shas}

    def records(self, form: str, since: str = "", until: str = "") -> tuple[Stored[Response], ...]:
        """Whole responses, for exports."""
        query = self._of(sa.select(_response).where(~_response.c.refused), form, since, until)
        return read_all(self._connection, Response, query.order_by(_response.c.finished_at, _response.c.id))

    def refusals(self, form: str, since: str = "", until: str = "", only: Only = ()) -> dict[str, int]:
        """Interviewer → 拒访, of the responses whose facets have those values."""
        query = sa.select(_response.c.interviewer, sa.func.count()).where(_response.c.refused)
        query = query.where(*(_response.c[name] == value for name, value in only))
        grouped = self._of(query, form, since, until).group_by(_response.c.interviewer)
        return {name: number for name, number in self._connection.execute(grouped)}

    def handed_out(self, form: str, since: str = "", until: str = "", only: Only = ()) -> int:
        """发放 in those days at those places; 0 for what is not known of forms that go out (who asks, how)."""
        if any(name not in _handed.c for name, _ in only):
            return 0
        query = sa.select(sa.func.coalesce(sa.func.sum(_handed.c.count), 0))
        query = query.where(_handed.c.form == form, ~_handed.c.deleted)
        query = query.where(*(_handed.c[name] == value for name, value in only))
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

    def begun_before(self, day: date) -> tuple[str, ...]:
        """The ids of responses that were begun before a day and never ended."""
        return tuple(entity for entity, draft in self.drafts().items() if draft["started"] < day.isoformat())

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
        """Forget what was entered, and photos that are not in a response by now."""
        photos = photos_in(json.dumps(self.draft(entity)))
        self._connection.execute(local_state.delete().where(local_state.c.name == _DRAFT + entity))
        ContentStore(self._connection).drop_unused(photos)

    def photos_of(self, responses: Sequence[str]) -> frozenset[str]:
        """The hashes of the pictures these responses hold as answers."""
        found: set[str] = set()
        for some in chunks(responses):
            query = sa.select(_response.c.answers, _response.c.repeats).where(_response.c.id.in_(some))
            for answers, repeats in self._connection.execute(query):
                found |= photos_in(f"{answers} {repeats}")
        return frozenset(found)

    def contacts(self) -> tuple[Contact, ...]:
        """Who may be called back."""
        rows = self._connection.execute(sa.select(contact).order_by(contact.c.day, contact.c.id)).mappings()
        return tuple(
            Contact(**{**row, "day": date.fromisoformat(row["day"]), "called_on": _day(row["called_on"])})
            for row in rows
        )

    def keep_contact(self, known: Contact) -> None:
        """Keep one; there is no history of it."""
        row = {name: getattr(known, name) for name in ("id", "form", "name", "phone", "wish")}
        self._connection.execute(contact.insert(), {**row, "day": known.day.isoformat(), "called_on": None})

    def note_call(self, entity: str, day: date | None) -> None:
        """Note the day somebody called back, None for not yet."""
        called = day.isoformat() if day else None
        self._connection.execute(contact.update().where(contact.c.id == entity).values(called_on=called))

    def contacts_before(self, day: date) -> tuple[str, ...]:
        """The ids of contacts of days before that one."""
        return tuple(self._connection.execute(sa.select(contact.c.id).where(contact.c.day < day.isoformat())).scalars())

    def ended_before(self, day: date) -> tuple[str, ...]:
        """The ids of responses and refusals that ended before that day, those in the trash included."""
        query = sa.select(_response.c.id).where(_response.c.finished_at < day.isoformat())
        return tuple(self._connection.execute(query).scalars())

    def _of(self, query: sa.Select[Any], form: str, since: str, until: str) -> sa.Select[Any]:
        query = query.where(_response.c.form == form, ~_response.c.deleted)
        if since:
            query = query.where(_response.c.finished_at >= since)
        if until:
            query = query.where(_response.c.finished_at < f"{until}U")  # after every time of that day
        return query


def _day(text: str | None) -> date | None:
    return date.fromisoformat(text) if text else None
