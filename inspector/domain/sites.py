"""点位: places that are inspected, and what they belong to."""

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class SiteKind:
    """点位类型, for example 老旧小区. `code` (LX) is stable and stands in item codes and finding numbers."""

    code: str
    name: str
    checklist: str = ""
    """Code of the checklist that opens by itself; empty = the checklist of the same code."""
    default_unit: str = ""
    """Unit id, or "" for 属地镇街."""
    order: int = 0


@dataclass(frozen=True, slots=True)
class Street:
    """镇街: a town or street office's area. Its own office is the unit that answers for what nobody else owns."""

    name: str
    unit: str = ""
    short: str = ""


@dataclass(frozen=True, slots=True)
class Community:
    """社区, part of one 镇街."""

    name: str
    street: str = ""


@dataclass(frozen=True, slots=True)
class Site:
    """点位. `unit` overrides the kind's default responsible unit (founding-document.md 1.1: owner per site).

    `pinyin` and `initials` are computed when the record is saved so that searching needs no library at reading time.
    """

    name: str
    kind: str
    address: str = ""
    street: str = ""
    community: str = ""
    unit: str = ""
    partner_unit: str = ""
    manager: str = ""
    """物业企业 or operator."""
    latitude: float | None = None
    longitude: float | None = None
    note: str = ""
    pinyin: str = ""
    initials: str = ""
    code: str = ""
    """The office's own number of the site, if it has one; imports match by it first."""
    topics: tuple[str, ...] = ()
