"""Registers: settings and the search over sites."""

import sqlalchemy as sa

from inspector.domain.settings import DEFAULTS, Setting
from inspector.domain.sites import Community, Site, Street
from inspector.domain.stored import Stored
from inspector.storage.rows import any_contains, read_all, table_of, words_of

_site, _street, _community = table_of(Site), table_of(Street), table_of(Community)
_setting = table_of(Setting)


class RegisterStore:
    """Queries over 点位 and the office's settings."""

    def __init__(self, connection: sa.Connection) -> None:
        self._connection = connection

    def settings(self) -> dict[str, str]:
        """Every setting with its value, the defaults included."""
        query = sa.select(_setting.c.name, _setting.c.value).where(~_setting.c.deleted)
        return DEFAULTS | {key: value for key, value in self._connection.execute(query)}

    def search_sites(self, text: str, limit: int = 200) -> tuple[Stored[Site], ...]:
        """Sites whose name, address, street, community, pinyin or initials hold every word of `text`.

        Those whose initials or name begin with the first word come first: it is what a person types.
        """
        joined = _site.outerjoin(_street, _street.c.id == _site.c.street).outerjoin(
            _community, _community.c.id == _site.c.community
        )
        query = sa.select(_site).select_from(joined).where(~_site.c.deleted)
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
        return read_all(self._connection, Site, query.order_by(_site.c.name, _site.c.id).limit(limit))

    def site_count(self) -> int:
        """How many sites there are."""
        return self._connection.execute(sa.select(sa.func.count()).where(~_site.c.deleted)).scalar_one()
