"""违法违章类型: what 随手拍 chooses from (founding-document.md 1.4), with the four words of standards.md 5.1."""

from dataclasses import dataclass
from enum import StrEnum


class Group(StrEnum):
    """The lists of the founding document a type stands in."""

    ZERO = "zero"
    """六个零容忍."""
    STRICT = "strict"
    """十个严管理."""
    OTHER = "other"


@dataclass(frozen=True, slots=True)
class Violation:
    """One type: `when` it counts (立案条件), how long it may take (处置时限), what `closes` it (结案条件), and who
    answers by default.
    """

    code: str
    group: Group
    name: str
    aliases: tuple[str, ...]
    when: str
    time_limit: str
    closes: str
    unit: str
    """A rule as in checklists (unit_rules.py)."""
    requirement: str
