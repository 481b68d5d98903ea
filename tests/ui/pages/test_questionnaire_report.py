"""Results in the window: shares with what they rest on, groups, an open answer made a finding, paper, room."""

import random
from collections.abc import Iterator
from datetime import timedelta
from itertools import product
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import QRect, Qt
from PySide6.QtGui import QPageSize, QPdfWriter
from PySide6.QtWidgets import QLabel
from pytestqt.qtbot import QtBot

from inspector.domain.findings import FindingStatus
from inspector.domain.questionnaires.figures import Formula
from inspector.domain.questionnaires.pages import question
from inspector.domain.questionnaires.responses import Mode
from inspector.services.asking import Where
from inspector.ui import translation
from inspector.ui.dialogs.days_dialog import DaysDialog
from inspector.ui.jobs import Jobs
from inspector.ui.pages.questionnaires.paper_form import paper_html, write_paper_form
from inspector.ui.pages.questionnaires.paper_pages import laid_out, pages_of
from inspector.ui.pages.questionnaires.report.formula_dialog import FormulaDialog
from inspector.ui.pages.questionnaires.report.question_bars import answer_tones
from inspector.ui.pages.questionnaires.report.question_places import WRAP, row_places
from inspector.ui.pages.questionnaires.report.swatch import Swatch
from inspector.ui.theme.apply import Look
from inspector.ui.theme.fonts import metrics
from inspector.ui.theme.tokens import Mode as Colours
from inspector.ui.theme.tokens import Theme
from inspector.ui.translation import Language
from inspector.ui.widgets.pill import Pill
from tests.town import Town
from tests.ui.fit import filled_buttons, looks, misfits, save_picture
from tests.ui.pages.surveying import Surveyor, surveyor_at_work

MARKET = "WJ-JM"
OPEN = "红莲市场东门积水没人管"


def ask(town: Town, count: int) -> None:
    """So many responses at two sites, by chance and always the same."""
    chance, asking = random.Random(5), town.services.asking
    sites = [town.sites["红莲市场"], town.sites["桂花里小区"]]
    for number in range(count):
        place = Where(site=sites[number % 10 == 0])
        one = asking.begin(MARKET, chance.choice([Mode.SELF, Mode.INTERVIEWER]), "王敏", place)
        for spot in one.run.spots():
            offered = question(one.run, spot).offered
            value = offered[min(int(abs(chance.gauss(0, 1.6))), len(offered) - 1)].name if offered else OPEN
            if one.run.is_asked(spot):
                assert asking.answer(one, spot, value if offered or number == 0 else "") is None
        asking.finish(one)


@pytest.fixture
def surveyor(qtbot: QtBot, look: Look, jobs: Jobs, tmp_path: Path) -> Iterator[Surveyor]:
    with surveyor_at_work(qtbot, look, jobs, tmp_path) as made:
        ask(made.town, 40)
        made.go("questionnaire_report", code=MARKET)
        yield made


def paper(file: Path) -> QPdfWriter:
    """A4 to lay out for."""
    writer = QPdfWriter(str(file))
    writer.setPageSize(QPageSize(QPageSize.PageSizeId.A4))
    return writer


def texts(surveyor: Surveyor) -> str:
    """Every word on the page."""
    return "\n".join(each.text() for each in surveyor.report.findChildren(QLabel))


def test_a_share_stands_with_its_formula_counts_and_margin(surveyor: Surveyor) -> None:
    results = surveyor.report._results
    assert results is not None
    shown = next(q for q in results.report.questions if q.code == surveyor.report.board.question)
    assert shown.index == "总体满意率"
    assert shown.rate is not None
    assert shown.rate.percent is not None
    said = texts(surveyor)
    for words in (f"{shown.rate.percent:.1f} %", f"{shown.rate.hits:g} ÷ {shown.rate.base}", "M1：", "95 % 置信"):
        assert words in said
    surveyor.report.board.compare_by("site")
    pills = [each.accessibleName() for each in surveyor.report.findChildren(Pill)]
    assert "不足 30 人，不列" in pills  # four responses at the second site
    surveyor.report.board.bars.setFocus()
    before = surveyor.report.board.question
    surveyor.press(Qt.Key.Key_Down)
    assert surveyor.report.board.question != before


def test_another_formula_is_chosen_in_the_report_and_taken_back(surveyor: Surveyor) -> None:
    surveyor.report.formula.click()
    dialog = surveyor.window.findChild(FormulaDialog)
    assert dialog is not None
    dialog.choice.formulas.show_value("M3")
    dialog.choice.heard.show_value("no")
    dialog.take.click()
    surveyor.settle()
    results = surveyor.report._results
    assert results is not None
    assert (results.report.formula, results.report.heard_counts) == (Formula.M3, False)
    assert "M3：" in texts(surveyor)
    surveyor.window.undo()
    surveyor.settle()
    assert "M1：" in texts(surveyor)


def test_results_are_of_own_days_when_somebody_wants(surveyor: Surveyor) -> None:
    today = surveyor.town.services.acts.today()
    surveyor.report.filters.days.chosen.emit("own")
    dialog = surveyor.window.findChild(DaysDialog)
    assert dialog is not None
    dialog.since.show_day(today - timedelta(days=9))
    dialog.until.show_day(today - timedelta(days=2))
    dialog.take.click()
    surveyor.settle()
    assert surveyor.report._results is not None
    assert surveyor.report._results.report.returns.returned == 0
    surveyor.report.filters.take_days((today, today))
    surveyor.settle()
    assert surveyor.report._results.report.returns.returned == 40
    assert f"{today:%m-%d} – {today:%m-%d}" in surveyor.report.filters.days.currentText()


def test_a_trend_says_when_there_is_only_one_round(surveyor: Surveyor) -> None:
    said = texts(surveyor)
    assert "目前只有一次，还没有可比的" in said
    assert "各次都用同一算法：M1：" in said


def test_questions_and_answers_are_english_in_an_english_window(surveyor: Surveyor) -> None:
    translation.use(Language.ENGLISH)
    surveyor.go("questionnaire_report", code=MARKET)
    results = surveyor.report._results
    assert results is not None
    labels = [figure.label for figure in results.report.questions]
    labels += [choice.label for figure in results.report.questions for choice in figure.choices]
    assert [label for label in labels if not label.isascii()] == []


def test_a_question_is_read_whole_beside_its_bar_and_above_it_where_there_is_no_room(
    surveyor: Surveyor, look: Look
) -> None:
    question = "Overall, are you satisfied with this district's work for a civilized city"
    for scale, width in product((1.0, 2.0), (400, 700, 900)):
        look.use(Theme(Colours.LIGHT, scale, motion=False))
        places = row_places(question, width)
        room = QRect(0, 0, places.label.width(), 10_000)
        assert metrics("base", bold=True).boundingRect(room, WRAP, question).height() <= places.label.height()
        assert not places.label.intersects(places.bar)
        assert all(not area.intersects(places.bar) and area.right() < width for area in places.numbers)
        assert max(area.bottom() for area in (places.label, places.bar)) < places.high


def test_the_lists_above_the_results_keep_their_order_through_every_width(surveyor: Surveyor, look: Look) -> None:
    page = surveyor.report
    for scale, width in ((1.0, 1366), (1.0, 1093), (2.0, 1366), (1.0, 1366), (1.0, 1093)):
        look.use(Theme(Colours.LIGHT, scale, motion=False))
        surveyor.window.resize(width, 690)
        surveyor.settle()
        page = surveyor.report
        across = [each.mapTo(page, each.rect().topLeft()).x() for each in (*page.filters.lists, page.formula)]
        assert across == sorted(across)


def test_the_colours_of_the_bars_stand_beside_the_answers_and_arrows_work_at_once(surveyor: Surveyor) -> None:
    page = surveyor.report
    assert surveyor.window.focusWidget() is page.board.bars
    chosen = next(row for row in page.board.bars._rows if row.code == page.board.question)
    tones = [each.tone for each in page.findChildren(Swatch)]
    assert tones[: len(chosen.choices)] == [answer_tones(chosen).get(one.name, "") for one in chosen.choices]
    assert len(set(answer_tones(chosen).values())) == len(answer_tones(chosen))


def test_an_open_answer_becomes_a_finding_with_one_action(surveyor: Surveyor) -> None:
    surveyor.report.make_finding(OPEN, surveyor.town.sites["红莲市场"])
    surveyor.settle()
    counts = surveyor.town.services.ledger.counts()
    assert counts[FindingStatus.TO_DISPATCH] == 1
    surveyor.window.undo()
    surveyor.settle()
    assert surveyor.town.services.ledger.counts().get(FindingStatus.TO_DISPATCH, 0) == 0


def test_the_report_is_written_as_a_workbook(surveyor: Surveyor, tmp_path: Path) -> None:
    opened: list[Path] = []
    surveyor.report.open_file = opened.append
    surveyor.report.write(tmp_path / "结果.xlsx")
    surveyor.settle()
    assert openpyxl.load_workbook(opened[0]).sheetnames


def test_paper_has_every_answer_as_a_box_and_a_hint_where_it_is_skipped(surveyor: Surveyor, tmp_path: Path) -> None:
    form = surveyor.town.services.questionnaires.ready("WJ-A").compiled.form
    words = paper_html(form, "中文 (zh)", ["不记姓名。"])
    assert words.count("□") > 150
    assert "仅当 [6] = “知道” 或 [6] = “听说过” 时答" in words
    write_paper_form(form, "", ["不记姓名。"], tmp_path / "paper.pdf")
    assert (tmp_path / "paper.pdf").read_bytes().startswith(b"%PDF")


def test_no_question_on_paper_is_cut_between_two_pages(surveyor: Surveyor, tmp_path: Path) -> None:
    """Whatever stands above it: every line more moves the end of the page through question and boxes."""
    form = surveyor.town.services.questionnaires.ready("WJ-A").compiled.form
    for lines in range(5):
        text = laid_out(
            paper_html(form, form.languages[0], ["不记姓名。"] * lines, slip=True), paper(tmp_path / "p.pdf")
        )
        assert text.pageCount() > 2
        block = text.begin()
        while block.isValid():
            first, last = pages_of(text, block)
            assert first == last, block.text()
            block = block.next()


def test_a_heading_on_paper_stands_on_the_page_of_what_it_heads(qtbot: QtBot, tmp_path: Path) -> None:
    for lines in range(24, 34):
        html = "<p>行</p>" * lines + "<h4>大标题</h4><h4>小标题</h4><p>1. 问题<br/>□ 1 好 □ 2 差</p>"
        text = laid_out(html, paper(tmp_path / "p.pdf"))
        heads = [pages_of(text, text.findBlockByNumber(lines + n)) for n in range(3)]
        assert heads[0] == heads[1] == heads[2], lines


def test_what_an_author_wrote_is_no_markup_on_paper(surveyor: Surveyor) -> None:
    form = surveyor.town.services.questionnaires.ready("WJ-A").compiled.form
    assert "<img" not in paper_html(type(form)("X", "1", "<img src='http://x'>", "data", ()), "", ())


@pytest.mark.slow
def test_every_word_has_room_in_every_look(surveyor: Surveyor, look: Look) -> None:
    found: list[tuple[object, ...]] = []
    for language, theme, size in looks():
        translation.use(language)
        look.use(theme)
        surveyor.window.resize(*size)
        for page in ("questionnaires", "questionnaire_report", "asking"):
            surveyor.go(page, code=MARKET, mode="interviewer")
            if page == "asking":
                surveyor.asking.start()
                surveyor.asking.press(2)
            surveyor.settle()
            found += [(page, language, theme.scale, size, words) for words in misfits(surveyor.window)]
            assert len(filled_buttons(surveyor.window)) == 1, (page, filled_buttons(surveyor.window))
            if page == "asking":
                surveyor.asking.forget()
    assert found == []


@pytest.mark.slow
def test_pictures_to_look_at(surveyor: Surveyor, look: Look, tmp_path: Path) -> None:
    folder = tmp_path.parent / "pictures"
    for language, theme in (
        (Language.CHINESE, Theme(motion=False)),
        (Language.ENGLISH, Theme(Colours.DARK, motion=False)),
        (Language.CHINESE, Theme(scale=2.0, motion=False)),
        (Language.ENGLISH, Theme(scale=2.0, motion=False)),
    ):
        translation.use(language)
        look.use(theme)
        for page in ("questionnaires", "questionnaire_report"):
            surveyor.go(page, code=MARKET)
            name = f"{page}-{language}-{theme.mode}-{theme.scale:g}"
            assert save_picture(surveyor.window, folder, name).stat().st_size > 10_000
