"""Backups hold everything acknowledged, go back in one step, and keep what stood there."""

import sqlite3
import threading
from contextlib import closing
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.sites import Site
from inspector.storage.backup import digest_of, restore
from inspector.storage.workspace import Workspace, open_workspace
from tests.records import site
from tests.storage.found import codes


def add(workspace: Workspace, number: int) -> None:
    with workspace.writing("add") as writing:
        writing.put(f"s{number}", site(f"点位{number}"))
        writing.keep_photo(f"照片{number}".encode() * 1000)


def sites(path: Path) -> set[str]:
    opened = open_workspace(path, read_only=True)
    with opened.reading() as view:
        found = {one.id for one in view.all(Site)}
    opened.close()
    return found


def laptop(path: Path) -> str:
    opened = open_workspace(path, read_only=True)
    with opened.reading() as view:
        found = view.contents.note("laptop")
    opened.close()
    return found


def test_a_backup_has_the_digest_of_the_workspace(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, 1)
    made = workspace.back_up(tmp_path / "b.inspector")
    assert made.digest == workspace.digest()
    assert made.bytes == made.path.stat().st_size
    add(workspace, 2)
    assert made.digest != workspace.digest()


def test_a_backup_taken_in_a_storm_of_writes_holds_all_that_was_acknowledged_before(
    workspace: Workspace, tmp_path: Path
) -> None:
    acknowledged: list[str] = []
    stop = threading.Event()

    def storm() -> None:
        number = 0
        while not stop.is_set():
            number += 1
            add(workspace, number)
            acknowledged.append(f"s{number}")

    writer = threading.Thread(target=storm)
    writer.start()
    restored = tmp_path / "r2.inspector"
    try:
        for number in range(3):
            while len(acknowledged) < 20 * (number + 1):
                stop.wait(0.01)
            before = set(acknowledged)
            backup = workspace.back_up(tmp_path / f"b{number}.inspector")
            made = restore(backup.path, tmp_path / f"r{number}.inspector")
            assert made.digest == backup.digest
            assert before <= sites(made.path)
    finally:
        stop.set()
        writer.join()
    opened = open_workspace(restored)
    assert codes(opened) == []
    opened.close()


def test_restoring_keeps_what_stood_there_every_time(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, 1)
    backup = workspace.back_up(tmp_path / "b.inspector").path
    add(workspace, 2)
    workspace.close()
    restore(backup, workspace.path)
    assert sites(workspace.path) == {"s1"}
    restore(backup, workspace.path)
    assert sites(tmp_path / "点位.before-restore-1.inspector") == {"s1", "s2"}
    assert sites(tmp_path / "点位.before-restore-2.inspector") == {"s1"}


def test_a_restored_file_is_another_laptop_and_the_backup_is_left_as_it_is(
    workspace: Workspace, tmp_path: Path
) -> None:
    backup = workspace.back_up(tmp_path / "b.inspector").path
    before = backup.read_bytes()
    restore(backup, tmp_path / "r.inspector")
    assert laptop(tmp_path / "r.inspector") != laptop(backup) == laptop(workspace.path)
    assert backup.read_bytes() == before


def test_a_damaged_workspace_can_be_replaced_by_its_backup_and_is_kept(workspace: Workspace, tmp_path: Path) -> None:
    add(workspace, 1)
    backup = workspace.back_up(tmp_path / "b.inspector").path
    workspace.close()
    ruins = workspace.path.read_bytes()[:4096] + b"\x55" * 40_000
    workspace.path.write_bytes(ruins)
    restore(backup, workspace.path)
    assert sites(workspace.path) == {"s1"}
    assert (tmp_path / "点位.before-restore-1.inspector").read_bytes() == ruins


def test_a_log_left_by_a_killed_program_is_not_played_into_the_restored_file(
    workspace: Workspace, tmp_path: Path
) -> None:
    add(workspace, 1)
    backup = workspace.back_up(tmp_path / "b.inspector").path
    add(workspace, 2)
    killed = tmp_path / "killed.inspector"
    for end in ("", "-wal"):
        killed.with_name(killed.name + end).write_bytes(
            workspace.path.with_name(workspace.path.name + end).read_bytes()
        )
    restore(backup, killed)
    assert sites(killed) == {"s1"}
    assert sites(tmp_path / "killed.before-restore-1.inspector") == {"s1", "s2"}


@pytest.mark.parametrize("content", [b"", b"text", b"SQLite format 3\0" + b"\x55" * 5000])
def test_what_is_no_backup_is_refused_and_the_workspace_stays(
    content: bytes, workspace: Workspace, tmp_path: Path
) -> None:
    add(workspace, 1)
    before = workspace.digest()
    workspace.close()
    stranger = tmp_path / "b.inspector"
    stranger.write_bytes(content)
    with pytest.raises(Refused, match=r"workspace\.(not-ours|damaged)"):
        restore(stranger, workspace.path)
    assert digest_of(workspace.path) == before


ENDLESS = "WITH RECURSIVE n(x) AS (SELECT '0001' UNION ALL SELECT x FROM n) SELECT x AS version_num FROM n"
HOSTILE = {
    "a trigger": "CREATE TRIGGER t AFTER INSERT ON revision BEGIN DELETE FROM revision; END",
    "an endless view": f"CREATE VIEW v AS {ENDLESS}",
    "a view in place of the version": (
        f"ALTER TABLE alembic_version RENAME TO was; CREATE VIEW alembic_version AS {ENDLESS} ORDER BY 1"
    ),
}


@pytest.mark.parametrize("what", HOSTILE)
def test_a_backup_with_something_that_runs_in_it_is_refused_and_never_asked(
    what: str, workspace: Workspace, tmp_path: Path
) -> None:
    add(workspace, 1)
    hostile = tmp_path / "b.inspector"
    workspace.back_up(hostile)
    with closing(sqlite3.connect(hostile)) as db:
        db.executescript(HOSTILE[what])
    before = workspace.digest()
    workspace.close()
    with pytest.raises(Refused, match=r"workspace\.not-ours"):
        restore(hostile, workspace.path)
    assert digest_of(workspace.path) == before
    with pytest.raises(Refused, match=r"workspace\.not-ours"):
        open_workspace(hostile)


def test_a_missing_backup_and_the_workspace_itself_are_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"backup\.missing"):
        restore(tmp_path / "none.inspector", workspace.path)
    with pytest.raises(Refused, match=r"backup\.same-file"):
        restore(workspace.path, workspace.path)
    with pytest.raises(Refused, match=r"backup\.same-file"):
        workspace.back_up(workspace.path)


def test_a_backup_never_overwrites_the_file_of_another_program(workspace: Workspace, tmp_path: Path) -> None:
    other = tmp_path / "微信.db"
    db = sqlite3.connect(other)
    db.execute("CREATE TABLE messages (id INTEGER)")
    db.commit()
    db.close()
    before = other.read_bytes()
    with pytest.raises(Refused, match=r"workspace\.not-ours"):
        workspace.back_up(other)
    assert other.read_bytes() == before


def test_a_backup_into_a_folder_that_is_not_there_is_refused(workspace: Workspace, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"workspace\.(cannot-open|folder-missing)"):
        workspace.back_up(tmp_path / "none" / "b.inspector")
