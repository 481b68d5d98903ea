"""A kill, a full disk or an I/O error at every operation on the disk: nothing acknowledged is lost, nothing is torn."""

import shutil
from pathlib import Path

import pytest

from inspector.storage.backup import digest_of
from inspector.storage.migrate import MIGRATIONS, version_known
from inspector.storage.schema import HEAD
from inspector.storage.workspace import Workspace, open_workspace
from tests.faults import session
from tests.faults.interrupting import FAULTS, interrupted, killed, lay_out
from tests.faults.nursery import Nursery, Task
from tests.faults.whole import acknowledged, violations
from tests.records import site
from tests.storage.found import complaints

pytestmark = [pytest.mark.slow, pytest.mark.timeout(1200)]


@pytest.fixture(scope="module")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A folder with a workspace in it."""
    folder = tmp_path_factory.mktemp("prepared")
    made = open_workspace(folder / session.FILE)
    with made.writing("add") as writing:
        writing.put("before", site("以前的点位"))
    made.close()
    return folder


def opened(folder: Path) -> Workspace:
    return open_workspace(folder / session.FILE)


def sizes(folder: Path) -> dict[str, int]:
    """The files in a folder and how long they are; their content differs from run to run by ids."""
    return {path.name: path.stat().st_size for path in folder.iterdir()}


def test_what_a_stop_shows_is_what_a_kill_leaves(nursery: Nursery, prepared: Path, tmp_path: Path) -> None:
    shown = [sizes(left) for left, _ in killed(nursery, tmp_path, prepared, "day", step=40)]
    assert len(shown) > 5
    for number, stopped in enumerate(shown):
        folder = tmp_path / f"killed{number}"
        lay_out(prepared, folder)
        assert nursery.run(Task(str(folder), "day", "kill", 1 + 40 * number)).killed
        assert sizes(folder) == stopped


@pytest.mark.parametrize("action", FAULTS)
def test_a_day_interrupted_anywhere_keeps_what_was_acknowledged_and_going_on_heals_it(
    action: str, nursery: Nursery, prepared: Path, tmp_path: Path
) -> None:
    (tmp_path / "undisturbed").mkdir()
    shutil.copy(prepared / session.FILE, tmp_path / "undisturbed")
    assert session.day(tmp_path / "undisturbed") == []
    whole = opened(tmp_path / "undisturbed")
    expected = session.contents(whole)
    whole.close()
    for number, (folder, outcome) in enumerate(interrupted(nursery, tmp_path, prepared, action, "day")):
        acked = acknowledged(folder)
        assert violations(folder / session.FILE, acked) == [], (number + 1, outcome)
        if number % 5:
            continue  # the file was looked at; going on with it is proved by every fifth
        assert session.day(folder) == []
        healed = opened(folder)
        assert complaints(healed) == []
        assert session.contents(healed) == expected
        with healed.reading() as view:
            for revision, sha in acked.items():
                kept = view.revision(revision)
                assert kept is not None
                assert kept.sha == sha
        healed.close()


@pytest.mark.parametrize("action", FAULTS)
def test_a_first_start_interrupted_anywhere_leaves_no_half_file(action: str, nursery: Nursery, tmp_path: Path) -> None:
    for number, (folder, outcome) in enumerate(interrupted(nursery, tmp_path, None, action, "opening")):
        file = folder / session.FILE
        assert violations(file, {}) == [], (number + 1, outcome)
        if file.exists():
            assert version_known(file) == HEAD
        if number % 10:
            continue
        started = opened(folder)
        assert complaints(started) == []
        started.close()
        assert [p.name for p in folder.iterdir()] == [session.FILE]


@pytest.mark.parametrize("action", FAULTS)
def test_a_migration_interrupted_anywhere_leaves_the_old_or_the_new_whole_file(
    action: str, nursery: Nursery, prepared: Path, tmp_path: Path
) -> None:
    newer = _migrations_with_one_more(tmp_path)
    digest = digest_of(prepared / session.FILE)
    folders = tmp_path / "folders"
    folders.mkdir()
    for number, (folder, outcome) in enumerate(
        interrupted(nursery, folders, prepared, action, "opening", migrations=str(newer))
    ):
        file = folder / session.FILE
        assert violations(file, {}) == [], (number + 1, outcome)
        assert digest_of(file) == digest
        if number % 5 == 0:
            assert nursery.run(Task(str(folder), "opening", migrations=str(newer))).refused == ()
            assert digest_of(file) == digest
            assert digest_of(folder / "点位.before-9001.inspector") == digest


def _migrations_with_one_more(tmp_path: Path) -> Path:
    folder = tmp_path / "migrations"
    shutil.copytree(MIGRATIONS, folder, ignore=shutil.ignore_patterns("__pycache__"))
    step = f'''
import sqlalchemy as sa
from alembic import op
revision = "9001"
down_revision = "{HEAD}"
def upgrade():
    op.create_table("weather", sa.Column("day", sa.Text, primary_key=True))
    op.add_column("site", sa.Column("roof", sa.Text))
    op.execute("UPDATE site SET roof = '瓦'")
'''
    (folder / "versions" / "9001_step.py").write_text(step, encoding="utf-8")
    return folder


@pytest.mark.parametrize("action", FAULTS)
def test_backup_and_restore_interrupted_anywhere_leave_a_whole_workspace_and_a_whole_backup(
    action: str, nursery: Nursery, prepared: Path, tmp_path: Path
) -> None:
    before = digest_of(prepared / session.FILE)
    for number, (folder, outcome) in enumerate(interrupted(nursery, tmp_path, prepared, action, "backing up")):
        assert violations(folder / session.FILE, {}) == [], (number + 1, outcome)
        backup = folder / "备份.inspector"
        if backup.exists():
            assert digest_of(backup) == before
        if number % 5 == 0:
            healed = opened(folder)
            assert complaints(healed) == []
            healed.close()
