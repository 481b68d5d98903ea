"""The lock files hold versions and hashes, and nothing that ties them to one place in the network."""

import re
from importlib.metadata import version

import pytest

from tests.project.tree import ROOT

LOCKS = ("requirements.lock", "requirements-dev.lock")
ENTRY = re.compile(
    r"^([a-z0-9-]+)==(\S+)((?: ;[^\\]*)?) \\\n((?:    --hash=sha256:[0-9a-f]{64}(?: \\)?\n)+)", re.MULTILINE
)


def entries(lock: str) -> dict[str, str]:
    return {match[1]: match[2] for match in ENTRY.finditer((ROOT / lock).read_text("utf-8"))}


@pytest.mark.parametrize("lock", LOCKS)
def test_a_lock_file_holds_no_address(lock: str) -> None:
    text = (ROOT / lock).read_text("utf-8")
    assert not re.search(r"://|--index-url|--extra-index-url|--find-links|--trusted-host| @ ", text)


@pytest.mark.parametrize("lock", LOCKS)
def test_every_line_of_a_lock_file_is_a_hashed_entry_or_a_comment(lock: str) -> None:
    rest = ENTRY.sub("", (ROOT / lock).read_text("utf-8"))
    assert [line for line in rest.splitlines() if line.strip() and not line.lstrip().startswith("#")] == []
    assert entries(lock)


def test_the_lock_holds_the_qt_that_does_not_abort_python_3_11() -> None:
    runtime = entries("requirements.lock")
    assert runtime["pyside6-essentials"] == runtime["shiboken6"] == "6.11.3"


def test_the_two_locks_agree_where_they_overlap() -> None:
    runtime, dev = entries("requirements.lock"), entries("requirements-dev.lock")
    assert {name: dev[name] for name in runtime.keys() & dev.keys()} == {
        name: runtime[name] for name in runtime.keys() & dev.keys()
    }


def test_the_environment_that_runs_these_tests_is_the_locked_one() -> None:
    locked = entries("requirements.lock") | entries("requirements-dev.lock")
    names = ("sqlalchemy", "alembic", "openpyxl", "pillow", "pytest", "mypy", "ruff")
    assert {name: version(name) for name in names} == {name: locked[name] for name in names}
