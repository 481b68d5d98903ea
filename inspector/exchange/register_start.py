"""The registers a new workspace begins with, from `resources/registers`: units, kinds of site, the work calendar.

Ids follow from the codes in the files, so that every laptop of a district starts with the same records and merging
finds nothing to merge.
"""

import csv
import io
import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path

from inspector.config.paths import RESOURCES
from inspector.domain.calendars import WorkCalendar
from inspector.domain.errors import Place, Refused
from inspector.domain.names import name_index
from inspector.domain.sites import SiteKind
from inspector.domain.unit_rules import LOCAL
from inspector.domain.units import Unit, UnitGroup
from inspector.exchange.foreign_text import decoded

REGISTERS = RESOURCES / "registers"
HOLIDAYS = REGISTERS / "holidays.csv"
_STARTING_SET = uuid.UUID("7c0a4f7e-3d0b-5b52-9f0e-6a1d2c8e4b90")
_GROUPS = {"镇街": UnitGroup.STREET, "部门": UnitGroup.DEPARTMENT, "其他": UnitGroup.OTHER}
_LONGEST_HOLIDAY = 31
_OFF, _WORK = "放假", "上班"


@dataclass(frozen=True, slots=True)
class StartingSet:
    """Records by their ids, and the calendar."""

    units: dict[str, Unit]
    kinds: dict[str, SiteKind]
    calendar: WorkCalendar


def starting_id(register: str, code: str) -> str:
    """The id of a record of the starting set: `register` is "unit" or "site_kind"."""
    return str(uuid.uuid5(_STARTING_SET, f"{register}/{code}"))


def read_starting_set(folder: Path = REGISTERS) -> StartingSet:
    """The starting set of a folder with units.csv, kinds.csv and holidays.csv.

    Raises `Refused` register.file-missing, register.column-missing, register.unknown-unit, calendar.… with the line.
    """
    units = _units(folder / "units.csv")
    return StartingSet(units, _kinds(folder / "kinds.csv", units), read_calendar(folder / "holidays.csv"))


def read_calendar(path: Path) -> WorkCalendar:
    """The work calendar of a file with the columns 起, 止, 安排 (放假 or 上班), 名称, 状态 (正式 or 暂定).

    Raises `Refused` calendar.bad-date, calendar.bad-arrangement with file and line.
    """
    days: dict[str, set[date]] = {_OFF: set(), _WORK: set()}
    provisional: set[int] = set()
    for line, row in _rows(path, ("起", "止", "安排", "状态")):
        place = Place(file=path.name, line=line)
        if row["安排"] not in days:
            raise Refused("calendar.bad-arrangement", place, value=row["安排"])
        span = _span(row["起"], row["止"] or row["起"], place)
        days[row["安排"]].update(span)
        if row["状态"] == "暂定":
            provisional.add(span[0].year)
    return WorkCalendar(frozenset(days[_OFF]), frozenset(days[_WORK]), frozenset(provisional))


def _units(path: Path) -> dict[str, Unit]:
    units: dict[str, Unit] = {}
    for line, row in _rows(path, ("代码", "单位名称", "分组", "别名", "职责", "备注")):
        if row["分组"] not in _GROUPS:
            raise Refused("register.unknown-group", Place(file=path.name, line=line), value=row["分组"])
        units[starting_id("unit", row["代码"])] = Unit(
            row["单位名称"],
            _GROUPS[row["分组"]],
            aliases=_listed(row["别名"]),
            duties=_listed(row["职责"]),
            note=row["备注"],
            order=len(units),
        )
    return units


def _kinds(path: Path, units: dict[str, Unit]) -> dict[str, SiteKind]:
    index = name_index((entity, (unit.name, *unit.aliases)) for entity, unit in units.items())
    kinds: dict[str, SiteKind] = {}
    for line, row in _rows(path, ("代码", "点位类型", "清单代码", "默认责任单位")):
        unit = "" if row["默认责任单位"] == LOCAL else index.one(row["默认责任单位"])
        if not unit and row["默认责任单位"] != LOCAL:
            raise Refused("register.unknown-unit", Place(file=path.name, line=line), value=row["默认责任单位"])
        kinds[starting_id("site_kind", row["代码"])] = SiteKind(
            row["代码"], row["点位类型"], row["清单代码"], unit, order=len(kinds)
        )
    return kinds


def _rows(path: Path, columns: tuple[str, ...]) -> list[tuple[int, dict[str, str]]]:
    if not path.is_file():
        raise Refused("register.file-missing", Place(file=path.name))
    reader = csv.DictReader(io.StringIO(decoded(path.read_bytes()), newline=""), restval="")
    for column in columns:
        if column not in (reader.fieldnames or ()):
            raise Refused("register.column-missing", Place(file=path.name, line=1), column=column)
    return [(reader.line_num, {name: row[name].strip() for name in columns}) for row in reader]


def _listed(text: str) -> tuple[str, ...]:
    return tuple(filter(None, (part.strip() for part in text.replace("；", ";").split(";"))))


def _span(first: str, last: str, place: Place) -> list[date]:
    try:
        start, end = date.fromisoformat(first), date.fromisoformat(last)
    except ValueError as error:
        raise Refused("calendar.bad-date", place, value=f"{first} {last}") from error
    length = (end - start).days
    if not 0 <= length < _LONGEST_HOLIDAY:
        raise Refused("calendar.bad-date", place, value=f"{first} {last}")
    return [start + timedelta(days=i) for i in range(length + 1)]
