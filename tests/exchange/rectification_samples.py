"""Lists as an office sends them, with pictures drawn by code, for the tests of the files that leave."""

import io
from dataclasses import replace
from datetime import date
from functools import cache
from pathlib import Path

from PIL import Image

from inspector.domain.rectification_list import DispatchSummary, ListRow, RectificationList
from inspector.exchange.rectification_list import ListWritten, write_rectification_list

PHOTO_COUNTS = (1, 0, 3, 2, 9)


def silent(done: int, of: int, what: str = "") -> None:
    """Nobody watches."""
    del done, of, what


@cache
def picture(sha: str) -> bytes:
    """A small list picture of its own colour; odd numbers stand upright."""
    number = int(sha)
    size = (60, 80) if number % 2 else (80, 60)
    out = io.BytesIO()
    Image.new("RGB", size, (number * 37 % 256, number * 91 % 256, 120)).save(out, "JPEG")
    return out.getvalue()


def row(number: int, first_photo: int = 0, photos: int = 0) -> ListRow:
    """The finding with that number, counted from 1."""
    return ListRow(
        finding_id=f"0192f0c4-6a5c-7d4e-9a57-{number:012d}",
        no=f"LX-{number:04d}",
        seq=number,
        kind_name=("居民小区", "农贸市场", "主次干道")[number % 3],
        site_name=("红莲市场", "幸福里小区（二期）")[number % 2],
        location="3号楼2单元",
        text="楼道内堆放杂物、电动车飞线充电，存在安全隐患",
        photos=tuple(str(first_photo + position) for position in range(photos)),
        requirement="立即清理，加强日常保洁",
        time_limit=("立行立改", "", "长期")[number % 3],
        due_on=None if number % 3 == 2 else date(2026, 12, 1 + number % 9),
        revision=f"{number:032x}",
    )


def order(findings: int = 5, unit: str = "红莲街道办事处") -> RectificationList:
    """A list with 1, 0, 3, 2, 9, 1, 0, … photos to its findings."""
    rows, photos = [], 0
    for number in range(1, findings + 1):
        count = PHOTO_COUNTS[(number - 1) % len(PHOTO_COUNTS)]
        rows.append(row(number, photos, count))
        photos += count
    return RectificationList(
        dispatch_id="0192f0c4-6a5c-7d4e-9a57-dddddddddddd",
        unit_id="unit-7",
        unit_name=unit,
        number="创城办〔2026〕12号",
        title="全国文明城市创建问题整改清单（红莲街道）",
        issuer="区创建办",
        issued_on=date(2026, 11, 22),
        reply_by=date(2026, 12, 5),
        rows=tuple(rows),
        issued_by="张三",
        revision="rev-1",
    )


def summary() -> DispatchSummary:
    """Two units; the second helps with one finding of the first."""
    first, second = order(5), order(7, "区城管局")
    helping = replace(second.rows[0], lead_unit=first.unit_name)
    second = replace(second, unit_id="unit-8", rows=(helping, *second.rows[1:]))
    return DispatchSummary(
        first.dispatch_id, first.number, "交办汇总表", first.issuer, first.issued_on, first.reply_by, (first, second)
    )


def written(one: RectificationList, folder: Path) -> ListWritten:
    """The list written with the drawn pictures."""
    return write_rectification_list(one, picture, folder / "清单.xlsx", silent)
