"""Shares that say their formula: the worked example, and what must hold for any counts."""

import json
import math
from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.questionnaires.evaluation import FACETS, Column, Row, counts_of, mean_of, sheet_of, spread
from inspector.domain.questionnaires.figures import Counts, Formula, added, margin95, rate, satisfaction
from inspector.domain.questionnaires.forms import Choice, ChoiceList, Form, Kind, Node
from inspector.domain.questionnaires.open_answers import named_places, top_words
from inspector.domain.questionnaires.quality import doubts
from inspector.domain.questionnaires.roles import Index, Role, role_of
from inspector.domain.questionnaires.signs import Answer, counted_questions, line_of

EXAMPLE = Counts(
    {
        Role.VERY_SATISFIED: 40,
        Role.SATISFIED: 40,
        Role.FAIR: 15,
        Role.DISSATISFIED: 3,
        Role.VERY_DISSATISFIED: 2,
        Role.UNKNOWN: 20,
    }
)
counts = st.builds(
    Counts,
    st.dictionaries(st.sampled_from(Role), st.integers(0, 5_000)),
    st.integers(0, 100),
    st.integers(0, 100),
    st.integers(0, 100),
)
formulas, indexes = st.sampled_from(Formula), st.sampled_from(Index)


@pytest.mark.parametrize(
    ("formula", "percent", "base"),
    [(Formula.M1, 80.0, 100), (Formula.M1_ALL, 66.7, 120), (Formula.M2, 95.0, 100), (Formula.M3, 81.9, 100)],
)
def test_the_worked_example_gives_four_different_shares(formula: Formula, percent: float, base: int) -> None:
    found = satisfaction(EXAMPLE, formula)
    assert found.percent is not None
    assert (round(found.percent, 1), found.base, found.unknown) == (percent, base, 20)
    assert found.rule == formula


def test_hearing_of_it_is_awareness_only_when_that_was_said() -> None:
    known = Counts({Role.KNOWS: 60, Role.HEARD: 30, Role.DOES_NOT_KNOW: 10, Role.REFUSED: 5})
    assert rate(Index.AWARENESS, known, Formula.M1).percent == 90
    assert rate(Index.AWARENESS, known, Formula.M1, heard_counts=False).percent == 60


def test_support_is_of_all_that_came_back() -> None:
    asked = Counts({Role.SUPPORTS: 156, Role.NEUTRAL: 2}, missing=2, skipped=40)
    assert rate(Index.SUPPORT, asked, Formula.M1).percent == 97.5


def test_the_margin_is_the_rule_of_thumb() -> None:
    assert [round(margin95(0.5, n), 1) for n in (100, 200, 400, 1000)] == [9.8, 6.9, 4.9, 3.1]


def test_fewer_than_thirty_are_not_ranked() -> None:
    assert not satisfaction(Counts({Role.SATISFIED: 29, Role.UNKNOWN: 10}), Formula.M1).rankable
    assert satisfaction(Counts({Role.SATISFIED: 30}), Formula.M1).rankable


@given(counts, formulas, indexes)
def test_a_share_lies_between_0_and_100_and_nobody_skipped_is_in_it(
    asked: Counts, formula: Formula, index: Index
) -> None:
    found = rate(index, asked, formula)
    assert (found.percent is None) == (found.base == 0) == (found.margin is None)
    if found.percent is not None and found.margin is not None:
        assert -1e-9 <= found.percent <= 100 + 1e-9
        assert 0 <= found.margin <= 100
    more = replace(asked, skipped=asked.skipped + 17)
    assert rate(index, more, formula).percent == found.percent


@given(counts, formulas)
def test_saying_one_does_not_know_never_moves_a_share_that_leaves_it_out(asked: Counts, formula: Formula) -> None:
    more = replace(asked, by_role={**asked.by_role, Role.UNKNOWN: asked.of(Role.UNKNOWN) + 50})
    before, after = satisfaction(asked, formula).percent, satisfaction(more, formula).percent
    if formula is Formula.M1_ALL:
        assert before is None or after is None or after <= before
    else:
        assert before == after


@given(counts)
def test_the_formulas_stand_in_their_order(asked: Counts) -> None:
    m1, whole, lenient = (satisfaction(asked, f).percent for f in (Formula.M1, Formula.M1_ALL, Formula.M2))
    if m1 is not None and whole is not None and lenient is not None:
        assert whole <= m1 + 1e-9
        assert m1 <= lenient + 1e-9


@given(counts, st.integers(2, 5), formulas)
def test_many_alike_groups_together_have_the_share_of_one(asked: Counts, times: int, formula: Formula) -> None:
    one, all_of_them = satisfaction(asked, formula), satisfaction(added([asked] * times), formula)
    assert (one.percent is None) == (all_of_them.percent is None)
    if one.percent is not None and all_of_them.percent is not None:
        assert math.isclose(one.percent, all_of_them.percent)


QUESTIONS = counted_questions(
    Form(
        *("F", "1", "试卷", "data"),
        (
            Node("t", "t", Kind.TEXT),
            Node("o", "o", Kind.ONE, choices="ab"),
            Node("m", "m", Kind.MULTIPLE, choices="ab"),
            Node("n", "n", Kind.INTEGER),
        ),
        (ChoiceList("ab", (Choice("a"), Choice("b"), Choice("+"))),),
    )
)
nothing = st.sampled_from(["", None])
said = st.tuples(
    st.text(min_size=1) | nothing,
    st.sampled_from(["a", "b", "+"]) | nothing,
    st.lists(st.sampled_from(["a", "b", "+"]), min_size=1, unique=True).map(lambda names: " ".join(sorted(names)))
    | nothing,
    st.integers(-5, 10_000).map(str) | nothing,
)


def columns_of(responses: list[tuple[Answer, ...]]) -> dict[str, Column]:
    lines = [line_of(response, QUESTIONS) for response in responses]
    columns = {asked.node.name: Column() for asked in QUESTIONS}
    for place, asked in enumerate(QUESTIONS):
        texts = {}
        for at, line in enumerate(lines):
            if line.signs[place] == "+":
                texts[at] = line.written[line.signs[:place].count("+")]
        columns[asked.node.name].extend("".join(line.signs[place] for line in lines), asked, texts)
    return columns


@given(st.lists(said))
def test_a_line_of_signs_says_what_was_answered(responses: list[tuple[Answer, ...]]) -> None:
    columns = columns_of(responses)
    order = {name: at for at, name in enumerate(("a", "b", "+"))}
    for slot, code in enumerate("tomn"):
        expected = [response[slot] for response in responses]
        if code == "m":
            expected = [" ".join(sorted(e.split(), key=order.__getitem__)) if e else e for e in expected]
        assert columns[code].answers() == expected
        assert columns[code].tally() == Counter(expected)
        groups = [str(at % 3) for at in range(len(expected))]
        by_group = columns[code].tally_by(groups)
        assert sum(by_group.values(), start=Counter()) == Counter(expected)
        kept = [at % 2 == 0 for at in range(len(expected))]
        assert columns[code].only(kept).answers() == expected[::2]


def test_a_tally_counts_each_of_several_choices_and_tells_what_is_no_answer() -> None:
    tally = spread(Counter(["a", "a b", "", None, None]))
    found = counts_of(tally, {"a": Role.SATISFIED})
    assert (found.of(Role.SATISFIED), found.plain, found.missing, found.skipped) == (2, 1, 1, 2)


def test_versions_that_offer_other_choices_are_counted_by_the_choice() -> None:
    def version(*names: str) -> tuple[Form, list[Row]]:
        form = Form("F", "1", "试卷", "data", (Node("o", "o", Kind.ONE, choices="l"),),
                    (ChoiceList("l", tuple(map(Choice, names))),))  # fmt: skip
        signs = [line_of([name], counted_questions(form)).signs for name in names]
        frame = json.dumps([""] * len(FACETS))
        return form, [(f"{names}{at}", "2026-11-22", frame, 0, 0, sign, "") for at, sign in enumerate(signs)]

    old, new = version("a", "b", "gone"), version("new", "b", "a")
    column = sheet_of([old, new], new[0]).column("o")
    assert column.answers() == ["a", "b", "gone", "new", "b", "a"]
    assert column.tally() == Counter(a=2, b=2, gone=1, new=1)


def test_choices_are_known_by_their_words_and_by_their_column() -> None:
    assert role_of(Choice("1", (("", "非常满意"),))) is Role.VERY_SATISFIED
    assert role_of(Choice("x", (("", "随便"),), (("role", "unknown"),))) is Role.UNKNOWN
    assert role_of(Choice("x", (("", "随便"),))) is None


def test_the_mean_is_of_numbers_only() -> None:
    assert mean_of({"8": 2, "5": 1, "": 4, None: 3, "很多": 1}) == 7


def test_doubtful_responses_are_flagged_and_honest_ones_are_not() -> None:
    rows = ["012340123401", "012340123401", "1---------..", "104321043210"]
    ended, took = [20, 300, 120, 540], [20, 300, 120, 540]
    found = {
        (d.response, d.why)
        for d in doubts(list("abcd"), ended, took, ["王"] * 4, ["self"] * 4, [(r, ()) for r in rows])
    }
    assert found == {("a", "too-fast"), ("a", "alike"), ("b", "alike"), ("c", "half-empty")}


def test_many_of_one_interviewer_within_minutes_are_flagged() -> None:
    ids = [str(n) for n in range(6)]
    ended = [n * 120 for n in range(5)] + [10_000]
    found = doubts(ids, ended, [3_600] * 6, ["王"] * 6, ["interviewer"] * 6, [(sign, ()) for sign in ids])
    assert [(d.response, d.why) for d in found] == [(str(n), "burst") for n in range(5)]


def test_words_and_places_of_open_answers_are_counted_by_answer() -> None:
    texts = ["桂花里小区停车太难", "停车没有地方，桂花里小区", "红莲市场停车难", "路灯坏了"]
    assert dict(top_words(texts))["停车"] == 3
    assert named_places(texts, ["桂花里小区", "红莲市场", "清溪"]) == (("桂花里小区", 2), ("红莲市场", 1))
