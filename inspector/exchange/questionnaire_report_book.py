"""问卷结果: the report as a workbook to print and hand to units, in Chinese, with charts Excel draws itself."""

import re
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path

from openpyxl import Workbook
from openpyxl.chart import BarChart, Reference
from openpyxl.styles import Alignment, Border, Font, PatternFill, Side
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.questionnaires.figures import LEAST_TO_RANK, Formula, Rate
from inspector.domain.questionnaires.report import GroupFigure, QuestionFigure, Report
from inspector.domain.questionnaires.roles import Index, Role
from inspector.exchange.excel_cells import excel_text
from inspector.exchange.excel_page import set_columns, set_page
from inspector.exchange.excel_styles import BODY_FONT, GREY, HEAD_FONT, TITLE_FONT, name_document
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
_MODES = {"self": "自填", "interviewer": "代填", "paper": "纸质录入"}
_DOUBTS = {"too-fast": "答得太快", "alike": "雷同", "burst": "短时间多份", "half-empty": "空题过半"}
_FACETS = {"community": "社区", "street": "镇街", "site": "点位"}
_SCALE = (Role.VERY_SATISFIED, Role.SATISFIED, Role.FAIR, Role.DISSATISFIED, Role.VERY_DISSATISFIED)
_SCALE_WORDS = ("很满意", "满意", "一般", "不满意", "很不满意")
_COLOURS = ("1F4E8C", "5B8CC9", "B4CBE6", "E3B173", "B5651D")
"""From very satisfied to very dissatisfied; they also differ in grey."""

_FIGURE = re.compile(r"[±—\d][\d.,]*( %)?$|\d+ / \d+ / \d+$")
_ROW_POINTS, _ONE_LINE = 22.0, 40
_LINE = Side(style="thin")
_BORDER = Border(left=_LINE, right=_LINE, top=_LINE, bottom=_LINE)

Value = str | int | float | None


def write_report(
    report: Report, groups: Mapping[str, Sequence[GroupFigure]], names: Mapping[str, str], file: Path
) -> None:
    """Write the workbook; a file already there stays whole until the new one is complete. Raises `Refused("file.…")`.

    `groups` are the headline question's shares by facet, `names` the names of places by id.
    """
    book = Workbook()
    _overview(book.worksheets[0], report)
    _satisfaction(book.create_sheet("满意程度"), report)
    _questions(book.create_sheet("各题"), report)
    _groups(book.create_sheet("分组"), report, groups, names)
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
        ("版本", "、".join(report.versions)),
        ("发放", str(out)),
        ("回收", f"{back}（回收率 {_share(back, out)}）"),
        ("有效", f"{counted.valid}（有效率 {_share(counted.valid, back)}；答了一半以上的为有效）"),
        ("拒访", f"{counted.refusals}（另计，不进分母）"),
        ("方式", "，".join(f"{_MODES.get(mode, mode)} {number}" for mode, number in counted.by_mode)),
        ("质量提醒", f"{flagged} 份" + "".join(f"，{_DOUBTS[w]} {n}" for w, n in _count(d.why for d in doubts))),
        ("满意率公式", _FORMULAS[report.formula]),
        ("听说过", "计入知晓" if report.heard_counts else "不计入知晓"),
    ]
    _title(sheet, f"{report.title} 问卷结果", 6)
    at = _table(sheet, 3, ("项目", "内容"), rows)
    heads = ("指标", "算法", "结果", "±误差（95%）", "有效作答", "不了解 / 拒答 / 未答")
    figures = [(str(index), _rule(index, one), *_figures(one)) for index, one in report.indexes]
    _table(sheet, at + 1, heads, figures)
    set_columns(sheet, [110, 420, 90, 110, 90, 170])
    set_page(sheet, rows=at + 2 + len(figures), columns=6, head="1:1", footer=report.title)


def _satisfaction(sheet: Worksheet, report: Report) -> None:
    rated = [q for q in report.questions if q.index in {Index.SATISFACTION, Index.OVERALL} and q.rate]
    rated.sort(key=lambda q: -(q.rate.percent or 0) if q.rate else 0)
    heads = ("题", "您对……", *_SCALE_WORDS, "不了解", "拒答", "未答", "满意率", "±误差", "有效作答")
    rows = [_satisfied(q, q.rate) for q in rated if q.rate]
    _title(sheet, f"{report.title} 满意程度（{_FORMULAS[report.formula]}）", len(heads))
    last = _table(sheet, 3, heads, rows) - 1
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
    _title(sheet, f"{report.title} 各题结果", len(heads))
    last = _table(sheet, 3, heads, rows) - 1
    set_columns(sheet, [50, 280, 110, 56, 70, 110, 60, 72, 60, 56, 56, 84])
    set_page(sheet, rows=last, columns=len(heads), head="3:3", footer=report.title)


def _question_rows(q: QuestionFigure) -> list[tuple[Value, ...]]:
    answered = q.counts.shown - q.counts.missing
    result = f"{q.index} {_percent(q.rate.percent)}" if q.rate else "" if q.mean is None else f"均值 {q.mean:.2f}"
    margin = f"{q.rate.margin:.1f}" if q.rate and q.rate.margin is not None else ""
    quiet = (q.counts.of(Role.UNKNOWN), q.counts.of(Role.REFUSED), q.counts.missing, q.counts.skipped)
    head: tuple[Value, ...] = (q.code, q.label, "", answered, "", result, margin, q.counts.valid, *quiet)
    lines: list[tuple[Value, ...]] = [
        ("", "", c.label, c.count, _share(c.count, answered), *[""] * 7) for c in q.choices
    ]
    return [head, *lines]


def _groups(
    sheet: Worksheet, report: Report, groups: Mapping[str, Sequence[GroupFigure]], names: Mapping[str, str]
) -> None:
    heads = ("分组", "名称", "结果", "±误差（95%）", "有效作答", "答卷", "说明")
    rows: list[tuple[Value, ...]] = []
    for facet, figures in groups.items():
        for one in figures:
            note = "" if one.rate.rankable else f"不足 {LEAST_TO_RANK} 人，不列名次"
            percent, margin, base, _ = _figures(one.rate)
            rows.append((_FACETS.get(facet, facet), names.get(one.value, one.value) or "（未注明）",
                         percent if one.rate.rankable else "—", margin, base, one.responses, note))  # fmt: skip
    _title(sheet, f"{report.title} 分组结果", len(heads))
    last = _table(sheet, 3, heads, rows) - 1
    set_columns(sheet, [80, 240, 90, 110, 90, 80, 220])
    set_page(sheet, rows=last, columns=len(heads), head="3:3", footer=report.title)


def _open_answers(sheet: Worksheet, report: Report) -> None:
    _title(sheet, f"{report.title} 开放意见", 4)
    at = _table(sheet, 3, ("出现多的词", "份数"), list(report.words))
    last = _table(sheet, at + 1, ("提到的地点", "份数"), list(report.places)) - 1
    set_columns(sheet, [240, 80, 80, 80])
    set_page(sheet, rows=last, columns=4, head="1:1", footer=report.title)


def _satisfied(q: QuestionFigure, rate: Rate) -> tuple[Value, ...]:
    percent, margin, base, _ = _figures(rate)
    scale = [q.counts.of(role) for role in _SCALE]
    scale[1] += q.counts.of(Role.BASICALLY)
    return (q.code, q.label, *scale, rate.unknown, rate.refused, rate.missing, percent, margin, base)


def _figures(rate: Rate) -> tuple[Value, Value, Value, Value]:
    margin = "" if rate.margin is None else f"±{rate.margin:.1f}"
    return _percent(rate.percent), margin, rate.base, f"{rate.unknown} / {rate.refused} / {rate.missing}"


def _rule(index: Index, rate: Rate) -> str:
    return _RULES.get(index) or _FORMULAS[Formula(rate.rule)]


def _percent(percent: float | None) -> str:
    return "—" if percent is None else f"{percent:.1f} %"


def _share(part: int, whole: int) -> str:
    return f"{100 * part / whole:.1f} %" if whole else "—"


def _count(values: Iterable[str]) -> list[tuple[str, int]]:
    found: dict[str, int] = {}
    for value in values:
        found[value] = found.get(value, 0) + 1
    return list(found.items())


def _title(sheet: Worksheet, text: str, width: int) -> None:
    sheet.merge_cells(start_row=1, end_row=1, start_column=1, end_column=width)
    cell = sheet.cell(1, 1, excel_text(text))
    cell.data_type = "s"
    cell.font = Font(name=TITLE_FONT, size=16)
    cell.alignment = Alignment(horizontal="center", vertical="center", wrap_text=True)
    sheet.row_dimensions[1].height = 36


def _table(sheet: Worksheet, at: int, heads: Sequence[str], rows: Sequence[Sequence[Value]]) -> int:
    """Write a table from row `at` on; returns the row behind it."""
    for number, row in enumerate((heads, *rows)):
        longest = max((len(value) for value in row if isinstance(value, str)), default=0)
        sheet.row_dimensions[at + number].height = _ROW_POINTS * (2 if longest > _ONE_LINE else 1)
        for column, value in enumerate(row, 1):
            cell = sheet.cell(at + number, column, excel_text(value) if isinstance(value, str) else value)
            if isinstance(value, str) and value:
                cell.data_type = "s"
            cell.font = Font(name=BODY_FONT if number else HEAD_FONT, size=11)
            cell.border = _BORDER
            centred = not number or not isinstance(value, str) or _FIGURE.match(value) is not None
            cell.alignment = Alignment("center" if centred else "left", "center", wrap_text=True)
            if not number:
                cell.fill = PatternFill("solid", fgColor=GREY)
    return at + 1 + len(rows)
