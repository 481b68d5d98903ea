"""What lies where: the top level is fixed, names say one idea, files stay small, nothing knows this machine."""

import re
from pathlib import PurePosixPath
from statistics import median

from tests.project.tree import ROOT, sources, texts, tracked

TOP_LEVEL = {"inspector", "resources", "checklists", "main.py", "pyproject.toml", "tests"} | {
    *("docs", "benchmarks", "run", "run.cmd", "README.md", "README.zh-CN.md", "CHANGELOG.md", "LICENSE"),
    *("requirements.lock", "requirements-dev.lock"),
}
FORBIDDEN_WORDS = {"util", "utils", "helper", "helpers", "manager", "managers", "common", "misc"}
MACHINE_PATHS = re.compile(r"(?<![\w.~/$}\"*)-])/(?:work|tmp|root)(?:/|\b)")
LISTS = {"inspector/services/services.py"}
"""Longer than 300 lines, for they are one list: every use case once, loaded when first asked for."""
INDEX_ADDRESS = re.compile(r"https?://\S*/(?:simple|packages)/")


def test_the_top_level_is_exactly_what_was_agreed() -> None:
    top = {path.split("/")[0] for path in tracked()}
    assert {name for name in top if not name.startswith(".")} == TOP_LEVEL


def test_no_file_is_named_after_nothing() -> None:
    named = [*tracked(), *sources("inspector", "tests", "benchmarks")]
    vague = {path for path in named if FORBIDDEN_WORDS & set(re.split(r"[_\W]+", PurePosixPath(path).stem.lower()))}
    assert vague == set()


def test_source_files_are_small() -> None:
    lengths = {path: len((ROOT / path).read_text("utf-8").splitlines()) for path in sources("inspector")}
    assert {path for path, length in lengths.items() if length > 300} == LISTS
    assert median(lengths.values()) < 100


def test_no_file_names_a_folder_of_somebodys_machine() -> None:
    this = "tests/project/test_layout.py"
    found = [
        f"{path}:{number}"
        for path, text in texts()
        if path != this
        for number, line in enumerate(text.splitlines(), 1)
        if MACHINE_PATHS.search(line)
    ]
    assert found == []


def test_no_file_holds_the_address_of_a_package_index() -> None:
    assert [path for path, text in texts() if INDEX_ADDRESS.search(text)] == []


def test_nothing_is_left_for_later() -> None:
    marks = re.compile(r"\b(?:TO" + r"DO|FIX" + r"ME|XX" + r"X)\b|NotImplemented" + "Error")
    code = sources("inspector", "tests", "benchmarks")
    assert [path for path in code if marks.search((ROOT / path).read_text("utf-8"))] == []
