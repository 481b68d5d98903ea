"""Paper-style lists (序号/检查项/标准) as plain tables: merged cells filled, head rows joined, totals left out."""

import re
from bisect import bisect_left, bisect_right
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path

from inspector.domain.errors import Place, Refused
from inspector.exchange.foreign import Sheet, cell_text, read_tables

HEAD_WORDS: Mapping[str, tuple[str, ...]] = {
    "number": ("序号", "编号", "项次"),
    "code": ("编码", "项目编码", "代码"),
    "section": ("类别", "分类", "板块", "一级指标", "测评项目", "考察项目", "大类"),
    "text": ("检查项", "检查项目", "检查内容", "测评内容", "考察内容", "项目", "内容", "二级指标", "指标", "项目名称"),
    "standard": ("标准", "检查标准", "测评标准", "评分标准", "要求", "工作要求", "具体标准", "达标标准"),
    "judging": ("判定", "判定方式", "考察方式"),
    "weight": ("权重", "分值", "分数", "标准分"),
    "unit": ("责任单位", "责任部门", "牵头单位", "主管单位"),
    "time_limit": ("时限", "整改时限", "完成时限"),
}
"""What the columns of such lists are called, by the field they hold; "number" is told apart but not taken in."""

_LOOK_FOR_HEAD = 15
_TOTALS = re.compile(r"(合计|总计|小计|总分)[:：]?")
_BLANKS = re.compile(r"\s+|[（(][^（）()]*[)）]$")


@dataclass(frozen=True, slots=True)
class PlainRow:
    """A row of the body with the number the person sees in the spreadsheet."""

    number: int
    texts: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class PlainTable:
    """A list with one name for every column; `header_rows` are the rows the names came from, `skipped` the totals."""

    file: str
    sheet: str
    header: tuple[str, ...]
    rows: tuple[PlainRow, ...]
    header_rows: tuple[int, ...]
    skipped: tuple[int, ...] = ()


def read_plain_list(path: Path) -> PlainTable:
    """The first sheet that has a head a person would recognise.

    Raises `Refused("foreign.…")` when the file cannot be read and `Refused("plain-list.no-head")` when no row in the
    first fifteen of any sheet names at least two known columns.
    """
    tables = read_tables(path)
    for sheet in tables.sheets:
        grid = _filled(sheet)
        head = _head(grid)
        if head and not sheet.hidden:
            return _table(tables.file, sheet, grid, head)
    raise Refused("plain-list.no-head", Place(file=tables.file))


def head_field(name: str) -> str:
    """The field a column of that name holds, "" when it is none we know. Of a joined name the last part decides."""
    plain = _BLANKS.sub("", name.rsplit("/", 1)[-1])
    return next((field for field, words in HEAD_WORDS.items() if plain in words), "")


def _filled(sheet: Sheet) -> dict[int, list[str]]:
    """Row number → texts, with the text of every merged range in all of its cells."""
    from openpyxl.utils.cell import range_boundaries

    width = max((len(row.cells) for row in sheet.rows), default=0)
    grid = {row.number: [cell_text(row.cell(column)) for column in range(width)] for row in sheet.rows}
    numbers = sorted(grid)
    for merged in sheet.merged:
        left, top, right, bottom = (int(bound or 1) for bound in range_boundaries(merged))
        text = grid.get(top, [])[left - 1] if top in grid and left <= width else ""
        for number in numbers[bisect_left(numbers, top) : bisect_right(numbers, bottom)] if text else ():
            grid[number][left - 1 : min(right, width)] = [text] * (min(right, width) - left + 1)
    return grid


def _head(grid: Mapping[int, Sequence[str]]) -> tuple[int, ...]:
    """The rows of the head: the first row naming two fields, and the next one when it goes on naming columns."""
    numbers = list(grid)
    for index, number in enumerate(numbers[:_LOOK_FOR_HEAD]):
        if len(_fields(grid[number])) >= 2:
            following = numbers[index + 1 : index + 2]
            return (number, *(n for n in following if _goes_on(grid[number], grid[n])))
    return ()


def _goes_on(first: Sequence[str], second: Sequence[str]) -> bool:
    """True when the second row repeats a merged name of the first, or parts a merged one into known names."""
    same = any(upper and upper == lower for upper, lower in zip(first, second, strict=True))
    wide = len({text for text in first if text}) < sum(1 for text in first if text)
    return (same and len(set(second)) > 1) or (wide and bool(_fields(second)))


def _fields(texts: Sequence[str]) -> set[str]:
    return {field for text in texts if (field := head_field(text))}


def _table(file: str, sheet: Sheet, grid: Mapping[int, Sequence[str]], head: tuple[int, ...]) -> PlainTable:
    columns = zip(*(grid[number] for number in head), strict=True)
    header = tuple("/".join(dict.fromkeys(part for part in parts if part)) for parts in columns)
    below = {number: texts for number, texts in grid.items() if number > head[-1] and any(texts)}
    totals = tuple(number for number, texts in below.items() if any(_TOTALS.fullmatch(text) for text in texts))
    rows = tuple(PlainRow(number, tuple(texts)) for number, texts in below.items() if number not in totals)
    return PlainTable(file, sheet.name, header, rows, head, totals)
