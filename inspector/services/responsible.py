"""Who answers for a finding: the rule of the trade asked with this workspace's registers."""

from dataclasses import dataclass

from inspector.domain.names import NameIndex, name_index
from inspector.domain.responsibility import Place, responsible, written_reason
from inspector.domain.sites import Site, SiteKind, Street
from inspector.domain.units import Unit
from inspector.storage.reading import Reading


@dataclass(frozen=True, slots=True)
class Answering:
    """The lead and the helping units by id, and why, as a finding keeps it."""

    unit: str
    co_units: tuple[str, ...]
    reason: str


def answering(view: Reading, item_rule: str, checklist_rule: str, site: Site) -> Answering:
    """Who answers for a fault of an item at a site."""
    kind = next((k.record for k in view.all(SiteKind) if k.record.code == site.kind), None)
    street = view.get(Street, site.street) if site.street else None
    place = Place(site=site, units=_names(view), kind=kind, street=street.record if street else None)
    chosen = responsible(item_rule, checklist_rule, place)
    return Answering(chosen.unit, chosen.co_units, written_reason(chosen.reason))


def _names(view: Reading) -> NameIndex:
    return name_index((u.id, (u.record.name, *u.record.aliases)) for u in view.all(Unit))
