"""Registers taken in from tables and given back: first shown, then written in one act."""

from pathlib import Path

import openpyxl
import pytest

from inspector.domain.errors import Refused
from inspector.domain.sites import Community, Site, Street
from inspector.domain.units import Unit
from inspector.services.services import open_services
from tests.town import Town

HEAD = ("点位名称", "点位类型", "地址", "镇街", "责任单位")


def table(path: Path, *rows: tuple[str, ...]) -> Path:
    book = openpyxl.Workbook()
    for row in rows:
        book.worksheets[0].append(row)
    book.save(path)
    return path


def test_a_plan_sorts_every_row_and_writes_nothing(town: Town, tmp_path: Path) -> None:
    file = table(
        tmp_path / "点位.xlsx",
        HEAD,
        ("红莲市场", "集贸市场", "红莲路 6 号", "望云街道", ""),
        ("桂花里小区", "老旧小区", "朝晖路 20 号", "望云街道", ""),
        ("春晖巷", "背街小巷", "", "清溪街道", ""),
        ("无名", "飞机场", "", "", ""),
    )
    before = town.services.registers.overview().records
    plan = town.services.register_files.plan(Site, file)
    assert [c.record.name for c in plan.added] == ["春晖巷"]
    assert [(c.old.address, c.new.address) for c in plan.changed] == [("朝晖路 18 号", "朝晖路 20 号")]
    assert plan.unchanged == 1
    refused = plan.refused[0]
    assert (refused.code, refused.place.row, refused.fact("name")) == ("register.unknown-kind", 5, "无名")
    assert town.services.registers.overview().records == before


def test_an_import_is_one_act_and_one_undo(town: Town, tmp_path: Path) -> None:
    services = town.services
    file = table(tmp_path / "点位.xlsx", HEAD, *((f"春晖巷 {n} 号院", "XJ", "", "", "") for n in range(20)))
    services.register_files.apply(services.register_files.plan(Site, file))
    assert len(services.registers.overview().found(Site, "chunhui")) == 20
    services.acts.undo()
    assert services.registers.overview().found(Site, "chunhui") == ()


def test_the_first_table_of_sites_brings_its_places_in_the_same_act(tmp_path: Path) -> None:
    services = open_services(tmp_path / "new.db")
    file = table(
        tmp_path / "点位.xlsx",
        ("点位名称", "点位类型", "镇街", "社区"),
        ("桂花里小区", "老旧小区", "望云街道", "桂花社区"),
        ("红莲市场", "集贸市场", "望云街道", ""),
        ("春晖巷", "背街小巷", "东风镇", "桂花社区"),
    )
    plan = services.register_files.plan(Site, file)
    assert (len(plan.added), plan.refused) == (3, ())
    assert services.registers.all(Street) == ()
    services.register_files.apply(plan)
    overview = services.registers.overview()
    offices = {street.name: overview.name(street.unit) for street in overview.records[Street].values()}
    assert offices == {"望云街道": "望云街道办事处", "东风镇": "东风镇人民政府"}
    assert {overview.name(community.street) for community in overview.records[Community].values()} == set(offices)
    assert {overview.name(site.street) for site in overview.records[Site].values()} == set(offices)
    services.acts.undo()
    assert not services.registers.all(Street)
    assert not services.registers.all(Site)
    services.close()


def test_a_new_street_brings_its_own_office(town: Town, tmp_path: Path) -> None:
    services = town.services
    file = table(tmp_path / "镇街.xlsx", ("镇街名称",), ("东风镇",))
    services.register_files.apply(services.register_files.plan(Street, file))
    overview = services.registers.overview()
    street = next(s for s in overview.records[Street].values() if s.name == "东风镇")
    assert overview.name(street.unit) == "东风镇人民政府"


@pytest.mark.parametrize("cls", [Site, Unit, Street, Community])
def test_an_exported_register_changes_nothing_when_taken_in_again(
    town: Town, tmp_path: Path, cls: type[Site | Unit | Street | Community]
) -> None:
    services = town.services
    services.registers.save(Community("红莲社区", town.streets["望云街道"]))
    number = services.register_files.export(cls, tmp_path / "册.xlsx")
    plan = services.register_files.plan(cls, tmp_path / "册.xlsx")
    assert (plan.added, plan.changed, plan.refused) == ((), (), ())
    assert plan.unchanged == number > 0


def test_a_template_can_be_taken_in_and_holds_nothing(town: Town, tmp_path: Path) -> None:
    town.services.register_files.template(Site, tmp_path / "空表.xlsx")
    plan = town.services.register_files.plan(Site, tmp_path / "空表.xlsx")
    assert (plan.added, plan.changed, plan.unchanged, plan.refused) == ((), (), 0, ())


def test_a_table_of_something_else_is_refused_by_name(town: Town, tmp_path: Path) -> None:
    with pytest.raises(Refused, match=r"register\.no-header"):
        town.services.register_files.plan(Site, table(tmp_path / "x.xlsx", ("甲", "乙"), ("1", "2")))


def test_the_refused_list_stays_text_in_the_workbook(town: Town, tmp_path: Path) -> None:
    rows = [("点位.xlsx", "5", "=1+1 \x00飞机场")]
    town.services.register_files.save_list(tmp_path / "拒收.xlsx", "拒收", ("文件", "行", "原因"), rows)
    sheet = openpyxl.load_workbook(tmp_path / "拒收.xlsx").worksheets[0]
    assert [[cell.value for cell in row] for row in sheet.iter_rows()] == [
        ["文件", "行", "原因"],
        ["点位.xlsx", "5", "=1+1 飞机场"],
    ]
    assert {cell.data_type for row in sheet.iter_rows() for cell in row} == {"s"}
