"""What the program loads: one SQLite library, and no Qt where there is no window."""

import subprocess
import sys

import pytest

from tests.project.tree import ROOT


def loaded_by(module: str) -> set[str]:
    """The names of all modules in a fresh Python after importing `module`."""
    code = f"import sys, {module}; print('\\n'.join(sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.returncode == 0, done.stderr
    return set(done.stdout.split())


def test_the_program_loads_no_second_sqlite_library() -> None:
    # Two copies of SQLite in one process drop each other's file locks (sqlite.org, "How To Corrupt", 2.2.1).
    loaded = loaded_by("inspector.app, inspector.ui.main_window")
    assert "sqlite3" in loaded
    assert loaded & {"apsw", "pysqlite3", "PySide6.QtSql"} == set()


@pytest.mark.parametrize("module", ["inspector.cli", "inspector.services", "inspector.storage", "inspector.exchange"])
def test_no_qt_is_loaded_below_the_window(module: str) -> None:
    assert {name for name in loaded_by(module) if name.split(".")[0] in {"PySide6", "shiboken6"}} == set()
