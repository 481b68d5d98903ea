"""Records meant by a name on a command line or in a file: by id, by the office's code, by name or alias."""

from typing import TypeVar

from inspector.domain.errors import Place, Refused
from inspector.domain.names import name_index
from inspector.domain.sites import Site
from inspector.domain.stored import Stored
from inspector.domain.units import Unit
from inspector.storage.reading import Reading

N = TypeVar("N", Site, Unit)

_NAMES: dict[type[Site] | type[Unit], str] = {Site: "site", Unit: "unit"}


def named(view: Reading, cls: type[N], given: str, place: Place | None = None) -> Stored[N]:
    """The one record that `given` means.

    Raises `Refused`, with `register` being site or unit: "name.unknown" (similar: what may have been meant) and
    "name.several" (choices: their codes or ids).
    """
    by_id = view.get(cls, given)
    if by_id is not None and not by_id.deleted:
        return by_id
    records = {stored.id: stored for stored in view.all(cls)}
    coded = [stored for stored in records.values() if given and getattr(stored.record, "code", "") == given]
    index = name_index((stored.id, _names(stored.record)) for stored in records.values())
    found = coded or [records[entity] for entity in index.find(given)]
    if len(found) == 1:
        return found[0]
    where, register = place or Place(), _NAMES[cls]
    if not found:
        raise Refused("name.unknown", where, register=register, given=given, similar="、".join(index.similar(given)))
    choices = "、".join(getattr(one.record, "code", "") or one.id for one in found[:5])
    raise Refused("name.several", where, register=register, given=given, choices=choices)


def _names(record: Site | Unit) -> tuple[str, ...]:
    return (record.name, *record.aliases) if isinstance(record, Unit) else (record.name,)
