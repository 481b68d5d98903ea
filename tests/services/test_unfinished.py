"""Forms that were begun: what was typed and picked comes back until it is recorded."""

import sqlite3
from pathlib import Path

from inspector.domain.progress import silent
from inspector.services.unfinished import Begun
from tests.town import Town


def test_fields_and_photos_come_back_after_a_restart_and_nothing_after_they_are_forgotten(
    town: Town, tmp_path: Path
) -> None:
    file = tmp_path / "现场.jpg"
    file.write_bytes(b"file")
    unfinished = town.services.unfinished
    assert unfinished.kept("finding") == Begun()
    unfinished.keep_fields("finding", {"text": "井盖缺失\n夜里看不见", "site": "s1"})
    unfinished.keep_photos("finding", [("现场.jpg", file), ("粘贴的照片", b"pasted")])
    again = town.services.unfinished.kept("finding")
    assert again == Begun(
        {"text": "井盖缺失\n夜里看不见", "site": "s1"}, (("现场.jpg", file), ("粘贴的照片", b"pasted"))
    )
    assert unfinished.kept("complaint") == Begun()
    assert town.services.upkeep.check(silent) == ()
    unfinished.forget("finding")
    assert unfinished.kept("finding") == Begun()
    assert contents(town) == contents_named(town)


def test_a_photo_that_was_moved_away_is_named(town: Town, tmp_path: Path) -> None:
    file = tmp_path / "现场.jpg"
    file.write_bytes(b"file")
    town.services.unfinished.keep_photos("finding", [("现场.jpg", file), ("粘贴的照片", b"pasted")])
    file.unlink()
    assert town.services.unfinished.kept("finding") == Begun({}, (("粘贴的照片", b"pasted"),), ("现场.jpg",))


def test_what_is_kept_is_no_act_and_leaves_no_history(town: Town) -> None:
    could_undo = town.services.acts.can_undo
    before = revisions(town)
    town.services.unfinished.keep_fields("approval", {"name": "红莲夜市"})
    assert revisions(town) == before
    assert town.services.acts.can_undo == could_undo


def asked(town: Town, sql: str) -> list[tuple[object, ...]]:
    db = sqlite3.connect(town.services.acts.workspace.path)
    try:
        return db.execute(sql).fetchall()
    finally:
        db.close()


def revisions(town: Town) -> list[tuple[object, ...]]:
    return asked(town, "SELECT id FROM revision ORDER BY id")


def contents(town: Town) -> list[tuple[object, ...]]:
    return asked(town, "SELECT sha FROM photo_content ORDER BY sha")


def contents_named(town: Town) -> list[tuple[object, ...]]:
    return asked(
        town,
        "SELECT evidence_sha AS sha FROM photo UNION SELECT listed_sha FROM photo UNION SELECT thumb_sha FROM photo "
        "ORDER BY sha",
    )
