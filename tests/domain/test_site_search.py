"""Which characters of a name answer what was typed."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.site_search import matched
from inspector.exchange.pinyin import search_keys


def answer(name: str, word: str) -> str:
    return "".join(name[place] for place in sorted(matched(name, *search_keys(name), word)))


@pytest.mark.parametrize(
    ("name", "word", "found"),
    [
        ("红莲市场", "hlsc", "红莲市场"),
        ("红莲市场", "HLS", "红莲市"),
        ("红莲市场", "honglian", "红莲"),
        ("红莲市场", "lians", "莲市"),
        ("红莲市场", "莲市", "莲市"),
        ("红莲市场", "zzz", ""),
        ("朝阳路1号院", "chaoyang", "朝阳"),
        ("朝阳路1号院", "zyl", "朝阳路"),
        ("西安A区（东）", "xian", "西安"),
        ("西安A区（东）", "qd", "区东"),
        ("儿童公园", "ertong", "儿童"),
        ("长安恩街", "enj", "恩街"),
    ],
)
def test_written_initials_and_pinyin_find_their_characters(name: str, word: str, found: str) -> None:
    assert answer(name, word) == found


@given(name=st.text(max_size=80), word=st.text(max_size=20))
def test_places_are_always_inside_the_name(name: str, word: str) -> None:
    pinyin, initials = search_keys(name)
    assert matched(name, pinyin, initials, word) <= set(range(len(name)))


@given(name=st.text("红莲市场桂花里小区育英望云", min_size=1, max_size=12))
def test_all_initials_find_the_whole_name(name: str) -> None:
    pinyin, initials = search_keys(name)
    assert matched(name, pinyin, initials, initials.split()[0]) == set(range(len(name)))


@pytest.mark.parametrize("pinyin", ["a" * 79 + "x", "anangan" * 600, "enenengeng" * 500])
def test_a_name_made_to_be_cut_in_many_ways_does_not_hold_anybody_up(pinyin: str) -> None:
    begun = time.perf_counter()
    matched("安" * 4000, pinyin, "a" * 4000, "zz")
    matched("安" * 40, pinyin, "a" * 40, "zz")
    assert time.perf_counter() - begun < 1
