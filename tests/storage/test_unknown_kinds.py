"""What a newer program wrote is stored, passed over and never dropped."""

from dataclasses import replace

from inspector.domain.revisions import Revision, sealed
from inspector.storage.revision_rows import insert_revision
from inspector.storage.workspace import Workspace
from tests.records import site
from tests.storage.found import codes

FUTURE = Revision(
    "r1", "drone_flight", "d1", (), "c1", "fly", "", "l", "p", "2030-01-01T00:00:00+08:00", "1893456000000-000000", 7,
    False, '{"height":120}', "",
)  # fmt: skip


def test_a_kind_of_a_newer_program_is_kept_passed_over_and_survives_a_rebuild(workspace: Workspace) -> None:
    with workspace.writing("add") as writing:
        writing.put("s1", site())
        insert_revision(writing._connection, sealed(FUTURE))
    assert workspace.rebuild() == 1
    assert codes(workspace) == []
    with workspace.reading() as view:
        assert view.history("d1") == (sealed(FUTURE),)


def test_an_unknown_kind_that_was_damaged_is_still_reported(workspace: Workspace) -> None:
    with workspace.writing("add") as writing:
        insert_revision(writing._connection, replace(sealed(FUTURE), body='{"height":121}'))
    assert codes(workspace) == ["check.revision-damaged"]
