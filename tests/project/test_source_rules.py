"""House rules that no linter knows, read off the syntax trees."""

import ast
import re

import pytest

from tests.project.source_facts import (
    built_at_run_time,
    catches_anything,
    is_loose_sql,
    of_the_package,
    source_facts,
)
from tests.project.tree import ROOT, sources

# Where a fault of any kind is caught, because the work of others goes on after it; each place words it or logs it.
CATCHES_ANYTHING = {
    "inspector/exchange/letters.py": "an office's own Word template fails in every way there is",
    "inspector/ui/jobs.py": "the job runner: a job's fault becomes a message",
    "inspector/exchange/photo_decode.py": "a hostile picture must not stop the other pictures",
    "inspector/exchange/foreign_child.py": "the child process that reads foreign files",
    "inspector/exchange/xlsform_child.py": "the child process that makes forms of them",
}

# Functions nothing in the program calls by name, and why they are there all the same.
FOR_OTHERS = {
    "can_undo": "tests ask it; the window asks what would be taken back",
    "choice_area": "where the tests' mouse goes: painted, no widget of its own",
    "backed_up": "what a card says, for tests",
    "compare_by": "what choosing in a combo box does, for tests",
    "contrast": "the table of contrasts is a test",
    "export_to": "exporting without the system's file dialog",
    "index_text": "the index of the shelf is written with it when a checklist changes, and a test compares",
    "of_taken": "hints for photos that come without a list, as tests give them",
    "parse_checklist": "a checklist from a text, as tests have them",
    "plain_nodes": "benchmarks answer by it",
    "read_strings": "openpyxl's reader calls it",
}
# Statements whose names SQLite takes no parameters for; each name stands in the file itself.
NAMES_THAT_CANNOT_BE_BOUND = {
    "inspector/storage/check.py": "the two checks SQLite has",
    "inspector/storage/connection.py": "the pragmas of every connection",
    "inspector/storage/piece_check.py": "its own temporary tables",
    "tests/storage/test_finding_pieces.py": "the index that is taken away",
}


def test_every_package_and_module_says_what_it_is() -> None:
    assert [one.path for one in of_the_package() if not one.is_described] == []


def test_only_storage_engine_makes_engines() -> None:
    assert [one.path for one in of_the_package() if one.makes_engines] == ["inspector/storage/engine.py"]


def test_no_sql_text_is_put_together_from_pieces() -> None:
    assert {one.path for one in source_facts() if one.loose_sql} == NAMES_THAT_CANNOT_BE_BOUND.keys()


@pytest.mark.parametrize(
    "call", ["sa.text(SQL)", "c.execute(SQL)", "c.exec_driver_sql(SQL, (1,))", "c.executemany(SQL)"]
)
def test_the_rule_about_sql_text_sees_every_way_to_run_one(call: str) -> None:
    expression = ast.parse(call.replace("SQL", "f'select {x}'"), mode="eval").body
    assert isinstance(expression, ast.Call)
    assert is_loose_sql(expression)


def test_faults_of_any_kind_are_caught_only_where_the_list_says() -> None:
    assert {one.path for one in of_the_package() if one.catches_anything} == CATCHES_ANYTHING.keys()


def test_a_rule_that_is_ignored_says_why() -> None:
    ignored = re.compile(r"# (?:noqa: [A-Z]+[0-9]+|type: ignore\[[a-z-]+\])(?!.* # noqa)(?P<why>.*)")
    program = [*sources("inspector"), "main.py"]
    lines = ((path, n, line) for path in program for n, line in enumerate(_lines(path), 1))
    found = [(f"{path}:{n}", match["why"]) for path, n, line in lines if (match := ignored.search(line))]
    assert len(found) > 10
    assert [place for place, why in found if not re.match(" - .|  ?# .", why)] == []


def _lines(path: str) -> list[str]:
    return (ROOT / path).read_text("utf-8").splitlines()


def test_every_function_is_called_by_something() -> None:
    spoken_of = frozenset[str]().union(*(one.names for one in of_the_package()))
    dead = {
        function.name
        for one in of_the_package()
        for function in one.functions
        # Qt, SQLAlchemy's steps and Python itself call these by their names.
        if not re.search(r"[a-z][A-Z]|^__|^(?:up|down)grade$", function.name) and function.name not in spoken_of
    }
    assert dead == FOR_OTHERS.keys()


def test_every_function_can_be_read_without_scrolling() -> None:
    long = {
        f"{one.path}:{function.line} {function.name}": function.length
        for one in of_the_package()
        if "/migrations/" not in one.path  # a step of the schema is a list, not a thought
        for function in one.functions
        if function.length > 60
    }
    assert long == {}


@pytest.mark.parametrize(
    "sql", ["f'select {x}'", "'select ' + x", "'select %s' % x", "'select {}'.format(x)", "', '.join(x)"]
)
def test_the_rule_about_sql_text_sees_every_way_to_build_one(sql: str) -> None:
    assert built_at_run_time(ast.parse(sql, mode="eval").body)


@pytest.mark.parametrize("clause", ["except Exception:", "except:", "except (ValueError, BaseException) as e:"])
def test_the_rule_about_catching_sees_every_way_to_catch_anything(clause: str) -> None:
    handler = next(
        node
        for node in ast.walk(ast.parse(f"try:\n    x()\n{clause}\n    pass"))
        if isinstance(node, ast.ExceptHandler)
    )
    assert catches_anything(handler)


def test_the_rule_about_catching_lets_pass_what_is_raised_again() -> None:
    tree = ast.parse("try:\n    x()\nexcept BaseException:\n    tidy()\n    raise")
    assert not [node for node in ast.walk(tree) if isinstance(node, ast.ExceptHandler) and catches_anything(node)]
