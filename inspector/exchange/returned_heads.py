"""Finds the header row of a returned list wherever it stands, and which column is which, renamed or moved."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise

from inspector.domain.names import plain_name
from inspector.exchange.foreign_tables import Row
from inspector.exchange.rectification_columns import LIST_COLUMNS, MARK_NAME

MARK = "mark"
_ORDER = [*(column.key for column in LIST_COLUMNS), MARK]
_ALSO = {
    "seq": "编号序号 排序 行号",
    "no": "编号 问题编码 问题序号 案件编号",
    "kind": "类型 点位类别 场所类型",
    "site": "点位 名称 地点 场所名称 点位（类型+名称）",
    "location": "位置 详细位置 具体地点",
    "text": "问题 问题描述 具体问题 存在的问题 问题内容",
    "before": "整改前 整改前图片 问题照片 整改前照片（图）",
    "requirement": "要求 整改建议",
    "due": "时限 整改期限 完成时限 办理时限",
    "done": "整改措施 整改结果 整改落实情况 整改完成情况 办理情况 整改情况说明 落实情况",
    "after": "整改后 整改后图片 整改照片 整改后照片（图） 整改图片",
    "result": "是否完成 是否整改 整改状态 办理状态 完成情况 结果",
    "completed": "完成日期 整改完成时间 办结时间 整改时间 办结日期",
    "person": "整改责任人 负责人 经办人 责任人姓名",
    "phone": "电话 手机 联系方式 责任人电话 手机号",
    "remark": "说明 备注说明",
    MARK: "",
}
_NAMES: Mapping[str, str] = {
    plain_name(name): key
    for key in _ORDER
    for name in (
        *([MARK_NAME] if key == MARK else [c.name for c in LIST_COLUMNS if c.key == key]),
        *_ALSO[key].split(),
    )
}
_LEAST_NAMES = 4
"""So many known names make a row a header; one that also has 问题编号 or the hidden column needs only three."""


_LONGEST_NAME = 40
"""What is longer is what a cell says, and no name of a column."""


@dataclass(frozen=True, slots=True)
class Heads:
    """Column → index from 0, and the columns that were told by their place: (name in the file, column)."""

    columns: Mapping[str, int]
    renamed: tuple[tuple[str, str], ...] = ()

    @property
    def ours(self) -> frozenset[int]:
        """The columns that belong to the office."""
        return frozenset(self.columns[c.key] for c in LIST_COLUMNS if c.ours and c.key in self.columns)


def heads_of(row: Row) -> Heads | None:
    """The columns this row names, None when it is no header."""
    names = [cell.strip() if isinstance(cell, str) else "" for cell in row.cells]
    columns: dict[str, int] = {}
    for index, name in enumerate(names):
        key = _NAMES.get(plain_name(name)) if 0 < len(name) <= _LONGEST_NAME else None
        if key and key not in columns:
            columns[key] = index
    least = _LEAST_NAMES - bool({"no", MARK} & columns.keys())
    if len(columns) < least:
        return None
    renamed = _told_by_place(names, columns)
    return Heads(columns | {key: index for _, key, index in renamed}, tuple((name, key) for name, key, _ in renamed))


def _told_by_place(names: Sequence[str], columns: Mapping[str, int]) -> list[tuple[str, str, int]]:
    """Columns with an unknown name between two known ones, when exactly as many are missing there as the list has."""
    known = sorted(columns.items(), key=lambda item: item[1])
    found = []
    for (before, left), (after, right) in pairwise(known):
        missing = _ORDER[_ORDER.index(before) + 1 : _ORDER.index(after)]
        between = range(left + 1, right)
        if len(missing) == len(between) and not any(key in columns for key in missing):
            found += [(names[index], key, index) for key, index in zip(missing, between, strict=True) if names[index]]
    return found
