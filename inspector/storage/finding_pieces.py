"""The words of 问题 in pieces of three letters, so that a search looks up what it would have to read (decision 8).

SQLite's FTS5 keeps for each piece the places of the findings it stands in. A place is a number of our own, because
the file's are given anew when it is copied. The index is a projection: written with the finding's row, in the same
transaction, whether the finding is in the trash or not; a file made by an SQLite without FTS5 has none.
"""

from collections.abc import Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from inspector.domain.findings import Finding
from inspector.domain.kinds import KINDS
from inspector.storage.tables import PROJECTIONS, finding_place

INDEX = "finding_pieces"
_END = "\n\n"
"""Two signs no word holds, so that the last letters of a text begin a piece of three as well."""

_finding = PROJECTIONS[KINDS[Finding]]
_pieces = sa.table(INDEX, *(sa.column(name) for name in (INDEX, "rowid", "words")))
_piece = sa.table("finding_piece", sa.column("term"), sa.column("doc"))
_SAID = (_finding.c.text, _finding.c.no, _finding.c.location)
"""What of a finding is searched."""

_LETTERS = 3
_LAST = "\U0010ffff"
"""No letter sorts after it."""


def has_index(connection: sa.Connection) -> bool:
    """The file has the index; asked once for a connection."""
    if INDEX not in connection.info:
        master = sa.table("sqlite_master", sa.column("name"))
        found = connection.execute(sa.select(master.c.name).where(master.c.name == INDEX)).first()
        connection.info[INDEX] = found is not None
    return bool(connection.info[INDEX])


def places_of(connection: sa.Connection, words: Sequence[str], most: int) -> list[int] | None:
    """Places of the findings whose pieces are those of the words: all that hold them and a few that do not, at most so
    many. None when the index cannot tell.
    """
    if not has_index(connection):
        return None
    pieces = [word[at : at + _LETTERS] for word in words for at in range(len(word) - _LETTERS + 1)]
    if pieces:
        asked = " AND ".join('"{}"'.format(piece.replace('"', '""')) for piece in dict.fromkeys(pieces))
        return _places(connection, _WITH_ALL, {"asked": asked, "most": most})
    word = max(words, key=len)
    if any(not letter.isascii() and letter.upper() != letter.lower() for letter in word):
        return None  # FTS5 has its own table of small letters
    first = word.lower()
    last = first + _LAST * (_LETTERS - len(word))
    return _places(connection, _FROM_TO, {"first": first, "last": last, "most": most})


def _places(connection: sa.Connection, query: sa.Select[Any], given: Mapping[str, Any]) -> list[int]:
    return [row[0] for row in connection.execute(query, given).cursor.fetchall()]


def put_pieces(connection: sa.Connection, row: Mapping[str, Any], before: Mapping[str, Any] | None) -> None:
    """Take in what a finding's row says in place of what the row before said."""
    said = _said(row)
    if not has_index(connection) or (before and _said(before) == said):
        return
    place = connection.execute(_PLACE, {"wanted": row["id"]}).scalar()
    if place is None:
        place = connection.execute(finding_place.insert(), {"finding": row["id"]}).lastrowid
    elif before:
        connection.execute(_FORGET, {INDEX: "delete", "rowid": place, "words": _said(before)})
    connection.execute(_LEARN, {"rowid": place, "words": said})


def put_missing_pieces(connection: sa.Connection) -> None:
    """Take in the findings a file of an older program has not taken in."""
    if not has_index(connection):
        return
    known = sa.exists().where(finding_place.c.finding == _finding.c.id)
    last = connection.execute(sa.select(sa.func.max(finding_place.c.place))).scalar() or 0
    missing = sa.select(_finding.c.id).where(~known).order_by(_finding.c.id)
    connection.execute(finding_place.insert().from_select(["finding"], missing))
    connection.execute(
        _pieces.insert().from_select(["rowid", "words"], pieces_again().where(finding_place.c.place > last))
    )


def drop_pieces(connection: sa.Connection) -> None:
    """Empty the index; a damaged one as well."""
    connection.execute(finding_place.delete())
    if has_index(connection):
        connection.execute(_pieces.insert().values({INDEX: "delete-all"}))


def pieces_again() -> sa.Select[Any]:
    """Place and words of every finding, as the index has to hold them."""
    text, no, location = (sa.func.coalesce(column, "") for column in _SAID)
    said = text.concat("\n").concat(no).concat("\n").concat(location).concat(_END)
    placed = finding_place.join(_finding, _finding.c.id == finding_place.c.finding)
    return sa.select(finding_place.c.place, said).select_from(placed)


def _said(row: Mapping[str, Any]) -> str:
    return "\n".join(row[column.name] or "" for column in _SAID) + _END


_MOST = sa.bindparam("most", type_=sa.Integer)
_WITH_ALL = sa.select(_pieces.c.rowid).where(_pieces.c[INDEX].op("MATCH")(sa.bindparam("asked"))).limit(_MOST)
_FROM_TO = (
    sa.select(_piece.c.doc)
    .where(_piece.c.term >= sa.bindparam("first"), _piece.c.term <= sa.bindparam("last"))
    .limit(_MOST)
)
_PLACE = sa.select(finding_place.c.place).where(finding_place.c.finding == sa.bindparam("wanted"))
_LEARN = _pieces.insert().values({name: sa.bindparam(name) for name in ("rowid", "words")})
_FORGET = _pieces.insert().values({name: sa.bindparam(name) for name in (INDEX, "rowid", "words")})
