"""Patterns of foreign forms fit what Python's own engine says, and never take longer than the text is long."""

import re
import sys
from collections.abc import Iterator
from contextlib import contextmanager

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.questionnaires.patterns import PatternError, pattern

SIGNS = st.sampled_from(["a", "b", "1", "甲", " ", "."])
LEAVES = st.sampled_from(
    ["a", "b", "1", "甲", ".", r"\d", r"\w", r"\s", r"\.", "[ab]", "[^a]", r"[\d甲]", "[]a]", r"\u7532", ""]
)
COUNTS = st.sampled_from(["", "*", "+", "?", "{2}", "{1,2}", "{1,}", "{0}", "*?", "+?"])
PATTERNS = st.recursive(
    LEAVES,
    lambda inner: st.one_of(
        st.tuples(inner, inner).map("".join),
        st.tuples(inner, inner).map("|".join),
        st.tuples(inner, COUNTS).map(lambda both: f"({both[0]}){both[1]}"),
        inner.map(lambda one: f"(?:{one})"),
    ),
    max_leaves=8,
)


@given(PATTERNS, st.lists(SIGNS, max_size=7).map("".join))
def test_a_pattern_fits_what_the_standard_library_fits(asked: str, text: str) -> None:
    assert pattern(asked).fits(text) == (re.fullmatch(asked, text) is not None)


@pytest.mark.parametrize(
    ("asked", "fits", "not_"),
    [
        (r"^1[3-9]\d{9}$", "13900001234", "1390000123"),
        (r"[一-龥]{2,4}", "王敏", "王"),
        (r"^a$|^b$", "b", "ab"),
        (r"[\w.+-]+@[\w-]+(\.[\w-]+)+", "a.b@c.example", "a@b"),
        (r"\d{17}[\dXx]", "11010519491231002X", "1101051949123100"),
        ("", "", "a"),
    ],
)
def test_patterns_of_real_forms(asked: str, fits: str, not_: str) -> None:
    assert pattern(asked).fits(fits)
    assert not pattern(asked).fits(not_)


@contextmanager
def counted_calls(most: int) -> Iterator[None]:
    """Fail when more functions are called than that: a measure of work that no other program spoils."""
    calls = 0

    def count(_frame: object, event: str, _fact: object) -> None:
        nonlocal calls
        calls += event in {"call", "c_call"}
        if calls > most:
            raise AssertionError("endless")

    sys.setprofile(count)
    try:
        yield
    finally:
        sys.setprofile(None)


@pytest.mark.parametrize(
    "asked", ["(a+)+b", "(a|aa)+b", "(a*)*b", "(.*,){20}b", "(a?){30}a{30}", "((a*)*)*b", ".*.*.*.*b"]
)
def test_a_pattern_made_to_hang_the_program_does_not(asked: str) -> None:
    with counted_calls(400_000):
        assert not pattern(asked).fits("a" * 4_000 + "!")


@pytest.mark.parametrize(
    "asked",
    ["(", "a)", "[a", "a{2,1}", "*a", "(?=a)", r"(a)\1", r"\p{L}", "a++", "(?i)a", "a^b", "x" * 1_001,
     "((((a{9}){9}){9}){9}){9}", "(((){999}){999}){999}", "(" * 60 + ")" * 60, "[z-a]", "\\"],
)  # fmt: skip
def test_what_cannot_be_followed_is_refused(asked: str) -> None:
    with pytest.raises(PatternError):
        pattern(asked)
