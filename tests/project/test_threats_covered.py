"""docs/threats-covered.md tells the truth: every threat has its tests, and every test it names is there and runs."""

import ast
import re
from functools import cache

from tests.project.tree import ROOT, parsed

_NAMED = re.compile(r"`(tests/[\w/]+\.py|…)(?:::(\w+))?`")
_ROW = re.compile(r"^\| (\d+) \| ([^|]+) \| (.+) \|$", re.MULTILINE)
_TEXT = (ROOT / "docs" / "threats-covered.md").read_text("utf-8")
UNTRUSTED_FILES = range(44, 61)
"""The threats of other people's files that must not lose, leak or kill anything (P0 and P1)."""


@cache
def marks_in(file: str) -> dict[str, list[str]]:
    """Test → its marks, for the tests a file really has (a function inside another one is none); "" is the file."""
    if not (ROOT / file).is_file():
        return {}
    made = [one for one in parsed(file).body if isinstance(one, ast.FunctionDef) and one.name.startswith("test_")]
    return {one.name: [ast.unparse(mark) for mark in one.decorator_list] for one in made} | {"": []}


def named(text: str) -> list[tuple[str, str]]:
    """(file, test) of all it names, test "" for a whole file; … is the file named before."""
    file, found = "", []
    for path, name in _NAMED.findall(text):
        file = file if path == "…" else path
        found.append((file, name))
    return found


def test_every_test_the_list_of_threats_names_is_there() -> None:
    missing = [f"{file}::{name}" for file, name in named(_TEXT) if name not in marks_in(file)]
    assert missing == []
    assert len(named(_TEXT)) > 50


def test_no_test_the_list_of_threats_names_is_skipped() -> None:
    skipped = [
        f"{file}::{name}"
        for file, name in named(_TEXT)
        for mark in marks_in(file).get(name, ())
        if re.search(r"\bmark\.(skip|xfail)\b", mark)
    ]
    assert skipped == []


def test_every_threat_of_untrusted_files_has_a_row_with_a_test() -> None:
    rows = {int(number): tests for number, _, tests in _ROW.findall(_TEXT)}
    assert set(UNTRUSTED_FILES) - rows.keys() == set()
    assert [number for number, tests in rows.items() if number in UNTRUSTED_FILES and not named(tests)] == []
