"""The words of 问题 in pieces of three letters, so that a search looks up what it would have to read (decision 8).

SQLite's FTS5 keeps for each piece the places of the findings it stands in. The index is a projection: written with the
finding's row, in the same transaction, whether the finding is in the trash or not; a file made by an SQLite without
FTS5 has none.
"""

from collections.abc import Mapping
from typing import Any

import sqlalchemy as sa

from inspector.domain.findings import Finding
from inspector.domain.kinds import KINDS
from inspector.storage.finding_places import hour_at, hour_of, leave_place, place_of, take_all_places, take_place
from inspector.storage.tables import PROJECTIONS, finding_place

INDEX = "finding_pieces"
LETTERS = 3
"""Of a piece."""
_END = "\n\n"
"""Two signs no word holds, so that the last letters of a text begin a piece of three as well."""

_finding = PROJECTIONS[KINDS[Finding]]
PIECES = sa.table(INDEX, *(sa.column(name) for name in (INDEX, "rowid", "words")))
_SAID = (_finding.c.text, _finding.c.no, _finding.c.location)
"""What of a finding is searched."""


def has_index(connection: sa.Connection) -> bool:
    """The file has the index; asked once for a connection."""
    if INDEX not in connection.info:
        master = sa.table("sqlite_master", sa.column("name"))
        found = connection.execute(sa.select(master.c.name).where(master.c.name == INDEX)).first()
        connection.info[INDEX] = found is not None
    return bool(connection.info[INDEX])


def put_pieces(connection: sa.Connection, row: Mapping[str, Any], before: Mapping[str, Any] | None) -> None:
    """Take in what a finding's row says in place of what the row before said."""
    said, hour = _said(row), hour_at(row["found_at"])
    stands = before and (_said(before), hour_at(before["found_at"]))
    if not has_index(connection) or stands == (said, hour):
        return
    place = place_of(connection, row["id"])
    if place is not None and before:
        connection.execute(_FORGET, {INDEX: "delete", "rowid": place, "words": _said(before)})
    if place is not None and hour_of(place) != hour:
        leave_place(connection, place)
        place = None
    if place is None:
        place = take_place(connection, row["id"], row["found_at"])
    connection.execute(_LEARN, {"rowid": place, "words": said})


def put_missing_pieces(connection: sa.Connection) -> None:
    """Take in the findings a file of an older program has not taken in: all of them, or none."""
    if not has_index(connection):
        return
    placed = connection.execute(sa.select(finding_place.c.place).limit(1)).first()
    if placed is None:
        take_all_places(connection)
        connection.execute(PIECES.insert().from_select(["rowid", "words"], pieces_again()))


def drop_pieces(connection: sa.Connection) -> None:
    """Empty the index; a damaged one as well."""
    connection.execute(finding_place.delete())
    if has_index(connection):
        connection.execute(PIECES.insert().values({INDEX: "delete-all"}))


def pieces_again() -> sa.Select[Any]:
    """Place and words of every finding, as the index has to hold them, in the order it is written in."""
    text, no, location = (sa.func.coalesce(column, "") for column in _SAID)
    said = text.concat("\n").concat(no).concat("\n").concat(location).concat(_END)
    placed = finding_place.join(_finding, _finding.c.id == finding_place.c.finding)
    return sa.select(finding_place.c.place, said).select_from(placed).order_by(finding_place.c.place)


def _said(row: Mapping[str, Any]) -> str:
    return "\n".join(row[column.name] or "" for column in _SAID) + _END


_LEARN = PIECES.insert().values({name: sa.bindparam(name) for name in ("rowid", "words")})
_FORGET = PIECES.insert().values({name: sa.bindparam(name) for name in (INDEX, "rowid", "words")})
