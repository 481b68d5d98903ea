"""Questionnaires from a file to the figures, on a real workspace; what a killed program leaves, what a purge leaves."""

import csv
import json
import random
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from openpyxl import load_workbook

from inspector.domain.errors import Refused, RefusedAll
from inspector.domain.questionnaires.figures import Formula
from inspector.domain.questionnaires.forms import Form, Kind
from inspector.domain.questionnaires.pages import question
from inspector.domain.questionnaires.responses import Mode
from inspector.domain.questionnaires.roles import Index
from inspector.domain.questionnaires.trends import Every
from inspector.exchange.xlsform_reading import read_xlsform
from inspector.services.asking import Asking, Where
from inspector.services.questionnaire_reports import Wanted
from inspector.services.services import Services, open_services
from tests.exchange.xlsforms import question as row
from tests.exchange.xlsforms import write_xlsform

SCALE = tuple(
    ("s", name, label, label, "")
    for name, label in (
        ("5", "很满意"),
        ("4", "满意"),
        ("3", "一般"),
        ("2", "不满意"),
        ("1", "很不满意"),
        ("9", "不了解"),
    )
)
CHOICES = (
    ("list_name", "name", "label::中文 (zh)", "label::English (en)", "role"),
    *SCALE,
    ("w", "park", "停车", "Parking", ""),
    ("w", "dirt", "卫生", "Dirt", ""),
)
ROWS = (
    row("select_one s", "Q1", "总体满意吗", "Overall?", required="yes"),
    row("select_multiple w", "Q2", "先解决什么", "What first?"),
    row("text", "Q3", "意见", "Remarks", relevant="${Q1} < 3"),
    row("begin_repeat", "kin", "家人", "Kin"),
    row("integer", "age", "年龄", "Age"),
    row("end_repeat"),
)


@pytest.fixture(scope="module")
def form(tmp_path_factory: pytest.TempPathFactory) -> Form:
    return read_xlsform(write_xlsform(tmp_path_factory.mktemp("form") / "form.xlsx", ROWS, CHOICES)).form


@pytest.fixture
def services(tmp_path: Path, form: Form) -> Iterator[Services]:
    opened = open_services(tmp_path / "w.db", person="王敏")
    opened.questionnaires.publish(form)
    yield opened
    opened.close()


def fill(services: Services, asking: Asking, **answers: str) -> None:
    for code, value in answers.items():
        (spot,) = (s for s in asking.run.spots() if question(asking.run, s).code == code)
        assert services.asking.answer(asking, spot, value) is None


def respond(services: Services, q1: str, q2: str = "", q3: str = "", age: str = "", where: Where | None = None) -> None:
    asking = services.asking.begin("T1", Mode.INTERVIEWER, "李强", where)
    given = {"Q1": q1, "Q2": q2, "Q3": q3, "age": age}
    fill(services, asking, **{code: value for code, value in given.items() if value})
    services.asking.finish(asking)


def test_a_program_that_dies_loses_at_most_the_question_on_the_screen(services: Services, tmp_path: Path) -> None:
    asking = services.asking.begin("T1", Mode.SELF)
    fill(services, asking, Q1="1", Q3="桂花里小区停车难")
    copy = tmp_path / "after-the-crash.db"
    services.upkeep.back_up(copy)  # what is on the disk now, as a second program sees it
    again = open_services(copy)
    (left,) = again.asking.unfinished()
    assert (left.title, left.answered, left.of) == ("试卷", 2, 4)
    resumed = again.asking.resume(left.id)
    assert resumed.run.state() == asking.run.state()
    again.asking.finish(resumed)
    assert again.questionnaire_reports.results(Wanted("T1")).report.places == ()
    assert again.asking.unfinished() == ()
    again.close()


def test_what_is_missing_is_said_and_nothing_is_ended(services: Services) -> None:
    asking = services.asking.begin("T1", Mode.SELF)
    with pytest.raises(RefusedAll) as refused:
        services.asking.finish(asking)
    assert [(c.code, c.place.item) for c in refused.value.complaints] == [("response.missing", "Q1")]
    services.asking.drop(asking)
    with pytest.raises(Refused, match=r"response\.no-draft"):
        services.asking.resume(asking.id)


def test_the_report_says_its_formula_and_counts_refusals_apart(services: Services) -> None:
    for answer in "5" * 4 + "4" * 4 + "3" * 2 + "9" * 2:
        respond(services, answer, "park dirt")
    respond(services, "1", "park", "红莲市场太脏")
    services.asking.refuse("T1", Mode.INTERVIEWER, "李强")
    services.asking.hand_out("T1", 20)
    report = services.questionnaire_reports.results(Wanted("T1")).report
    assert (report.returns.handed_out, report.returns.returned, report.returns.refusals) == (20, 13, 1)
    assert report.returns.refusals_by_interviewer == (("李强", 1),)
    overall = report.questions[0]
    assert overall.rate is not None
    assert (overall.index, overall.rate.hits, overall.rate.base, overall.rate.unknown) == (Index.SATISFACTION, 8, 11, 2)
    assert {c.name: c.count for c in report.questions[1].choices} == {"park": 13, "dirt": 12}
    assert report.questions[2].counts.skipped == 12
    services.questionnaires.choose_formula("T1", Formula.M2, heard_counts=True)
    again = services.questionnaire_reports.results(Wanted("T1")).report
    assert again.questions[0].rate is not None
    assert (again.formula, again.questions[0].rate.hits) == (Formula.M2, 10)


def test_a_filter_by_place_holds_for_what_went_out_and_who_refused_too(services: Services) -> None:
    here, there = Where(community="甲"), Where(community="乙")
    respond(services, "5", where=here)
    respond(services, "1", where=there)
    for where, refused, out in ((here, 1, 7), (there, 2, 9)):
        services.asking.hand_out("T1", out, where)
        for _ in range(refused):
            services.asking.refuse("T1", Mode.INTERVIEWER, "李强", where)
    found = services.questionnaire_reports.results(Wanted("T1", only=(("community", "乙"),))).report.returns
    assert (found.handed_out, found.returned, found.refusals) == (9, 1, 2)
    by_mode = services.questionnaire_reports.results(Wanted("T1", only=(("mode", "interviewer"),))).report.returns
    assert (by_mode.handed_out, by_mode.returned, by_mode.refusals) == (2, 2, 3)


def test_groups_and_cross_tables_hold_everybody(services: Services) -> None:
    for number in range(40):
        where = Where(community="甲" if number < 35 else "乙")
        respond(services, random.Random(number).choice("54321"), where=where)
    results = services.questionnaire_reports.results(Wanted("T1"))
    first, last = results.groups("Q1", "community")
    assert (first.value, first.responses, first.rate.rankable) == ("甲", 35, True)
    assert (last.value, last.responses, last.rate.rankable) == ("乙", 5, False)
    assert sum(sum(tally.values()) for tally in results.crossed("Q1", "Q2").values()) == 40


def test_a_new_version_shows_its_difference_and_the_old_answers_stay(services: Services, tmp_path: Path) -> None:
    respond(services, "5")
    changed = (row("text", "Q0", "先说一句", "First"), *ROWS[:2])
    file = write_xlsform(tmp_path / "form2.xlsx", changed, CHOICES, version="2")
    draft = services.questionnaires.read(file)
    assert (draft.before, draft.differences.added, draft.differences.removed) == ("1", ("Q0",), ("Q3", "kin", "age"))
    services.questionnaires.publish(draft.form)
    respond(services, "4")
    report = services.questionnaire_reports.results(Wanted("T1")).report
    overall = next(q for q in report.questions if q.code == "Q1")
    assert (report.versions, overall.counts.shown) == (("1", "2"), 2)
    other = write_xlsform(tmp_path / "form3.xlsx", ROWS[:1], CHOICES, version="2")
    assert services.questionnaires.read(other).taken
    with pytest.raises(Refused, match=r"form\.version-differs"):
        services.questionnaires.publish(services.questionnaires.read(other).form)


def test_raw_data_have_the_layout_of_kobotoolbox(services: Services, tmp_path: Path) -> None:
    respond(services, "1", "park dirt", "=1+1", age="70")
    respond(services, "5", "dirt", age="8")
    book_file, names_file, text_file = tmp_path / "raw.xlsx", tmp_path / "names.xlsx", tmp_path / "raw.csv"
    reports = services.questionnaire_reports
    assert reports.raw_data(Wanted("T1"), book_file) == 2
    reports.raw_data(Wanted("T1"), names_file, labels=False)
    reports.raw_data(Wanted("T1"), text_file)
    book = load_workbook(book_file)
    head, first, second = (list(row) for row in book.worksheets[0].iter_rows(values_only=True))
    assert head[:5] == ["总体满意吗", "先解决什么", "先解决什么/停车", "先解决什么/卫生", "意见"]
    assert first[:5] == ["很不满意", "停车 卫生", "1", "1", "=1+1"]
    assert second[:5] == ["很满意", "卫生", "0", "1", None]
    assert book.sheetnames == ["试卷", "kin"]
    kin = [list(row) for row in book["kin"].iter_rows(values_only=True)]
    assert kin[0][:4] == ["年龄", "_index", "_parent_table_name", "_parent_index"]
    assert [line[:4] for line in kin[1:]] == [["70", "1", "试卷", "1"], ["8", "2", "试卷", "2"]]
    assert load_workbook(names_file).worksheets[0]["A1"].value == "Q1"
    with text_file.open(encoding="utf-8-sig", newline="") as file:
        lines = list(csv.reader(file, delimiter=";"))
    assert lines[1][4] == "'=1+1"


def test_the_excel_report_has_native_charts_and_says_how_it_was_reckoned(services: Services, tmp_path: Path) -> None:
    for answer in "554321":
        respond(services, answer)
    file = tmp_path / "report.xlsx"
    services.questionnaire_reports.to_excel(services.questionnaire_reports.results(Wanted("T1")), file)
    book = load_workbook(file)
    assert book.sheetnames == ["总表", "满意程度", "各题", "分组", "交叉", "趋势", "开放意见"]
    texts = {str(cell.value) for line in book["总表"].iter_rows() for cell in line if cell.value}
    assert any("M1：（很满意＋满意）÷ 有效作答" in text for text in texts)
    assert len(getattr(book["满意程度"], "_charts", ())) == 1
    assert all(sheet.page_setup.fitToWidth == 1 and sheet.page_setup.paperSize == 9 for sheet in book.worksheets)


def test_a_trend_has_one_formula_over_all_versions_and_stands_in_the_workbook(
    services: Services, form: Form, tmp_path: Path
) -> None:
    for answer in "5" * 30 + "1" * 10:
        respond(services, answer)
    renamed = tuple(
        replace(node, name="Q1b", path="Q1b", was="Q1") if node.name == "Q1" else node for node in form.nodes
    )
    second = replace(form, version="2", nodes=tuple(replace(node, relevant=None) for node in renamed))
    services.questionnaires.publish(second, Formula.M3)
    for answer in "3" * 40:
        asking = services.asking.begin("T1", Mode.INTERVIEWER, "李强")
        fill(services, asking, Q1b=answer)
        services.asking.finish(asking)
    results = services.questionnaire_reports.results(Wanted("T1"))
    first, last = results.trend("Q1b", Every.VERSION)
    assert [(p.period, p.rate.rule, p.rate.percent) for p in (first, last)] == [("1", "M3", 75), ("2", "M3", 60)]
    assert (first.change, last.change, last.certain) == (None, -15, True)
    services.questionnaires.choose_formula("T1", Formula.M1, heard_counts=True)
    results = services.questionnaire_reports.results(Wanted("T1"))
    assert [(p.rate.rule, p.rate.percent) for p in results.trend("Q1b", Every.VERSION)] == [("M1", 75), ("M1", 0)]
    (month,) = results.trend("Q1b", Every.MONTH, whole_index=True)
    assert (month.responses, month.rate.hits) == (80, 30)
    services.questionnaire_reports.to_excel(results, tmp_path / "report.xlsx")
    sheet = load_workbook(tmp_path / "report.xlsx")["趋势"]
    assert "M1：（很满意＋满意）" in str(sheet["A1"].value)
    rows = [tuple(cell.value for cell in row[:4]) for row in sheet.iter_rows(min_row=4)]
    assert [row[2:] for row in rows if row[0] == "问卷版本"] == [("1", "75.0 %"), ("2", "0.0 %")]


def test_fewer_than_thirty_are_neither_ranked_nor_compared(services: Services, tmp_path: Path) -> None:
    for number in range(40):
        respond(services, "5" if number % 2 else "1", where=Where(community="甲" if number < 35 else "乙"))
    results = services.questionnaire_reports.results(Wanted("T1"))
    assert [(g.value, g.rate.rankable) for g in results.groups("Q1", "community")] == [("甲", True), ("乙", False)]
    services.questionnaire_reports.to_excel(results, tmp_path / "report.xlsx")
    rows = [
        [cell.value for cell in row] for row in load_workbook(tmp_path / "report.xlsx")["分组"].iter_rows(min_row=4)
    ]
    assert [row[2:4] for row in rows if row[:2] == ["社区", "乙"]] == [["—", "—"]], "no share, and no margin of it"
    assert [row[6] for row in rows if row[:2] == ["社区", "乙"]] == ["不足 30 人，不列名次"]
    assert {row[0] for row in rows} == {"点位", "社区", "镇街", "责任单位", "方式", "访问员"}


def test_the_results_speak_english_and_their_workbook_chinese(services: Services, tmp_path: Path) -> None:
    respond(services, "5", "park")
    results = services.questionnaire_reports.results(Wanted("T1", language="en"))
    assert [figure.label for figure in results.report.questions] == ["Overall?", "What first?", "Remarks"]
    assert [choice.label for choice in results.report.questions[1].choices] == ["Parking", "Dirt"]
    services.questionnaire_reports.to_excel(results, tmp_path / "report.xlsx")
    said = {cell.value for row in load_workbook(tmp_path / "report.xlsx")["各题"].iter_rows() for cell in row}
    assert {"总体满意吗", "停车"} <= said
    assert not {"Overall?", "Parking"} & said


@pytest.mark.parametrize("code", ["WJ-A", "WJ-ZW"])
def test_a_shipped_form_runs_to_the_end_and_into_a_report(services: Services, code: str) -> None:
    chance = random.Random(5)
    asking = services.asking.begin(code, Mode.SELF)
    while missing := asking.run.missing():
        shown = question(asking.run, missing[0])
        offered = [choice.name for choice in shown.offered if choice.name != "under14"]
        value = "8" if shown.kind is Kind.RANGE else chance.choice(offered)
        assert services.asking.answer(asking, missing[0], value) is None
    services.asking.finish(asking)
    report = services.questionnaire_reports.results(Wanted(code)).report
    assert report.returns.valid == 1
    assert Index.OVERALL in dict(report.indexes)
    assert {"too-fast"} == {doubt.why for doubt in report.doubts}


def test_a_whole_response_comes_from_a_file_or_not_at_all(services: Services, tmp_path: Path) -> None:
    file = tmp_path / "one.json"
    times = {"started": "2026-11-20T09:00:00+08:00", "finished": "2026-11-20T09:04:00+08:00", "mode": "paper"}
    file.write_text(
        json.dumps(
            {**times, "answers": {"Q3": "路灯坏了", "Q1": "2", "Q2": ["park"], "kin": [{"age": "3"}, {"age": 44}]}}
        ),
        "utf-8",
    )
    services.whole_responses.record("T1", file)
    results = services.questionnaire_reports.results(Wanted("T1"))
    assert results.report.returns.by_mode == (("paper", 1),)
    assert (results.report.first, results.sheet.column("Q3").answers()) == ("2026-11-20", ["路灯坏了"])
    file.write_text(json.dumps({**times, "answers": {"Q1": "5", "Q3": "不该问", "Q9": "x", "Q2": "moon"}}), "utf-8")
    with pytest.raises(RefusedAll) as refused:
        services.whole_responses.record("T1", file)
    assert {(c.code, c.place.item) for c in refused.value.complaints} == {
        ("response.not-asked", "Q3"),
        ("response.not-asked", "Q9"),
        ("response.wrong", "Q2"),
    }
    assert services.questionnaire_reports.results(Wanted("T1")).report.returns.returned == 1
