"""A disk that turns a bit: check reports it, or nobody can see a difference (threats.md 11)."""

import sqlite3
from pathlib import Path
from typing import Any
from uuid import UUID

import pytest

from inspector.domain.errors import Refused
from inspector.domain.inspections import Answer, Verdict
from inspector.domain.kinds import RECORDS
from inspector.domain.ledger import LedgerQuery
from inspector.storage.workspace import Workspace, open_workspace
from tests.records import MOMENT, finding, inspection, photo, site, ticking
from tests.storage.found import complaints

pytestmark = [pytest.mark.slow, pytest.mark.timeout(300)]

FINDINGS = [str(UUID(int=number)) for number in range(10)]


def filled(path: Path) -> None:
    made = open_workspace(path, clock=ticking(), person="王芳")
    with made.writing("day", "例行检查") as writing:
        sha = writing.keep_document("checklist", "items: 农贸市场\n" * 20)
        writing.put("s1", site())
        writing.put("i1", inspection(sha=sha))
        for number in range(10):
            writing.put(
                f"a{number}", Answer("i1", f"NM-{number}", Verdict.FAIL, remark="占道" * 20, answered_at=MOMENT)
            )
            writing.put(FINDINGS[number], finding(f"NM-{number}", inspection="i1"))
        writing.put("p1", photo(FINDINGS[1], writing.keep_photo(b"JPEG" * 500)))
    made.close()


def everything(workspace: Workspace) -> Any:
    """All that a person can get to see: records, histories, photos, documents, what is searched."""
    with workspace.reading() as view:
        records = [view.all(cls, deleted=deleted) for cls in RECORDS.values() for deleted in (False, True)]
        shown = [one.id for some in records for one in some]
        documents = [view.contents.document(i.record.checklist_sha) for i in view.inspections.unfinished()]
        photos = [
            view.contents.photo(p.record.thumb_sha) for some in view.photos.of_findings(shown).values() for p in some
        ]
        found = [list(view.findings.ledger_ids(LedgerQuery(text=text))) for text in ("占道", "占", "NM-3", "hlsc")]
        return records, [view.history(entity) for entity in shown], documents, photos, found


def test_every_flipped_bit_is_reported_or_harmless(tmp_path: Path) -> None:
    path = tmp_path / "w.inspector"
    filled(path)
    sound = open_workspace(path)
    before = everything(sound)
    sound.close()
    whole = path.read_bytes()
    fooled_sqlite = 0
    for number, byte in enumerate(range(0, len(whole), 997)):
        damaged = bytearray(whole)
        damaged[byte] ^= 1 << (number % 8)
        path.write_bytes(damaged)
        reported = _reported(path)
        if not reported:
            opened = open_workspace(path)
            assert everything(opened) == before, f"bit {number % 8} of byte {byte} changed something in silence"
            opened.close()
        elif _sqlite_is_content(path):
            fooled_sqlite += 1
        for log in ("-wal", "-shm"):
            path.with_name(path.name + log).unlink(missing_ok=True)
    assert fooled_sqlite > 5, "these flips prove nothing: SQLite itself would have found them"


def _reported(path: Path) -> bool:
    try:
        opened = open_workspace(path)
    except Refused:
        return True
    try:
        return bool(complaints(opened))
    finally:
        opened.close()


def _sqlite_is_content(path: Path) -> bool:
    db = sqlite3.connect(path)
    try:
        return bool(db.execute("PRAGMA integrity_check").fetchone() == ("ok",))
    except (sqlite3.DatabaseError, UnicodeDecodeError):  # what it found is no text any more
        return False
    finally:
        db.close()


@pytest.mark.parametrize(
    ("damage", "code"),
    [
        ("UPDATE revision SET body = replace(body, '红莲', '白莲') WHERE entity = 's1'", "check.revision-damaged"),
        ("UPDATE revision SET entity = 's2' WHERE entity = 's1'", "check.revision-damaged"),
        ("UPDATE revision SET id = 'r' WHERE entity = 's1'", "check.revision-damaged"),
        ("UPDATE revision SET person = '李强' WHERE entity = 's1'", "check.revision-damaged"),
        ("UPDATE revision SET reason = '' WHERE entity = 's1'", "check.revision-damaged"),
        ("UPDATE revision SET parents = '[' WHERE entity = 's1'", "check.sqlite"),
        ("UPDATE revision SET sha = '红' WHERE entity = 's1'", "check.revision-damaged"),
        ("UPDATE site SET name = '白莲市场'", "check.projection-differs"),
        ("DELETE FROM site", "check.projection-differs"),
        ("DELETE FROM revision WHERE entity = 's1'", "check.stray-row"),
        ("UPDATE photo_content SET content = x'00'", "check.photo-damaged"),
        ("DELETE FROM photo_content", "check.photo-missing"),
        ("UPDATE document SET body = ''", "check.document-damaged"),
        ("DELETE FROM document", "check.reference-missing"),
        ("DELETE FROM finding_place WHERE place % 16777216 = 3", "check.projection-differs"),
        ("UPDATE finding_place SET place = 100 WHERE place % 16777216 = 3", "check.projection-differs"),
        ("DELETE FROM finding_pieces_data WHERE id > 10", "check.sqlite"),
        ("DROP TABLE photo", "check.sqlite"),
        ("ALTER TABLE site_kind RENAME COLUMN default_unit TO default_unip", "check.sqlite"),
    ],
)
def test_damage_is_reported_by_its_kind(damage: str, code: str, tmp_path: Path) -> None:
    path = tmp_path / "w.inspector"
    filled(path)
    db = sqlite3.connect(path)
    db.execute(damage)
    db.commit()
    db.close()
    opened = open_workspace(path)
    assert code in [c.code for c in complaints(opened)]
    assert opened.digest()
    opened.close()


def test_a_rebuild_heals_damaged_projections(tmp_path: Path) -> None:
    path = tmp_path / "w.inspector"
    filled(path)
    db = sqlite3.connect(path)
    db.execute("UPDATE site SET name = '白莲市场'")
    db.execute("DELETE FROM answer")
    db.commit()
    db.close()
    opened = open_workspace(path)
    assert complaints(opened)
    opened.rebuild()
    assert complaints(opened) == []
    opened.close()
