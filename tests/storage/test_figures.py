"""Figures: the SQL says what the rules say, over random ledgers."""

from dataclasses import fields
from datetime import timedelta
from itertools import product
from pathlib import Path
from tempfile import TemporaryDirectory

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.domain.figures import Counts, FiguresQuery, Grouping, PeriodOf
from inspector.domain.findings import Finding, FindingStatus
from inspector.domain.ledger import LedgerQuery
from inspector.domain.replies import Outcome, Reply, Said
from inspector.storage.workspace import open_workspace
from tests.figure_cases import TODAY, Case, cases, in_plain_python, on, queries, write

FIRST = TODAY - timedelta(days=10)
LOOKS = {"looks", "passed"}
"""One finding may be looked at several times; the ledger lists it once."""
NAMES = [field.name for field in fields(Counts)]

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


def test_every_way_to_answer_counts_in_the_database_as_in_the_rules() -> None:
    ways = product(Outcome, (None, TODAY), ("", "大概"), ((), ("p1",)), (-10, -3))
    made = []
    for number, (outcome, done_on, words, photos, day) in enumerate(ways):
        said = Said(outcome=outcome, done_on=done_on, outcome_words=words)
        reply = Reply("", "u1", said, file="", sheet="", row=0, received_at=on(day), photos=photos)
        finding = Finding(
            no="",
            site="s1",
            text="占道",
            found_at=on(-12),
            found_by="王芳",
            unit="u1",
            due_on=TODAY - timedelta(days=5),
            status=FindingStatus.REPLIED,
            item=f"LX-{number}",
        )
        made.append(Case(finding, None, (reply,), (), comes_back=False))
    counts_alike(made, [FiguresQuery(Grouping.ITEM, PeriodOf.FOUND, None, None)])


def counts_alike(made: list[Case], asked: list[FiguresQuery]) -> None:
    with TemporaryDirectory() as folder:
        workspace = open_workspace(Path(folder) / "w.inspector", person="王芳")
        write(workspace, made)
        with workspace.reading() as view:
            for query in asked:
                assert view.figures.by_group(query, TODAY) == in_plain_python(made, query)
            whole = view.figures.by_group(FiguresQuery(Grouping.KIND, PeriodOf.DISPATCHED, FIRST, TODAY), TODAY)
            for name in NAMES:
                counted = sum(getattr(counts, name) for counts, _ in whole.values())
                listed = LedgerQuery(counted=name, counted_on=TODAY, issued_from=FIRST, issued_to=TODAY)
                found = view.findings.ledger_count(listed)
                assert found == counted if name not in LOOKS else found <= counted
        workspace.close()
