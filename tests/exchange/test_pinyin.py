"""Finding 红莲市场 by typing hlsc."""

import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.exchange.pinyin import search_keys


@pytest.mark.parametrize(
    ("name", "pinyin", "initials"),
    [
        ("红莲市场", "honglianshichang", "hlsc"),
        ("长途汽车站", "changtuqichezhan", "ctqcz"),
        ("银行", "yinhang", "yh"),
        ("音乐广场", "yinyueguangchang", "yygc"),
        ("一中A座3号楼", "yizhonga座3haolou".replace("座", "zuo"), "yzaz3hl"),
        ("万达 Plaza(东区)", "wandaplazadongqu", "wdplazadq"),
        ("1号院", "1haoyuan", "1hy"),
        ("吕𠮷家·★", "lvjia", "lj"),
        ("", "", ""),
    ],
)
def test_a_name_gives_its_pinyin_and_initials(name: str, pinyin: str, initials: str) -> None:
    assert search_keys(name) == (pinyin, initials)


@pytest.mark.parametrize(("name", "typed"), [("朝阳街道", ("cyjd", "zyjd")), ("重机厂家属院", ("zjcjsy", "cjcjsy"))])
def test_a_name_people_read_both_ways_is_found_by_both(name: str, typed: tuple[str, ...]) -> None:
    pinyin, initials = search_keys(name)
    assert set(typed) <= set(initials.split())
    assert len(pinyin.split()) >= 2


@given(st.text(max_size=30))
def test_keys_are_always_plain_letters_digits_and_blanks(name: str) -> None:
    for key in search_keys(name):
        assert key.isascii()
        assert all(sign.isalnum() or sign == " " for sign in key)
        assert len(key.split()) <= 4


def test_the_library_is_loaded_only_when_a_name_is_spelled() -> None:
    code = "import sys, inspector.exchange.pinyin; print('pypinyin' in sys.modules)"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout.strip() == "False"
