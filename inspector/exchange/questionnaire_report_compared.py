"""The report's comparisons: groups of one question, one question crossed with others, shares from round to round."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from openpyxl.chart import LineChart, Reference
from openpyxl.worksheet.pagebreak import Break
from openpyxl.worksheet.worksheet import Worksheet

from inspector.domain.questionnaires.figures import LEAST_TO_RANK
from inspector.domain.questionnaires.report import GroupFigure, QuestionFigure, Report
from inspector.domain.questionnaires.roles import Index
from inspector.domain.questionnaires.signs import Answer
from inspector.domain.questionnaires.trends import Every, TrendPoint
from inspector.exchange.excel_page import page_rooms, set_columns, set_page
from inspector.exchange.questionnaire_report_tables import (
    Value,
    figures_of,
    keep_tables_whole,
    write_table,
    write_title,
)

MODES = {"self": "自填", "interviewer": "代填", "paper": "纸质录入"}
_FACETS = {
    "site": "点位",
    "community": "社区",
    "street": "镇街",
    "unit": "责任单位",
    "mode": "方式",
    "interviewer": "访问员",
}
_EVERY = {Every.MONTH: "月份", Every.QUARTER: "季度", Every.VERSION: "问卷版本"}
_CHART_ROWS = 18


@dataclass(frozen=True, slots=True)
class Compared:
    """`headline` is the question that groups and cross tables are of, its shares by facet; `crossed` by the code of the
    other question; `trends` of each index; `names` those of places by id.
    """

    headline: str
    groups: Mapping[str, Sequence[GroupFigure]]
    crossed: Mapping[str, Mapping[Answer, Mapping[Answer, int]]]
    trends: Mapping[tuple[Index, Every], Sequence[TrendPoint]]
    names: Mapping[str, str]


def groups_sheet(sheet: Worksheet, title: str, compared: Compared) -> None:
    """The headline question by place, unit, way of asking and interviewer."""
    heads = ("分组", "名称", "结果", "±误差（95%）", "有效作答", "答卷", "说明")
    rows: list[tuple[Value, ...]] = []
    for facet, figures in compared.groups.items():
        for one in figures:
            note = "" if one.rate.rankable else f"不足 {LEAST_TO_RANK} 人，不列名次"
            percent, margin, base, _ = figures_of(one.rate)
            if not one.rate.rankable:
                percent = margin = "—"
            name = MODES.get(one.value) if facet == "mode" else compared.names.get(one.value, one.value)
            rows.append((_FACETS[facet], name or "（未注明）", percent, margin, base, one.responses, note))
    write_title(sheet, f"{title} 分组结果（{compared.headline}）", len(heads))
    last = write_table(sheet, 3, heads, rows) - 1
    set_columns(sheet, [80, 240, 90, 110, 90, 80, 220])
    set_page(sheet, rows=last, columns=len(heads), head="3:3", footer=title)


def crossed_sheet(sheet: Worksheet, report: Report, compared: Compared) -> None:
    """The headline question's answers down, those of questions about the person across: one table below the other."""
    figures = {figure.code: figure for figure in report.questions}
    at, width, starts = 3, 4, list[int]()
    for code, table in compared.crossed.items():
        down, across = figures[compared.headline], figures[code]
        columns = [choice for choice in across.choices if table.get(choice.name)]
        heads = (f"{down.code} × {across.code} {across.label}", *(choice.label for choice in columns), "合计")
        starts.append(at)
        at = write_table(sheet, at, heads, _crossed_rows(down, [table[choice.name] for choice in columns])) + 1
        width = max(width, len(heads))
    write_title(sheet, f"{report.title} 交叉表（{compared.headline}）", width)
    pixels = [300, *[80] * (width - 1)]
    set_columns(sheet, pixels)
    keep_tables_whole(sheet, starts, at, min(page_rooms(pixels)))
    set_page(sheet, rows=max(at - 2, 3), columns=width, head="1:1", footer=report.title)


def trend_sheet(sheet: Worksheet, title: str, formula: str, compared: Compared) -> None:
    """Every index from round to round, with a chart of the months."""
    heads = ("间隔", "指标", "时间或版本", "结果", "±误差（95%）", "有效作答", "答卷", "比上次", "说明")
    write_title(sheet, f"{title} 趋势（各次都用同一公式。{formula}）", len(heads))
    rows = [
        (_EVERY[every], str(index), point.period, *_point(point))
        for (index, every), points in compared.trends.items()
        for point in points
    ]
    last = write_table(sheet, 3, heads, rows) - 1
    set_columns(sheet, [80, 110, 110, 80, 100, 80, 70, 80, 220])
    charted = _chart(sheet, compared, last + 2)
    set_page(sheet, rows=charted, columns=len(heads), head="3:3", footer=title)


def _point(point: TrendPoint) -> tuple[Value, ...]:
    percent, margin, base, _ = figures_of(point.rate)
    if not point.rate.rankable:
        return "—", margin, base, point.responses, "", f"不足 {LEAST_TO_RANK} 人，不比较"
    change = "" if point.change is None else f"{point.change:+.1f}"
    return percent, margin, base, point.responses, change, "" if point.certain or not change else "在误差范围内"


def _chart(sheet: Worksheet, compared: Compared, at: int) -> int:
    """A line an index over the months; returns the last row it covers. Nothing below two months: no trend."""
    lines = {index: points for (index, every), points in compared.trends.items() if every is Every.MONTH}
    months = sorted({point.period for points in lines.values() for point in points})
    if len(months) < 2:
        return at - 2
    known = {(index, p.period): p.rate.percent for index, points in lines.items() for p in points if p.rate.rankable}
    rows = [(month, *(_rounded(known.get((index, month))) for index in lines)) for month in months]
    last = write_table(sheet, at, ("月份", *map(str, lines)), rows) - 1
    sheet.row_breaks.append(Break(at - 1))  # table and chart stand on one page
    chart = LineChart()
    chart.title, chart.height, chart.width = "逐月走势（%）", 9, 24
    chart.add_data(Reference(sheet, min_col=2, max_col=1 + len(lines), min_row=at, max_row=last), titles_from_data=True)
    chart.set_categories(Reference(sheet, min_col=1, min_row=at + 1, max_row=last))
    chart.y_axis.scaling.min, chart.y_axis.scaling.max = 0, 100
    chart.y_axis.delete = chart.x_axis.delete = False
    sheet.add_chart(chart, f"A{last + 2}")
    return last + 1 + _CHART_ROWS


def _crossed_rows(down: QuestionFigure, tables: Sequence[Mapping[Answer, int]]) -> list[tuple[Value, ...]]:
    counts = [(choice.label, [table.get(choice.name, 0) for table in tables]) for choice in down.choices]
    return [(label, *numbers, sum(numbers)) for label, numbers in counts]


def _rounded(percent: float | None) -> float | None:
    return None if percent is None else round(percent, 1)
