"""The tables of 交办汇总: what stands in which column, counted by unit, by kind and by deadline."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from inspector.domain.rectification_list import (
    DispatchSummary,
    ListRow,
    RectificationList,
    Share,
    shares_by_deadline,
    shares_by_kind,
    shares_by_unit,
)
from inspector.exchange.excel_cells import Value
from inspector.exchange.excel_styles import DATE, Look

SUMMARY_SHEET = "交办汇总"
KIND_SHEET = "按点位类型"
DEADLINE_SHEET = "按整改时限"
FULL_SHEET = "问题总表"


@dataclass(frozen=True, slots=True)
class Column:
    """A column: its width in pixels and how its cells look."""

    name: str
    pixels: int
    look: Look


@dataclass(frozen=True, slots=True)
class Table:
    """One sheet: its columns, its rows of values, and the totals below them (none: no line)."""

    sheet: str
    title: str
    columns: tuple[Column, ...]
    rows: tuple[tuple[Value, ...], ...]
    total: tuple[Value, ...] = ()


def summary_tables(summary: DispatchSummary) -> tuple[Table, ...]:
    """The sheets in their order: per unit, per kind, per deadline, and every finding once."""
    return _units(summary), _kinds(summary), _deadlines(summary), _findings(summary)


def _units(summary: DispatchSummary) -> Table:
    shares = shares_by_unit(summary)
    rows = tuple(
        (number, share.name, share.findings, share.helping, share.photos, share.first_due, share.last_due, None, None)
        for number, share in enumerate(shares, 1)
    )
    columns = (
        _number("序号", 50),
        _text("责任单位", 260),
        _number("问题数", 80),
        _number("配合数", 80),
        _number("照片数", 80),
        _day("最早时限"),
        _day("最晚时限"),
        _text("签收人", 120),
        _text("签收日期", 120),
    )
    return Table(SUMMARY_SHEET, summary.title, columns, rows, _total(shares, ("合计", None), (None,) * 4))


def _kinds(summary: DispatchSummary) -> Table:
    shares = shares_by_kind(summary)
    rows = tuple(
        (number, share.name, share.findings, share.photos, len(share.units), "、".join(share.units))
        for number, share in enumerate(shares, 1)
    )
    return _shares_table(KIND_SHEET, "点位类型", shares, rows, summary)


def _deadlines(summary: DispatchSummary) -> Table:
    shares = shares_by_deadline(summary)
    rows = tuple(
        (number, share.first_due or share.name, share.findings, share.photos, len(share.units), "、".join(share.units))
        for number, share in enumerate(shares, 1)
    )
    return _shares_table(DEADLINE_SHEET, "整改时限", shares, rows, summary)


def _shares_table(
    sheet: str, by: str, shares: Sequence[Share], rows: tuple[tuple[Value, ...], ...], summary: DispatchSummary
) -> Table:
    columns = (
        _number("序号", 50),
        Column(by, 150, Look(across="center", number=DATE)),
        _number("问题数", 80),
        _number("照片数", 80),
        _number("单位数", 80),
        _text("责任单位", 560),
    )
    total = ("合计", None, sum(share.findings for share in shares), sum(share.photos for share in shares), None, None)
    return Table(sheet, f"{summary.title}（{sheet}）", columns, rows, total)


def _findings(summary: DispatchSummary) -> Table:
    columns = (
        _number("序号", 44),
        _text("责任单位", 120),
        _text("问题编号", 76),
        _text("点位类型", 104),
        _text("点位名称", 110),
        _text("具体位置", 120),
        _text("存在问题", 232),
        _text("整改要求", 180),
        _text("配合单位", 100),
        _day("整改时限"),
        _number("照片数", 56),
    )
    led = [(one, row) for one in summary.lists for row in one.rows if not row.lead_unit]
    rows = tuple(_finding(number, one, row) for number, (one, row) in enumerate(led, 1))
    return Table(FULL_SHEET, f"{summary.title}（{FULL_SHEET}）", columns, rows)


def _finding(number: int, one: RectificationList, row: ListRow) -> tuple[Value, ...]:
    return (
        number,
        one.unit_name,
        row.no,
        row.kind_name,
        row.site_name,
        row.location,
        row.text,
        row.requirement,
        "、".join(row.co_units),
        row.due_on or row.time_limit,
        len(row.photos),
    )


def _total(shares: Iterable[Share], before: tuple[Value, ...], after: tuple[Value, ...]) -> tuple[Value, ...]:
    held = tuple(shares)
    counts = (sum(s.findings for s in held), sum(s.helping for s in held), sum(s.photos for s in held))
    return (*before, *counts, *after)


def _number(name: str, pixels: int) -> Column:
    return Column(name, pixels, Look(across="center"))


def _text(name: str, pixels: int) -> Column:
    return Column(name, pixels, Look())


def _day(name: str) -> Column:
    return Column(name, 100, Look(across="center", number=DATE))
