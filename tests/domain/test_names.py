"""One name under many spellings."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inspector.domain.names import name_index, name_keys, plain_name
from inspector.exchange.register_start import read_starting_set

INDEX = name_index((entity, (unit.name, *unit.aliases)) for entity, unit in read_starting_set().units.items())


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("城管局", "区城管局"),
        ("区城管委", "区城管局"),
        ("综合执法局", "区城管局"),
        ("红莲区综合执法局", "区城管局"),
        ("区住房和城乡建设局", "区住建局"),
        ("住房城乡建设局", "区住建局"),
        ("市场监管局", "区市场监管局"),
        ("市场监督管理局", "区市场监管局"),
        ("区卫健委", "区卫计局"),
        ("生态环境分局", "区环保分局"),
        ("公安分局", "区公安分局"),
        ("交警", "市交警支队一大队"),
        ("交警支队一大队", "市交警支队一大队"),
        ("区 教 育 局（本级）", "区教育局"),
        ("ＧＪ公交公司", ""),
        ("区气象局", ""),
        ("", ""),
    ],
)
def test_a_unit_is_found_by_every_name_an_office_uses(written: str, meant: str) -> None:
    found = INDEX.one(written)
    assert (INDEX.names[found] if found else "") == meant


def test_the_strictest_spelling_wins_and_a_loose_one_that_fits_two_is_ambiguous() -> None:
    index = name_index([("d", ("区住建局",)), ("c", ("市住建局",))])
    assert index.one("市住建局") == "c"
    assert index.find("住建局") == ("c", "d")
    assert index.one("住建局") == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("朝阳街道", "朝阳街道办事处"),
        ("朝阳街道办", "朝阳街道"),
        ("柳树镇", "柳树镇人民政府"),
        ("红莲社区", "红莲社区居委会"),
        ("红莲区柳树镇", "柳树镇"),
    ],
)
def test_a_street_and_its_office_are_one_place(one: str, other: str) -> None:
    assert name_index([("x", (one,))]).one(other) == "x"


@pytest.mark.parametrize("name", ["市场监管局", "城市管理局", "社区服务中心", "小区物业", "园区管委会", "市政公司"])
def test_words_that_only_look_like_a_prefix_stay(name: str) -> None:
    assert name_keys(name) == (name,)


def test_a_refusal_suggests_names_that_look_alike() -> None:
    assert "区市场监管局" in INDEX.similar("区市场监察局")
    assert INDEX.similar("") == ()


@given(st.text(max_size=20))
def test_plain_names_are_stable_and_every_indexed_name_is_found(name: str) -> None:
    assert plain_name(plain_name(name)) == plain_name(name)
    found = name_index([("x", (name,))]).find(name)
    assert found == (("x",) if plain_name(name) else ())
