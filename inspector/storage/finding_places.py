"""Places of findings in the index of words: numbers that rise from the newest finding to the oldest, hour by hour.

FTS5 gives its answers in the order of these numbers, so that the newest findings with a word are read first and nobody
waits for the others (decision 8). Within an hour the places follow one another as they were given out. They are numbers
of our own, because the file's are given anew when it is copied.
"""

from typing import Any

import sqlalchemy as sa

from inspector.domain.findings import Finding
from inspector.domain.kinds import KINDS
from inspector.storage.tables import PROJECTIONS, finding_place

_ROOM = 1 << 24
"""More than anybody finds within an hour."""
_AFTER_ALL = 9999_12_31_24
_PARTS = ((0, 4), (5, 2), (8, 2), (11, 2))
"""Year, month, day and hour in a time as it is stored: start and length."""

_finding = PROJECTIONS[KINDS[Finding]]


def hour_of(place: int) -> int:
    """The first place of the hour this place lies in."""
    return place - place % _ROOM


def hour_at(found_at: str) -> int:
    """The first place of an hour; lower for later ones."""
    return (_AFTER_ALL - int("".join(found_at[start : start + length] for start, length in _PARTS))) * _ROOM


def place_of(connection: sa.Connection, finding: str) -> int | None:
    """Where a finding stands."""
    found: int | None = connection.execute(_PLACE, {"wanted": finding}).scalar()
    return found


def take_place(connection: sa.Connection, finding: str, found_at: str) -> int:
    """Give a finding that has none the next place of its hour."""
    hour = hour_at(found_at)
    last: int | None = connection.execute(_LAST, {"first": hour, "next": hour + _ROOM}).scalar()
    place = hour + 1 if last is None else last + 1
    connection.execute(finding_place.insert(), {"place": place, "finding": finding})
    return place


def leave_place(connection: sa.Connection, place: int) -> None:
    """Nobody stands there any more."""
    connection.execute(finding_place.delete().where(finding_place.c.place == place))


def take_all_places(connection: sa.Connection) -> None:
    """Give every finding its place where nobody has one."""
    number = sa.func.row_number().over(partition_by=_hour, order_by=_finding.c.id)
    placed = sa.select((_hour + number).label("place"), _finding.c.id).order_by("place")
    connection.execute(finding_place.insert().from_select(["place", "finding"], placed))


def misplaced() -> sa.Select[Any]:
    """Ids of findings that stand in another hour than they were found in."""
    place = finding_place.c.place
    placed = finding_place.join(_finding, _finding.c.id == finding_place.c.finding)
    return sa.select(_finding.c.id).select_from(placed).where(sa.or_(place <= _hour, place >= _hour + _ROOM))


def _hour_of_column(found_at: sa.ColumnElement[str]) -> sa.ColumnElement[int]:
    digits: sa.ColumnElement[str] = sa.literal("", sa.Text)
    for start, length in _PARTS:
        digits = digits.concat(sa.func.substr(found_at, start + 1, length))
    return (_AFTER_ALL - sa.cast(digits, sa.BigInteger)) * _ROOM


_hour = _hour_of_column(_finding.c.found_at)
_PLACE = sa.select(finding_place.c.place).where(finding_place.c.finding == sa.bindparam("wanted"))
_LAST = sa.select(sa.func.max(finding_place.c.place)).where(
    finding_place.c.place >= sa.bindparam("first"), finding_place.c.place < sa.bindparam("next")
)
