"""One row of a register table as a record, or the first thing that is wrong with it."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from inspector.domain.approvals import Approval
from inspector.domain.names import NameIndex, name_index, plain_name
from inspector.domain.register_import import KnownNames
from inspector.domain.replies import read_date
from inspector.domain.sites import Community, Site, Street
from inspector.domain.unit_rules import LOCAL
from inspector.domain.units import Unit, UnitGroup

_NONE = name_index(())
LONGEST_NAME = 100
LONGEST_TEXT = 2_000
_SEPARATORS = str.maketrans(dict.fromkeys("；;\n、，,", ";"))
_DUTY_SEPARATORS = str.maketrans(dict.fromkeys("；\n", ";"))
_GROUPS = {
    "镇街": UnitGroup.STREET,
    "街道": UnitGroup.STREET,
    "乡镇": UnitGroup.STREET,
    "部门": UnitGroup.DEPARTMENT,
    "职能部门": UnitGroup.DEPARTMENT,
    "其他": UnitGroup.OTHER,
    "包联单位": UnitGroup.OTHER,
}


class BadCell(Exception):  # noqa: N818 - a value that ends the reading of one row, not a fault of the program
    """Field, complaint code and facts."""

    def __init__(self, field: str, code: str, **facts: str) -> None:
        self.field, self.code, self.facts = field, code, tuple(sorted(facts.items()))
        super().__init__(code)


@dataclass(frozen=True, slots=True)
class Cells:
    """The texts of a row by field; fields without a column are missing."""

    texts: Mapping[str, str]

    def text(self, field: str, longest: int = LONGEST_TEXT) -> str:
        """The text, "" without a column; raises `BadCell` when it is longer than a record may hold."""
        text = self.texts.get(field, "")
        if len(text) > longest:
            raise BadCell(field, "register.too-long", length=str(len(text)), longest=str(longest))
        return text

    def name(self) -> str:
        """The name; raises `BadCell` when it is empty."""
        name = self.text("name", LONGEST_NAME)
        if not plain_name(name):
            raise BadCell("name", "register.name-missing")
        return name

    def meant(self, field: str, index: NameIndex, code: str) -> str:
        """The id the cell's name means, "" for an empty cell; raises `BadCell` for an unknown or ambiguous name."""
        name = self.text(field, LONGEST_NAME)
        if not name:
            return ""
        found = index.find(name)
        if len(found) > 1:
            raise BadCell(field, "register.ambiguous-name", value=name, choices=_shown(index, found))
        if not found:
            raise BadCell(field, code, value=name, suggestions="、".join(index.similar(name)))
        return found[0]

    def number(self, field: str) -> float | None:
        """The number, None for an empty cell; raises `BadCell` for anything else."""
        text = self.text(field, LONGEST_NAME)
        try:
            return float(text) if text else None
        except ValueError as error:
            raise BadCell(field, "register.bad-number", value=text) from error

    def day(self, field: str, near: date) -> date | None:
        """The day, None for an empty cell; raises `BadCell` for what is none."""
        text = self.text(field, LONGEST_NAME)
        day = read_date(text, near)
        if text and day is None:
            raise BadCell(field, "register.bad-day", value=text)
        return day

    def listed(self, field: str, separators: Mapping[int, str] = _SEPARATORS) -> tuple[str, ...]:
        """The parts of a cell that holds several."""
        parts = (part.strip() for part in self.text(field).translate(separators).split(";"))
        return tuple(dict.fromkeys(filter(None, parts)))


def site_of(cells: Cells, known: KnownNames) -> Site:
    """A site; `kind` is the kind's code, street, community and units are ids."""
    latitude, longitude = _coordinates(cells)
    street = cells.meant("street", known.streets, "register.unknown-street")
    communities = known.communities.get(street, _NONE)
    return Site(
        cells.name(),
        cells.meant("kind", known.kinds, "register.unknown-kind"),
        address=cells.text("address"),
        street=street,
        community=cells.meant("community", communities, "register.unknown-community"),
        unit=_unit(cells, "unit", known),
        partner_unit=_unit(cells, "partner_unit", known),
        manager=cells.text("manager", LONGEST_NAME),
        latitude=latitude,
        longitude=longitude,
        note=cells.text("note"),
        code=cells.text("code", LONGEST_NAME),
        topics=cells.listed("topics"),
    )


def unit_of(cells: Cells) -> Unit:
    """A unit; without a group it is a department."""
    group = plain_name(cells.text("group"))
    if group and group not in _GROUPS:
        raise BadCell("group", "register.unknown-group", value=group, choices="镇街、部门、其他")
    return Unit(
        cells.name(),
        _GROUPS.get(group, UnitGroup.DEPARTMENT),
        aliases=cells.listed("aliases"),
        contact=cells.text("contact", LONGEST_NAME),
        phone=cells.text("phone", LONGEST_NAME),
        duties=cells.listed("duties", _DUTY_SEPARATORS),
        note=cells.text("note"),
        order=_whole(cells, "order"),
    )


def street_of(cells: Cells, known: KnownNames) -> Street:
    """A street; `unit` is "" when the table names none."""
    return Street(cells.name(), _unit(cells, "unit", known), cells.text("short", LONGEST_NAME))


def community_of(cells: Cells, known: KnownNames) -> Community:
    """A community of a street."""
    return Community(cells.name(), cells.meant("street", known.streets, "register.unknown-street"))


def approval_of(cells: Cells, known: KnownNames, today: date) -> Approval:
    """An approval; a day without a year is one near `today`. It has a site, a street or an address."""
    street = cells.meant("street", known.streets, "register.unknown-street")
    sites = known.sites.get(street, _NONE)
    made = Approval(
        cells.name(),
        cells.text("matter", LONGEST_NAME),
        cells.text("code", LONGEST_NAME),
        cells.text("holder", LONGEST_NAME),
        site=cells.meant("site", sites, "register.unknown-site"),
        street=street,
        address=cells.text("address"),
        valid_from=cells.day("valid_from", today),
        valid_to=cells.day("valid_to", today),
        issuer=cells.text("issuer", LONGEST_NAME),
        note=cells.text("note"),
    )
    if not (made.site or made.street or made.address):
        raise BadCell("address", "approval.no-place")
    if made.valid_from and made.valid_to and made.valid_to < made.valid_from:
        raise BadCell("valid_to", "approval.days-swapped")
    return made


def _unit(cells: Cells, field: str, known: KnownNames) -> str:
    return "" if cells.text(field) == LOCAL else cells.meant(field, known.units, "register.unknown-unit")


def _whole(cells: Cells, field: str) -> int:
    number = cells.number(field)
    if number is None:
        return 0
    if not number.is_integer() or abs(number) > 1_000_000:
        raise BadCell(field, "register.bad-number", value=cells.text(field))
    return int(number)


def _coordinates(cells: Cells) -> tuple[float | None, float | None]:
    latitude, longitude = cells.number("latitude"), cells.number("longitude")
    if latitude is None and longitude is None:
        return None, None
    if latitude is None or longitude is None:
        missing = "latitude" if latitude is None else "longitude"
        raise BadCell(missing, "register.bad-coordinate", value="")
    if 73 <= latitude <= 136 and 3 <= longitude <= 54:  # China's longitudes in the column of latitudes
        raise BadCell("latitude", "register.coordinates-swapped", latitude=str(latitude), longitude=str(longitude))
    for field, value, most in (("latitude", latitude, 90), ("longitude", longitude, 180)):
        if not -most <= value <= most:
            raise BadCell(field, "register.bad-coordinate", value=str(value))
    return latitude, longitude


def _shown(index: NameIndex, ids: tuple[str, ...]) -> str:
    return "、".join(index.names[one] for one in ids)
