"""好的做法: a list with photos that an office prints or passes on."""

from collections.abc import Callable, Sequence
from datetime import date
from pathlib import Path

from inspector.domain.praises import ListedPraise
from inspector.exchange.dispatch_tables import Column
from inspector.exchange.excel_styles import DATE, Look
from inspector.exchange.office_table import OfficeRow, OfficeTable, write_office_tables
from inspector.exchange.rectification_rows import chinese_date

_CENTRE = Look(across="center")
_COLUMNS = (
    Column("序号", 48, _CENTRE),
    Column("点位", 180, Look()),
    Column("镇街", 110, _CENTRE),
    Column("好的做法", 330, Look()),
    Column("照片", 144, Look(down="bottom")),
    Column("照片数", 60, _CENTRE),
    Column("日期", 100, Look(across="center", number=DATE)),
    Column("记录人", 90, _CENTRE),
)
_PHOTO_COLUMN = 4


def write_praise_list(
    lines: Sequence[ListedPraise], day: date, issuer: str, picture: Callable[[str], bytes], path: Path
) -> None:
    """Write the list, A4 landscape, in the order of `lines`. Raises `Refused("file.…")`."""
    rows = [OfficeRow(_values(number, line), next(iter(line.photos), "")) for number, line in enumerate(lines, 1)]
    facts = f"{issuer}　　{chinese_date(day)}　　共 {len(lines)} 条"
    table = OfficeTable("好的做法", "实地检查好的做法", facts, _COLUMNS, rows, photo_column=_PHOTO_COLUMN)
    write_office_tables(path, [table], issuer, picture)


def _values(number: int, line: ListedPraise) -> tuple[str | int | date | None, ...]:
    return number, line.site, line.street, line.text, None, len(line.photos) or None, line.seen_on, line.seen_by
