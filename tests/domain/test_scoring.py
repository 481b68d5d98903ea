"""The laws of the score, each for any checklist and any answers."""

from fractions import Fraction

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.checklists import Checklist, Item
from inspector.domain.inspections import Answer, Verdict
from inspector.domain.judging import conclude
from inspector.domain.judging_types import Grades
from inspector.domain.scoring import VETO_CAP, percent, score
from tests.checklist_examples import SCORED, a_checklist, an_item

COUNTS = st.none() | st.integers(0, 12)
ANSWERS = st.builds(
    Answer,
    inspection=st.just("inspection"),
    item=st.just(""),
    verdict=st.none() | st.sampled_from(Verdict),
    count=COUNTS,
    value=st.none() | st.integers(0, 4_000).map(lambda n: n / 4),
    ok=COUNTS,
    of=COUNTS,
)


@st.composite
def visits(draw: st.DrawFn) -> tuple[Checklist, list[Answer]]:
    checklist = draw(SCORED)
    return checklist, [_for(item, draw(ANSWERS)) for item in checklist.items if draw(st.booleans())]


def _for(item: Item, answer: Answer) -> Answer:
    return Answer("inspection", item.code, answer.verdict, answer.count, answer.value, answer.ok, answer.of)


def na(item: Item) -> Answer:
    return Answer("inspection", item.code, Verdict.NOT_APPLICABLE)


@given(visits())
def test_the_rate_is_between_0_and_100_or_there_is_none(visit: tuple[Checklist, list[Answer]]) -> None:
    result = score(*visit)
    assert result.rate is None or 0 <= result.rate <= 100
    assert (result.rate is None) == (result.whole.possible == 0)


@given(SCORED)
def test_when_nothing_applied_there_is_no_score(checklist: Checklist) -> None:
    result = score(checklist, [na(item) for item in checklist.items], VETO_CAP)
    assert result.rate is None
    assert result.uncapped is None
    assert not result.vetoed


@given(visits(), st.data())
def test_not_applicable_leaves_both_sums(visit: tuple[Checklist, list[Answer]], data: st.DataObject) -> None:
    checklist, answers = visit
    item = data.draw(st.sampled_from(list(checklist.items)))
    others = [answer for answer in answers if answer.item != item.code]
    without, with_na = score(checklist, others), score(checklist, [*others, na(item)])
    assert (without.whole.earned, without.whole.possible) == (with_na.whole.earned, with_na.whole.possible)


@given(visits(), st.data())
def test_a_better_answer_never_lowers_the_rate(visit: tuple[Checklist, list[Answer]], data: st.DataObject) -> None:
    checklist, answers = visit
    item = data.draw(st.sampled_from(list(checklist.items)))
    others = [answer for answer in answers if answer.item != item.code]
    one, other = (_for(item, data.draw(ANSWERS)) for _ in range(2))
    shares = [conclude(item, answer).share for answer in (one, other)]
    if shares[0] is None or shares[1] is None:
        return
    rates = [score(checklist, [*others, answer], VETO_CAP).rate or 0.0 for answer in (one, other)]
    assert (rates[0] <= rates[1]) if shares[0] <= shares[1] else (rates[0] >= rates[1])


@given(visits())
def test_capping_lowers_the_rate_of_vetoed_visits_only_and_keeps_what_was_earned(
    visit: tuple[Checklist, list[Answer]],
) -> None:
    plain, capped = score(*visit), score(*visit, VETO_CAP)
    assert plain.rate == capped.uncapped
    assert plain.vetoes == capped.vetoes
    if capped.vetoed and plain.rate is not None:
        assert capped.rate == min(plain.rate, VETO_CAP)
    else:
        assert capped.rate == plain.rate


@given(visits())
def test_sections_add_up_to_the_whole(visit: tuple[Checklist, list[Answer]]) -> None:
    result = score(*visit)
    parts = [part for _, part in result.sections]
    assert sum((part.earned for part in parts), Fraction(0)) == result.whole.earned
    for count in ("passed", "failed", "not_applicable", "not_checked"):
        assert sum(getattr(part, count) for part in parts) == getattr(result.whole, count)


@given(visits())
def test_the_order_of_the_answers_does_not_matter(visit: tuple[Checklist, list[Answer]]) -> None:
    checklist, answers = visit
    assert score(checklist, answers) == score(checklist, reversed(answers))


def test_grades_and_weights_make_the_rate_of_the_rules() -> None:
    """Worked by hand: (2×1 + 1×0.66 + 3×0) ÷ 6 = 44.333 %."""
    checklist = a_checklist(an_item("A", Grades(), 2), an_item("B", Grades(), 1), an_item("C", Grades(), 3, "红线"))
    answers = [Answer("i", code, count=count) for code, count in (("A", 0), ("B", 1), ("C", 5))]
    result = score(checklist, answers)
    assert (result.rate, result.vetoes, result.whole.earned) == (44.3, ("C",), Fraction(266, 100))


def test_a_half_is_rounded_up_to_one_decimal() -> None:
    assert percent(Fraction(8545, 100), Fraction(100)) == 85.5
    assert percent(Fraction(8544999, 100_000), Fraction(100)) == 85.4
    assert percent(Fraction(0), Fraction(0)) is None


def test_answers_to_items_of_another_version_do_not_count() -> None:
    checklist = a_checklist(an_item("A"))
    result = score(checklist, [Answer("i", "A", Verdict.PASS), Answer("i", "OLD", Verdict.FAIL)])
    assert result.rate == 100.0
