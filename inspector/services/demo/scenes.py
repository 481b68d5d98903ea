"""Which drawn scene fits a fault: by the words it is described with, else by its category."""

from collections.abc import Mapping

_BY_WORDS: tuple[tuple[str, str], ...] = (
    ("电动车", "ebike"),
    ("电动自行车", "ebike"),
    ("充电", "ebike"),
    ("灭火器", "extinguisher"),
    ("消防栓", "extinguisher"),
    ("消火栓", "extinguisher"),
    ("消防车", "lane"),
    ("消防通道", "lane"),
    ("疏散通道", "junk"),
    ("堆", "junk"),
    ("杂物", "junk"),
    ("厕", "toilet"),
    ("便池", "toilet"),
    ("垃圾桶", "bins"),
    ("垃圾箱", "bins"),
    ("满溢", "bins"),
    ("占道", "stall"),
    ("摊", "stall"),
    ("店外", "stall"),
    ("线缆", "wires"),
    ("飞线", "wires"),
    ("电线", "wires"),
    ("小广告", "ads"),
    ("乱贴", "ads"),
    ("涂", "ads"),
    ("坑", "puddle"),
    ("积水", "puddle"),
    ("路面", "puddle"),
    ("破损", "puddle"),
    ("单车", "bicycles"),
    ("自行车", "bicycles"),
    ("停", "bicycles"),
    ("占用", "lane"),
    ("垃圾", "litter"),
    ("烟", "litter"),
    ("脏", "litter"),
    ("绿", "litter"),
)
_BY_CATEGORY: Mapping[str, str] = {
    "公益宣传": "ads",
    "环境卫生": "litter",
    "消防安全": "extinguisher",
    "公共秩序": "bicycles",
    "交通秩序": "lane",
    "设施维护": "puddle",
    "经营与证照": "stall",
    "控烟": "litter",
    "无障碍": "bicycles",
}
_ELSE = "ads"
"""A bare wall with papers on it: what is missing from a wall shows best on a wall."""


def scene_of(text: str, category: str) -> str:
    """The name of the scene that shows such a fault."""
    return next((scene for word, scene in _BY_WORDS if word in text), _BY_CATEGORY.get(category, _ELSE))


def can_be_seen(text: str) -> bool:
    """A photo can show this fault itself, not only the place where something is missing."""
    return any(word in text for word, _ in _BY_WORDS)


def is_inside(text: str) -> bool:
    """The words of the fault speak of a house, not of the ground around it."""
    return any(
        word in text for word in ("楼", "电梯", "门厅", "单元", "厕", "便池", "灭火器", "安全出口", "飞线", "室", "台")
    )
