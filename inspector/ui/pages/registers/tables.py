"""The registers of the page: their tabs, their columns, what each cell says."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date
from typing import Any, NamedTuple

from inspector.domain.approvals import Approval
from inspector.domain.sites import Community, Site, SiteKind, Street
from inspector.domain.units import Unit, UnitGroup
from inspector.services.register_overview import Overview
from inspector.ui.translation import tr


class Cell(NamedTuple):
    """Two lines of a cell; the second may be empty."""

    first: str
    second: str = ""


@dataclass(frozen=True, slots=True)
class RegisterColumn:
    """A column: head, width at 100 % (0 = what is left), what it says, whether it stays in the narrow forms."""

    head: str
    width: int
    cell: Callable[[Overview, str, Any], Cell]
    narrow: bool = False


@dataclass(frozen=True, slots=True)
class Register:
    """One register. `new` makes an empty record; kinds of sites are not taken in from files."""

    name: str
    cls: type[Any]
    words: str
    add: str
    columns: tuple[RegisterColumn, ...]
    new: Callable[[], Any]
    from_files: bool = True


def registers() -> tuple[Register, ...]:
    """All registers in the order of their tabs, in the language of now."""
    return (
        Register("sites", Site, tr("Sites"), tr("Add a site"), _site_columns(), lambda: Site("", "")),
        Register("units", Unit, tr("Units"), tr("Add a unit"), _unit_columns(), lambda: Unit("")),
        Register("streets", Street, tr("Streets"), tr("Add a street"), _street_columns(), lambda: Street("")),
        Register(
            "communities", Community, tr("Communities"), tr("Add a community"), _community_columns(), _new_community
        ),
        Register(
            "approvals", Approval, tr("Approvals"), tr("Add an approval"), _approval_columns(), lambda: Approval("")
        ),
        Register("kinds", SiteKind, tr("Kinds of sites"), tr("Add a kind"), _kind_columns(), _new_kind, False),
    )


def group_words(group: UnitGroup) -> str:
    """镇街, 部门, 其他."""
    return {
        UnitGroup.STREET: tr("Street office"),
        UnitGroup.DEPARTMENT: tr("Department"),
        UnitGroup.OTHER: tr("Other"),
    }[group]


def why_words(why: str) -> str:
    """Why a unit answers for a site."""
    return {
        "site": tr("the site's own"),
        "kind": tr("by its kind"),
        "street": tr("by its street"),
    }.get(why, tr("nobody yet"))


def _new_community() -> Community:
    return Community("")


def _new_kind() -> SiteKind:
    return SiteKind("", "", order=999)


def _site_columns() -> tuple[RegisterColumn, ...]:
    return (
        RegisterColumn(tr("Site"), 0, lambda _o, _id, site: Cell(site.name, site.address), narrow=True),
        RegisterColumn(tr("Kind of site"), 170, _site_kind),
        RegisterColumn(tr("Street and community"), 160, _site_place),
        RegisterColumn(tr("Who answers"), 160, _site_unit),
    )


def _site_kind(overview: Overview, _entity: str, site: Site) -> Cell:
    kind = overview.kinds.get(site.kind)
    return Cell(kind.name if kind else site.kind, site.kind)


def _site_place(overview: Overview, _entity: str, site: Site) -> Cell:
    return Cell(overview.name(site.street), overview.name(site.community))


def _site_unit(overview: Overview, _entity: str, site: Site) -> Cell:
    answering = overview.answering(site)
    return Cell(overview.name(answering.unit) or "—", why_words(answering.why))


def _unit_columns() -> tuple[RegisterColumn, ...]:
    return (
        RegisterColumn(tr("Unit"), 0, lambda _o, _id, unit: Cell(unit.name, "、".join(unit.aliases)), narrow=True),
        RegisterColumn(tr("Group"), 120, lambda _o, _id, unit: Cell(group_words(unit.group))),
        RegisterColumn(tr("Contact"), 160, lambda _o, _id, unit: Cell(unit.contact, unit.phone)),
        RegisterColumn(tr("Own sites"), 100, _count),
    )


def _street_columns() -> tuple[RegisterColumn, ...]:
    return (
        RegisterColumn(tr("Street"), 0, lambda _o, _id, street: Cell(street.name, street.short), narrow=True),
        RegisterColumn(tr("Its own office"), 220, lambda o, _id, street: Cell(o.name(street.unit) or "—")),
        RegisterColumn(tr("Sites"), 100, _count),
    )


def _community_columns() -> tuple[RegisterColumn, ...]:
    return (
        RegisterColumn(tr("Community"), 0, lambda _o, _id, community: Cell(community.name), narrow=True),
        RegisterColumn(tr("Street"), 220, lambda o, _id, community: Cell(o.name(community.street) or "—")),
        RegisterColumn(tr("Sites"), 100, _count),
    )


def _approval_columns() -> tuple[RegisterColumn, ...]:
    return (
        RegisterColumn(tr("Approval"), 0, lambda _o, _id, one: Cell(one.name, one.matter), narrow=True),
        RegisterColumn(tr("Place"), 230, _approval_place),
        RegisterColumn(tr("From and to"), 130, lambda _o, _id, one: Cell(_day(one.valid_from), _day(one.valid_to))),
        RegisterColumn(tr("Holder and number"), 180, lambda _o, _id, one: Cell(one.holder, one.code)),
    )


def _approval_place(overview: Overview, _entity: str, one: Approval) -> Cell:
    return Cell(" ".join(filter(None, (overview.name(one.site), one.address))), overview.name(one.street))


def _day(day: date | None) -> str:
    return day.isoformat() if day else "—"


def _kind_columns() -> tuple[RegisterColumn, ...]:
    return (
        RegisterColumn(tr("Kind of site"), 0, lambda _o, _id, kind: Cell(kind.name, kind.code), narrow=True),
        RegisterColumn(tr("Checklist"), 110, lambda _o, _id, kind: Cell(kind.checklist or kind.code)),
        RegisterColumn(tr("Who answers"), 200, _kind_unit),
        RegisterColumn(tr("Sites"), 90, lambda o, _id, kind: Cell(str(o.sites_of.get(kind.code, 0)))),
    )


def _kind_unit(overview: Overview, _entity: str, kind: SiteKind) -> Cell:
    return Cell(overview.name(kind.default_unit) or tr("The local street office"))


def _count(overview: Overview, entity: str, _record: Any) -> Cell:
    return Cell(str(overview.sites_of.get(entity, 0)))
