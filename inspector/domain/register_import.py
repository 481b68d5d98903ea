"""Taking a register in from a table: what would be added, changed, or stays, before anything is written."""

import dataclasses
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Any, Generic, TypeVar

from inspector.domain.approvals import Approval, same_approval
from inspector.domain.errors import Complaint, Place
from inspector.domain.names import NameIndex, name_index, plain_name
from inspector.domain.sites import Community, Site, SiteKind, Street
from inspector.domain.units import Unit, UnitGroup

R = TypeVar("R", bound=Site | Unit | Street | Community | Approval)


@dataclass(frozen=True, slots=True)
class Candidate(Generic[R]):
    """One good row. `given` are the fields its table has a column for; all others keep what the register says."""

    record: R
    given: frozenset[str]
    place: Place


@dataclass(frozen=True, slots=True)
class Change(Generic[R]):
    """A record of the register and what it becomes."""

    id: str
    old: R
    new: R
    place: Place


@dataclass(frozen=True, slots=True)
class RegisterPlan(Generic[R]):
    """What an import would do. Nothing is ever removed: a row that is missing from a file says nothing."""

    added: tuple[Candidate[R], ...] = ()
    changed: tuple[Change[R], ...] = ()
    unchanged: int = 0
    refused: tuple[Complaint, ...] = ()
    first_places: Mapping[str, Street | Community] = dataclasses.field(default_factory=dict)
    """镇街 and 社区 made with it, by the ids its sites name them by."""


@dataclass(frozen=True, slots=True)
class KnownNames:
    """What the names in a table may mean: the registers as they are. Kinds give codes, the others ids."""

    kinds: NameIndex
    units: NameIndex
    streets: NameIndex
    communities: Mapping[str, NameIndex]
    """Street id → its communities; under "" all of them."""
    sites: Mapping[str, NameIndex]
    """The same for sites."""


def known_names(
    kinds: Iterable[SiteKind],
    units: Mapping[str, Unit],
    streets: Mapping[str, Street],
    communities: Mapping[str, Community],
    sites: Mapping[str, Site] | None = None,
) -> KnownNames:
    """The names of the registers; a unit goes by its aliases, a kind by its code and the parts of its name."""
    return KnownNames(
        name_index((kind.code, (kind.name, kind.code, *_kind_parts(kind.name))) for kind in kinds),
        name_index((entity, (unit.name, *unit.aliases)) for entity, unit in units.items()),
        name_index((entity, (street.name, street.short)) for entity, street in streets.items()),
        _by_street(communities),
        _by_street(sites or {}),
    )


def _by_street(records: Mapping[str, Site] | Mapping[str, Community]) -> dict[str, NameIndex]:
    by_street: dict[str, list[tuple[str, tuple[str, ...]]]] = {"": []}
    for entity, record in records.items():
        for street in {"", record.street}:
            by_street.setdefault(street, []).append((entity, (record.name,)))
    return {street: name_index(entries) for street, entries in by_street.items()}


def merge_register(existing: Mapping[str, R], candidates: Iterable[Candidate[R]]) -> RegisterPlan[R]:
    """Meet the rows with the register.

    A row is an existing record when it has its code; without a code on either side, when it has its name (sites and
    communities: in the same street; units and streets: or an alias; approvals: at the same place from the same day).
    A row that fits several, and a new site without a kind, is refused: register.ambiguous, register.kind-missing.
    """
    find = _finder(existing)
    added: list[Candidate[R]] = []
    changed: list[Change[R]] = []
    refused: list[Complaint] = []
    unchanged = 0
    for candidate in candidates:
        found = find(candidate)
        if len(found) > 1:
            refused.append(Complaint("register.ambiguous", candidate.place, (("name", candidate.record.name),)))
        elif found:
            old = existing[found[0]]
            new = _updated(old, candidate)
            if new == old:
                unchanged += 1
            else:
                changed.append(Change(found[0], old, new, candidate.place))
        elif isinstance(candidate.record, Site) and not candidate.record.kind:
            refused.append(Complaint("register.kind-missing", candidate.place, (("name", candidate.record.name),)))
        else:
            added.append(candidate)
    return RegisterPlan(tuple(added), tuple(changed), unchanged, tuple(refused))


def street_office(street: Street) -> Unit:
    """The unit that answers for a street that names none: its own office, ranked among the streets."""
    office = street.name if street.name.endswith(("办事处", "政府")) else street.name + _office_word(street.name)
    return Unit(office, UnitGroup.STREET, aliases=(street.name,) if office != street.name else ())


def _office_word(name: str) -> str:
    return "人民政府" if name.endswith(("镇", "乡", "苏木")) else "办事处"


def _kind_parts(name: str) -> tuple[str, ...]:
    main, _, inside = name.replace("（", "(").rstrip(")）").partition("(")
    return (main, *main.split("、"), *filter(None, inside.split("、")))


def _finder(existing: Mapping[str, R]) -> Callable[[Candidate[R]], tuple[str, ...]]:
    by_code: dict[str, list[str]] = {}
    by_place: dict[tuple[str, str], list[str]] = {}
    by_name: dict[str, list[str]] = {}
    aliases = name_index((entity, _all_names(record)) for entity, record in existing.items())
    for entity, record in existing.items():
        by_place.setdefault(_identity(record), []).append(entity)
        by_name.setdefault(plain_name(record.name), []).append(entity)
        if code := getattr(record, "code", ""):
            by_code.setdefault(code, []).append(entity)

    def find(candidate: Candidate[R]) -> tuple[str, ...]:
        record = candidate.record
        if isinstance(record, Unit | Street):
            return aliases.find(record.name)
        code = getattr(record, "code", "")
        if code in by_code:
            return tuple(by_code[code])
        if isinstance(record, Approval):
            return tuple(by_place.get(_identity(record), ()))
        in_street = by_place.get(_identity(record), ())
        same = in_street if in_street or "street" in candidate.given else by_name.get(plain_name(record.name), ())
        # A record with another code is another record, even when both carry one name.
        return tuple(entity for entity in same if not code or not getattr(existing[entity], "code", ""))

    return find


def _identity(record: Any) -> tuple[str, str]:
    if isinstance(record, Approval):
        return same_approval(record)
    return plain_name(record.name), getattr(record, "street", "")


def _all_names(record: Any) -> tuple[str, ...]:
    return (record.name, *getattr(record, "aliases", ()), getattr(record, "short", ""))


def _updated(old: R, candidate: Candidate[R]) -> R:
    new = {name: getattr(candidate.record, name) for name in candidate.given}
    if isinstance(old, Unit | Street) and plain_name(candidate.record.name) != plain_name(old.name):
        new.pop("name", None)  # found by an alias: the register's own name stays
    if isinstance(old, Street) and not new.get("unit"):
        new.pop("unit", None)  # an empty cell does not take a street's office away
    return dataclasses.replace(old, **new)
