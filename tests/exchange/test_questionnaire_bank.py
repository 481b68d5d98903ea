"""The shipped questionnaires: made from one source, whole in both languages, and nobody is led to an answer."""

import itertools
import random
from datetime import UTC, datetime
from pathlib import Path
from typing import Any
from xml.etree.ElementTree import Element, ElementTree, SubElement

import pytest
from elementpath import XPathContext
from elementpath.xpath1 import XPath1Parser

from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.compiled import Compiled
from inspector.domain.questionnaires.forms import ASKED, Form, Kind
from inspector.domain.questionnaires.pages import question
from inspector.domain.questionnaires.run import Run
from inspector.domain.questionnaires.values import truth_of
from inspector.exchange.foreign import read_tables
from inspector.exchange.questionnaire_bank import FOLDER, bank_forms, write_bank
from inspector.exchange.xlsform_reading import read_xlsform

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=UTC)
RESIDENTS = {f"A{number:02}" for number in range(1, 34)}
TWELVE = {"XX", "JM", "GY", "LX", "WX", "SC", "BG", "CY", "GD", "SW", "ZW", "WH"}


def test_the_shipped_files_are_what_the_source_makes(tmp_path: Path) -> None:
    made = write_bank(tmp_path)
    assert {path.name for path in FOLDER.glob("*.xlsx")} == {path.name for path in made}
    for path in made[:2]:
        assert read_tables(path).sheets == read_tables(FOLDER / path.name).sheets


@pytest.mark.slow
def test_every_shipped_file_is_what_the_source_makes(tmp_path: Path) -> None:
    for path in write_bank(tmp_path):
        assert read_tables(path).sheets == read_tables(FOLDER / path.name).sheets


def test_there_is_a_form_for_residents_and_one_for_each_of_the_twelve_kinds() -> None:
    forms = bank_forms()
    assert {q[0] for q in forms[0].questions} == RESIDENTS
    assert {form.kind for form in forms[1:]} == TWELVE
    everywhere = {"B02", "B07", "B08", "B09", "B10", "B20", "B21"}
    assert all(everywhere <= {q[0] for q in form.questions} for form in forms[1:])
    asked = {q[0] for form in forms[1:] for q in form.questions}
    assert asked == {f"B{number:02}" for number in range(1, 22)}


@pytest.fixture(scope="module", params=["WJ-A-v1.xlsx", "WJ-ZW-v1.xlsx"])
def form(request: pytest.FixtureRequest) -> Form:
    return read_xlsform(FOLDER / str(request.param)).form


def test_nothing_is_chosen_beforehand_and_everything_speaks_both_languages(form: Form) -> None:
    assert form.limitations == ()
    for node in form.nodes:
        if node.kind in ASKED:
            assert (node.default, node.first_value) == ("", None)
            assert [language for language, _ in node.label] == list(form.languages)
    for choice in itertools.chain.from_iterable(known.choices for known in form.lists):
        assert [language for language, _ in choice.label] == ["中文 (zh)", "English (en)"]


def test_children_under_fourteen_are_asked_nothing(form: Form) -> None:
    run = Run(Compiled(form), NOW)
    (age,) = (spot for spot in run.spots() if question(run, spot).code == "P01")
    run.answer(age, "under14")
    assert [question(run, spot).code for spot in run.spots()] == ["P01", "thanks"]


@pytest.mark.parametrize("seed", range(5))
def test_whoever_answers_comes_to_the_end(form: Form, seed: int) -> None:
    chance, run = random.Random(seed), Run(Compiled(form), NOW)
    for _ in range(100):
        missing = run.missing()
        if not missing:
            break
        shown = question(run, missing[0])
        offered = [choice.name for choice in shown.offered if choice.name != "under14"]
        assert run.answer(missing[0], "7" if shown.kind is Kind.RANGE else chance.choice(offered)) is None
    assert run.missing() == ()
    assert run.wrong() == ()


def codes(run: Run) -> dict[str, Spot]:
    return {question(run, spot).code: spot for spot in run.spots()}


def test_who_does_not_know_of_it_is_not_asked_how_he_learned_of_it() -> None:
    run = Run(Compiled(read_xlsform(FOLDER / "WJ-A-v1.xlsx").form), NOW)
    run.answer(codes(run)["P01"], "30")
    run.answer(codes(run)["A01"], "none")
    assert "A02" not in codes(run)
    run.answer(codes(run)["A01"], "heard")
    assert "A02" in codes(run)


class SecondParser(XPath1Parser):
    """elementpath's own evaluation, which this program does not use: a second opinion on every rule."""


SecondParser.function("count-selected", nargs=1)


@SecondParser.method("count-selected")
def evaluate_count_selected(self: Any, context: Any = None) -> float:
    """How many choices are selected."""
    return float(len(str(self.string_value(self.get_argument(context))).split()))


@pytest.mark.parametrize("seed", range(10))
def test_a_second_evaluator_agrees_on_every_rule(form: Form, seed: int) -> None:
    chance, run, root = random.Random(seed), Run(Compiled(form), NOW), Element(form.root)
    leaves: dict[str, Element] = {}
    for at, node in enumerate(form.nodes):
        above = root if node.parent < 0 else leaves[form.nodes[node.parent].path]
        leaves[node.path] = SubElement(above, node.name)
        names = [choice.name for known in form.lists if known.name == node.choices for choice in known.choices]
        said = " ".join(chance.sample(names, chance.randint(0, min(4, len(names)))))
        for cell in run.tree.of[at]:
            cell.text = leaves[node.path].text = said
    checked = 0
    for at, node in enumerate(form.nodes):
        for rule in (node.relevant, node.constraint):
            if rule is not None:
                context = XPathContext(ElementTree(root), item=leaves[node.path])
                second = SecondParser().parse(rule.text).evaluate(context)
                assert truth_of(run.value(rule, run.tree.of[at][0])) == bool(second), (node.name, rule.text)
                checked += 1
    assert checked >= 2
