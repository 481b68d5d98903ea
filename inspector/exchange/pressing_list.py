"""催办清单: a sheet a leader reads (units with their numbers) and a sheet to telephone by (every finding)."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from inspector.exchange.dispatch_tables import Column
from inspector.exchange.excel_styles import DATE, TEXT, Look
from inspector.exchange.office_table import OfficeRow, OfficeTable, write_office_tables
from inspector.exchange.rectification_rows import chinese_date

_CENTRE = Look(across="center")
_DAY = Look(across="center", number=DATE)
_BY_UNIT = (
    Column("序号", 60, _CENTRE),
    Column("责任单位", 260, Look()),
    Column("联系人", 110, _CENTRE),
    Column("联系电话", 140, Look(across="center", number=TEXT)),
    Column("已超期", 90, _CENTRE),
    Column("最长超期（天）", 120, _CENTRE),
    Column("七天内到期", 110, _CENTRE),
    Column("催办情况", 220, Look()),
)
_FINDINGS = (
    Column("序号", 50, _CENTRE),
    Column("责任单位", 140, Look()),
    Column("编号", 84, Look(across="center", number=TEXT)),
    Column("点位", 140, Look()),
    Column("具体位置", 140, Look()),
    Column("存在问题", 220, Look()),
    Column("整改期限", 100, _DAY),
    Column("超期（天）", 76, _CENTRE),
    Column("退回次数", 70, _CENTRE),
    Column("交办文号", 150, Look()),
)


@dataclass(frozen=True, slots=True)
class PressedLine:
    """One finding that is owed, with the unit that owes it; `overdue` in days, 0 for what falls due soon."""

    unit: str
    contact: str
    phone: str
    no: str
    site: str
    place: str
    text: str
    due_on: date | None
    overdue: int
    send_backs: int
    dispatch: str


def write_pressing_list(lines: Sequence[PressedLine], day: date, issuer: str, path: Path) -> None:
    """Write both sheets, A4 landscape; `lines` come unit by unit. Raises `Refused("file.…")`."""
    late = sum(line.overdue > 0 for line in lines)
    facts = f"{issuer}　　{chinese_date(day)}　　已超期 {late} 条　　七天内到期 {len(lines) - late} 条"
    findings = [OfficeRow(_finding(number, line)) for number, line in enumerate(lines, 1)]
    tables = (
        OfficeTable("按单位", "整改催办清单", facts, _BY_UNIT, [OfficeRow(row) for row in _units(lines)]),
        OfficeTable("问题明细", "整改催办问题明细", facts, _FINDINGS, findings),
    )
    write_office_tables(path, tables, issuer, _no_picture)


def _units(lines: Sequence[PressedLine]) -> Iterable[tuple[str | int | None, ...]]:
    by_unit: dict[str, list[PressedLine]] = {}
    for line in lines:
        by_unit.setdefault(line.unit, []).append(line)
    for number, (unit, owed) in enumerate(by_unit.items(), 1):
        late = [line.overdue for line in owed if line.overdue]
        yield number, unit, owed[0].contact, owed[0].phone, len(late), max(late, default=0), len(owed) - len(late), None


def _finding(number: int, line: PressedLine) -> tuple[str | int | date | None, ...]:
    where = (line.site, line.place, line.text, line.due_on)
    return number, line.unit, line.no, *where, line.overdue or None, line.send_backs or None, line.dispatch


def _no_picture(sha: str) -> bytes:
    raise AssertionError(f"the list holds no pictures, {sha} was asked for")
