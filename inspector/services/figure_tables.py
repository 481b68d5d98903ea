"""Figures as rows of a workbook for an office: Chinese words, every rate between the counts it is made of."""

from collections.abc import Iterator, Sequence

from inspector.domain.figures import FORMULAS, Counts, Figures, FiguresQuery, Group, Rate, quotient
from inspector.exchange.excel_cells import Value
from inspector.exchange.figures_sheet import figures_sheet
from inspector.exchange.streamed_book import StreamedSheet
from inspector.services.wording.figure_words import (
    COUNTS,
    GROUPINGS,
    MEANINGS,
    NOT_NAMED,
    PERIODS,
    RATES,
    TOO_FEW,
    formula,
)

SHEET = "统计"
TITLE = "问题整改情况统计"


def statistics_sheet(figures: Sequence[Figures]) -> StreamedSheet:
    """One sheet: everything together, then each grouping, then the formulas in words above."""
    rows = [_row("全部", "合计", figures[0].whole), *(row for one in figures for row in _rows(one))]
    return figures_sheet(SHEET, TITLE, _facts(figures[0]), _heads(), rows)


def _heads() -> tuple[tuple[str, bool], ...]:
    heads: list[tuple[str, bool]] = [("分组", False), ("名称", False)]
    heads += [(words, is_rate) for words, is_rate, _ in _figures(Counts())]
    return (*heads, ("检查次数", False), ("说明", False))


def _rows(figures: Figures) -> Iterator[tuple[Value, ...]]:
    for group in figures.groups:
        yield _row(GROUPINGS[figures.asked.by].zh, group.name or NOT_NAMED.zh, group.counts, group)


def _row(grouping: str, name: str, counts: Counts, group: Group | None = None) -> tuple[Value, ...]:
    values = (value for _, _, value in _figures(counts))
    visits = group.visits if group else None
    note = TOO_FEW.zh if group and not group.is_ranked else None
    return (grouping, name, *values, visits, note)


def _figures(counts: Counts) -> Iterator[tuple[str, bool, Value]]:
    """Head, whether it is a rate, and value; a count stands once, before the first rate it is needed for."""
    told: set[str] = set()
    for rate in Rate:
        parts = FORMULAS[rate]
        for name in (parts.whole, parts.part):
            if name not in told:
                told.add(name)
                yield COUNTS[name].zh, False, getattr(counts, name)
        yield RATES[rate].zh, True, quotient(counts, rate).value


def _facts(figures: Figures) -> str:
    made = f"统计时间：{figures.made_at:%Y-%m-%d %H:%M}　　{period_words(figures.asked)}"
    formulas = [formula(rate, "zh") for rate in Rate]
    counted = [f"{COUNTS[name].zh}：{words.zh}" for name, words in MEANINGS.items()]
    few = "问题不足 30 条或者检查不足 3 次的，标“样本不足”，不参加比较"
    half = len(counted) // 2
    lines = (made, "　　".join(formulas), "；".join(counted[:half]), "；".join(counted[half:]), few)
    return "\n".join(lines)


def period_words(asked: FiguresQuery) -> str:
    """Which findings, as an office writes it."""
    if asked.first is None and asked.last is None:
        return "统计范围：全部时间"
    first, last = (f"{day:%Y-%m-%d}" if day else "" for day in (asked.first, asked.last))
    return f"统计范围：{first} 至 {last}（{PERIODS[asked.period_of].zh}）"
