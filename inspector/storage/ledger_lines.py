"""Lines of the ledger: the most read record of all, made straight from the driver's rows."""

import json
from collections.abc import Sequence
from dataclasses import fields
from datetime import date
from typing import Any

import sqlalchemy as sa

from inspector.domain.dispatches import Dispatch
from inspector.domain.findings import Finding, overdue_days
from inspector.domain.ledger import LedgerRow
from inspector.domain.photos import Photo
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.units import Unit
from inspector.storage.columns import driver_loads
from inspector.storage.rows import each_of, table_of
from inspector.storage.written import written

_finding, _site, _unit = table_of(Finding), table_of(Site), table_of(Unit)
_kind, _street = table_of(SiteKind), table_of(Street)
_photo, _dispatch = table_of(Photo), table_of(Dispatch)


def rows(connection: sa.Connection, wanted: Sequence[str], today: date) -> dict[str, LedgerRow]:
    """The lines of these findings, overdue as of `today`; those that are gone are left out."""
    found = _LINES.rows(connection, {"wanted": json.dumps(list(wanted))})
    return {row[0]: _line(row, today) for row in found}


def _line(row: Sequence[Any], today: date) -> LedgerRow:
    values = list(row)
    for place, load in _LOADED:
        values[place] = load(values[place])
    values[_OVERDUE] = overdue_days(values[_STATUS], values[_DUE], today)
    return LedgerRow(*values)


def _named(name: sa.ColumnElement[Any]) -> sa.ColumnElement[Any]:
    return sa.func.coalesce(name, "")


_own_photos = sa.and_(_photo.c.finding == _finding.c.id, ~_photo.c.deleted)
_first = (_photo.c.role != "before", _photo.c.position, _photo.c.id)
_kind_or_code = sa.case((_finding.c.site == "", ""), else_=_finding.c.kind)
_ELSEWHERE: dict[str, sa.ColumnElement[Any]] = {
    "site_name": _named(_site.c.name),
    "kind_name": sa.func.coalesce(sa.func.nullif(_kind.c.name, ""), _kind_or_code),
    "street_name": _named(_street.c.name),
    "unit_name": _named(_unit.c.name),
    "dispatch_number": _named(_dispatch.c.number),
    "photos": sa.select(sa.func.count()).where(_own_photos).scalar_subquery(),
    "thumb_sha": _named(sa.select(_photo.c.thumb_sha).where(_own_photos).order_by(*_first).limit(1).scalar_subquery()),
    "days_overdue": sa.literal_column("0"),
}
"""What of a line does not stand in its finding."""

_NAMES = tuple(field.name for field in fields(LedgerRow))
_OVERDUE, _STATUS, _DUE = map(_NAMES.index, ("days_overdue", "status", "due_on"))
_LOADED = driver_loads(LedgerRow)
_LINES = written(
    sa.select(*(_ELSEWHERE[name] if name in _ELSEWHERE else _finding.c[name] for name in _NAMES))
    .select_from(
        _finding.outerjoin(_site, _site.c.id == _finding.c.site)
        .outerjoin(_kind, sa.and_(_kind.c.code == _finding.c.kind, ~_kind.c.deleted))
        .outerjoin(_street, _street.c.id == _finding.c.street)
        .outerjoin(_unit, _unit.c.id == _finding.c.unit)
        .outerjoin(_dispatch, _dispatch.c.id == _finding.c.dispatch)
    )
    .where(_finding.c.id.in_(each_of(sa.bindparam("wanted"))))
)
