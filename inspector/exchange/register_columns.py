"""The columns of each register: their headers as we write them, and every header offices use for them."""

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from inspector.domain.approvals import Approval
from inspector.domain.names import plain_name
from inspector.domain.sites import Community, Site, Street
from inspector.domain.units import Unit


@dataclass(frozen=True, slots=True)
class Column:
    """One field of a record in a table. The first header is ours; `hint` is the example an empty template shows."""

    field: str
    headers: tuple[str, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True)
class Register:
    """How one kind of record looks as a table; `title` names the sheet."""

    title: str
    columns: tuple[Column, ...]

    def fields(self) -> Mapping[str, str]:
        """Header as compared → field."""
        return {plain_name(header): column.field for column in self.columns for header in column.headers}


SITES = Register(
    "点位",
    (
        Column("code", ("编码", "点位编码", "点位编号", "编号", "点位代码"), "可空;有编码时按编码更新"),
        Column("name", ("点位名称", "名称", "点位", "实地点位", "场所名称", "单位名称"), "红莲市场"),
        Column("kind", ("点位类型", "类型", "点位类别", "类别", "点位类型名称", "点位类型代码"), "集贸市场,或代码 JM"),
        Column("address", ("地址", "详细地址", "点位地址", "位置"), "红莲路1号"),
        Column("street", ("镇街", "所属镇街", "街道", "所属街道", "镇街名称", "乡镇街道", "镇(街)"), "朝阳街道"),
        Column("community", ("社区", "所属社区", "社区(村)", "社区名称", "村(社区)"), "红莲社区"),
        Column("unit", ("责任单位", "主管单位", "归属单位", "管理单位"), "可空;空着按类型"),
        Column("partner_unit", ("包联单位", "包保单位", "联系单位"), "可空"),
        Column("manager", ("物业企业", "物业", "物业公司", "经营单位", "运营单位"), "可空"),
        Column("latitude", ("纬度", "lat", "latitude"), "42.27"),
        Column("longitude", ("经度", "lng", "lon", "longitude"), "118.95"),
        Column("topics", ("标签", "专题"), "星级;多个用分号隔开"),
        Column("note", ("备注", "说明"), ""),
    ),
)
UNITS = Register(
    "单位",
    (
        Column("name", ("单位名称", "名称", "单位", "责任单位", "包联单位"), "区城管局"),
        Column("group", ("分组", "考核分组", "单位类别", "类别"), "镇街、部门或其他"),
        Column("aliases", ("别名", "简称", "又称", "其他名称", "曾用名"), "区城管委;区综合执法局"),
        Column("contact", ("联系人", "负责人", "责任人"), ""),
        Column("phone", ("联系电话", "电话", "手机"), ""),
        Column("duties", ("职责", "主要职责", "职责分工"), "多条用分号隔开"),
        Column("order", ("排序", "顺序"), "1"),
        Column("note", ("备注", "说明"), ""),
    ),
)
STREETS = Register(
    "镇街",
    (
        Column("name", ("镇街名称", "镇街", "名称", "街道", "街道名称", "乡镇街道", "镇(街)"), "朝阳街道"),
        Column("short", ("简称",), "朝阳"),
        Column("unit", ("责任单位", "镇街单位", "办事机构"), "朝阳街道办事处"),
    ),
)
COMMUNITIES = Register(
    "社区",
    (
        Column("name", ("社区名称", "社区", "名称", "社区(村)", "村(社区)"), "红莲社区"),
        Column("street", ("镇街", "所属镇街", "街道", "所属街道", "镇街名称", "乡镇街道", "镇(街)"), "朝阳街道"),
    ),
)
APPROVALS = Register(
    "审批备案",
    (
        Column("code", ("文号", "审批文号", "许可证号", "备案号", "编号"), "可空;有文号时按文号更新"),
        Column("name", ("名称", "审批名称", "项目名称", "活动名称", "备案名称"), "红莲夜市"),
        Column("matter", ("审批事项", "事项", "事项名称", "类型"), "夜市、横幅、占道施工"),
        Column("holder", ("持有人", "申请人", "申请单位", "主办单位", "持证单位"), "可空"),
        Column("site", ("点位", "点位名称", "实地点位"), "可空;点位册里的名称"),
        Column("street", ("镇街", "所属镇街", "街道", "所属街道", "镇街名称", "乡镇街道", "镇(街)"), "朝阳街道"),
        Column("address", ("地点", "地址", "位置", "详细地址", "路段"), "红莲路中段"),
        Column("valid_from", ("开始日期", "起始日期", "有效期起", "开始时间", "自"), "2026-11-01;可空"),
        Column("valid_to", ("截止日期", "结束日期", "有效期止", "到期日期", "结束时间", "至"), "2026-12-31;可空"),
        Column("issuer", ("审批单位", "批准单位", "审批部门", "发证机关"), "可空"),
        Column("note", ("备注", "说明"), ""),
    ),
)

REGISTERS: Mapping[type[Any], Register] = {
    Site: SITES,
    Unit: UNITS,
    Street: STREETS,
    Community: COMMUNITIES,
    Approval: APPROVALS,
}
