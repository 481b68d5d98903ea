"""Putting, removing, restoring and taking back, and the history every record keeps of it."""

import uuid
from datetime import timedelta

import pytest

from inspector.domain.errors import Refused
from inspector.domain.revisions import is_intact
from inspector.domain.sites import Site, Street
from inspector.domain.units import Unit
from inspector.storage.workspace import Workspace, open_workspace
from inspector.storage.writing import Writing
from tests.records import MOMENT, finding, site, ticking
from tests.storage.found import codes


def put(workspace: Workspace, entity: str, record: object, act: str = "edit", reason: str = "") -> str:
    with workspace.writing(act, reason) as writing:
        writing.put(entity, record)
    return writing.changed.change


def shown(workspace: Workspace, entity: str) -> Site | None:
    with workspace.reading() as view:
        found = view.get(Site, entity)
    return None if found is None or found.deleted else found.record


def test_what_is_put_is_read_back_with_who_changed_it_when_and_why(workspace: Workspace) -> None:
    put(workspace, "s1", site(), "add-site")
    put(workspace, "s1", site(address="红莲路1号"), "edit-site", "门牌更正")
    with workspace.reading() as view:
        first, second = view.history("s1")
        assert view.get(Site, "s1") is not None
    assert shown(workspace, "s1") == site(address="红莲路1号")
    assert (first.act, second.act, second.reason, second.person) == ("add-site", "edit-site", "门牌更正", "王芳")
    assert first.parents == ()
    assert second.parents == (first.id,)
    assert first.made_at < second.made_at
    assert first.hlc < second.hlc
    assert first.laptop == second.laptop != ""
    assert is_intact(first)
    assert is_intact(second)


def test_a_put_that_changes_nothing_writes_nothing(workspace: Workspace) -> None:
    put(workspace, "s1", site())
    before = workspace.digest()
    with workspace.writing("edit") as writing:
        assert writing.put("s1", site()) is False
    assert not writing.changed
    assert workspace.digest() == before


def test_a_removed_record_lies_in_the_trash_and_comes_back_as_it_was(workspace: Workspace) -> None:
    put(workspace, "s1", site())
    with workspace.writing("remove") as writing:
        assert writing.remove(Site, "s1")
        assert not writing.remove(Site, "s1")
    with workspace.reading() as view:
        assert view.all(Site) == ()
        (trashed,) = view.all(Site, deleted=True)
        assert trashed.record == site()
        assert view.get_many(Site, ["s1"]) == {}
    with workspace.writing("restore") as writing:
        assert writing.restore(Site, "s1")
        assert not writing.restore(Site, "s1")
    assert shown(workspace, "s1") == site()


def test_what_was_never_there_can_neither_be_removed_nor_restored(workspace: Workspace) -> None:
    with workspace.writing("remove") as writing:
        assert not writing.remove(Site, "s1")
        assert not writing.restore(Site, "s1")
    assert not writing.changed


def test_putting_a_removed_record_again_takes_it_out_of_the_trash(workspace: Workspace) -> None:
    put(workspace, "s1", site())
    with workspace.writing("remove") as writing:
        writing.remove(Site, "s1")
    put(workspace, "s1", site())
    assert shown(workspace, "s1") == site()


def test_taking_back_a_change_gives_every_record_the_value_it_had(workspace: Workspace) -> None:
    put(workspace, "s1", site())
    with workspace.writing("edit") as writing:
        writing.put("s1", site(address="红莲路1号"))
        writing.put("s2", site("青荷小区"))
        writing.put("s1", site(address="红莲路2号"))
    with workspace.writing("undo") as undo:
        undo.take_back(writing.changed.change)
    assert shown(workspace, "s1") == site()
    assert shown(workspace, "s2") is None
    assert codes(workspace) == []


def test_taking_back_twice_does_it_again(workspace: Workspace) -> None:
    change = put(workspace, "s1", site())
    with workspace.writing("undo") as undo:
        undo.take_back(change)
    with workspace.writing("redo") as redo:
        redo.take_back(undo.changed.change)
    assert shown(workspace, "s1") == site()


def test_taking_back_a_removal_restores(workspace: Workspace) -> None:
    put(workspace, "s1", site())
    with workspace.writing("remove") as writing:
        writing.remove(Site, "s1")
    with workspace.writing("undo") as undo:
        undo.take_back(writing.changed.change)
    assert shown(workspace, "s1") == site()


def test_what_somebody_changed_since_is_not_taken_back_and_nothing_else_of_the_act_either(workspace: Workspace) -> None:
    with workspace.writing("add") as writing:
        writing.put("s1", site())
        writing.put("s2", site("青荷小区"))
    put(workspace, "s2", site("青荷小区", note="已改"))
    with pytest.raises(Refused, match=r"undo\.changed-since") as refused, workspace.writing("undo") as undo:
        undo.take_back(writing.changed.change)
    assert refused.value.complaint.place.item == "s2"
    assert shown(workspace, "s1") == site()


def test_one_act_that_changes_two_kinds_under_one_id_is_taken_back_whole(workspace: Workspace) -> None:
    with workspace.writing("add") as writing:
        writing.put("红莲", Street("红莲街道"))
        writing.put("红莲", Unit("红莲街道办"))
    with workspace.writing("undo") as undo:
        undo.take_back(writing.changed.change)
    with workspace.reading() as view:
        assert view.all(Street) == ()
        assert view.all(Unit) == ()
    assert codes(workspace) == []


def test_a_change_that_fails_in_the_middle_leaves_nothing(workspace: Workspace) -> None:
    before = workspace.digest()

    def fail(writing: Writing) -> None:
        writing.put("s1", site())
        raise ZeroDivisionError

    with pytest.raises(ZeroDivisionError), workspace.writing("add") as writing:
        fail(writing)
    assert shown(workspace, "s1") is None
    assert workspace.digest() == before


def test_a_record_too_large_is_refused_and_nothing_of_its_change_is_kept(workspace: Workspace) -> None:
    records = {"s1": site(), "f1": finding(text="长" * 70_000)}
    with pytest.raises(Refused, match=r"record\.too-large"), workspace.writing("add") as writing:
        [writing.put(entity, record) for entity, record in records.items()]
    assert shown(workspace, "s1") is None


def test_a_reason_of_any_text_is_kept_as_far_as_text_can_be(workspace: Workspace) -> None:
    put(workspace, "s1", site(), reason="误判\0,\ud800e\u0301")
    with workspace.reading() as view:
        (made,) = view.history("s1")
    assert made.reason == "误判,\u00e9"


def test_a_note_of_this_laptop_keeps_its_last_value_and_any_text(workspace: Workspace) -> None:
    for value in ("第一页", "第二页\ud800\0"):
        with workspace.writing("note") as writing:
            writing.take_note("where", value)
    with workspace.reading() as view:
        assert view.contents.note("where") == "第二页"
        assert view.contents.note("never") == ""


def test_an_error_of_another_file_while_writing_is_not_blamed_on_the_workspace(workspace: Workspace) -> None:
    missing = workspace.path.with_name("IMG_1.jpg")
    with pytest.raises(FileNotFoundError), workspace.writing("photo"):
        missing.read_bytes()


def test_stamps_keep_rising_when_the_clock_was_set_back_between_two_starts(
    workspace: Workspace, monkeypatch: pytest.MonkeyPatch
) -> None:
    path = workspace.path
    put(workspace, "s1", site(note="1"))
    for number in range(2, 5):
        # Ids begin with the time, so those of a clock set back sort before the earlier ones.
        monkeypatch.setattr("inspector.storage.workspace.new_id", lambda n=number: f"00{9 - n}-{uuid.uuid4()}")
        again = open_workspace(path, clock=ticking(MOMENT - timedelta(days=number)), person="王芳")
        put(again, "s1", site(note=str(number)))
        again.close()
    with workspace.reading() as view:
        made = view.history("s1")
    assert [r.body.partition('"note":"')[2][0] for r in made] == ["1", "2", "3", "4"]
    assert len({r.hlc for r in made}) == 4
