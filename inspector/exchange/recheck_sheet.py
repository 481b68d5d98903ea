"""复查现场表: what to look at, in the order of the way, with boxes to tick; keyed in again by its numbers."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.exchange.dispatch_tables import Column
from inspector.exchange.excel_styles import TEXT, Look
from inspector.exchange.office_table import OfficeRow, OfficeTable, write_office_tables
from inspector.exchange.rectification_rows import chinese_date

_CENTRE = Look(across="center")
_COLUMNS = (
    Column("序号", 48, Look(across="center", points=16)),
    Column("编号", 78, Look(across="center", number=TEXT)),
    Column("点位", 130, Look()),
    Column("具体位置", 130, Look()),
    Column("存在问题", 190, Look()),
    Column("整改前照片", 144, Look(down="bottom")),
    Column("单位反馈", 150, Look()),
    Column("复查结果", 104, Look(points=12)),
    Column("复查意见", 150, Look()),
)
_BOXES = "□ 1 已改好\n□ 2 没改好\n□ 3 看不到"


@dataclass(frozen=True, slots=True)
class SheetLine:
    """One finding on the sheet; `photo` is the SHA-256 of its list picture before."""

    no: str
    site: str
    street: str
    place: str
    text: str
    unit: str
    said: str
    photo: str = ""


def write_recheck_sheet(lines: Sequence[SheetLine], day: date, picture: Callable[[str], bytes], path: Path) -> None:
    """Write the sheet, A4 landscape, numbered from 1. Raises `Refused("file.…")`."""
    rows = [OfficeRow(_values(number, line), line.photo) for number, line in enumerate(lines, 1)]
    facts = f"打印日期：{chinese_date(day)}　　共 {len(lines)} 条　　复查人：＿＿＿＿＿＿　　复查日期：＿＿＿＿＿＿"
    table = OfficeTable("复查现场表", "整改复查现场表", facts, _COLUMNS, rows, photo_column=5, least_points=66)
    write_office_tables(path, [table], "", picture)


def _values(number: int, line: SheetLine) -> tuple[str | int | None, ...]:
    site = "\n".join(filter(None, (line.site, line.street)))
    said = "\n".join(filter(None, (line.unit, line.said)))
    return number, line.no, site, line.place, line.text, None, said, _BOXES, None
