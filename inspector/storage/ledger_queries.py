"""The ledger in SQL: the database filters, sorts and counts; names are joined only for what is shown."""

from collections.abc import Sequence
from datetime import date, timedelta
from typing import Any

import sqlalchemy as sa

from inspector.domain.dispatches import Dispatch
from inspector.domain.findings import Finding, FindingStatus, days_overdue
from inspector.domain.ledger import LedgerOrder, LedgerQuery, LedgerRow
from inspector.domain.photos import Photo
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.units import Unit
from inspector.storage.columns import from_columns
from inspector.storage.rows import any_contains, chunks, table_of, words_of

_finding, _site, _unit = table_of(Finding), table_of(Site), table_of(Unit)
_kind, _street = table_of(SiteKind), table_of(Street)
_photo, _dispatch = table_of(Photo), table_of(Dispatch)

_WAITING = [
    str(s)
    for s in (
        FindingStatus.DISPATCHED,
        FindingStatus.SIGNED,
        FindingStatus.IN_PROGRESS,
        FindingStatus.SENT_BACK,
        FindingStatus.REDIRECTED,
    )
]


def ids(asked: LedgerQuery) -> sa.Select[Any]:
    """Ids in the order asked for."""
    order = _order(asked)
    sources = _sources(asked, for_order=asked.order in {LedgerOrder.UNIT, LedgerOrder.SITE})
    query = sa.select(_finding.c.id).select_from(sources).where(*_conditions(asked))
    direction = order.desc() if asked.descending else order.asc()
    return query.order_by(direction, _finding.c.id.desc() if asked.descending else _finding.c.id)


def count(asked: LedgerQuery) -> sa.Select[Any]:
    """How many."""
    sources = _sources(asked, for_order=False)
    return sa.select(sa.func.count()).select_from(sources).where(*_conditions(asked))


def count_by_unit(asked: LedgerQuery) -> sa.Select[Any]:
    """How many by unit, the most first."""
    number = sa.func.count().label("number")
    sources = _sources(asked, for_order=False)
    query = sa.select(_finding.c.unit, number).select_from(sources).where(*_conditions(asked))
    return query.group_by(_finding.c.unit).order_by(number.desc())


def rows(connection: sa.Connection, wanted: Sequence[str], today: date) -> dict[str, LedgerRow]:
    """The lines of these findings."""
    found: dict[str, LedgerRow] = {}
    for some in chunks(wanted):
        pictures = _pictures(connection, some)
        query = _LINE.where(_finding.c.id.in_(some))
        for row in connection.execute(query).mappings():
            found[row["id"]] = _line(row, today, *pictures.get(row["id"], (0, "")))
    return found


def _sources(asked: LedgerQuery, *, for_order: bool) -> sa.FromClause:
    sources: sa.FromClause = _finding
    if asked.text or for_order:
        sources = sources.outerjoin(_site, _site.c.id == _finding.c.site)
    if for_order:
        sources = sources.outerjoin(_unit, _unit.c.id == _finding.c.unit)
    return sources


def _order(asked: LedgerQuery) -> sa.ColumnElement[Any]:
    columns: dict[LedgerOrder, sa.ColumnElement[Any]] = {
        LedgerOrder.NUMBER: _finding.c.no,
        LedgerOrder.FOUND: _finding.c.found_at,
        LedgerOrder.DUE: _finding.c.due_on,
        LedgerOrder.STATUS: _finding.c.status,
        LedgerOrder.UNIT: _unit.c.name,
        LedgerOrder.SITE: _site.c.name,
    }
    return columns[asked.order]


def _conditions(asked: LedgerQuery) -> list[sa.ColumnElement[bool]]:
    f = _finding.c
    where: list[sa.ColumnElement[bool]] = [~f.deleted]
    for column, values in ((f.unit, asked.units), (f.street, asked.streets), (f.kind, asked.kinds)):
        if values:
            where.append(column.in_(values))
    if asked.statuses:
        where.append(f.status.in_([str(s) for s in asked.statuses]))
    if asked.sources:
        where.append(f.source.in_([str(s) for s in asked.sources]))
    for column, value in ((f.site, asked.site), (f.dispatch, asked.dispatch)):
        if value:
            where.append(column == value)
    where += _dates(asked)
    for word in words_of(asked.text):
        columns = (f.text, f.no, f.location, _site.c.name, _site.c.pinyin, _site.c.initials)
        where.append(any_contains(columns, word))
    return where


def _dates(asked: LedgerQuery) -> list[sa.ColumnElement[bool]]:
    f = _finding.c
    where: list[sa.ColumnElement[bool]] = []
    if asked.overdue_on:
        where += [f.due_on < asked.overdue_on.isoformat(), f.status.in_(_WAITING)]
    if asked.due_until:
        where += [f.due_on <= asked.due_until.isoformat(), f.status.in_(_WAITING)]
    if asked.due_from:
        where.append(f.due_on >= asked.due_from.isoformat())
    if asked.due_to:
        where.append(f.due_on <= asked.due_to.isoformat())
    if asked.found_from:
        where.append(f.found_at >= asked.found_from.isoformat())
    if asked.found_to:
        where.append(f.found_at < (asked.found_to + timedelta(days=1)).isoformat())
    return where


def _pictures(connection: sa.Connection, findings: Sequence[str]) -> dict[str, tuple[int, str]]:
    """Finding id → number of photos and the thumbnail of the first."""
    query = (
        sa.select(_photo.c.finding, _photo.c.thumb_sha)
        .where(_photo.c.finding.in_(findings), ~_photo.c.deleted)
        .order_by(_photo.c.finding, _photo.c.role != "before", _photo.c.position, _photo.c.id)
    )
    found: dict[str, tuple[int, str]] = {}
    for finding, thumb in connection.execute(query):
        number, first = found.get(finding, (0, thumb))
        found[finding] = (number + 1, first)
    return found


_LINE = sa.select(
    _finding,
    _site.c.name.label("site_name"),
    _kind.c.name.label("kind_name"),
    _street.c.name.label("street_name"),
    _unit.c.name.label("unit_name"),
    _dispatch.c.number.label("dispatch_number"),
).select_from(
    _finding.outerjoin(_site, _site.c.id == _finding.c.site)
    .outerjoin(_kind, sa.and_(_kind.c.code == _finding.c.kind, ~_kind.c.deleted))
    .outerjoin(_street, _street.c.id == _finding.c.street)
    .outerjoin(_unit, _unit.c.id == _finding.c.unit)
    .outerjoin(_dispatch, _dispatch.c.id == _finding.c.dispatch)
)


def _line(row: Any, today: date, photos: int, thumb: str) -> LedgerRow:
    finding = from_columns(Finding, row)
    return LedgerRow(
        id=row["id"],
        no=finding.no,
        text=finding.text,
        location=finding.location,
        site=finding.site,
        site_name=row["site_name"] or "",
        kind=finding.kind,
        kind_name=row["kind_name"] or (finding.kind if finding.site else ""),
        street_name=row["street_name"] or "",
        item=finding.item,
        unit=finding.unit,
        unit_name=row["unit_name"] or "",
        co_units=finding.co_units,
        status=finding.status,
        due_on=finding.due_on,
        days_overdue=days_overdue(finding, today),
        found_at=finding.found_at,
        found_by=finding.found_by,
        veto=finding.veto,
        send_backs=finding.send_backs,
        recurrence_of=finding.recurrence_of,
        recurrences=finding.recurrences,
        photos=photos,
        thumb_sha=thumb,
        dispatch_number=row["dispatch_number"] or "",
        source=finding.source,
        source_note=finding.source_note,
    )
