"""What offices do to a workspace while it is in use: back it up, open it twice, lock it away, leave it open."""

import os
import signal
import subprocess
import sys
import threading
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.sites import Site
from inspector.services.services import Services, open_services
from inspector.services.upkeep import restore
from inspector.ui.lock import locked
from tests.faults.service_session import quiet

ROOT = Path(__file__).parents[2]


@pytest.fixture
def services(tmp_path: Path) -> Services:
    return open_services(tmp_path / "w.db", person="王敏")


def test_a_backup_made_while_somebody_writes_restores_to_what_was_there_at_that_moment(
    services: Services, tmp_path: Path
) -> None:
    saved: list[str] = []
    stop = threading.Event()

    def write() -> None:
        while not stop.is_set():
            saved.append(services.registers.save(Site(f"点位{len(saved)}", "LX"))[0])

    writer = threading.Thread(target=write)
    writer.start()
    copies = []
    try:
        for number in range(5):
            acknowledged = tuple(saved)
            copies.append((services.upkeep.back_up(tmp_path / f"b{number}.db"), acknowledged))
    finally:
        stop.set()
        writer.join()
        services.close()
    assert len(saved) > 20
    for number, (backup, acknowledged) in enumerate(copies):
        (tmp_path / f"r{number}").mkdir()
        back = restore(backup.path, tmp_path / f"r{number}" / "w.db")
        assert back.digest == backup.digest
        restored = open_services(back.path)
        assert {site.id for site in restored.registers.all(Site)} >= set(acknowledged)
        assert restored.upkeep.check(quiet) == ()
        restored.close()


HOLD = """
import sys, time
from pathlib import Path
from inspector.ui.lock import locked
with locked(Path(sys.argv[1])):
    print("held", flush=True)
    time.sleep(60)
"""


def test_a_second_program_is_refused_and_a_killed_first_one_lets_go(services: Services, tmp_path: Path) -> None:
    file = tmp_path / "w.db"
    services.close()
    first = subprocess.Popen([sys.executable, "-c", HOLD, file], cwd=ROOT, stdout=subprocess.PIPE, text=True)
    try:
        assert first.stdout
        assert first.stdout.readline() == "held\n"
        with pytest.raises(Refused) as refused, locked(file):
            pass
        assert refused.value.complaint.code == "workspace.in-use"
        assert refused.value.complaint.place.file == str(file)
    finally:
        first.send_signal(signal.SIGKILL if os.name != "nt" else signal.SIGTERM)
        first.communicate()
    with locked(file):
        again = open_services(file, person="李强")
        assert again.upkeep.check(quiet) == ()
        again.close()


@pytest.mark.skipif(os.name == "nt", reason="read-only files are another matter on Windows")
def test_a_file_nobody_may_write_opens_for_reading_and_refuses_every_change(services: Services, tmp_path: Path) -> None:
    file = tmp_path / "w.db"
    services.registers.save(Site("桂花里小区", "LX"))
    services.close()
    before = file.read_bytes()
    file.chmod(0o444)
    tmp_path.chmod(0o555)
    try:
        reading = open_services(file, read_only=True)
        assert [site.record.name for site in reading.registers.all(Site)] == ["桂花里小区"]
        with pytest.raises(Refused) as refused:
            reading.registers.save(Site("红莲市场", "SC"))
        assert refused.value.complaint.code == "workspace.read-only"
        assert reading.upkeep.check(quiet) == ()
        reading.close()
    finally:
        tmp_path.chmod(0o755)
    assert file.read_bytes() == before


def test_what_cannot_be_saved_cannot_be_undone_either(services: Services, monkeypatch: pytest.MonkeyPatch) -> None:
    services.registers.save(Site("桂花里小区", "LX"))
    monkeypatch.setattr(services.acts.workspace, "read_only", True)
    with pytest.raises(Refused):
        services.registers.save(Site("红莲市场", "SC"))
    monkeypatch.setattr(services.acts.workspace, "read_only", False)
    undone = services.acts.undo()
    assert undone is not None
    assert undone.act == "register-added"
    assert services.registers.all(Site) == ()
    services.close()
