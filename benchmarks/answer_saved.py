"""One answer saved (revision, projection, history) against one raw SQLite commit of the same bytes, synchronous=FULL.

Both take turns in one run, so that a busy machine slows both alike. Goal: at most 3 times the raw commit.
"""

import sqlite3
import statistics
import sys
import tempfile
import time
from dataclasses import replace
from pathlib import Path

from inspector.domain.inspections import Answer, Verdict, answer_id
from inspector.storage.workspace import Workspace, open_workspace

ROUNDS = 1000
GOAL = 3.0


def save_answer(workspace: Workspace, number: int) -> float:
    """Seconds until an answer is on the disk; every second one changes an earlier answer."""
    answer = Answer("visit", f"NM-{number // 2}", Verdict.FAIL, remark="占道经营")
    answer = replace(answer, remark="") if number % 2 else answer
    entity = answer_id(answer.inspection, answer.item)
    began = time.perf_counter()
    with workspace.writing("answer") as writing:
        writing.put(entity, answer)
    return time.perf_counter() - began


def raw_commit(db: sqlite3.Connection, number: int) -> float:
    """Seconds until one row of a revision's size is on the disk, by nothing but SQLite."""
    began = time.perf_counter()
    db.execute("BEGIN IMMEDIATE")
    db.execute("INSERT INTO t VALUES (?, ?)", (number, "答" * 250))
    db.execute("COMMIT")
    return time.perf_counter() - began


def main() -> int:
    """Print ours, the floor and the ratio; 1 when the goal was missed."""
    with tempfile.TemporaryDirectory(dir=Path.cwd()) as folder:
        workspace = open_workspace(Path(folder) / "w.inspector")
        db = sqlite3.connect(Path(folder) / "raw.db", isolation_level=None)
        for pragma in ("journal_mode=wal", "synchronous=full"):
            db.execute(f"PRAGMA {pragma}")
        db.execute("CREATE TABLE t (id INTEGER PRIMARY KEY, body TEXT)")
        ours, floor = [], []
        for number in range(ROUNDS):
            floor.append(raw_commit(db, number))
            ours.append(save_answer(workspace, number))
        workspace.close()
        db.close()
    mine, raw = statistics.median(ours[50:]) * 1000, statistics.median(floor[50:]) * 1000
    print(f"answer saved: ours {mine:.3f} ms, floor {raw:.3f} ms, ratio {mine / raw:.2f} (goal {GOAL})")
    return int(mine / raw > GOAL)


if __name__ == "__main__":
    sys.exit(main())
