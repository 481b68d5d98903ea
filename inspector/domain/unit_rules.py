"""默认责任单位 as people write it, for example 区公安分局/交警一大队(按辖区), taken apart into a rule."""

import re
import unicodedata
from dataclasses import dataclass
from enum import StrEnum

LOCAL = "属地镇街"
"""Stands for the office of the site's street."""
PROPERTY = "物业"
"""Stands for whoever runs the place: no unit of the register as a rule, so its 镇街 presses it (L23.29-30)."""
OWNER = "管理单位"
"""Stands for the site's own unit."""

_SPELLINGS = {"镇街": LOCAL, "属地街道": LOCAL, "属地镇": LOCAL, "物业企业": PROPERTY, "物业公司": PROPERTY}
_PART = re.compile(r"(?:[^()/]|\([^()]*\))+")
_REMARK = re.compile(r"\(([^()]*)\)")


class Choice(StrEnum):
    """How the named units share the work."""

    LEAD_AND_CO = "lead-and-co"
    """The first leads, the others help."""
    BY_SITE = "by-site"
    """One of them: the one the site belongs to (按点位归属, 按辖区, 或)."""
    BY_STARS = "by-stars"
    """The first for starred hotels, the second for the others."""
    BY_WINDOW = "by-window"
    """主管单位: what the site's name says it is decides, 派出所 → 公安分局."""


@dataclass(frozen=True, slots=True)
class UnitRule:
    """Who answers, before the register and the site are known. `units` are names or LOCAL, PROPERTY, OWNER."""

    text: str
    units: tuple[str, ...] = ()
    choice: Choice = Choice.LEAD_AND_CO
    windows: tuple[tuple[str, str], ...] = ()
    """Words in a site's name and the unit each means."""
    helpers: tuple[str, ...] = ()
    """Units that help in any case."""
    inferred: bool = False
    """推断: the founding document does not say so; the inspector should look twice."""
    urges: bool = False
    """督促物业企业: the lead has the property company do it."""


def parse_unit_rule(text: str) -> UnitRule:
    """The rule in `text`; an empty text gives a rule without units. Words it does not know are taken as unit names."""
    plain = unicodedata.normalize("NFKC", text).strip()
    remarks = [remark for part in _REMARK.findall(plain) for remark in re.split("[,;]", part)]
    windows = tuple(_window(pair) for remark in remarks if "→" in remark for pair in remark.split("、"))
    if windows:
        return UnitRule(text, tuple(dict.fromkeys(unit for _, unit in windows)), Choice.BY_WINDOW, windows)
    names = [_REMARK.sub("", part).strip() for part in _PART.findall(plain)]
    units = tuple(_known(name) for part in names for name in part.split("或") if name)
    return UnitRule(
        text,
        units,
        _choice(plain, remarks),
        helpers=tuple(_known(remark.split(":")[1]) for remark in remarks if ":" in remark),
        inferred=any("推断" in remark for remark in remarks),
        urges=any(remark.startswith("督促") for remark in remarks),
    )


def _choice(plain: str, remarks: list[str]) -> Choice:
    if "星级" in remarks:
        return Choice.BY_STARS
    by_site = any(remark.startswith("按") for remark in remarks) or "或" in _REMARK.sub("", plain)
    return Choice.BY_SITE if by_site else Choice.LEAD_AND_CO


def _window(pair: str) -> tuple[str, str]:
    word, _, unit = pair.partition("→")
    return word.strip().removesuffix("窗口"), _known(unit.strip())


def _known(name: str) -> str:
    return _SPELLINGS.get(name.strip(), name.strip())
