"""The columns of 整改清单: their names are the contract with every unit, left of ‖ ours, right of ‖ the unit's."""

from dataclasses import dataclass
from typing import Literal

OUTCOMES = ("已完成", "整改中", "申请延期", "不属本单位")
"""What a unit can choose in 办理结果."""

PHOTOS_IN_CELL = 3
PHOTO_HEIGHT = 96
"""Pixels; with the printed scale about 20 mm."""

_PHOTO_WIDTHS = {1: 116, 2: 92, 3: 70}
_PHOTO_GAP = 3


@dataclass(frozen=True, slots=True)
class ListColumn:
    """A column of the list. `pixels` is its width on the screen at 100 %; `prompt` is shown to who fills it in."""

    key: str
    name: str
    pixels: int
    across: Literal["left", "center"] = "left"
    ours: bool = True
    prompt: str = ""


LIST_COLUMNS = (
    ListColumn("seq", "序号", 36, "center"),
    ListColumn("no", "问题编号", 66, "center"),
    ListColumn("kind", "点位类型", 68, "center"),
    ListColumn("site", "点位名称", 82),
    ListColumn("location", "具体位置", 82),
    ListColumn("text", "存在问题", 128),
    ListColumn("before", "整改前照片", 122, "center"),
    ListColumn("requirement", "整改要求", 104),
    ListColumn("due", "整改时限", 84, "center"),
    ListColumn("done", "整改情况", 98, ours=False, prompt="写明采取了什么措施、现在是什么情况。"),
    ListColumn(
        "after",
        "整改后照片",
        104,
        "center",
        ours=False,
        prompt="把整改后的照片插入本格，与整改前同一角度；照片不要盖到别的行上。",
    ),
    ListColumn(
        "result", "办理结果", 66, "center", ours=False, prompt="从下拉列表中选一项：" + "、".join(OUTCOMES) + "。"
    ),
    ListColumn("completed", "完成时间", 84, "center", ours=False, prompt="填写日期，例如 2026-12-03。"),
    ListColumn("person", "责任人", 54, "center", ours=False, prompt="填写负责整改的人的姓名。"),
    ListColumn("phone", "联系电话", 90, "center", ours=False, prompt="填写手机号或带区号的座机号。"),
    ListColumn("remark", "备注", 56, ours=False, prompt="申请延期或不属本单位的，请写明理由。"),
)
MARK_NAME = "识别码"
"""Head of the hidden column after the last one; it holds `row_mark` of the finding."""

LIST_MANIFEST = ",".join(column.key for column in LIST_COLUMNS) + ",mark"
"""The columns in their order, as the workbook's properties tell them; at most 255 characters."""

BEFORE = next(index for index, column in enumerate(LIST_COLUMNS) if column.key == "before")


def photo_width(count: int) -> int:
    """The width in pixels of each of `count` photos beside each other."""
    return _PHOTO_WIDTHS[min(max(count, 1), PHOTOS_IN_CELL)]


def photo_offset(position: int, count: int) -> int:
    """Where in its cell the photo at `position` (from 0) of `count` begins, in pixels."""
    return _PHOTO_GAP + position * (photo_width(count) + _PHOTO_GAP)


def column_pixels(most_photos: int) -> tuple[int, ...]:
    """The widths of all columns when the fullest row shows `most_photos` photos."""
    shown = min(most_photos, PHOTOS_IN_CELL)
    needed = photo_offset(shown, shown) if shown else 0
    return tuple(
        max(column.pixels, needed) if index == BEFORE else column.pixels for index, column in enumerate(LIST_COLUMNS)
    )
