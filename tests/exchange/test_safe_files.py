"""Files that appear whole or not at all, with a reason a person understands."""

import errno
import os
import shutil
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.exchange.safe_files import replacing, require_space, stage_folder


@pytest.fixture
def target(tmp_path: Path) -> Path:
    path = tmp_path / "清单.xlsx"
    path.write_bytes(b"old")
    return path


def write(path: Path, content: bytes = b"new") -> None:
    with replacing(path) as out:
        out.write(content)


def code_of(act: Callable[[], object]) -> str:
    with pytest.raises(Refused) as refused:
        act()
    return refused.value.complaint.code


def failing(number: int) -> Callable[..., object]:
    def fail(*_: object, **__: object) -> object:
        raise OSError(number, os.strerror(number))

    return fail


def test_a_file_is_replaced_as_a_whole(target: Path) -> None:
    write(target)
    assert target.read_bytes() == b"new"
    assert list(target.parent.iterdir()) == [target]


def test_whatever_goes_wrong_inside_leaves_the_old_file_and_nothing_else(target: Path) -> None:

    def half() -> None:
        with replacing(target) as out:
            out.write(b"half")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


@pytest.mark.parametrize(
    ("number", "code"),
    [
        (errno.ENOSPC, "file.disk-full"),
        (errno.EROFS, "file.read-only"),
        (errno.ENOENT, "file.folder-gone"),
        (errno.EIO, "file.unwritable"),
    ],
)
@pytest.mark.parametrize("step", ["fsync", "replace"])
def test_a_fault_at_the_last_steps_is_told_apart_and_the_old_file_stands(
    target: Path, monkeypatch: pytest.MonkeyPatch, number: int, code: str, step: str
) -> None:
    if step == "fsync":
        monkeypatch.setattr(os, "fsync", failing(number))
    else:
        monkeypatch.setattr(Path, "replace", failing(number))
    assert code_of(lambda: write(target)) == code
    assert target.read_bytes() == b"old"
    assert list(target.parent.iterdir()) == [target]


def test_a_scanner_that_holds_the_file_for_a_moment_is_waited_for(
    target: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    tries = []
    replace = Path.replace

    def held(self: Path, other: Path) -> Path:
        tries.append(other)
        if len(tries) < 4:
            raise PermissionError(errno.EACCES, "held")
        return replace(self, other)

    monkeypatch.setattr(Path, "replace", held)
    write(target)
    assert target.read_bytes() == b"new"
    assert len(tries) == 4


def test_a_file_open_in_another_program_is_refused_by_name(target: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(Path, "replace", failing(errno.EACCES))
    with pytest.raises(Refused) as refused:
        write(target)
    assert refused.value.complaint.code == "file.open-elsewhere"
    assert refused.value.complaint.place.file == str(target)
    assert target.read_bytes() == b"old"


def test_a_folder_that_vanished_a_folder_in_the_way_and_a_name_too_long_are_told_apart(tmp_path: Path) -> None:
    assert code_of(lambda: write(tmp_path / "gone" / "a.xlsx")) == "file.folder-gone"
    (tmp_path / "b.xlsx").mkdir()
    assert code_of(lambda: write(tmp_path / "b.xlsx")) == "file.is-a-folder"
    assert code_of(lambda: write(tmp_path / ("路" * 86))) == "file.name-too-long"


def test_too_little_space_is_said_before_the_work(tmp_path: Path) -> None:
    require_space(tmp_path, 1)
    with pytest.raises(Refused) as refused:
        require_space(tmp_path, 2**60)
    complaint = refused.value.complaint
    assert (complaint.code, complaint.fact("needed")) == ("file.disk-full", str(2**60))
    assert int(complaint.fact("free")) < 2**60


def test_a_folder_appears_as_a_whole(tmp_path: Path) -> None:
    with stage_folder(tmp_path / "交办") as draft:
        (draft / "a.xlsx").write_bytes(b"a")
        assert not (tmp_path / "交办").exists()
    assert [one.name for one in tmp_path.rglob("*")] == ["交办", "a.xlsx"]


def test_a_folder_that_fails_half_way_leaves_nothing(tmp_path: Path) -> None:
    def half() -> None:
        with stage_folder(tmp_path / "交办") as draft:
            (draft / "new.xlsx").write_bytes(b"new")
            raise KeyError

    with pytest.raises(KeyError):
        half()
    assert list(tmp_path.iterdir()) == []


def test_a_folder_already_there_is_not_touched(tmp_path: Path) -> None:
    (tmp_path / "交办").mkdir()

    def stage() -> None:
        with stage_folder(tmp_path / "交办") as draft:
            (draft / "new.xlsx").write_bytes(b"new")

    assert code_of(stage) == "file.exists"
    assert [one.name for one in tmp_path.rglob("*")] == ["交办"]


ON_A_SMALL_DISK = """
import subprocess, sys
from pathlib import Path
from inspector.domain.errors import Refused
from inspector.exchange.safe_files import replacing

disk = Path(sys.argv[1])
subprocess.run(["mount", "-t", "tmpfs", "-o", "size=256k", "tmpfs", disk], check=True)
target = disk / "a.xlsx"
target.write_bytes(b"old" * 1000)
def attempt(size):
    try:
        with replacing(target) as out:
            for _ in range(size // 4096):
                out.write(b"x" * 4096)
    except Refused as refused:
        print(refused.complaint.code, int(refused.complaint.fact("needed") or 0) > 100_000, end=" ")
    print(target.read_bytes() == b"old" * 1000, [p.name for p in disk.iterdir()])
attempt(1_000_000)
subprocess.run(["mount", "-o", "remount,ro", disk], check=True)
attempt(10_000)
"""


@pytest.mark.skipif(shutil.which("unshare") is None, reason="needs user namespaces of Linux for a real small disk")
def test_a_really_full_and_a_really_read_only_disk_leave_the_old_file_whole(tmp_path: Path) -> None:
    able = subprocess.run(["unshare", "-Urm", "true"], check=False, capture_output=True)
    if able.returncode:
        pytest.skip("this machine forbids user namespaces")
    command = ["unshare", "-Urm", sys.executable, "-c", ON_A_SMALL_DISK, str(tmp_path)]
    done = subprocess.run(command, check=True, capture_output=True, text=True)
    assert done.stdout.splitlines() == [
        "file.disk-full True True ['a.xlsx']",
        "file.read-only False True ['a.xlsx']",
    ]
