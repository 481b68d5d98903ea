"""Lines of signs follow their responses through everything, and the check tells when one does not."""

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path

import pytest
import sqlalchemy as sa

from inspector.domain.questionnaires.forms import Choice, ChoiceList, Form, Kind, Node, form_to_text
from inspector.domain.questionnaires.responses import Mode, Response
from inspector.storage.engine import make_engine
from inspector.storage.response_lines import put_missing_lines
from inspector.storage.tables import response_line
from inspector.storage.workspace import Workspace
from tests.storage.found import complaints

FORM = Form(
    *("F", "1", "试卷", "data"),
    (Node("t", "t", Kind.TEXT), Node("o", "o", Kind.ONE, choices="ab")),
    (ChoiceList("ab", (Choice("a"), Choice("b"))),),
)
WHEN = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)


@pytest.fixture
def response(workspace: Workspace) -> Response:
    with workspace.writing("form") as writing:
        sha = writing.keep_document("questionnaire", form_to_text(FORM))
    return Response("F", "1", sha, Mode.SELF, WHEN, WHEN, "李强", community="甲", answers=("灯坏了", "b"))


def lines(workspace: Workspace) -> list[tuple[object, ...]]:
    with workspace.reading() as view:
        return [tuple(row) for several in view.responses.lines("F").values() for row in several]


@contextmanager
def behind_its_back(workspace: Workspace) -> Iterator[sa.Connection]:
    engine = make_engine(Path(workspace.path))
    with engine.begin() as connection:
        yield connection
    engine.dispose()


def test_a_line_follows_its_response(workspace: Workspace, response: Response) -> None:
    with workspace.writing("a") as writing:
        writing.put("r", response)
    frame = '["", "甲", "", "", "self", "李强", "1"]'
    expected = ("r", "2026-11-22", frame, int(WHEN.timestamp()), 0, "1+", '["灯坏了"]')
    assert lines(workspace) == [expected]
    with workspace.writing("b") as writing:
        writing.put("r", replace(response, answers=("", None)))
    assert [line[5] for line in lines(workspace)] == [".-"]
    with workspace.writing("c") as writing:
        writing.remove(Response, "r")
    assert lines(workspace) == []
    with workspace.writing("d") as writing:
        writing.restore(Response, "r")
        writing.put("refused", replace(response, refused=True))
    assert [line[5] for line in lines(workspace)] == [".-"]
    before = lines(workspace)
    workspace.rebuild()
    assert lines(workspace) == before
    assert complaints(workspace) == []
    with workspace.writing("e") as writing:
        writing.erase_responses(("r", "refused"))
    assert lines(workspace) == []


def test_the_check_tells_a_line_that_is_wrong_missing_or_left_over(workspace: Workspace, response: Response) -> None:
    with workspace.writing("a") as writing:
        for name in ("wrong", "missing", "whole"):
            writing.put(name, response)
    with behind_its_back(workspace) as raw:
        raw.execute(response_line.update().where(response_line.c.id == "wrong").values(signs="0+"))
        raw.execute(response_line.delete().where(response_line.c.id == "missing"))
        stands = raw.execute(sa.select(response_line).where(response_line.c.id == "whole")).mappings().one()
        raw.execute(response_line.insert(), {**stands, "id": "left over"})
    told = {(one.code, one.place.item) for one in complaints(workspace)}
    assert told == {("check.projection-differs", name) for name in ("wrong", "missing", "left over")}
    workspace.rebuild()
    assert complaints(workspace) == []


def test_a_file_of_an_older_program_gets_its_lines(workspace: Workspace, response: Response) -> None:
    with workspace.writing("a") as writing:
        writing.put("r", response)
    before = lines(workspace)
    with behind_its_back(workspace) as raw:
        raw.execute(response_line.delete())
        put_missing_lines(raw)
    assert lines(workspace) == before
