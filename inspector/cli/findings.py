"""findings: the ledger."""

from typing import Any

from inspector.cli.desk import Answer, Desk
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery, LedgerRow
from inspector.domain.sites import Site
from inspector.domain.sources import Source
from inspector.domain.units import Unit
from inspector.services.services import Services


def findings(desk: Desk) -> Answer:
    """Every finding asked for, by its number."""
    with desk.reading() as services:
        ids = services.ledger.ids(asked(desk, services))
        rows = services.ledger.rows(ids)
        units = {unit.id: unit.record.name for unit in services.registers.all(Unit)}
    found = [rows[one] for one in ids]
    return Answer({"findings": [_facts(row, units) for row in found]}, tuple(_line(row) for row in found))


def asked(desk: Desk, services: Services) -> LedgerQuery:
    """The findings that the options of a command ask for, by number."""
    given = desk.options.given
    return LedgerQuery(
        units=(services.registers.named(Unit, given.unit).id,) if given.unit else (),
        statuses=(FindingStatus(given.status),) if given.status else (),
        sources=(Source(given.source),) if given.source else (),
        overdue_on=services.acts.today() if given.overdue else None,
        site=services.registers.named(Site, given.site).id if given.site else "",
        order=LedgerOrder.NUMBER,
        descending=False,
    )


def _facts(row: LedgerRow, units: dict[str, str]) -> dict[str, Any]:
    return {
        "id": row.id,
        "no": row.no,
        "site": row.site_name,
        "item": row.item,
        "text": row.text,
        "unit": row.unit_name,
        "co_units": [units.get(unit, unit) for unit in row.co_units],
        "status": row.status,
        "due_on": row.due_on,
        "overdue": row.days_overdue,
        "recurrence": row.recurrence_of,
        "photos": row.photos,
        "source": row.source,
        "source_note": row.source_note,
    }


def _line(row: LedgerRow) -> str:
    place = row.site_name or row.location
    return "\t".join((row.no, row.status, str(row.due_on or "—"), row.unit_name, place, row.text))
