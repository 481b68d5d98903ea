"""House rules that no linter knows, read off the syntax trees."""

import ast
from collections.abc import Iterator

import pytest

from tests.project.tree import parsed, sources

# Where a fault of any kind is caught, because the work of others goes on after it; each place words it or logs it.
CATCHES_ANYTHING = {
    "inspector/exchange/letters.py": "an office's own Word template fails in every way there is",
    "inspector/ui/jobs.py": "the job runner: a job's fault becomes a message",
    "inspector/exchange/photo_decode.py": "a hostile picture must not stop the other pictures",
    "inspector/exchange/foreign_child.py": "the child process that reads foreign files",
    "inspector/exchange/xlsform_child.py": "the child process that makes forms of them",
}


def called(node: ast.AST) -> str:
    if not isinstance(node, ast.Call):
        return ""
    return node.func.attr if isinstance(node.func, ast.Attribute) else getattr(node.func, "id", "")


def catches_anything(handler: ast.ExceptHandler) -> bool:
    """Whether the fault ends here, whatever it is; tidying up and raising it again is not catching it."""
    last = handler.body[-1]
    if isinstance(last, ast.Raise) and last.exc is None:
        return False
    types = handler.type.elts if isinstance(handler.type, ast.Tuple) else [handler.type]
    return any(kind is None or getattr(kind, "id", "") in {"Exception", "BaseException"} for kind in types)


def built_at_run_time(text: ast.expr) -> bool:
    """Whether SQL is put together from pieces: an f-string, + or %, .format() or .join()."""
    return any(
        isinstance(node, ast.JoinedStr | ast.BinOp) or called(node) in {"format", "join", "replace"}
        for node in ast.walk(text)
    )


def test_only_storage_engine_makes_engines() -> None:
    places = {
        path for path in sources("inspector") for node in ast.walk(parsed(path)) if called(node) == "create_engine"
    }
    assert places == {"inspector/storage/engine.py"}


def test_no_sql_text_is_put_together_from_pieces() -> None:
    found = [
        f"{path}:{node.lineno}"
        for path in sources("inspector", "tests", "benchmarks")
        if imports_sqlalchemy(parsed(path))
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Call) and called(node) == "text" and any(map(built_at_run_time, node.args))
    ]
    assert found == []


def imports_sqlalchemy(tree: ast.Module) -> bool:
    return any(
        (isinstance(node, ast.ImportFrom) and (node.module or "").split(".")[0] == "sqlalchemy")
        or (isinstance(node, ast.Import) and any(alias.name.split(".")[0] == "sqlalchemy" for alias in node.names))
        for node in ast.walk(tree)
    )


def test_faults_of_any_kind_are_caught_only_where_the_list_says() -> None:
    places = {
        path
        for path in sources("inspector")
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.ExceptHandler) and catches_anything(node)
    }
    assert places == CATCHES_ANYTHING.keys()


def function_lengths() -> Iterator[tuple[str, int]]:
    for path in sources("inspector"):
        if "/migrations/" in path:  # a step of the schema is a list, not a thought
            continue
        for node in ast.walk(parsed(path)):
            if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
                yield f"{path}:{node.lineno} {node.name}", (node.end_lineno or node.lineno) - node.lineno + 1


def test_every_function_can_be_read_without_scrolling() -> None:
    assert {name: length for name, length in function_lengths() if length > 60} == {}


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
