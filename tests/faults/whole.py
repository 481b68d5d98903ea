"""Is a workspace file whole? Looked at by plain SQL, so as not to share the product's mistakes."""

import hashlib
import json
import sqlite3
from pathlib import Path

from inspector.domain.kinds import RECORDS

CHANGES = {"add-sites": 3, "begin": 1, "answer": 1, "photo": 2, "undo": 2, "remove": 1, "finish": 1}
"""How many revisions a change of the scripted day makes when it is done on a new workspace."""


def acknowledged(folder: Path) -> dict[str, str]:
    """Revision id → hash of everything the session was told is saved."""
    ack = folder / "ACK"
    if not ack.exists():
        return {}
    lines = ack.read_text(encoding="ascii").splitlines()
    return {revision: sha for revision, sha in (line.split() for line in lines)}


def violations(file: Path, acked: dict[str, str]) -> list[str]:
    """What is lost, partial or corrupt; empty when every promise was kept."""
    if not file.exists():
        return ["lost"] if acked else []
    db = sqlite3.connect(file)
    try:
        return _broken_promises(db, acked)
    except (sqlite3.DatabaseError, TypeError, ValueError) as error:  # what was read makes no sense either
        return [f"corrupt: {error}"]
    finally:
        db.close()


def _broken_promises(db: sqlite3.Connection, acked: dict[str, str]) -> list[str]:
    found = []
    if db.execute("PRAGMA integrity_check").fetchone() != ("ok",):
        found.append("corrupt: integrity_check")
    kept = dict(db.execute("SELECT id, sha FROM revision"))
    if not acked.items() <= kept.items():
        found.append("lost")
    if _partial(db):
        found.append("partial")
    return found


def _partial(db: sqlite3.Connection) -> bool:
    """A change of which only a part is there, a head nobody shows, or a photo without its bytes."""
    for act, number in db.execute("SELECT act, count(*) FROM revision GROUP BY change, act"):
        if number != CHANGES.get(act, number):
            return True
    named = {p for (parents,) in db.execute("SELECT parents FROM revision") for p in json.loads(parents)}
    heads = {r for (r,) in db.execute("SELECT id FROM revision")} - named
    shown = {r for kind in RECORDS for (r,) in db.execute(f'SELECT revision FROM "{kind}"')}
    held = {sha for sha, content in db.execute("SELECT sha, content FROM photo_content") if _sha(content) == sha}
    needed = {sha for (sha,) in db.execute("SELECT evidence_sha FROM photo")}
    return heads != shown or not needed <= held


def _sha(content: bytes) -> str:
    return hashlib.sha256(content).hexdigest()
