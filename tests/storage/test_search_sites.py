"""Sites are found by what people type, and signs of SQL are letters like any other."""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from inspector.domain.records import clean_text
from inspector.domain.sites import Community, Street
from inspector.storage.workspace import Workspace
from tests.records import HOSTILE, site

signs = st.text(st.sampled_from("%_'\\\"红莲a;*?[ "), min_size=1, max_size=6)


def found(workspace: Workspace, text: str) -> list[str]:
    with workspace.reading() as view:
        return [one.id for one in view.registers.search_sites(text, limit=10_000)]


@settings(max_examples=60)
@given(names=st.lists(signs, min_size=1, max_size=5, unique=True), text=signs)
def test_a_site_is_found_exactly_when_its_name_holds_every_word(
    workspace: Workspace, names: list[str], text: str
) -> None:
    with workspace.writing("clean") as writing:
        for one in writing.all(type(site())):
            writing.remove(type(site()), one.id)
        for number, name in enumerate(names):
            writing.put(str(number), site(name, kind="XX"))
    expected = {
        str(number) for number, name in enumerate(names) if all(word in clean_text(name) for word in text.split())
    }
    assert set(found(workspace, text)) == expected


@pytest.mark.parametrize(
    "text", ["红莲", "hlsc", "honglian", "HLSC", "红莲路", "东街", "红莲社区", "红莲 东街", "No.7", "  "]
)
def test_a_site_is_found_by_name_address_street_community_pinyin_initials_and_number(
    workspace: Workspace, text: str
) -> None:
    with workspace.writing("add") as writing:
        writing.put("st", Street("东街街道"))
        writing.put("co", Community("红莲社区", "st"))
        one = site(
            address="红莲路1号", street="st", community="co", pinyin="honglianshichang", initials="hlsc", code="No.7"
        )
        writing.put("s1", one)
    assert found(workspace, text) == ["s1"]
    assert found(workspace, text + " 没有") == []


def test_what_begins_with_the_word_comes_first(workspace: Workspace) -> None:
    with workspace.writing("add") as writing:
        writing.put("a", site("A大红莲", initials="adhl"))
        writing.put("b", site("红莲", initials="hl"))
    assert found(workspace, "红莲") == ["b", "a"]
    assert found(workspace, "hl") == ["b", "a"]


@pytest.mark.parametrize("text", [*HOSTILE, "字 " * 5000, "%" * 60_000, "\ud800", "e\u0301"])
def test_any_pasted_text_may_be_looked_for(workspace: Workspace, text: str, tmp_path: Path) -> None:
    with workspace.writing("add") as writing:
        writing.put("s1", site("\u00e9"))
    assert found(workspace, text) in ([], ["s1"])
    assert found(workspace, "e\u0301") == ["s1"]
