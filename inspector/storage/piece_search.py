"""Which findings the index of pieces tells of: all that hold the words, and a few that hold their pieces apart."""

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

import sqlalchemy as sa

from inspector.storage.finding_pieces import INDEX, LETTERS, PIECES, has_index

_piece = sa.table("finding_piece", sa.column("term"), sa.column("doc"))
_LAST = "\U0010ffff"
"""No letter sorts after it."""
_BEGINNINGS = 32
"""As many pieces with the same first letters are put together faster than a walk finds a screen of findings."""


def places_of(connection: sa.Connection, words: Sequence[str], most: int) -> list[int] | None:
    """Places of findings with the pieces of the words, at most so many; None when the index cannot tell."""
    if not has_index(connection):
        return None
    pieces = _pieces_of(words)
    if pieces:
        return _places(connection, _ANY, {"asked": _joined("AND", pieces), "most": most})
    bounds = _bounds(words)
    return None if bounds is None else _places(connection, _FROM_TO, {**bounds, "most": most})


def first_places(connection: sa.Connection, words: Sequence[str], most: int, *, newest: bool) -> list[int] | None:
    """The same in the order of places, those of the newest findings first, or of the oldest. None when the index cannot
    tell, or not soon.
    """
    if not has_index(connection):
        return None
    asked = _joined("AND", _pieces_of(words))
    if not asked:
        beginning = _beginning(connection, words)
        if beginning is None:
            return None
        asked = _joined("OR", beginning)
    return _places(connection, _NEWEST if newest else _OLDEST, {"asked": asked, "most": most}) if asked else []


def _pieces_of(words: Sequence[str]) -> list[str]:
    """Pieces side by side and the last one: with those between them hardly fewer findings would be left."""
    starts = ((word, len(word) - LETTERS) for word in words if len(word) >= LETTERS)
    return list(dict.fromkeys(word[at : at + LETTERS] for word, end in starts for at in {*range(0, end, LETTERS), end}))


def _beginning(connection: sa.Connection, words: Sequence[str]) -> list[str] | None:
    """The pieces that begin with the longest of short words, when they are few."""
    bounds = _bounds(words)
    if bounds is None:
        return None
    found = [row[0] for row in connection.execute(_BEGUN, bounds).cursor.fetchall()]
    return [piece for piece in found if piece is not None] if len(found) <= _BEGINNINGS else None


def _bounds(words: Sequence[str]) -> dict[str, str] | None:
    """Between which pieces those lie that begin with the longest word; None when FTS5 has other small letters."""
    word = max(words, key=len)
    if any(not letter.isascii() and letter.upper() != letter.lower() for letter in word):
        return None
    return {"first": word.lower(), "last": word.lower() + _LAST * (LETTERS - len(word))}


def _joined(how: str, pieces: Iterable[str]) -> str:
    return f" {how} ".join('"{}"'.format(piece.replace('"', '""')) for piece in pieces)


def _places(connection: sa.Connection, query: sa.Select[Any], given: Mapping[str, Any]) -> list[int]:
    return [row[0] for row in connection.execute(query, given).cursor.fetchall()]


_MOST = sa.bindparam("most", type_=sa.Integer)
_PLACE = PIECES.c.rowid
_ANY = sa.select(_PLACE).where(PIECES.c[INDEX].op("MATCH")(sa.bindparam("asked"))).limit(_MOST)
_NEWEST, _OLDEST = _ANY.order_by(_PLACE), _ANY.order_by(_PLACE.desc())
_BOUNDED = _piece.c.term <= sa.bindparam("last")
_FROM_TO = sa.select(_piece.c.doc).where(_piece.c.term >= sa.bindparam("first"), _BOUNDED).limit(_MOST)


def _leaping() -> sa.Select[Any]:
    """Piece after piece, leaping over the findings of each; the last one is followed by NULL."""

    def next_from(start: sa.ColumnElement[str]) -> sa.ScalarSelect[str]:
        term = _piece.c.term
        return sa.select(term).where(term >= start, _BOUNDED).order_by(term).limit(1).scalar_subquery()

    found = sa.select(next_from(sa.bindparam("first")).label("piece")).cte(recursive=True)
    after = found.c.piece.concat("\1")  # all have as many letters, so this sorts after the piece and before all others
    following = sa.select(next_from(after)).where(found.c.piece.is_not(None))
    return sa.select(found.union_all(following).c.piece).limit(_BEGINNINGS + 1)


_BEGUN = _leaping()
