"""The ledger's questions at 500,000 findings: against the same SQL through nothing but sqlite3, and against 10,000.

Asked are all ids in the order of the page, the ids of one unit's open findings, of a word, the first page of lines and
the counts of the rail; ours includes the session and the records the page gets. Medians of rounds that take turns.

    python -m benchmarks.ledger_at_size [findings]
"""

import sqlite3
import statistics
import sys
import time
from collections.abc import Callable
from functools import partial
from pathlib import Path

from sqlalchemy.dialects import sqlite

from benchmarks._large import large_workspace
from inspector.domain.findings import FindingStatus
from inspector.domain.ledger import LedgerOrder, LedgerQuery
from inspector.domain.units import Unit
from inspector.services.services import Services, open_services
from inspector.storage import ledger_queries

ROUNDS = 5
SMALL, LARGE = 10_000, 500_000
PAGE = 60


def questions(services: Services) -> dict[str, LedgerQuery]:
    """What a person asks of the ledger; the unit is one of those the office really has."""
    unit = next(unit.id for unit in services.registers.all(Unit) if unit.record.name == "责任单位7")
    return {
        "all, newest first": LedgerQuery(),
        "one unit, waiting": LedgerQuery(units=(unit,), statuses=(FindingStatus.DISPATCHED, FindingStatus.SENT_BACK)),
        "overdue, by deadline": LedgerQuery(overdue_on=services.acts.today(), order=LedgerOrder.DUE, descending=False),
        "to dispatch": LedgerQuery(statuses=(FindingStatus.TO_DISPATCH,)),
        "a word": LedgerQuery(text="电动自行车42"),
        "initials of a site": LedgerQuery(text="dw42xq"),
    }


def main() -> None:
    """Print a line for every question at both sizes."""
    sizes = (SMALL, int(sys.argv[1]) if len(sys.argv) > 1 else LARGE)
    times = {size: _measured(large_workspace(size)) for size in sizes}
    small, large = sizes
    print(f"{'':24}{small:>10} {'':>10}{large:>12} {'raw':>10}  ours/raw  large/small")
    for name, (ours, raw) in times[large].items():
        before = times[small][name][0]
        ratio = f"{ours / raw:8.2f}" if raw else " " * 8
        print(f"{name:24}{before:10.1f} ms{'':8}{ours:11.1f} ms{raw:9.1f} ms {ratio}  {ours / before:8.1f}")


def _measured(path: Path) -> dict[str, tuple[float, float]]:
    """Question → milliseconds of ours and of plain sqlite3; 0 where there is no equal SQL."""
    services = open_services(path, person="王敏")
    db = sqlite3.connect(path)
    found: dict[str, tuple[float, float]] = {}
    try:
        for name, asked in questions(services).items():
            found[name] = _turns(partial(services.ledger.ids, asked), partial(_fetched, db, _sql(asked)))
        first = services.ledger.ids(LedgerQuery())[:PAGE]
        found["first page of lines"] = _turns(lambda: services.ledger.rows(first), None)
        found["counts by state"] = _turns(services.ledger.counts, None)
        found["home page"] = _turns(services.today.today, None)
    finally:
        db.close()
        services.close()
    return found


def _fetched(db: sqlite3.Connection, sql: str) -> list[tuple[str]]:
    return db.execute(sql).fetchall()


def _sql(asked: LedgerQuery) -> str:
    return str(ledger_queries.ids(asked).compile(dialect=sqlite.dialect(), compile_kwargs={"literal_binds": True}))


def _turns(ours: Callable[[], object], raw: Callable[[], object] | None) -> tuple[float, float]:
    spent: tuple[list[float], list[float]] = ([], [])
    for _ in range(ROUNDS + 1):
        for work, times in zip((ours, raw), spent, strict=True):
            if work:
                began = time.perf_counter()
                work()
                times.append((time.perf_counter() - began) * 1000)
    return statistics.median(spent[0][1:]), statistics.median(spent[1][1:]) if spent[1] else 0.0


if __name__ == "__main__":
    main()
