"""问卷结果: the report as a workbook to print and hand to units, in Chinese, with charts Excel draws itself."""

from collections.abc import Iterable
from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.questionnaires.figures import Formula, Rate
from inspector.domain.questionnaires.report import QuestionFigure, Report
from inspector.domain.questionnaires.roles import Index, Role
from inspector.exchange.excel_page import set_columns, set_page
from inspector.exchange.excel_styles import name_document
from inspector.exchange.questionnaire_report_compared import MODES, Compared, crossed_sheet, groups_sheet, trend_sheet
from inspector.exchange.questionnaire_report_tables import (
    Value,
    figures_of,
    percent_text,
    share_text,
    write_table,
    write_title,
)
from inspector.exchange.safe_files import replacing

_FORMULAS = {
    Formula.M1: "M1：（很满意＋满意）÷ 有效作答；有效作答＝作答－不了解－拒答",
    Formula.M1_ALL: "M1（不了解计入）：（很满意＋满意）÷ 作答",
    Formula.M2: "M2：（很满意＋满意＋基本满意＋一般）÷ 有效作答",
    Formula.M3: "M3：得分均值，很满意100、满意80、一般60、不满意30、很不满意0",
    Formula.M4: "M4：分档均值，很满意95、满意84.5、一般74.5、不满意64.5、很不满意30",
}
_RULES = {
    Index.AWARENESS: "知晓率＝（知道＋听说过）÷ 作答",
    Index.PARTICIPATION: "参与率＝（经常＋偶尔）÷ 作答",
    Index.SUPPORT: "支持率＝支持 ÷ 回收",
    Index.RATING: "好评率＝好 ÷ 有效作答",
}
_DOUBTS = {"too-fast": "答得太快", "alike": "雷同", "burst": "短时间多份", "half-empty": "空题过半"}
_SCALE = (Role.VERY_SATISFIED, Role.SATISFIED, Role.FAIR, Role.DISSATISFIED, Role.VERY_DISSATISFIED)
_SCALE_WORDS = ("很满意", "满意", "一般", "不满意", "很不满意")
_COLOURS = ("1F4E8C", "5B8CC9", "B4CBE6", "E3B173", "B5651D")
"""From very satisfied to very dissatisfied; they also differ in grey."""


def write_report(report: Report, compared: Compared, file: Path) -> None:
    """Write the workbook; a file that is there stays whole until the new one is. Raises `Refused("file.…")`."""
    book = Workbook()
    _overview(book.worksheets[0], report)
    _satisfaction(book.create_sheet("满意程度"), report)
    _questions(book.create_sheet("各题"), report)
    groups_sheet(book.create_sheet("分组"), report.title, compared)
    crossed_sheet(book.create_sheet("交叉"), report, compared)
    trend_sheet(book.create_sheet("趋势"), report.title, _FORMULAS[report.formula], compared)
    _open_answers(book.create_sheet("开放意见"), report)
    name_document(book, "", f"{report.title} 问卷结果")
    with replacing(file) as out:
        book.save(out)


def _overview(sheet: Worksheet, report: Report) -> None:
    sheet.title = "总表"
    counted, doubts = report.returns, report.doubts
    flagged = len({doubt.response for doubt in doubts})
    out, back = counted.handed_out, counted.returned
    rows: list[tuple[Value, ...]] = [
        ("日期", f"{report.first} 至 {report.last}"),
        ("版本", "第 " + "、".join(report.versions) + " 版"),
        ("发放", f"{out} 份"),
        ("回收", f"{back}（回收率 {share_text(back, out)}）"),
        ("有效", f"{counted.valid}（有效率 {share_text(counted.valid, back)}；答了一半以上的为有效）"),
        ("拒访", f"{counted.refusals}（另计，不进分母）"),
        ("方式", "，".join(f"{MODES.get(mode, mode)} {number}" for mode, number in counted.by_mode)),
        ("质量提醒", f"{flagged} 份" + "".join(f"，{_DOUBTS[w]} {n}" for w, n in _count(d.why for d in doubts))),
        ("满意率公式", _FORMULAS[report.formula]),
        ("听说过", "计入知晓" if report.heard_counts else "不计入知晓"),
    ]
    write_title(sheet, f"{report.title} 问卷结果", 6)
    at = write_table(sheet, 3, ("项目", "内容"), rows)
    heads = ("指标", "算法", "结果", "±误差（95%）", "有效作答", "不了解 / 拒答 / 未答")
    figures = [(str(index), _rule(index, one, report), *figures_of(one)) for index, one in report.indexes]
    write_table(sheet, at + 1, heads, figures)
    set_columns(sheet, [110, 420, 90, 110, 90, 170])
    set_page(sheet, rows=at + 2 + len(figures), columns=6, head="1:1", footer=report.title)


def _satisfaction(sheet: Worksheet, report: Report) -> None:
    rated = [q for q in report.questions if q.index in {Index.SATISFACTION, Index.OVERALL} and q.rate]
    rated.sort(key=lambda q: -(q.rate.percent or 0) if q.rate else 0)
    heads = ("题", "您对……", *_SCALE_WORDS, "不了解", "拒答", "未答", "满意率", "±误差", "有效作答")
    rows = [_satisfied(q, q.rate) for q in rated if q.rate]
    write_title(sheet, f"{report.title} 满意程度（{_FORMULAS[report.formula]}）", len(heads))
    last = write_table(sheet, 3, heads, rows) - 1
    set_columns(sheet, [50, 300, *[64] * 8, 80, 64, 80])
    set_page(sheet, rows=last + (22 if rows else 0), columns=len(heads), head="3:3", footer=report.title)
    if rows:
        chart = BarChart()
        chart.type, chart.grouping, chart.overlap = "bar", "percentStacked", 100
        chart.title = "满意程度构成"
        chart.add_data(Reference(sheet, min_col=3, max_col=7, min_row=3, max_row=last), titles_from_data=True)
        chart.set_categories(Reference(sheet, min_col=1, min_row=4, max_row=last))
        chart.height, chart.width, chart.gapWidth = 10, 26, 40
        chart.x_axis.scaling.orientation = "maxMin"  # the first row of the table at the top
        for series, colour in zip(chart.series, _COLOURS, strict=True):
            series.graphicalProperties.solidFill = colour
        chart.y_axis.delete = chart.x_axis.delete = False
        sheet.add_chart(chart, f"A{last + 2}")


def _questions(sheet: Worksheet, report: Report) -> None:
    heads = (
        "题",
        "题目",
        "选项",
        "人数",
        "占作答",
        "结果",
        "±误差",
        "有效作答",
        "不了解",
        "拒答",
        "未答",
        "按逻辑跳过",
    )
    rows: list[tuple[Value, ...]] = []
    for q in report.questions:
        rows += _question_rows(q)
    write_title(sheet, f"{report.title} 各题结果", len(heads))
    last = write_table(sheet, 3, heads, rows) - 1
    set_columns(sheet, [50, 280, 110, 56, 70, 110, 60, 72, 60, 56, 56, 84])
    set_page(sheet, rows=last, columns=len(heads), head="3:3", footer=report.title)


def _question_rows(q: QuestionFigure) -> list[tuple[Value, ...]]:
    answered = q.counts.shown - q.counts.missing
    result = f"{q.index} {percent_text(q.rate.percent)}" if q.rate else "" if q.mean is None else f"均值 {q.mean:.2f}"
    margin = f"{q.rate.margin:.1f}" if q.rate and q.rate.margin is not None else ""
    quiet = (q.counts.of(Role.UNKNOWN), q.counts.of(Role.REFUSED), q.counts.missing, q.counts.skipped)
    head: tuple[Value, ...] = (q.code, q.label, "", answered, "", result, margin, q.counts.valid, *quiet)
    lines: list[tuple[Value, ...]] = [
        ("", "", c.label, c.count, share_text(c.count, answered), *[""] * 7) for c in q.choices
    ]
    return [head, *lines]


def _open_answers(sheet: Worksheet, report: Report) -> None:
    write_title(sheet, f"{report.title} 开放意见", 4)
    at = write_table(sheet, 3, ("出现多的词", "份数"), list(report.words))
    last = write_table(sheet, at + 1, ("提到的地点", "份数"), list(report.places)) - 1
    set_columns(sheet, [240, 80, 80, 80])
    set_page(sheet, rows=last, columns=4, head="1:1", footer=report.title)


def _satisfied(q: QuestionFigure, rate: Rate) -> tuple[Value, ...]:
    percent, margin, base, _ = figures_of(rate)
    scale = [q.counts.of(role) for role in _SCALE]
    scale[1] += q.counts.of(Role.BASICALLY)
    return (q.code, q.label, *scale, rate.unknown, rate.refused, rate.missing, percent, margin, base)


def _rule(index: Index, rate: Rate, report: Report) -> str:
    if index is Index.AWARENESS and not report.heard_counts:
        return "知晓率＝知道 ÷ 作答（听说过不计入）"
    return _RULES.get(index) or _FORMULAS[Formula(rate.rule)]


def _count(values: Iterable[str]) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for value in values:
        found[value] = found.get(value, 0) + 1
    return list(found.items())
