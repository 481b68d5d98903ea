"""What follows from what was seen: every kind of judging, and what half a figure means."""

from fractions import Fraction

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.errors import Refused
from inspector.domain.inspections import Answer, Verdict
from inspector.domain.judging import FigureName, conclude, figures_for, inputs
from inspector.domain.judging_types import Grades, Judging, Measure, notation, parse_judging
from tests.checklist_examples import JUDGINGS, an_item

PASS, FAIL = Verdict.PASS, Verdict.FAIL


def seen(
    verdict: Verdict | None = None,
    count: int | None = None,
    value: float | None = None,
    ok: int | None = None,
    of: int | None = None,
) -> Answer:
    return Answer("inspection", "GY-01-01", verdict, count, value, ok, of)


@pytest.mark.parametrize(
    ("judging", "answer", "verdict"),
    [
        ("PF", seen(PASS), PASS),
        ("PF", seen(FAIL), FAIL),
        ("PF", seen(), None),
        ("N≥3", seen(count=3), PASS),
        ("N≥3", seen(count=2), FAIL),
        ("N≥3", seen(PASS), None),
        ("N≥1/200m", seen(count=1), PASS),
        ("N≥1/200m", seen(count=2, value=500.0), PASS),
        ("N≥1/200m", seen(count=1, value=400.0), FAIL),
        ("N≥10/500m", seen(count=10, value=300.0), PASS),
        ("N=0", seen(count=0), PASS),
        ("N=0 (200m)", seen(count=1), FAIL),
        ("M≥300㎡", seen(value=300.0), PASS),
        ("M≥300㎡", seen(value=299.9), FAIL),
        ("M≤2天", seen(value=2.0), PASS),
        ("M≤2天", seen(value=3.0), FAIL),
        ("M≤15min", seen(value=15.5), FAIL),
        ("M>200m", seen(value=200.0), FAIL),
        ("M>200m", seen(value=200.1), PASS),
        ("M≥42h", seen(), None),
        ("M≥2.5/1.8m", seen(value=2.4), FAIL),
        ("M≥2.5/1.8m", seen(value=1.8, count=2), PASS),
        ("M≥2.5/1.8m", seen(value=1.8, count=1), FAIL),
        ("R%=100", seen(ok=40, of=40), PASS),
        ("R%=100", seen(ok=39, of=40), FAIL),
        ("R%≥99", seen(ok=99, of=100), PASS),
        ("R%≥99", seen(ok=197, of=200), FAIL),
        ("R%≥30", seen(ok=3), None),
        ("R%≥30", seen(ok=0, of=0), None),
        ("R%≥30", seen(ok=5, of=4), None),
        ("Q3/5", seen(ok=3, of=5), PASS),
        ("Q3/5", seen(ok=3), PASS),
        ("Q3/5", seen(ok=2, of=5), FAIL),
        ("Q3/5", seen(ok=3, of=3), PASS),
        ("Q3/5", seen(ok=2, of=4), None),
        ("Q3/5", seen(ok=0, of=3), FAIL),
        ("Q3/5", seen(ok=3, of=6), FAIL),
        ("Q2/2", seen(ok=1, of=2), FAIL),
        ("C≤3/10min", seen(count=3), PASS),
        ("C≤3/10min", seen(count=4), FAIL),
        ("C≤3/10min", seen(count=4, value=15.0), PASS),
        ("C≤3/10min", seen(count=5, value=15.0), FAIL),
        ("C≤3/10min", seen(count=2, value=5.0), None),
        ("C≤3/10min", seen(count=4, value=5.0), FAIL),
    ],
)
def test_the_verdict_follows_from_the_figures(judging: str, answer: Answer, verdict: Verdict | None) -> None:
    assert conclude(an_item(judging=parse_judging(judging)), answer).verdict == verdict


@pytest.mark.parametrize(
    ("count", "share", "verdict"),
    [(0, 1, PASS), (1, Fraction(66, 100), FAIL), (2, Fraction(33, 100), FAIL), (3, 0, FAIL), (40, 0, FAIL)],
)
def test_defects_give_grades_of_100_66_33_and_0_percent(count: int, share: Fraction, verdict: Verdict) -> None:
    conclusion = conclude(an_item(judging=Grades()), seen(count=count))
    assert (conclusion.share, conclusion.verdict) == (share, verdict)


@given(JUDGINGS)
def test_not_applicable_is_a_persons_word_and_counts_before_all_figures(judging: Judging) -> None:
    answer = seen(Verdict.NOT_APPLICABLE, count=1, value=1.0, ok=1, of=1)
    conclusion = conclude(an_item(judging=judging), answer)
    assert (conclusion.verdict, conclusion.share) == (Verdict.NOT_APPLICABLE, None)


@given(JUDGINGS)
def test_notation_and_judging_are_inverse(judging: Judging) -> None:
    assert parse_judging(notation(judging)) == judging


@pytest.mark.parametrize("text", ["", "X", "C0/1", "N3", "M≥300", "R≥9", "Q3", "C≤3", "N≥3/m", "PF ?", "M≥3.m"])
def test_an_unknown_notation_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_judging(text)
    assert refused.value.complaint.code == "checklist.judging-unknown"


@pytest.mark.parametrize(
    "text",
    ["N≥0", "R%≥120", "R%≥0", "Q6/5", "Q0/5", "C≤3/0min", "M≥0m", "M≥1.8/2.5m", "M≤1/0.5h", "N≥1/0m", "N=0 (0m)"],
)
def test_a_threshold_that_cannot_be_met_or_failed_is_refused(text: str) -> None:
    with pytest.raises(Refused) as refused:
        parse_judging(text)
    assert refused.value.complaint.code == "checklist.threshold-broken"


@pytest.mark.parametrize("answer", [seen(count=-1), seen(count=1, value=float("nan")), seen(count=1, value=-5.0)])
def test_figures_that_cannot_be_are_not_an_answer(answer: Answer) -> None:
    conclusion = conclude(an_item(judging=parse_judging("N≥1/200m")), answer)
    assert (conclusion.verdict, conclusion.why) == (None, "not-a-figure")


@given(JUDGINGS)
def test_the_figures_asked_for_are_enough_to_conclude(judging: Judging) -> None:
    needed = {wanted.figure for wanted in inputs(judging) if wanted.required}
    answer = Answer(
        "inspection",
        "GY-01-01",
        verdict=None if needed else PASS,
        count=1 if FigureName.COUNT in needed else None,
        value=1.0 if FigureName.VALUE in needed else None,
        ok=1 if FigureName.OK in needed else None,
        of=1 if FigureName.OF in needed else None,
    )
    assert conclude(an_item(judging=judging), answer).verdict in {PASS, FAIL}


@given(JUDGINGS, st.sampled_from([PASS, FAIL]))
def test_a_single_key_stands_for_figures_with_that_verdict_or_asks_for_some(judging: Judging, verdict: Verdict) -> None:
    preset = figures_for(judging, verdict)
    if preset is None:
        assert any(wanted.required for wanted in inputs(judging))
    else:
        assert conclude(an_item(judging=judging), preset).verdict == verdict


def test_a_milder_threshold_asks_for_the_rank_of_the_road() -> None:
    meanings = [wanted.meaning for wanted in inputs(Measure("≥", 2.5, "m", 1.8))]
    assert meanings == ["measured", "rank"]


def test_a_decimal_is_taken_as_it_was_typed() -> None:
    """0.1 + 0.2 problems: 33.3 % of 1000 is 333, not a bit more."""
    assert conclude(an_item(judging=parse_judging("R%≥33.3")), seen(ok=333, of=1_000)).verdict == PASS
