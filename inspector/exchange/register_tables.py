"""Reads registers from other people's tables: candidates for what is right, a complaint per row for what is not."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date
from typing import Generic

from inspector.domain.approvals import Approval, same_approval
from inspector.domain.errors import Complaint, Place, Refused
from inspector.domain.names import plain_name
from inspector.domain.register_import import Candidate, KnownNames, R
from inspector.domain.sites import Community, Site, Street
from inspector.domain.units import Unit
from inspector.exchange.foreign_tables import Row, Sheet, Tables, cell_text
from inspector.exchange.register_columns import APPROVALS, COMMUNITIES, SITES, STREETS, UNITS, Register
from inspector.exchange.register_fields import (
    LONGEST_NAME,
    BadCell,
    Cells,
    approval_of,
    community_of,
    site_of,
    street_of,
    unit_of,
)

HEADER_WITHIN = 10
EXPLANATIONS = "填写说明"
"""The sheet of our templates that explains the others; it is never read."""


@dataclass(frozen=True, slots=True)
class RegisterRows(Generic[R]):
    """What a table holds, in the order of its rows."""

    candidates: tuple[Candidate[R], ...]
    refused: tuple[Complaint, ...]


def read_sites(tables: Tables, known: KnownNames) -> RegisterRows[Site]:
    """点位 of a table. Kinds, streets, communities and units are found by every name they have.

    Raises `Refused("register.no-header")` when no sheet has a header among its first ten rows. Complaints per row:
    register.name-missing, .unknown-kind, .unknown-street, .unknown-community, .unknown-unit (each with
    `suggestions`), .ambiguous-name, .bad-coordinate, .coordinates-swapped, .too-long, .duplicate-row.
    """
    return _read(
        tables, SITES, lambda cells: site_of(cells, known), lambda s: s.code or f"{plain_name(s.name)}\n{s.street}"
    )


def places_of_sites(tables: Tables) -> tuple[tuple[str, str], ...]:
    """The names of 镇街 and 社区 in the rows of a table of sites, each pair once; "" where a cell is empty.

    Raises like `read_sites`.
    """
    pairs: dict[tuple[str, str], None] = {}
    for sheet, (header_row, columns) in _registers(tables, SITES):
        for row in (row for row in sheet.rows if row.number > header_row.number):
            street, community = (
                cell_text(row.cell(columns[field])).strip() if field in columns else ""
                for field in ("street", "community")
            )
            pairs[street[:LONGEST_NAME], community[:LONGEST_NAME]] = None
    return tuple(pairs)


def read_units(tables: Tables) -> RegisterRows[Unit]:
    """单位 of a table; complaints as for sites, and register.unknown-group, register.bad-number."""
    return _read(tables, UNITS, unit_of, lambda unit: plain_name(unit.name))


def read_streets(tables: Tables, known: KnownNames) -> RegisterRows[Street]:
    """镇街 of a table; a street without a unit gets its own office (register_import.street_office)."""
    return _read(tables, STREETS, lambda cells: street_of(cells, known), lambda street: plain_name(street.name))


def read_communities(tables: Tables, known: KnownNames) -> RegisterRows[Community]:
    """社区 of a table."""
    return _read(
        tables,
        COMMUNITIES,
        lambda cells: community_of(cells, known),
        lambda community: f"{plain_name(community.name)}\n{community.street}",
    )


def read_approvals(tables: Tables, known: KnownNames, today: date) -> RegisterRows[Approval]:
    """审批备案 of a table; further complaints: register.unknown-site, .bad-day, approval.no-place, .days-swapped."""
    return _read(
        tables,
        APPROVALS,
        lambda cells: approval_of(cells, known, today),
        lambda approval: approval.code or "\n".join(same_approval(approval)),
    )


def _read(
    tables: Tables, register: Register, make: Callable[[Cells], R], identity: Callable[[R], str]
) -> RegisterRows[R]:
    candidates: list[Candidate[R]] = []
    refused: list[Complaint] = []
    first_seen: dict[str, str] = {}
    for sheet, (header_row, columns) in _registers(tables, register):
        for row in (row for row in sheet.rows if row.number > header_row.number):
            cells = Cells({field: cell_text(row.cell(index)) for field, index in columns.items()})
            if not any(cells.texts.values()):
                continue
            place = Place(file=tables.file, sheet=sheet.name, row=row.number)
            try:
                record = make(cells)
            except BadCell as bad:
                column = cell_text(header_row.cell(columns[bad.field])) if bad.field in columns else ""
                place = Place(file=tables.file, sheet=sheet.name, row=row.number, column=column)
                refused.append(Complaint(bad.code, place, (*bad.facts, ("name", cells.texts.get("name", "")))))
                continue
            first = first_seen.setdefault(identity(record), f"{sheet.name} {row.number}")
            if first != f"{sheet.name} {row.number}":
                facts = (("first", first), ("name", record.name))
                refused.append(Complaint("register.duplicate-row", place, facts))
            else:
                candidates.append(Candidate(record, frozenset(columns), place))
    return RegisterRows(tuple(candidates), tuple(refused))


def _registers(tables: Tables, register: Register) -> list[tuple[Sheet, tuple[Row, Mapping[str, int]]]]:
    """The sheets with such a table, each with its header. Raises `Refused("register.no-header")` when there is none."""
    found = [(sheet, header) for sheet in tables.sheets if (header := _header(sheet, register))]
    if not found:
        expected = "、".join(column.headers[0] for column in register.columns)
        raise Refused("register.no-header", Place(file=tables.file), register=register.title, expected=expected)
    return found


def _header(sheet: Sheet, register: Register) -> tuple[Row, Mapping[str, int]] | None:
    """The row that knows most of the register's headers, and which column each field is in."""
    if sheet.hidden or sheet.name == EXPLANATIONS:
        return None
    fields = register.fields()
    best: tuple[Row, Mapping[str, int]] | None = None
    for row in (row for row in sheet.rows if row.number <= HEADER_WITHIN):
        columns: dict[str, int] = {}
        for index, value in enumerate(row.cells):
            field = fields.get(plain_name(cell_text(value)).removesuffix("(必填)"))
            if field:
                columns.setdefault(field, index)
        if "name" in columns and (best is None or len(columns) > len(best[1])):
            best = row, columns
    return best
