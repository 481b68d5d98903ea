"""Check, back up, restore: what an office does so that nothing is ever lost."""

import sqlite3
from datetime import timedelta
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.ledger import LedgerQuery
from inspector.services.services import open_services
from inspector.storage.workspace import open_workspace
from tests.town import Town


def silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""


def test_a_healthy_workspace_has_nothing_wrong(town: Town) -> None:
    assert town.services.upkeep.check(silent) == ()


def test_a_damaged_photo_is_found(town: Town) -> None:
    path = town.services.acts.workspace.path
    with sqlite3.connect(path) as connection:
        connection.execute("UPDATE photo_content SET content = x'00' WHERE rowid = 1")
    connection.close()
    assert "check.photo-damaged" in {complaint.code for complaint in town.services.upkeep.check(silent)}


def test_a_backup_is_remembered_with_its_time(town: Town, tmp_path: Path) -> None:
    assert town.services.upkeep.last_backup() is None
    made = town.services.upkeep.back_up(tmp_path / "backup.db")
    last = town.services.upkeep.last_backup()
    assert last is not None
    assert (last.path, last.at.date()) == (made.path, town.services.acts.today())
    assert made.bytes == made.path.stat().st_size


def test_a_backup_holds_what_the_workspace_held(town: Town, tmp_path: Path) -> None:
    made = town.services.upkeep.back_up(tmp_path / "backup.db")
    assert made.digest == town.services.acts.workspace.digest()
    copy = open_workspace(made.path)
    assert copy.digest() == made.digest
    copy.close()


def test_a_backup_never_writes_over_a_stranger(town: Town, tmp_path: Path) -> None:
    stranger = tmp_path / "letter.db"
    stranger.write_text("not ours", encoding="utf-8")
    with pytest.raises(Refused, match=r"workspace\."):
        town.services.upkeep.back_up(stranger)
    assert stranger.read_text(encoding="utf-8") == "not ours"


def test_restoring_goes_on_with_the_backup_in_the_same_session(town: Town, tmp_path: Path) -> None:
    services = town.services
    before = services.ledger.ids(LedgerQuery())
    backup = services.upkeep.back_up(tmp_path / "backup.db")
    services.ledger.void(before[:1], "重复")
    services.upkeep.restore(backup.path)
    assert services.acts.workspace.digest() == backup.digest
    assert not services.acts.can_undo
    services.ledger.void(before[:1], "重复")
    assert services.acts.can_undo


def test_restoring_keeps_what_stood_there_beside_it(town: Town, tmp_path: Path) -> None:
    services = town.services
    backup = services.upkeep.back_up(tmp_path / "backup.db")
    services.office.decide("district.name", "临江区")
    services.upkeep.restore(backup.path)
    assert services.office.settings()["district.name"] == ""
    kept = next(services.acts.workspace.path.parent.glob("*.before-restore-1.db"))
    other = open_services(kept)
    assert other.office.settings()["district.name"] == "临江区"
    other.close()


def test_a_restore_that_is_refused_leaves_the_workspace_open_as_it_was(town: Town, tmp_path: Path) -> None:
    stranger = tmp_path / "letter.db"
    stranger.write_text("not ours", encoding="utf-8")
    digest = town.services.acts.workspace.digest()
    for backup in (stranger, tmp_path / "missing.db", town.services.acts.workspace.path):
        with pytest.raises(Refused):
            town.services.upkeep.restore(backup)
    assert town.services.acts.workspace.digest() == digest
    assert len(town.services.ledger.ids(LedgerQuery())) == 3


def test_the_facts_count_what_the_workspace_holds(town: Town) -> None:
    facts = town.services.upkeep.facts()
    assert (facts.findings, facts.inspections, facts.photos) == (3, 1, 3)
    assert facts.path == town.services.acts.workspace.path
    assert facts.size == facts.path.stat().st_size


def test_the_age_of_a_backup_is_told_by_its_day(town: Town, tmp_path: Path) -> None:
    town.services.upkeep.back_up(tmp_path / "backup.db")
    town.clock.now += timedelta(days=9)
    last = town.services.upkeep.last_backup()
    assert last is not None
    assert (town.services.acts.today() - last.at.date()).days == 9


def test_the_name_stands_beside_every_change_from_now_on(town: Town) -> None:
    finding = town.services.ledger.ids(LedgerQuery())[0]
    town.services.acts.sign_as("李强")
    town.services.ledger.void([finding], "重复")
    newest, *_, oldest = town.services.ledger.history(finding)
    assert (newest.person, oldest.person) == ("李强", "王敏")
