"""A scripted day of an inspector: every committed change is acknowledged in the file ACK, refusals are noted.

It may be run again over whatever an interruption left: its records are the same every time, so it heals.
"""

import os
import random
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path
from typing import Any

from inspector.domain.errors import Refused
from inspector.domain.inspections import Answer, Inspection, Verdict, answer_id
from inspector.domain.sites import Site
from inspector.storage import connection, migrate
from inspector.storage.backup import restore
from inspector.storage.workspace import Workspace, open_workspace
from inspector.storage.writing import Writing
from tests.records import MOMENT, finding, inspection, photo, site, ticking

FILE = "点位.inspector"
SITES = {f"site{n}": site(f"点位{n}", address="红莲路") for n in range(3)}
ITEMS = ("NM-01", "NM-02", "NM-03")


def day(folder: Path) -> list[str]:
    """Open or make the workspace, record a visit, close; returns the codes of what was refused."""
    refused: list[str] = []
    try:
        workspace = open_workspace(folder / FILE, clock=ticking(), person="王芳")
    except Refused as refusal:
        return [refusal.complaint.code]
    for act, change in _acts():
        _attempt(partial(_acknowledged, workspace, folder, act, change), refused)
    workspace.close()
    return refused


def opening(folder: Path) -> list[str]:
    """Only open the workspace, which makes it or brings it up to date."""
    refused: list[str] = []
    _attempt(lambda: open_workspace(folder / FILE, clock=ticking()).close(), refused)
    return refused


def backing_up(folder: Path) -> list[str]:
    """Back up over an older backup, work on, restore the backup."""
    refused: list[str] = []
    backup = folder / "备份.inspector"

    def save() -> None:
        workspace = open_workspace(folder / FILE, clock=ticking())
        try:
            workspace.back_up(backup)
            with workspace.writing("since") as writing:
                writing.put("since", site("备份之后"))
        finally:
            workspace.close()

    _attempt(save, refused)
    _attempt(lambda: restore(backup, folder / FILE), refused)
    return refused


SESSIONS: dict[str, Callable[[Path], list[str]]] = {"day": day, "opening": opening, "backing up": backing_up}


def with_pragmas(**values: str | int) -> None:
    """Other pragmas than the product's in this process, to show that the tests see the difference."""
    pragmas = (
        *(p for p in connection.PRAGMAS if p.partition("=")[0] not in values),
        *(f"{name}={value}" for name, value in values.items()),
    )
    vars(connection)["PRAGMAS"] = pragmas


def with_migrations(folder: Path) -> None:
    """Other migrations than the product's in this process: a step that does not exist yet."""
    migrate.MIGRATIONS = folder
    vars(migrate)["HEAD"] = migrate.known_versions()[-1]


def _attempt(act: Callable[[], object], refused: list[str]) -> None:
    try:
        act()
    except Refused as refusal:
        refused.append(refusal.complaint.code)


def _acknowledged(workspace: Workspace, folder: Path, act: str, change: Callable[[Writing], object]) -> None:
    with workspace.writing(act) as writing:
        change(writing)
        made = writing.change(writing.changed.change)
    ack = os.open(folder / "ACK", os.O_CREAT | os.O_WRONLY | os.O_APPEND)
    os.write(ack, "".join(f"{r.id} {r.sha}\n" for r in made).encode())
    os.close(ack)


def _acts() -> list[tuple[str, Callable[[Writing], object]]]:
    visit = inspection("site1")
    acts: list[tuple[str, Callable[[Writing], object]]] = [
        ("add-sites", lambda w: [w.put(key, one) for key, one in SITES.items()]),
        ("begin", lambda w: _begin(w, visit)),
    ]
    acts += [("answer", _answer(item)) for item in ITEMS]
    acts += [("photo", _photo(number)) for number in range(3)]
    return [
        *acts,
        ("undo", _change_and_take_back),
        ("remove", lambda w: w.remove(Site, "site2")),
        ("finish", _finish),
    ]


def _begin(writing: Writing, visit: Inspection) -> None:
    writing.put("visit", replace(visit, checklist_sha=writing.keep_document("checklist", "items: 农贸市场\n" * 200)))


def _answer(item: str) -> Callable[[Writing], object]:
    answer = Answer("visit", item, Verdict.FAIL, remark="占道经营" * 50, answered_at=MOMENT)
    return lambda writing: writing.put(answer_id("visit", item), answer)


def _photo(number: int) -> Callable[[Writing], object]:
    def take(writing: Writing) -> None:
        sha = writing.keep_photo(random.Random(number).randbytes(3_000))
        writing.put(f"finding{number}", finding(f"NM-000{number}", site="site1", inspection="visit", item="NM-01"))
        writing.put(f"photo{number}", photo(f"finding{number}", sha))

    return take


def _change_and_take_back(writing: Writing) -> None:
    writing.put("site0", replace(SITES["site0"], note="误改"))
    writing.put("site0", SITES["site0"])


def _finish(writing: Writing) -> None:
    stands = writing.get(Inspection, "visit")
    if stands:
        writing.put("visit", replace(stands.record, finished_at=MOMENT, score_rate=66.0))


def contents(workspace: Workspace) -> dict[str, Any]:
    """What stands, without the ids of revisions: equal after equal days."""
    from inspector.domain.kinds import RECORDS

    with workspace.reading() as view:
        return {
            f"{kind} {one.id}": (one.record, deleted)
            for kind, cls in RECORDS.items()
            for deleted in (False, True)
            for one in view.all(cls, deleted=deleted)
        }
