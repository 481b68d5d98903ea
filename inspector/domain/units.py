"""单位: who answers for what."""

from dataclasses import dataclass
from enum import StrEnum


class UnitGroup(StrEnum):
    """The groups that are ranked apart (founding-document.md 1.6: 镇街 and 部门)."""

    STREET = "street"
    DEPARTMENT = "department"
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Unit:
    """A unit with every name it goes by: 区城管局 is also 区城管委 and 区综合执法局 in the founding document."""

    name: str
    group: UnitGroup = UnitGroup.DEPARTMENT
    aliases: tuple[str, ...] = ()
    contact: str = ""
    phone: str = ""
    duties: tuple[str, ...] = ()
    note: str = ""
    order: int = 0
