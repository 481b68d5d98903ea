"""The laws of heads: whatever order revisions arrive in, every laptop shows the same."""

import random

from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.revisions import Revision, heads


def revision(number: int, parents: tuple[str, ...] = (), *, deleted: bool = False, hlc: int = 0) -> Revision:
    return Revision(
        f"r{number:03d}",
        "site",
        "s1",
        parents,
        "c",
        "act",
        "",
        "l",
        "p",
        "t",
        f"{hlc:013d}-000000",
        1,
        deleted,
        "{}",
        "",
    )


@st.composite
def histories(draw: st.DrawFn) -> list[Revision]:
    """Any history that can come about: every revision names earlier ones as its parents."""
    made: list[Revision] = []
    for number in range(draw(st.integers(1, 12))):
        known = [r.id for r in made]
        parents = tuple(draw(st.lists(st.sampled_from(known), unique=True, max_size=3))) if known else ()
        made.append(revision(number, parents, deleted=draw(st.booleans()), hlc=draw(st.integers(0, 3))))
    return made


@given(histories(), st.integers())
def test_heads_do_not_depend_on_the_order_in_which_revisions_come(made: list[Revision], seed: int) -> None:
    shuffled = random.Random(seed).sample(made, len(made))
    assert heads(shuffled) == heads(made)


@given(histories())
def test_heads_of_the_heads_are_the_heads_and_repetition_changes_nothing(made: list[Revision]) -> None:
    assert heads(heads(made)) == heads(made)
    assert set(heads(made + made)) == set(heads(made))


@given(histories())
def test_there_is_always_a_head_and_nobody_supersedes_one(made: list[Revision]) -> None:
    named = {parent for r in made for parent in r.parents}
    assert heads(made)
    assert {r.id for r in heads(made)} == {r.id for r in made} - named


def test_an_existing_record_counts_before_a_deleted_one_even_if_the_deletion_is_later() -> None:
    kept, gone = revision(1, hlc=1), revision(2, deleted=True, hlc=9)
    assert heads((gone, kept))[0] is kept


def test_of_two_existing_records_the_later_clock_shows() -> None:
    early, late = revision(2, hlc=1), revision(1, hlc=2)
    assert heads((early, late)) == (late, early)
