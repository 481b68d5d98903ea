"""The program as a shell starts it: exit status, streams, and who may work on a file at one time."""

import json
import os
import signal
import subprocess
import sys
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from pathlib import Path

import pytest

from inspector.app import opened
from inspector.config.paths import ROOT
from tests.cli.conftest import SITES, Cli
from tests.rights import BOUND

HOLD = """
import sys, time
from pathlib import Path
from inspector.app import opened
with opened(Path(sys.argv[1]), "", writing=True):
    print("held", flush=True)
    time.sleep(60)
"""


def program(
    *arguments: object, user: tuple[str, ...] = (), place: Mapping[str, str] | None = None
) -> subprocess.CompletedProcess[str]:
    command = [*user, sys.executable, str(ROOT / "main.py"), *map(str, arguments)]
    env = {**os.environ, **(place or {})}
    return subprocess.run(command, capture_output=True, text=True, encoding="utf-8", env=env, check=False, timeout=60)


@contextmanager
def held(workspace: Path) -> Iterator[subprocess.Popen[str]]:
    """Another program that works on the file."""
    command = [sys.executable, "-c", HOLD, str(workspace)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, text=True, cwd=ROOT) as other:
        try:
            assert other.stdout is not None
            assert other.stdout.readline() == "held\n"
            yield other
        finally:
            other.kill()


def test_done_refused_and_wrong_usage_have_their_status(tmp_path: Path) -> None:
    workspace = tmp_path / "w.db"
    sites = tmp_path / "sites.csv"
    sites.write_text(SITES, "utf-8")
    done = program("sites", "import", sites, "--workspace", workspace, "--json")
    assert (done.returncode, json.loads(done.stdout)["added"], done.stderr) == (0, 3, "")
    refused = program("--workspace", workspace, "record", tmp_path / "none.json", "--lang", "en")
    assert (refused.returncode, refused.stdout) == (1, "")
    assert refused.stderr == "none.json: This file was not found. Check its path.\n"
    wrong = program("findings", "--colour", "red")
    assert (wrong.returncode, wrong.stdout) == (2, "")


@pytest.mark.parametrize(
    "place", [{"LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}, {"PYTHONIOENCODING": "cp1252"}]
)
def test_chinese_is_written_as_utf8_whatever_the_console_speaks(tmp_path: Path, place: dict[str, str]) -> None:
    said = program("checklists", "list", "--json", "--workspace", tmp_path / "w.db", place=place)
    assert "老旧小区" in said.stdout


def test_a_reader_that_has_seen_enough_is_no_fault(tmp_path: Path) -> None:
    command = f'"{sys.executable}" "{ROOT / "main.py"}" checklists list --workspace "{tmp_path / "w.db"}" | true'
    assert subprocess.run(["sh", "-c", command], capture_output=True, text=True, check=False).stderr == ""


def test_the_program_refuses_to_start_without_the_library_that_defuses_xml(tmp_path: Path) -> None:
    code = "import sys; sys.modules['defusedxml'] = None; from inspector.app import main; "
    code += f"sys.exit(main(['--workspace', {str(tmp_path / 'w.db')!r}, 'checklists', 'list', '--json']))"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 1
    assert json.loads(said.stdout)["errors"][0]["code"] == "foreign.unprotected"
    assert not (tmp_path / "w.db").exists()


def test_a_fault_nobody_foresaw_is_a_sentence_and_a_log(tmp_path: Path) -> None:
    code = "import inspector.cli.commands as c, inspector.app as a, sys; c.COMMANDS['check'] = lambda desk: 1 / 0; "
    code += f"sys.exit(a.main(['--workspace', {str(tmp_path / 'w.db')!r}, 'check', '--json']))"
    said = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert said.returncode == 1
    assert json.loads(said.stdout)["errors"][0]["code"] == "command.fault"
    assert "Traceback" not in said.stderr
    assert "ZeroDivisionError" in said.stderr
    assert "ZeroDivisionError" in (tmp_path / "w.log").read_text("utf-8")


def test_a_second_program_that_writes_is_refused_politely_while_reading_goes_on(
    with_sites: Cli, tmp_path: Path
) -> None:
    with held(tmp_path / "w.db"):
        said = with_sites("sites", "import", tmp_path / "sites.csv", "--json")
        assert (said.status, said.json["errors"][0]["code"]) == (1, "workspace.in-use")
        assert "Traceback" not in said.err
        assert with_sites("restore", tmp_path / "w.db", "--json").json["errors"][0]["code"] == "workspace.in-use"
        assert with_sites("findings").status == 0
        assert with_sites("check").status == 0
        assert with_sites("backup", tmp_path / "copy.db").status == 0
    assert with_sites("sites", "import", tmp_path / "sites.csv").status == 0


@pytest.mark.skipif(sys.platform == "win32", reason="Windows has no SIGKILL")
def test_a_killed_program_leaves_the_file_free(with_sites: Cli, tmp_path: Path) -> None:
    with held(tmp_path / "w.db") as other:
        os.kill(other.pid, signal.SIGKILL)
        other.wait()
        assert with_sites("sites", "import", tmp_path / "sites.csv").status == 0


def test_a_command_is_refused_while_the_window_has_the_file(with_sites: Cli, tmp_path: Path) -> None:
    with opened(tmp_path / "w.db", "王敏", writing=True):
        said = with_sites("--lang", "en", "units", "import", tmp_path / "sites.csv")
    assert said.status == 1
    assert "Another program has this workspace open" in said.err
    assert "The file is unchanged." in said.err


@pytest.mark.skipif(sys.platform == "win32", reason="a folder is closed in another way on Windows")
def test_a_folder_that_cannot_be_written_gets_a_sentence(tmp_path: Path) -> None:
    tmp_path.chmod(0o500)
    try:
        said = program("checklists", "list", "--json", "--workspace", tmp_path / "w.db", user=BOUND)
    finally:
        tmp_path.chmod(0o700)
    assert "Traceback" not in said.stderr
    assert (said.returncode, json.loads(said.stdout)["errors"][0]["code"]) == (1, "workspace.read-only")
    assert list(tmp_path.iterdir()) == []


def test_a_workspace_below_a_file_gets_a_sentence(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("")
    said = program("checklists", "list", "--workspace", tmp_path / "file" / "w.db", "--json")
    assert said.returncode == 1
    assert json.loads(said.stdout)["errors"][0]["message"]
    assert "Traceback" not in said.stderr
