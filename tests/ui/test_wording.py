"""Every refusal has its words, in both languages, and uses only facts it is given."""

import ast
import re
from collections.abc import Iterator

import pytest

from inspector.domain.errors import Complaint, Place, Refused, RefusedAll
from inspector.domain.settings import DEFAULTS
from inspector.exchange.foreign_limits import MB, too_large
from inspector.services.wording.registry import wordings
from inspector.services.wording.sentences import Lang, sentences
from inspector.ui import error_text, translation
from tests.project.tree import ROOT, parsed, sources
from tests.ui.sources import calls, facts_in, keywords, text_of


def raised() -> Iterator[tuple[str, frozenset[str] | None, str]]:
    """Code, names of the facts (None when they are computed), and where, of each Refused and Complaint of ours."""
    for one in calls():
        code = text_of(one.call.args[0]) if one.call.args else None
        if code is not None and one.name == "Refused":
            yield code, keywords(one.call), one.where
        elif code is not None and one.name == "Complaint":
            yield code, _pairs(one.call), one.where


def _pairs(call: ast.Call) -> frozenset[str] | None:
    given = call.args[2] if len(call.args) > 2 else next((k.value for k in call.keywords if k.arg == "facts"), None)
    if given is None:
        return frozenset()
    try:
        return frozenset(str(pair.elts[0].value) for pair in given.elts)  # type: ignore[attr-defined]  # else it is computed
    except AttributeError:
        return None


def test_every_refusal_has_its_words() -> None:
    assert {code: where for code, _, where in raised() if code not in wordings()} == {}


def test_every_text_that_looks_like_a_code_has_its_words() -> None:
    """Codes also stand in tables and arguments, where no call names them."""
    topics = {code.split(".")[0] for code in wordings()}
    found = {
        node.value: path
        for path in sources(*(f"inspector/{folder}" for folder in ("domain", "storage", "exchange", "services", "cli")))
        if "/wording/" not in path
        for node in ast.walk(parsed(path))
        if isinstance(node, ast.Constant)
        and isinstance(node.value, str)
        and re.fullmatch(r"[a-z-]+\.(?!db$)[a-z0-9-]+", node.value)
    }
    unworded = found.keys() - wordings().keys() - DEFAULTS.keys()
    assert {code: found[code] for code in unworded if code.split(".")[0] in topics} == {}


def test_no_words_are_left_over() -> None:
    code = "".join((ROOT / path).read_text("utf-8") for path in sources("inspector") if "/wording/" not in path)
    assert [refusal for refusal in wordings() if f'"{refusal}"' not in code] == []


def test_words_use_only_facts_that_are_given() -> None:
    wrong = {}
    for code, given, where in raised():
        if given is not None and (wording := wordings().get(code)):
            used = facts_in("".join((*wording.happened, *wording.now)))
            if used - given:
                wrong[where] = sorted(used - given)
    assert wrong == {}


def test_both_languages_say_the_same_facts() -> None:
    wrong = [
        code
        for code, wording in wordings().items()
        for text in (wording.happened, wording.now)
        if not text.zh or not text.en or facts_in(text.zh) != facts_in(text.en)
    ]
    assert wrong == []


@pytest.mark.parametrize(
    ("lang", "where"),
    [("zh", "名单.xlsx，工作表“点位”，第 7 行，“名称”列"), ("en", "名单.xlsx, sheet “点位”, row 7, column 名称")],
)
def test_the_place_is_named_exactly(lang: Lang, where: str) -> None:
    place = Place(file="名单.xlsx", sheet="点位", row=7, column="名称")
    assert sentences(Complaint("foreign.empty", place), lang).where == where


def test_facts_that_are_codes_are_worded() -> None:
    complaint = Refused("foreign.damaged", reason="not-a-zip").complaint
    assert "不是完整的 Excel 文件" in sentences(complaint, "zh").happened


def test_every_limit_of_a_foreign_file_is_named_in_words() -> None:
    limits = {text_of(one.call.args[0]) for one in calls() if one.name in {"too_large", "_cap"}} - {None}
    assert wordings()["foreign.too-large"].choices["what"].keys() == limits


def test_a_limit_is_told_as_people_write_it() -> None:
    assert "内存超过了 300 MB" in sentences(too_large("memory", 300 * MB).complaint, "zh").happened
    assert "rows above 100,000" in sentences(too_large("rows", 100_000).complaint, "en").happened


def test_braces_in_facts_are_only_text() -> None:
    said = sentences(Refused("file.unwritable", reason="{0} {reason} %s").complaint, "en")
    assert "{0} {reason} %s" in said.happened


def test_an_unknown_code_is_still_a_sentence() -> None:
    said = sentences(Complaint("never.heard-of"), "zh")
    assert "never.heard-of" in said.happened
    assert said.now


def test_many_complaints_are_counted_and_all_stand_in_the_details() -> None:
    translation.use(translation.Language.CHINESE)
    error = RefusedAll(
        (Complaint("foreign.empty", Place(file="a.xlsx")), Complaint("foreign.encrypted", Place(file="b")))
    )
    assert "另外还有 1 处" in error_text.said(error).happened
    assert len(error_text.details(error).splitlines()) == 2
    translation.use(translation.Language.ENGLISH)


def test_what_the_system_refuses_names_file_and_reason() -> None:
    translation.use(translation.Language.ENGLISH)
    said = error_text.said(OSError(28, "No space left on device", "D:/x.xlsx"))
    assert "No space left" in said.happened
    assert said.where == "D:/x.xlsx"


@pytest.mark.parametrize(
    ("similar", "now"),
    [
        ("区城管局", "照册里的名称、编号或别名写，也许是：区城管局。"),
        ("", "照册里的名称、编号或别名写。"),
    ],
)
def test_what_is_not_known_is_not_half_said(similar: str, now: str) -> None:
    complaint = Refused("name.unknown", register="unit", given="城管居", similar=similar).complaint
    assert sentences(complaint, "zh").now == now
