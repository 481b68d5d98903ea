"""Registers in and out of spreadsheets: what a file would change is shown before anything is written."""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any

from inspector.config.clock import new_id
from inspector.domain.approvals import Approval
from inspector.domain.register_import import KnownNames, R, RegisterPlan, known_names, merge_register, street_office
from inspector.domain.sites import Community, Site, SiteKind, Street
from inspector.domain.stored import Changed
from inspector.domain.units import Unit
from inspector.exchange.foreign import Tables, read_tables
from inspector.exchange.register_tables import (
    RegisterRows,
    places_of_sites,
    read_approvals,
    read_communities,
    read_sites,
    read_streets,
    read_units,
)
from inspector.services.acts import Acts
from inspector.services.registers import prepared
from inspector.storage.reading import Reading
from inspector.storage.writing import Writing

Plan = RegisterPlan[Any]

_READERS: Mapping[type[Any], Callable[[Tables, KnownNames], RegisterRows[Any]]] = {
    Site: read_sites,
    Unit: lambda tables, _known: read_units(tables),
    Street: read_streets,
    Community: read_communities,
}
"""All but approvals, whose days may be written without a year."""


class RegisterFilesService:
    """Imports and exports of 点位, 单位, 镇街, 社区 and 审批备案."""

    def __init__(self, acts: Acts) -> None:
        self._acts = acts

    def plan(self, cls: type[R], file: Path) -> RegisterPlan[R]:
        """What a file would add and change, and every row it refuses; nothing is written. Meant for a worker.

        The first table of sites also brings the 镇街 and 社区 it names (`first_places`).
        Raises `Refused`: "foreign.…" for a file that cannot be read, "register.no-header" for one without such a table.
        """
        tables = read_tables(file)
        with self._acts.reading() as view:
            first = _first_places(view, tables) if issubclass(cls, Site) else {}
            known = _known(view, first)
            rows: RegisterRows[Any]
            if issubclass(cls, Approval):
                rows = read_approvals(tables, known, self._acts.today())
            else:
                rows = _READERS[cls](tables, known)
            existing = {s.id: s.record for s in view.all(cls)}
        merged = merge_register(existing, rows.candidates)
        return replace(merged, refused=(*rows.refused, *merged.refused), first_places=first)

    def apply(self, plan: Plan) -> Changed:
        """Write what a plan says, in one act that is undone as one. A new 镇街 brings its own office as a unit."""
        with self._acts.doing("register-imported") as writing:
            for entity, place in plan.first_places.items():
                writing.put(entity, prepared(_with_office(writing, place)))
            for change in plan.changed:
                writing.put(change.id, prepared(change.new))
            for candidate in plan.added:
                writing.put(writing.new_id(), prepared(_with_office(writing, candidate.record)))
        return writing.changed

    def export(self, cls: type[R], file: Path) -> int:
        """Write a register to a workbook that can be taken in again unchanged; returns the number of records."""
        from inspector.exchange.register_book import write_register

        with self._acts.reading() as view:
            records = [s.record for s in view.all(cls)]
            shown = _shown(view)
        write_register(file, cls, records, shown)
        return len(records)

    def template(self, cls: type[R], file: Path) -> None:
        """Write an empty table with hints, and the names that may be used in it."""
        from inspector.exchange.register_book import write_template

        with self._acts.reading() as view:
            kinds = tuple(k.record.name for k in view.all(SiteKind))
        write_template(file, cls, kinds if issubclass(cls, Site) else ())

    def save_list(self, file: Path, title: str, heads: Sequence[str], rows: Sequence[Sequence[str]]) -> None:
        """Write what was refused, worded by the face, to a workbook for whoever puts it right."""
        from inspector.exchange.plain_book import write_plain_book

        write_plain_book(file, title, heads, rows)


def _first_places(view: Reading, tables: Tables) -> dict[str, Street | Community]:
    """镇街 and 社区 of the names in a table of sites, while the workspace has no 镇街 at all.

    On the first day there is nothing a name could be mistaken for; later an unknown one may be a slip of the pen, and
    its row is refused.
    """
    if view.all(Street) or view.all(Street, deleted=True):
        return {}
    streets: dict[str, str] = {}
    made: dict[str, Street | Community] = {}
    for street, community in places_of_sites(tables):
        if street and street not in streets:
            streets[street] = new_id()
            made[streets[street]] = Street(street)
        if street and community:
            made[new_id()] = Community(community, streets[street])
    return made


def _known(view: Reading, first: Mapping[str, Street | Community]) -> KnownNames:
    streets = {entity: place for entity, place in first.items() if isinstance(place, Street)}
    communities = {entity: place for entity, place in first.items() if isinstance(place, Community)}
    return known_names(
        (k.record for k in view.all(SiteKind)),
        {u.id: u.record for u in view.all(Unit)},
        {s.id: s.record for s in view.all(Street)} | streets,
        {c.id: c.record for c in view.all(Community)} | communities,
        {s.id: s.record for s in view.all(Site)},
    )


def _shown(view: Reading) -> dict[str, str]:
    """The name behind every id, and behind every kind's code."""
    units = {s.id: s.record.name for s in view.all(Unit)}
    streets = {s.id: s.record.name for s in view.all(Street)}
    communities = {s.id: s.record.name for s in view.all(Community)}
    sites = {s.id: s.record.name for s in view.all(Site)}
    return units | streets | communities | sites | {k.record.code: k.record.name for k in view.all(SiteKind)}


def _with_office(writing: Writing, record: Any) -> Any:
    if not isinstance(record, Street) or record.unit:
        return record
    office = street_office(record)
    entity = next((u.id for u in writing.all(Unit) if u.record.name == office.name), "")
    if not entity:
        entity = writing.new_id()
        writing.put(entity, office)
    return replace(record, unit=entity)
