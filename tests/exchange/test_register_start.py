"""The registers a workspace starts with, and the words for files a district broke while editing them."""

import csv
import shutil
from pathlib import Path

import pytest

from inspector.domain.errors import Refused
from inspector.domain.units import UnitGroup
from inspector.exchange.register_start import REGISTERS, read_calendar, read_starting_set, starting_id

START = read_starting_set()


def test_the_starting_set_holds_the_26_kinds_and_the_units_of_the_founding_document() -> None:
    assert len(START.kinds) == 26
    assert len({kind.code for kind in START.kinds.values()}) == 26
    named = {name for unit in START.units.values() for name in (unit.name, *unit.aliases)}
    assert {"区城管委", "区综合执法局", "区住房和城乡建设局", "市交警支队一大队", "团区委", "区检察院"} <= named
    assert all(unit.duties for unit in START.units.values())
    assert all(unit.group is not UnitGroup.STREET for unit in START.units.values())


def test_ids_follow_from_codes_so_that_all_laptops_agree() -> None:
    assert starting_id("unit", "JY") == "b183812f-a2a6-5363-a35c-62264aa16388"
    assert read_starting_set().units.keys() == START.units.keys()
    assert START.kinds[starting_id("site_kind", "LX")].code == "LX"


def test_every_kind_opens_a_checklist_that_is_shipped() -> None:
    shipped = {path.name.partition("-")[0] for path in (REGISTERS.parents[1] / "checklists").glob("*.yaml")}
    assert {kind.checklist for kind in START.kinds.values()} <= shipped


def test_no_name_belongs_to_two_units() -> None:
    names = [name for unit in START.units.values() for name in (unit.name, *unit.aliases)]
    assert len(names) == len(set(names))


def test_a_calendar_saved_by_excel_in_gbk_is_read(tmp_path: Path) -> None:
    path = tmp_path / "holidays.csv"
    path.write_bytes((REGISTERS / "holidays.csv").read_text(encoding="utf-8").replace("\n", "\r\n").encode("gb18030"))
    assert read_calendar(path) == START.calendar


@pytest.mark.parametrize(
    ("name", "old", "new", "code", "line"),
    [
        ("holidays.csv", "2026-04-06", "2026-04-36", "calendar.bad-date", 7),
        ("holidays.csv", "2026-04-06", "2026-03-06", "calendar.bad-date", 7),
        ("holidays.csv", "2026-04-06,放假", "2026-04-06,休", "calendar.bad-arrangement", 7),
        ("holidays.csv", "安排", "怎样", "register.column-missing", 1),
        ("units.csv", "区教育局,部门", "区教育局,处", "register.unknown-group", 2),
        ("kinds.csv", "XX,区教育局", "XX,区气象局", "register.unknown-unit", 2),
    ],
)
def test_a_broken_line_is_refused_with_file_and_line(
    name: str, old: str, new: str, code: str, line: int, tmp_path: Path
) -> None:
    folder = Path(shutil.copytree(REGISTERS, tmp_path / "registers"))
    content = (folder / name).read_text(encoding="utf-8")
    assert old in content
    (folder / name).write_text(content.replace(old, new, 1), encoding="utf-8")
    with pytest.raises(Refused) as refused:
        read_starting_set(folder)
    place = refused.value.complaint.place
    assert (refused.value.complaint.code, place.file, place.line) == (code, name, line)


def test_a_missing_file_is_refused_by_name(tmp_path: Path) -> None:
    with pytest.raises(Refused) as refused:
        read_starting_set(tmp_path)
    assert refused.value.complaint.place.file == "units.csv"


def test_every_line_of_the_shipped_files_has_all_its_columns() -> None:
    for path in REGISTERS.glob("*.csv"):
        lines = list(csv.reader(path.read_text(encoding="utf-8").splitlines()))
        assert {len(line) for line in lines} == {len(lines[0])}, path.name
