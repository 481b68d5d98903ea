"""The registers at one moment, as a face lists them: records, what they are found by, who belongs to whom."""

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, replace
from functools import lru_cache
from typing import Any, cast

from inspector.domain.approvals import Approval
from inspector.domain.sites import Community, Site, SiteKind, Street
from inspector.domain.units import Unit
from inspector.exchange.pinyin import search_keys
from inspector.storage.reading import Reading

REGISTERS: tuple[type[Any], ...] = (Site, Unit, Street, Community, SiteKind, Approval)


@dataclass(frozen=True, slots=True)
class Answering:
    """Who answers for a site when an item's rule names nobody; `why` is site, kind, street or "" (nobody)."""

    unit: str
    why: str


@dataclass(frozen=True, slots=True)
class Overview:
    """All registers by class and id. `sites_of` counts sites by kind's code and by id of street, community and unit."""

    records: Mapping[type[Any], Mapping[str, Any]]
    trash: Mapping[type[Any], Mapping[str, Any]]
    findable: Mapping[str, str]
    sites_of: Mapping[str, int]
    partners: frozenset[str]

    @property
    def kinds(self) -> Mapping[str, SiteKind]:
        """The kinds of sites by their code."""
        return {kind.code: kind for kind in self.records[SiteKind].values()}

    def name(self, entity: str) -> str:
        """The name behind the id of a unit, street, community or site, "" for none; one in the trash keeps its name."""
        for cls in (Unit, Street, Community, Site):
            for register in (self.records, self.trash):
                if entity in register[cls]:
                    return cast("Unit | Street | Community | Site", register[cls][entity]).name
        return ""

    def with_places(self, places: Mapping[str, Street | Community]) -> "Overview":
        """The same registers with places that an import would bring."""
        records = dict(self.records)
        for cls in (Street, Community):
            records[cls] = {**records[cls], **{id_: place for id_, place in places.items() if isinstance(place, cls)}}
        return replace(self, records=records)

    def answering(self, site: Site) -> Answering:
        """The site's own unit, else its kind's default, else the office of its street."""
        kind = next((k for k in self.records[SiteKind].values() if k.code == site.kind), None)
        street: Street | None = self.records[Street].get(site.street)
        if site.unit:
            return Answering(site.unit, "site")
        if kind and kind.default_unit:
            return Answering(kind.default_unit, "kind")
        return Answering(street.unit, "street") if street and street.unit else Answering("", "")

    def found(self, cls: type[Any], text: str, *, trash: bool = False) -> tuple[str, ...]:
        """The ids of a register whose names, pinyin, initials, address or number hold every word of `text`."""
        register = (self.trash if trash else self.records)[cls]
        words = text.casefold().split()
        return tuple(entity for entity in register if all(word in self.findable[entity] for word in words))


def overview(view: Reading, *, spelled: bool = True) -> Overview:
    """Read all registers; meant for a worker where there are thousands of sites.

    `spelled` also finds units and streets by pinyin; the first time that takes half a second longer.
    """
    records = {cls: {s.id: s.record for s in view.all(cls)} for cls in REGISTERS}
    trash = {cls: {s.id: s.record for s in view.all(cls, deleted=True)} for cls in REGISTERS}
    findable = {
        entity: found_by(record, spelled=spelled)
        for register in (records, trash)
        for cls in REGISTERS
        for entity, record in register[cls].items()
    }
    sites: Iterable[Site] = records[Site].values()
    counts = Counter(owner for site in sites for owner in (site.kind, site.street, site.community, site.unit) if owner)
    partners = frozenset(site.partner_unit for site in records[Site].values() if site.partner_unit)
    return Overview(records, trash, findable, counts, partners)


def found_by(record: Any, *, spelled: bool = True) -> str:
    """The lines in small letters that a record of a register is found by."""
    if isinstance(record, Site):
        texts = (record.name, record.pinyin, record.initials, record.address, record.code, record.manager)
    else:
        told = (getattr(record, name, "") for name in ("code", "contact", "matter", "holder", "address"))
        names = (record.name, *getattr(record, "aliases", ()), getattr(record, "short", ""))
        keys = (key for name in names if name and spelled for key in _keys(name))
        texts = (*names, *keys, *told)
    return "\n".join(filter(None, texts)).casefold()


@lru_cache(maxsize=8192)
def _keys(name: str) -> tuple[str, str]:
    return search_keys(name)
