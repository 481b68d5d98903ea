"""Registers: settings and the search over sites."""

from typing import Any, TypeVar

import sqlalchemy as sa

from inspector.domain.findings import OPEN, Finding
from inspector.domain.inspections import Inspection
from inspector.domain.settings import DEFAULTS, Setting
from inspector.domain.site_search import SiteQuery
from inspector.domain.sites import Community, Site, Street
from inspector.domain.stored import Stored
from inspector.storage.rows import any_contains, read_all, table_of, words_of

_site, _street, _community = table_of(Site), table_of(Street), table_of(Community)
_setting, _inspection, _finding = table_of(Setting), table_of(Inspection), table_of(Finding)

S = TypeVar("S", bound=tuple[Any, ...])


class RegisterStore:
    """Queries over 点位 and the office's settings."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def settings(self) -> dict[str, str]:
        """Every setting with its value, the defaults included."""
        query = sa.select(_setting.c.name, _setting.c.value).where(~_setting.c.deleted)
        return DEFAULTS | {key: value for key, value in self._connection.execute(query)}

    def search_sites(self, text: str, limit: int = 200) -> tuple[Stored[Site], ...]:
        """The sites that answer `text`, as `site_ids` finds and orders them."""
        query = _looked_for(sa.select(_site), text).limit(limit)
        return read_all(self._connection, Site, query)

    def site_ids(self, asked: SiteQuery, round_name: str) -> tuple[str, ...]:
        """Sites whose name, address, street, community, pinyin or initials hold every word of the text.

        Those whose initials or name begin with the first word come first: it is what a person types.
        """
        query = _looked_for(sa.select(_site.c.id), asked.text)
        for column, value in ((_site.c.kind, asked.kind), (_site.c.street, asked.street)):
            if value:
                query = query.where(column == value)
        if asked.not_this_round:
            query = query.where(~_visited(round_name))
        if asked.with_open:
            query = query.where(_still_open())
        return tuple(self._connection.execute(query).scalars())

    def site_count(self) -> int:
        """How many sites there are."""
        return self._connection.execute(sa.select(sa.func.count()).where(~_site.c.deleted)).scalar_one()


def _looked_for(query: sa.Select[S], text: str) -> sa.Select[S]:
    joined = _site.outerjoin(_street, _street.c.id == _site.c.street).outerjoin(
        _community, _community.c.id == _site.c.community
    )
    query = query.select_from(joined).where(~_site.c.deleted)
    words = words_of(text)
    columns = (_site.c.name, _site.c.address, _site.c.pinyin, _site.c.initials, _site.c.code)
    for word in words:
        query = query.where(any_contains((*columns, _street.c.name, _community.c.name), word))
    if words:
        first = sa.or_(
            _site.c.initials.startswith(words[0], autoescape=True),
            _site.c.name.startswith(words[0], autoescape=True),
        )
        query = query.order_by(first.desc())
    return query.order_by(_site.c.name, _site.c.id)


def _visited(round_name: str) -> sa.ColumnElement[bool]:
    """The site has a finished visit of that round."""
    visit = _inspection.c
    return sa.exists().where(
        visit.site == _site.c.id, visit.finished_at.is_not(None), visit.round == round_name, ~visit.deleted
    )


def _still_open() -> sa.ColumnElement[bool]:
    """Something at the site still waits for somebody."""
    finding = _finding.c
    return sa.exists().where(
        finding.site == _site.c.id, finding.status.in_([str(status) for status in OPEN]), ~finding.deleted
    )
