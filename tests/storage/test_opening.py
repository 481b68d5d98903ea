"""Opening a file: made new, opened again, or refused with its name and a reason."""

import os
import shutil
import sqlite3
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest

from inspector.domain.errors import Refused
from inspector.domain.sites import Site
from inspector.storage.first_look import needs_nothing
from inspector.storage.workspace import Workspace, open_workspace
from tests.records import site
from tests.storage.found import codes


def refusal(path: Path, *, read_only: bool = False) -> str:
    with pytest.raises(Refused) as refused:
        open_workspace(path, read_only=read_only).close()
    assert refused.value.complaint.place.file == str(path)
    return refused.value.complaint.code


def filled(path: Path) -> Path:
    made = open_workspace(path)
    with made.writing("add") as writing:
        writing.put("s1", site())
    made.close()
    return path


def names(path: Path) -> tuple[str, ...]:
    opened = open_workspace(path, read_only=True)
    with opened.reading() as view:
        found = tuple(s.record.name for s in view.all(Site))
    opened.close()
    return found


def set_schema(path: Path, version: str) -> None:
    db = sqlite3.connect(path)
    db.execute("UPDATE alembic_version SET version_num = ?", (version,))
    db.commit()
    db.close()


def test_a_new_file_is_whole_and_alone_in_its_folder_when_it_is_closed(tmp_path: Path) -> None:
    made = open_workspace(tmp_path / "w.inspector")
    assert codes(made) == []
    made.close()
    assert [p.name for p in tmp_path.iterdir()] == ["w.inspector"]


def test_what_was_saved_is_there_after_closing_and_opening(tmp_path: Path) -> None:
    assert names(filled(tmp_path / "w.inspector")) == ("红莲市场",)


def test_every_new_file_is_another_laptop(tmp_path: Path) -> None:
    laptops = set()
    for name in ("a.inspector", "b.inspector"):
        made = open_workspace(tmp_path / name)
        with made.reading() as view:
            laptops.add(view.contents.note("laptop"))
        made.close()
    assert len(laptops) == 2


def test_a_file_of_a_newer_program_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    path = filled(tmp_path / "w.inspector")
    set_schema(path, "9999")
    before = path.read_bytes()
    assert refusal(path) == "workspace.newer"
    assert refusal(path, read_only=True) == "workspace.newer"
    assert path.read_bytes() == before


def sqlite_of_another_program(path: Path) -> None:
    db = sqlite3.connect(path)
    db.execute("CREATE TABLE messages (id INTEGER)")
    db.commit()
    db.close()


STRANGERS: dict[str, Callable[[Path], object]] = {
    "SQLite file of another program": sqlite_of_another_program,
    "text": lambda path: path.write_text("点位登记表\n" * 1000, encoding="utf-8"),
    "picture": lambda path: path.write_bytes(b"\xff\xd8\xff\xe0" + os.urandom(5000)),
    "empty file": lambda path: path.write_bytes(b""),
}


@pytest.mark.parametrize("read_only", [False, True])
@pytest.mark.parametrize("make", STRANGERS.values(), ids=STRANGERS)
def test_a_file_that_is_no_workspace_is_refused_and_left_as_it_is(
    make: Callable[[Path], object], read_only: bool, tmp_path: Path
) -> None:
    path = tmp_path / "w.inspector"
    make(path)
    before = path.read_bytes()
    assert refusal(path, read_only=read_only) == "workspace.not-ours"
    assert path.read_bytes() == before
    assert [p.name for p in tmp_path.iterdir()] == ["w.inspector"]


def test_a_damaged_file_is_refused_as_damaged(tmp_path: Path) -> None:
    path = filled(tmp_path / "w.inspector")
    content = bytearray(path.read_bytes())
    content[4096:] = b"\x55" * (len(content) - 4096)
    path.write_bytes(content)
    assert refusal(path) == "workspace.damaged"


def test_a_missing_folder_is_named(tmp_path: Path) -> None:
    assert refusal(tmp_path / "没有" / "w.inspector") == "workspace.folder-missing"


def test_a_folder_in_the_place_of_the_file_is_refused(tmp_path: Path) -> None:
    assert refusal(tmp_path) == "workspace.cannot-open"


def test_opening_for_reading_never_makes_a_file(tmp_path: Path) -> None:
    assert refusal(tmp_path / "w.inspector", read_only=True) == "workspace.missing"
    assert list(tmp_path.iterdir()) == []


def test_what_is_open_for_reading_refuses_to_be_written(tmp_path: Path) -> None:
    opened = open_workspace(filled(tmp_path / "w.inspector"), read_only=True)
    with pytest.raises(Refused, match=r"workspace\.read-only"), opened.writing("add"):
        pytest.fail("it was not refused")
    opened.close()


AS_NOBODY = """
import sys
from pathlib import Path
from inspector.domain.errors import Refused
from inspector.domain.sites import Site
from inspector.storage.workspace import open_workspace
path = Path(sys.argv[1])
try:
    open_workspace(path).close()
    print("opened")
except Refused as refusal:
    print(refusal.complaint.code)
reader = open_workspace(path, read_only=True)
with reader.reading() as view:
    print(len(view.all(Site)))
reader.close()
"""


@pytest.fixture
def open_folder() -> Iterator[Path]:
    """A folder that others may enter; each run of pytest closes its own tmp_path to them."""
    with TemporaryDirectory() as folder:
        Path(folder).chmod(0o755)
        yield Path(folder)


@pytest.mark.skipif(
    os.name == "nt" or not shutil.which("setpriv"), reason="needs setpriv to be somebody without rights"
)
@pytest.mark.skipif(hasattr(os, "geteuid") and os.geteuid() != 0, reason="only root can become somebody else")
@pytest.mark.parametrize("folder_mode", [0o777, 0o555], ids=["folder writable", "folder read-only"])
def test_a_read_only_file_is_refused_for_writing_and_can_be_read(folder_mode: int, open_folder: Path) -> None:
    folder = open_folder / "只读"
    folder.mkdir()
    path = filled(folder / "w.inspector")
    path.chmod(0o444)
    folder.chmod(folder_mode)
    said = subprocess.run(
        ["setpriv", "--reuid=65534", "--clear-groups", sys.executable, "-B", "-c", AS_NOBODY, str(path)],
        capture_output=True,
        text=True,
        check=False,
    )
    assert said.stdout.split() == ["workspace.read-only", "1"], said.stderr


def test_two_programs_on_one_file_both_keep_what_they_were_told_is_saved(workspace: Workspace) -> None:
    other = open_workspace(workspace.path, person="李强")
    for number in range(20):
        for program in (workspace, other):
            with program.writing("add") as writing:
                writing.put(f"{program.person}{number}", site(f"点位{number}"))
    other.close()
    with workspace.reading() as view:
        assert len(view.all(Site)) == 40
    assert codes(workspace) == []


def test_a_file_in_a_folder_that_a_cloud_program_synchronises_is_refused_and_left_as_it_is(tmp_path: Path) -> None:
    synced = tmp_path / "OneDrive - 区创城办"
    synced.mkdir()
    shutil.copyfile(filled(tmp_path / "w.inspector"), synced / "w.inspector")
    before = (synced / "w.inspector").read_bytes()
    assert refusal(synced / "w.inspector") == "workspace.in-synced-folder"
    assert not needs_nothing(synced / "w.inspector")
    assert [p.name for p in synced.iterdir()] == ["w.inspector"]
    assert (synced / "w.inspector").read_bytes() == before
    assert names(synced / "w.inspector") == ("红莲市场",)


def test_a_backup_may_be_laid_into_a_synchronised_folder(tmp_path: Path) -> None:
    (tmp_path / "坚果云").mkdir()
    opened = open_workspace(filled(tmp_path / "w.inspector"))
    opened.back_up(tmp_path / "坚果云" / "备份.inspector")
    opened.close()
    assert names(tmp_path / "坚果云" / "备份.inspector") == ("红莲市场",)
