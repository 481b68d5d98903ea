"""答卷 as lines of signs (`domain/questionnaires/signs.py`), narrow and apart, so that an evaluation reads little.

A line is a projection of a response and of its form's document, which is kept under its hash for ever. It is written
with the response's row, in the same transaction; what is refused, in the trash, or of a form this file does not hold
has none.
"""

import json
from collections.abc import Iterator, Mapping, Sequence
from datetime import datetime
from typing import Any

import sqlalchemy as sa

from inspector.domain.kinds import KINDS
from inspector.domain.questionnaires.forms import form_from_text
from inspector.domain.questionnaires.responses import Response
from inspector.domain.questionnaires.signs import Counted, counted_questions, line_of
from inspector.storage.tables import PROJECTIONS, document, response_line

FRAME = ("site", "community", "street", "unit", "mode", "interviewer", "version")
"""What of a response its figures can be told apart by, in the order a line keeps it."""

_response = PROJECTIONS[KINDS[Response]]
_COUNTED: dict[str, tuple[Counted, ...]] = {}
"""Hash of a form's content → its questions: the content of a hash never changes."""


def put_line(connection: sa.Connection, row: Mapping[str, Any]) -> None:
    """Write the line of a response's row in place of the one that stood."""
    drop_lines(connection, (row["id"],))
    line = line_row(connection, row)
    if line is not None:
        connection.execute(response_line.insert(), line)


def drop_lines(connection: sa.Connection, responses: Sequence[str]) -> None:
    """Take the lines of these responses away."""
    connection.execute(response_line.delete().where(response_line.c.id.in_(responses)))


def put_missing_lines(connection: sa.Connection) -> None:
    """Write the lines a file of an older program has not."""
    known = sa.exists().where(response_line.c.id == _response.c.id)
    for row in connection.execute(sa.select(_response).where(~known)).mappings().all():
        put_line(connection, dict(row))


def line_row(connection: sa.Connection, row: Mapping[str, Any]) -> dict[str, Any] | None:
    """The line a response's row gives; None when it has none."""
    if row["deleted"] or row["refused"] or row["form_sha"] is None:
        return None
    questions = _questions(connection, row["form_sha"])
    if questions is None:
        return None
    line = line_of(json.loads(row["answers"]), questions)
    ended = datetime.fromisoformat(row["finished_at"])
    return {
        "id": row["id"],
        "form": row["form"],
        "form_sha": row["form_sha"],
        "day": row["finished_at"][:10],
        "ended": int(ended.timestamp()),
        "took": int((ended - datetime.fromisoformat(row["started_at"])).total_seconds()),
        "frame": json.dumps([row[name] for name in FRAME], ensure_ascii=False),
        "signs": line.signs,
        "written": json.dumps(line.written, ensure_ascii=False) if line.written else "",
    }


def wrong_lines(connection: sa.Connection) -> Iterator[str]:
    """The ids of responses whose line is not what they give, and of lines without a response."""
    for row in connection.execution_options(yield_per=1000).execute(sa.select(_response)).mappings():
        stands = connection.execute(sa.select(response_line).where(response_line.c.id == row["id"])).mappings().first()
        if (dict(stands) if stands else None) != line_row(connection, dict(row)):
            yield row["id"]
    known = sa.exists().where(_response.c.id == response_line.c.id)
    yield from connection.execute(sa.select(response_line.c.id).where(~known)).scalars()


def _questions(connection: sa.Connection, sha: str) -> tuple[Counted, ...] | None:
    if sha not in _COUNTED:
        text = connection.execute(sa.select(document.c.body).where(document.c.sha == sha)).scalar()
        if text is None:
            return None
        _COUNTED[sha] = counted_questions(form_from_text(text))
    return _COUNTED[sha]
