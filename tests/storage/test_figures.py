"""Figures: the SQL says what the rules say, over random ledgers."""

from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.domain.figures import FiguresQuery
from inspector.storage.workspace import open_workspace
from tests.figure_cases import TODAY, Case, cases, in_plain_python, queries, write

ledgers = st.lists(cases(), min_size=4, max_size=12)
questions = st.lists(queries, min_size=3, max_size=6)


@settings(max_examples=4)
@given(ledgers, questions)
def test_the_database_counts_what_the_rules_count(made: list[Case], asked: list[FiguresQuery]) -> None:
    counts_alike(made, asked)


@pytest.mark.slow
@given(ledgers, questions)
def test_the_database_counts_many_ledgers_as_the_rules_do(made: list[Case], asked: list[FiguresQuery]) -> None:
    counts_alike(made, asked)


def counts_alike(made: list[Case], asked: list[FiguresQuery]) -> None:
    with TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder) / "w.inspector", person="王芳")
        write(workspace, made)
        with workspace.reading() as view:
            for query in asked:
                assert view.figures.by_group(query, TODAY) == in_plain_python(made, query)
        workspace.close()
