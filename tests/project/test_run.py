"""`./run` on a machine made up for the test: its Python only notes what it is asked, and nothing is fetched."""

import os
import shutil
import subprocess
import sys
from collections.abc import Sequence
from pathlib import Path
from typing import Any, NamedTuple

import pytest

from tests.project.tree import ROOT
from tests.rights import BOUND

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="run.cmd is the command there")

# Makes environments that hold a copy of itself, installs nothing, and tells what it was started with. While `fail` lies
# beside it, installing fails as it does without a network; while `untyped` does, a type is wrong.
PYTHON = """#!/bin/sh
case "$1 $2" in
"-c import os, sys; sys.version"*) echo "$NOTES/python" ;;
"-m venv") mkdir -p "$4/bin" && cp "$0" "$4/bin/python" && echo venv >>"$NOTES/notes" ;;
"-m pip") for last; do :; done; echo "pip ${last##*/}" >>"$NOTES/notes"; [ ! -e "$NOTES/fail" ] ;;
"-m mypy") echo types >>"$NOTES/notes"; [ ! -e "$NOTES/untyped" ] || { echo "wrong type"; exit 1; } ;;
-c*) ;;
*) printf '<%s>' "$(pwd)" "$@" ;;
esac
"""
RUNTIME = ["venv", "pip requirements.lock"]


class Told(NamedTuple):
    returncode: int
    stdout: str
    stderr: str


class Machine:
    """A checkout with only `run` and the lock files in it, and the made-up Python as the only one there is."""

    def __init__(self, folder: Path) -> None:
        self.home, self.notes = folder / "市民 寻访", folder / "bin"
        self.home.mkdir()
        self.notes.mkdir()
        for name in ("run", "requirements.lock", "requirements-dev.lock"):
            shutil.copy(ROOT / name, self.home)
        (self.notes / "python3").write_text(PYTHON)
        (self.notes / "python3").chmod(0o755)
        (self.notes / "python").symlink_to("python3")
        # Neither the libraries nor the packages of this machine are what is asked here.
        for name, words in {"uname": "echo elsewhere", "python3.13": "exit 1", "python3.12": "exit 1"}.items():
            (self.notes / name).write_text(f"#!/bin/sh\n{words}\n")
            (self.notes / name).chmod(0o755)
        (self.notes / "python3.11").symlink_to("python3")

    def start(
        self,
        *args: str,
        command: Path | None = None,
        lang: str = "C",
        cwd: Path | None = None,
        user: Sequence[str] = (),
    ) -> subprocess.Popen[str]:
        """`./run ARGS` on its way, in a locale, from a folder, perhaps through another command or as another user."""
        env = os.environ | {"PATH": f"{self.notes}:{os.environ['PATH']}", "NOTES": str(self.notes), "LC_ALL": lang}
        line = [*user, str(command or self.home / "run"), *args]
        pipe = subprocess.PIPE
        return subprocess.Popen(line, env=env, cwd=cwd or self.home, stdout=pipe, stderr=pipe, text=True)

    def run(self, *args: str, **how: Any) -> Told:
        """What `./run ARGS` said and how it ended."""
        with self.start(*args, **how) as process:
            out, err = process.communicate()
            return Told(process.returncode, out, err)

    def done(self) -> list[str]:
        """What was made and installed so far, in order."""
        notes = self.notes / "notes"
        return notes.read_text().splitlines() if notes.exists() else []


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    return Machine(tmp_path)


def test_the_first_start_prepares_and_the_second_only_starts(machine: Machine) -> None:
    assert machine.run("findings").returncode == 0
    assert machine.done() == RUNTIME
    second = machine.run("findings")
    assert machine.done() == RUNTIME
    assert second.stderr == ""


def test_arguments_and_folder_reach_the_program_as_they_were_given(machine: Machine, tmp_path: Path) -> None:
    elsewhere = tmp_path / "点位 表"
    elsewhere.mkdir()
    told = machine.run("sites", "import", "点位 表.xlsx", "", "a*b", cwd=elsewhere).stdout
    assert told == f"<{elsewhere}><{machine.home}/main.py><sites><import><点位 表.xlsx><><a*b>"


def test_words_of_the_preparation_never_reach_stdout(machine: Machine) -> None:
    first = machine.run("check", "--json")
    assert first.stdout == f"<{machine.home}><{machine.home}/main.py><check><--json>"
    assert "first start" in first.stderr


def test_a_link_to_the_checkout_or_to_the_command_works(machine: Machine, tmp_path: Path) -> None:
    (tmp_path / "link").symlink_to(machine.home)
    (tmp_path / "go").symlink_to("link/run")
    for command in (tmp_path / "link" / "run", tmp_path / "go"):
        assert f"<{machine.home}/main.py>" in machine.run(command=command).stdout
    assert machine.done() == RUNTIME


def test_an_install_that_broke_off_is_done_again_from_the_start(machine: Machine) -> None:
    (machine.notes / "fail").touch()
    broken = machine.run("findings")
    assert broken.returncode == 1
    assert broken.stdout == ""
    assert "start ./run again" in broken.stderr
    (machine.notes / "fail").unlink()
    assert machine.run("findings").returncode == 0
    assert machine.done() == RUNTIME * 2


def test_a_changed_lock_file_makes_the_environment_new(machine: Machine) -> None:
    machine.run("findings")
    with (machine.home / "requirements.lock").open("a") as lock:
        lock.write("# changed\n")
    machine.run("findings")
    assert machine.done() == RUNTIME * 2


def test_working_on_the_code_adds_the_tools_to_the_same_environment(machine: Machine) -> None:
    machine.run("findings")
    told = machine.run("test", "-k", "点位 or 单位", cwd=machine.notes).stdout
    assert machine.done() == [*RUNTIME, "pip requirements-dev.lock"]
    assert told == f"<{machine.home}><-m><pytest><-k><点位 or 单位>"


def test_the_everyday_check_says_at_the_end_what_lint_found_beside_the_tests(machine: Machine) -> None:
    whole = machine.run("quick")
    assert whole.returncode == 0
    assert machine.done()[-1] == "types"
    assert "<pytest>" in whole.stdout
    (machine.notes / "untyped").touch()
    wrong = machine.run("quick")
    assert wrong.returncode == 1
    assert wrong.stderr.index("== tests") < wrong.stderr.index("wrong type")
    assert wrong.stderr.endswith("Failed: lint\n")


def test_a_machine_without_a_new_enough_python_is_told_the_way_out(machine: Machine) -> None:
    for name in ("python3", "python3.11", "python", "python3.14"):
        (machine.notes / name).unlink(missing_ok=True)
        (machine.notes / name).write_text("#!/bin/sh\nexit 1\n")
        (machine.notes / name).chmod(0o755)
    english, chinese = machine.run(), machine.run(lang="zh_CN.UTF-8")
    assert english.returncode == chinese.returncode == 1
    assert english.stderr.startswith("Python 3.11 or newer was not found on this machine. Install it")
    assert chinese.stderr.startswith("这台电脑上没有找到 Python 3.11 或更新的版本。请先安装")


def test_a_folder_that_cannot_be_written_is_said_in_a_sentence(machine: Machine) -> None:
    machine.home.chmod(0o555)
    told = machine.run(user=BOUND)
    machine.home.chmod(0o755)
    assert told.returncode == 1
    assert told.stderr.startswith(f"The folder {machine.home} cannot be written")
    assert machine.done() == []


def test_a_second_start_waits_while_the_first_is_preparing(machine: Machine) -> None:
    with subprocess.Popen(["sleep", "60"]) as first:
        (machine.home / ".venv.lock").symlink_to(str(first.pid))
        with machine.start("findings") as second:
            assert second.stderr is not None
            assert f"process {first.pid}" in second.stderr.readline()
            assert machine.done() == []
            first.kill()
            first.wait()
            second.communicate()
    assert second.returncode == 0
    assert machine.done() == RUNTIME


def test_nobody_waits_for_a_start_that_died(machine: Machine) -> None:
    with subprocess.Popen(["true"]) as first:
        first.wait()
    (machine.home / ".venv.lock").symlink_to(str(first.pid))
    assert machine.run("findings").returncode == 0
    assert not (machine.home / ".venv.lock").is_symlink()
