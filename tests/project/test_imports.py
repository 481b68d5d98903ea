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


LOADED_LATE = {
    "alembic",
    "defusedxml",
    "lxml",
    "openpyxl",
    "pillow_heif",
    "PIL",
    "pypinyin",
    "python_calamine",
    "sqlalchemy",
}
"""What the first page does without: half a second on an old laptop."""


def test_the_window_starts_without_the_libraries_of_files_nobody_opened_yet() -> None:
    loaded = loaded_by("inspector.app, inspector.ui.start, inspector.ui.pages.today.page, inspector.services.services")
    assert {name.split(".")[0] for name in loaded} & LOADED_LATE == set()


def test_qt_reads_no_source_of_what_the_window_loads() -> None:
    code = (
        "import linecache\nfrom inspector.ui import plain_import\nplain_import.use()\nimport inspector.ui.start\n"
        "print([name for name in linecache.cache if 'inspector' in name])"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=False)
    assert done.stdout.strip() == "[]", done.stderr
