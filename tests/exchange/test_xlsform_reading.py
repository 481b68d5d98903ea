"""XLSForms of anybody become forms that run; what cannot run is named by its row."""

from datetime import datetime, timedelta, timezone
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.questionnaires.cells import Spot
from inspector.domain.questionnaires.compiled import Compiled
from inspector.domain.questionnaires.forms import Form, Kind, form_from_text, form_to_text
from inspector.domain.questionnaires.pages import Question, pages, question
from inspector.domain.questionnaires.run import Run
from inspector.exchange.xlsform_reading import read_xlsform
from tests.exchange import xlsforms
from tests.exchange.xlsforms import write_xlsform

NOW = datetime(2026, 11, 22, 9, 30, tzinfo=timezone(timedelta(hours=8)))
q = xlsforms.question

EVERYTHING = (
    q("start", "start"),
    q("begin_group", "问", "一组", "Group", relevant="${s1}='a'", appearance="field-list"),
    q("select_one ab or_other", "A01", "您知道 ${txt} 吗", "Do you know ${txt}", required="yes"),
    q("text", "why", "为什么", "Why"),
    q("end_group"),
    q("select_multiple abc", "m", "多选", "Many", constraint="count-selected(.) <= 2", message="最多选两个"),
    q("select_one ab", "s1", "单选", "One", index="满意率"),
    q("rank abc", "rk", "排序", "Rank"),
    q("range", "rg", "范围", "Range", parameters="start=1 end=10 step=1"),
    q("select_one_from_file cities.csv", "city", "城市", "City", choice_filter="state=${s1}"),
    q("select_one abc", "mixed", "乱序", "Mixed", parameters="randomize=true, seed=7"),
    q("text", "txt", "文字", "Text", default="concat(${s1}, 'x')"),
    q("date", "d", "日期", "Date", constraint=". <= today()"),
    q("integer", "n", "几个人", "How many", default="2"),
    q("begin_repeat", "rep", "成员", "Member", repeat_count="${n}"),
    q("integer", "age", "年龄", "Age", constraint=". >= 0 and . < 150"),
    q("calculate", "old", calculation="if(${age} > 60, 1, 0)"),
    q("end_repeat"),
    q("calculate", "all", calculation="sum(${age}) + indexed-repeat(${age}, ${rep}, 1)"),
    q("calculate", "found", calculation="pulldata('cities', 'label', 'name', ${city})"),
    q("calculate", "said", calculation="jr:choice-name(${s1}, '${s1}')"),
    q("note", "hello", "您好 ${said}", "Hello ${said}"),
    q("acknowledge", "ok", "好", "OK"),
    q("image", "photo", "照片", "Photo", parameters="max-pixels=1024"),
    q("geotrace", "walk", "走过的路", "Walk"),
    q("text", "far", "远不远", "Far", relevant="area(${walk}) > 3"),
    q("calculate", "when", calculation="now()", trigger="${s1}"),
)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    folder = tmp_path_factory.mktemp("forms")
    (folder / "cities.csv").write_text("name,label,state\nx,甲城,a\ny,乙城,b\n", "gb18030")
    return read_xlsform(write_xlsform(folder / "all.xlsx", EVERYTHING)).form


@pytest.fixture
def run(form: Form) -> Run:
    return Run(Compiled(form), NOW, seed=3)


def at(run: Run, path: str, *turns: int) -> Spot:
    return Spot(run.ready.by_path[path], turns)


def seen(run: Run, path: str, *turns: int) -> Question:
    return question(run, at(run, path, *turns))


def names(run: Run) -> list[str]:
    return [run.ready.nodes[spot.node].name for spot in run.spots()]


def test_every_row_of_the_author_is_in_the_form(form: Form) -> None:
    written = {row["name"] for row in EVERYTHING if row["name"]}
    assert written <= {node.name for node in form.nodes}
    assert form.languages == ("中文 (zh)", "English (en)")
    assert next(node.index for node in form.nodes if node.name == "s1") == "满意率"


def test_what_cannot_run_is_told_by_row_and_still_shown(form: Form, run: Run) -> None:
    told = {(limit.row, limit.name, limit.why) for limit in form.limitations}
    assert told == {(26, "walk", "type"), (27, "far", "function")}
    assert seen(run, "walk").kind is Kind.SHOWN
    assert seen(run, "walk").label == "走过的路"
    assert "far" in names(run)


def test_a_pattern_that_could_hang_the_program_works_and_one_that_looks_back_is_told(tmp_path: Path) -> None:
    rows = (
        q("text", "evil", "字", "Letters", constraint="regex(., '^(a+)+$')"),
        q("text", "back", "叠", "Twice", constraint=r"regex(., '(.)\1')"),
    )
    read = read_xlsform(write_xlsform(tmp_path / "patterns.xlsx", rows)).form
    assert [(limit.name, limit.why) for limit in read.limitations] == [("back", "pattern")]
    filled = Run(Compiled(read), NOW)
    evil, back = filled.spots()
    assert filled.answer(evil, "a" * 4_000) is None
    assert filled.answer(evil, "a" * 4_000 + "!") is not None
    assert filled.answer(back, "ab") is None


def test_the_text_of_a_form_gives_the_form_back(form: Form) -> None:
    assert form_from_text(form_to_text(form)) == form


def test_logic_shows_and_hides_and_a_skipped_answer_counts_no_more(run: Run) -> None:
    assert "A01" not in names(run)
    assert run.answer(at(run, "s1"), "a") is None
    assert run.answer(at(run, "问/A01"), "other") is None
    assert "A01_other" in names(run)
    assert run.missing() == ()
    run.answer(at(run, "s1"), "b")
    assert "A01" not in names(run)
    assert run.text(at(run, "问/A01")) == ""
    run.answer(at(run, "s1"), "a")
    assert run.text(at(run, "问/A01")) == "other"


def test_a_group_for_one_page_is_one_page(run: Run) -> None:
    run.answer(at(run, "s1"), "a")
    both = pages(run)[0]
    assert [run.ready.nodes[spot.node].name for spot in both] == ["A01", "why"]


def test_wrong_answers_are_refused_and_change_nothing(run: Run) -> None:
    for path, value, code in (
        ("m", "a b c", "constraint"),
        ("m", "a a", "offered"),
        ("s1", "z", "offered"),
        ("rk", "a b", "offered"),
        ("rg", "11", "range"),
        ("d", "2026-11-23", "constraint"),
        ("d", "2026-02-30", "date"),
        ("n", "2.5", "whole"),
    ):
        problem = run.answer(at(run, path), value)
        assert (path, problem and problem.code) == (path, code)
        assert run.text(at(run, path)) in {"", "2"}
    assert run.check(at(run, "m"), "a b c") == run.answer(at(run, "m"), "a b c")
    assert getattr(run.answer(at(run, "m"), "a b c"), "words", "") == "最多选两个"


def test_a_cascade_offers_what_fits_and_forgets_what_fits_no_more(run: Run) -> None:
    run.answer(at(run, "s1"), "a")
    assert [choice.label for choice in seen(run, "city").offered] == ["甲城"]
    run.answer(at(run, "city"), "x")
    assert run.tree.at(at(run, "found")).text == "甲城"
    run.answer(at(run, "s1"), "b")
    assert run.text(at(run, "city")) == ""


def test_repeats_follow_their_count_and_sums_follow_the_repeats(run: Run) -> None:
    assert run.answer(at(run, "rep/age", 0), "70") is None
    assert run.answer(at(run, "rep/age", 1), "8") is None
    assert run.tree.at(at(run, "all")).text == "148"
    assert [run.tree.at(at(run, "rep/old", turn)).text for turn in (0, 1)] == ["1", "0"]
    run.answer(at(run, "n"), "1")
    assert run.tree.at(at(run, "all")).text == "140"
    assert seen(run, "rep/age", 0).heading == ("成员 1",)


def test_values_stand_in_the_words_in_both_languages(run: Run) -> None:
    run.answer(at(run, "s1"), "a")
    assert seen(run, "hello").label == "您好 甲"
    run.speak("English (en)")
    assert seen(run, "hello").label == "Hello A"


def test_a_seed_mixes_the_same_way_each_time(run: Run, form: Form) -> None:
    orders = {tuple(c.name for c in question(r, at(r, "mixed")).offered) for r in (run, Run(run.ready, NOW, seed=99))}
    assert len(orders) == 1
    assert sorted(next(iter(orders))) == ["a", "b", "c"]


def test_a_run_goes_on_from_what_was_saved(run: Run) -> None:
    for path, value in (("s1", "a"), ("n", "3"), ("问/A01", "b")):
        assert run.answer(at(run, path), value) is None
    run.answer(at(run, "rep/age", 2), "44")
    run.answer(at(run, "txt"), "")
    again = Run(run.ready, NOW, state=run.state())
    assert again.state() == run.state()
    assert again.spots() == run.spots()


def test_a_trigger_works_out_its_value_when_it_is_pulled(run: Run) -> None:
    assert "when" not in run.state()
    run.answer(at(run, "s1"), "a")
    assert run.state()["when"].startswith("2026-11-22T09:30")


def test_a_csv_holds_its_sheets_one_below_the_other(tmp_path: Path) -> None:
    file = tmp_path / "form.csv"
    file.write_text(
        "survey,,,\n,type,name,label\n,select_one yn,知道,知道吗\nchoices\n,list_name,name,label\n,yn,y,是\n", "utf-8"
    )
    read = read_xlsform(file).form
    assert [node.name for node in read.nodes if node.kind is Kind.ONE] == ["知道"]


@pytest.mark.parametrize(
    ("rows", "row"), [((q("select_one nothing", "a", "甲"),), 2), ((q("text", "a"), q("text", "a", "乙")), None)]
)
def test_a_workbook_that_is_no_form_is_refused_with_the_reason(
    tmp_path: Path, rows: tuple[dict[str, str], ...], row: int | None
) -> None:
    with pytest.raises(Refused) as refused:
        read_xlsform(write_xlsform(tmp_path / "bad.xlsx", rows))
    assert refused.value.complaint.code == "form.refused"
    assert refused.value.complaint.fact("reason")
    assert refused.value.complaint.place.row in {row, 3}
